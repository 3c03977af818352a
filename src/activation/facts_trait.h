/* facts_trait.h - symmetry, smoothness and other traits of a function. */
#ifndef ACTPLOT_ACTIVATION_FACTS_TRAIT_H
#define ACTPLOT_ACTIVATION_FACTS_TRAIT_H

#include "activation/facts_profile.h"

/* Whether f(-x) = sign * f(x), as far as rounding can tell, at many points of all
 * sizes and about every switch point. */
bool trait_is_symmetric(const Profile *value, int sign);

/* Whether f(c*x) = c*f(x) for every c > 0. curvature is the second derivative. */
bool trait_is_homogeneous(const Profile *value, Line *curvature);

/* The order of the lowest derivative, up to most, that jumps at each of the profile's
 * switch points; -1: none does. Of int; the caller's. */
GArray *trait_jump_orders(const Profile *value, int most, Warnings *warnings);

#endif
