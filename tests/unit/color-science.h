/* color-science.h - how colours look: CIELAB, CIEDE2000, and eyes without one cone. */
#ifndef ACTPLOT_TESTS_COLOR_SCIENCE_H
#define ACTPLOT_TESTS_COLOR_SCIENCE_H

#include "base/color.h"

typedef struct {
    double l, a, b; /* CIE 1976, white D65 */
} Lab;

Lab lab_of(Color color);

/* The difference of two colours; about 1 can just be seen (sharma2005). */
double ciede2000(Lab one, Lab two);

/* How a colour looks to people without one kind of cone, at full severity
 * (machado2009). */
typedef enum {
    VISION_NORMAL,
    VISION_PROTANOPIA,
    VISION_DEUTERANOPIA,
    VISION_TRITANOPIA,
    VISION_COUNT
} Vision;
Color color_seen(Color color, Vision vision);

#endif
