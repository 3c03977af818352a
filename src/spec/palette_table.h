/* palette_table.h - the program's own palettes as data. */
#ifndef ACTPLOT_SPEC_PALETTE_TABLE_H
#define ACTPLOT_SPEC_PALETTE_TABLE_H

#include "spec/palette.h"

enum { PALETTE_ROW_MAX = 33 };

/* Colours are sRGB, 0xRRGGBB, evenly spaced. */
typedef struct {
    const char *name, *help;
    PaletteKind kind;
    int count;
    unsigned colors[PALETTE_ROW_MAX];
} PaletteRow;

extern const PaletteRow palette_table[]; /* ended by a NULL name */

#endif
