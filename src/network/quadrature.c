/* quadrature.c - nodes between switch points, by ratio, halved where it takes that. */
#include "network/quadrature.h"

#include "activation/facts_line.h"
#include "base/error.h"
#include "base/number.h"

#include <gsl/gsl_integration.h>
#include <math.h>
#include <string.h>

enum {
    RULE = 20,           /* samples of a stretch */
    LEAST_OCTAVE = -480, /* of x */
    LAST_OCTAVE = 480,
    HALVINGS_MOST = 44,
    SAMPLES_MOST = 160000,
};

/* Halving ends when two rules differ by less than this share of the stretch's whole,
 * and what still differs by more than the second is not known. */
#define AT_REST 1e-12
#define KNOWN 1e-8

/* One side of 0, or what both share. */
typedef struct {
    const Tape *tape;
    double rule_x[RULE], rule_weight[RULE]; /* on -1 .. 1 */
    GArray *samples;                        /* of Sample */
    double reach;
    bool overflows;
} Builder;

typedef struct {
    double x, weight, value, slope;
} Sample;

/* A stretch with its samples, and what its rule makes of the squares: of the value and
 * of the slope, even and odd about its middle. */
enum { PROBES = 4 };
typedef struct {
    double lo, hi;
    Sample sample[RULE];
    double probe[PROBES];
} Piece;

static void piece_fill(const Builder *builder, Piece *piece, double lo, double hi)
{
    double x[RULE], value[RULE], slope[RULE];
    double middle = lo / 2 + hi / 2, half = hi / 2 - lo / 2;

    for (int i = 0; i < RULE; i++)
        x[i] = middle + half * builder->rule_x[i];
    tape_evaluate(builder->tape, x, RULE, (double *[]){value, slope});
    *piece = (Piece){.lo = lo, .hi = hi};
    for (int i = 0; i < RULE; i++) {
        double weight = half * builder->rule_weight[i];
        double squares[] = {value[i] * value[i], slope[i] * slope[i]};
        piece->sample[i] = (Sample){x[i], weight, value[i], slope[i]};
        for (int k = 0; k < 2; k++) {
            piece->probe[2 * k] += weight * squares[k];
            piece->probe[2 * k + 1] += weight * squares[k] * builder->rule_x[i];
        }
    }
}

static double half_probe(const Piece *left, const Piece *right, int k)
{
    double even_left = left->probe[k & ~1], even_right = right->probe[k & ~1];

    if (k % 2 == 0)
        return even_left + even_right;
    return (left->probe[k] - even_left + right->probe[k] + even_right) / 2;
}

/* By which share of the whole (two sums) two halves differ from their stretch. */
static double difference(const Piece *whole, const Piece *left, const Piece *right,
                         const double total[2])
{
    double worst = 0;

    for (int k = 0; k < PROBES; k++) {
        double away = fabs(half_probe(left, right, k) - whole->probe[k]);
        if (away > 0)
            worst = fmax(worst, away / fmax(total[k / 2], 1e-290));
        if (!isfinite(away))
            return INFINITY;
    }
    return worst;
}

static void add_piece(Builder *builder, const Piece *piece)
{
    g_array_append_vals(builder->samples, piece->sample, RULE);
}

/* Halves a stretch until it is at rest. */
static void refine(Builder *builder, const Piece *piece, const double total[2],
                   int halvings)
{
    Piece left, right;
    double middle = piece->lo / 2 + piece->hi / 2;

    piece_fill(builder, &left, piece->lo, middle);
    piece_fill(builder, &right, middle, piece->hi);
    double away = difference(piece, &left, &right, total);
    if (away <= AT_REST || halvings == 0 || isinf(away) ||
        builder->samples->len >= SAMPLES_MOST) {
        if (!(away <= KNOWN)) {
            builder->reach =
                fmin(builder->reach, fmin(fabs(piece->lo), fabs(piece->hi)));
            builder->overflows = isinf(away);
        }
        add_piece(builder, piece);
        return;
    }
    refine(builder, &left, total, halvings - 1);
    refine(builder, &right, total, halvings - 1);
}

static void add_stretch(Builder *builder, double lo, double hi)
{
    Piece piece;

    if (!(lo < hi) || fmin(fabs(lo), fabs(hi)) >= builder->reach)
        return;
    piece_fill(builder, &piece, lo, hi);
    refine(builder, &piece, (double[]){piece.probe[0], piece.probe[2]}, HALVINGS_MOST);
}

/* The stretches of side * (lo .. hi), both positive, cut at switch points. */
static void add_octave(Builder *builder, const GArray *switches, int side, double lo,
                       double hi)
{
    double from = side < 0 ? -hi : lo, to = side < 0 ? -lo : hi;

    for (guint i = 0; i < switches->len; i++) {
        double x = g_array_index(switches, Switch, i).x;
        if (x <= from || x >= to)
            continue;
        add_stretch(builder, from, x);
        from = x;
    }
    add_stretch(builder, from, to);
}

/* From 1 inwards and outwards, so that the samples that there may be go to the places
 * that matter. */
static void add_line(Builder *builder, const GArray *switches)
{
    for (int k = 0; k <= LAST_OCTAVE; k++) {
        for (int side = -1; side <= 1; side += 2) {
            add_octave(builder, switches, side, ldexp(1, k), ldexp(1.5, k));
            add_octave(builder, switches, side, ldexp(1.5, k), ldexp(2, k));
            if (-k - 1 < LEAST_OCTAVE)
                continue;
            add_octave(builder, switches, side, ldexp(1, -k - 1), ldexp(1.5, -k - 1));
            add_octave(builder, switches, side, ldexp(1.5, -k - 1), ldexp(1, -k));
        }
    }
}

static int compare_samples(const void *a, const void *b)
{
    const Sample *one = a, *other = b;
    return one->x < other->x ? -1 : one->x > other->x;
}

/* Farther out no value may as well be one beyond doubles. */
#define NEAR 100.0

static bool is_defined(const Formula *formula, const GArray *switches,
                       const GArray *samples, GError **error)
{
    double at = NAN;

    for (guint i = 0; i < switches->len && isnan(at); i++) {
        const Switch *each = &g_array_index(switches, Switch, i);
        if (each->kind >= SWITCH_POLE)
            at = each->x;
    }
    for (guint i = 0; i < samples->len && isnan(at); i++) {
        const Sample *sample = &g_array_index(samples, Sample, i);
        if (isnan(sample->value) && fabs(sample->x) < NEAR)
            at = sample->x;
    }
    if (isnan(at))
        return true;
    char place[NUMBER_SIZE];
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "'%s' is undefined or unbounded at x = %s: it cannot take normal "
                "inputs",
                formula->text, number_format_digits(at, 6, place));
    return false;
}

static Quadrature *quadrature_of(const Builder *builder, const GArray *switches)
{
    Quadrature *quadrature = g_new0(Quadrature, 1);
    double *block;

    g_array_sort(builder->samples, compare_samples);
    quadrature->count = builder->samples->len;
    block = g_new(double, 4 * (size_t)quadrature->count + 1);
    quadrature->x = block;
    quadrature->weight = block + quadrature->count;
    quadrature->value = quadrature->weight + quadrature->count;
    quadrature->slope = quadrature->value + quadrature->count;
    for (unsigned i = 0; i < quadrature->count; i++) {
        const Sample *sample = &g_array_index(builder->samples, Sample, i);
        quadrature->x[i] = sample->x;
        quadrature->weight[i] = sample->weight;
        quadrature->value[i] = sample->value;
        quadrature->slope[i] = sample->slope;
    }
    quadrature->reach = builder->reach;
    quadrature->overflows = builder->overflows;
    quadrature->jump = NAN;
    for (guint i = 0; i < switches->len && isnan(quadrature->jump); i++)
        if (g_array_index(switches, Switch, i).kind >= SWITCH_JUMP)
            quadrature->jump = g_array_index(switches, Switch, i).x;
    return quadrature;
}

Quadrature *quadrature_new(const Formula *formula, GError **error)
{
    g_autoptr(Line) line = line_new(formula->pool, formula->root, formula->text);
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GArray) switches = line_switches(line, warnings);
    g_autoptr(Tape) tape = tape_new(formula, 1);
    g_autoptr(GArray) samples = g_array_new(FALSE, FALSE, sizeof(Sample));
    Builder builder = {
        .tape = tape, .samples = samples, .reach = ldexp(1, LAST_OCTAVE)};
    gsl_integration_glfixed_table *rule = gsl_integration_glfixed_table_alloc(RULE);

    for (int i = 0; i < RULE; i++)
        gsl_integration_glfixed_point(-1, 1, (size_t)i, &builder.rule_x[i],
                                      &builder.rule_weight[i], rule);
    gsl_integration_glfixed_table_free(rule);
    add_line(&builder, switches);
    if (!is_defined(formula, switches, samples, error))
        return NULL;
    return quadrature_of(&builder, switches);
}

void quadrature_free(Quadrature *quadrature)
{
    if (!quadrature)
        return;
    g_free(quadrature->x);
    g_free(quadrature);
}

/* How many samples lie below x. */
static unsigned count_below(const Quadrature *quadrature, double x)
{
    unsigned low = 0, high = quadrature->count;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (quadrature->x[middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

NodeRange quadrature_range(const Quadrature *quadrature, double lo, double hi)
{
    return (NodeRange){count_below(quadrature, lo), count_below(quadrature, hi)};
}
