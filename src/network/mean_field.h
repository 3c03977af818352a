/* mean_field.h - what wide random layers do to signals and gradients, by theory.
 *
 * A layer z' = W f(z) + b of n inputs, with weights of variance sigma_w^2/n and biases
 * of variance sigma_b^2, takes normal z of variance q, as n grows, to normal z' of
 * variance sigma_w^2 E f(sqrt(q) z)^2 + sigma_b^2, and squared gradients grow by
 * sigma_w^2 E f'(sqrt(q) z)^2 from layer to layer [poole2016, schoenholz2017]. The two
 * means are integrated between switch points (quadrature.h) and tabled over log q.
 */
#ifndef ACTPLOT_NETWORK_MEAN_FIELD_H
#define ACTPLOT_NETWORK_MEAN_FIELD_H

#include "formula/formula.h"
#include "network/quadrature.h"

#include <stdbool.h>

typedef struct MeanField MeanField;

/* The standard deviations of a layer's weights, times sqrt(n), and biases. */
typedef struct {
    double sigma_w, sigma_b;
} MeanFieldLayer;

/* `σ_w = 1.3, σ_b = 0.3`, markup; the caller's. */
char *mean_field_layer_print(MeanFieldLayer layer);

/* NULL: error says, without a place, why the function has no means. Some milliseconds;
 * afterwards safe from many threads. */
MeanField *mean_field_new(const Formula *formula, GError **error);
void mean_field_free(MeanField *field);

/* E f(sqrt(q) z)^2 and E f'(sqrt(q) z)^2, z ~ N(0, 1), q >= 0. Infinite: too
 * large to tell. NaN: not known, for f swings too fast; of the slope also where f
 * jumps. */
double mean_field_square(const MeanField *field, double q);
double mean_field_slope_square(const MeanField *field, double q);

/* The largest relative error that the table was found to have, of values above 1e-280.
 */
double mean_field_error(const MeanField *field);

/* Where f jumps, so that it has no slope for this purpose; NaN: nowhere. */
double mean_field_jump(const MeanField *field);

/* The variance after one layer, and after that many. */
double mean_field_variance(const MeanField *field, MeanFieldLayer layer, double q);
double mean_field_depth(const MeanField *field, MeanFieldLayer layer, double q,
                        int depth);

/* Where the variance goes from q after more and more layers: 0 and infinity too. NaN:
 * it does not settle. */
double mean_field_fixed_point(const MeanField *field, MeanFieldLayer layer, double q);

/* chi: how squared gradients grow with each layer at that variance. */
double mean_field_slope(const MeanField *field, MeanFieldLayer layer, double q);

/* E f(sqrt(q) z)^2 without the table; error control of the tests. */
double mean_field_square_exact(const MeanField *field, double q);

/* What it integrates with; borrowed. */
const Quadrature *mean_field_quadrature(const MeanField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(MeanField, mean_field_free)

#endif
