/* polyline.h - a polyline with fewer points that looks the same. */
#ifndef ACTPLOT_BACKEND_POLYLINE_H
#define ACTPLOT_BACKEND_POLYLINE_H

#include "base/geometry.h"

/* How far, in points on the page, a backend may move a line unseen: a hundredth of
 * a pixel at 100 dots an inch. */
#define POLYLINE_TOLERANCE_PT 0.007

/* Copies points[0 .. count) to out (room for count) without those that lie within
 * tolerance of the straight line between the points kept beside them. The first and
 * the last stay, and so does each point where the line turns back. Returns how many
 * were kept. */
int polyline_thin(const Point *points, int count, double tolerance, Point *out);

#endif
