/* notice.c - waiting until one of many files changes. */
#include "cli/notice.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    /* Milliseconds without an event until a change is taken to be over, and the longest
     * wait for that: of files that were closed or renamed, of files still open. */
    QUIET_CLOSED = 4,
    LONGEST_CLOSED = 20,
    QUIET_OPEN = 40,
    LONGEST_OPEN = 80,
    /* Two changes within a tick of the kernel's clock have the same time. */
    YOUNG_NS = 20 * 1000 * 1000,
};

static const uint32_t over_events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM |
                                    IN_DELETE | IN_ATTRIB | IN_DELETE_SELF |
                                    IN_MOVE_SELF | IN_Q_OVERFLOW | IN_IGNORED;
static const uint32_t open_events = IN_MODIFY | IN_CREATE;

struct Notice {
    int file;            /* of inotify */
    GHashTable *folders; /* number of a watch to the folder's path */
    GHashTable *named;   /* paths that events named since the last wait began */
};

/* --- Signals --- */

static int signal_pipe[2] = {-1, -1};
static const int end_signals[] = {SIGHUP, SIGINT, SIGTERM};

static void on_signal(int number)
{
    int reason = errno;
    ssize_t written = write(signal_pipe[1], "", 1);

    (void)written;
    signal(number, SIG_DFL);
    errno = reason;
}

static void watch_signals(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(end_signals); i++) {
        struct sigaction action;

        if (sigaction(end_signals[i], NULL, &action) != 0 ||
            action.sa_handler == SIG_IGN)
            continue;
        action.sa_handler = on_signal;
        action.sa_flags = SA_RESTART;
        sigaction(end_signals[i], &action, NULL);
    }
}

/* --- Watches --- */

Notice *notice_new(GError **error)
{
    Notice *notice = g_new0(Notice, 1);

    notice->folders = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    notice->named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    notice->file = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (notice->file < 0 || !g_unix_open_pipe(signal_pipe, FD_CLOEXEC, NULL)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot watch files: %s",
                    g_strerror(errno));
        notice_free(notice);
        return NULL;
    }
    watch_signals();
    return notice;
}

void notice_free(Notice *notice)
{
    if (notice == NULL)
        return;
    if (notice->file >= 0)
        close(notice->file);
    g_hash_table_unref(notice->folders);
    g_hash_table_unref(notice->named);
    g_free(notice);
}

/* Watches a folder or, where it is not there, the nearest one above it. */
static void watch_folder(Notice *notice, const char *path)
{
    g_autofree char *folder = g_canonicalize_filename(path, NULL);
    int number;

    while ((number = inotify_add_watch(notice->file, folder,
                                       over_events | open_events | IN_ONLYDIR)) < 0 &&
           (errno == ENOENT || errno == ENOTDIR) && strcmp(folder, "/") != 0) {
        char *above = g_path_get_dirname(folder);

        g_free(folder);
        folder = above;
    }
    if (number >= 0)
        g_hash_table_insert(notice->folders, GINT_TO_POINTER(number),
                            g_steal_pointer(&folder));
}

void notice_watch(Notice *notice, const char *path)
{
    char *target = realpath(path, NULL);
    g_autofree char *folder = g_path_get_dirname(path);

    watch_folder(notice, folder);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        watch_folder(notice, path);
    if (target != NULL && g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        g_autofree char *beside = g_path_get_dirname(target);

        watch_folder(notice, beside);
    }
    free(target);
}

/* --- Waiting --- */

static void remember(Notice *notice, const struct inotify_event *event)
{
    const char *folder =
        g_hash_table_lookup(notice->folders, GINT_TO_POINTER(event->wd));

    if ((event->mask & IN_IGNORED) != 0)
        g_hash_table_remove(notice->folders, GINT_TO_POINTER(event->wd));
    else if (folder != NULL && event->len > 0)
        g_hash_table_add(notice->named, g_build_filename(folder, event->name, NULL));
}

/* Takes all events that are there; the kinds of them in one mask. */
static uint32_t take_events(Notice *notice)
{
    union {
        struct inotify_event first;
        char bytes[16384];
    } buffer;
    uint32_t mask = 0;
    ssize_t length;

    while ((length = read(notice->file, buffer.bytes, sizeof buffer)) > 0) {
        for (const char *at = buffer.bytes; at < buffer.bytes + length;) {
            const struct inotify_event *event = (const void *)at;

            mask |= event->mask;
            remember(notice, event);
            at += sizeof *event + event->len;
        }
    }
    return mask;
}

static NoticeKind wait_once(Notice *notice, int milliseconds)
{
    struct pollfd files[] = {
        {.fd = notice->file, .events = POLLIN},
        {.fd = signal_pipe[0], .events = POLLIN},
    };
    int count;

    do
        count = poll(files, G_N_ELEMENTS(files), milliseconds);
    while (count < 0 && errno == EINTR);
    if (files[1].revents != 0)
        return NOTICE_END;
    return files[0].revents != 0 ? NOTICE_CHANGE : NOTICE_TIME;
}

NoticeKind notice_wait(Notice *notice, int milliseconds)
{
    NoticeKind kind;
    uint32_t mask;
    gint64 start;

    g_hash_table_remove_all(notice->named);
    kind = wait_once(notice, milliseconds);
    if (kind != NOTICE_CHANGE)
        return kind;
    start = g_get_monotonic_time();
    mask = take_events(notice);
    for (;;) {
        bool is_over = (mask & over_events) != 0;
        gint64 passed = (g_get_monotonic_time() - start) / 1000;

        if (passed >= (is_over ? LONGEST_CLOSED : LONGEST_OPEN))
            return NOTICE_CHANGE;
        kind = wait_once(notice, is_over ? QUIET_CLOSED : QUIET_OPEN);
        if (kind != NOTICE_CHANGE)
            return kind == NOTICE_TIME ? NOTICE_CHANGE : kind;
        mask |= take_events(notice);
    }
}

/* --- Stamps --- */

static gint64 nanoseconds(struct timespec time)
{
    return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

Stamp stamp_take(const char *path, gint64 since_ns)
{
    struct stat state;
    Stamp stamp = {.is_there = false};

    if (stat(path, &state) != 0)
        return stamp;
    stamp = (Stamp){
        .is_there = true,
        .device = state.st_dev,
        .inode = state.st_ino,
        .size = state.st_size,
        .modified_ns = nanoseconds(state.st_mtim),
        .changed_ns = nanoseconds(state.st_ctim),
    };
    stamp.is_young = stamp.changed_ns > since_ns - YOUNG_NS;
    return stamp;
}

bool stamp_differs(const Notice *notice, const char *path, const Stamp *old,
                   const Stamp *now)
{
    g_autofree char *name = NULL;

    if (!old->is_there && !now->is_there)
        return false;
    if (old->is_there != now->is_there || old->device != now->device ||
        old->inode != now->inode || old->size != now->size ||
        old->modified_ns != now->modified_ns || old->changed_ns != now->changed_ns)
        return true;
    if (!old->is_young)
        return false;
    name = g_canonicalize_filename(path, NULL);
    return g_hash_table_contains(notice->named, name);
}
