/* direct_beside.c - names right of the frame, at the ends of their curves. */
#include "scene/direct_beside.h"

#include <math.h>

#define BESIDE_GAP 0.55   /* of the text's size, from the frame to a name beside it */
#define LEADER_GAP 1.9    /* the same, where leaders need room */
#define LEADER_MARGIN 0.3 /* between leader and text */
#define LEADER_SHIFT 0.5  /* of its height, from which a name needs a leader */
#define NEAR_END 0.985    /* share of the x axis at which a curve has reached the end */
#define SAME_END 0.012    /* share of the y axis within which ends are one */
#define ROW_GAP 0.12      /* of the text's height, between names */

DirectName *direct_name_at(const GArray *names, guint index)
{
    return &g_array_index((GArray *)names, DirectName, index);
}

/* The curve's last point in x that the frame shows, in shares of the axes; false: it
 * has none. */
static bool last_share(const ScenePanel *panel, const SceneSeries *series, Point *end)
{
    bool found = false;

    for (guint p = 0; p < series->pieces->len; p++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, p);
        for (int side = 0; side < 2; side++) {
            guint index = side == 0 ? 0 : piece->points->len - 1;
            Point value = g_array_index(piece->points, Point, index);
            Point at = {scale_map(&panel->x.scale, value.x),
                        scale_map(&panel->y.scale, value.y)};
            if (!isfinite(at.x + at.y) || (found && at.x < end->x))
                continue;
            *end = at;
            found = true;
        }
    }
    return found;
}

bool direct_reaches_end(const ScenePanel *panel, const SceneSeries *series)
{
    Point end;

    return !panel->has_y2 && last_share(panel, series, &end) && end.x > NEAR_END;
}

bool direct_has_own_end(const ScenePanel *panel, const SceneSeries *series)
{
    Point end, other;

    if (panel->has_y2 || !last_share(panel, series, &end) || end.x < NEAR_END)
        return false;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *rival = g_ptr_array_index(panel->series, i);
        if (rival != series && last_share(panel, rival, &other) && other.x > NEAR_END &&
            fabs(other.y - end.y) < SAME_END)
            return false;
    }
    return true;
}

static int compare_ends(const void *a, const void *b)
{
    const DirectName *const *one = a, *const *other = b;

    return ((*one)->end.y > (*other)->end.y) - ((*one)->end.y < (*other)->end.y);
}

/* A row of names that touch one another; they move together. */
typedef struct {
    double want; /* sum of where each one's top had the row begin */
    double height;
    guint count;
} Row;

/* Tops of the names, near their ends and apart: rows that meet become one, which
 * stands where its names are moved least. */
static void spread(GPtrArray *beside, Rect frame)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
    double top = frame.y, bottom = frame.y + frame.height;
    guint index = 0;

    for (guint i = 0; i < beside->len; i++) {
        const DirectName *name = g_ptr_array_index(beside, i);
        Row row = {.want = name->end.y - name->height_pt / 2,
                   .height = name->height_pt * (1 + ROW_GAP),
                   .count = 1};
        while (rows->len > 0) {
            const Row *last = &g_array_index(rows, Row, rows->len - 1);
            double at = CLAMP(last->want / last->count, top, bottom - last->height);
            if (at + last->height <=
                CLAMP(row.want / row.count, top, fmax(bottom - row.height, top)))
                break;
            row.want = last->want + row.want - row.count * last->height;
            row.height += last->height;
            row.count += last->count;
            g_array_set_size(rows, rows->len - 1);
        }
        g_array_append_val(rows, row);
    }
    for (guint i = 0; i < rows->len; i++) {
        const Row *row = &g_array_index(rows, Row, i);
        double y = fmax(fmin(row->want / row->count, bottom - row->height), top);
        for (guint k = 0; k < row->count; k++) {
            DirectName *name = g_ptr_array_index(beside, index++);
            name->box.y = y;
            y += name->height_pt * (1 + ROW_GAP);
        }
    }
}

static bool wants_leader(const DirectName *name)
{
    double middle = name->box.y + name->height_pt / 2;

    return fabs(middle - name->end.y) > LEADER_SHIFT * name->height_pt;
}

bool direct_place_beside(GArray *names, const ScenePanel *panel, Rect frame,
                         double size_pt)
{
    g_autoptr(GPtrArray) beside = g_ptr_array_new();
    double height = 0, gap = BESIDE_GAP;
    double right = frame.x + frame.width;

    for (guint i = 0; i < names->len; i++) {
        DirectName *name = direct_name_at(names, i);
        Point end;
        if (!name->beside || !last_share(panel, name->series, &end))
            continue;
        name->end = (Point){frame.x + end.x * frame.width,
                            frame.y + (1 - end.y) * frame.height};
        height += name->height_pt * (1 + ROW_GAP);
        g_ptr_array_add(beside, name);
    }
    if (height > frame.height)
        return false;
    g_ptr_array_sort(beside, compare_ends);
    spread(beside, frame);
    for (guint i = 0; i < beside->len; i++)
        if (wants_leader(g_ptr_array_index(beside, i)))
            gap = LEADER_GAP;
    for (guint i = 0; i < beside->len; i++) {
        DirectName *name = g_ptr_array_index(beside, i);
        name->box.x = right + gap * size_pt;
        name->box.width = name->width_pt;
        name->box.height = name->height_pt;
        name->has_leader = gap == LEADER_GAP;
        name->leader_from = (Point){right + 0.25 * size_pt, name->end.y};
        name->leader_to = (Point){name->box.x - LEADER_MARGIN * size_pt,
                                  name->box.y + name->height_pt / 2};
    }
    return true;
}

double direct_margin(const GArray *names, double size_pt)
{
    double margin = 0;

    for (guint i = 0; i < names->len; i++) {
        const DirectName *name = direct_name_at(names, i);
        double gap = name->has_leader ? LEADER_GAP : BESIDE_GAP;
        if (name->beside)
            margin = fmax(margin, gap * size_pt + name->width_pt);
    }
    return margin;
}
