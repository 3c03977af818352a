/* drawing_places.c - where layout has put what formats set by themselves. */
#include "layout/drawing_inside.h"

void drawing_add_frame(Drawing *drawing, const ScenePanel *panel, Rect frame)
{
    DrawingPlace place = {panel, frame};

    g_array_append_val(drawing->frames, place);
}

static const DrawingPlace *find_place(const Drawing *drawing, const ScenePanel *panel)
{
    for (unsigned i = 0; i < drawing->frames->len; i++)
        if (g_array_index(drawing->frames, DrawingPlace, i).panel == panel)
            return &g_array_index(drawing->frames, DrawingPlace, i);
    return NULL;
}

bool drawing_frame(const Drawing *drawing, const ScenePanel *panel, Rect *frame)
{
    const DrawingPlace *place = find_place(drawing, panel);

    if (place)
        *frame = place->frame;
    return place != NULL;
}

void drawing_add_legend(Drawing *drawing, const DrawingLegend *legend)
{
    g_array_append_vals(drawing->legends, legend, 1);
}

const DrawingLegend *drawing_legend(const Drawing *drawing, const ScenePanel *panel)
{
    for (unsigned i = 0; i < drawing->legends->len; i++) {
        const DrawingLegend *legend =
            &g_array_index(drawing->legends, DrawingLegend, i);
        if (legend->panel == panel)
            return legend;
    }
    return NULL;
}

void drawing_add_tick(Drawing *drawing, const SceneTick *tick)
{
    g_hash_table_add(drawing->ticks, (gpointer)tick);
}

bool drawing_shows(const Drawing *drawing, const SceneTick *tick)
{
    return g_hash_table_contains(drawing->ticks, tick);
}

void drawing_add_contour(Drawing *drawing, const SceneContour *contour, GArray *points)
{
    DrawingLine line = {contour, points};

    g_array_append_val(drawing->contours, line);
}

GPtrArray *drawing_contour(const Drawing *drawing, const SceneContour *contour)
{
    GPtrArray *lines = g_ptr_array_new();

    for (unsigned i = 0; i < drawing->contours->len; i++) {
        const DrawingLine *line = &g_array_index(drawing->contours, DrawingLine, i);
        if (line->contour == contour)
            g_ptr_array_add(lines, line->points);
    }
    return lines;
}

void drawing_add_inset(Drawing *drawing, const DrawingInset *inset)
{
    g_array_append_vals(drawing->insets, inset, 1);
}

const GArray *drawing_insets(const Drawing *drawing)
{
    return drawing->insets;
}

void drawing_add_label(Drawing *drawing, const DrawingLabel *label)
{
    g_array_append_vals(drawing->labels, label, 1);
}

const GArray *drawing_labels(const Drawing *drawing)
{
    return drawing->labels;
}
