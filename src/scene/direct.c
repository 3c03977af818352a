/* direct.c - places for the names of curves. */
#include "scene/direct.h"

#include "scene/direct_beside.h"
#include "scene/legend.h"

#include <math.h>

#define OWN_SHARE 0.03 /* of the frame's height, that a curve's own stretch is off */
#define WITHIN_GAP 0.3 /* of the text's size, from the curve to a name in the frame */
#define BAD_COST 6.0   /* from which a name had better stand beside the frame */

enum { STOPS = 28, PATH_POINTS = 160 };

/* One curve on the page, evenly along its length, roughly. */
typedef struct {
    GArray *lines;  /* of Point, two each */
    GArray *points; /* of Point */
} Path;

static Point map_point(const ScenePanel *panel, const SceneSeries *series, Rect frame,
                       Point value)
{
    const Scale *scale = series->on_y2 ? &panel->y2.scale : &panel->y.scale;
    double x = scale_map(&panel->x.scale, value.x), y = scale_map(scale, value.y);

    return (Point){frame.x + x * frame.width, frame.y + (1 - y) * frame.height};
}

/* Points no further apart than step. */
static void add_line(Path *path, Point from, Point to, double step)
{
    int count = (int)CLAMP(ceil(hypot(to.x - from.x, to.y - from.y) / step), 1, 500);

    if (!isfinite(from.x + from.y + to.x + to.y))
        return;
    g_array_append_val(path->lines, from);
    g_array_append_val(path->lines, to);
    for (int i = 0; i < count; i++) {
        double share = (i + 0.5) / count;
        Point at = {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
        g_array_append_val(path->points, at);
    }
}

static void path_init(Path *path, const ScenePanel *panel, const SceneSeries *series,
                      Rect frame)
{
    double step = (frame.width + frame.height) / PATH_POINTS;

    path->lines = g_array_new(FALSE, FALSE, sizeof(Point));
    path->points = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint p = 0; p < series->pieces->len; p++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, p);
        Point from =
            map_point(panel, series, frame, g_array_index(piece->points, Point, 0));
        for (guint i = 1; i < piece->points->len; i++) {
            Point to =
                map_point(panel, series, frame, g_array_index(piece->points, Point, i));
            bool last = i + 1 == piece->points->len;
            if (!last && hypot(to.x - from.x, to.y - from.y) < step / 4)
                continue;
            add_line(path, from, to, step);
            from = to;
        }
    }
}

static void clear_path(void *data)
{
    Path *path = data;

    g_array_unref(path->lines);
    g_array_unref(path->points);
}

/* Of all series of the panel. */
static GArray *panel_paths(const ScenePanel *panel, Rect frame)
{
    GArray *paths = g_array_new(FALSE, FALSE, sizeof(Path));

    g_array_set_clear_func(paths, clear_path);
    for (guint i = 0; i < panel->series->len; i++) {
        Path path;
        path_init(&path, panel, g_ptr_array_index(panel->series, i), frame);
        g_array_append_val(paths, path);
    }
    return paths;
}

static const Path *path_of(const GArray *paths, const ScenePanel *panel,
                           const SceneSeries *series)
{
    guint index = 0;

    g_ptr_array_find(panel->series, series, &index);
    return &g_array_index((GArray *)paths, Path, index);
}

GArray *direct_names(const ScenePanel *panel)
{
    GArray *names = g_array_new(FALSE, TRUE, sizeof(DirectName));

    for (guint i = 0; i < panel->series->len; i++) {
        DirectName name = {.series = g_ptr_array_index(panel->series, i)};
        if (name.series->in_legend && name.series->label.plain[0] != '\0')
            g_array_append_val(names, name);
    }
    return names;
}

static double distance_to(const Path *path, Rect box)
{
    double least = INFINITY;

    for (guint i = 0; i < path->points->len; i++) {
        Point at = g_array_index(path->points, Point, i);
        double dx = fmax(fmax(box.x - at.x, at.x - box.x - box.width), 0);
        double dy = fmax(fmax(box.y - at.y, at.y - box.y - box.height), 0);
        least = fmin(least, dx * dx + dy * dy);
    }
    return sqrt(least);
}

static double covered(const GArray *paths, Rect box)
{
    double length = 0;

    for (guint i = 0; i < paths->len; i++) {
        const GArray *lines = g_array_index((GArray *)paths, Path, i).lines;
        for (guint k = 0; k + 1 < lines->len; k += 2)
            length += line_within(box, g_array_index(lines, Point, k),
                                  g_array_index(lines, Point, k + 1));
    }
    return length;
}

static bool boxes_meet(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static bool is_within(Rect box, Rect room)
{
    return box.x >= room.x && box.y >= room.y &&
           box.x + box.width <= room.x + room.width &&
           box.y + box.height <= room.y + room.height;
}

/* What is being placed, and among what. */
typedef struct {
    const GArray *names, *paths;
    Rect frame;
    double size_pt;
    guint index;     /* of the name */
    const Path *own; /* its curve's */
} Search;

/* How bad a box is for the name: what it hides, whose curve is nearer, what it lies
 * on. */
static double box_cost(const Search *search, Rect box)
{
    double air = 0.25 * search->size_pt;
    Rect wide = {box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air};
    double own = distance_to(search->own, box), other = INFINITY;
    double cost = 3 * covered(search->paths, box);

    if (!is_within(box, search->frame))
        return INFINITY;
    for (guint i = 0; i < search->index; i++)
        if (boxes_meet(wide, direct_name_at(search->names, i)->box))
            return INFINITY;
    for (guint i = 0; i < search->paths->len; i++) {
        const Path *path = &g_array_index((GArray *)search->paths, Path, i);
        if (path != search->own)
            other = fmin(other, distance_to(path, box));
    }
    if (other < air)
        cost += 4 * (1 - other / air);
    return cost + 1.5 * fmax(1.2 * own - other, 0) + 0.3 * own;
}

/* Tries boxes about one point of the curve; way: 0 above, 1 below, 2 left, 3 right. */
static void try_stop(const Search *search, Point at, double slight, double *least,
                     DirectName *best)
{
    const DirectName *name = direct_name_at(search->names, search->index);
    double gap = WITHIN_GAP * search->size_pt;
    double width = name->width_pt, height = name->height_pt;

    for (int try = 0; try < 8; try++) {
        double across = try < 6 ? (try % 3) / 2.0 : 0;
        Rect box = {.width = width, .height = height};
        double cost;
        if (try < 6) {
            box.x = at.x - across * width;
            box.y = try < 3 ? at.y - gap - height : at.y + gap;
        } else {
            box.x = try == 6 ? at.x - gap - width : at.x + gap;
            box.y = at.y - height / 2;
        }
        cost = box_cost(search, box) + slight + (try % 3 == 1 ? 0 : 0.4);
        if (cost < *least) {
            *least = cost;
            best->box = box;
            best->end = at;
        }
    }
}

/* Whether the point is off all other curves. */
static bool is_own_point(const Search *search, Point at)
{
    double off = OWN_SHARE * search->frame.height;
    Rect box = {at.x - off, at.y - off, 2 * off, 2 * off};

    for (guint i = 0; i < search->paths->len; i++) {
        const Path *path = &g_array_index((GArray *)search->paths, Path, i);
        for (guint k = 0; path != search->own && k < path->points->len; k++) {
            Point other = g_array_index(path->points, Point, k);
            if (other.x > box.x && other.x < box.x + box.width && other.y > box.y &&
                other.y < box.y + box.height)
                return false;
        }
    }
    return true;
}

/* In the frame at a stretch that the curve has for itself, or at any. Returns the
 * cost. */
static double place_within(const Search *search, bool own)
{
    DirectName *name = direct_name_at(search->names, search->index);
    const GArray *points = search->own->points;
    double least = INFINITY;

    for (int stop = 0; stop < STOPS && points->len > 0; stop++) {
        guint index = (guint)((stop + 0.5) / STOPS * points->len);
        Point at = g_array_index(points, Point, index);
        /* Ends are looked at first. */
        double slight = 1.5 * fmin(stop, STOPS - 1 - stop) / STOPS;
        if (!own || is_own_point(search, at))
            try_stop(search, at, slight, &least, name);
    }
    name->has_leader = false;
    return least;
}

static Search search_of(const GArray *names, const GArray *paths,
                        const ScenePanel *panel, Rect frame, double size_pt,
                        guint index)
{
    const DirectName *name = direct_name_at(names, index);

    return (Search){.names = names,
                    .paths = paths,
                    .frame = frame,
                    .size_pt = size_pt,
                    .index = index,
                    .own = path_of(paths, panel, name->series)};
}

bool direct_settle(GArray *names, const ScenePanel *panel, Rect frame, double size_pt)
{
    g_autoptr(GArray) paths = panel_paths(panel, frame);
    bool has_room = true;

    for (guint i = 0; i < names->len; i++) {
        DirectName *name = direct_name_at(names, i);
        Search search = search_of(names, paths, panel, frame, size_pt, i);
        name->beside = name->beside || direct_has_own_end(panel, name->series);
        if (name->beside || place_within(&search, true) < BAD_COST)
            continue;
        if (direct_reaches_end(panel, name->series))
            name->beside = true;
        else if (place_within(&search, false) >= BAD_COST)
            has_room = false;
        if (name->beside || !has_room)
            name->box = (Rect){0, 0, 0, 0};
    }
    return direct_place_beside(names, panel, frame, size_pt) && has_room;
}

bool direct_place(GArray *names, const ScenePanel *panel, Rect frame, double size_pt)
{
    g_autoptr(GArray) paths = panel_paths(panel, frame);

    for (guint i = 0; i < names->len; i++) {
        DirectName *name = direct_name_at(names, i);
        Search search = search_of(names, paths, panel, frame, size_pt, i);
        if (!name->beside && place_within(&search, true) >= BAD_COST &&
            !isfinite(place_within(&search, false)))
            return false;
    }
    return direct_place_beside(names, panel, frame, size_pt);
}
