/* task.h - what networks are trained on: the two spirals, whose points are to be told
 * apart (lang1988).
 */
#ifndef ACTPLOT_NETWORK_TASK_H
#define ACTPLOT_NETWORK_TASK_H

#include <glib.h>
#include <stddef.h>

enum { TASK_FEATURES = 2, TASK_SAMPLES_A_TURN = 20 };

typedef struct {
    size_t samples;
    double *inputs; /* features x samples, row by row; their mean is about 0, their
                       mean square about 1 */
    double *signs;  /* one a sample: 1 or -1 */
} Task;

/* Two spirals of that many turns (0 < turns <= 5) about each other, of half the samples
 * (even, TASK_SAMPLES_A_TURN a turn or more) each; all inputs moved by shift. */
Task *task_new(size_t samples, double turns, double shift);
void task_free(Task *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Task, task_free)

#endif
