/* layout_mark.c - marks at points, and their labels beside them. */
#include "layout/layout_parts.h"

#include <math.h>

#define LABEL_SIZE 0.92 /* of the tick size */
#define GAP 2.0         /* points, from a mark to its label */
#define EDGE 0.8        /* points, of the ground around a filled mark */
#define LEADER_FROM                                                                    \
    9.0 /* points between mark and label from which a line joins them                  \
         */

static bool mark_point(const PanelLayout *panel, const SceneMark *mark, Point *at)
{
    *at = panel_map_on(panel, mark->on_y2, mark->at);
    return isfinite(at->x) && isfinite(at->y);
}

static void place_label(Page *page, PanelLayout *panel, const SceneMark *mark, Point at)
{
    double radius = mark->marker == MARKER_NONE ? 0 : mark->size_pt / 2;
    const double distances[] = {radius + GAP, radius + 2 * GAP, radius + 7,
                                radius + 14,  radius + 24,      radius + 38};
    NoteLayout note = {.color = page->theme->text, .point = at, .from = &mark->label};
    double cost;

    block_set(&note.text, page->text, mark->label.pango,
              LABEL_SIZE * page->theme->tick_size_pt, false, page->scene->width_pt);
    if (note.text.count == 0)
        return;
    note.box = place_beside(panel, at,
                            &(PlaceWish){.width = note.text.width_pt,
                                         .height = note.text.height_pt,
                                         .distances = distances,
                                         .distance_count = G_N_ELEMENTS(distances),
                                         .clearance = 1.2,
                                         .radius = radius},
                            &cost);
    if (!is_readable_at(panel, note.box)) {
        page->dropped[PART_MARK_LABEL] = true;
        block_clear(&note.text);
        return;
    }
    note.leader = box_distance(note.box, at) > radius + LEADER_FROM;
    g_array_append_val(panel->notes, note);
    clutter_add_box(&panel->clutter, note.box);
    if (note.leader)
        clutter_add_segment(&panel->clutter, leave_box(note.box, at), at);
}

void marks_place(Page *page, PanelLayout *panel)
{
    const GArray *marks = panel->panel->marks;
    Point at;

    for (unsigned i = 0; i < marks->len; i++) {
        const SceneMark *mark = &g_array_index(marks, SceneMark, i);
        double radius = mark->size_pt / 2;
        if (mark->marker != MARKER_NONE && mark_point(panel, mark, &at))
            clutter_add_box(&panel->clutter, (Rect){at.x - radius, at.y - radius,
                                                    2 * radius, 2 * radius});
    }
    for (unsigned i = 0; i < marks->len; i++) {
        const SceneMark *mark = &g_array_index(marks, SceneMark, i);
        if (mark_point(panel, mark, &at))
            place_label(page, panel, mark, at);
    }
}

void marks_paint(Page *page, PanelLayout *panel)
{
    const GArray *marks = panel->panel->marks;
    const Theme *theme = page->theme;
    Color ground = color_mix(theme->background, theme->panel, theme->panel.alpha);
    Point at;

    if (marks->len == 0)
        return;
    ground.alpha = 1;
    drawing_begin_group(page->drawing, "marks", NULL);
    for (unsigned i = 0; i < marks->len; i++) {
        const SceneMark *mark = &g_array_index(marks, SceneMark, i);
        if (!mark_point(panel, mark, &at))
            continue;
        marker_paint(page, at, mark->marker, mark->size_pt,
                     mark->filled ? mark->color : ground,
                     (Stroke){.color = mark->filled ? ground : mark->color,
                              .width_pt = mark->filled ? EDGE : 1.5 * EDGE});
    }
    drawing_end_group(page->drawing);
}
