/* backend.c - the table of output formats. */
#include "backend/backend.h"

#include "backend/formats.h"

#include <math.h>
#include <string.h>

const BackendOptions backend_options_default = {
    .dpi = NAN,
    .scale = 1,
    .compression = 6,
};

const Backend *const backends[] = {
    &backend_png, &backend_svg,  &backend_pdf,   &backend_gp,
    &backend_csv, &backend_dump, &backend_scene, NULL,
};

const Backend *backend_find(const char *name)
{
    for (const Backend *const *at = backends; *at; at++)
        if (strcmp((*at)->name, name) == 0)
            return *at;
    return NULL;
}
