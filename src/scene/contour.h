/* contour.h - lines along which a field has one value.
 *
 * Marching squares over a grid; where a line crosses an edge of a cell is then found on
 * the formula itself, and a saddle is decided by the value at the cell's centre.
 */
#ifndef ACTPLOT_SCENE_CONTOUR_H
#define ACTPLOT_SCENE_CONTOUR_H

#include "scene/panel.h"

/* Fills in the contours of the panel's field as its spec asks, once colours and scales
 * are settled. Where a formula oscillates faster than the grid there are none. */
void contours_find(PanelBuild *build, Warnings *warnings);

#endif
