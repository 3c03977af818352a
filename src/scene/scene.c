/* scene.c - a figure after all computing. */
#include "scene/scene.h"

#include "base/number.h"
#include "scene/bars.h"
#include "scene/caption.h"
#include "scene/curve.h"
#include "scene/label.h"
#include "scene/legend.h"
#include "scene/page_size.h"
#include "scene/panel.h"
#include "scene/parts.h"
#include "scene/strip.h"

#include <math.h>
#include <string.h>

/* Sampling is for a page this wide (pixels). */
static const double PAGE_PIXELS = 1000;

/* Contrast of texts to their ground (WCAG 2) below which a warning comes, and the
 * luminance of a ground that wants light texts. */
static const double LEAST_CONTRAST = 3, DARK = 0.18;

static void free_panel(void *data)
{
    scene_panel_free(data);
}

static void free_build(void *data)
{
    panel_build_free(data);
}

void scene_free(Scene *scene)
{
    if (!scene)
        return;
    g_free(scene->name);
    label_release(&scene->title);
    label_release(&scene->subtitle);
    label_release(&scene->caption);
    g_free(scene->description);
    g_ptr_array_unref(scene->panels);
    g_free(scene);
}

static int chosen_columns(int panels)
{
    if (panels <= 3)
        return panels;
    if (panels == 4)
        return 2;
    return panels <= 9 ? 3 : 4;
}

/* What a panel gets of the page; what labels take is guessed, generously. */
static Cell panel_cell(const Scene *scene)
{
    const Theme *theme = scene->theme;
    Cell cell = {
        .width_pt = scene->width_pt / scene->columns,
        .height_pt = scene->height_pt / scene->rows,
        .pixels_per_pt = PAGE_PIXELS / fmax(scene->width_pt, 1),
    };
    double across = theme->padding_pt * 1.5 + 2.5 * theme->tick_size_pt +
                    1.6 * theme->label_size_pt;
    double down = theme->padding_pt * 1.5 + 1.8 * theme->tick_size_pt +
                  1.6 * theme->label_size_pt + 1.8 * theme->title_size_pt;
    cell.frame_width_pt = fmax(cell.width_pt - across, 0.3 * cell.width_pt);
    cell.frame_height_pt = fmax(cell.height_pt - down, 0.3 * cell.height_pt);
    return cell;
}

/* The panels with their series, still without points. */
static GPtrArray *begin_panels(Scene *scene, const Figure *figure, GError **error)
{
    g_autoptr(GPtrArray) builds = g_ptr_array_new_with_free_func(free_build);
    for (guint i = 0; i < figure->panels->len; i++) {
        ScenePanel *panel = scene_panel_new();
        g_ptr_array_add(scene->panels, panel);
        panel->row = (int)i / scene->columns;
        panel->column = (int)i % scene->columns;
        PanelBuild *build =
            panel_build_new(figure, g_ptr_array_index(figure->panels, i), panel, error);
        if (!build)
            return NULL;
        g_ptr_array_add(builds, build);
        build->cell = panel_cell(scene);
    }
    return g_steal_pointer(&builds);
}

static SceneAxis *panel_axis(const Scene *scene, guint index, Share which)
{
    ScenePanel *panel = g_ptr_array_index(scene->panels, index);
    return which == SHARE_X ? &panel->x : &panel->y;
}

/* Whether one scale can serve all panels: all linear or all logarithmic, rising. */
static bool can_share(const Scene *scene, Share which)
{
    for (guint i = 0; i < scene->panels->len; i++) {
        const Scale *scale = &panel_axis(scene, i, which)->scale;
        if (scale->kind != panel_axis(scene, 0, which)->scale.kind ||
            scale->low > scale->high)
            return false;
    }
    return true;
}

/* Gives all panels the range that holds each one's. */
static void share_range(const Scene *scene, Share which)
{
    Scale shared = panel_axis(scene, 0, which)->scale;
    for (guint i = 1; i < scene->panels->len; i++) {
        const Scale *scale = &panel_axis(scene, i, which)->scale;
        shared.low = fmin(shared.low, scale->low);
        shared.high = fmax(shared.high, scale->high);
        shared.linear = fmin(shared.linear, scale->linear);
    }
    for (guint i = 0; i < scene->panels->len; i++)
        panel_axis(scene, i, which)->scale = shared;
}

/* Panels above one another with the very same x axis share it unasked. */
static bool shares_x_anyway(const Scene *scene)
{
    const SceneAxis *first = panel_axis(scene, 0, SHARE_X);
    for (guint i = 1; i < scene->panels->len; i++) {
        const SceneAxis *axis = panel_axis(scene, i, SHARE_X);
        if (!scale_equal(&axis->scale, &first->scale) ||
            strcmp(axis->label.plain, first->label.plain) != 0)
            return false;
    }
    return scene->rows > 1;
}

static void settle_share(Scene *scene, const Figure *figure, Warnings *warnings)
{
    scene->share = figure->share;
    if (figure->share == SHARE_AUTO)
        scene->share = shares_x_anyway(scene) ? SHARE_X : SHARE_NONE;
    if ((scene->share & SHARE_X) && !can_share(scene, SHARE_X)) {
        scene->share &= ~(unsigned)SHARE_X;
        warnings_add(warnings, "panels with different x scales cannot share them");
    }
}

/* Labels stand at the grid's left and below the last panel of each column. */
static void show_labels(const Scene *scene)
{
    for (guint i = 0; i < scene->panels->len; i++) {
        ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        bool last = i + (guint)scene->columns >= scene->panels->len;
        panel->x.show_labels = !(scene->share & SHARE_X) || last;
        panel->y.show_labels = !(scene->share & SHARE_Y) || panel->column == 0;
        panel->y2.show_labels = true;
    }
}

static bool fill_panels(Scene *scene, const Figure *figure, const GPtrArray *builds,
                        Warnings *warnings, GError **error)
{
    for (guint i = 0; i < builds->len; i++) {
        PanelBuild *build = g_ptr_array_index(builds, i);
        bars_turn(build);
        caption_panel(build);
        if (!panel_choose_x(build, error))
            return false;
    }
    settle_share(scene, figure, warnings);
    if (scene->share & SHARE_X)
        share_range(scene, SHARE_X);
    for (guint i = 0; i < builds->len; i++)
        if (!panel_choose_y(g_ptr_array_index(builds, i), warnings, error))
            return false;
    if ((scene->share & SHARE_Y) && !can_share(scene, SHARE_Y)) {
        scene->share &= ~(unsigned)SHARE_Y;
        warnings_add(warnings, "panels with different y scales cannot share them");
    }
    if (scene->share & SHARE_Y)
        share_range(scene, SHARE_Y);
    show_labels(scene);
    for (guint i = 0; i < builds->len; i++)
        if (!panel_draw(g_ptr_array_index(builds, i), warnings, error))
            return false;
    return true;
}

/* Whether an earlier panel's legend already says the same. */
static bool said_before(const Scene *scene, guint index)
{
    const ScenePanel *panel = g_ptr_array_index(scene->panels, index);
    for (guint i = 0; i < index; i++) {
        const ScenePanel *other = g_ptr_array_index(scene->panels, i);
        if (other->legend != LEGEND_NONE && legend_equal(other, panel))
            return true;
    }
    return false;
}

static void settle_legend(const Scene *scene, const PanelBuild *build, guint index)
{
    ScenePanel *panel = build->panel;
    panel->legend = build->spec->legend;
    if (panel->legend == LEGEND_BELOW && said_before(scene, index))
        panel->legend = LEGEND_NONE;
    if (panel->legend != LEGEND_AUTO)
        return;
    panel->legend = LEGEND_NONE;
    if (said_before(scene, index) || caption_names_curves(build))
        return;
    double scale = build->cell.pixels_per_pt;
    Frame frame = {.x = panel->x.scale, .y = panel->y.scale};
    frame.width = build->cell.frame_width_pt * scale;
    frame.height = build->cell.frame_height_pt * scale;
    panel->legend = legend_choose(panel, scene->theme, &frame, scale);
    panel->legend_chosen = true;
}

/* A figure of one panel has its title; of an experiment, where nothing else is said. */
static void title_by_experiment(Scene *scene, const PanelBuild *build)
{
    const Outcome *outcome = build->outcome;
    if (!outcome)
        return;
    if (!build->figure->title && !build->spec->title && outcome->title) {
        label_release(&scene->title);
        scene->title = label_new(outcome->title);
    }
    if (!build->figure->subtitle && !build->spec->subtitle && outcome->subtitle) {
        label_release(&scene->subtitle);
        scene->subtitle = label_new(outcome->subtitle);
    }
}

/* A curve that is alone in its panel gives it its name instead of a legend. */
static void name_only_curve(Scene *scene, const PanelBuild *build)
{
    const SceneText *name = caption_only_curve(build);
    if (!name)
        return;
    SceneSeries *series = g_ptr_array_index(build->panel->series, 0);
    series->in_legend = false;
    SceneText *title = scene->panels->len > 1 ? &build->panel->title : &scene->title;
    bool wanted = scene->panels->len > 1 ? !build->spec->title : !build->figure->title;
    if (wanted && build->panel->title.plain[0] == '\0') {
        label_release(title);
        *title = label_copy(name);
    }
}

/* A ground of the user's own may swallow the theme's texts; what is transparent lies on
 * one that nobody knows. */
static void check_ground(const Theme *theme, Warnings *warnings)
{
    double contrast = color_contrast(theme->text, theme->background);
    if (theme->background.alpha < 1 || contrast >= LEAST_CONTRAST)
        return;
    bool dark = color_luminance(theme->background) < color_luminance(theme->text) ||
                color_luminance(theme->background) < DARK;
    char told[NUMBER_SIZE];
    number_format_digits(contrast, 2, told);
    warnings_add(
        warnings,
        "texts can hardly be read on this background (contrast %s; 4.5 is "
        "enough); %s",
        told, dark ? "`theme: dark` has light ones" : "`theme: default` has dark ones");
}

Scene *scene_new(const Figure *figure, Warnings *warnings, GError **error)
{
    g_autoptr(Scene) scene = g_new0(Scene, 1);
    int panels = (int)figure->panels->len;
    scene->name = g_strdup(figure->name ? figure->name : "figure");
    scene->theme = figure->theme;
    scene->panels = g_ptr_array_new_with_free_func(free_panel);
    scene->columns =
        figure->columns > 0 ? MIN(figure->columns, panels) : chosen_columns(panels);
    scene->rows = (panels + scene->columns - 1) / scene->columns;
    scene->title = label_new(figure->title);
    scene->subtitle = label_new(figure->subtitle);
    scene->caption = label_new(figure->caption);
    check_ground(scene->theme, warnings);
    page_size_choose(scene, figure);
    g_autoptr(GPtrArray) builds = begin_panels(scene, figure, error);
    if (!builds || !fill_panels(scene, figure, builds, warnings, error))
        return NULL;
    for (guint i = 0; i < builds->len; i++) {
        PanelBuild *build = g_ptr_array_index(builds, i);
        title_by_experiment(scene, build);
        name_only_curve(scene, build);
        strip_choose(build);
        settle_legend(scene, build, i);
    }
    strip_share(scene);
    scene->description = figure->description ? g_strdup(figure->description)
                                             : caption_description(builds);
    return g_steal_pointer(&scene);
}
