/* sampling_refine.c - cells of a sampling split until chords draw them. */
#include "scene/sampling_inside.h"

#include <math.h>

/* Of the 0.05 pixels: a cell's curve may leave its chord by FLAT before its third
 * point joins it (which leaves a third of that), its cubic may miss that point by
 * MISS, and thinning may take the rest. */
static const double FLAT = 0.02;
static const double MISS = 0.003;

/* Cells narrower than this are drawn as they are (pixels). */
static const double NARROW = 0.004;

/* Where in a cell its third point lies: not in the middle, so that what repeats with
 * the grid is not taken for a constant. */
static const double THIRD = 0.45;

/* Puts sample on the page of frame. */
static void place_sample(Sample *sample, const Frame *frame)
{
    sample->page_y = frame_map_y(frame, sample->f);
}

/* And its slope there. */
static void place_slope(Sample *sample, const Frame *frame)
{
    double dx = scale_rate(&frame->x, sample->x);
    double dy = scale_rate(&frame->y, sample->f);
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
    guint first = sampling->count, cells = pending->len;
    if (first + cells > SAMPLING_MAX_POINTS)
        return false;
    for (guint i = 0; i < cells; i++) {
        const Sample *a = sample_at(sampling, g_array_index(pending, int, i));
        const Sample *b = sample_at(sampling, a->next);
        double page = a->page_x + (b->page_x - a->page_x) * THIRD;
        double x = scale_is_curved(&frame->x)
                       ? scale_invert(&sampling->x, page / sampling->width)
                       : a->x + (b->x - a->x) * THIRD;
        sampling_add(sampling, CLAMP(x, a->x, b->x));
    }
    sampling_evaluate(sampling, first);
    guint left = 0;
    g_autoptr(GArray) halves = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < cells; i++) {
        int index = g_array_index(pending, int, i), middle = (int)(first + i);
        Sample *a = sample_at(sampling, index), *c = sample_at(sampling, middle);
        const Sample *b = sample_at(sampling, a->next);
        if (c->x <= a->x || c->x >= b->x)
            continue;
        place_sample(c, frame);
        place_slope(c, frame);
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

bool sampling_refine(Sampling *sampling, const Frame *frame)
{
    if (scale_equal(&frame->y, &sampling->y))
        return sampling->refined;
    for (guint i = 0; i < sampling->count; i++)
        place_sample(&sampling->samples[i], frame);
    sampling->y = frame->y;
    sampling->refined = true;
    if (!sampling->adaptive)
        return true;
    for (guint i = 0; i < sampling->count; i++)
        place_slope(&sampling->samples[i], frame);
    g_autoptr(GArray) pending = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < sampling->count; i++) {
        int index = (int)i;
        if (sample_at(sampling, index)->next >= 0)
            g_array_append_val(pending, index);
    }
    while (pending->len > 0 && sampling->refined)
        sampling->refined = refine_once(sampling, frame, pending);
    return sampling->refined;
}
