/* notice.h - waiting until one of many files changes, or a signal ends the program.
 *
 * Folders are watched, not files, since editors put a new file in the old one's place.
 * That something happened comes from the kernel (inotify), what is different from
 * looking at the files: links, folders that come and go, and events that were lost need
 * no care of their own.
 */
#ifndef ACTPLOT_CLI_NOTICE_H
#define ACTPLOT_CLI_NOTICE_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

typedef struct Notice Notice;

/* SIGINT, SIGTERM and SIGHUP are told by notice_wait() from now on; a second one ends
 * the program. One at a time. */
Notice *notice_new(GError **error);
void notice_free(Notice *notice);

/* Watches for changes of that file or folder, there or not. May be said again. */
void notice_watch(Notice *notice, const char *path);

typedef enum { NOTICE_CHANGE, NOTICE_TIME, NOTICE_END } NoticeKind;

/* Waits for something to happen in a watched folder and for it to be over (a file that
 * stays open counts after a moment), or for so long (negative: for ever). */
NoticeKind notice_wait(Notice *notice, int milliseconds);

/* A file as it was when it was looked at. */
typedef struct {
    bool is_there;
    bool is_young; /* it could be written again without looking different */
    dev_t device;
    ino_t inode;
    off_t size;
    gint64 modified_ns, changed_ns;
} Stamp;

/* A file that was written after since_ns (of the system's clock) is young. */
Stamp stamp_take(const char *path, gint64 since_ns);

/* Whether path has changed since; a young stamp needs an event's word that it has not.
 */
bool stamp_differs(const Notice *notice, const char *path, const Stamp *old,
                   const Stamp *now);

#endif
