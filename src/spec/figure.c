/* figure.c - figures: made and freed. */
#include "spec/figure_fields.h"

#include <math.h>

void curve_spec_free(CurveSpec *curve)
{
    if (!curve)
        return;
    g_free(curve->plot);
    formula_free(curve->formula);
    g_free(curve->label);
    g_free(curve->vary);
    palette_unref(curve->palette);
    g_clear_pointer(&curve->vary_values, g_array_unref);
    g_free(curve->vary_second);
    g_clear_pointer(&curve->second_values, g_array_unref);
    g_clear_pointer(&curve->points, g_array_unref);
    g_clear_pointer(&curve->lows, g_array_unref);
    g_clear_pointer(&curve->highs, g_array_unref);
    data_spec_release(&curve->data);
    g_clear_pointer(&curve->bars, g_array_unref);
    g_free(curve->band_low.text);
    g_free(curve->band_high.text);
    g_free(curve);
}

static void free_curve(void *data)
{
    curve_spec_free(data);
}

static void free_histogram(void *data)
{
    histogram_spec_free(data);
}

static void clear_line(void *data)
{
    g_free(((LineSpec *)data)->label);
}

static void clear_note(void *data)
{
    g_free(((NoteSpec *)data)->text);
}

static void clear_shade(void *data)
{
    ShadeSpec *shade = data;

    g_free(shade->where);
    g_free(shade->label);
}

static void clear_mark(void *data)
{
    MarkSpec *mark = data;

    g_free(mark->of);
    g_free(mark->label);
}

static void clear_axis(AxisSpec *axis)
{
    g_free(axis->label);
    g_free(axis->format);
    g_clear_pointer(&axis->ticks, g_array_unref);
    g_clear_pointer(&axis->tick_labels, g_ptr_array_unref);
}

static void free_inset(void *data);

void panel_spec_free(PanelSpec *panel)
{
    if (!panel)
        return;
    g_free(panel->title);
    g_free(panel->subtitle);
    g_free(panel->caption);
    g_free(panel->description);
    heatmap_spec_free(panel->heatmap);
    experiment_spec_free(panel->experiment);
    clear_axis(&panel->x);
    clear_axis(&panel->y);
    clear_axis(&panel->y2);
    g_ptr_array_unref(panel->curves);
    g_ptr_array_unref(panel->histograms);
    g_array_unref(panel->lines);
    g_array_unref(panel->notes);
    g_array_unref(panel->shades);
    g_array_unref(panel->marks);
    g_ptr_array_unref(panel->insets);
    g_free(panel);
}

static void free_panel(void *data)
{
    panel_spec_free(data);
}

static void free_inset(void *data)
{
    InsetSpec *inset = data;

    panel_spec_free(inset->panel);
    g_free(inset);
}

CurveSpec *curve_spec_new(const char *plot)
{
    CurveSpec *curve = g_new0(CurveSpec, 1);

    curve->plot = g_strdup(plot);
    curve->width_pt = NAN;
    curve->marker_pt = NAN;
    return curve;
}

PanelSpec *panel_spec_new(void)
{
    PanelSpec *panel = g_new0(PanelSpec, 1);

    panel->x.low = panel->x.high = NAN;
    panel->y.low = panel->y.high = NAN;
    panel->x.linear = panel->y.linear = NAN;
    panel->y2.low = panel->y2.high = panel->y2.linear = NAN;
    panel->curves = g_ptr_array_new_with_free_func(free_curve);
    panel->histograms = g_ptr_array_new_with_free_func(free_histogram);
    panel->lines = g_array_new(FALSE, FALSE, sizeof(LineSpec));
    g_array_set_clear_func(panel->lines, clear_line);
    panel->notes = g_array_new(FALSE, FALSE, sizeof(NoteSpec));
    g_array_set_clear_func(panel->notes, clear_note);
    panel->shades = g_array_new(FALSE, FALSE, sizeof(ShadeSpec));
    g_array_set_clear_func(panel->shades, clear_shade);
    panel->marks = g_array_new(FALSE, FALSE, sizeof(MarkSpec));
    g_array_set_clear_func(panel->marks, clear_mark);
    panel->insets = g_ptr_array_new_with_free_func(free_inset);
    return panel;
}

InsetSpec *inset_spec_new(void)
{
    InsetSpec *inset = g_new0(InsetSpec, 1);

    inset->panel = panel_spec_new();
    inset->left = inset->top = NAN;
    return inset;
}

Figure *figure_blank(const Scope *outer)
{
    Figure *figure = g_new0(Figure, 1);

    figure->width_pt = figure->height_pt = figure->dpi = NAN;
    figure->output = (OutputSpec){.scale = NAN, .compression = -1};
    figure->share = SHARE_AUTO;
    figure->panels = g_ptr_array_new_with_free_func(free_panel);
    definitions_init(&figure->definitions, outer);
    figure->files = g_ptr_array_new_with_free_func(g_free);
    figure->settings = g_array_new(FALSE, FALSE, sizeof(size_t));
    return figure;
}

void figure_add_file(Figure *figure, const char *path)
{
    if (!g_ptr_array_find_with_equal_func(figure->files, path, g_str_equal, NULL))
        g_ptr_array_add(figure->files, g_strdup(path));
}

Figure *figure_new(const char *name, const Scope *outer, const char *theme,
                   GError **error)
{
    Figure *figure = figure_blank(outer);

    figure->name = g_strdup(name);
    figure->source_name = g_strdup(name);
    g_ptr_array_add(figure->panels, panel_spec_new());
    figure->theme = theme_load_noting(theme, figure->files, error);
    if (figure->theme)
        return figure;
    figure_free(figure);
    return NULL;
}

void figure_free(Figure *figure)
{
    if (!figure)
        return;
    g_free(figure->title);
    g_free(figure->subtitle);
    g_free(figure->caption);
    g_free(figure->description);
    theme_free(figure->theme);
    g_free(figure->output.dark);
    g_free(figure->output.terminal);
    g_ptr_array_unref(figure->panels);
    definitions_release(&figure->definitions);
    definitions_free(figure->catalogue);
    g_free(figure->name);
    g_free(figure->source_name);
    g_free(figure->source);
    g_array_unref(figure->settings);
    g_ptr_array_unref(figure->files);
    g_free(figure);
}
