/* fact_text.c - numbers, places and other parts of facts as text in a style. */
#include "cli/fact_text.h"

#include "base/number.h"
#include "formula/notation.h"

#include <math.h>
#include <string.h>

enum { PLACE_DIGITS = 15 };

Notation style_notation(Style style)
{
    return style == STYLE_TEXT ? NOTATION_PLAIN : NOTATION_LATEX;
}

char *style_escape(Style style, const char *text)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (style == STYLE_LATEX)
        return notation_escape(NOTATION_LATEX, text);
    for (; *text != '\0'; text++) {
        if (style == STYLE_MARKDOWN && strchr("|*_`<>\\", *text) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

void text_begin_math(Style style, GString *out)
{
    if (style == STYLE_LATEX)
        g_string_append_c(out, '$');
}

void text_end_math(Style style, GString *out)
{
    text_begin_math(style, out);
}

void text_escaped(Style style, const char *text, GString *out)
{
    g_autofree char *escaped = style_escape(style, text != NULL ? text : "");

    g_string_append(out, escaped);
}

/* --- Numbers --- */

static int digits_within(double value, double error, int digits)
{
    if (error == 0 || value == 0 || isinf(value))
        return digits;
    double known = floor(log10(fabs(value) / error)) + 1;
    return (int)CLAMP(known, 1, digits);
}

void math_number(Style style, double value, double error, int digits, GString *out)
{
    char buffer[NUMBER_SIZE];
    const char *infinity = style == STYLE_LATEX      ? "\\infty"
                           : style == STYLE_MARKDOWN ? "∞"
                                                     : "inf";

    if (isnan(value)) {
        g_string_append(out,
                        style == STYLE_LATEX ? "\\mathrm{undefined}" : "undefined");
        return;
    }
    if (isinf(value)) {
        g_string_append_printf(out, "%s%s", value < 0 ? "-" : "", infinity);
        return;
    }
    number_format_digits(value, digits_within(value, error, digits), buffer);
    char *exponent = style == STYLE_LATEX ? strchr(buffer, 'e') : NULL;
    if (exponent == NULL) {
        g_string_append(out, buffer);
        return;
    }
    *exponent++ = '\0';
    g_string_append_printf(out, "%s\\cdot 10^{%s}", buffer,
                           exponent + (*exponent == '+'));
}

void text_number(Style style, double value, double error, int digits, GString *out)
{
    text_begin_math(style, out);
    math_number(style, value, error, digits, out);
    text_end_math(style, out);
}

void text_fact(Style style, const Fact *fact, int digits, GString *out)
{
    if (isnan(fact->value)) {
        g_autofree char *reason = style_escape(style, fact->reason);
        g_string_append_printf(out, "none (%s)", reason);
        return;
    }
    text_number(style, fact->value, fact->error, digits, out);
    if (fact->value == 0 && fact->error > 0) {
        g_string_append(out, " within ");
        text_number(style, fact->error, 0, 1, out);
    }
}

/* --- Places --- */

static void math_place(Style style, double x, GString *out)
{
    math_number(style, x, 0, PLACE_DIGITS, out);
}

static const char *less(Style style, bool open)
{
    if (style == STYLE_LATEX)
        return open ? " < " : " \\le ";
    return open ? " < " : " ≤ ";
}

static const char *towards(Style style)
{
    return style == STYLE_LATEX ? "x \\to " : "x → ";
}

static void math_stretch(Style style, const Stretch *stretch, GString *out)
{
    bool from = isfinite(stretch->lo), to = isfinite(stretch->hi);

    if (stretch->lo == stretch->hi) {
        g_string_append(out, isfinite(stretch->lo) ? "x = " : towards(style));
        math_place(style, stretch->lo, out);
        return;
    }
    if (from && !to) {
        g_string_append(out, style == STYLE_LATEX
                                 ? stretch->lo_open ? "x > " : "x \\ge "
                             : stretch->lo_open ? "x > "
                                                : "x ≥ ");
        math_place(style, stretch->lo, out);
        return;
    }
    if (from) {
        math_place(style, stretch->lo, out);
        g_string_append(out, less(style, stretch->lo_open));
    }
    g_string_append_c(out, 'x');
    if (to) {
        g_string_append(out, less(style, stretch->hi_open));
        math_place(style, stretch->hi, out);
    }
}

void text_stretch(Style style, const Stretch *stretch, GString *out)
{
    if (isinf(stretch->lo) && isinf(stretch->hi) && stretch->lo < stretch->hi) {
        g_string_append(out, "all x");
        return;
    }
    text_begin_math(style, out);
    math_stretch(style, stretch, out);
    text_end_math(style, out);
}

void text_extent(Style style, const Extent *extent, GString *out)
{
    char buffer[NUMBER_SIZE];
    const char *window = number_format(extent->window, buffer);

    if (extent->window == 0)
        return;
    if (extent->endless)
        g_string_append_printf(out, " (within -%s to %s; without end beyond)", window,
                               window);
    else
        g_string_append_printf(out, " (within -%s to %s)", window, window);
    (void)style;
}

void text_places(Style style, const Places *places, GString *out)
{
    for (unsigned i = 0; i < places->stretches->len; i++) {
        if (i > 0)
            g_string_append(out, "; ");
        text_stretch(style, &g_array_index(places->stretches, Stretch, i), out);
    }
    if (places->stretches->len == 0)
        g_string_append(out, "none");
    text_extent(style, &places->extent, out);
}

void text_list(Style style, const char *const *texts, GString *out)
{
    for (int i = 0; texts != NULL && texts[i] != NULL; i++) {
        g_autofree char *text = style_escape(style, texts[i]);
        g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", text);
    }
}
