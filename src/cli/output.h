/* output.h - bytes to a file, all or nothing, and to standard output. */
#ifndef ACTPLOT_CLI_OUTPUT_H
#define ACTPLOT_CLI_OUTPUT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Writes a file, or standard output when path is `-`. A regular file appears or
 * changes at once when every byte is on the disk's way; on failure it is as it was
 * and nothing is left beside it. Its mode stays; a new one has what the umask
 * leaves. Symbolic links are followed; a device or a pipe is written straight. */
bool output_write(const char *path, const void *data, size_t length, GError **error);

/* Writes standard output. When its reader has gone away, that is said nowhere: error
 * has an empty message. */
bool output_print(const void *data, size_t length, GError **error);

/* Makes a folder and those above it; NULL is the current one. */
bool output_make_folder(const char *path, GError **error);

#endif
