/* parts.c - making and freeing what a scene consists of. */
#include "scene/parts.h"

#include "scene/label.h"

ScenePiece *scene_piece_new(void)
{
    ScenePiece *piece = g_new0(ScenePiece, 1);
    piece->points = g_array_new(FALSE, FALSE, sizeof(Point));
    return piece;
}

void scene_piece_free(ScenePiece *piece)
{
    if (!piece)
        return;
    g_array_unref(piece->points);
    g_clear_pointer(&piece->line, g_array_unref);
    g_free(piece);
}

static void free_piece(void *data)
{
    scene_piece_free(data);
}

SceneBand *scene_band_new(void)
{
    SceneBand *band = g_new(SceneBand, 1);
    band->low = g_array_new(FALSE, FALSE, sizeof(Point));
    band->high = g_array_new(FALSE, FALSE, sizeof(Point));
    return band;
}

static void free_band(void *data)
{
    SceneBand *band = data;
    g_array_unref(band->low);
    g_array_unref(band->high);
    g_free(band);
}

SceneSeries *scene_series_new(void)
{
    SceneSeries *series = g_new0(SceneSeries, 1);
    series->bindings = g_array_new(TRUE, TRUE, sizeof(Binding));
    series->pieces = g_ptr_array_new_with_free_func(free_piece);
    series->bands = g_ptr_array_new_with_free_func(free_band);
    series->bars = g_array_new(FALSE, FALSE, sizeof(SceneBar));
    series->markers = g_array_new(FALSE, FALSE, sizeof(Point));
    series->dots = g_array_new(FALSE, FALSE, sizeof(SceneDot));
    series->overlaps = g_array_new(FALSE, FALSE, sizeof(SceneOverlap));
    return series;
}

static void free_series(void *data)
{
    SceneSeries *series = data;

    label_release(&series->label);
    g_array_unref(series->bindings);
    g_ptr_array_unref(series->pieces);
    g_ptr_array_unref(series->bands);
    g_array_unref(series->bars);
    g_array_unref(series->markers);
    g_array_unref(series->dots);
    g_array_unref(series->overlaps);
    g_free(series);
}

static void clear_line(void *data)
{
    g_free(((SceneLine *)data)->label);
}

static void clear_note(void *data)
{
    label_release(&((SceneNote *)data)->text);
}

static void clear_span(void *data)
{
    label_release(&((SceneSpan *)data)->label);
}

static void clear_mark(void *data)
{
    label_release(&((SceneMark *)data)->label);
}

static void free_contour(void *data)
{
    SceneContour *contour = data;
    g_free(contour->label);
    g_ptr_array_unref(contour->pieces);
    g_free(contour);
}

SceneContour *scene_contour_new(void)
{
    SceneContour *contour = g_new0(SceneContour, 1);
    contour->pieces = g_ptr_array_new_with_free_func(free_piece);
    return contour;
}

static void release_axis(SceneAxis *axis)
{
    label_release(&axis->label);
    g_clear_pointer(&axis->ticks, g_array_unref);
}

SceneField *scene_field_new(void)
{
    SceneField *field = g_new0(SceneField, 1);
    field->contours = g_ptr_array_new_with_free_func(free_contour);
    return field;
}

void scene_field_free(SceneField *field)
{
    if (!field)
        return;
    g_free(field->values);
    g_free(field->at_x);
    tape_free(field->tape);
    formula_free(field->formula);
    release_axis(&field->bar);
    g_ptr_array_unref(field->contours);
    g_free(field);
}

const SceneField *scene_bar(const ScenePanel *panel)
{
    const SceneField *field = panel->field ? panel->field : panel->strip;
    return field && field->show_bar ? field : NULL;
}

static void free_inset(void *data)
{
    SceneInset *inset = data;
    scene_panel_free(inset->panel);
    g_free(inset);
}

ScenePanel *scene_panel_new(void)
{
    ScenePanel *panel = g_new0(ScenePanel, 1);
    panel->series = g_ptr_array_new_with_free_func(free_series);
    panel->lines = g_array_new(FALSE, FALSE, sizeof(SceneLine));
    g_array_set_clear_func(panel->lines, clear_line);
    panel->notes = g_array_new(FALSE, FALSE, sizeof(SceneNote));
    g_array_set_clear_func(panel->notes, clear_note);
    panel->spans = g_array_new(FALSE, FALSE, sizeof(SceneSpan));
    g_array_set_clear_func(panel->spans, clear_span);
    panel->marks = g_array_new(FALSE, FALSE, sizeof(SceneMark));
    g_array_set_clear_func(panel->marks, clear_mark);
    panel->insets = g_ptr_array_new_with_free_func(free_inset);
    return panel;
}

void scene_panel_free(ScenePanel *panel)
{
    if (!panel)
        return;
    label_release(&panel->title);
    label_release(&panel->subtitle);
    label_release(&panel->caption);
    release_axis(&panel->x);
    release_axis(&panel->y);
    release_axis(&panel->y2);
    g_ptr_array_unref(panel->series);
    g_array_unref(panel->lines);
    g_array_unref(panel->notes);
    g_array_unref(panel->spans);
    g_array_unref(panel->marks);
    scene_field_free(panel->field);
    scene_field_free(panel->strip);
    g_ptr_array_unref(panel->insets);
    g_free(panel);
}
