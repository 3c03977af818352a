/* progress.h - how far long work has come, on standard error when it is a terminal. */
#ifndef ACTPLOT_BASE_PROGRESS_H
#define ACTPLOT_BASE_PROGRESS_H

#include <stdbool.h>

/* One line, rewritten in place: `12 of 100  relu-family`. Safe from many threads.
 * Nothing is shown when standard error is not a terminal, when TERM is `dumb`,
 * when quiet, or within the first 200 ms. */
typedef struct Progress Progress;

Progress *progress_new(int total, bool quiet);
void progress_step(Progress *progress, const char *name); /* one more is done */
void progress_free(Progress *progress);                   /* and wipes the line */

#endif
