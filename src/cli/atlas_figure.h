/* atlas_figure.h - the figures of an atlas: an activation, its slopes, its thumbnail.
 */
#ifndef ACTPLOT_CLI_ATLAS_FIGURE_H
#define ACTPLOT_CLI_ATLAS_FIGURE_H

#include "activation/activation.h"
#include "base/warning.h"
#include "cli/atlas_range.h"
#include "layout/drawing.h"

#include <glib.h>

/* Sizes of the drawings in points. */
#define ATLAS_FIGURE_WIDTH_PT 456.0
#define ATLAS_FIGURE_HEIGHT_PT 246.0
#define ATLAS_SLOPES_HEIGHT_PT 172.0
#define ATLAS_THUMBNAIL_WIDTH_PT 88.0
#define ATLAS_THUMBNAIL_HEIGHT_PT 60.0

typedef enum {
    ATLAS_FUNCTION,  /* f, large */
    ATLAS_SLOPES,    /* f' and f'', side by side */
    ATLAS_THUMBNAIL, /* f over f', without words */
} AtlasKind;

/* One of an activation's drawings, over range, with the switch points (of Switch)
 * within it marked. Its name, which ids begin with, is the activation's key, with a
 * part for the kind. The caller's; NULL: error. */
Drawing *atlas_figure_draw(const Activation *activation, AtlasKind kind,
                           AtlasRange range, const GArray *switches, TextContext *text,
                           Warnings *warnings, GError **error);

#endif
