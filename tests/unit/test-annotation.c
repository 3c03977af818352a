/* test-annotation.c - what a panel points out beside its curves: regions, marks,
 * families, painting order, insets. */
#include "activation/activation.h"
#include "formula/tape.h"
#include "scene/landmark.h"
#include "scene/range.h"
#include "scene/scene.h"
#include "scene/shade.h"
#include "scene/template.h"

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

/* ---- marks ---- */

static void check_landmarks(const char *text, MarkKind what, unsigned count,
                            const double *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new(text, &activation_scope, NULL, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    g_autoptr(GArray) found = landmark_find(formula, what, -5, 5, NULL);
    g_test_message("%s, %d: %u", text, what, found->len);
    g_assert_cmpuint(found->len, ==, count);
    for (unsigned i = 0; i < count; i++) {
        Point point = g_array_index(found, Point, i);
        double value;
        tape_evaluate_at(tape, point.x, &value);
        g_test_message("  %.17g", point.x);
        g_assert_cmpfloat(point.y, ==, value);
        g_assert_cmpfloat(fabs(point.x - expected[i]), <=, 1e-14 * fabs(expected[i]));
    }
}

static void test_landmarks(void)
{
    const double gelu[] = {-0.7517915246935645}, turns[] = {-M_SQRT2, M_SQRT2};
    check_landmarks("gelu", MARK_MINIMUM, 1, gelu);
    check_landmarks("gelu", MARK_MAXIMUM, 0, NULL);
    check_landmarks("gelu", MARK_INFLECTIONS, 2, turns);
    check_landmarks("gelu", MARK_ZEROS, 1, (const double[]){0});
    check_landmarks("x^3 - x", MARK_FIXED_POINTS, 3,
                    (const double[]){-M_SQRT2, 0, M_SQRT2});
    check_landmarks("abs(x - 1)", MARK_MINIMUM, 1, (const double[]){1});
    check_landmarks("-abs(x)", MARK_MAXIMUM, 1, (const double[]){0});
    check_landmarks("hard_swish", MARK_SWITCHES, 2, (const double[]){-3, 3});
    check_landmarks("relu", MARK_MINIMUM, 0, NULL);
    check_landmarks("x", MARK_MINIMA, 0, NULL);
    check_landmarks("sin(x)", MARK_MINIMUM, 2,
                    (const double[]){-G_PI / 2, 3 * G_PI / 2});
    check_landmarks("sin(x) + 0.1*x", MARK_MINIMUM, 1,
                    (const double[]){-1.6709637479564564});
    check_landmarks("sin(x)", MARK_INFLECTIONS, 3, (const double[]){-G_PI, 0, G_PI});
    check_landmarks("1/x^2", MARK_MAXIMUM, 0, NULL);
    check_landmarks("x == 1 ? -7 : x^2", MARK_MINIMA, 2, (const double[]){0, 1});
    check_landmarks("x < 0 ? -1 : x", MARK_MINIMA, 0, NULL);
}

static const SceneMark *mark_at(const Drawn *drawn, unsigned index)
{
    g_assert_cmpuint(index, <, panel_of(drawn)->marks->len);
    return &g_array_index(panel_of(drawn)->marks, SceneMark, index);
}

static void test_marks(void)
{
    Drawn drawn = draw("curves: [gelu, {plot: tanh, label: squash}]\n"
                       "marks:\n"
                       "  - {at: minimum, label: '{x:.2f} {y} {z}'}\n"
                       "  - {at: zeros, label: zero}\n"
                       "  - {at: 1, of: squash, marker: square, color: red}\n"
                       "  - {at: [2, -3], size: 9 pt}\n"
                       "  - {at: maximum}\n");
    g_assert_cmpuint(panel_of(&drawn)->marks->len, ==, 5);
    g_assert_cmpstr(mark_at(&drawn, 0)->label.plain, ==, "−0.75 −0.17 {z}");
    g_assert_cmpstr(mark_at(&drawn, 1)->label.plain, ==, "zero");
    g_assert_cmpstr(mark_at(&drawn, 2)->label.plain, ==, ""); /* said already */
    g_assert_cmpfloat(mark_at(&drawn, 3)->at.y, ==, tanh(1));
    g_assert_cmpint(mark_at(&drawn, 3)->marker, ==, MARKER_SQUARE);
    g_assert_cmpfloat(mark_at(&drawn, 4)->size_pt, ==, 9);
    g_assert_cmpfloat(panel_of(&drawn)->y.scale.low, <, -3);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 1);
    g_assert_cmpstr(warnings_get(drawn.warnings, 0), ==,
                    "there is no maximum within the frame to mark");
    drawn_release(&drawn);
}

/* However many there are to mark, a panel stays one that can be laid out. */
static void test_many_marks(void)
{
    Drawn drawn = draw("curves: [{plot: sin(a*x),"
                       " vary: {a: {from: 50, to: 51, count: 40}}}]\n"
                       "marks: [{at: zeros, label: '{x}'}]\n");
    unsigned labelled = 0;
    for (unsigned i = 0; i < panel_of(&drawn)->marks->len; i++)
        labelled += *mark_at(&drawn, i)->label.plain != '\0';
    g_assert_cmpuint(panel_of(&drawn)->marks->len, ==, 2000);
    g_assert_cmpuint(labelled, ==, 60);
    g_assert_cmpuint(warnings_count(drawn.warnings), >=, 2);
    drawn_release(&drawn);
}

static void test_stranger(void)
{
    const char *text = "curves: [gelu]\nmarks: [{at: 1, of: relu}]\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, NULL);
    g_assert_null(scene_new(figure, NULL, &error));
    g_assert_true(g_str_has_prefix(error->message, "test.yaml:2:21: no curve of"));
}

/* ---- families ---- */

static const SceneSeries *series_at(const Drawn *drawn, unsigned index)
{
    g_assert_cmpuint(index, <, panel_of(drawn)->series->len);
    return g_ptr_array_index(panel_of(drawn)->series, index);
}

static void test_small_family(void)
{
    Drawn drawn = draw("curves:\n"
                       "  - {plot: a*x + b, vary: {a: [1, 2], b: [0, 1/3]}}\n"
                       "  - {plot: a*x + b, vary: {a: [1], b: [1, 2]},"
                       " label: '{b:.2f} of {a}'}\n"
                       "  - {plot: a*x, vary: {a: [0.5]}, label: line}\n");
    g_assert_cmpuint(panel_of(&drawn)->series->len, ==, 7);
    const SceneSeries *first = series_at(&drawn, 0), *second = series_at(&drawn, 1);
    g_assert_true(g_str_has_suffix(second->label.plain, " (a=1, b=0.333)"));
    g_assert_true(color_equal(first->color, second->color));
    g_assert_false(color_equal(first->color, series_at(&drawn, 2)->color));
    g_assert_cmpint(first->dash.count, ==, 0);
    g_assert_cmpint(second->dash.count, ==, 2);
    g_assert_true(first->in_legend && second->in_legend);
    g_assert_cmpstr(series_at(&drawn, 5)->label.plain, ==, "2.00 of 1");
    g_assert_cmpstr(series_at(&drawn, 6)->label.plain, ==, "line (a=0.5)");
    drawn_release(&drawn);
}

/* Named by its two parameters apart, not member by member. */
static void test_large_family(void)
{
    Drawn drawn = draw("curves: [{plot: a*x + b, vary: {a: {from: 0, to: 1, count: 20},"
                       " b: [0, 1, 2, 3, 4, 5]}}]\n");
    unsigned named = 0, drawn_count = 0;
    for (unsigned i = 0; i < panel_of(&drawn)->series->len; i++) {
        const SceneSeries *series = series_at(&drawn, i);
        named += series->in_legend;
        drawn_count += series->pieces->len > 0;
        g_assert_true(series->in_legend != (series->pieces->len > 0));
    }
    g_assert_cmpuint(drawn_count, ==, 120);
    g_assert_cmpuint(named, ==, 5 + 6);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 0);
    drawn_release(&drawn);
}

static void test_zorder(void)
{
    Drawn drawn = draw("curves: [{plot: x, zorder: 1}, gelu, {plot: tanh, zorder: -1},"
                       " relu]\n");
    static const char *const painted[] = {"Tanh", "GELU", "ReLU", "x"};
    static const int places[] = {2, 1, 3, 0};
    for (unsigned i = 0; i < 4; i++) {
        g_assert_cmpstr(series_at(&drawn, i)->label.plain, ==, painted[i]);
        g_assert_cmpint(series_at(&drawn, i)->place, ==, places[i]);
    }
    drawn_release(&drawn);
}

static void check_template(const char *text, const char *expected)
{
    const TemplateValue values[] = {{"x", -0.125}, {"beta", 2e-7}, {NULL, 0}};
    g_autofree char *filled = template_fill(text, values, 4, NULL);
    g_assert_cmpstr(filled, ==, expected);
}

static void test_templates(void)
{
    check_template("{x} and {beta}", "−0.125 and 2×10⁻⁷");
    check_template("{x:.1f}|{x:+.0f}|{x:.1%}|{x:g}|{x:d}", "−0.1|0|−12.5%|−0.125|0");
    check_template("{y} {x:q} {x {} }{", "{y} {x:q} {x {} }{");
    check_template("$e^{x}$ {x}", "$e^{−0.125}$ −0.125");
    check_template("", "");
}

/* A definition's own label takes formats too. */
static void test_definition_label(void)
{
    Drawn drawn =
        draw("define:\n"
             "  soft: {formula: 'softplus(beta*x)/beta', parameters: {beta: 2},"
             " label: 'S (β = {beta:.2f}, {beta})'}\n"
             "curves: [soft, 'soft(beta=0.5)', {plot: soft, vary: {beta: [3]}}]\n");
    g_assert_cmpstr(series_at(&drawn, 0)->label.plain, ==, "S (β = 2.00, 2)");
    g_assert_cmpstr(series_at(&drawn, 1)->label.plain, ==, "S (β = 0.50, 0.5)");
    g_assert_cmpstr(series_at(&drawn, 2)->label.plain, ==, "S (β = 3.00, 3)");
    drawn_release(&drawn);
}

/* ---- insets ---- */

static const SceneInset *inset_at(const Drawn *drawn, unsigned index)
{
    g_assert_cmpuint(index, <, panel_of(drawn)->insets->len);
    return g_ptr_array_index(panel_of(drawn)->insets, index);
}

static void test_insets(void)
{
    Drawn drawn = draw("curves: [step, {plot: tanh, color: red}]\n"
                       "insets:\n"
                       "  - {x: [-0.01, 0.01], at: bottom-right, size: [0.4, 0.3]}\n"
                       "  - {x: [0, 9], curves: [x^2], title: own}\n"
                       "  - {x: [-20, 0], y: [-2, 2], at: [0.1, 0.2]}\n");
    const SceneInset *zoom = inset_at(&drawn, 0), *own = inset_at(&drawn, 1);
    const SceneInset *wide = inset_at(&drawn, 2);
    const SceneSeries *jump = g_ptr_array_index(zoom->panel->series, 0);
    const SceneSeries *red = g_ptr_array_index(zoom->panel->series, 1);
    g_assert_true(zoom->is_zoom && !own->is_zoom && !wide->is_zoom);
    g_assert_cmpuint(jump->pieces->len, ==, 2);
    g_assert_cmpuint(jump->dots->len, ==, 2);
    g_assert_true(color_equal(red->color, series_at(&drawn, 1)->color));
    g_assert_cmpfloat(zoom->panel->x.scale.high, ==, 0.01);
    g_assert_cmpfloat(zoom->panel->y.scale.low, <, -0.01);
    g_assert_cmpstr(zoom->panel->x.label.plain, ==, "");
    g_assert_cmpfloat(zoom->left, >, 0.5);
    g_assert_cmpfloat(fabs(zoom->top + zoom->height - 0.97), <, 1e-12);
    g_assert_true(isnan(own->left));
    g_assert_cmpstr(own->panel->title.plain, ==, "own");
    g_assert_cmpuint(own->panel->series->len, ==, 1);
    g_assert_cmpfloat(wide->top, ==, 0.2);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 0);
    drawn_release(&drawn);
}

/* ---- the second y axis ---- */

static void test_y2(void)
{
    Drawn drawn = draw("curves: [tanh, {plot: 1000*step, axis: y2}, atan(x)]\n"
                       "y2: {range: [-1000, auto]}\n"
                       "marks: [{at: 2, of: 2}]\n"
                       "insets: [{x: [0, 1]}]\n");
    const ScenePanel *panel = panel_of(&drawn);
    const SceneSeries *first = series_at(&drawn, 0), *second = series_at(&drawn, 1);
    const SceneSeries *third = series_at(&drawn, 2);
    g_assert_true(panel->has_y2 && second->on_y2 && !first->on_y2);
    g_assert_cmpfloat(panel->y.scale.high, <, 2);
    g_assert_cmpfloat(panel->y2.scale.low, ==, -1000);
    g_assert_cmpfloat(panel->y2.scale.high, >, 1000);
    g_assert_true(panel->y.has_color && color_equal(panel->y.color, first->color));
    g_assert_true(panel->y2.has_color && color_equal(panel->y2.color, second->color));
    g_assert_true(color_equal(first->color, third->color));
    g_assert_cmpint(first->dash.count, !=, third->dash.count);
    g_assert_cmpstr(panel->y.label.plain, ==, "f(x)");
    g_assert_cmpint(panel->legend, !=, LEGEND_NONE);
    g_assert_cmpuint(second->dots->len, ==, 2);
    g_assert_true(mark_at(&drawn, 0)->on_y2);
    g_assert_cmpfloat(mark_at(&drawn, 0)->at.y, ==, 1000);
    g_assert_cmpuint(inset_at(&drawn, 0)->panel->series->len, ==, 2);
    g_assert_false(panel->y2.grid);
    drawn_release(&drawn);
    Drawn two = draw("curves: [gelu, {plot: \"gelu'\", axis: y2}]\n");
    g_assert_cmpstr(panel_of(&two)->y.label.plain, ==, "GELU");
    g_assert_cmpstr(panel_of(&two)->y2.label.plain, ==, "GELU′");
    g_assert_cmpint(panel_of(&two)->legend, ==, LEGEND_NONE);
    drawn_release(&two);
}

/* ---- tails ---- */

/* Points are on the curve, and some are as small as tiny says. */
static void check_tail(const char *text, const char *plot, double tiny)
{
    Drawn drawn = draw(text);
    g_autoptr(Formula) formula = formula_new(plot, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    const SceneSeries *series = series_at(&drawn, 0);
    const Scale *y = &panel_of(&drawn)->y.scale;
    double least = INFINITY, far = 0;
    for (unsigned i = 0; i < series->pieces->len; i++) {
        const GArray *points =
            ((const ScenePiece *)g_ptr_array_index(series->pieces, i))->points;
        for (unsigned k = 0; k < points->len; k++) {
            Point point = g_array_index(points, Point, k);
            double value;
            tape_evaluate_at(tape, point.x, &value);
            far = fmax(far, fabs(scale_map(y, value) - scale_map(y, point.y)));
            least = point.y != 0 ? fmin(least, fabs(point.y)) : least;
        }
    }
    g_test_message("%s: down to %g, off by %g", plot, least, far);
    g_assert_cmpfloat(far, <, 1e-9);
    g_assert_cmpfloat(least, <=, tiny);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 0);
    drawn_release(&drawn);
}

static void test_tails(void)
{
    check_tail("curves: [exp(-x)]\nx: [0, 800]\ny: {scale: log, range: [1e-300, 1]}",
               "exp(-x)", 1.0001e-300);
    check_tail("curves: [gelu]\nx: [-40, 5]\n"
               "y: {scale: symlog, linear: 1e-300, range: [-1, 10]}",
               "gelu", 1e-290);
    check_tail(
        "curves: [x^3]\nx: {scale: symlog, linear: 1e-100, range: [-1e100, 1e100]}"
        "\ny: {scale: symlog, linear: 1e-300, range: [-1e300, 1e300]}",
        "x^3", 1e-290);
    check_tail(
        "curves: [1/x]\nx: {scale: log, range: [1e-300, 1e300]}\ny: {scale: log}",
        "1/x", 1.0001e-300);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annotation/regions", test_regions);
    g_test_add_func("/annotation/narrow-regions", test_narrow_regions);
    g_test_add_func("/annotation/spans", test_spans);
    g_test_add_func("/annotation/landmarks", test_landmarks);
    g_test_add_func("/annotation/marks", test_marks);
    g_test_add_func("/annotation/many-marks", test_many_marks);
    g_test_add_func("/annotation/stranger", test_stranger);
    g_test_add_func("/annotation/small-family", test_small_family);
    g_test_add_func("/annotation/large-family", test_large_family);
    g_test_add_func("/annotation/zorder", test_zorder);
    g_test_add_func("/annotation/templates", test_templates);
    g_test_add_func("/annotation/definition-label", test_definition_label);
    g_test_add_func("/annotation/insets", test_insets);
    g_test_add_func("/annotation/y2", test_y2);
    g_test_add_func("/annotation/tails", test_tails);
    return g_test_run();
}
