/* terminal.h - what the terminal at standard output can show. */
#ifndef ACTPLOT_CLI_TERMINAL_H
#define ACTPLOT_CLI_TERMINAL_H

#include "backend/backend.h"

/* Fills in what options leave open for the format term: the way to draw, from the
 * terminal's kind; its size, from the kernel or COLUMNS and LINES; its colours, from
 * NO_COLOR, CLICOLOR_FORCE, TERM and COLORTERM (no colour where output is no
 * terminal). */
void terminal_ask(BackendOptions *options);

/* The columns of the terminal at standard output; 0: it is none. */
int terminal_columns(void);

#endif
