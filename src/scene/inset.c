/* inset.c - panels within a panel. */
#include "scene/inset.h"

#include "scene/bars.h"
#include "scene/caption.h"
#include "scene/label.h"
#include "scene/parts.h"

#include <math.h>

/* From the frame's edge, as a share of it. */
static const double EDGE = 0.03;

/* What tick labels take of an inset, in sizes of theirs. */
static const double ACROSS = 3.2, DOWN = 2;

/* Where the box stands: 0 at the frame's left or top, 1 at the other end. */
static double share_across(LegendPlace place)
{
    if (place == LEGEND_TOP_LEFT || place == LEGEND_LEFT || place == LEGEND_BOTTOM_LEFT)
        return 0;
    return place == LEGEND_TOP || place == LEGEND_CENTER || place == LEGEND_BOTTOM ? 0.5
                                                                                   : 1;
}

static double share_down(LegendPlace place)
{
    if (place == LEGEND_TOP_LEFT || place == LEGEND_TOP || place == LEGEND_TOP_RIGHT)
        return 0;
    return place == LEGEND_LEFT || place == LEGEND_CENTER || place == LEGEND_RIGHT ? 0.5
                                                                                   : 1;
}

static void place_inset(SceneInset *inset, const InsetSpec *spec)
{
    double across = 1 - spec->width - 2 * EDGE, down = 1 - spec->height - 2 * EDGE;
    inset->width = spec->width;
    inset->height = spec->height;
    inset->left = spec->left;
    inset->top = spec->top;
    if (!isnan(spec->left) || spec->place == LEGEND_AUTO)
        return;
    inset->left = fmax(EDGE + share_across(spec->place) * across, 0);
    inset->top = fmax(EDGE + share_down(spec->place) * down, 0);
}

/* Names stand at the panel around it; an inset has those that it is given. */
static void keep_given_labels(ScenePanel *panel, const PanelSpec *spec)
{
    if (!spec->x.label) {
        label_release(&panel->x.label);
        panel->x.label = label_new(NULL);
    }
    if (!spec->y.label) {
        label_release(&panel->y.label);
        panel->y.label = label_new(NULL);
    }
}

static void take_cell(PanelBuild *build, const PanelBuild *around,
                      const InsetSpec *spec)
{
    const Theme *theme = build->figure->theme;
    Cell *cell = &build->cell;
    cell->pixels_per_pt = around->cell.pixels_per_pt;
    cell->width_pt = spec->width * around->cell.frame_width_pt;
    cell->height_pt = spec->height * around->cell.frame_height_pt;
    cell->frame_width_pt =
        fmax(cell->width_pt - ACROSS * theme->tick_size_pt, 0.5 * cell->width_pt);
    cell->frame_height_pt =
        fmax(cell->height_pt - DOWN * theme->tick_size_pt, 0.5 * cell->height_pt);
}

/* Whether all of the inset's x is on the panel's axis. */
static bool is_part_of(const Scale *inner, const Scale *outer)
{
    double low = scale_map(outer, inner->low), high = scale_map(outer, inner->high);
    return fmin(low, high) >= -1e-9 && fmax(low, high) <= 1 + 1e-9;
}

/* An inset has the first y axis only. */
static GPtrArray *curves_on_y(const PanelSpec *spec)
{
    GPtrArray *curves = g_ptr_array_new();
    for (guint i = 0; i < spec->curves->len; i++) {
        CurveSpec *curve = g_ptr_array_index(spec->curves, i);
        if (curve->axis == CURVE_ON_Y)
            g_ptr_array_add(curves, curve);
    }
    return curves;
}

/* A part of a heat map has its colours and its levels. */
static HeatmapSpec *zoom_heatmap(const PanelBuild *around)
{
    const HeatmapSpec *spec = around->spec->heatmap;
    const SceneField *field = around->panel->field;
    if (!spec || !(field->formula || spec->grid))
        return NULL; /* given values have their place in the panel */
    HeatmapSpec *zoom = heatmap_spec_new();
    zoom->z = g_strdup(spec->z);
    zoom->place = spec->place;
    zoom->grid = spec->grid;
    zoom->palette = palette_ref(spec->palette);
    zoom->scale = spec->scale;
    zoom->low = field->bar.scale.low;
    zoom->high = field->bar.scale.high;
    zoom->center = spec->center;
    zoom->linear = field->bar.scale.linear;
    zoom->bar = false;
    zoom->contour_labels = spec->contour_labels;
    zoom->contour_choice = CONTOURS_LIST;
    zoom->levels = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < field->contours->len; i++)
        g_array_append_val(
            zoom->levels,
            ((SceneContour *)g_ptr_array_index(field->contours, i))->level);
    return zoom;
}

static bool add_inset(PanelBuild *around, const InsetSpec *spec, Warnings *warnings,
                      GError **error)
{
    bool borrows = spec->panel->curves->len == 0;
    PanelSpec shown = *spec->panel;
    SceneInset *inset = g_new0(SceneInset, 1);
    inset->panel = scene_panel_new();
    inset->panel->legend = LEGEND_NONE;
    g_ptr_array_add(around->panel->insets, inset);
    g_autoptr(GPtrArray) borrowed = curves_on_y(around->spec);
    HeatmapSpec *heatmap = borrows ? zoom_heatmap(around) : NULL;
    if (borrows) {
        shown.curves = borrowed;
        shown.taken_colors = around->spec->taken_colors;
    }
    shown.heatmap = heatmap;
    place_inset(inset, spec);
    PanelBuild *build = panel_build_new(around->figure, &shown, inset->panel, error);
    if (!build) {
        heatmap_spec_free(heatmap);
        return false;
    }
    take_cell(build, around, spec);
    bars_turn(build);
    caption_panel(build);
    keep_given_labels(inset->panel, &shown);
    inset->panel->x.show_labels = inset->panel->y.show_labels = true;
    /* That a part of the panel does not show all of its curves goes without saying. */
    Warnings *heard = borrows ? NULL : warnings;
    bool good = panel_choose_x(build, error) && panel_choose_y(build, heard, error) &&
                panel_draw(build, heard, error);
    inset->is_zoom =
        borrows && is_part_of(&inset->panel->x.scale, &around->panel->x.scale);
    panel_build_free(build);
    heatmap_spec_free(heatmap);
    return good;
}

bool inset_add_all(PanelBuild *build, Warnings *warnings, GError **error)
{
    for (guint i = 0; i < build->spec->insets->len; i++)
        if (!add_inset(build, g_ptr_array_index(build->spec->insets, i), warnings,
                       error))
            return false;
    return true;
}
