/* layout_dot.c - dots at jumps: filled where the value is, open where it is not. */
#include "layout/layout_parts.h"

#include <math.h>

enum {
    COMPARED_MAX = 3000, /* dots; of more, none is looked at for company */
    ARC_STEPS = 24       /* of a whole turn */
};

#define SAME_PLACE_PT 0.3
#define RING_SHARE 0.45 /* of the radius, at most */

typedef struct {
    Point center;
    Color color;
    double ring_pt; /* width */
    bool filled;
    bool ringed;     /* filled, with an open dot of another curve around it */
    int rank, count; /* among dots of its kind at this place */
} DotLayout;

static GArray *collect_dots(const Page *page, const PanelLayout *panel)
{
    GArray *dots = g_array_new(FALSE, TRUE, sizeof(DotLayout));

    for (unsigned s = 0; s < panel->panel->series->len; s++) {
        const SceneSeries *series = g_ptr_array_index(panel->panel->series, s);
        for (unsigned i = 0; i < series->dots->len; i++) {
            const SceneDot *from = &g_array_index(series->dots, SceneDot, i);
            DotLayout dot = {
                .center = panel_map_on(panel, series->on_y2, from->at),
                .color = series->color,
                .ring_pt =
                    MIN(series->width_pt, RING_SHARE * page->theme->dot_radius_pt),
                .filled = from->filled,
                .count = 1,
            };
            if (isfinite(dot.center.x) && isfinite(dot.center.y))
                g_array_append_val(dots, dot);
        }
    }
    return dots;
}

static void compare_dots(DotLayout *dot, const DotLayout *other, bool earlier)
{
    if (fabs(dot->center.x - other->center.x) > SAME_PLACE_PT ||
        fabs(dot->center.y - other->center.y) > SAME_PLACE_PT)
        return;
    if (dot->filled == other->filled) {
        dot->count++;
        dot->rank += earlier;
    } else if (dot->filled) {
        dot->ringed = true;
    }
}

static void find_company(GArray *dots)
{
    if (dots->len > COMPARED_MAX)
        return;
    for (unsigned i = 0; i < dots->len; i++) {
        for (unsigned j = 0; j < dots->len; j++) {
            if (i != j)
                compare_dots(&g_array_index(dots, DotLayout, i),
                             &g_array_index(dots, DotLayout, j), j < i);
        }
    }
}

/* A share of a ring, or of a disc when it is filled: what dots of several curves at one
 * place have each. */
static void paint_share(Page *page, const DotLayout *dot, double radius)
{
    Point points[ARC_STEPS + 2];
    int steps = MAX(ARC_STEPS / dot->count, 2);
    int count = 0;

    if (dot->filled)
        points[count++] = dot->center;
    for (int i = 0; i <= steps; i++) {
        /* Shares are counted from the top, clockwise. */
        double turn = (dot->rank + (double)i / steps) / dot->count;
        double angle = (turn - 0.25) * 2 * G_PI;
        points[count++] = (Point){dot->center.x + radius * cos(angle),
                                  dot->center.y + radius * sin(angle)};
    }
    drawing_add_path(
        page->drawing,
        &(DrawingPath){
            .points = points,
            .runs = &count,
            .run_count = 1,
            .closed = dot->filled,
            .filled = dot->filled,
            .fill = dot->color,
            .stroke = {.color = dot->color, .width_pt = dot->filled ? 0 : dot->ring_pt},
        });
}

/* A filled dot has the size of an open one, ring included. */
static void paint_dot(Page *page, const DotLayout *dot, Color inside)
{
    double radius = page->theme->dot_radius_pt;
    double middle = radius - dot->ring_pt / 2;

    if (dot->filled && dot->ringed)
        radius -= 1.5 * dot->ring_pt;
    if (dot->filled ? dot->count == 1 : dot->rank == 0)
        drawing_add_circle(page->drawing,
                           &(DrawingCircle){
                               .center = dot->center,
                               .radius_pt = dot->filled ? radius : middle,
                               .filled = true,
                               .fill = dot->filled ? dot->color : inside,
                               .stroke = {.color = dot->color,
                                          .width_pt = dot->filled ? 0 : dot->ring_pt},
                           });
    if (dot->count > 1)
        paint_share(page, dot, dot->filled ? radius : middle);
}

void dots_paint(Page *page, PanelLayout *panel)
{
    const Theme *theme = page->theme;
    Color inside = color_mix(theme->background, theme->panel, theme->panel.alpha);
    g_autoptr(GArray) dots = collect_dots(page, panel);

    if (dots->len == 0)
        return;
    inside.alpha = 1;
    find_company(dots);
    drawing_begin_group(page->drawing, "dots", NULL);
    for (int filled = 0; filled <= 1; filled++) {
        for (unsigned i = 0; i < dots->len; i++) {
            const DotLayout *dot = &g_array_index(dots, DotLayout, i);
            if (dot->filled == (filled != 0))
                paint_dot(page, dot, inside);
        }
    }
    drawing_end_group(page->drawing);
}
