/* layout_title.h - titles, subtitles and captions of the figure and of its panels. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_TITLE_H
#define ACTPLOT_LAYOUT_LAYOUT_TITLE_H

#include "layout/layout_parts.h"

void page_measure_titles(Page *page);
/* Of a panel whose ScenePanel is set; what says the same as the figure's is left out.
 */
void panel_measure_titles(Page *page, PanelLayout *panel);
/* Once the frames have their places: makes titles narrower that would reach over the
 * next panel's. True: they have other heights now. */
bool panel_fit_titles(Page *page, PanelLayout *panel);

/* The same; nothing moves any more. */
void page_paint_title(Page *page);
void page_paint_caption(Page *page);
void panel_paint_title(Page *page, PanelLayout *panel);
void panel_paint_caption(Page *page, PanelLayout *panel);

#endif
