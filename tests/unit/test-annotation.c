/* test-annotation.c - what a panel points out beside its curves: shaded regions. */
#include "activation/activation.h"
#include "scene/range.h"
#include "scene/scene.h"
#include "scene/shade.h"

#include <glib.h>
#include <math.h>
#include <string.h>

typedef struct {
    Figure *figure;
    Scene *scene;
    Warnings *warnings;
} Drawn;

static Drawn draw(const char *text)
{
    Drawn drawn = {.warnings = warnings_new()};
    g_autoptr(GError) error = NULL;
    drawn.figure = figure_parse(text, strlen(text), "test.yaml", &activation_scope,
                                drawn.warnings, &error);
    g_assert_no_error(error);
    drawn.scene = scene_new(drawn.figure, drawn.warnings, &error);
    g_assert_no_error(error);
    return drawn;
}

static void drawn_release(Drawn *drawn)
{
    scene_free(drawn->scene);
    figure_free(drawn->figure);
    warnings_free(drawn->warnings);
}

static const ScenePanel *panel_of(const Drawn *drawn)
{
    return g_ptr_array_index(drawn->scene->panels, 0);
}

/* ---- regions ---- */

static void check_regions(const char *condition, unsigned count, const Range *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new(condition, &activation_scope, NULL, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(GArray) found = shade_find(formula, -5, 5, NULL);
    g_test_message("%s: %u", condition, found->len);
    g_assert_cmpuint(found->len, ==, count);
    for (unsigned i = 0; i < count; i++) {
        Range range = g_array_index(found, Range, i);
        double unit = fmax(fabs(expected[i].low), fabs(expected[i].high));
        g_test_message("  %.17g .. %.17g", range.low, range.high);
        g_assert_cmpfloat(fabs(range.low - expected[i].low), <=, 4e-16 * unit);
        g_assert_cmpfloat(fabs(range.high - expected[i].high), <=, 4e-16 * unit);
    }
}

static void test_regions(void)
{
    check_regions("x < 1", 1, (const Range[]){{-5, 1}});
    check_regions("x^2 > 4", 2, (const Range[]){{-5, -2}, {2, 5}});
    check_regions("abs(x) <= 1 && x != 0", 1, (const Range[]){{-1, 1}});
    check_regions("relu' == 0", 1, (const Range[]){{-5, 0}});
    check_regions("x > 9", 0, NULL);
    check_regions("1 < 2", 1, (const Range[]){{-5, 5}});
    check_regions("x == 1", 0, NULL);
    check_regions("log(x) < 0", 1, (const Range[]){{0, 1}});
    check_regions("!(sigmoid' > 0.1)", 2,
                  (const Range[]){{-5, -2.0634370688955608}, {2.0634370688955608, 5}});
}

/* No sampling sees a region of a billionth of a pixel. */
static void test_narrow_regions(void)
{
    check_regions("x > 1 && x < 1.000000000001", 1,
                  (const Range[]){{1, 1.000000000001}});
    check_regions("abs(x - 2) < 1e-9 || x > 3", 2,
                  (const Range[]){{2 - 1e-9, 2 + 1e-9}, {3, 5}});
    g_autoptr(Formula) many =
        formula_new("sin(100*x) > 0.999999", NULL, NULL, NULL, NULL);
    g_autoptr(GArray) found = shade_find(many, 0, G_PI, NULL);
    g_assert_cmpuint(found->len, ==, 50);
    double half = acos(0.999999) / 100;
    for (unsigned i = 0; i < found->len; i++) {
        double peak = (0.5 + 2 * i) * G_PI / 100;
        Range range = g_array_index(found, Range, i);
        g_assert_cmpfloat(fabs(range.low - (peak - half)), <, 1e-11);
        g_assert_cmpfloat(fabs(range.high - (peak + half)), <, 1e-11);
    }
}

static void test_spans(void)
{
    Drawn drawn = draw("curves: [gelu]\n"
                       "define: {slope: \"gelu'\"}\n"
                       "x: {range: [-4, 4]}\n"
                       "shade:\n"
                       "  - {where: 'abs(x) > 3', label: far}\n"
                       "  - {where: slope < 0}\n"
                       "  - {y: [auto, 0], color: '#ff000080'}\n"
                       "  - {x: [8, 9]}\n"
                       "  - {where: x > 9}\n");
    const GArray *spans = panel_of(&drawn)->spans;
    g_assert_cmpuint(spans->len, ==, 4);
    const SceneSpan *first = &g_array_index(spans, SceneSpan, 0);
    const SceneSpan *slope = &g_array_index(spans, SceneSpan, 2);
    const SceneSpan *band = &g_array_index(spans, SceneSpan, 3);
    g_assert_true(first[0].begins && !first[1].begins && slope->begins);
    g_assert_cmpstr(first[1].label.plain, ==, "far");
    g_assert_true(color_equal(first[0].fill, first[1].fill));
    g_assert_false(color_equal(first[0].fill, slope->fill));
    g_assert_cmpfloat(slope->first, ==, -4);
    g_assert_cmpfloat(fabs(slope->last + 0.7517915247), <, 1e-9);
    g_assert_true(band->of_y);
    g_assert_cmpfloat(band->first, ==, panel_of(&drawn)->y.scale.low);
    g_assert_cmpfloat(band->last, ==, 0);
    g_assert_cmpfloat(band->fill.alpha, ==, 128.0 / 255);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 2);
    drawn_release(&drawn);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annotation/regions", test_regions);
    g_test_add_func("/annotation/narrow-regions", test_narrow_regions);
    g_test_add_func("/annotation/spans", test_spans);
    return g_test_run();
}
