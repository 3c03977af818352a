/* made.h - a figure file's text as a figure and its scene, for tests. */
#ifndef ACTPLOT_TESTS_MADE_H
#define ACTPLOT_TESTS_MADE_H

#include "scene/scene.h"

/* The scene looks at the figure. */
typedef struct {
    Figure *figure;
    Scene *scene;
} Made;

/* The text must be without faults. */
Made made_new(const char *text);
void made_release(Made *made);

#endif
