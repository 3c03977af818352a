/* sampling.c - adaptive sampling between switch points. */
#include "scene/sampling.h"

#include "scene/cutter.h"
#include "scene/envelope.h"
#include "scene/jump.h"
#include "scene/scene.h"

#include <math.h>
#include <string.h>

/* Of the 0.05 pixels: a cell's curve may leave its chord by FLAT before its third
 * point joins it (which leaves a third of that), its cubic may miss that point by
 * MISS, and thinning may take the rest. */
static const double FLAT = 0.02;
static const double MISS = 0.003;
static const double THINNING = 0.042;

/* Cells narrower than this are drawn as they are (pixels). */
static const double NARROW = 0.004;

/* Where in a cell its third point lies: not in the middle, so that what repeats with
 * the grid is not taken for a constant. */
static const double THIRD = 0.45;

/* Of the range beside a pole, whose values do not count for the extent. */
static const double POLE_SHARE = 0.02 * (1 - 1e-9);

/* Cells before any is split: with their third points some two points in two pixels. */
static const double CELL = 2;

enum { GRID_MAX = 4096 };

typedef struct {
    double x, f, df;
    double page_x, page_y, slope; /* slope: on the page */
    int next;                     /* of the same segment; -1: its last */
} Sample;

/* The samples between two switch points, or an end of the range. */
typedef struct {
    int first;
    const Switch *after; /* NULL: the range ends */
} Segment;

struct Sampling {
    SampledFunction function;
    Scale x;
    double width;
    bool adaptive;
    GArray *samples;  /* of Sample */
    GArray *segments; /* of Segment */
};

static Sample *sample_at(const Sampling *sampling, int index)
{
    return &g_array_index(sampling->samples, Sample, index);
}

/* Switch points that divide the range into segments; a plain grid only minds those
 * that break the line. */
static bool divides(const Sampling *sampling, const Switch *at)
{
    if (sampling->adaptive)
        return at->kind != SWITCH_SMOOTH;
    return at->kind == SWITCH_JUMP || at->kind == SWITCH_POLE ||
           at->kind == SWITCH_EDGE;
}

static int add_sample(Sampling *sampling, double x, int previous)
{
    Sample sample = {
        .x = x, .page_x = scale_map(&sampling->x, x) * sampling->width, .next = -1};
    g_array_append_val(sampling->samples, sample);
    int index = (int)sampling->samples->len - 1;
    if (previous >= 0)
        sample_at(sampling, previous)->next = index;
    return index;
}

/* x of grid point i of count cells. */
static double grid_x(const Sampling *sampling, int i, int count)
{
    return scale_invert(&sampling->x, (double)i / count);
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
    int index = segment.first = add_sample(sampling, from, -1);
    for (; *grid <= count && (double)*grid / count < end; (*grid)++) {
        double x = grid_x(sampling, *grid, count);
        if ((double)*grid / count > start && x > from && x < to)
            index = add_sample(sampling, x, index);
    }
    add_sample(sampling, to, index);
    g_array_append_val(sampling->segments, segment);
}

static void evaluate_samples(Sampling *sampling, guint from)
{
    guint count = sampling->samples->len - from;
    g_autofree double *x = g_new(double, 3 * (gsize)count);
    double *f = x + count, *df = f + count;
    for (guint i = 0; i < count; i++)
        x[i] = sample_at(sampling, (int)(from + i))->x;
    sampling->function.evaluate(sampling->function.data, x, count, f, df);
    for (guint i = 0; i < count; i++) {
        Sample *sample = sample_at(sampling, (int)(from + i));
        sample->f = f[i];
        sample->df = df[i];
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
                      : (int)sampling->samples->len - 1;
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
    sampling->samples = g_array_sized_new(FALSE, FALSE, sizeof(Sample), 2048);
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
    evaluate_samples(sampling, 0);
    set_limits(sampling, first, last);
    return sampling;
}

void sampling_free(Sampling *sampling)
{
    if (!sampling)
        return;
    g_array_unref(sampling->samples);
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

bool sampling_extent(const Sampling *sampling, ScaleKind kind, double *low,
                     double *high)
{
    g_autoptr(GArray) poles = pole_surroundings(sampling);
    guint pole = 0;
    *low = INFINITY;
    *high = -INFINITY;
    for (guint i = 0; i < sampling->samples->len; i++) {
        const Sample *sample = sample_at(sampling, (int)i);
        double share = sample->page_x / sampling->width;
        while (pole < poles->len && share > g_array_index(poles, Point, pole).y)
            pole++;
        if (pole < poles->len && share > g_array_index(poles, Point, pole).x)
            continue;
        if (!isfinite(sample->f) || (kind == SCALE_LOG && sample->f <= 0))
            continue;
        *low = fmin(*low, sample->f);
        *high = fmax(*high, sample->f);
    }
    return *low <= *high;
}

/* Puts sample on the page of frame. */
static void place_sample(Sample *sample, const Frame *frame)
{
    sample->page_y = frame_map_y(frame, sample->f);
    double dx = frame->x.kind == SCALE_LOG
                    ? sample->x * log(frame->x.high / frame->x.low)
                    : frame->x.high - frame->x.low;
    double dy = frame->y.kind == SCALE_LOG
                    ? sample->f * log(frame->y.high / frame->y.low)
                    : frame->y.high - frame->y.low;
    sample->slope = sample->df / dy * frame->height * dx / frame->width;
}

/* All three beyond the same edge, and the cubic with them. */
static bool is_outside(const Frame *frame, const Sample *a, const Sample *b,
                       const Sample *c, double bulge)
{
    double least = fmin(a->page_y, fmin(b->page_y, c->page_y));
    double most = fmax(a->page_y, fmax(b->page_y, c->page_y));
    if (least > frame->height)
        return isinf(most) || !(bulge > least - frame->height);
    return most < 0 && (isinf(least) || !(bulge > -most));
}

/* Whether the chords a-c and c-b draw the cell from a to b well enough. */
static bool is_flat(const Frame *frame, const Sample *a, const Sample *b,
                    const Sample *c)
{
    double width = b->page_x - a->page_x;
    if (!(width > NARROW))
        return true;
    if (isnan(a->page_y) || isnan(b->page_y) || isnan(c->page_y))
        return isnan(a->page_y) && isnan(b->page_y) && isnan(c->page_y);
    double share = (c->page_x - a->page_x) / width;
    double chord = (b->page_y - a->page_y) / width;
    double slope_a =
        isfinite(a->slope) ? a->slope : (c->page_y - a->page_y) / (share * width);
    double slope_b =
        isfinite(b->slope) ? b->slope : (b->page_y - c->page_y) / ((1 - share) * width);
    double turn_a = slope_a - chord, turn_b = slope_b - chord;
    double bulge = width * (fabs(turn_a) + fabs(turn_b)) * (4.0 / 27);
    if (is_outside(frame, a, b, c, bulge))
        return true;
    if (!isfinite(chord))
        return false;
    double rest = 1 - share;
    double cubic = a->page_y + width * (chord * share + share * rest * rest * turn_a -
                                        share * share * rest * turn_b);
    double steep = sqrt(1 + chord * chord);
    return bulge < FLAT * steep && fabs(cubic - c->page_y) < MISS * steep;
}

/* Adds a third point to each pending cell (given by its left sample), and leaves in
 * pending the halves of those that are not flat. false: too many samples. */
static bool refine_once(Sampling *sampling, const Frame *frame, GArray *pending)
{
    guint first = sampling->samples->len, cells = pending->len;
    if (first + cells > SAMPLING_MAX_POINTS)
        return false;
    for (guint i = 0; i < cells; i++) {
        const Sample *a = sample_at(sampling, g_array_index(pending, int, i));
        const Sample *b = sample_at(sampling, a->next);
        double page = a->page_x + (b->page_x - a->page_x) * THIRD;
        double x = frame->x.kind == SCALE_LOG
                       ? scale_invert(&sampling->x, page / sampling->width)
                       : a->x + (b->x - a->x) * THIRD;
        add_sample(sampling, CLAMP(x, a->x, b->x), -1);
    }
    evaluate_samples(sampling, first);
    guint left = 0;
    g_autoptr(GArray) halves = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < cells; i++) {
        int index = g_array_index(pending, int, i), middle = (int)(first + i);
        Sample *a = sample_at(sampling, index), *c = sample_at(sampling, middle);
        const Sample *b = sample_at(sampling, a->next);
        if (c->x <= a->x || c->x >= b->x)
            continue;
        place_sample(c, frame);
        bool flat = is_flat(frame, a, b, c);
        c->next = a->next;
        a->next = middle;
        if (flat)
            continue;
        g_array_append_val(halves, index);
        g_array_append_val(halves, middle);
        left += 2;
    }
    g_array_set_size(pending, 0);
    g_array_append_vals(pending, halves->data, left);
    return true;
}

static bool refine(Sampling *sampling, const Frame *frame)
{
    g_autoptr(GArray) pending = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < sampling->samples->len; i++) {
        int index = (int)i;
        if (sample_at(sampling, index)->next >= 0)
            g_array_append_val(pending, index);
    }
    while (pending->len > 0)
        if (!refine_once(sampling, frame, pending))
            return false;
    return true;
}

/* A plain grid is drawn as it is, collinear points and all. */
static Vertex sample_vertex(const Sampling *sampling, const Sample *sample)
{
    return (Vertex){.data = {sample->x, sample->f},
                    .page = {sample->page_x, sample->page_y},
                    .keep = !sampling->adaptive};
}

/* Takes the curve over a switch point: what is drawn between its two sides. */
static void cross_switch(Cutter *cutter, const Switch *at, Vertex left, Vertex right,
                         AtJump at_jump)
{
    bool meet = fabs(left.page.y - right.page.y) < 1e-3;
    if (meet) {
        left.keep = left.keep || at->kind == SWITCH_KINK;
        cutter_add(cutter, left);
        return;
    }
    left.keep = right.keep = true;
    cutter_add(cutter, left);
    bool joined = at_jump == AT_JUMP_LINE && at->kind == SWITCH_JUMP;
    if (!joined || !isfinite(left.page.y) || !isfinite(right.page.y))
        cutter_break(cutter);
    cutter_add(cutter, right);
}

static void draw_segments(const Sampling *sampling, const Frame *frame, AtJump at_jump,
                          GPtrArray *pieces)
{
    Cutter cutter;
    cutter_init(&cutter, &sampling->function, frame, THINNING, pieces);
    bool first_added = false;
    for (guint i = 0; i < sampling->segments->len; i++) {
        const Segment *segment = &g_array_index(sampling->segments, Segment, i);
        const Sample *sample = sample_at(sampling, segment->first);
        if (!first_added)
            cutter_add(&cutter, sample_vertex(sampling, sample));
        first_added = false;
        for (sample = sample_at(sampling, sample->next); sample->next >= 0;
             sample = sample_at(sampling, sample->next))
            cutter_add(&cutter, sample_vertex(sampling, sample));
        if (segment->after) {
            const Sample *next = sample_at(sampling, segment[1].first);
            cross_switch(&cutter, segment->after, sample_vertex(sampling, sample),
                         sample_vertex(sampling, next), at_jump);
            first_added = true;
        } else {
            cutter_add(&cutter, sample_vertex(sampling, sample));
        }
    }
    cutter_release(&cutter);
}

SamplingResult sampling_draw(Sampling *sampling, const Frame *frame, AtJump at_jump,
                             GPtrArray *pieces, GArray *dots)
{
    for (guint i = 0; i < sampling->samples->len; i++)
        place_sample(sample_at(sampling, (int)i), frame);
    if (sampling->adaptive && !refine(sampling, frame)) {
        envelope_draw(&sampling->function, frame, THINNING, pieces);
        return SAMPLING_ENVELOPE;
    }
    draw_segments(sampling, frame, at_jump, pieces);
    if (at_jump == AT_JUMP_DOTS && !jump_add_dots(&sampling->function, frame, dots))
        return SAMPLING_UNDOTTED;
    return SAMPLING_DONE;
}
