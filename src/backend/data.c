/* data.c - all that a scene holds, as JSON with units and full precision.
 *
 * Curves have their points in two lists, null between pieces, so that any reader of
 * JSON can plot them; a `data:` curve of a figure reads them back.
 */
#include "backend/backend.h"
#include "backend/json_writer.h"

#include <math.h>
#include <string.h>

enum { VERSION = 1 };

static const char *const scale_names[] = {
    [SCALE_AUTO] = "linear",
    [SCALE_LINEAR] = "linear",
    [SCALE_LOG] = "log",
    [SCALE_SYMLOG] = "symlog",
};

static void write_axis(JsonWriter *json, const char *key, const SceneAxis *axis)
{
    json_begin(json, key, '{');
    json_string(json, "label", axis->label.plain);
    json_string(json, "scale", scale_names[axis->scale.kind]);
    json_begin_flat(json, "range", '[');
    json_number(json, NULL, axis->scale.low);
    json_number(json, NULL, axis->scale.high);
    json_end(json, ']');
    json_begin(json, "ticks", '[');
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (!tick->major)
            continue;
        json_begin_flat(json, NULL, '{');
        json_number(json, "value", tick->value);
        json_string(json, "label", tick->label);
        json_end(json, '}');
    }
    json_end(json, ']');
    json_end(json, '}');
}

static double part_of(Point point, bool is_y)
{
    return is_y ? point.y : point.x;
}

/* One coordinate of all pieces, null between them; of markers where these are all. */
static void write_coordinates(JsonWriter *json, const char *key,
                              const SceneSeries *series, bool is_y)
{
    json_begin_flat(json, key, '[');
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        if (i > 0)
            json_null(json, NULL);
        for (guint k = 0; k < piece->points->len; k++)
            json_number(json, NULL,
                        part_of(g_array_index(piece->points, Point, k), is_y));
    }
    for (guint i = 0; series->pieces->len == 0 && i < series->markers->len; i++)
        json_number(json, NULL,
                    part_of(g_array_index(series->markers, Point, i), is_y));
    json_end(json, ']');
}

static void write_bound(JsonWriter *json, const char *key, const SceneSeries *series,
                        bool is_y, bool is_high)
{
    json_begin_flat(json, key, '[');
    for (guint i = 0; i < series->bands->len; i++) {
        const SceneBand *band = g_ptr_array_index(series->bands, i);
        const GArray *bound = is_high ? band->high : band->low;
        if (i > 0)
            json_null(json, NULL);
        for (guint k = 0; k < bound->len; k++)
            json_number(json, NULL, part_of(g_array_index(bound, Point, k), is_y));
    }
    json_end(json, ']');
}

static void write_bars(JsonWriter *json, const SceneSeries *series)
{
    json_begin(json, "bars", '[');
    for (guint i = 0; i < series->bars->len; i++) {
        const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
        json_begin_flat(json, NULL, '{');
        json_number(json, "left", bar->left);
        json_number(json, "right", bar->right);
        json_number(json, "low", bar->low);
        json_number(json, "high", bar->high);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void write_dots(JsonWriter *json, const SceneSeries *series)
{
    json_begin(json, "dots", '[');
    for (guint i = 0; i < series->dots->len; i++) {
        const SceneDot *dot = &g_array_index(series->dots, SceneDot, i);
        json_begin_flat(json, NULL, '{');
        json_number(json, "x", dot->at.x);
        json_number(json, "y", dot->at.y);
        json_bool(json, "filled", dot->filled);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void write_series(JsonWriter *json, const SceneSeries *series)
{
    json_begin(json, NULL, '{');
    json_string(json, "label", series->label.plain);
    json_color(json, "color", series->color);
    json_length(json, "width", series->width_pt);
    if (series->pieces->len + series->markers->len > 0) {
        json_string(json, "shown", series->pieces->len > 0 ? "line" : "points");
        write_coordinates(json, "x", series, false);
        write_coordinates(json, "y", series, true);
    }
    if (series->bands->len > 0) {
        json_begin(json, "band", '{');
        write_bound(json, "x", series, false, false);
        write_bound(json, "low", series, true, false);
        write_bound(json, "high", series, true, true);
        json_end(json, '}');
    }
    if (series->bars->len > 0)
        write_bars(json, series);
    if (series->dots->len > 0)
        write_dots(json, series);
    json_end(json, '}');
}

static void write_lines(JsonWriter *json, const ScenePanel *panel)
{
    if (panel->lines->len == 0)
        return;
    json_begin(json, "lines", '[');
    for (guint i = 0; i < panel->lines->len; i++) {
        const SceneLine *line = &g_array_index(panel->lines, SceneLine, i);
        json_begin_flat(json, NULL, '{');
        json_number(json, isnan(line->x) ? "y" : "x",
                    isnan(line->x) ? line->y : line->x);
        if (line->label)
            json_string(json, "label", line->label);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void write_notes(JsonWriter *json, const ScenePanel *panel)
{
    if (panel->notes->len == 0)
        return;
    json_begin(json, "notes", '[');
    for (guint i = 0; i < panel->notes->len; i++) {
        const SceneNote *note = &g_array_index(panel->notes, SceneNote, i);
        json_begin_flat(json, NULL, '{');
        json_number(json, "x", note->at.x);
        json_number(json, "y", note->at.y);
        json_string(json, "text", note->text.plain);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void write_panel(JsonWriter *json, const ScenePanel *panel)
{
    json_begin(json, NULL, '{');
    json_string(json, "title", panel->title.plain);
    json_number(json, "row", panel->row + 1);
    json_number(json, "column", panel->column + 1);
    write_axis(json, "x", &panel->x);
    write_axis(json, "y", &panel->y);
    json_begin(json, "series", '[');
    for (guint i = 0; i < panel->series->len; i++)
        write_series(json, g_ptr_array_index(panel->series, i));
    json_end(json, ']');
    write_lines(json, panel);
    write_notes(json, panel);
    json_end(json, '}');
}

static bool write_data(const Scene *scene, const BackendOptions *options,
                       GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    (void)error;
    g_autoptr(GString) text = g_string_new(NULL);
    JsonWriter json = {.out = text};
    json_begin(&json, NULL, '{');
    json_string(&json, "format", "actplot data");
    json_number(&json, "version", VERSION);
    json_string(&json, "name", scene->name);
    json_string(&json, "title", scene->title.plain);
    json_string(&json, "description", scene->description);
    json_begin_flat(&json, "units", '{');
    json_string(&json, "size", "pt");
    json_string(&json, "width", "pt");
    json_string(&json, "x", "data");
    json_string(&json, "y", "data");
    json_end(&json, '}');
    json_begin_flat(&json, "size", '[');
    json_number(&json, NULL, scene->width_pt);
    json_number(&json, NULL, scene->height_pt);
    json_end(&json, ']');
    json_begin(&json, "panels", '[');
    for (guint i = 0; i < scene->panels->len; i++)
        write_panel(&json, g_ptr_array_index(scene->panels, i));
    json_end(&json, ']');
    json_end(&json, '}');
    g_string_append_c(text, '\n');
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_data = {
    .name = "data.json",
    .help = "the data as JSON, with units and every digit: axes, curves, bands, bars, "
            "dots, lines, notes; a curve with `data: FILE.data.json` reads it back",
    .shows = "data alone",
    .unshown = UNSHOWN_SPANS | UNSHOWN_MARKS | UNSHOWN_INSETS,
    .binary = false,
    .write_scene = write_data,
};
