/* error.h - the program's error domain, places in a text, and reports with a caret.
 *
 * Every recoverable fault travels as a GError of ACTPLOT_ERROR; its code is the
 * exit status that the command line will use. Message texts follow git's rules: no
 * capital, no full stop, the place first, a hint in parentheses last.
 */
#ifndef ACTPLOT_BASE_ERROR_H
#define ACTPLOT_BASE_ERROR_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define ACTPLOT_ERROR (actplot_error_quark())
GQuark actplot_error_quark(void);

/* Exit statuses, and the codes of ACTPLOT_ERROR. */
enum {
    ACTPLOT_DONE = 0,
    ACTPLOT_ERROR_IO = 1,    /* could not read or write */
    ACTPLOT_ERROR_INPUT = 2, /* usage, or a faulty figure or formula */
};

/* Part of a text, in bytes from its start; length 0 is a place between characters. */
typedef struct {
    size_t start;
    size_t length;
} Span;

/* Appends `name:line:column: message`, the line itself and a caret line under span.
 * Lines and columns count from 1; a column is one character, not one byte. A line
 * of over 160 characters is shown around the caret only. text is valid UTF-8. No
 * newline ends the report. name NULL: no place is named, the line and the caret are
 * still shown. */
void error_report(GString *out, const char *name, const char *text, Span span,
                  const char *message);

/* The same of one line alone, the one of that number (from 1) in its file. */
void error_report_line(GString *out, const char *name, gint64 number, const char *line,
                       Span span, const char *message);

#endif
