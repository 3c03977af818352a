/* tape_care.c - points of a block that are computed again with care. */
#include "formula/tape_care.h"

#include <float.h>
#include <math.h>

static bool is_in_zones(const double *zones, double u)
{
    for (; !isnan(zones[0]); zones += 2)
        if (u >= zones[0] && u <= zones[1])
            return true;
    return false;
}

/* A branch may be computed where no point takes it, as its neighbours are: only what x
 * itself asks for is noted. */
static bool is_read(const Step *step, double x)
{
    return x >= step->lo && x <= step->hi;
}

static void note_sums(Care *care, const Step *step, size_t n,
                      const double *const argument[], const double *result,
                      const double *x)
{
    const double *a = argument[0], *b = argument[1];
    const double share = step->watch.sum;

    if (kernel_cancelled(n, result, a, b, share) == 0)
        return;
    for (size_t i = 0; i < n; i++)
        if (fabs(result[i]) < share * fmax(fabs(a[i]), fabs(b[i])) &&
            is_read(step, x[i])) {
            care->roots[i] |= step->watch.roots;
            care->any = true;
        }
}

void care_note(Care *care, const Step *step, size_t n, const double *const argument[],
               const double *result, const double *x)
{
    const CarefulWatch *watch = &step->watch;

    if (watch->sum > 0)
        note_sums(care, step, n, argument, result, x);
    for (size_t i = 0; watch->zones && i < n; i++)
        if (is_in_zones(watch->zones, watch->scale * argument[0][i]) &&
            is_read(step, x[i])) {
            care->roots[i] |= watch->roots;
            care->any = true;
        }
}

static bool is_extreme(double value, double x)
{
    const double size = fabs(value);
    const bool tiny = size < KERNEL_TINY && (size > 0 || fabs(x) > KERNEL_FAR);
    return tiny || !(size <= DBL_MAX);
}

void care_note_result(Care *care, int k, size_t n, const double *row, const double *x)
{
    if (kernel_extremes(n, row, x) == 0)
        return;
    for (size_t i = 0; i < n; i++)
        if (is_extreme(row[i], x[i])) {
            care->extremes[i] |= careful_root_bit(k);
            care->any = true;
        }
}

void care_mend(const Care *care, const Tape *tape, size_t n, const double *x, double y,
               double *const rows[])
{
    double stack[CAREFUL_ROOTS];
    double *results = tape->root_count <= CAREFUL_ROOTS
                          ? stack
                          : g_new(double, (gsize)tape->root_count);

    for (size_t i = 0; i < n; i++) {
        uint8_t roots = care->roots[i];

        if ((roots | care->extremes[i]) == 0 || !isfinite(x[i]))
            continue;
        roots &= careful_evaluate(tape->careful, x[i], y, results);
        roots |= care->extremes[i];
        for (int k = 0; k < tape->root_count; k++)
            if ((roots & careful_root_bit(k)) && rows[k] && !isnan(results[k]))
                rows[k][i] = results[k];
    }
    if (results != stack)
        g_free(results);
}
