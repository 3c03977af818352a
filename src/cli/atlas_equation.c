/* atlas_equation.c - f and f' of a definition, typeset where there is room. */
#include "cli/atlas_equation.h"

#include "activation/activation.h"
#include "formula/markup.h"
#include "formula/typeset.h"

#include <math.h>

#define LINE_GAP 0.35 /* between two equations, of the pitch */

/* Fractions that are not within anything else are set as large as words. */
static void enlarge(Math *math)
{
    if (math->kind == MATH_FRACTION)
        math->display = true;
    for (guint i = 0; math->kind == MATH_ROW && i < math->children->len; i++)
        enlarge(g_ptr_array_index(math->children, i));
}

/* `f(x) = ...` as a label; the caller's. */
static char *equation_text(const char *left, const char *formula, const Definition *of)
{
    g_autoptr(Math) math = formula_math(formula, &activation_scope, of);
    enlarge(math);
    g_autofree char *latex = math_latex(math);

    return g_strdup_printf("$%s = %s$", left, latex);
}

/* Both within a width: side by side, or under one another. False: there is no room. */
static bool add_pair(const Sheet *sheet, const char *const texts[2],
                     const AtlasEquationPlace *place, double width_pt,
                     const SheetStyle *look)
{
    Rect f = sheet_formula_room(sheet, texts[0], look);
    Rect df = sheet_formula_room(sheet, texts[1], look);
    double middle = fmax((width_pt + place->gap_pt) / 2, f.width + place->gap_pt);
    double gap = LINE_GAP * look->pitch_pt;
    Point at = place->corner, next = at;

    if (middle + df.width <= width_pt &&
        fmax(f.height, df.height) <= place->height_pt) {
        double high = fmax(f.height, df.height);
        at.y += (high - f.height) / 2;
        next = (Point){next.x + middle, next.y + (high - df.height) / 2};
    } else if (fmax(f.width, df.width) <= width_pt &&
               f.height + gap + df.height <= place->height_pt) {
        next.y += f.height + gap;
    } else {
        return false;
    }
    sheet_add_formula(sheet, texts[0], look, at);
    sheet_add_formula(sheet, texts[1], look, next);
    return true;
}

static SheetStyle style_of(const AtlasEquationPlace *place, double size_pt)
{
    return (SheetStyle){
        .size_pt = size_pt, .pitch_pt = 1.38 * size_pt, .color = place->color};
}

/* What is too large for any size that is read with ease: as large as it may be. */
static void add_anyway(const Sheet *sheet, const char *const texts[2],
                       const AtlasEquationPlace *place, double size_pt)
{
    for (int round = 0; round < 12; round++, size_pt *= 0.93) {
        SheetStyle look = style_of(place, size_pt);
        if (add_pair(sheet, texts, place, place->wide_pt, &look))
            return;
    }
    SheetStyle look = style_of(place, size_pt);
    Point at = place->corner;
    for (int i = 0; i < 2; i++)
        at.y += sheet_add_text(sheet, texts[i], &look, at, place->wide_pt, 12);
}

bool atlas_equation_add(const Sheet *sheet, const Definition *definition,
                        const AtlasEquationPlace *place)
{
    static const double sizes_pt[] = {10, 9, 8.3, 7.6, 7, 6.4};
    const char *derivative =
        definition->derivative != NULL ? definition_shown_derivative(definition) : "";
    g_autofree char *f =
        equation_text("f(x)", definition_shown(definition), definition);
    g_autofree char *df = equation_text("f'(x)", derivative, definition);
    const char *const texts[] = {f, df};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes_pt); i++) {
        SheetStyle look = style_of(place, sizes_pt[i]);
        if (i < 2 && add_pair(sheet, texts, place, place->narrow_pt, &look))
            return true;
        if (add_pair(sheet, texts, place, place->wide_pt, &look))
            return false;
    }
    add_anyway(sheet, texts, place, sizes_pt[G_N_ELEMENTS(sizes_pt) - 1]);
    return false;
}
