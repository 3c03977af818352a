/* math.h - mathematics as a tree, and what reads and writes it.
 *
 * Two things make such trees: a formula as written (math_formula.h), and the small
 * part of LaTeX that labels are written in (math_read()). All notations are written
 * from it, and layout sets it in boxes.
 *
 * Recursive: for trees of limited depth.
 */
#ifndef ACTPLOT_FORMULA_MATH_H
#define ACTPLOT_FORMULA_MATH_H

#include "base/error.h"

#include <glib.h>
#include <stdbool.h>

enum {
    MATH_MAX_BYTES = 4000, /* of what is read */
    MATH_MAX_DEPTH = 40,   /* of groups in it */
};

/* A sign that is not seen: a function's application. */
#define MATH_APPLY "\xE2\x81\xA1"

typedef enum {
    MATH_ROW,      /* children beside one another */
    MATH_VARIABLE, /* a letter of text, slanted */
    MATH_NUMBER,   /* upright digits */
    MATH_NAME,     /* upright words */
    MATH_BOLD,     /* the same in bold */
    MATH_FUNCTION, /* an upright name that takes an argument: `log` */
    MATH_SIGN,     /* `+`, `≤`, `∑` as Unicode has it */
    MATH_TIMES,  /* a product without a sign, or with a small one: text is "" or "·" */
    MATH_PRIMES, /* count of them */
    MATH_SPACE,  /* count eighteenths of the size */
    MATH_SCRIPT, /* base, what is below it or NULL, what is above it or NULL */
    MATH_FRACTION, /* above, below; display: set large in running text too */
    MATH_ROOT,     /* inside, degree or NULL */
    MATH_FENCE,    /* inside, as high as it: text before it, close behind it */
    MATH_CASES,    /* value and condition (or NULL), row by row */
    MATH_ACCENT,   /* base; text is the combining character above it */
} MathKind;

typedef struct Math Math;
struct Math {
    MathKind kind;
    char *text, *close; /* NULL where the kind has none */
    int count;
    bool display;
    GPtrArray *children; /* owns Math; NULL where the kind has none */
};

/* Texts are copied, children taken over. */
Math *math_new(MathKind kind, const char *text);
Math *math_new_count(MathKind kind, int count);
Math *math_new_with(MathKind kind, Math *first, Math *second);
Math *math_new_fence(const char *open, Math *inner, const char *close);
Math *math_add(Math *parent, Math *child); /* returns parent */
void math_free(Math *math);
const Math *math_child(const Math *math, unsigned index); /* NULL: there is none */

/* How TeX counts what stands in a row. */
typedef enum {
    MATH_ORDINARY,
    MATH_OPERATOR, /* `∑`, `log` */
    MATH_BINARY,
    MATH_RELATION,
    MATH_OPENING,
    MATH_CLOSING,
    MATH_PUNCTUATION,
    MATH_NOTHING, /* a space, or an invisible sign */
} MathClass;

/* The class of a row's child there: a minus without a left side is none. */
MathClass math_class(const Math *row, unsigned index);

/* The space between a row's child and the one before it: 0, 3, 4, 5 eighteenths. */
int math_space_before(const Math *row, unsigned index);

/* Whether it is higher than a line: fractions, cases and what holds them. */
bool math_is_tall(const Math *math);

/* How tightly it holds together when it is written on one line. */
typedef enum { MATH_CHOICE, MATH_SUM, MATH_PRODUCT, MATH_SINGLE } MathStrength;
MathStrength math_strength(const Math *math);

/* About how much higher than a line of words it is, in sizes. */
double math_extra_height(const Math *math);

/* Whether a row's child could be taken for a part of its neighbours' if it were written
 * as `a/b`; dotted: products are written with a dot. */
bool math_needs_brackets(const Math *row, unsigned index, bool dotted);

/* Reads the part of LaTeX that labels know, without dollar signs. On failure NULL:
 * error has the message without a place, *fault (may be NULL) the place in text. */
Math *math_read(const char *text, Span *fault, GError **error);

/* What was read, in one line of Unicode: `x/(1 + e⁻ˣ)`. All of these are the caller's.
 */
char *math_plain(const Math *math);
char *math_latex(const Math *math);
char *math_gnuplot(const Math *math); /* enhanced text */
char *math_mathml(const Math *math);  /* content of a <math> element */

/* LaTeX in which fractions stand on the line, for where a line has little room. */
char *math_latex_flat(const Math *math);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Math, math_free)

#endif
