/* assets.c - the folders where the program's own files may be. */
#include "spec/assets.h"

#include <glib.h>
#include <stdbool.h>
#include <unistd.h>

static void *find_program_folder(void *unused)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);

    (void)unused;
    return program ? g_path_get_dirname(program) : NULL;
}

/* The folder of the running program; NULL where the system does not tell. */
static const char *program_folder(void)
{
    static GOnce once = G_ONCE_INIT;

    return g_once(&once, find_program_folder, NULL);
}

static bool is_there(const char *path)
{
    return access(path, R_OK) == 0;
}

char *asset_path(const char *name)
{
    const char *chosen = g_getenv("ACTPLOT_ASSETS");
    const char *folder = program_folder();
    char *path;

    if (chosen && *chosen) {
        path = g_build_filename(chosen, name, NULL);
        if (is_there(path))
            return path;
        g_free(path);
    }
    if (folder) {
        /* The build tree has `assets`, itself or as a link into the source tree. */
        path = g_build_filename(folder, "assets", name, NULL);
        if (is_there(path))
            return path;
        g_free(path);
        /* An installation that was moved as a whole. */
        path = g_build_filename(folder, "..", "share", "actplot", name, NULL);
        if (is_there(path))
            return path;
        g_free(path);
    }
    return g_build_filename(ACTPLOT_PKGDATADIR, name, NULL);
}
