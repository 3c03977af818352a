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
    UNSHOWN_LINES = 1 << 5,
    UNSHOWN_NOTES = 1 << 6,
    UNSHOWN_BANDS = 1 << 7,
    UNSHOWN_BARS = 1 << 8,
    UNSHOWN_POINTS = 1 << 9,
    UNSHOWN_FIELD = 1 << 10,
} Unshown;

/* `the marks and the insets`: parts (bits of Unshown) in words, empty for none; the
 * caller's. */
char *unshown_describe(unsigned parts);

/* Warns of those parts that the scene has and the format called name does not show. */
void unshown_warn(const Scene *scene, unsigned parts, const char *name,
                  Warnings *warnings);

#endif
