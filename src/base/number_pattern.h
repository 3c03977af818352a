/* number_pattern.h - how numbers are asked to be written: `%.2f`, `percent`. */
#ifndef ACTPLOT_BASE_NUMBER_PATTERN_H
#define ACTPLOT_BASE_NUMBER_PATTERN_H

#include <stdbool.h>

typedef enum {
    PATTERN_PLAIN,      /* no powers of ten */
    PATTERN_SCIENTIFIC, /* 1.5×10³ */
    PATTERN_PERCENT,    /* 150% */
    PATTERN_SI,         /* 1.5k */
    PATTERN_PRINTF,     /* as the conversion says */
} PatternKind;

/* A pattern that was read; its texts point into the one it was read from. */
typedef struct {
    PatternKind kind;
    const char *before, *after; /* texts around the number, of those lengths in bytes;
                                   `%%` in them is a percent sign */
    int before_length, after_length;
    char conversion; /* of PATTERN_PRINTF: f, e, g, d or % (times 100, then f) */
    int precision;   /* 0 .. 15; -1: not given */
    bool plus;       /* positive numbers get a sign */
} NumberPattern;

/* Reads `plain`, `scientific`, `percent`, `si`, or a text with one conversion: `%.2f`,
 * `%g ms`, `%+.1e`, `%d`. false: *fault is what is wrong with it, to follow its name
 * and `must `. */
bool number_pattern_parse(const char *text, NumberPattern *pattern, const char **fault);

/* Reads what stands behind a colon in a label's `{beta:.2f}`: the same without the
 * percent sign before it, and `.0%`. length bytes of text. */
bool number_pattern_parse_bare(const char *text, int length, NumberPattern *pattern);

/* The number as a printf-like pattern says, without the texts around it: `−0.50`,
 * `1.5e3` for the conversion e; the caller's. */
char *number_pattern_text(const NumberPattern *pattern, double value);

#endif
