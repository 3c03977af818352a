/* text_run.h - the stretches of a line as Pango split it. */
#ifndef ACTPLOT_LAYOUT_TEXT_RUN_H
#define ACTPLOT_LAYOUT_TEXT_RUN_H

#include "layout/text_hole.h"

/* false: some characters have no font, of which warnings hear. Fills in the runs of a
 * line whose layout is made, and of the formulas in it, which get their places. holes
 * (of TextHole) NULL: there are none. */
bool text_collect_runs(TextLine *line, GArray *holes, Warnings *warnings);

#endif
