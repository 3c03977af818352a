/* unshown.h - what of a scene a format cannot show, told once. */
#ifndef ACTPLOT_BACKEND_UNSHOWN_H
#define ACTPLOT_BACKEND_UNSHOWN_H

#include "base/warning.h"
#include "scene/scene.h"

/* Parts of a scene that some formats leave out. */
typedef enum {
    UNSHOWN_SPANS = 1 << 0,
    UNSHOWN_MARKS = 1 << 1,
    UNSHOWN_INSETS = 1 << 2,
    UNSHOWN_Y2 = 1 << 3,
    UNSHOWN_SYMLOG = 1 << 4,
} Unshown;

/* Warns of those parts (bits of Unshown) that the scene has and what, such as `a
 * gnuplot script`, does not show. */
void unshown_warn(const Scene *scene, unsigned parts, const char *what,
                  Warnings *warnings);

#endif
