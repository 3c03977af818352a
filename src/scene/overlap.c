/* overlap.c - where curves of a panel lie on one another. */
#include "scene/overlap.h"

#include <math.h>
#include <stdint.h>

/* Curves nearer than this hide one another (pixels; lines are some 3 wide). */
static const double NEAR = 0.5;

/* Stretches shorter than this are crossings, not coincidences (pixels). */
static const double SHORTEST = 24;

/* Sets of series are bits of a word. */
enum { SERIES_MAX = 64, CUTS_MAX = 256 };

/* One series on the page, walked from left to right. */
typedef struct {
    GArray *vertices; /* of Vertex; a NaN page x parts pieces */
    guint at;         /* vertices at and at + 1 bound the present interval */
    bool present;
    double y, slope; /* in the present interval: at its start */
    uint64_t mates;  /* with whom it coincides, itself included; 0: nobody */
    double since;    /* page x where that began */
    double length;   /* and how long it is by now, along the curve */
} Walker;

typedef struct {
    ScenePanel *panel;
    const Frame *frame;
    Walker walkers[SERIES_MAX];
    guint count;
    double x; /* page x of the present place */
} Search;

/* The vertices of a series; none if it does not run to the right. */
static GArray *series_vertices(const SceneSeries *series, const Frame *frame)
{
    GArray *vertices = g_array_new(FALSE, FALSE, sizeof(Vertex));
    double before = -INFINITY;
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        for (guint k = 0; k < piece->points->len; k++) {
            Vertex vertex = {.data = g_array_index(piece->points, Point, k)};
            vertex.page = frame_map(frame, vertex.data);
            if (vertex.page.x < before) {
                g_array_set_size(vertices, 0);
                return vertices;
            }
            before = vertex.page.x;
            g_array_append_val(vertices, vertex);
        }
        Vertex gap = {.page = {NAN, NAN}};
        g_array_append_val(vertices, gap);
    }
    return vertices;
}

static void end_stretch(Search *search, guint index)
{
    Walker *walker = &search->walkers[index];
    if (walker->mates != 0 && walker->length >= SHORTEST) {
        const Frame *frame = search->frame;
        SceneOverlap overlap = {
            .first = scale_invert(&frame->x, walker->since / frame->width),
            .last = scale_invert(&frame->x, search->x / frame->width),
            .rank = __builtin_popcountll(walker->mates & ((UINT64_C(1) << index) - 1)),
            .count = __builtin_popcountll(walker->mates),
            .leader = __builtin_ctzll(walker->mates),
        };
        SceneSeries *series = g_ptr_array_index(search->panel->series, index);
        g_array_append_val(series->overlaps, overlap);
    }
    walker->mates = 0;
    walker->length = 0;
}

/* The series goes on with these mates from the present place over step. */
static void go_on(Search *search, guint index, uint64_t mates, double step)
{
    Walker *walker = &search->walkers[index];
    if ((mates & (mates - 1)) == 0) /* alone */
        mates = 0;
    if (mates != walker->mates) {
        end_stretch(search, index);
        walker->mates = mates;
        walker->since = search->x;
    }
    walker->length += step * sqrt(1 + walker->slope * walker->slope);
}

/* Moves each walker to the interval from x to end, within which it is straight.
 * A piece that ends there ends its stretch, and that of its mates. */
static void enter_interval(Search *search, double end)
{
    for (guint i = 0; i < search->count; i++) {
        Walker *walker = &search->walkers[i];
        const Vertex *vertices = (const Vertex *)(void *)walker->vertices->data;
        guint before = walker->at, last = walker->vertices->len;
        while (walker->at + 1 < last && !(vertices[walker->at + 1].page.x >= end))
            walker->at++;
        /* A gap that was passed: the mates' stretches end with the piece. */
        bool parted = false;
        for (guint k = before; k <= walker->at && k < last; k++)
            parted = parted || isnan(vertices[k].page.x);
        if (parted)
            for (guint k = 0; k < search->count; k++)
                if (search->walkers[k].mates & (UINT64_C(1) << i))
                    end_stretch(search, k);
        const Vertex *a = &vertices[walker->at], *b = a + 1;
        walker->present = walker->at + 1 < last && a->page.x <= search->x &&
                          b->page.x >= end && b->page.x > a->page.x;
        if (!walker->present)
            continue;
        walker->slope = (b->page.y - a->page.y) / (b->page.x - a->page.x);
        walker->y = a->page.y + walker->slope * (search->x - a->page.x);
    }
}

/* How near two straight lines must be to hide one another, measured upwards. */
static double near_height(const Walker *a, const Walker *b)
{
    double slope = fmin(fabs(a->slope), fabs(b->slope));
    return NEAR * sqrt(1 + slope * slope);
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Where within the interval (from its start) pairs come near or part. Returns how
 * many; cuts holds CUTS_MAX. */
static int find_cuts(const Search *search, double width, double *cuts)
{
    int count = 0;
    for (guint i = 0; i < search->count; i++) {
        for (guint k = i + 1; k < search->count; k++) {
            const Walker *a = &search->walkers[i], *b = &search->walkers[k];
            if (!a->present || !b->present || a->slope == b->slope)
                continue;
            double near = near_height(a, b);
            for (int side = -1; side <= 1; side += 2) {
                double at = (side * near - (a->y - b->y)) / (a->slope - b->slope);
                if (at > 0 && at < width && count < CUTS_MAX)
                    cuts[count++] = at;
            }
        }
    }
    qsort(cuts, (size_t)count, sizeof *cuts, compare_doubles);
    return count;
}

/* Groups the series by nearness at the middle of start..start + step, and goes on. */
static void group(Search *search, double start, double step)
{
    uint64_t mates[SERIES_MAX] = {0};
    double middle = start + 0.5 * step;
    for (guint i = 0; i < search->count; i++) {
        const Walker *a = &search->walkers[i];
        if (!a->present)
            continue;
        mates[i] |= UINT64_C(1) << i;
        for (guint k = 0; k < i; k++) {
            const Walker *b = &search->walkers[k];
            double apart = a->y + a->slope * middle - b->y - b->slope * middle;
            if (!b->present || fabs(apart) > near_height(a, b))
                continue;
            uint64_t all = mates[i] | mates[k];
            for (guint m = 0; m <= i; m++)
                if (all & (UINT64_C(1) << m))
                    mates[m] = all;
        }
    }
    for (guint i = 0; i < search->count; i++)
        go_on(search, i, mates[i], step);
}

static void walk(Search *search, const GArray *xs)
{
    for (guint i = 0; i + 1 < xs->len; i++) {
        double from = g_array_index(xs, double, i),
               to = g_array_index(xs, double, i + 1);
        if (!(to > from))
            continue;
        search->x = from;
        enter_interval(search, to);
        double cuts[CUTS_MAX + 1];
        int count = find_cuts(search, to - from, cuts);
        cuts[count++] = to - from;
        double start = 0;
        for (int k = 0; k < count; k++) {
            search->x = from + start;
            if (cuts[k] > start)
                group(search, start, cuts[k] - start);
            start = cuts[k];
        }
        search->x = to;
    }
    for (guint i = 0; i < search->count; i++)
        end_stretch(search, i);
}

void overlap_find(ScenePanel *panel, const Frame *frame)
{
    if (panel->series->len < 2 || panel->series->len > SERIES_MAX)
        return;
    Search *search = g_new0(Search, 1);
    *search = (Search){.panel = panel, .frame = frame, .count = panel->series->len};
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < search->count; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        GArray *vertices = series_vertices(series, frame);
        search->walkers[i].vertices = vertices;
        for (guint k = 0; k < vertices->len; k++)
            if (!isnan(g_array_index(vertices, Vertex, k).page.x))
                g_array_append_val(xs, g_array_index(vertices, Vertex, k).page.x);
    }
    g_array_sort(xs, compare_doubles);
    walk(search, xs);
    for (guint i = 0; i < search->count; i++)
        g_array_unref(search->walkers[i].vertices);
    g_free(search);
}
