/* backend.c - the table of output formats. */
#include "backend/backend.h"

#include <math.h>
#include <string.h>

const BackendOptions backend_options_default = {
    .dpi = NAN,
    .scale = 1,
    .compression = 6,
};

/* Each format is a record `backend_NAME` in a file of its own. */
#define FORMATS(row)                                                                   \
    row(png) row(svg) row(pdf) row(eps) row(gp) row(tex) row(json) row(html) row(csv)  \
        row(term) row(dump) row(scene)

#define DECLARE(name) extern const Backend backend_##name;
#define ADDRESS(name) &backend_##name,

FORMATS(DECLARE)

const Backend *const backends[] = {FORMATS(ADDRESS) NULL};

const Backend *backend_find(const char *name)
{
    for (const Backend *const *at = backends; *at; at++)
        if (strcmp((*at)->name, name) == 0)
            return *at;
    return NULL;
}
