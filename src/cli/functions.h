/* functions.h - the functions that formulas of this run may use. */
#ifndef ACTPLOT_CLI_FUNCTIONS_H
#define ACTPLOT_CLI_FUNCTIONS_H

#include "formula/definition.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *catalogue; /* file of a user's own functions; NULL: none */
    char *framework; /* whose conventions hold; NULL: the records' */
} FunctionOptions;

extern FunctionOptions function_options;

#define CATALOGUE_OPTION_ENTRY                                                         \
    {                                                                                  \
        "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &function_options.catalogue,         \
            "functions of your own, written as in a\nfigure's `define:`", "FILE"       \
    }

#define FUNCTION_OPTION_ENTRIES                                                        \
    CATALOGUE_OPTION_ENTRY,                                                            \
    {                                                                                  \
        "framework", 0, 0, G_OPTION_ARG_FILENAME, &function_options.framework,         \
            "defaults, and values at switch points, as\n`list frameworks` has them",   \
            "NAME"                                                                     \
    }

/* Reads what the options name; arguments_parse() does it for every command. */
bool functions_load(GError **error);

/* The catalogue, as the options have it. */
const Scope *functions_scope(void);

/* The key of a function whose name is spelled as no formula can be: `Leaky ReLU`,
 * `leaky-relu`. Any other text is itself: `tanh-exp` is a difference. */
const char *functions_key(const char *text);

/* Those of the user's own that --catalogue brought, of Definition; NULL: none. */
const GPtrArray *functions_own(void);

#endif
