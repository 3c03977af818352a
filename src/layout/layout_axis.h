/* layout_axis.h - what measuring and painting an axis share. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_AXIS_H
#define ACTPLOT_LAYOUT_LAYOUT_AXIS_H

#include "layout/layout_parts.h"

#define TICK_GAP 0.38   /* of the tick size, from tick to label */
#define CORNER_ROOM 1.5 /* of the label size, that the x label leaves to y's */

TickLayout *axis_tick(const AxisLayout *axis, unsigned index);
/* Of a label's first line, above its baseline; of all lines without what hangs under
 * the last baseline: that is centred at a tick. */
double tick_rise(const Page *page, const TickLayout *tick);
double tick_height(const Page *page, const TickLayout *tick);
/* Of the marks of major ticks, in points; 0: there are none. */
double page_tick_length(const Page *page);

#endif
