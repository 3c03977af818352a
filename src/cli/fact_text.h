/* fact_text.h - numbers, places and other parts of facts as text in a style. */
#ifndef ACTPLOT_CLI_FACT_TEXT_H
#define ACTPLOT_CLI_FACT_TEXT_H

#include "cli/fact_rows.h"

/* All append to out. Mathematics is between $ in LaTeX: what begins with math_ is to
 * stand inside of it. */

/* Any text as it is; nothing for NULL. */
void text_escaped(Style style, const char *text, GString *out);

void text_begin_math(Style style, GString *out);
void text_end_math(Style style, GString *out);

/* At most that many significant digits, fewer where the error leaves fewer. */
void math_number(Style style, double value, double error, int digits, GString *out);
void text_number(Style style, double value, double error, int digits, GString *out);

/* The value, or why there is none. */
void text_fact(Style style, const Fact *fact, int digits, GString *out);

/* `x = 3`, `x <= 0`, `-1 < x < 1`, `x -> inf`. */
void text_stretch(Style style, const Stretch *stretch, GString *out);

/* `-1; 0; 1 <= x`, or `none`; and that there are more. */
void text_places(Style style, const Places *places, GString *out);
void text_extent(Style style, const Extent *extent, GString *out);

/* Texts with commas between; nothing for NULL. */
void text_list(Style style, const char *const *texts, GString *out);

#endif
