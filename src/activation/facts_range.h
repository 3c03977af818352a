/* facts_range.h - what a profile says of a function: range, extrema, zeros. */
#ifndef ACTPLOT_ACTIVATION_FACTS_RANGE_H
#define ACTPLOT_ACTIVATION_FACTS_RANGE_H

#include "activation/facts_profile.h"

/* How much of the line a list covers. */
typedef struct {
    double window; /* all places within -window .. window; 0: all there are */
    bool endless;  /* outside of the window there are more, it seems without end */
} Extent;

/* One end of a range: the least or greatest value. */
typedef struct {
    double value;       /* may be infinite; NaN: not known, and reason says why */
    double error;       /* of a limit that was estimated; else 0 */
    bool closed;        /* the value is reached */
    GArray *at;         /* of Stretch: where; or where it is approached */
    Extent extent;      /* of at */
    const char *reason; /* static text */
} RangeEnd;

/* side -1: the lower end; 1: the upper one. Clear it after use. */
RangeEnd profile_range_end(const Profile *profile, int side);
void range_end_clear(RangeEnd *end);

/* What a list of places from lowest to highest covers. */
Extent extent_of(const Line *line, double lowest, double highest);

/* Takes out of a list of Stretch what is not covered. */
Extent extent_trim(const Line *line, GArray *stretches);
bool extent_covers(const Extent *extent, double lo, double hi);

typedef struct {
    Stretch at;
    double value;
    bool maximum;
} Extremum;

/* Strict local extrema, in order: points, and flat tops and bottoms. Of Extremum; the
 * caller's. */
GArray *profile_extrema(const Profile *profile);

/* Where the function is 0, in order; of Stretch. The caller's. */
GArray *profile_zeros(const Profile *profile);

#endif
