/* text_wrap.h - markup broken into lines where Unicode lets lines break. */
#ifndef ACTPLOT_LAYOUT_TEXT_WRAP_H
#define ACTPLOT_LAYOUT_TEXT_WRAP_H

#include "layout/text.h"

#include <glib.h>
#include <stdbool.h>

/* The lines of markup, each markup by itself, no wider than width_pt unless a single
 * word is; line breaks in the text stay. balanced: all about as wide, not the last one
 * short. Ended by NULL, at least one line, the caller's (g_strfreev()). */
char **text_wrap(TextContext *context, const char *markup, double size_pt, bool bold,
                 double width_pt, bool balanced);

/* Whether the first letter that has a direction is read from right to left. */
bool text_is_right_to_left(const char *plain);

#endif
