/* atlas_equation.c - equals signs, braces and columns of conditions. */
#include "cli/atlas_equation.h"

#include "activation/activation.h"
#include "formula/typeset.h"

#include <math.h>

#define CONDITION_GAP_PT 14.0
#define BRACE_PT 6.0

/* One of f and f', by cases or not. */
typedef struct {
    const char *left; /* `f(x) =` */
    GArray *branches; /* of FormulaBranch */
    double indent_pt; /* of what stands right of the equals sign and the brace */
    double value_pt;  /* the widest value */
    double width_pt;  /* on as many lines as there are branches */
} Equation;

static char *condition_text(const Equation *equation, unsigned index)
{
    const FormulaBranch *branch =
        &g_array_index(equation->branches, FormulaBranch, index);

    if (branch->condition != NULL)
        return g_strconcat("if ", branch->condition, NULL);
    return g_strdup(equation->branches->len > 1 ? "otherwise" : "");
}

static Equation measure_equation(const Sheet *sheet, const char *left,
                                 const char *formula, const Definition *of,
                                 const SheetStyle *look)
{
    Equation equation = {
        .left = left,
        .branches = formula_branches(formula, &activation_scope, of, NOTATION_MARKUP),
        .indent_pt = sheet_text_width(sheet, left, look) + 4,
    };
    double condition_pt = 0;

    for (unsigned i = 0; i < equation.branches->len; i++) {
        const char *value = g_array_index(equation.branches, FormulaBranch, i).value;
        g_autofree char *condition = condition_text(&equation, i);

        equation.value_pt =
            fmax(equation.value_pt, sheet_text_width(sheet, value, look));
        condition_pt = fmax(condition_pt, sheet_text_width(sheet, condition, look));
    }
    if (equation.branches->len > 1) {
        equation.indent_pt += BRACE_PT + 6;
        condition_pt += CONDITION_GAP_PT;
    }
    equation.width_pt = equation.indent_pt + equation.value_pt + condition_pt + 1;
    return equation;
}

/* Conditions stand in a column of their own if that is not too far off. Returns the
 * height. */
static double add_equation(const Sheet *sheet, const Equation *equation, Point corner,
                           double width_pt, const SheetStyle *look)
{
    double room = width_pt - equation->indent_pt;
    bool beside = equation->width_pt <= width_pt;
    double height = 0;

    for (unsigned i = 0; i < equation->branches->len; i++) {
        const char *value = g_array_index(equation->branches, FormulaBranch, i).value;
        g_autofree char *condition = condition_text(equation, i);
        g_autofree char *joined = g_strjoin("  ", value, condition, NULL);
        Point at = {corner.x + equation->indent_pt, corner.y + height};

        if (beside && *condition)
            sheet_add_text(sheet, condition, look,
                           (Point){at.x + equation->value_pt + CONDITION_GAP_PT, at.y},
                           room, 0);
        height += sheet_add_text(sheet, beside ? value : joined, look, at, room, 12);
    }
    if (equation->branches->len > 1)
        sheet_add_brace(sheet,
                        (Point){corner.x + equation->indent_pt - 4, corner.y + 1},
                        BRACE_PT, height - 2, look->color);
    sheet_add_text(sheet, equation->left, look,
                   (Point){corner.x, corner.y + (equation->branches->len > 1
                                                     ? (height - look->pitch_pt) / 2
                                                     : 0)},
                   equation->indent_pt, 0);
    return height;
}

/* f and f' within a column: side by side, or under one another. False: it is too
 * narrow or too low. */
static bool add_pair(const Sheet *sheet, const Equation *f, const Equation *df,
                     const AtlasEquationPlace *place, double width_pt,
                     const SheetStyle *look)
{
    double middle = fmax((width_pt + place->gap_pt) / 2, f->width_pt + place->gap_pt);
    double lines = f->branches->len + df->branches->len;
    Point at = place->corner;

    if (middle + df->width_pt <= width_pt) {
        add_equation(sheet, f, at, width_pt, look);
        at.x += middle;
        add_equation(sheet, df, at, width_pt - middle, look);
        return true;
    }
    if (f->width_pt > width_pt || df->width_pt > width_pt ||
        (lines + 0.2) * look->pitch_pt > place->height_pt)
        return false;
    at.y += add_equation(sheet, f, at, width_pt, look) + 0.2 * look->pitch_pt;
    add_equation(sheet, df, at, width_pt, look);
    return true;
}

bool atlas_equation_add(const Sheet *sheet, const Definition *definition,
                        const AtlasEquationPlace *place)
{
    static const double sizes_pt[] = {9, 8.3, 7.6, 7, 6.4};
    const char *derivative =
        definition->derivative != NULL ? definition->derivative : "";
    bool narrow = false, done = false;

    for (size_t i = 0; i < G_N_ELEMENTS(sizes_pt) && !done; i++) {
        SheetStyle look = {.size_pt = sizes_pt[i],
                           .pitch_pt = 1.38 * sizes_pt[i],
                           .color = place->color};
        Equation f = measure_equation(
            sheet, "<i>f</i>(<i>x</i>) =", definition->formula, definition, &look);
        Equation df = measure_equation(sheet, "<i>f</i>′(<i>x</i>) =", derivative,
                                       definition, &look);

        narrow = i == 0 && add_pair(sheet, &f, &df, place, place->narrow_pt, &look);
        done = narrow || add_pair(sheet, &f, &df, place, place->wide_pt, &look);
        if (!done && i + 1 == G_N_ELEMENTS(sizes_pt)) {
            Point at = place->corner;

            at.y += add_equation(sheet, &f, at, place->wide_pt, &look);
            add_equation(sheet, &df, at, place->wide_pt, &look);
        }
        g_array_unref(f.branches);
        g_array_unref(df.branches);
    }
    return narrow;
}
