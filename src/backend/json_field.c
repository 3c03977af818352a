/* json_field.c - a heat map as cells of Vega-Lite with their true values, its colour
 * bar as a legend, its contours as lines.
 */
#include "backend/json_parts.h"
#include "base/number.h"
#include "scene/field.h"

#include <math.h>

/* Cells a side, at the most: of a formula, which is computed for each, and of given
 * values. */
enum { FORMULA_SIDE = 128, GIVEN_SIDE = 200 };

enum { COLOR_STEP = 15 }; /* of the 256 colours; ends with 255 */

#define BAR_GAP 1.0   /* between frame and colour bar, of the tick size */
#define BAR_WIDTH 1.2 /* of the tick size */
#define SEAM 1        /* pixels by which a cell reaches under the next: no seam shows */

static int cell_count(const SceneField *field, int given)
{
    return MIN(given, field->formula ? FORMULA_SIDE : GIVEN_SIDE);
}

/* The values, row by row from the bottom. */
static void write_values(VegaLite *vega, const SceneField *field, int columns, int rows)
{
    g_autofree double *values = g_new(double, (gsize)field->columns);
    for (int row = 0; row < rows; row++) {
        if (!field->formula)
            scene_field_row(
                field, (int)(((gint64)2 * row + 1) * field->rows / (2 * rows)), values);
        for (int column = 0; column < columns; column++) {
            gint64 at = ((gint64)2 * column + 1) * field->columns / (2 * columns);
            Point middle = {scale_invert(&field->x, (column + 0.5) / columns),
                            scale_invert(&field->y, (row + 0.5) / rows)};
            double value = field->formula ? field_at(field, middle) : values[at];
            json_number_digits(&vega->json, NULL, value, 6);
        }
    }
}

/* A place of each cell, at a share of its size, from its number among all:
 * `[0,1,2][(datum.cell - 1) % 3]`. */
static void write_places(VegaLite *vega, const Scale *scale, int count, double share,
                         const char *index, const char *name)
{
    JsonWriter *json = &vega->json;
    g_autoptr(GString) text = g_string_new("[");
    char value[NUMBER_SIZE];
    for (int i = 0; i < count; i++)
        g_string_append_printf(
            text, "%s%s", i > 0 ? "," : "",
            number_format_digits(scale_invert(scale, (i + share) / count), 9, value));
    g_string_append_printf(text, "][%s]", index);
    json_begin_flat(json, NULL, '{');
    json_string(json, "calculate", text->str);
    json_string(json, "as", name);
    json_end(json, '}');
}

static void write_transforms(VegaLite *vega, const SceneField *field, int columns,
                             int rows)
{
    JsonWriter *json = &vega->json;
    g_autofree char *column = g_strdup_printf("(datum.cell - 1) %% %d", columns);
    g_autofree char *row = g_strdup_printf("floor((datum.cell - 1) / %d)", columns);
    json_begin(json, "transform", '[');
    json_begin_flat(json, NULL, '{');
    json_begin_flat(json, "window", '[');
    json_begin_flat(json, NULL, '{');
    json_string(json, "op", "row_number");
    json_string(json, "as", "cell");
    json_end(json, '}');
    json_end(json, ']');
    json_end(json, '}');
    json_begin_flat(json, NULL, '{');
    json_string(json, "filter", "isValid(datum.data)");
    json_end(json, '}');
    static const struct {
        const char *x, *y;
        double share;
    } places[] = {{"x", "y", 0}, {"x2", "y2", 1}, {"across", "up", 0.5}};
    for (unsigned i = 0; i < G_N_ELEMENTS(places); i++) {
        write_places(vega, &field->x, columns, places[i].share, column, places[i].x);
        write_places(vega, &field->y, rows, places[i].share, row, places[i].y);
    }
    json_end(json, ']');
}

static void write_color_scale(VegaLite *vega, const SceneField *field)
{
    JsonWriter *json = &vega->json;
    const Scale *scale = &field->bar.scale;
    json_begin(json, "scale", '{');
    json_write_scale_type(json, scale);
    json_begin_flat(json, "domain", '[');
    for (int i = 0; i < 256; i += COLOR_STEP)
        json_number_digits(json, NULL, scale_invert(scale, i / 255.0), 9);
    json_end(json, ']');
    json_begin_flat(json, "range", '[');
    for (int i = 0; i < 256; i += COLOR_STEP)
        json_color(json, NULL, field->colors[i]);
    json_end(json, ']');
    json_string(json, "interpolate", "rgb");
    json_bool(json, "clamp", true);
    if (scale->kind != SCALE_LOG)
        json_bool(json, "zero", false);
    json_bool(json, "nice", false);
    json_end(json, '}');
}

static void write_bar(VegaLite *vega, const SceneField *field, const Rect *frame)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    if (!field->show_bar) {
        json_null(json, "legend");
        return;
    }
    json_begin(json, "legend", '{');
    json_string(json, "type", "gradient");
    json_string(json, "direction", "vertical");
    json_string(json, "orient", "none");
    json_length(json, "legendX",
                JSON_PIXELS * (frame->width + BAR_GAP * theme->tick_size_pt));
    json_number(json, "legendY", 0);
    json_number(json, "padding", 0);
    json_length(json, "gradientLength", JSON_PIXELS * frame->height);
    json_length(json, "gradientThickness",
                JSON_PIXELS * BAR_WIDTH * theme->tick_size_pt);
    json_write_ticks(vega, &field->bar, true);
    json_length(json, "labelFontSize", JSON_PIXELS * theme->tick_size_pt);
    json_number(json, "labelLimit", 0);
    json_bool(json, "labelOverlap", false);
    json_string(json, "titleOrient", "right");
    json_string(json, "titleAnchor", "middle");
    json_string(json, "titleFontWeight", "normal");
    json_color(json, "titleColor", theme->text);
    json_number(json, "titleLimit", 0);
    json_length(json, "titleFontSize", JSON_PIXELS * theme->label_size_pt);
    json_end(json, '}');
}

static void write_tooltip(JsonWriter *json, const char *field, const SceneText *label,
                          const char *otherwise)
{
    g_autofree char *text = json_text(label);
    char *title = g_strdelimit(text, "\n", ' ');
    json_begin_flat(json, NULL, '{');
    json_string(json, "field", field);
    json_string(json, "type", "quantitative");
    json_string(json, "title", title[0] != '\0' ? title : otherwise);
    json_string(json, "format", ".4~g");
    json_end(json, '}');
}

/* The colours and what they stand for. */
static void write_fill(VegaLite *vega, const SceneField *field, const Rect *frame)
{
    JsonWriter *json = &vega->json;
    json_begin(json, "fill", '{');
    json_string(json, "field", "data");
    json_string(json, "type", "quantitative");
    json_write_axis_title(vega, &field->bar);
    write_color_scale(vega, field);
    write_bar(vega, field, frame);
    json_end(json, '}');
}

static void write_encoding(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    JsonWriter *json = &vega->json;
    const SceneField *field = panel->field;
    json_begin(json, "encoding", '{');
    json_write_position(vega, "x", &panel->x, false);
    json_write_position(vega, "y", &panel->y, false);
    for (int i = 0; i < 2; i++) {
        json_begin_flat(json, i == 0 ? "x2" : "y2", '{');
        json_string(json, "field", i == 0 ? "x2" : "y2");
        json_end(json, '}');
    }
    write_fill(vega, field, frame);
    json_begin(json, "tooltip", '[');
    write_tooltip(json, "across", &panel->x.label, "x");
    write_tooltip(json, "up", &panel->y.label, "y");
    write_tooltip(json, "data", &field->bar.label, "z");
    json_end(json, ']');
    json_end(json, '}');
}

static void write_cells(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    JsonWriter *json = &vega->json;
    const SceneField *field = panel->field;
    int columns = cell_count(field, field->columns);
    int rows = cell_count(field, field->rows);
    json_begin(json, NULL, '{');
    json_begin_flat(json, "data", '{');
    json_begin_flat(json, "values", '[');
    write_values(vega, field, columns, rows);
    json_end(json, ']');
    json_end(json, '}');
    write_transforms(vega, field, columns, rows);
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", "rect");
    json_bool(json, "clip", true);
    json_bool(json, "aria", false); /* thousands would be told one by one */
    json_number(json, "x2Offset", SEAM);
    json_number(json, "y2Offset", -SEAM);
    json_end(json, '}');
    write_encoding(vega, panel, frame);
    json_end(json, '}');
}

static void write_contour(VegaLite *vega, const ScenePanel *panel,
                          const SceneContour *contour)
{
    JsonWriter *json = &vega->json;
    g_autoptr(GPtrArray) lines = drawing_contour(vega->drawing, contour);
    if (lines->len == 0)
        return;
    json_begin(json, NULL, '{');
    json_begin(json, "data", '{');
    json_begin(json, "values", '[');
    for (guint i = 0; i < lines->len; i++) {
        const GArray *points = g_ptr_array_index(lines, i);
        for (guint k = 0; k < points->len; k++) {
            Point at = g_array_index(points, Point, k);
            json_begin_flat(json, NULL, '{');
            json_number(json, "piece", i + 1);
            json_number_digits(json, "x", at.x, 7);
            json_number_digits(json, "y", at.y, 7);
            json_end(json, '}');
        }
    }
    json_end(json, ']');
    json_end(json, '}');
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", "line");
    json_bool(json, "clip", true);
    json_bool(json, "order", false);
    json_string(json, "strokeJoin", "round");
    json_color(json, "color", contour->color);
    json_length(json, "strokeWidth", JSON_PIXELS * contour->width_pt);
    json_write_dash(json, &contour->dash);
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    json_write_position(vega, "x", &panel->x, false);
    json_write_position(vega, "y", &panel->y, false);
    json_begin_flat(json, "detail", '{');
    json_string(json, "field", "piece");
    json_string(json, "type", "nominal");
    json_end(json, '}');
    json_end(json, '}');
    json_end(json, '}');
}

/* A layer without data, for its legend. */
static void write_strip(VegaLite *vega, const SceneField *strip, const Rect *frame)
{
    JsonWriter *json = &vega->json;
    json_begin(json, NULL, '{');
    json_begin_flat(json, "data", '{');
    json_begin_flat(json, "values", '[');
    json_end(json, ']');
    json_end(json, '}');
    json_string(json, "mark", "rect");
    json_begin(json, "encoding", '{');
    write_fill(vega, strip, frame);
    json_end(json, '}');
    json_end(json, '}');
}

void json_write_field(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    if (panel->strip)
        write_strip(vega, panel->strip, frame);
    if (!panel->field)
        return;
    write_cells(vega, panel, frame);
    for (guint i = 0; i < panel->field->contours->len; i++)
        write_contour(vega, panel, g_ptr_array_index(panel->field->contours, i));
}
