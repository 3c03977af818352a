/* atlas_figure.c - figures made in memory, drawn as any other. */
#include "cli/atlas_figure.h"

#include "formula/switches.h"
#include "layout/layout.h"
#include "scene/scene.h"
#include "spec/figure.h"

#include <math.h>
#include <string.h>

/* More switch points than that would be a hatching. */
enum { MARKED_MAX = 12 };

static const char *const primes[] = {"", "'", "''"};

static CurveSpec *add_curve(PanelSpec *panel, const Activation *activation, int order,
                            const Theme *theme)
{
    g_autofree char *formula =
        g_strconcat(activation->definition.key, primes[order], NULL);
    CurveSpec *curve = curve_spec_new(formula);

    curve->has_color = true;
    curve->color = theme->colors[order % theme->color_count];
    g_ptr_array_add(panel->curves, curve);
    return curve;
}

/* A thin line at each switch point, the same in every panel. */
static void mark_switches(PanelSpec *panel, AtlasRange range, const GArray *switches,
                          Color color)
{
    if (switches->len > MARKED_MAX)
        return;
    for (unsigned i = 0; i < switches->len; i++) {
        double x = g_array_index(switches, Switch, i).x;
        LineSpec line = {
            .x = x,
            .y = NAN,
            .has_color = true,
            .color = color,
            .width_pt = NAN,
            .has_dash = true,
            .dash = {.length_pt = {1.5, 2.5}, .count = 2},
        };

        if (x > range.low && x < range.high)
            g_array_append_val(panel->lines, line);
    }
}

static void set_range(PanelSpec *panel, AtlasRange range)
{
    panel->legend = LEGEND_NONE;
    panel->x.low = range.low;
    panel->x.high = range.high;
}

/* Nothing but the curves and the two axes through 0. */
static void strip(Figure *figure, PanelSpec *panel, AtlasRange range)
{
    Theme *theme = figure->theme;
    AxisSpec *axes[] = {&panel->x, &panel->y};
    LineSpec zero = {
        .x = NAN, .has_color = true, .color = theme->grid, .width_pt = NAN};

    theme->frame = FRAME_NONE;
    theme->ticks = TICKS_NONE;
    theme->grid_lines = GRID_NONE;
    theme->padding_pt = 2;
    theme->dot_radius_pt *= 0.6;
    for (unsigned i = 0; i < G_N_ELEMENTS(axes); i++) {
        axes[i]->label = g_strdup("");
        axes[i]->tick_choice = TICK_CHOICE_LIST;
        axes[i]->ticks = g_array_new(FALSE, FALSE, sizeof(double));
    }
    g_array_append_val(panel->lines, zero);
    zero.x = 0, zero.y = NAN;
    if (range.low <= 0 && range.high >= 0)
        g_array_append_val(panel->lines, zero);
}

static void fill_thumbnail(Figure *figure, const Activation *activation,
                           AtlasRange range)
{
    PanelSpec *panel = g_ptr_array_index(figure->panels, 0);
    CurveSpec *slope;

    slope = add_curve(panel, activation, 1, figure->theme);
    slope->width_pt = 0.7;
    add_curve(panel, activation, 0, figure->theme)->width_pt = 1.6;
    set_range(panel, range);
    strip(figure, panel, range);
    figure->width_pt = ATLAS_THUMBNAIL_WIDTH_PT;
    figure->height_pt = ATLAS_THUMBNAIL_HEIGHT_PT;
}

static void fill_panel(Figure *figure, PanelSpec *panel, const Activation *activation,
                       int order, AtlasRange range, const GArray *switches)
{
    add_curve(panel, activation, order, figure->theme);
    set_range(panel, range);
    mark_switches(panel, range, switches, figure->theme->muted_text);
}

static void fill(Figure *figure, const Activation *activation, AtlasKind kind,
                 AtlasRange range, const GArray *switches)
{
    PanelSpec *first = g_ptr_array_index(figure->panels, 0);

    figure->width_pt = ATLAS_FIGURE_WIDTH_PT;
    figure->theme->padding_pt = 4;
    switch (kind) {
    case ATLAS_FUNCTION:
        fill_panel(figure, first, activation, 0, range, switches);
        figure->height_pt = ATLAS_FIGURE_HEIGHT_PT;
        break;
    case ATLAS_SLOPES:
        g_ptr_array_add(figure->panels, panel_spec_new());
        fill_panel(figure, first, activation, 1, range, switches);
        fill_panel(figure, g_ptr_array_index(figure->panels, 1), activation, 2, range,
                   switches);
        figure->columns = 2;
        figure->share = SHARE_NONE;
        figure->height_pt = ATLAS_SLOPES_HEIGHT_PT;
        break;
    case ATLAS_THUMBNAIL:
        fill_thumbnail(figure, activation, range);
        break;
    }
}

Drawing *atlas_figure_draw(const Activation *activation, AtlasKind kind,
                           AtlasRange range, const GArray *switches, TextContext *text,
                           Warnings *warnings, GError **error)
{
    static const char *const parts[] = {[ATLAS_FUNCTION] = "",
                                        [ATLAS_SLOPES] = "-slopes",
                                        [ATLAS_THUMBNAIL] = "-small"};
    static const char *const titles[] = {[ATLAS_FUNCTION] = "",
                                         [ATLAS_SLOPES] =
                                             ", first and second derivative",
                                         [ATLAS_THUMBNAIL] = " over its derivative"};
    g_autofree char *name = g_strconcat(activation->definition.key, parts[kind], NULL);
    g_autofree char *title =
        g_strconcat(activation->definition.label, titles[kind], NULL);
    g_autoptr(Figure) figure = figure_new(name, &activation_scope, "atlas", error);
    g_autoptr(Scene) scene = NULL;
    Drawing *drawing;

    if (figure == NULL)
        return NULL;
    fill(figure, activation, kind, range, switches);
    scene = scene_new(figure, warnings, error);
    if (scene == NULL)
        return NULL;
    text_context_use(text, figure->theme->font_family, warnings);
    drawing = layout_scene(scene, text, warnings);
    drawing_set_title(drawing, title);
    return drawing;
}
