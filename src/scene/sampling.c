/* sampling.c - adaptive sampling between switch points. */
#include "scene/sampling.h"

#include "scene/cutter.h"
#include "scene/envelope.h"
#include "scene/jump.h"
#include "scene/range.h"
#include "scene/sampling_inside.h"
#include "scene/scene.h"

#include <math.h>
#include <string.h>

/* Of the 0.05 pixels, what thinning may take; sampling_refine.c takes the rest. */
static const double THINNING = 0.042;

/* What the line through a plain grid may leave out of it (pixels). */
static const double PLAIN_THINNING = 0.005;

/* Of the range beside a pole, whose values do not count for the extent. */
static const double POLE_SHARE = 0.02 * (1 - 1e-9);

/* The same beside a zero on a log scale, for the least value. */
static const double ZERO_SHARE = 0.005;
/* A value this part of those on both sides of it is 0 but for rounding. */
static const double ZERO_RATIO = 1e-4;

/* Width of cells before any is split; third points included, a value a pixel. */
static const double CELL = 2;

enum { GRID_MAX = 4096 };

/* Switch points that divide the range into segments; a plain grid only minds those
 * that break the line. */
static bool divides(const Sampling *sampling, const Switch *at)
{
    if (sampling->adaptive)
        return at->kind != SWITCH_SMOOTH;
    return at->kind == SWITCH_JUMP || at->kind == SWITCH_POLE ||
           at->kind == SWITCH_EDGE;
}

/* Room for that many more. */
static void make_room(Sampling *sampling, guint more)
{
    if (sampling->room - sampling->count >= more)
        return;
    sampling->room = MAX(2 * sampling->room, sampling->count + more);
    sampling->samples = g_renew(Sample, sampling->samples, sampling->room);
}

/* There is room; the next one belongs to the same segment. */
static inline void add_sample(Sampling *sampling, const Scale *scale, double x)
{
    Sample *sample = &sampling->samples[sampling->count++];
    sample->x = x;
    sample->page_x = scale_map(scale, x) * sampling->width;
    sample->next = (int)sampling->count;
}

int sampling_add(Sampling *sampling, double x)
{
    make_room(sampling, 1);
    add_sample(sampling, &sampling->x, x);
    return (int)sampling->count - 1;
}

/* Adds the samples of the segment from..to and moves *grid past them. */
static void add_segment(Sampling *sampling, double from, double to, int *grid,
                        int count, const Switch *after)
{
    /* Slivers beside a switch point are not worth a sample. */
    double gap = sampling->adaptive ? 0.02 / count : 0;
    double start = scale_map(&sampling->x, from) + gap;
    double end = scale_map(&sampling->x, to) - gap;
    Segment segment = {.after = after};
    double before = from;
    const Scale scale = sampling->x;
    make_room(sampling, (guint)MAX(count - *grid + 1, 0) + 2);
    segment.first = (int)sampling->count;
    add_sample(sampling, &scale, from);
    for (; *grid <= count; (*grid)++) {
        double share = (double)*grid / count;
        if (!(share < end))
            break;
        double x = scale_invert(&scale, share);
        /* In a range of a few doubles some come twice, or out of order. */
        if (share <= start || x <= before || x >= to)
            continue;
        add_sample(sampling, &scale, x);
        before = x;
    }
    add_sample(sampling, &scale, to);
    sampling->samples[sampling->count - 1].next = -1;
    g_array_append_val(sampling->segments, segment);
}

void sampling_evaluate(Sampling *sampling, guint from)
{
    guint count = sampling->count - from;
    Sample *samples = sampling->samples + from;
    g_autofree double *x = g_new(double, 3 * (gsize)count);
    /* Slopes are for cells that may be split. */
    double *f = x + count, *df = sampling->adaptive ? f + count : NULL;
    for (guint i = 0; i < count; i++)
        x[i] = samples[i].x;
    sampling->function.evaluate(sampling->function.data, x, count, f, df);
    for (guint i = 0; i < count; i++) {
        samples[i].f = f[i];
        samples[i].df = df ? df[i] : NAN;
    }
}

static void set_jet(Sample *sample, const Jet *jet)
{
    sample->f = jet->f;
    sample->df = jet->df;
}

/* The ends of segments get the one-sided limits of their switch points. */
static void set_limits(Sampling *sampling, const Switch *first, const Switch *last)
{
    const Switch *before = first;
    for (guint i = 0; i < sampling->segments->len; i++) {
        const Segment *segment = &g_array_index(sampling->segments, Segment, i);
        if (before)
            set_jet(sample_at(sampling, segment->first), &before->right);
        int end = i + 1 < sampling->segments->len
                      ? g_array_index(sampling->segments, Segment, i + 1).first - 1
                      : (int)sampling->count - 1;
        const Switch *after = segment->after ? segment->after : last;
        if (after)
            set_jet(sample_at(sampling, end), &after->left);
        before = segment->after;
    }
}

Sampling *sampling_new(const SampledFunction *function, const Scale *x_scale,
                       double width, int samples)
{
    Sampling *sampling = g_new0(Sampling, 1);
    sampling->function = *function;
    sampling->x = *x_scale;
    sampling->width = width;
    sampling->adaptive = samples <= 0;
    sampling->segments = g_array_new(FALSE, FALSE, sizeof(Segment));

    int count =
        samples > 0 ? MAX(samples - 1, 1) : CLAMP((int)ceil(width / CELL), 8, GRID_MAX);
    int grid = 1;
    double from = x_scale->low;
    const Switch *first = NULL, *last = NULL;
    for (unsigned i = 0; i < function->switch_count; i++) {
        const Switch *at = &function->switches[i];
        if (!divides(sampling, at) || at->x < x_scale->low || at->x > x_scale->high)
            continue;
        if (at->x == x_scale->low)
            first = at;
        else if (at->x == x_scale->high)
            last = at;
        else if (at->x > from)
            add_segment(sampling, from, at->x, &grid, count, at);
        from = at->x > from && at->x < x_scale->high ? at->x : from;
    }
    add_segment(sampling, from, x_scale->high, &grid, count, NULL);
    sampling_evaluate(sampling, 0);
    set_limits(sampling, first, last);
    return sampling;
}

void sampling_free(Sampling *sampling)
{
    if (!sampling)
        return;
    g_free(sampling->samples);
    g_array_unref(sampling->segments);
    g_free(sampling);
}

/* Shares of the axis within which values beside a pole do not count. */
static GArray *pole_surroundings(const Sampling *sampling)
{
    GArray *poles = g_array_new(FALSE, FALSE, sizeof(Point));
    const SampledFunction *function = &sampling->function;
    for (unsigned i = 0; i < function->switch_count; i++) {
        if (function->switches[i].kind != SWITCH_POLE)
            continue;
        double share = scale_map(&sampling->x, function->switches[i].x);
        Point range = {share - POLE_SHARE, share + POLE_SHARE};
        if (poles->len > 0) {
            Point *before = &g_array_index(poles, Point, poles->len - 1);
            double previous = before->y - POLE_SHARE, gap = (share - previous) / 6;
            before->y = previous + fmin(gap, POLE_SHARE);
            range.x = share - fmin(gap, POLE_SHARE);
        }
        g_array_append_val(poles, range);
    }
    return poles;
}

/* All samples, as shares of the axis and values. */
static GArray *all_samples(const Sampling *sampling)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Point));
    g_array_set_size(all, sampling->count);
    Point *point = (Point *)(void *)all->data;
    for (guint i = 0; i < sampling->segments->len; i++) {
        int index = g_array_index(sampling->segments, Segment, i).first;
        while (index >= 0) {
            const Sample *sample = sample_at(sampling, index);
            *point++ = (Point){sample->page_x / sampling->width, sample->f};
            index = sample->next;
        }
    }
    return all;
}

/* Shares of the axis where values end at 0, which a log scale sends to minus infinity:
 * where they are not positive, or but for rounding. double, rising. */
static GArray *zero_places(const GArray *all)
{
    GArray *zeros = g_array_new(FALSE, FALSE, sizeof(double));
    const Point *points = (const Point *)(void *)all->data;
    guint left = 0, right = 0;
    for (guint i = 0; i < all->len; i++) {
        while (points[left].x < points[i].x - ZERO_SHARE)
            left++;
        while (right + 1 < all->len && points[right + 1].x <= points[i].x + ZERO_SHARE)
            right++;
        double before = points[left].y, f = points[i].y, after = points[right].y;
        if (f <= 0 ? before > 0 || after > 0
                   : f < ZERO_RATIO * before && f < ZERO_RATIO * after)
            g_array_append_val(zeros, points[i].x);
    }
    return zeros;
}

/* Whether share lies beside a zero; *zero moves on as share rises. */
static bool beside_zero(const GArray *zeros, double share, guint *zero)
{
    while (*zero < zeros->len &&
           g_array_index(zeros, double, *zero) < share - ZERO_SHARE)
        (*zero)++;
    return *zero < zeros->len &&
           g_array_index(zeros, double, *zero) <= share + ZERO_SHARE;
}

static Range sampled_range(const Sampling *sampling, const GArray *all, ScaleKind kind,
                           const GArray *zeros)
{
    g_autoptr(GArray) poles = pole_surroundings(sampling);
    guint pole = 0, zero = 0;
    Range range = RANGE_EMPTY;
    for (guint i = 0; i < all->len; i++) {
        Point point = g_array_index(all, Point, i);
        while (pole < poles->len && point.x > g_array_index(poles, Point, pole).y)
            pole++;
        if (pole < poles->len && point.x > g_array_index(poles, Point, pole).x)
            continue;
        if (!zeros || !beside_zero(zeros, point.x, &zero))
            range_add(&range, point.y, kind);
    }
    return range;
}

static Range finite_range(const Sampling *sampling)
{
    Range range = RANGE_EMPTY;
    for (guint i = 0; i < sampling->count; i++) {
        double f = sampling->samples[i].f;
        if (!isfinite(f))
            continue;
        range.low = MIN(range.low, f);
        range.high = MAX(range.high, f);
    }
    return range;
}

static bool has_poles(const Sampling *sampling)
{
    for (unsigned i = 0; i < sampling->function.switch_count; i++)
        if (sampling->function.switches[i].kind == SWITCH_POLE)
            return true;
    return false;
}

bool sampling_extent(const Sampling *sampling, ScaleKind kind, double *low,
                     double *high)
{
    Range range = RANGE_EMPTY;
    if (kind != SCALE_LOG && !has_poles(sampling)) {
        range = finite_range(sampling);
    } else {
        g_autoptr(GArray) all = all_samples(sampling);
        g_autoptr(GArray) zeros = kind == SCALE_LOG ? zero_places(all) : NULL;
        range = sampled_range(sampling, all, kind, zeros);
        if (zeros && range.low > range.high)
            range = sampled_range(sampling, all, kind, NULL);
    }
    /* A value that is taken at a jump alone gets a dot. */
    for (unsigned i = 0; i < sampling->function.switch_count; i++) {
        const Switch *at = &sampling->function.switches[i];
        if (at->kind == SWITCH_JUMP && at->x >= sampling->x.low &&
            at->x <= sampling->x.high)
            range_add(&range, at->at.f, kind);
    }
    *low = range.low;
    *high = range.high;
    return *low <= *high;
}

void sampling_add_sizes(const Sampling *sampling, GArray *sizes)
{
    for (guint i = 0; i < sampling->count; i++)
        range_add_size(sizes, sample_at(sampling, (int)i)->f);
}

static Vertex sample_vertex(const Sample *sample)
{
    return (Vertex){.data = {sample->x, sample->f},
                    .page = {sample->page_x, sample->page_y}};
}

static void add_sample_to(Cutter *cutter, const Sample *sample)
{
    Vertex vertex = sample_vertex(sample);
    cutter_add(cutter, &vertex);
}

/* Takes the curve over a switch point: what is drawn between its two sides. */
static void cross_switch(Cutter *cutter, const Switch *at, Vertex left, Vertex right,
                         AtJump at_jump)
{
    bool meet = fabs(left.page.y - right.page.y) < 1e-3;
    if (meet) {
        left.keep = left.keep || at->kind == SWITCH_KINK;
        cutter_add(cutter, &left);
        return;
    }
    left.keep = right.keep = true;
    cutter_add(cutter, &left);
    bool joined = at_jump == AT_JUMP_LINE && at->kind == SWITCH_JUMP;
    if (!joined || !isfinite(left.page.y) || !isfinite(right.page.y))
        cutter_break(cutter);
    cutter_add(cutter, &right);
}

static void draw_segments(const Sampling *sampling, const Frame *frame, AtJump at_jump,
                          GPtrArray *pieces)
{
    Cutter cutter;
    cutter_init(&cutter, &sampling->function, frame,
                sampling->adaptive ? THINNING : PLAIN_THINNING, pieces);
    /* A plain grid is told as it is, collinear points and all. */
    cutter.plain = !sampling->adaptive;
    bool first_added = false;
    for (guint i = 0; i < sampling->segments->len; i++) {
        const Segment *segment = &g_array_index(sampling->segments, Segment, i);
        const Sample *sample = sample_at(sampling, segment->first);
        if (!first_added)
            add_sample_to(&cutter, sample);
        first_added = false;
        for (sample = sample_at(sampling, sample->next); sample->next >= 0;
             sample = sample_at(sampling, sample->next))
            add_sample_to(&cutter, sample);
        if (segment->after) {
            const Sample *next = sample_at(sampling, segment[1].first);
            cross_switch(&cutter, segment->after, sample_vertex(sample),
                         sample_vertex(next), at_jump);
            first_added = true;
        } else {
            add_sample_to(&cutter, sample);
        }
    }
    cutter_release(&cutter);
}

SamplingResult sampling_draw(Sampling *sampling, const Frame *frame, AtJump at_jump,
                             GPtrArray *pieces, GArray *dots)
{
    if (!sampling_refine(sampling, frame)) {
        envelope_draw(&sampling->function, frame, THINNING, pieces);
        return SAMPLING_ENVELOPE;
    }
    draw_segments(sampling, frame, at_jump, pieces);
    if (at_jump == AT_JUMP_DOTS && !jump_add_dots(&sampling->function, frame, dots))
        return SAMPLING_UNDOTTED;
    return SAMPLING_DONE;
}
