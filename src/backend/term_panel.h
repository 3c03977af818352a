/* term_panel.h - a panel in characters. */
#ifndef ACTPLOT_BACKEND_TERM_PANEL_H
#define ACTPLOT_BACKEND_TERM_PANEL_H

#include "backend/term_canvas.h"
#include "scene/scene.h"

#include <stdbool.h>

/* A part of the page, in characters. */
typedef struct {
    int column, row, columns, rows;
} TermBox;

/* How many rows a panel needs at that width for its frame to say something. */
int term_panel_rows_least(const ScenePanel *panel, int columns);

/* Draws into box; without colour every series has a letter. */
void term_panel_draw(TermCanvas *canvas, const ScenePanel *panel, TermBox box,
                     bool color);

#endif
