/* layout_solve.h - what sizing the frames shares with what stands around them. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_SOLVE_H
#define ACTPLOT_LAYOUT_LAYOUT_SOLVE_H

#include "layout/layout_parts.h"

/* What a panel needs around a frame of that size, in points; chooses which of its tick
 * labels are shown (layout_room.c). */
Margins panel_margins(const Page *page, PanelLayout *panel, double width_pt,
                      double height_pt);
/* Of a caption and a common legend, with the gaps above them. */
double page_footer_height(const Page *page);
/* Whether a legend is shown there. */
bool legend_is_beside(const Page *page, const PanelLayout *panel);
bool legend_is_below(const Page *page, const PanelLayout *panel);

/* What to leave out next; PART_COUNT when the frames are large enough or nothing more
 * can go (layout_drop.c). */
Part page_next_to_drop(const Page *page);

#endif
