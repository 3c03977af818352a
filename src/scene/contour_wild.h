/* contour_wild.h - where a field changes faster than a grid can follow. */
#ifndef ACTPLOT_SCENE_CONTOUR_WILD_H
#define ACTPLOT_SCENE_CONTOUR_WILD_H

#include "scene/scene.h"

#include <stdbool.h>

/* Of a field with a formula: for each cell, row by row, whether lines through it would
 * mean nothing. x and y are the places of the columns and rows of corners, as shares of
 * the scaled axes; values are theirs. The caller's; NULL: no cell is so. */
bool *contour_wild_cells(const SceneField *field, int columns, int rows,
                         const double *x, const double *y, const double *values);

#endif
