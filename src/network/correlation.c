/* correlation.c - the power series in c, its end, and where it crosses c itself. */
#include "network/correlation.h"

#include "network/quadrature.h"

#include <math.h>

/* Of pre-activations, in their deviations: beyond the one nothing weighs; what lies
 * nearer to 0 than the other weighs 1e-9. */
#define FARTHEST 16.0
#define NEAREST 0x1p-30

/* --- Coefficients --- */

/* The samples within reach: f and Hermite's functions of the last two orders. */
typedef struct {
    unsigned count;
    double *z, *value;       /* value: times weight and the root of the density */
    double *last, *previous; /* times the root of the density */
    double square;           /* E f^2 */
} Expansion;

static void take(Expansion *expansion, const Quadrature *quadrature, NodeRange range,
                 double deviation)
{
    for (unsigned i = range.first; i < range.end; i++) {
        double z = quadrature->x[i] / deviation, f = quadrature->value[i];
        double root = exp(-z * z / 4) / sqrt(sqrt(2 * G_PI));
        double weight = quadrature->weight[i] / deviation;
        unsigned k = expansion->count++;
        expansion->z[k] = z;
        expansion->value[k] = f * weight * root;
        expansion->last[k] = root;
        expansion->previous[k] = 0;
        expansion->square += weight * root * root * f * f;
    }
}

/* The next order, he_(n+1) = (z he_n - sqrt(n) he_(n-1))/sqrt(n+1), in place. */
static void advance(Expansion *expansion, int n)
{
    double root = sqrt(n), scale = 1 / sqrt(n + 1);
    double *swap = expansion->previous;

    for (unsigned i = 0; i < expansion->count; i++)
        expansion->previous[i] = scale * (expansion->z[i] * expansion->last[i] -
                                          root * expansion->previous[i]);
    expansion->previous = expansion->last;
    expansion->last = swap;
}

static double coefficient(const Expansion *expansion)
{
    double sum = 0;

    for (unsigned i = 0; i < expansion->count; i++)
        sum += expansion->value[i] * expansion->last[i];
    return sum;
}

static Correlation unknown(void)
{
    Correlation correlation = {.rest = NAN, .slope = NAN};

    for (int n = 0; n < CORRELATION_TERMS; n++)
        correlation.term[n] = NAN;
    return correlation;
}

static Correlation expand(Expansion *expansion, double slope)
{
    Correlation correlation;

    correlation.rest = 1;
    for (int n = 0; n < CORRELATION_TERMS; n++) {
        double part = coefficient(expansion);
        correlation.term[n] = part * part / expansion->square;
        correlation.rest -= correlation.term[n];
        advance(expansion, n);
    }
    correlation.rest = fmax(correlation.rest, 0);
    correlation.slope = slope / expansion->square;
    return correlation;
}

Correlation correlation_at(const MeanField *field, double q)
{
    const Quadrature *quadrature = mean_field_quadrature(field);
    double square = mean_field_square(field, q);
    double deviation = sqrt(q), near = NEAREST * deviation;
    double far = fmax(near, fmin(FARTHEST * deviation, quadrature->reach));
    NodeRange left = quadrature_range(quadrature, -far, -near);
    NodeRange right = quadrature_range(quadrature, near, far);
    size_t room = left.end - left.first + right.end - right.first;
    g_autofree double *block = g_new(double, 4 * room + 1);
    Expansion expansion = {.z = block,
                           .value = block + room,
                           .last = block + 2 * room,
                           .previous = block + 3 * room};

    if (!(square > 0) || isinf(square))
        return unknown();
    take(&expansion, quadrature, left, deviation);
    take(&expansion, quadrature, right, deviation);
    return expand(&expansion, isnan(quadrature->jump)
                                  ? q * mean_field_slope_square(field, q)
                                  : INFINITY);
}

/* --- The series --- */

/* What is left out, of terms that fall like n^-1.5 (f jumps): with n = N/t^2 their sum
 * is the integral of c^(N/t^2) over t from 0 to 1. */
static double rest_of_jumps(double c)
{
    double a = -CORRELATION_TERMS * log(c);

    return a > 700 ? 0 : exp(-a) - sqrt(G_PI * a) * erfc(sqrt(a));
}

/* The same of f that does not jump: one power of c that has their slope at 1. */
static double rest_of_others(const Correlation *correlation, double c)
{
    double slope = correlation->slope;

    for (int n = 1; n < CORRELATION_TERMS; n++)
        slope -= n * correlation->term[n];
    return pow(c, fmax(slope / correlation->rest, CORRELATION_TERMS));
}

double correlation_kernel(const Correlation *correlation, double c)
{
    double sum = 0, rest = 0;

    for (int n = CORRELATION_TERMS; n-- > 0;)
        sum = sum * c + correlation->term[n];
    if (correlation->rest > 1e-12 && c > 0.5)
        rest = correlation->rest * (isinf(correlation->slope)
                                        ? rest_of_jumps(c)
                                        : rest_of_others(correlation, c));
    return sum + rest;
}

/* --- Layers --- */

/* What the weights and the biases have in a variance. */
typedef struct {
    double weights, biases;
} Share;

static Share share_of(const MeanField *field, MeanFieldLayer layer, double q)
{
    double weights = layer.sigma_w * layer.sigma_w * mean_field_square(field, q);
    double biases = layer.sigma_b * layer.sigma_b;
    double sum = weights + biases;

    return isinf(weights) ? (Share){1, 0} : (Share){weights / sum, biases / sum};
}

double correlation_after(const Correlation *correlation, const MeanField *field,
                         MeanFieldLayer layer, double q, double c)
{
    Share share = share_of(field, layer, q);

    return share.weights * correlation_kernel(correlation, c) + share.biases;
}

/* Since the series is convex there is one c < 1 at most that it leaves as it is, and
 * that only if its slope at 1 is above 1. */
static double limit_of(const Correlation *correlation, Share share)
{
    enum { HALVINGS = 40 };
    double low = 0, high = 1;

    if (!(share.weights * correlation->slope > 1 + 1e-9))
        return isnan(correlation->slope) ? NAN : 1;
    for (int i = 0; i < HALVINGS; i++) {
        double c = (low + high) / 2;
        double after =
            share.weights * correlation_kernel(correlation, c) + share.biases;
        if (after > c)
            low = c;
        else
            high = c;
    }
    return (low + high) / 2;
}

/* --- The table --- */

/* Of log q: the distance of what is computed. */
#define STEP 0.25
enum { POINTS = 4 }; /* of an interpolation */

struct CorrelationTable {
    const MeanField *field;
    GHashTable *columns; /* from the number of steps to a Correlation */
};

CorrelationTable *correlation_table_new(const MeanField *field)
{
    CorrelationTable *table = g_new0(CorrelationTable, 1);

    table->field = field;
    table->columns = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    return table;
}

void correlation_table_free(CorrelationTable *table)
{
    if (!table)
        return;
    g_hash_table_unref(table->columns);
    g_free(table);
}

static const Correlation *column_at(CorrelationTable *table, int step)
{
    Correlation *found = g_hash_table_lookup(table->columns, GINT_TO_POINTER(step));

    if (found)
        return found;
    found = g_new(Correlation, 1);
    *found = correlation_at(table->field, exp(step * STEP));
    g_hash_table_insert(table->columns, GINT_TO_POINTER(step), found);
    return found;
}

/* By Lagrange's polynomial of third degree through the four columns about log q. */
static Correlation interpolate(CorrelationTable *table, double q)
{
    double place = log(q) / STEP, share = place - floor(place);
    int first = (int)floor(place) - 1;
    const double weight[POINTS] = {
        -share * (share - 1) * (share - 2) / 6,
        (share + 1) * (share - 1) * (share - 2) / 2,
        -(share + 1) * share * (share - 2) / 2,
        (share + 1) * share * (share - 1) / 6,
    };
    Correlation sum = {0};

    for (int k = 0; k < POINTS; k++) {
        const Correlation *column = column_at(table, first + k);
        for (int n = 0; n < CORRELATION_TERMS; n++)
            sum.term[n] += weight[k] * column->term[n];
        sum.rest += weight[k] * column->rest;
        sum.slope += isinf(column->slope) ? column->slope : weight[k] * column->slope;
    }
    return sum;
}

/* Variances are looked at as if they were no smaller and no larger. */
#define LEAST 1e-30
#define MOST 1e30

double correlation_table_limit(CorrelationTable *table, MeanFieldLayer layer, double q)
{
    if (isnan(q))
        return NAN;
    q = CLAMP(q, LEAST, MOST);
    Correlation correlation = interpolate(table, q);
    return limit_of(&correlation, share_of(table->field, layer, q));
}
