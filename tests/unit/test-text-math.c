/* test-text-math.c - formulas in lines of text: their pieces stand apart, within the
 * room that the line says it takes. */
#include "config.h"

#include "layout/drawing.h"
#include "layout/text.h"

#include <glib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define FAMILY "Inter, DejaVu Sans" /* with slanted faces of their own */

static const char *const formulas[] = {
    "$x$",
    "$\\frac{1}{1+e^{-x}}$",
    "$\\dfrac{x}{2}\\left(1+\\operatorname{erf}\\frac{x}{\\sqrt{2}}\\right)$",
    "$\\sqrt[3]{\\frac{a_i^2}{b}}$",
    "$\\begin{cases}x & \\text{if }x > 0\\\\\\frac{\\alpha}{2}(e^x-1) & "
    "\\text{otherwise}\\end{cases}$",
    "$\\sum_{i=1}^{n} w_i x_i + \\int_0^\\infty e^{-t^2}\\,dt$",
    "$\\hat{x}+\\bar{y}+\\tilde{z}+\\dot{u}+\\vec{v}+\\ddot{w}$",
    "$\\left|\\frac{a}{b}\\right|^2+\\left[\\frac{c}{d}\\right]+\\left\\lfloor\\frac "
    "ef\\right\\rfloor+\\left\\{\\frac gh\\right\\}+\\left\\langle\\frac "
    "kl\\right\\rangle$",
    "$f'(x)=g''''(x)$",
    "$x^{y^{z^{w}}}_{i_{j_{k}}}$",
    "$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$",
    "words $\\alpha$, more <b>words $\\beta_1$</b> &amp; $\\mathbb{R}$",
};

static Rect part_ink(const TextPart *part)
{
    PangoRectangle ink;
    double unit = part->scale / PANGO_SCALE;

    pango_layout_line_get_extents(pango_layout_get_line_readonly(part->layout, 0), &ink,
                                  NULL);
    return (Rect){part->at.x + ink.x * unit, part->at.y + ink.y * unit,
                  ink.width * unit, ink.height * unit};
}

/* By how much two boxes lie on each other, in both directions at once. */
static double overlap(Rect a, Rect b)
{
    double across = MIN(a.x + a.width, b.x + b.width) - MAX(a.x, b.x);
    double down = MIN(a.y + a.height, b.y + b.height) - MAX(a.y, b.y);

    return MIN(across, down);
}

static Rect stroke_box(const TextStroke *stroke)
{
    double half = stroke->width_pt / 2;
    Point low = stroke->points[0], high = low;

    for (int i = 1; i < stroke->count; i++) {
        Point at = stroke->points[i];
        low = (Point){MIN(low.x, at.x), MIN(low.y, at.y)};
        high = (Point){MAX(high.x, at.x), MAX(high.y, at.y)};
    }
    return (Rect){low.x - half, low.y - half, high.x - low.x + 2 * half,
                  high.y - low.y + 2 * half};
}

/* A bar or a root's roof, as opposed to signs around what they hold. */
static bool is_rule(const TextStroke *stroke)
{
    return stroke->count == 2 && stroke->points[0].y == stroke->points[1].y;
}

static void check_apart(const TextLine *line, const char *markup)
{
    for (int i = 0; i < line->part_count; i++) {
        Rect ink = part_ink(&line->parts[i]);
        for (int k = i + 1; k < line->part_count; k++)
            if (overlap(ink, part_ink(&line->parts[k])) > 0.7)
                g_error("%s: '%s' lies on '%s'", markup,
                        pango_layout_get_text(line->parts[i].layout),
                        pango_layout_get_text(line->parts[k].layout));
        for (int k = 0; k < line->stroke_count; k++)
            if (is_rule(&line->strokes[k]) &&
                overlap(ink, stroke_box(&line->strokes[k])) > 0)
                g_error("%s: a rule runs through '%s'", markup,
                        pango_layout_get_text(line->parts[i].layout));
    }
}

static void check_within(const TextLine *line, Rect box, const char *markup)
{
    const double most = 1.2; /* slanted letters lean out */
    const double half = 1;   /* half of a bracket's line */

    if (box.x < -most || box.x + box.width > line->width_pt + most ||
        box.y < line->ink.y - half ||
        box.y + box.height > line->ink.y + line->ink.height + half)
        g_error("%s: %.2f %.2f %.2f %.2f is not within %.2f, %.2f .. %.2f", markup,
                box.x, box.y, box.width, box.height, line->width_pt, line->ink.y,
                line->ink.y + line->ink.height);
}

static void test_apart(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    for (int bold = 0; bold < 2; bold++) {
        for (size_t i = 0; i < G_N_ELEMENTS(formulas); i++) {
            g_autoptr(TextLine) line =
                text_line_new(context, formulas[i], 20, bold != 0);
            g_assert_cmpint(line->part_count, >, 0);
            check_apart(line, formulas[i]);
            for (int k = 0; k < line->part_count; k++)
                check_within(line, part_ink(&line->parts[k]), formulas[i]);
            for (int k = 0; k < line->stroke_count; k++)
                check_within(line, stroke_box(&line->strokes[k]), formulas[i]);
        }
    }
}

static const TextRun *find_run(const TextLine *line, const char *text)
{
    for (int i = 0; i < line->run_count; i++)
        if (strcmp(line->runs[i].text, text) == 0)
            return &line->runs[i];
    g_error("'%s' has no '%s'", line->plain, text);
}

static void test_fraction(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "y $= \\frac{a}{b}$", 10, false);
    const TextRun *y = find_run(line, "y "), *above = find_run(line, "a");
    const TextRun *below = find_run(line, "b");
    double bar = line->strokes[0].points[0].y;

    g_assert_cmpstr(line->plain, ==, "y = a/b");
    g_assert_cmpint(line->stroke_count, ==, 1);
    g_assert_true(above->italic);
    g_assert_false(y->italic);
    g_assert_cmpfloat(above->y_pt, <, bar);
    g_assert_cmpfloat(below->y_pt, >, bar);
    g_assert_cmpfloat(bar, <, -2); /* at the height of signs, not on the baseline */
    g_assert_cmpfloat(bar, >, -5);
    g_assert_cmpfloat(above->size_pt, <, 9);
    g_assert_cmpfloat(above->x_pt, >, y->x_pt + y->width_pt);
    g_assert_cmpfloat_with_epsilon(above->x_pt + above->width_pt / 2,
                                   below->x_pt + below->width_pt / 2, 0.01);
}

/* At any size the same, only larger. */
static void test_scale(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(formulas); i++) {
        g_autoptr(TextLine) one = text_line_new(context, formulas[i], 10, false);
        g_autoptr(TextLine) two = text_line_new(context, formulas[i], 20, false);
        g_assert_cmpint(one->part_count, ==, two->part_count);
        g_assert_cmpfloat_with_epsilon(2 * one->width_pt, two->width_pt, 0.05);
        g_assert_cmpfloat_with_epsilon(2 * one->ink.height, two->ink.height, 0.05);
    }
}

static void test_bold(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "$x+\\frac12$", 10, true);
    g_autoptr(TextLine) plain = text_line_new(context, "$x+\\frac12$", 10, false);

    for (int i = 0; i < line->run_count; i++)
        g_assert_cmpint(line->runs[i].weight, ==, 700);
    g_assert_cmpfloat(line->strokes[0].width_pt, >, plain->strokes[0].width_pt);

    g_autoptr(TextLine) part =
        text_line_new(context, "a <b>b $\\frac12$</b> $c$", 10, false);
    g_assert_cmpint(find_run(part, "1")->weight, ==, 700);
    g_assert_cmpint(find_run(part, "c")->weight, ==, 400);
}

/* Formulas that are alike stand where each belongs, in any direction of reading. */
static void test_places(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "$x$$x$ and $x$", 10, false);
    g_autoptr(TextLine) right = text_line_new(context, "שלום $x$", 10, false);

    g_assert_cmpint(line->part_count, ==, 3);
    g_assert_cmpfloat(line->parts[1].at.x, >, line->parts[0].at.x + 2);
    g_assert_cmpfloat(line->parts[2].at.x, >, line->parts[1].at.x + 10);
    g_assert_cmpint(right->part_count, ==, 1);
    g_assert_cmpfloat(right->parts[0].at.x, >=, 0);
    g_assert_cmpfloat(right->parts[0].at.x, <, right->width_pt);
}

/* What is too wide loses its fractions first, then its end. */
static void test_cut(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    const char *markup = "$\\frac{a+b+c+d+e}{f}$ $\\dfrac{1}{2}$";
    bool cut = true;
    g_autoptr(TextLine) whole =
        text_line_new_cut(context, markup, 10, false, 500, &cut);
    g_assert_false(cut);
    g_assert_cmpint(whole->stroke_count, ==, 2);
    g_autoptr(TextLine) least = text_line_new_cut(context, markup, 10, false, 30, &cut);
    g_assert_true(cut);
    g_assert_cmpint(least->part_count, ==, 0);
    g_assert_true(g_str_has_suffix(least->plain, "…"));
    g_assert_cmpfloat(least->width_pt, <=, 30);

    const char *tall = "$\\frac{\\dfrac{1}{2}}{\\dfrac{x}{\\dfrac{y}{z}}}$ abc";
    g_autoptr(TextLine) high = text_line_new(context, tall, 10, false);
    g_autoptr(TextLine) flat =
        text_line_new_cut(context, tall, 10, false, high->width_pt - 0.5, &cut);
    g_assert_cmpfloat(flat->width_pt, <=, high->width_pt - 0.5);
}

static void test_unread(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    static const struct {
        const char *markup, *plain;
    } cases[] = {
        {"$\\bad$ x", "$\\bad$ x"}, {"costs $5", "costs $5"}, {"\\$5 &#36;6", "$5 $6"},
        {"<b>$x$", "<b>x"},         {"\xEF\xBF\xBC$x$", "x"}, {"$ $", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(TextLine) line = text_line_new(context, cases[i].markup, 10, false);
        g_assert_cmpstr(line->plain, ==, cases[i].plain);
    }
}

/* Whatever is read is set, finite and apart from nothing else; at any width. */
static void test_any(void)
{
    static const char *const pieces[] = {
        "x",
        "1",
        "{",
        "}",
        "^",
        "_",
        "\\frac",
        "(",
        "+",
        "-",
        "\\sqrt",
        "\\left(",
        "=",
        "\\right)",
        "&",
        "'",
        " ",
        "\\\\",
        "\\hat",
        "\\sum",
        "\\begin{cases}",
        "中",
        "|",
        "\\,",
        "\\dfrac",
        "\\end{cases}",
        "ש",
        "\\text{if }",
    };
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    GRand *random = g_rand_new_with_seed(11);
    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new("a <b>$");
        for (int n = g_rand_int_range(random, 1, 10); n > 0; n--)
            g_string_append(text,
                            pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_string_append(text, "$</b> $x$");
        double width = g_rand_double_range(random, 0, 100);
        bool cut;
        g_autoptr(TextLine) line = text_line_new(context, text->str, 10, i % 2 != 0);
        g_autoptr(TextLine) part =
            text_line_new_cut(context, text->str, 10, false, width, &cut);
        g_assert_true(isfinite(line->width_pt) && line->width_pt >= 0);
        g_assert_true(isfinite(line->ink.height));
        for (int k = 0; k < line->stroke_count; k++)
            for (int m = 0; m < line->strokes[k].count; m++)
                g_assert_true(isfinite(line->strokes[k].points[m].x) &&
                              isfinite(line->strokes[k].points[m].y));
        g_assert_true(part->width_pt <= width + 0.01 || part->part_count == 0);
    }
    g_rand_free(random);
}

typedef struct {
    int texts, paths;
    Rect box;
} Seen;

static void see_text(void *data, const DrawingText *text)
{
    (void)text;
    ((Seen *)data)->texts++;
}

static void see_path(void *data, const DrawingPath *path)
{
    Seen *seen = data;
    seen->paths++;
    seen->box = (Rect){path->points[0].x, path->points[0].y,
                       path->points[1].x - path->points[0].x,
                       path->points[1].y - path->points[0].y};
}

/* A bar is a path beside its text, and turns with it. */
static void test_drawn(void)
{
    static const DrawingPainter painter = {.text = see_text, .path = see_path};
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(Drawing) drawing =
        drawing_new(100, 100, 72, (Color){1, 1, 1, 1}, "", "", "");
    TextLine *line = text_line_new(context, "$\\frac12$", 10, false);
    Point from = line->strokes[0].points[0], to = line->strokes[0].points[1];
    Seen seen = {0};

    drawing_add_text(drawing, line, (Point){50, 60}, 90, (Color){0, 0, 0, 1});
    drawing_paint(drawing, &painter, &seen);
    g_assert_cmpint(seen.texts, ==, 1);
    g_assert_cmpint(seen.paths, ==, 1);
    g_assert_cmpfloat_with_epsilon(seen.box.x, 50 + from.y, 1e-6);
    g_assert_cmpfloat_with_epsilon(seen.box.y, 60 - from.x, 1e-6);
    g_assert_cmpfloat_with_epsilon(seen.box.width, 0, 1e-6);
    g_assert_cmpfloat_with_epsilon(seen.box.height, from.x - to.x, 1e-6);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text-math/apart", test_apart);
    g_test_add_func("/text-math/fraction", test_fraction);
    g_test_add_func("/text-math/scale", test_scale);
    g_test_add_func("/text-math/bold", test_bold);
    g_test_add_func("/text-math/places", test_places);
    g_test_add_func("/text-math/cut", test_cut);
    g_test_add_func("/text-math/unread", test_unread);
    g_test_add_func("/text-math/drawn", test_drawn);
    g_test_add_func("/text-math/any", test_any);
    int status = g_test_run();
#ifdef ACTPLOT_SANITIZED
    text_shutdown();
#endif
    return status;
}
