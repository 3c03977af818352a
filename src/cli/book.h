/* book.h - several figures as one PDF. */
#ifndef ACTPLOT_CLI_BOOK_H
#define ACTPLOT_CLI_BOOK_H

#include "cli/figure_job.h"

/* Draws the figures, a page and an entry of the outline each, into task->output. Where
 * one fails nothing is written. Returns the exit status. */
int book_render(char **paths, int count, const FigureTask *task, const Command *command,
                bool quiet);

#endif
