/* look.c - what a drawing shows, gathered from all that is painted. */
#include "look.h"

#include <math.h>
#include <string.h>

enum { BOX_POINTS = 20 }; /* of a box with round corners; formulas are paths too */

static char *path_of(const Look *look)
{
    g_autoptr(GString) path = g_string_new(NULL);

    for (unsigned i = 0; i < look->groups->len; i++)
        g_string_append_printf(path, "%s%s", i ? "/" : "",
                               (char *)g_ptr_array_index(look->groups, i));
    return g_string_free(g_steal_pointer(&path), FALSE);
}

static bool is_in(const Look *look, const char *group)
{
    for (unsigned i = 0; i < look->groups->len; i++)
        if (strcmp(g_ptr_array_index(look->groups, i), group) == 0)
            return true;
    return false;
}

static bool is_in_inset(const Look *look)
{
    for (unsigned i = 0; i < look->groups->len; i++)
        if (g_str_has_prefix(g_ptr_array_index(look->groups, i), "inset-"))
            return true;
    return false;
}

const Shown *shown_at(const GArray *all, unsigned index)
{
    return &g_array_index((GArray *)all, Shown, index);
}

bool shown_is_of(const Shown *shown, const char *group)
{
    const char *last = strrchr(shown->group, '/');

    return strcmp(last ? last + 1 : shown->group, group) == 0;
}

bool box_is_inside(Rect box, Rect room, double slack)
{
    return box.x >= room.x - slack && box.y >= room.y - slack &&
           box.x + box.width <= room.x + room.width + slack &&
           box.y + box.height <= room.y + room.height + slack;
}

bool boxes_overlap(Rect a, Rect b, double slack)
{
    return fmin(a.x + a.width, b.x + b.width) - fmax(a.x, b.x) > slack &&
           fmin(a.y + a.height, b.y + b.height) - fmax(a.y, b.y) > slack;
}

static void grow(Rect *box, Point point)
{
    double right = fmax(box->x + box->width, point.x);
    double bottom = fmax(box->y + box->height, point.y);

    box->x = fmin(box->x, point.x);
    box->y = fmin(box->y, point.y);
    box->width = right - box->x;
    box->height = bottom - box->y;
}

static void look_text(void *data, const DrawingText *text)
{
    Look *look = data;
    Rect ink = text->line->ink;
    Shown shown = {.what = g_strdup(text->line->plain),
                   .group = path_of(look),
                   .panel = look->panel};

    if (text->angle == 90)
        shown.box = (Rect){text->origin.x + ink.y, text->origin.y - ink.x - ink.width,
                           ink.height, ink.width};
    else
        shown.box = (Rect){text->origin.x + ink.x, text->origin.y + ink.y, ink.width,
                           ink.height};
    g_array_append_val(look->texts, shown);
}

static void add_segments(Look *look, const DrawingPath *path)
{
    const Point *point = path->points;

    for (int run = 0; run < path->run_count; run++, point++) {
        for (int i = 1; i < path->runs[run]; i++, point++) {
            Point ends[] = {point[0], point[1]};
            g_array_append_vals(look->segments, ends, 2);
            g_array_append_val(look->segment_boxes, look->panel);
        }
    }
}

static void look_path(void *data, const DrawingPath *path)
{
    Look *look = data;
    Rect box = {path->points[0].x, path->points[0].y, 0, 0};
    int count = 0;

    for (int run = 0; run < path->run_count; run++)
        count += path->runs[run];
    for (int i = 0; i < count; i++) {
        g_assert_true(isfinite(path->points[i].x) && isfinite(path->points[i].y));
        grow(&box, path->points[i]);
        if (look->clip.width == 0)
            grow(&look->painted, path->points[i]);
    }
    if (is_in(look, "curves") && path->stroke.width_pt > 0)
        add_segments(look, path);
    if (is_in(look, "legend") && path->filled && count == BOX_POINTS) {
        Shown shown = {.box = box, .what = g_strdup("box"), .group = path_of(look)};
        shown.panel = look->panel;
        g_array_append_val(look->boxes, shown);
    }
}

static void look_circle(void *data, const DrawingCircle *circle)
{
    Look *look = data;
    double r = circle->radius_pt;

    g_assert_true(isfinite(circle->center.x) && isfinite(circle->center.y));
    g_assert_cmpfloat(r, >, 0);
    grow(&look->painted, (Point){circle->center.x - r, circle->center.y - r});
    grow(&look->painted, (Point){circle->center.x + r, circle->center.y + r});
}

static void look_group_begin(void *data, const char *name, const char *title)
{
    Look *look = data;

    (void)title;
    if (g_str_has_prefix(name, "panel-") && g_ascii_isdigit(name[6]))
        look->panel = (int)g_ascii_strtoll(name + 6, NULL, 10);
    g_ptr_array_add(look->groups, g_strdup(name));
}

static void look_group_end(void *data)
{
    Look *look = data;
    const char *name = g_ptr_array_index(look->groups, look->groups->len - 1);

    if (g_str_has_prefix(name, "panel-") && g_ascii_isdigit(name[6]))
        look->panel = 0;
    g_ptr_array_set_size(look->groups, (int)look->groups->len - 1);
}

static void look_clip_begin(void *data, Rect rect)
{
    Look *look = data;

    g_assert_cmpfloat(rect.width, >, 0);
    g_assert_cmpfloat(rect.height, >, 0);
    look->clip = rect;
    if (strcmp(g_ptr_array_index(look->groups, look->groups->len - 1), "curves") == 0 &&
        !is_in_inset(look))
        g_array_append_val(look->frames, rect);
}

static void look_clip_end(void *data)
{
    ((Look *)data)->clip = (Rect){0, 0, 0, 0};
}

static void clear_shown(void *shown)
{
    g_free(((Shown *)shown)->what);
    g_free(((Shown *)shown)->group);
}

Look *look_new(const Drawing *drawing)
{
    static const DrawingPainter painter = {
        .path = look_path,
        .circle = look_circle,
        .text = look_text,
        .group_begin = look_group_begin,
        .group_end = look_group_end,
        .clip_begin = look_clip_begin,
        .clip_end = look_clip_end,
    };
    Look *look = g_new0(Look, 1);

    look->texts = g_array_new(FALSE, TRUE, sizeof(Shown));
    look->boxes = g_array_new(FALSE, TRUE, sizeof(Shown));
    g_array_set_clear_func(look->texts, clear_shown);
    g_array_set_clear_func(look->boxes, clear_shown);
    look->frames = g_array_new(FALSE, TRUE, sizeof(Rect));
    look->segments = g_array_new(FALSE, TRUE, sizeof(Point));
    look->segment_boxes = g_array_new(FALSE, TRUE, sizeof(int));
    look->groups = g_ptr_array_new_with_free_func(g_free);
    look->painted =
        (Rect){drawing_width(drawing) / 2, drawing_height(drawing) / 2, 0, 0};
    drawing_paint(drawing, &painter, look);
    g_assert_cmpuint(look->groups->len, ==, 0);
    return look;
}

void look_free(Look *look)
{
    g_array_unref(look->texts);
    g_array_unref(look->boxes);
    g_array_unref(look->frames);
    g_array_unref(look->segments);
    g_array_unref(look->segment_boxes);
    g_ptr_array_unref(look->groups);
    g_free(look);
}
