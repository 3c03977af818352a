/* band.c - areas between two lines. */
#include "scene/band.h"

#include "base/error.h"
#include "scene/parts.h"

#include <math.h>
#include <string.h>

enum { SAMPLES = 1001, CUTS_MAX = 6 };

/* Formulas' bands are thinned to this (pixels). */
static const double TOLERANCE = 0.1;

struct FormulaBand {
    Formula *low, *high;
    Tape *low_tape, *high_tape;
};

/* Both bounds at one x, and where they are on the page. */
typedef struct {
    double x, low, high;
    double page_x, page_low, page_high;
} Station;

/* Far below the frame stands for nothing on a log scale. */
static double page_y(const Frame *frame, double y)
{
    double page = frame_map_y(frame, y);
    return isinf(page) ? copysign(100 * frame->height, page) : page;
}

static Station station_at(const GArray *lows, const GArray *highs, guint i,
                          const Frame *frame)
{
    Point a = g_array_index(lows, Point, i), b = g_array_index(highs, Point, i);
    Station station = {a.x, fmin(a.y, b.y), fmax(a.y, b.y), 0, 0, 0};
    if (!isfinite(a.y) || !isfinite(b.y))
        station.low = station.high = NAN;
    station.page_x = scale_map(&frame->x, a.x) * frame->width;
    station.page_low = page_y(frame, station.low);
    station.page_high = page_y(frame, station.high);
    return station;
}

static bool station_is_finite(const Station *at)
{
    return isfinite(at->page_x + at->page_low + at->page_high);
}

static double clamp_y(const Frame *frame, double y)
{
    return CLAMP(y, frame->y.low, frame->y.high);
}

static double between(const Scale *scale, double size, double a, double b, double share)
{
    return scale_invert(scale, CLAMP((a + (b - a) * share) / size, 0, 1));
}

/* Adds the place at a share of the way from one station to the next. */
static void add_place(SceneBand *band, const Frame *frame, const Station *a,
                      const Station *b, double share)
{
    const Station *end = share == 0 ? a : share == 1 ? b : NULL;
    Point low, high;
    if (end) {
        low = (Point){end->x, clamp_y(frame, end->low)};
        high = (Point){end->x, clamp_y(frame, end->high)};
    } else {
        double x = between(&frame->x, frame->width, a->page_x, b->page_x, share);
        low = (Point){
            x, between(&frame->y, frame->height, a->page_low, b->page_low, share)};
        high = (Point){
            x, between(&frame->y, frame->height, a->page_high, b->page_high, share)};
    }
    g_array_append_val(band->low, low);
    g_array_append_val(band->high, high);
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The shares of the way at which a bound meets an edge of the frame, sorted between
 * first and last, which are among them. */
static int find_cuts(const Frame *frame, const Station *a, const Station *b,
                     double first, double last, double cuts[CUTS_MAX])
{
    const double from[2] = {a->page_low, a->page_high};
    const double to[2] = {b->page_low, b->page_high};
    const double edges[2] = {0, frame->height};
    int count = 0;
    cuts[count++] = first;
    cuts[count++] = last;
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++) {
            double share = (edges[k] - from[i]) / (to[i] - from[i]);
            if (share > first && share < last)
                cuts[count++] = share;
        }
    qsort(cuts, (size_t)count, sizeof *cuts, compare_doubles);
    return count;
}

static void end_band(GPtrArray *bands, SceneBand **band)
{
    if (*band)
        g_ptr_array_add(bands, *band);
    *band = NULL;
}

/* Cuts the area between lows and highs (of Point over the same x, which does not fall;
 * NAN breaks it) at the frame, and adds its parts as SceneBand to bands. */
static void clip_band(const GArray *lows, const GArray *highs, const Frame *frame,
                      GPtrArray *bands)
{
    SceneBand *band = NULL;
    for (guint i = 0; i + 1 < lows->len; i++) {
        Station a = station_at(lows, highs, i, frame);
        Station b = station_at(lows, highs, i + 1, frame);
        double length = b.page_x - a.page_x, cuts[CUTS_MAX];
        if (!station_is_finite(&a) || !station_is_finite(&b) || length < 0) {
            end_band(bands, &band);
            continue;
        }
        double first = length > 0 ? fmax(0, -a.page_x / length) : 0;
        double last = length > 0 ? fmin(1, (frame->width - a.page_x) / length) : 1;
        if (first >= last)
            continue;
        int count = find_cuts(frame, &a, &b, first, last, cuts);
        bool begins = !band;
        if (begins)
            band = scene_band_new();
        for (int k = begins ? 0 : 1; k < count; k++)
            add_place(band, frame, &a, &b, cuts[k]);
    }
    end_band(bands, &band);
}

bool formula_band_load(Curve *curve, const Figure *figure, const Binding *bindings,
                       GError **error)
{
    const CurveSpec *spec = curve->spec;
    FormulaBand *band = curve->band = g_new0(FormulaBand, 1);
    band->low = curve_formula_new(figure, spec->band_low.text, spec->band_low.place,
                                  bindings, error);
    if (!band->low)
        return false;
    band->high = curve_formula_new(figure, spec->band_high.text, spec->band_high.place,
                                   bindings, error);
    if (!band->high)
        return false;
    band->low_tape = tape_new(band->low, 0);
    band->high_tape = tape_new(band->high, 0);
    return true;
}

void formula_band_release(Curve *curve)
{
    FormulaBand *band = curve->band;
    if (!band)
        return;
    tape_free(band->low_tape);
    tape_free(band->high_tape);
    formula_free(band->low);
    formula_free(band->high);
    g_free(band);
}

static void add_values(GArray *to, const Tape *tape, const double *x, size_t count)
{
    g_autofree double *values = g_new(double, count);
    tape_evaluate(tape, x, count, &values);
    for (size_t i = 0; i < count; i++) {
        Point point = {x[i], values[i]};
        g_array_append_val(to, point);
    }
}

/* Places at even distances, and the curve's switch points from both sides. */
static GArray *choose_places(const Curve *curve, const Scale *x)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(double));
    for (int i = 0; i < SAMPLES; i++) {
        double at = scale_invert(x, i / (SAMPLES - 1.0));
        g_array_append_val(places, at);
    }
    for (guint i = 0; curve->switches && i < curve->switches->len; i++) {
        double at = g_array_index(curve->switches, Switch, i).x;
        const double sides[] = {nextafter(at, -INFINITY), at, nextafter(at, INFINITY)};
        g_array_append_vals(places, sides, 3);
    }
    g_array_sort(places, compare_doubles);
    return places;
}

void formula_band_sample(Curve *curve, const Scale *x)
{
    if (!curve->band)
        return;
    g_autoptr(GArray) places = choose_places(curve, x);
    const double *at = (const double *)(void *)places->data;
    g_clear_pointer(&curve->lows, g_array_unref);
    g_clear_pointer(&curve->highs, g_array_unref);
    curve->lows = g_array_new(FALSE, FALSE, sizeof(Point));
    curve->highs = g_array_new(FALSE, FALSE, sizeof(Point));
    add_values(curve->lows, curve->band->low_tape, at, places->len);
    add_values(curve->highs, curve->band->high_tape, at, places->len);
}

/* Marks the points of one bound that the page needs. */
static void mark_needed(const GArray *bound, const Frame *frame, bool *needed)
{
    g_autofree Vertex *vertices = g_new0(Vertex, bound->len);
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < bound->len; i++) {
        vertices[i].data.x = i;
        vertices[i].page = frame_map(frame, g_array_index(bound, Point, i));
    }
    polyline_reduce(vertices, bound->len, TOLERANCE, kept);
    for (guint i = 0; i < kept->len; i++)
        needed[(guint)g_array_index(kept, Point, i).x] = true;
}

static void thin(SceneBand *band, const Frame *frame)
{
    g_autofree bool *needed = g_new0(bool, band->low->len);
    guint count = 0;
    mark_needed(band->low, frame, needed);
    mark_needed(band->high, frame, needed);
    for (guint i = 0; i < band->low->len; i++) {
        if (!needed[i])
            continue;
        g_array_index(band->low, Point, count) = g_array_index(band->low, Point, i);
        g_array_index(band->high, Point, count++) = g_array_index(band->high, Point, i);
    }
    g_array_set_size(band->low, count);
    g_array_set_size(band->high, count);
}

void curve_draw_bands(Curve *curve, const Frame *frame)
{
    GPtrArray *bands = curve->series->bands;
    if (!curve->lows)
        return;
    clip_band(curve->lows, curve->highs, frame, bands);
    for (guint i = 0; curve->band && i < bands->len; i++)
        thin(g_ptr_array_index(bands, i), frame);
}

void curve_add_band_range(const Curve *curve, const Scale *x, ScaleKind kind,
                          Range *range)
{
    for (guint i = 0; curve->lows && i < curve->lows->len; i++) {
        Point low = g_array_index(curve->lows, Point, i);
        Point high = g_array_index(curve->highs, Point, i);
        if (low.x < x->low || low.x > x->high)
            continue;
        range_add(range, low.y, kind);
        range_add(range, high.y, kind);
    }
}
