/* points.c - where an oracle looks. */
#include "points.h"

#include <float.h>
#include <math.h>

static void add(GArray *points, double lo, double hi, double x)
{
    if (x >= lo && x <= hi)
        g_array_append_val(points, x);
}

static double random_exponent(GRand *random)
{
    const int exponent = g_rand_int_range(random, -1074, 1024);
    const double x = ldexp(1 + g_rand_double(random), exponent);

    return g_rand_boolean(random) ? x : -x;
}

static void add_edges(GArray *points, double lo, double hi)
{
    static const double edges[] = {0, 0x1p-1074, DBL_MIN, DBL_EPSILON, 1, DBL_MAX};

    for (size_t i = 0; i < G_N_ELEMENTS(edges); i++) {
        add(points, lo, hi, edges[i]);
        add(points, lo, hi, -edges[i]);
    }
}

/* Eight neighbours on each side, then points closer and closer to it. */
static void add_near(GArray *points, GRand *random, double lo, double hi, double centre)
{
    double below = centre, above = centre;

    add(points, lo, hi, centre);
    for (int i = 0; i < 8; i++) {
        below = nextafter(below, -INFINITY);
        above = nextafter(above, INFINITY);
        add(points, lo, hi, below);
        add(points, lo, hi, above);
    }
    for (int exponent = -50; exponent <= 0; exponent++)
        for (int i = 0; i < 12; i++)
            add(points, lo, hi,
                centre + ldexp(g_rand_double_range(random, -1, 1), exponent));
}

GArray *points_new(guint32 seed, unsigned count, double lo, double hi,
                   const double *near)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);

    add_edges(points, lo, hi);
    for (; near && !isnan(*near); near++)
        add_near(points, random, lo, hi, *near);
    for (unsigned tries = 0; points->len < count && tries < count; tries++) {
        add(points, lo, hi, random_exponent(random));
        add(points, lo, hi, g_rand_double_range(random, -5, 5));
        add(points, lo, hi, g_rand_double_range(random, -50, 50));
        add(points, lo, hi, g_rand_double_range(random, -800, 800));
    }
    return points;
}

unsigned points_count(unsigned usual)
{
    const char *text = g_getenv("ACTPLOT_ORACLE_POINTS");
    const guint64 wanted = text ? g_ascii_strtoull(text, NULL, 10) : 0;

    return wanted > 0 ? (unsigned)MIN(wanted, 100000000) : usual;
}
