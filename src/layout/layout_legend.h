/* layout_legend.h - the measures of a legend, for the choice of its place and for
 * painting it. */
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

/* Of the text's size. */
#define LEGEND_SAMPLE_LENGTH 2.1
#define LEGEND_SAMPLE_GAP 0.6
#define LEGEND_COLUMN_GAP 1.4

LegendEntry *legend_entry(const LegendLayout *legend, unsigned index);
/* From its top to the baseline of its first line. */
double legend_entry_rise(const LegendEntry *entry, double size_pt);
/* Under a frame entries are read along the rows, else down the columns. */
void legend_entry_cell(const LegendLayout *legend, unsigned index, int *column,
                       int *row);
/* Beside or under the frame, where no box is to be seen. */
bool legend_is_outside(const LegendLayout *legend);
/* From the box' edge to its content. */
double legend_inset(const LegendLayout *legend, const Page *page);

#endif
