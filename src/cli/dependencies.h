/* dependencies.h - what figures are made from, as rules for make. */
#ifndef ACTPLOT_CLI_DEPENDENCIES_H
#define ACTPLOT_CLI_DEPENDENCIES_H

#include "cli/figure_job.h"

#include <glib.h>
#include <stdbool.h>

/* Writes, for each figure, a rule `pictures: figure, themes, data`, and a rule without
 * anything for each of these, so that make does not miss one that is taken away. False
 * with error; a name with a newline cannot be written. */
bool dependencies_write(const char *path, const FigureJob *jobs, int count,
                        const FigureTask *task, GError **error);

#endif
