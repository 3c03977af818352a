/* markup.h - the language of labels: words with Pango's markup, and `$formulas$`.
 *
 * Between dollar signs stands mathematics in the part of LaTeX that math_read() knows;
 * `\$` is a dollar sign, and so is `&#36;`. Everything else is Pango markup.
 */
#ifndef ACTPLOT_FORMULA_MARKUP_H
#define ACTPLOT_FORMULA_MARKUP_H

#include "base/error.h"

#include <glib.h>
#include <stdbool.h>

/* A stretch of a label, found by markup_next(): begin with .next at its start. */
typedef struct {
    const char *next; /* where to go on */
    const char *start;
    size_t length;
    bool is_math; /* start .. length stand between dollar signs */
} MarkupPart;

/* False: there are no more. A dollar sign that nothing ends begins no formula. */
bool markup_next(MarkupPart *part);

/* The stretch as a text of its own, in which `\$` has become a dollar sign if it is
 * words; the caller's. */
char *markup_part_text(const MarkupPart *part);

/* Whether there is a dollar sign: labels without are left alone by all of this. */
bool markup_has_math(const char *markup);

/* Whether all formulas can be read and all are ended. Else error says why, without a
 * place, and *fault (may be NULL) is the place in markup. */
bool markup_check(const char *markup, Span *fault, GError **error);

/* What stands in a hollow text for a formula: U+FFFC, an object in a text. */
#define MARKUP_HOLE "\xEF\xBF\xBC"

/* The markup with a hole for each formula, in order in *formulas (of Math *), with
 * `&#36;` for `\$` and for what cannot be read as a formula. Both are the caller's. */
char *markup_hollow(const char *markup, GPtrArray **formulas);

/* The reverse: each hole filled with the next formula. */
char *markup_refill(const char *hollow, const GPtrArray *formulas);

/* Formulas replaced by the same on one line: as words in markup, or as formulas without
 * fractions. The caller's. */
char *markup_plain_math(const char *markup);
char *markup_flat_math(const char *markup);

/* Each `{name}` replaced by value; within a formula it keeps its braces. The caller's.
 */
char *markup_fill(const char *markup, const char *name, const char *value);

#endif
