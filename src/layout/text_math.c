/* text_math.c - mathematics set in boxes, by TeX's rules where they show. */
#include "layout/text_math.h"

#include "layout/text_inside.h"
#include "layout/text_sign.h"

#include <math.h>
#include <string.h>

/* All of the size, unless they say otherwise. */
#define RULE 0.055
#define RULE_BOLD 0.085
#define FRACTION_SIZE 0.8  /* of what stands in a fraction in running text */
#define SCRIPT_SIZE 0.7    /* of a script */
#define LEAST_SIZE 0.5     /* of any script, of the text's */
#define FRACTION_GAP 0.14  /* between bar and what stands there */
#define FRACTION_WING 0.07 /* of the bar beyond what stands there */
#define FRACTION_SPACE 0.06
#define RAISE 0.38     /* of a superscript's baseline */
#define RAISE_DROP 0.3 /* of a superscript's size below the top of a high base */
#define LOWER 0.16
#define SCRIPT_GAP 0.16 /* between sub- and superscript */
#define SCRIPT_SPACE 0.04
#define ROOT_GAP 0.12
#define CASE_RISE 0.75 /* a row of cases is at least as high */
#define CASE_DROP 0.25
#define CASE_GAP 0.2    /* between rows */
#define CASE_COLUMN 1.1 /* between value and condition */
#define LEAN 0.6        /* of what a slanted letter leans over its right side */
#define TAIL 0.04       /* that a letter may reach over its left side */
#define THIN_SPACE 3    /* eighteenths */

typedef struct {
    TextContext *context;
    MathPieces *pieces;
    double base_pt; /* of the text around */
    bool bold;
} Setter;

/* What a part is set in. */
typedef struct {
    double size_pt;
    bool script; /* small: little space */
} Style;

typedef struct {
    guint part, stroke;
} Mark;

static MathBox set(const Setter *setter, const Math *math, Style style);

static Mark mark_pieces(const Setter *setter)
{
    return (Mark){setter->pieces->parts->len, setter->pieces->strokes->len};
}

static void move_from(const Setter *setter, Mark mark, double dx, double dy)
{
    pieces_move(setter->pieces, mark.part, mark.stroke, dx, dy);
}

/* Moves the pieces between two marks. */
static void move_between(const Setter *setter, Mark from, Mark to, double dx, double dy)
{
    move_from(setter, from, dx, dy);
    move_from(setter, to, -dx, -dy);
}

static double rule_width(const Setter *setter, double size_pt)
{
    return (setter->bold ? RULE_BOLD : RULE) * size_pt;
}

/* A box of that box and one right of it. */
static void join(MathBox *box, MathBox right)
{
    box->width += right.width;
    box->ascent = fmax(box->ascent, right.ascent);
    box->descent = fmax(box->descent, right.descent);
}

/* ---- text ---- */

static MathBox set_text(const Setter *setter, const char *text, Style style,
                        TextLook look)
{
    PangoRectangle ink, logical;
    double scale = style.size_pt / TEXT_SHAPE_SIZE;
    if (!*text)
        return (MathBox){0};
    TextPart part = {.layout = text_shape(setter->context, text, NULL, look),
                     .scale = scale};
    pango_layout_line_get_extents(pango_layout_get_line_readonly(part.layout, 0), &ink,
                                  &logical);
    double unit = scale / PANGO_SCALE;
    /* Slanted letters lean over what is right of them, and a `j` over what is left. */
    double lean =
        look.italic ? LEAN * MAX(0, ink.x + ink.width - logical.width) * unit : 0;
    part.at.x = look.italic ? fmax(0, -ink.x * unit - TAIL * style.size_pt) : 0;
    g_array_append_val(setter->pieces->parts, part);
    return (MathBox){part.at.x + logical.width * unit + lean, -ink.y * unit,
                     (ink.y + ink.height) * unit, lean};
}

/* ---- rows ---- */

static double space_width(int eighteenths, Style style)
{
    if (style.script && eighteenths > THIN_SPACE)
        return 0;
    return eighteenths / 18.0 * style.size_pt;
}

static MathBox set_row(const Setter *setter, const Math *row, Style style)
{
    MathBox box = {0};
    for (unsigned i = 0; row->children && i < row->children->len; i++) {
        Mark mark = mark_pieces(setter);
        box.width += space_width(math_space_before(row, i), style);
        MathBox child = set(setter, math_child(row, i), style);
        move_from(setter, mark, box.width, 0);
        join(&box, child);
    }
    box.lean = 0;
    box.width = fmax(box.width, 0);
    return box;
}

static Style script_style(const Setter *setter, Style style)
{
    double least = LEAST_SIZE * setter->base_pt;
    return (Style){fmax(SCRIPT_SIZE * style.size_pt, least), true};
}

static MathBox set_script(const Setter *setter, const Math *script, Style style)
{
    const Math *base = math_child(script, 0);
    const Math *below = math_child(script, 1), *above = math_child(script, 2);
    Style small = script_style(setter, style);
    double size = style.size_pt;
    MathBox box = base ? set(setter, base, style) : (MathBox){0};
    MathBox low = {0}, high = {0};
    Mark mark = mark_pieces(setter);
    double up = 0, down = 0, start = box.width;
    if (above) {
        high = set(setter, above, small);
        up = fmax(RAISE * size, box.ascent - RAISE_DROP * small.size_pt);
        up = fmax(up, high.descent + 0.3 * size);
        move_from(setter, mark, start, -up);
    }
    mark = mark_pieces(setter);
    if (below) {
        low = set(setter, below, small);
        down = fmax(LOWER * size, box.descent - 0.05 * size);
        down = fmax(down, low.ascent - 0.42 * size);
        if (above)
            down = fmax(down, low.ascent + SCRIPT_GAP * size - (up - high.descent));
        move_from(setter, mark, start - box.lean, down);
    }
    box.width = start + fmax(low.width - box.lean, high.width) + SCRIPT_SPACE * size;
    box.lean = 0;
    box.ascent = fmax(box.ascent, above ? up + high.ascent : 0);
    box.descent = fmax(box.descent, below ? down + low.descent : 0);
    return box;
}

/* ---- fractions and roots ---- */

static MathBox set_fraction(const Setter *setter, const Math *fraction, Style style)
{
    double size = style.size_pt, least = LEAST_SIZE * setter->base_pt;
    Style inner = style;
    if (!fraction->display)
        inner.size_pt =
            fmax((style.script ? SCRIPT_SIZE : FRACTION_SIZE) * size, least);
    double rule = rule_width(setter, size), gap = FRACTION_GAP * size;
    double axis = text_axis_height(setter->context, size), wing = FRACTION_WING * size;
    Mark mark = mark_pieces(setter);
    MathBox above = set(setter, math_child(fraction, 0), inner);
    Mark middle = mark_pieces(setter);
    MathBox below = set(setter, math_child(fraction, 1), inner);
    double width = fmax(above.width, below.width) + 2 * wing;
    double left = FRACTION_SPACE * size;
    double up = axis + rule / 2 + gap + above.descent;
    double down = -axis + rule / 2 + gap + below.ascent;
    move_between(setter, mark, middle, left + (width - above.width) / 2, -up);
    move_from(setter, middle, left + (width - below.width) / 2, down);
    sign_add_rule(setter->pieces, (Point){left, -axis}, width, rule);
    return (MathBox){width + 2 * left, up + above.ascent, down + below.descent, 0};
}

static MathBox set_root(const Setter *setter, const Math *root, Style style)
{
    double size = style.size_pt, rule = rule_width(setter, size);
    double gap = ROOT_GAP * size, sign = 0.62 * size, indent = 0, high = 0;
    Mark mark = mark_pieces(setter);
    MathBox inner = set(setter, math_child(root, 0), style);
    double top = fmax(inner.ascent, 0.5 * size) + gap + rule / 2;
    double bottom = fmax(inner.descent, 0.02 * size) + 0.04 * size;
    Mark end = mark_pieces(setter);
    if (math_child(root, 1)) {
        Style small = {fmax(0.6 * size, LEAST_SIZE * setter->base_pt), true};
        MathBox degree = set(setter, math_child(root, 1), small);
        double foot = 0.6 * (top + bottom) - bottom + degree.descent;
        indent = fmax(0, degree.width - 0.28 * size);
        move_from(setter, end, indent + 0.28 * size - degree.width, -foot);
        high = foot + degree.ascent;
    }
    move_between(setter, mark, end, indent + sign, 0);
    sign_add_root(setter->pieces, (Point){indent, 0}, top, bottom, sign,
                  inner.width + 0.06 * size, rule);
    return (MathBox){indent + sign + inner.width + 0.1 * size,
                     fmax(high, top + rule / 2), bottom + rule, 0};
}

/* ---- brackets and cases ---- */

static MathBox set_moved(const Setter *setter, const Math *math, Style style, double dx)
{
    Mark mark = mark_pieces(setter);
    MathBox box = set(setter, math, style);
    move_from(setter, mark, dx, 0);
    return box;
}

static MathBox set_fence(const Setter *setter, const Math *fence, Style style)
{
    double size = style.size_pt, rule = rule_width(setter, size);
    const char *signs[] = {fence->text, fence->close};
    const Math *inner = math_child(fence, 0);
    bool tall = math_is_tall(inner);
    MathBox box = {0}, held = {0};
    Mark mark = mark_pieces(setter);
    if (tall)
        held = set(setter, inner, style);
    for (int side = 0; side < 2; side++) {
        Mark first = mark_pieces(setter);
        MathBox sign = tall ? sign_add_fence(setter->pieces, signs[side], held.ascent,
                                             held.descent, size, rule)
                            : set_text(setter, signs[side], style,
                                       (TextLook){setter->bold, false});
        move_from(setter, first, box.width, 0);
        join(&box, sign);
        if (side > 0)
            continue;
        if (tall)
            move_between(setter, mark, first, box.width, 0);
        else
            held = set_moved(setter, inner, style, box.width);
        join(&box, held);
    }
    return box;
}

typedef struct {
    MathBox value, condition;
    double rise, drop; /* above and below the baseline of both */
    Mark start, middle, end;
} CaseRow;

static MathBox set_cases(const Setter *setter, const Math *cases, Style style)
{
    double size = style.size_pt, widest = 0, condition = 0, height = 0;
    guint count = cases->children->len / 2;
    g_autofree CaseRow *rows = g_new0(CaseRow, count);
    for (guint i = 0; i < count; i++) {
        CaseRow *row = &rows[i];
        const Math *when = math_child(cases, 2 * i + 1);
        row->start = mark_pieces(setter);
        row->value = set(setter, math_child(cases, 2 * i), style);
        row->middle = mark_pieces(setter);
        if (when)
            row->condition = set(setter, when, style);
        row->end = mark_pieces(setter);
        widest = fmax(widest, row->value.width);
        condition = fmax(condition, row->condition.width);
        row->rise =
            fmax(fmax(row->value.ascent, row->condition.ascent), CASE_RISE * size);
        row->drop =
            fmax(fmax(row->value.descent, row->condition.descent), CASE_DROP * size);
        height += row->rise + row->drop + (i > 0 ? CASE_GAP * size : 0);
    }
    double axis = text_axis_height(setter->context, size), left = 0.62 * size;
    double y = -axis - height / 2;
    for (guint i = 0; i < count; i++) {
        CaseRow *row = &rows[i];
        move_between(setter, row->start, row->middle, left, y + row->rise);
        move_between(setter, row->middle, row->end, left + widest + CASE_COLUMN * size,
                     y + row->rise);
        y += row->rise + row->drop + CASE_GAP * size;
    }
    sign_add_fence(setter->pieces, "{", height / 2 + axis, height / 2 - axis, size,
                   rule_width(setter, size));
    double width = left + widest + (condition > 0 ? CASE_COLUMN * size + condition : 0);
    return (MathBox){width, height / 2 + axis, height / 2 - axis, 0};
}

/* ---- the rest ---- */

static MathBox set_accent(const Setter *setter, const Math *accent, Style style)
{
    const Math *base = math_child(accent, 0);
    double size = style.size_pt;
    MathBox box = set(setter, base, style);
    double leaning = base->kind == MATH_VARIABLE ? 0.05 * size : 0;
    sign_add_accent(setter->pieces, accent->text,
                    (Point){box.width / 2 + leaning, -box.ascent - 0.1 * size},
                    box.width, size, rule_width(setter, size));
    box.ascent += 0.3 * size;
    return box;
}

static MathBox set_primes(const Setter *setter, int count, Style style)
{
    static const char *const few[] = {"", "′", "″", "‴"};
    TextLook look = {setter->bold, false};
    if (count < (int)G_N_ELEMENTS(few))
        return set_text(setter, few[count], style, look);
    g_autofree char *order = g_strdup_printf("(%d)", count);
    Mark mark = mark_pieces(setter);
    MathBox box = set_text(setter, order, script_style(setter, style), look);
    move_from(setter, mark, 0, -RAISE * style.size_pt);
    box.ascent += RAISE * style.size_pt;
    box.descent = fmax(0, box.descent - RAISE * style.size_pt);
    return box;
}

/* Sums and integrals are larger than their font has them. */
static MathBox set_sign(const Setter *setter, const char *text, Style style)
{
    static const char *const large[] = {"∑", "∏", "∫"};
    TextLook look = {setter->bold, false};
    if (strcmp(text, MATH_APPLY) == 0)
        return (MathBox){0};
    for (size_t i = 0; i < G_N_ELEMENTS(large); i++) {
        if (strcmp(text, large[i]) != 0)
            continue;
        Mark mark = mark_pieces(setter);
        Style grown = {1.25 * style.size_pt, style.script};
        MathBox box = set_text(setter, text, grown, look);
        /* Its middle on the axis. */
        double drop = (box.ascent - box.descent) / 2 -
                      text_axis_height(setter->context, style.size_pt);
        move_from(setter, mark, 0, drop);
        return (MathBox){box.width, box.ascent - drop, box.descent + drop, 0};
    }
    return set_text(setter, text, style, look);
}

static MathBox set(const Setter *setter, const Math *math, Style style)
{
    switch (math->kind) {
    case MATH_ROW:
        return set_row(setter, math, style);
    case MATH_VARIABLE:
        return set_text(setter, math->text, style, (TextLook){setter->bold, true});
    case MATH_BOLD:
        return set_text(setter, math->text, style, (TextLook){true, false});
    case MATH_NUMBER:
    case MATH_NAME:
    case MATH_FUNCTION:
        return set_text(setter, math->text, style, (TextLook){setter->bold, false});
    case MATH_SIGN:
        return set_sign(setter, math->text, style);
    case MATH_TIMES:
        return (MathBox){*math->text ? THIN_SPACE / 18.0 * style.size_pt : 0, 0, 0, 0};
    case MATH_PRIMES:
        return set_primes(setter, math->count, style);
    case MATH_SPACE:
        return (MathBox){math->count / 18.0 * style.size_pt, 0, 0, 0};
    case MATH_SCRIPT:
        return set_script(setter, math, style);
    case MATH_FRACTION:
        return set_fraction(setter, math, style);
    case MATH_ROOT:
        return set_root(setter, math, style);
    case MATH_FENCE:
        return set_fence(setter, math, style);
    case MATH_CASES:
        return set_cases(setter, math, style);
    case MATH_ACCENT:
        return set_accent(setter, math, style);
    }
    g_assert_not_reached();
}

MathBox text_math_set(TextContext *context, const Math *math, double size_pt, bool bold,
                      MathPieces *pieces)
{
    const Setter setter = {
        .context = context, .pieces = pieces, .base_pt = size_pt, .bold = bold};
    return set(&setter, math, (Style){size_pt, false});
}
