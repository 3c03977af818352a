/* progress.c - one line on standard error, rewritten in place. */
#include "base/progress.h"

#include <glib.h>
#include <stdio.h>
#include <unistd.h>

enum { SILENT_MICROSECONDS = 200000 };

struct Progress {
    GMutex lock;
    gint64 started;
    int total;
    int done;
    bool wanted;
    bool shown;
};

Progress *progress_new(int total, bool quiet)
{
    Progress *progress = g_new0(Progress, 1);

    g_mutex_init(&progress->lock);
    progress->started = g_get_monotonic_time();
    progress->total = total;
    progress->wanted =
        !quiet && isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    return progress;
}

void progress_step(Progress *progress, const char *name)
{
    g_mutex_lock(&progress->lock);
    progress->done++;
    if (progress->wanted &&
        g_get_monotonic_time() - progress->started >= SILENT_MICROSECONDS) {
        progress->shown = true;
        fprintf(stderr, "\r\033[K%d of %d  %s", progress->done, progress->total, name);
        fflush(stderr);
    }
    g_mutex_unlock(&progress->lock);
}

void progress_free(Progress *progress)
{
    if (progress == NULL)
        return;
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
    g_mutex_clear(&progress->lock);
    g_free(progress);
}
