/* test-text.c - lines of text: measures, runs, markup, characters without a font. */
#include "config.h"

#include "layout/text.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define FAMILY "DejaVu Sans"

static void test_measures(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "Hx", 10, false);

    g_assert_cmpstr(line->plain, ==, "Hx");
    g_assert_cmpint(line->run_count, ==, 1);
    g_assert_cmpstr(line->runs[0].text, ==, "Hx");
    g_assert_cmpstr(line->runs[0].family, ==, FAMILY);
    g_assert_cmpint(line->runs[0].weight, ==, 400);
    g_assert_false(line->runs[0].italic);
    g_assert_cmpfloat_with_epsilon(line->runs[0].size_pt, 10, 0.01);
    g_assert_cmpfloat_with_epsilon(line->runs[0].width_pt, line->width_pt, 0.01);
    /* DejaVu Sans: H is 1540 and x 1212 of 2048 units wide, capitals 1493 high. */
    g_assert_cmpfloat_with_epsilon(line->width_pt, 13.438, 0.02);
    g_assert_cmpfloat_with_epsilon(-line->ink.y, 7.29, 0.1);
    g_assert_cmpfloat(line->ascent_pt, >, -line->ink.y);
    g_assert_cmpfloat(line->descent_pt, >, 0);
    g_assert_cmpfloat(line->ink.x, >, 0);
    g_assert_cmpfloat(line->ink.x + line->ink.width, <, line->width_pt);
}

static void test_use(void)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    text_context_use(context, "DejaVu Serif", warnings);
    g_autoptr(TextLine) serif = text_line_new(context, "x\xf3\xb0\x80\x80", 10, false);
    text_context_use(context, FAMILY, NULL);
    g_autoptr(TextLine) sans = text_line_new(context, "x", 10, false);

    g_assert_cmpstr(serif->runs[0].family, ==, "DejaVu Serif");
    g_assert_cmpstr(sans->runs[0].family, ==, FAMILY);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
}

/* A line that is asked for again is the same; never one of another size, weight or
 * font, and each figure hears of characters without a font. */
static void test_kept(void)
{
    g_autoptr(Warnings) first = warnings_new(), second = warnings_new();
    g_autoptr(TextContext) context = text_context_new(FAMILY, first);
    const char *strange = "x\xf3\xb0\x80\x80";
    g_autoptr(TextLine) line = text_line_new(context, "0.5", 10, false);
    g_autoptr(TextLine) again = text_line_new(context, "0.5", 10, false);
    g_autoptr(TextLine) larger = text_line_new(context, "0.5", 10.5, false);
    g_autoptr(TextLine) bold = text_line_new(context, "0.5", 10, true);

    g_assert_true(line == again);
    g_assert_cmpfloat_with_epsilon(larger->width_pt, 1.05 * line->width_pt, 0.01);
    g_assert_cmpint(bold->runs[0].weight, ==, 700);
    text_line_free(text_line_new(context, strange, 10, false));
    text_context_use(context, FAMILY, second);
    text_line_free(text_line_new(context, strange, 10, false));
    g_assert_cmpuint(warnings_count(first), ==, 1);
    g_assert_cmpuint(warnings_count(second), ==, 1);
    text_context_use(context, "DejaVu Serif", NULL);
    g_autoptr(TextLine) serif = text_line_new(context, "0.5", 10, false);
    g_assert_cmpstr(serif->runs[0].family, ==, "DejaVu Serif");
    /* What is held outlives what the context keeps, which is not much. */
    for (int i = 0; i < 2000; i++) {
        g_autofree char *text = g_strdup_printf("%d", i);
        text_line_free(text_line_new(context, text, 10, false));
    }
    g_assert_cmpstr(line->runs[0].text, ==, "0.5");
    g_autoptr(TextLine) anew = text_line_new(context, "0.5", 10, false);
    g_assert_true(anew != serif);
    g_assert_cmpfloat(anew->width_pt, ==, serif->width_pt);
}

/* Without hinting twice the size is exactly twice the width. */
static void test_scale_invariance(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    const char *text = "ReLU vs Leaky ReLU (α=0.1) f′(x) AVAWA Wilkinson";
    g_autoptr(TextLine) base = text_line_new(context, text, 10, false);

    for (double scale = 0.5; scale <= 16; scale *= 2) {
        g_autoptr(TextLine) line = text_line_new(context, text, 10 * scale, false);
        double error = fabs(line->width_pt / (base->width_pt * scale) - 1);
        g_assert_cmpfloat(error, <, 0.002);
        error = fabs(line->ascent_pt / (base->ascent_pt * scale) - 1);
        g_assert_cmpfloat(error, <, 0.01);
    }
}

static void test_bold(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "x<b>y</b><i>z</i>", 10, false);
    g_autoptr(TextLine) bold = text_line_new(context, "xyz", 10, true);

    g_assert_cmpint(line->run_count, ==, 3);
    g_assert_cmpint(line->runs[1].weight, ==, 700);
    g_assert_true(line->runs[2].italic);
    g_assert_cmpint(bold->runs[0].weight, ==, 700);
}

static void test_superscript(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line =
        text_line_new(context, "x<sup>2</sup>y<sub>i</sub>", 10, false);

    g_assert_cmpstr(line->plain, ==, "x2yi");
    g_assert_cmpint(line->run_count, ==, 4);
    g_assert_cmpfloat(line->runs[0].y_pt, ==, 0);
    g_assert_cmpfloat(line->runs[1].y_pt, <, -2); /* y down: raised */
    g_assert_cmpfloat(line->runs[1].size_pt, <, 8);
    g_assert_cmpfloat(line->runs[2].y_pt, ==, 0);
    g_assert_cmpfloat(line->runs[3].y_pt, >, 0.5);
    for (int i = 1; i < 4; i++)
        g_assert_cmpfloat_with_epsilon(
            line->runs[i].x_pt, line->runs[i - 1].x_pt + line->runs[i - 1].width_pt,
            0.01);
}

/* Sizes in markup are of the page, whatever size the line has. */
static void test_sizes_in_markup(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    for (double size = 5; size < 50; size *= 2) {
        g_autoptr(TextLine) line = text_line_new(
            context,
            "a<span size='12288'>b</span><span font='DejaVu Sans 30'>c</span>"
            "<span rise='3072'>d</span>",
            size, false);
        g_assert_cmpint(line->run_count, ==, 4);
        g_assert_cmpfloat_with_epsilon(line->runs[0].size_pt, size, 0.05);
        g_assert_cmpfloat_with_epsilon(line->runs[1].size_pt, 12, 0.05);
        g_assert_cmpfloat_with_epsilon(line->runs[2].size_pt, 30, 0.05);
        g_assert_cmpfloat_with_epsilon(line->runs[3].y_pt, -3, 0.05);
    }
}

static void test_faulty_markup(void)
{
    static const struct {
        const char *markup, *plain;
    } cases[] = {
        {"x < 1 & y", "x < 1 & y"},
        {"<b>open", "<b>open"},
        {"a &lt; b", "a < b"},
        {"", ""},
        {"one\ntwo\tthree", "one two three"},
        {"bad \xff byte", "bad \xef\xbf\xbd byte"},
        {"one\xe2\x80\xa8two", "one\xe2\x80\x8btwo"},
    };

    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(TextLine) line = text_line_new(context, cases[i].markup, 10, false);
        g_assert_cmpstr(line->plain, ==, cases[i].plain);
        g_assert_cmpfloat(line->ascent_pt, >, 5);
    }
}

static void test_long_text(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autofree char *text = g_strnfill(100000, 'x');
    g_autoptr(TextLine) line = text_line_new(context, text, 10, false);

    g_assert_cmpuint(strlen(line->plain), ==, 4000);
}

static void test_unknown_character(void)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(FAMILY, warnings);
    g_autoptr(TextLine) fine = text_line_new(context, "x² ≤ π", 10, false);

    g_assert_cmpint(fine->run_count, >=, 1);
    g_assert_cmpuint(warnings_count(warnings), ==, 0);
    g_autoptr(TextLine) line = text_line_new(context, "a\xf3\xb0\x80\x80z", 10, false);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_cmpfloat(line->width_pt, >, fine->runs[0].size_pt);
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "U+F0000"));
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "of 'a"));
    /* Said once, however often the text comes. */
    g_autoptr(TextLine) again = text_line_new(context, "a\xf3\xb0\x80\x80z", 10, false);
    g_assert_cmpfloat(again->width_pt, ==, line->width_pt);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
}

static void test_unknown_characters(void)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(FAMILY, warnings);
    g_autoptr(TextLine) line =
        text_line_new(context,
                      "\U000F0000\U000F0001\U000F0000\U000F0002\U000F0003\U000F0004"
                      "\U000F0005\U000F0006\U000F0007\U000F0008\U000F0009",
                      10, false);

    g_assert_cmpint(line->run_count, >=, 1);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    const char *warning = warnings_get(warnings, 0);

    g_assert_true(g_str_has_prefix(warning, "no font has the characters U+F0000 "));
    g_assert_nonnull(strstr(warning, ", U+F0007 \U000F0007 and 2 more of '"));
}

/* Latin letters keep the theme's font, Han ones get the Chinese one. */
static void test_chinese(void)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(FAMILY, warnings);
    g_autoptr(TextLine) line =
        text_line_new(context, "ReLU、Leaky ReLU 与 PReLU 激活函数", 10, false);

    if (warnings_count(warnings) > 0) {
        g_assert_nonnull(strstr(warnings_get(warnings, 0), "install fonts-noto-cjk"));
        g_test_skip("no font for Chinese");
        return;
    }
    for (int i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        if (strstr(run->text, "ReLU"))
            g_assert_cmpstr(run->family, ==, FAMILY);
        if (strstr(run->text, "激活") && strstr(run->family, "CJK"))
            g_assert_nonnull(strstr(run->family, "CJK SC"));
    }
}

static void test_right_to_left(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "x שלום y", 10, false);

    int turned = 0;

    for (int i = 0; i < line->run_count; i++) {
        if (!line->runs[i].right_to_left)
            continue;
        turned++;
        g_assert_cmpstr(line->runs[i].text, ==, "שלום");
        g_assert_cmpfloat(line->runs[i].x_pt, >, 5);
    }
    g_assert_cmpint(turned, ==, 1);
}

static void test_cut(void)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    bool cut = true;
    g_autoptr(TextLine) fits =
        text_line_new_cut(context, "a <b>title</b>", 10, false, 200, &cut);
    g_assert_false(cut);
    g_assert_cmpstr(fits->plain, ==, "a title");

    g_autoptr(TextLine) line = text_line_new_cut(
        context, "a <b>title</b> that is longer than 60 points", 10, false, 60, &cut);
    g_assert_true(cut);
    g_assert_true(g_str_has_prefix(line->plain, "a title"));
    g_assert_true(g_str_has_suffix(line->plain, "…"));
    g_assert_cmpfloat(line->width_pt, <=, 60);
    g_assert_cmpfloat(line->width_pt, >, 40);

    g_autoptr(TextLine) least = text_line_new_cut(context, "title", 10, false, 1, &cut);
    g_assert_true(cut);
    g_assert_cmpstr(least->plain, ==, "…");
}

/* Contexts in several threads do not disturb one another. */
static void *measure_lines(void *data)
{
    g_autoptr(TextContext) context = text_context_new(FAMILY, NULL);
    double *sum = data;

    for (int i = 0; i < 100; i++) {
        g_autofree char *text = g_strdup_printf("α = %d, <b>x<sup>%d</sup></b>", i, i);
        g_autoptr(TextLine) line = text_line_new(context, text, 5 + i, false);
        *sum += line->width_pt + line->ink.width;
    }
    return NULL;
}

static void test_threads(void)
{
    enum { COUNT = 4 };
    GThread *threads[COUNT];
    double sums[COUNT] = {0}, alone = 0;

    for (int i = 0; i < COUNT; i++)
        threads[i] = g_thread_new("measure", measure_lines, &sums[i]);
    for (int i = 0; i < COUNT; i++)
        g_thread_join(threads[i]);
    measure_lines(&alone);
    for (int i = 0; i < COUNT; i++)
        g_assert_cmpfloat(sums[i], ==, alone);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/measures", test_measures);
    g_test_add_func("/text/use", test_use);
    g_test_add_func("/text/kept", test_kept);
    g_test_add_func("/text/scale-invariance", test_scale_invariance);
    g_test_add_func("/text/bold", test_bold);
    g_test_add_func("/text/superscript", test_superscript);
    g_test_add_func("/text/sizes-in-markup", test_sizes_in_markup);
    g_test_add_func("/text/faulty-markup", test_faulty_markup);
    g_test_add_func("/text/long", test_long_text);
    g_test_add_func("/text/unknown-character", test_unknown_character);
    g_test_add_func("/text/unknown-characters", test_unknown_characters);
    g_test_add_func("/text/chinese", test_chinese);
    g_test_add_func("/text/right-to-left", test_right_to_left);
    g_test_add_func("/text/cut", test_cut);
    g_test_add_func("/text/threads", test_threads);
    status = g_test_run();
#ifdef ACTPLOT_SANITIZED
    text_shutdown();
#endif
    return status;
}
