/* csv.c - the curves' points as a table (RFC 4180, lines ended by LF).
 *
 * The long form, one point a row: curves have their own sample places, and the two
 * sides of a jump share an x but not a piece. Numbers are the shortest that read
 * back as the same double.
 */
#include "backend/backend.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

static void append_field(GString *out, const char *text)
{
    if (!strpbrk(text, ",\"\r\n")) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

/* Columns that only some scenes need. */
typedef struct {
    bool panels, bounds, sides;
} Columns;

static Columns needed_columns(const Scene *scene)
{
    Columns columns = {.panels = scene->panels->len > 1};
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        for (guint k = 0; k < panel->series->len; k++) {
            const SceneSeries *series = g_ptr_array_index(panel->series, k);
            columns.sides |= series->bars->len > 0;
            columns.bounds |= series->bars->len > 0 || series->bands->len > 0;
        }
    }
    return columns;
}

/* One row; what is NAN is left empty. */
static void append_row(GString *out, const Columns *columns, const char *start,
                       guint piece, const double values[6])
{
    int count = columns->sides ? 6 : columns->bounds ? 4 : 2;
    char buffer[NUMBER_SIZE];
    g_string_append_printf(out, "%s,%u", start, piece);
    for (int i = 0; i < count; i++) {
        g_string_append_c(out, ',');
        if (!isnan(values[i]))
            g_string_append(out, number_format(values[i], buffer));
    }
    g_string_append_c(out, '\n');
}

static void append_points(GString *out, const Columns *columns, const char *start,
                          guint piece, const GArray *points)
{
    for (guint i = 0; i < points->len; i++) {
        Point point = g_array_index(points, Point, i);
        const double values[] = {point.x, point.y, NAN, NAN, NAN, NAN};
        append_row(out, columns, start, piece, values);
    }
}

static void append_band(GString *out, const Columns *columns, const char *start,
                        guint piece, const SceneBand *band)
{
    for (guint i = 0; i < band->low->len; i++) {
        Point low = g_array_index(band->low, Point, i);
        double high = g_array_index(band->high, Point, i).y;
        const double values[] = {low.x, NAN, low.y, high, NAN, NAN};
        append_row(out, columns, start, piece, values);
    }
}

static void append_bar(GString *out, const Columns *columns, const char *start,
                       guint piece, const SceneBar *bar)
{
    const double values[] = {
        (bar->left + bar->right) / 2,
        bar->high > 0 ? bar->high : bar->low,
        bar->low,
        bar->high,
        bar->left,
        bar->right,
    };
    append_row(out, columns, start, piece, values);
}

static void append_series(GString *out, const Columns *columns,
                          const SceneSeries *series, const char *start)
{
    g_autoptr(GString) row = g_string_new(start);
    guint piece = 0;
    append_field(row, series->label.plain);
    for (guint k = 0; k < series->pieces->len; k++) {
        const ScenePiece *line = g_ptr_array_index(series->pieces, k);
        append_points(out, columns, row->str, ++piece, line->points);
    }
    /* Markers of a line are its points. */
    if (series->pieces->len == 0 && series->markers->len > 0)
        append_points(out, columns, row->str, ++piece, series->markers);
    for (guint k = 0; k < series->bands->len; k++)
        append_band(out, columns, row->str, ++piece,
                    g_ptr_array_index(series->bands, k));
    for (guint k = 0; k < series->bars->len; k++)
        append_bar(out, columns, row->str, piece + 1,
                   &g_array_index(series->bars, SceneBar, k));
}

static bool write_csv(const Scene *scene, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    (void)error;
    Columns columns = needed_columns(scene);
    g_autoptr(GString) text = g_string_new(columns.panels ? "panel," : "");
    g_string_append_printf(text, "curve,piece,x,f%s%s\n",
                           columns.bounds ? ",low,high" : "",
                           columns.sides ? ",left,right" : "");
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        g_autofree char *start =
            columns.panels ? g_strdup_printf("%u,", i + 1) : g_strdup("");
        for (guint k = 0; k < panel->series->len; k++)
            append_series(text, &columns, g_ptr_array_index(panel->series, k), start);
    }
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_csv = {
    .name = "csv",
    .help =
        "the curves' points as a table: panel (if several), curve, piece, x, f, and "
        "what bands and bars have; a curve with `data: FILE.csv` reads it back",
    .shows = "curves alone; the two sides of a jump are two pieces",
    .unshown = UNSHOWN_FIELD | UNSHOWN_LINES | UNSHOWN_NOTES | UNSHOWN_SPANS |
               UNSHOWN_MARKS | UNSHOWN_INSETS,
    .binary = false,
    .write_scene = write_csv,
};
