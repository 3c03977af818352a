/* catalogue_filter.h - which records of the catalogue are wanted. */
#ifndef ACTPLOT_CLI_CATALOGUE_FILTER_H
#define ACTPLOT_CLI_CATALOGUE_FILTER_H

#include "activation/activation.h"
#include "activation/framework.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *family;         /* NULL: any */
    const Framework *framework; /* NULL: any */
    int smoothness;             /* at least; see catalogue_filter_read() */
    bool bounded;               /* above and below */
} CatalogueFilter;

/* From the options' values, NULL where not given. smoothness is `jump` (any), `C0`,
 * `C1` ... or `smooth`. */
bool catalogue_filter_read(CatalogueFilter *filter, const char *family,
                           const char *framework, const char *smoothness, bool bounded,
                           GError **error);

bool catalogue_filter_takes(const CatalogueFilter *filter,
                            const Activation *activation);

/* The same of a function of the user's own, which no framework and no family has. */
bool catalogue_filter_takes_own(const CatalogueFilter *filter,
                                const Definition *definition);

#endif
