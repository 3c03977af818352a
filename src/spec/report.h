/* report.h - the faults of one file, gathered so that all are told in one run. */
#ifndef ACTPLOT_SPEC_REPORT_H
#define ACTPLOT_SPEC_REPORT_H

#include "base/error.h"

#include <glib.h>
#include <stdbool.h>

enum { REPORTS_SHOWN = 20 };

/* Faults of the text called name; both are borrowed and outlive the reports. */
typedef struct {
    const char *name;
    const char *text;
    char *repaired;         /* what text points to once it cannot be shown as it is */
    const GArray *settings; /* of size_t, rising: where in text each `--set` argument
                               begins, a source of its own; NULL: none */
    GPtrArray *faults;
} Reports;

void reports_init(Reports *reports, const char *name, const char *text);
void reports_release(Reports *reports);

/* Shows a copy of text, length bytes, that is valid and harmless to a terminal, from
 * now on. */
void reports_repair(Reports *reports, size_t length);

/* Adds a fault at span. The same message at the same place is kept once. */
void reports_add(Reports *reports, Span span, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* The same, followed by another file's whole report (detail). */
void reports_add_detail(Reports *reports, Span span, const char *detail,
                        const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Appends a report on a place in such a text. */
void report_place(GString *out, const char *name, const char *text,
                  const GArray *settings, Span span, const char *message);

bool reports_any(const Reports *reports);

/* Sets error to all faults in the order of their places: the first REPORTS_SHOWN of
 * them, then a line that says how many are left out. Needs at least one fault. */
void reports_raise(Reports *reports, GError **error);

#endif
