/* strip.h - a bar of colours that says the values of a large family. */
#ifndef ACTPLOT_SCENE_STRIP_H
#define ACTPLOT_SCENE_STRIP_H

#include "scene/panel.h"

/* Gives the panel a strip in place of the names of its family, where that says more
 * than a few names: more curves than a legend lists, over one parameter, whose values
 * are at even distances (or at even ratios, then the strip is logarithmic). Nothing
 * where the legend's place is asked for, or something else stands beside the frame. */
void strip_choose(PanelBuild *build);

/* Leaves out a strip that another panel of the row, farther right, has too. */
void strip_share(const Scene *scene);

#endif
