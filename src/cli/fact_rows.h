/* fact_rows.h - facts as texts, one row a fact, for tables and pages. */
#ifndef ACTPLOT_CLI_FACT_ROWS_H
#define ACTPLOT_CLI_FACT_ROWS_H

#include "cli/subject.h"

/* What the texts are for. */
typedef enum { STYLE_TEXT, STYLE_MARKDOWN, STYLE_LATEX } Style;

/* What a row needs. */
typedef enum { NEEDS_NOTHING, NEEDS_FACTS, NEEDS_MEASURE } RowNeed;

typedef struct {
    const char *key;   /* `lipschitz` */
    const char *label; /* `Lipschitz constant`; mathematics between $ */
    RowNeed need;
    /* Appends the text; nothing where the row does not apply. */
    void (*write)(const Subject *subject, Style style, GString *out);
    /* NULL: not a number. NaN: there is none. */
    double (*number)(const Subject *subject);
} FactRow;

/* In the order of pages; ended by a NULL key. */
extern const FactRow fact_rows[];

/* NULL: no such row. */
const FactRow *fact_row_find(const char *key);

/* `strictly increasing`, `neither`; `left`, `both`. */
const char *monotone_text(const Facts *facts);
const char *saturation_text(const Facts *facts);

/* The notation for formulas in that style. */
Notation style_notation(Style style);

/* A row's label; the caller's. */
char *fact_row_label(const FactRow *row, Style style);

/* Any text, so that it is shown as it is; the caller's. */
char *style_escape(Style style, const char *text);

#endif
