/* value.h - what option values and arguments mean: numbers, ranges, formulas. */
#ifndef ACTPLOT_CLI_VALUE_H
#define ACTPLOT_CLI_VALUE_H

#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

/* A number, or a formula of numbers alone: `-20`, `1e-3`, `-2*pi`. option names it in
 * messages: `--at`. */
bool value_number(const char *option, const char *text, double *value, GError **error);

/* `LOW:HIGH`, both finite numbers as above, LOW < HIGH. */
bool value_range(const char *option, const char *text, double *low, double *high,
                 GError **error);

/* A formula over the catalogue. The message shows the formula with a caret. */
Formula *value_formula(const char *text, const Binding *bindings, GError **error);

#endif
