/* layout_contour.c - contour lines, and their levels written on them. */
#include "layout/layout_parts.h"

#include <math.h>

#define LABEL_SIZE 0.85  /* of the tick size */
#define LABEL_GAP 0.35   /* of the label's size, left free at either side */
#define LEAST_LENGTH 3.0 /* of a line with a label, in widths of that */
#define STRAIGHT 0.97    /* chord by arc under a label */
#define ROOM 2.0         /* points from the frame */
#define OTHER_LINE 0.15  /* the cost of a point of another line under a label */
#define STEEP 0.3        /* radians from upright: labels read upwards there */

enum { CANDIDATES = 48, LABELS_A_LEVEL = 2 };

/* A line on the page with the way along it. */
typedef struct {
    GArray *points; /* of Point */
    double *along;  /* from the first point to each */
    double length;
} Trail;

static void trail_init(Trail *trail, const PanelLayout *panel, const GArray *points)
{
    trail->points = g_array_sized_new(FALSE, FALSE, sizeof(Point), points->len);
    trail->along = g_new(double, points->len);
    trail->length = 0;
    for (unsigned i = 0; i < points->len; i++) {
        Point at = panel_map(panel, g_array_index(points, Point, i));
        if (i > 0) {
            Point last = g_array_index(trail->points, Point, i - 1);
            trail->length += hypot(at.x - last.x, at.y - last.y);
        }
        g_array_append_val(trail->points, at);
        trail->along[i] = trail->length;
    }
}

static void trail_release(Trail *trail)
{
    g_array_unref(trail->points);
    g_free(trail->along);
}

static Point trail_point(const Trail *trail, double along)
{
    unsigned i = 1;

    while (i + 1 < trail->points->len && trail->along[i] < along)
        i++;
    Point a = g_array_index(trail->points, Point, i - 1);
    Point b = g_array_index(trail->points, Point, i);
    double step = trail->along[i] - trail->along[i - 1];
    double part = step > 0 ? (along - trail->along[i - 1]) / step : 0;
    return (Point){a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
}

/* A place for a label: the middle of a stretch, and how it is turned. */
typedef struct {
    double along, angle; /* radians, y down, within -pi/2 .. pi/2 */
    Point middle;
    Rect box;
    double cost;
} Place;

static Rect turned_box(Point middle, double angle, double width, double height)
{
    double across = fabs(cos(angle)) * width + fabs(sin(angle)) * height;
    double down = fabs(sin(angle)) * width + fabs(cos(angle)) * height;

    return (Rect){middle.x - across / 2, middle.y - down / 2, across, down};
}

static bool is_inside(Rect box, Rect frame)
{
    return box.x >= frame.x + ROOM && box.y >= frame.y + ROOM &&
           box.x + box.width <= frame.x + frame.width - ROOM &&
           box.y + box.height <= frame.y + frame.height - ROOM;
}

/* Whether a label of that width may stand there; sets the place if so. */
static bool try_place(const Trail *trail, const PanelLayout *panel,
                      const Clutter *lines, double along, double width, double height,
                      Place *place)
{
    Point from = trail_point(trail, along - width / 2);
    Point to = trail_point(trail, along + width / 2);
    double chord = hypot(to.x - from.x, to.y - from.y);
    double angle = atan2(to.y - from.y, to.x - from.x);

    if (chord < STRAIGHT * width)
        return false;
    /* From left to right, and upwards where the line is upright. */
    if (angle >= G_PI / 2 - STEEP)
        angle -= G_PI;
    if (angle < -G_PI / 2 - STEEP)
        angle += G_PI;
    *place = (Place){.along = along, .angle = angle};
    place->middle = (Point){(from.x + to.x) / 2, (from.y + to.y) / 2};
    place->box = turned_box(place->middle, angle, width, height);
    place->cost = fabs(along / trail->length - 0.5) + 0.3 * fabs(angle) +
                  4 * (1 - chord / width) +
                  0.2 * clutter_hidden(&panel->clutter, place->box) +
                  OTHER_LINE * (clutter_hidden(lines, place->box) - width);
    return is_inside(place->box, panel->frame);
}

static bool find_place(const Trail *trail, const PanelLayout *panel,
                       const Clutter *lines, double width, double height, Place *best)
{
    bool found = false;

    if (trail->length < LEAST_LENGTH * width)
        return false;
    for (int i = 0; i <= CANDIDATES; i++) {
        double along = width / 2 + (trail->length - width) * i / CANDIDATES;
        Place place;
        if (!try_place(trail, panel, lines, along, width, height, &place))
            continue;
        if (!found || place.cost < best->cost)
            *best = place;
        found = true;
    }
    return found && best->cost < 3;
}

/* Tells formats that draw contours themselves. */
static void tell_run(Page *page, const PanelLayout *panel, const SceneContour *contour,
                     const Point *points, int count)
{
    const Rect *frame = &panel->frame;
    const Scale *x = &panel->x.axis->scale, *y = &panel->y.axis->scale;
    GArray *run = g_array_sized_new(FALSE, FALSE, sizeof(Point), (unsigned)count);

    for (int i = 0; i < count; i++) {
        double u = (points[i].x - frame->x) / frame->width;
        double v = 1 - (points[i].y - frame->y) / frame->height;
        Point at = {scale_invert(x, u), scale_invert(y, v)};
        g_array_append_val(run, at);
    }
    drawing_add_contour(page->drawing, contour, run);
}

/* The line without the stretch from .. to. */
static void paint_trail(Page *page, const PanelLayout *panel,
                        const SceneContour *contour, const Trail *trail, double from,
                        double to, Stroke stroke)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    int runs[2] = {0, 0}, run = 0;

    stroke.cap = CAP_ROUND;
    for (unsigned i = 0; i < trail->points->len; i++) {
        Point at = g_array_index(trail->points, Point, i);
        if (from < to && run == 0 && trail->along[i] > from) {
            Point last = trail_point(trail, from), next = trail_point(trail, to);
            g_array_append_val(points, last);
            runs[run++]++;
            g_array_append_val(points, next);
            runs[run]++;
        }
        if (from < to && trail->along[i] > from && trail->along[i] < to)
            continue;
        g_array_append_val(points, at);
        runs[run]++;
    }
    const Point *all = (const Point *)(void *)points->data;
    drawing_add_path(page->drawing, &(DrawingPath){.points = all,
                                                   .runs = runs,
                                                   .run_count = run + 1,
                                                   .stroke = stroke});
    tell_run(page, panel, contour, all, runs[0]);
    if (run > 0)
        tell_run(page, panel, contour, all + runs[0], runs[1]);
}

static TextLine *make_label(Page *page, const SceneContour *contour)
{
    g_autofree char *markup = NULL;

    if (!contour->label)
        return NULL;
    markup = g_markup_escape_text(contour->label, -1);
    return text_line_new(page->text, markup, LABEL_SIZE * page->theme->tick_size_pt,
                         false);
}

/* The middle of the text at the place's. */
static void paint_label(Page *page, TextLine *label, const Place *place, double size_pt,
                        Color color)
{
    double half = label->width_pt / 2, rise = line_rise(label, size_pt) / 2;
    double c = cos(place->angle), s = sin(place->angle);
    Point origin = {place->middle.x - half * c - rise * s,
                    place->middle.y - half * s + rise * c};

    color.alpha = 1;
    drawing_add_text(page->drawing, label, origin, -place->angle * 180 / G_PI, color);
}

static void tell_label(Page *page, const PanelLayout *panel,
                       const SceneContour *contour, const Place *place, double size_pt)
{
    DrawingLabel label = {.panel = panel->panel,
                          .plain = contour->label,
                          .box = place->box,
                          .angle = -place->angle * 180 / G_PI,
                          .of_field = true,
                          .size_pt = size_pt,
                          .color = contour->color};

    label.color.alpha = 1;
    drawing_add_label(page->drawing, &label);
}

/* One line, with a label if there is room; true: it has one. */
static bool paint_line(Page *page, PanelLayout *panel, const Clutter *lines,
                       const SceneContour *contour, const ScenePiece *piece,
                       bool labelled)
{
    double size = LABEL_SIZE * page->theme->tick_size_pt, gap = LABEL_GAP * size;
    Stroke stroke = {
        .color = contour->color, .width_pt = contour->width_pt, .dash = contour->dash};
    g_autoptr(TextLine) label = labelled ? make_label(page, contour) : NULL;
    Place place = {0};
    Trail trail;
    bool placed;

    trail_init(&trail, panel, piece->points);
    placed = label && find_place(&trail, panel, lines, label->width_pt + 2 * gap,
                                 line_rise(label, size) + gap, &place);
    if (placed) {
        double half = label->width_pt / 2 + gap;
        paint_trail(page, panel, contour, &trail, place.along - half,
                    place.along + half, stroke);
        tell_label(page, panel, contour, &place, size);
        paint_label(page, g_steal_pointer(&label), &place, size, contour->color);
        clutter_add_box(&panel->clutter, place.box);
    } else {
        paint_trail(page, panel, contour, &trail, 0, 0, stroke);
    }
    trail_release(&trail);
    return placed;
}

static int compare_lengths(const void *a, const void *b)
{
    const ScenePiece *one = *(ScenePiece *const *)a, *two = *(ScenePiece *const *)b;

    return (int)two->points->len - (int)one->points->len;
}

/* All lines, so that no label stands on another than its own. */
static void collect_lines(Clutter *lines, const PanelLayout *panel)
{
    const GPtrArray *contours = panel->panel->field->contours;

    for (unsigned i = 0; i < contours->len; i++) {
        const GPtrArray *pieces =
            ((const SceneContour *)g_ptr_array_index(contours, i))->pieces;
        for (unsigned k = 0; k < pieces->len; k++) {
            const GArray *points =
                ((const ScenePiece *)g_ptr_array_index(pieces, k))->points;
            for (unsigned n = 0; n + 1 < points->len; n++)
                clutter_add_segment(
                    lines, panel_map(panel, g_array_index(points, Point, n)),
                    panel_map(panel, g_array_index(points, Point, n + 1)));
        }
    }
}

/* The longest lines of a level get labels. */
void contours_paint(Page *page, PanelLayout *panel)
{
    const SceneField *field = panel->panel->field;
    Clutter lines;

    if (!field || field->contours->len == 0)
        return;
    clutter_init(&lines);
    collect_lines(&lines, panel);
    drawing_begin_group(page->drawing, "contours", NULL);
    drawing_begin_clip(page->drawing, panel->frame);
    for (unsigned i = 0; i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        g_autoptr(GPtrArray) pieces = g_ptr_array_new();
        int labels = 0;

        for (unsigned k = 0; k < contour->pieces->len; k++)
            g_ptr_array_add(pieces, g_ptr_array_index(contour->pieces, k));
        g_ptr_array_sort(pieces, compare_lengths);
        for (unsigned k = 0; k < pieces->len; k++)
            labels += paint_line(page, panel, &lines, contour,
                                 g_ptr_array_index(pieces, k), labels < LABELS_A_LEVEL);
    }
    clutter_release(&lines);
    drawing_end_clip(page->drawing);
    drawing_end_group(page->drawing);
}
