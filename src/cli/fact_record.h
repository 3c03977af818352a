/* fact_record.h - what a record of the catalogue says of itself, as text. */
#ifndef ACTPLOT_CLI_FACT_RECORD_H
#define ACTPLOT_CLI_FACT_RECORD_H

#include "cli/fact_rows.h"

/* Each is FactRow's write; a formula of the user's own has the first two only. */
void record_formula(const Subject *subject, Style style, GString *out);
void record_derivative(const Subject *subject, Style style, GString *out);
void record_family(const Subject *subject, Style style, GString *out);
void record_aliases(const Subject *subject, Style style, GString *out);
void record_parameters(const Subject *subject, Style style, GString *out);
void record_frameworks(const Subject *subject, Style style, GString *out);
void record_paper(const Subject *subject, Style style, GString *out);
void record_relatives(const Subject *subject, Style style, GString *out);
void record_source(const Subject *subject, Style style, GString *out);
void record_use(const Subject *subject, Style style, GString *out);

#endif
