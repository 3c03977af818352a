/* term_content.h - what stands within the frame of a panel in characters. */
#ifndef ACTPLOT_BACKEND_TERM_CONTENT_H
#define ACTPLOT_BACKEND_TERM_CONTENT_H

#include "backend/term_panel.h"

typedef struct {
    TermCanvas *canvas;
    const ScenePanel *panel;
    TermBox frame; /* where the data is */
    bool color;
} TermPanel;

/* Field, regions, lines, curves, dots, marks and notes. */
void term_content_draw(const TermPanel *panel);

/* The dot at a share of an axis, on the canvas. */
int term_dot_x(const TermPanel *panel, double share);
int term_dot_y(const TermPanel *panel, double share);

/* What stands for a series without colour; in the order of the legend. */
gunichar term_series_letter(const SceneSeries *series);

#endif
