/* runs.h - independent runs, by several threads at once. */
#ifndef ACTPLOT_NETWORK_RUNS_H
#define ACTPLOT_NETWORK_RUNS_H

/* Calls run(i, data) for i = 0 .. count - 1, in no order, by this thread and as many
 * others as the process has processors to spare: figures that are drawn at once share
 * them. Returns when all are done. What a run finds it keeps in a place of its own, so
 * that the number of threads does not show. */
void runs_do(unsigned count, void (*run)(unsigned i, void *data), void *data);

/* How many threads there may be in all, at least 1; 0: as many as processors. */
void runs_set_threads(unsigned threads);

#endif
