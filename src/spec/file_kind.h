/* file_kind.h - what a YAML file describes: a figure, a theme or a palette. */
#ifndef ACTPLOT_SPEC_FILE_KIND_H
#define ACTPLOT_SPEC_FILE_KIND_H

#include "spec/document.h"

#include <stdbool.h>

typedef enum { FILE_FIGURE, FILE_THEME, FILE_PALETTE } FileKind;

/* By its keys: a theme has some that only themes have and none that only figures have,
 * and so has a palette. What is nothing of all is a figure. */
FileKind file_kind(const DocumentNode *root);

/* The same of a file; a figure, too, where it cannot be read. */
FileKind file_kind_of(const char *path);

/* Whether a theme or a palette is good; files gets the paths of what it is made from.
 */
bool file_check(const char *path, FileKind kind, GPtrArray *files, GError **error);

#endif
