/* layout.h - a Scene laid out on its page. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_H
#define ACTPLOT_LAYOUT_LAYOUT_H

#include "base/warning.h"
#include "layout/drawing.h"
#include "scene/scene.h"

/* Never fails: what does not fit is left out in a stated order, with a warning. */
Drawing *layout_scene(const Scene *scene, TextContext *context, Warnings *warnings);

#endif
