/* page_size.h - how large a page is whose figure does not say both its sides. */
#ifndef ACTPLOT_SCENE_PAGE_SIZE_H
#define ACTPLOT_SCENE_PAGE_SIZE_H

#include "scene/scene.h"

/* Sets width, height and dpi of a scene whose texts, rows and columns are settled. One
 * open side gives the frames the shape that they have on the theme's page. */
void page_size_choose(Scene *scene, const Figure *figure);

#endif
