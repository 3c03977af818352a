/* field.c - a panel's heat map: where its samples are, and their values. */
#include "scene/field.h"

#include "scene/axis.h"
#include "scene/contour.h"
#include "scene/curve.h"
#include "scene/label.h"
#include "scene/parts.h"
#include "scene/ticks.h"

#include <math.h>
#include <string.h>

/* Without a wish there is a sample a pixel of the page, within these. */
enum { SIDE_LEAST = 16, SIDE_MOST = 4096 };

static void take_rows(SceneField *field, const GPtrArray *rows)
{
    const GArray *first = g_ptr_array_index(rows, 0);
    field->rows = (int)rows->len;
    field->columns = (int)first->len;
    field->values = g_new(double, (gsize)rows->len * first->len);
    for (guint i = 0; i < rows->len; i++) {
        const GArray *row = g_ptr_array_index(rows, i);
        memcpy(field->values + (gsize)i * first->len, row->data,
               first->len * sizeof(double));
    }
}

bool field_begin(PanelBuild *build, GError **error)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    if (!spec)
        return true;
    SceneField *field = scene_field_new();
    build->panel->field = field;
    field->show_bar = spec->bar;
    if (spec->grid) /* its values are taken once the axes are settled */
        return true;
    if (spec->rows) {
        take_rows(field, spec->rows);
        return true;
    }
    if (spec->data.path.text)
        return field_take_file(build, field, error);
    field->smooth = true;
    field->formula = curve_plane_new(build->figure, spec->z, spec->place, error);
    if (!field->formula)
        return false;
    field->tape = tape_new(field->formula, 0);
    return true;
}

void field_add_range(const PanelBuild *build, bool of_x, Range *range)
{
    const SceneField *field = build->panel->field;
    const AxisSpec *axis = of_x ? &build->spec->x : &build->spec->y;
    if (!field)
        return;
    ScaleKind kind = axis_kind(axis);
    double low = kind == SCALE_LOG ? 0.01 : -5, high = kind == SCALE_LOG ? 100 : 5;
    const ExperimentGrid *grid = build->spec->heatmap->grid;
    if (grid) {
        low = of_x ? grid->left : grid->bottom;
        high = of_x ? grid->right : grid->top;
    } else if (!field->formula) { /* each cell about its number, from 1 */
        low = 0.5;
        high = (of_x ? field->columns : field->rows) + 0.5;
    }
    range_add(range, low, kind);
    range_add(range, high, kind);
}

static int pixels(double length_pt, double dpi)
{
    return (int)CLAMP(round(length_pt * dpi / 72), SIDE_LEAST, SIDE_MOST);
}

static void choose_samples(const PanelBuild *build, SceneField *field)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    const Figure *figure = build->figure;
    double dpi = isnan(figure->dpi) ? figure->theme->dpi : figure->dpi;
    if (!field->formula)
        return;
    field->columns =
        spec->columns > 0 ? spec->columns : pixels(build->cell.frame_width_pt, dpi);
    field->rows = spec->row_count > 0 ? spec->row_count
                                      : pixels(build->cell.frame_height_pt, dpi);
    field->at_x = g_new(double, (gsize)field->columns);
    for (int i = 0; i < field->columns; i++)
        field->at_x[i] = scale_invert(&field->x, (i + 0.5) / field->columns);
}

void scene_field_row(const SceneField *field, int row, double *values)
{
    gsize columns = (gsize)field->columns;
    if (field->values) {
        memcpy(values, field->values + (gsize)row * columns, columns * sizeof *values);
        return;
    }
    double y = scale_invert(&field->y, (row + 0.5) / field->rows);
    tape_evaluate_row(field->tape, field->at_x, columns, y, (double *[]){values});
}

double field_at(const SceneField *field, Point at)
{
    double value;
    tape_evaluate_row(field->tape, &at.x, 1, at.y, (double *[]){&value});
    return value;
}

static void label_bar(const PanelBuild *build, SceneField *field)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    if (spec->label || !spec->z)
        field->bar.label = label_new_axis(spec->label);
    else
        field->bar.label =
            label_new_formula(spec->z, &build->figure->definitions.scope, NULL);
    field->bar.show_labels = true;
}

bool field_draw(PanelBuild *build, Warnings *warnings, GError **error)
{
    SceneField *field = build->panel->field;
    if (!field)
        return true;
    field->x = build->panel->x.scale;
    field->y = build->panel->y.scale;
    field->left = field->x.low;
    field->right = field->x.high;
    field->bottom = field->y.low;
    field->top = field->y.high;
    choose_samples(build, field);
    if (build->spec->heatmap->grid)
        field_take_grid(build, field);
    label_bar(build, field);
    if (!field_choose_colors(build, warnings, error))
        return false;
    contours_find(build, warnings);
    return true;
}
