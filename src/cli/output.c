/* output.c - writing files, all or nothing. */
#include "cli/output.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A signal that ends the program waits for files that are being replaced, which takes
 * a moment: no half-written file is left beside the old one. A second signal does not
 * wait. */
static int writers;       /* files that are being replaced */
static int ending_signal; /* that came meanwhile; 0: none */

static void end_by(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

static void on_signal(int number)
{
    bool again = g_atomic_int_get(&ending_signal) != 0;

    g_atomic_int_set(&ending_signal, number);
    if (again || g_atomic_int_get(&writers) == 0)
        end_by(number);
}

static void *watch_signals(void *unused)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};

    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        struct sigaction action;

        /* Others may be in charge, or have chosen to ignore it. */
        if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler == SIG_DFL) {
            action.sa_handler = on_signal;
            action.sa_flags = SA_RESTART;
            sigaction(numbers[i], &action, NULL);
        }
    }
    return NULL;
}

static void writer_end(void)
{
    if (g_atomic_int_dec_and_test(&writers) && g_atomic_int_get(&ending_signal) != 0)
        end_by(g_atomic_int_get(&ending_signal));
}

static void writer_begin(void)
{
    static GOnce once = G_ONCE_INIT;

    g_once(&once, watch_signals, NULL);
    g_atomic_int_inc(&writers);
    if (g_atomic_int_get(&ending_signal) != 0)
        writer_end();
}

static bool write_all(int file, const void *data, size_t length)
{
    const char *next = data;

    while (length > 0) {
        ssize_t written = write(file, next, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        next += written;
        length -= (size_t)written;
    }
    return true;
}

static bool fail(const char *path, int reason, GError **error)
{
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot write '%s': %s", path,
                g_strerror(reason));
    return false;
}

/* A device, a pipe, a link that leads nowhere yet. */
static bool write_straight(const char *path, const void *data, size_t length,
                           GError **error)
{
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    bool written;

    if (file < 0)
        return fail(path, errno, error);
    written = write_all(file, data, length);
    if (!written) {
        int reason = errno;

        close(file);
        return fail(path, reason, error);
    }
    return close(file) == 0 || fail(path, errno, error);
}

/* Fills the open file and gives it the mode of the one that it will replace. */
static bool fill(int file, const struct stat *old, const void *data, size_t length)
{
    bool done = write_all(file, data, length) &&
                (old == NULL || fchmod(file, old->st_mode & 07777) == 0);
    int reason = errno;

    if (close(file) != 0 && done)
        return false;
    errno = reason;
    return done;
}

/* A file of that content beside target, in the caller's fresh; with target's mode. */
static bool write_beside(const char *target, const struct stat *old, const void *data,
                         size_t length, char **fresh)
{
    g_autofree char *folder = g_path_get_dirname(target);
    int file;

    *fresh = g_build_filename(folder, ".actplot-XXXXXX", NULL);
    file = g_mkstemp_full(*fresh, O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    if (!fill(file, old, data, length) || rename(*fresh, target) != 0) {
        int reason = errno;

        unlink(*fresh);
        errno = reason;
        return false;
    }
    return true;
}

/* target is path with its links followed; old is its state, NULL if it is new. */
static bool replace(const char *path, const char *target, const struct stat *old,
                    const void *data, size_t length, GError **error)
{
    g_autofree char *fresh = NULL;
    bool written;
    int reason;

    /* rename() would ask for the folder's permission only. */
    if (old != NULL && access(target, W_OK) != 0)
        return fail(path, errno, error);
    writer_begin();
    written = write_beside(target, old, data, length, &fresh);
    reason = errno;
    writer_end();
    return written || fail(path, reason, error);
}

bool output_write(const char *path, const void *data, size_t length, GError **error)
{
    struct stat state;
    char *target;
    bool written;

    if (strcmp(path, "-") == 0)
        return output_print(data, length, error);
    if (lstat(path, &state) != 0) {
        if (errno != ENOENT)
            return fail(path, errno, error);
        return replace(path, path, NULL, data, length, error);
    }
    if (S_ISREG(state.st_mode))
        return replace(path, path, &state, data, length, error);
    if (stat(path, &state) != 0 || !S_ISREG(state.st_mode))
        return write_straight(path, data, length, error);
    target = realpath(path, NULL);
    if (target == NULL)
        return fail(path, errno, error);
    written = replace(path, target, &state, data, length, error);
    free(target);
    return written;
}

bool output_print(const void *data, size_t length, GError **error)
{
    if (write_all(STDOUT_FILENO, data, length))
        return true;
    if (errno == EPIPE)
        g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "");
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot write to standard output: %s", g_strerror(errno));
    return false;
}

bool output_make_folder(const char *path, GError **error)
{
    if (path == NULL || g_mkdir_with_parents(path, 0777) == 0)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot make folder '%s': %s",
                path, g_strerror(errno));
    return false;
}
