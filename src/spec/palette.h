/* palette.h - colours in an order: of curves in turn, of families, of heat maps.
 *
 * Palettes are the program's own (palette_table.c), a theme's (`palettes:`), or files
 * of a user's own. They are shared by reference counting and never change once made.
 */
#ifndef ACTPLOT_SPEC_PALETTE_H
#define ACTPLOT_SPEC_PALETTE_H

#include "base/color.h"

#include <glib.h>
#include <stdbool.h>

/* Sequential: from low to high. Diverging: from low by way of a neutral middle to
 * high. Qualitative: colours that are told apart, in turn. */
typedef enum { PALETTE_SEQUENTIAL, PALETTE_DIVERGING, PALETTE_QUALITATIVE } PaletteKind;

enum { PALETTE_COLORS_MAX = 256 };

typedef struct {
    gatomicrefcount references;
    char *name;
    char *help; /* one line for `actplot list palettes`; may be NULL */
    PaletteKind kind;
    int count;     /* 2 .. PALETTE_COLORS_MAX; of a qualitative one 1 or more */
    Color *colors; /* evenly spaced; what is between is mixed in sRGB */
} Palette;

/* Takes name, help and copies colours. */
Palette *palette_new(const char *name, const char *help, PaletteKind kind,
                     const Color *colors, int count);
Palette *palette_ref(const Palette *palette); /* NULL gives NULL */
void palette_unref(Palette *palette);

/* One of the program's own; NULL: there is none of that name. */
Palette *palette_known(const char *name);

/* Reads a palette file: YAML, `kind`, `colors` and `help`. files, of char * and perhaps
 * NULL, gets the path. On failure NULL and every fault, as figure_parse() has them. */
Palette *palette_load(const char *path, GPtrArray *files, GError **error);

/* The colour at share 0 .. 1; of a qualitative palette the one whose part that is. */
Color palette_color(const Palette *palette, double share);

/* The same for lines on a ground: only what can be seen there (a contrast of 2 to 1) is
 * gone through, from its first colour to its last. */
Color palette_line_color(const Palette *palette, double share, Color ground);

const char *palette_kind_name(PaletteKind kind);

/* The names of the program's own, ended by NULL. */
const char *const *palette_names(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Palette, palette_unref)

#endif
