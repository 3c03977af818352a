/* caption.h - the words of a scene that nobody gave: titles, axis labels, description.
 */
#ifndef ACTPLOT_SCENE_CAPTION_H
#define ACTPLOT_SCENE_CAPTION_H

#include "scene/panel.h"

/* Titles and axis labels of the panel: as given; else x, and f(x), f′(x), f″(x) or
 * ∂f/∂α when all curves agree on it. */
void caption_panel(PanelBuild *build);

/* Whether two y axes bear the names of their only curves, which need no legend then. */
bool caption_names_curves(const PanelBuild *build);

/* The name of the panel's only curve when nobody gave it a label: it needs no legend.
 * NULL: a legend is called for. Borrowed. */
const SceneText *caption_only_curve(const PanelBuild *build);

/* `Line chart of ReLU and GELU for x from −5 to 5; kink at 0.` builds are PanelBuild *
 * of all panels. The caller's. */
char *caption_description(const GPtrArray *builds);

#endif
