/* fault_lines.h - errors and warnings as lines of JSON, for editors.
 *
 * One object a fault: file, line, column and length (in characters, from 1; null where
 * a fault has no place), severity, message, hint (null: none).
 */
#ifndef ACTPLOT_CLI_FAULT_LINES_H
#define ACTPLOT_CLI_FAULT_LINES_H

#include <glib.h>

/* Appends what message says, which may be several reports (error_report()), a line
 * each. file stands where a report names none; NULL: none. */
void fault_lines_append(GString *out, const char *severity, const char *file,
                        const char *message);

#endif
