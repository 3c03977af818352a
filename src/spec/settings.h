/* settings.h - single keys of a figure set over its file: `--set x.range=-3:3`.
 *
 * A setting is PATH=VALUE. The path's names lead through maps, its numbers (from 1)
 * through lists: `panels.2.y.scale`, `curves.1.color`; `+` adds an item at a list's
 * end. What is not there yet is made; a curve or definition that is a bare formula
 * becomes a map of its keys. A value that begins with one of [ { " ' is YAML; any other
 * is the text as it stands, so that neither '#' nor ': ' need quotes. A range may be
 * written `LOW:HIGH`, an open end left out.
 */
#ifndef ACTPLOT_SPEC_SETTINGS_H
#define ACTPLOT_SPEC_SETTINGS_H

#include "spec/document.h"
#include "spec/report.h"

#include <glib.h>
#include <stdbool.h>

/* A file's text followed by the settings (ended by NULL; or NULL), each in a line of
 * its own, where they begin in starts (of size_t); the caller's. */
char *settings_source(const char *text, size_t length, const char *const *settings,
                      GArray *starts);

/* Changes the tree as the settings say that stand in text from starts (of size_t) on,
 * each up to a newline before the next or the text's end. False: faults were reported.
 */
bool settings_apply(DocumentNode *root, const char *text, const GArray *starts,
                    Reports *reports);

/* The tree of a figure file's text with settings worked in, ended by NULL (or NULL);
 * keys are not looked at. The caller's. */
DocumentNode *settings_merge(const char *text, const char *const *settings,
                             GError **error);

#endif
