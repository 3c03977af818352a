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
        row(data) row(term) row(dump) row(scene)

#define DECLARE(name) extern const Backend backend_##name;
#define ADDRESS(name) &backend_##name,

FORMATS(DECLARE)

const Backend *const backends[] = {FORMATS(ADDRESS) NULL};

BackendFile *backend_file_add(GPtrArray *files, const char *name)
{
    BackendFile *file = g_new(BackendFile, 1);
    file->name = g_strdup(name);
    file->text = g_string_new(NULL);
    g_ptr_array_add(files, file);
    return file;
}

char *backend_stem(const char *name, const char *endings)
{
    const char *point = strrchr(name, '.');
    g_auto(GStrv) known = g_strsplit(endings, " ", -1);
    bool cut = point && g_strv_contains((const char *const *)known, point + 1);
    return cut ? g_strndup(name, (gsize)(point - name)) : g_strdup(name);
}

void backend_file_free(void *data)
{
    BackendFile *file = data;
    g_free(file->name);
    g_string_free(file->text, TRUE);
    g_free(file);
}

const Backend *backend_find(const char *name)
{
    for (const Backend *const *at = backends; *at; at++)
        if (strcmp((*at)->name, name) == 0)
            return *at;
    return NULL;
}
