/* parts.c - making and freeing what a scene consists of. */
#include "scene/parts.h"

#include "scene/label.h"

ScenePiece *scene_piece_new(void)
{
    ScenePiece *piece = g_new(ScenePiece, 1);
    piece->points = g_array_new(FALSE, FALSE, sizeof(Point));
    return piece;
}

void scene_piece_free(ScenePiece *piece)
{
    if (!piece)
        return;
    g_array_unref(piece->points);
    g_free(piece);
}

static void free_piece(void *data)
{
    scene_piece_free(data);
}

SceneSeries *scene_series_new(void)
{
    SceneSeries *series = g_new0(SceneSeries, 1);
    series->pieces = g_ptr_array_new_with_free_func(free_piece);
    series->dots = g_array_new(FALSE, FALSE, sizeof(SceneDot));
    series->overlaps = g_array_new(FALSE, FALSE, sizeof(SceneOverlap));
    return series;
}

void scene_series_free(SceneSeries *series)
{
    if (!series)
        return;
    label_release(&series->label);
    g_ptr_array_unref(series->pieces);
    g_array_unref(series->dots);
    g_array_unref(series->overlaps);
    g_free(series);
}

static void free_series(void *data)
{
    scene_series_free(data);
}

static void clear_line(void *data)
{
    g_free(((SceneLine *)data)->label);
}

static void clear_note(void *data)
{
    label_release(&((SceneNote *)data)->text);
}

ScenePanel *scene_panel_new(void)
{
    ScenePanel *panel = g_new0(ScenePanel, 1);
    panel->series = g_ptr_array_new_with_free_func(free_series);
    panel->lines = g_array_new(FALSE, FALSE, sizeof(SceneLine));
    g_array_set_clear_func(panel->lines, clear_line);
    panel->notes = g_array_new(FALSE, FALSE, sizeof(SceneNote));
    g_array_set_clear_func(panel->notes, clear_note);
    return panel;
}

void scene_panel_free(ScenePanel *panel)
{
    if (!panel)
        return;
    label_release(&panel->title);
    label_release(&panel->subtitle);
    label_release(&panel->x.label);
    label_release(&panel->y.label);
    g_clear_pointer(&panel->x.ticks, g_array_unref);
    g_clear_pointer(&panel->y.ticks, g_array_unref);
    g_ptr_array_unref(panel->series);
    g_array_unref(panel->lines);
    g_array_unref(panel->notes);
    g_free(panel);
}
