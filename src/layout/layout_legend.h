/* layout_legend.h - the measures of a legend that the choice of its place tries out. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_LEGEND_H
#define ACTPLOT_LAYOUT_LAYOUT_LEGEND_H

#include "layout/layout_parts.h"

enum { LEGEND_INSIDE_COLUMNS_MAX = 4, LEGEND_SCALES = 3 };

/* Sizes of the text that are tried, of the theme's size, falling from 1. */
extern const double legend_scales[LEGEND_SCALES];

/* Sets the texts anew at a scale; flat: fractions stand on the line. */
void legend_measure_entries(LegendLayout *legend, Page *page, double scale, bool flat);

/* Arranges measured entries in this many columns, from 1, or in fewer when the rows
 * that follow need fewer. Needs an entry at least. */
void legend_arrange_columns(LegendLayout *legend, const Page *page, int columns);

#endif
