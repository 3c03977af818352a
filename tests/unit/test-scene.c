/* test-scene.c - figures made into scenes; golden dumps of the gallery.
 *
 * ACTPLOT_GOLDEN=write writes the goldens anew instead of comparing.
 */
#include "activation/activation.h"
#include "base/error.h"
#include "formula/switches.h"
#include "scene/known.h"
#include "scene/label.h"
#include "scene/legend.h"
#include "scene/scene.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static Scene *scene_of(const char *text, Figure **figure, Warnings *warnings)
{
    g_autoptr(GError) error = NULL;
    *figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    Scene *scene = scene_new(*figure, warnings, &error);
    g_assert_no_error(error);
    return scene;
}

static const ScenePanel *panel_at(const Scene *scene, guint index)
{
    return g_ptr_array_index(scene->panels, index);
}

static const SceneSeries *series_at(const Scene *scene, guint index)
{
    return g_ptr_array_index(panel_at(scene, 0)->series, index);
}

static char *dump_of(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Figure) figure = figure_load(path, &activation_scope, warnings, &error);
    g_assert_no_error(error);
    g_autoptr(Scene) scene = scene_new(figure, warnings, &error);
    g_assert_no_error(error);
    g_autofree char *dump = scene_dump(scene);
    GString *out = g_string_new(dump);
    for (unsigned i = 0; i < warnings_count(warnings); i++)
        g_string_append_printf(out, "warning: %s\n", warnings_get(warnings, i));
    return g_string_free(out, FALSE);
}

static void test_golden(gconstpointer data)
{
    const char *path = data;
    g_autofree char *base = g_path_get_basename(path);
    base[strlen(base) - strlen(".yaml")] = '\0';
    g_autofree char *name = g_strconcat(base, ".scene", NULL);
    g_autofree char *golden = g_test_build_filename(G_TEST_DIST, "golden", name, NULL);
    g_autofree char *dump = dump_of(path);
    g_autoptr(GError) error = NULL;
    if (g_strcmp0(g_getenv("ACTPLOT_GOLDEN"), "write") == 0) {
        g_file_set_contents(golden, dump, -1, &error);
        g_assert_no_error(error);
        return;
    }
    g_autofree char *expected = NULL;
    g_file_get_contents(golden, &expected, NULL, &error);
    g_assert_no_error(error);
    if (strcmp(dump, expected) == 0)
        return;
    g_auto(GStrv) lines = g_strsplit(dump, "\n", -1);
    g_auto(GStrv) wanted = g_strsplit(expected, "\n", -1);
    guint i = 0;
    while (g_strcmp0(lines[i], wanted[i]) == 0)
        i++;
    g_test_message("%s:%u: '%s' is now '%s'", golden, i + 1, wanted[i], lines[i]);
    g_test_fail();
}

/* What y range a formula gets unasked. */
static void check_range(const char *formula, double low, double high)
{
    g_autofree char *text =
        g_strdup_printf("curves: [{plot: \"%s\", label: f}]", formula);
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(text, &figure, NULL);
    const Scale *y = &panel_at(scene, 0)->y.scale;
    double room = 0.08 * (high - low);
    g_test_message("%s: %.3f .. %.3f", formula, y->low, y->high);
    g_assert_cmpfloat(fabs(y->low - low), <=, room);
    g_assert_cmpfloat(fabs(y->high - high), <=, room);
}

static void test_ranges(void)
{
    check_range("relu", 0, 5);
    check_range("exp(x)", 0, exp(5));
    check_range("1/x", -5, 5);
    check_range("tan(x)", -5, 5);
    check_range("1", 0, 2);
    check_range("0", -1, 1);
    check_range("sin(x)^2 + cos(x)^2", 0, 2);
    check_range("log(x)", -1.6, 1.6);
    check_range("step", 0, 1);
    check_range("x == 1 ? 3 : 0", 0, 3);
    check_range("floor(x)", -5, 5);
    /* A fifth of a pixel wide: seen by its slope. */
    check_range("normal_pdf(1000*(x - 1.2345))", 0, 0.3989);
}

/* Scales stay numbers where the data nearly are none. */
static void test_extreme_ranges(void)
{
    static const char *const texts[] = {
        "curves: [1e308*x]",
        "curves: [1e300*x, x*1e-300]\ny: {scale: log}",
        "curves: [exp(1000*x)]\ny: {scale: log}",
        "curves: [relu]\nx: {range: [1, 1.0000000000000009]}",
        "curves: [x]\nx: {range: [1e-300, 1e300], scale: log}\ny: {scale: log}",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Figure) figure = NULL;
        g_autoptr(Scene) scene = scene_of(texts[i], &figure, NULL);
        const ScenePanel *panel = panel_at(scene, 0);
        g_assert_true(isfinite(panel->y.scale.low) && isfinite(panel->y.scale.high));
        g_assert_cmpfloat(panel->y.scale.low, <, panel->y.scale.high);
        g_assert_cmpuint(panel->y.ticks->len, >, 0);
        g_assert_cmpuint(series_at(scene, 0)->pieces->len, >=, 1);
    }
}

static void test_default_range(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of("curves: [gelu]", &figure, NULL);
    g_assert_cmpfloat(panel_at(scene, 0)->x.scale.low, ==, -5);
    g_assert_cmpfloat(panel_at(scene, 0)->x.scale.high, ==, 5);
}

/* Lines and notes count for a range that was not given. */
static void test_marks_in_range(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene =
        scene_of("curves: [tanh]\nlines: [{y: 3}]\nnotes: [{at: [0, -2], text: n}]\n",
                 &figure, NULL);
    g_assert_cmpfloat(panel_at(scene, 0)->y.scale.high, >, 3);
    g_assert_cmpfloat(panel_at(scene, 0)->y.scale.low, <, -2);
    g_assert_cmpuint(panel_at(scene, 0)->lines->len, ==, 1);
}

static void test_empty_curve(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Scene) scene = scene_of("curves: [log(-1 - x^2)]", &figure, warnings);
    g_assert_cmpuint(series_at(scene, 0)->pieces->len, ==, 0);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "has no values"));
}

static void test_oscillation(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Scene) scene = scene_of("curves: [sin(1e5*x)]", &figure, warnings);
    g_assert_cmpuint(series_at(scene, 0)->pieces->len, >, 0);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "oscillates faster"));
}

/* One curve needs no legend: its name is the title. */
static void test_only_curve(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of("curves: [gelu]", &figure, NULL);
    g_assert_cmpstr(scene->title.plain, ==, "GELU");
    g_assert_cmpint(panel_at(scene, 0)->legend, ==, LEGEND_NONE);
    g_assert_cmpstr(panel_at(scene, 0)->y.label.plain, ==, "f(x)");
    g_autoptr(Figure) other = NULL;
    g_autoptr(Scene) labelled =
        scene_of("title: T\ncurves: [{plot: gelu, label: mine}]", &other, NULL);
    g_assert_cmpstr(labelled->title.plain, ==, "T");
    g_assert_cmpint(panel_at(labelled, 0)->legend, !=, LEGEND_NONE);
}

static void check_legend(const char *text, LegendPlace expected)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(text, &figure, NULL);
    g_assert_cmpint(panel_at(scene, 0)->legend, ==, expected);
}

static void test_legend(void)
{
    check_legend("curves: [relu, leaky_relu, prelu]", LEGEND_TOP_LEFT);
    check_legend("curves: [-x, -2*x]", LEGEND_TOP_RIGHT);
    check_legend("curves: [relu, gelu]\nlegend: bottom-right", LEGEND_BOTTOM_RIGHT);
    check_legend("curves: [relu, gelu]\nlegend: none", LEGEND_NONE);
    check_legend("curves: [sin(9*x), cos(9*x)]", LEGEND_OUTSIDE);
}

static void check_y_label(const char *text, const char *expected)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(text, &figure, NULL);
    g_assert_cmpstr(panel_at(scene, 0)->y.label.plain, ==, expected);
}

static void test_axis_labels(void)
{
    check_y_label("curves: [relu, gelu]", "f(x)");
    check_y_label("curves: [relu', gelu']", "f′(x)");
    check_y_label("curves: [\"gelu''\"]", "f″(x)");
    check_y_label("curves: [\"diff(prelu, alpha)\"]", "∂f/∂α");
    check_y_label("curves: [relu, relu']", "");
    check_y_label("curves: [relu]\ny: {label: out}", "out");
}

static void test_family(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(
        "curves: [{plot: prelu, vary: {alpha: [0, 0.25, 1]}}, relu]", &figure, NULL);
    g_assert_cmpuint(panel_at(scene, 0)->series->len, ==, 4);
    g_assert_cmpstr(series_at(scene, 1)->label.plain, ==, "PReLU (α=0.25)");
    g_assert_false(color_equal(series_at(scene, 0)->color, series_at(scene, 2)->color));
    /* A family takes no colour from the theme's turn. */
    g_assert_true(color_equal(series_at(scene, 3)->color, figure->theme->colors[0]));
}

static void test_large_family(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(
        "{legend: top-left,"
        " curves: [{plot: prelu, vary: {alpha: {from: 0, to: 1, count: 21}}}]}",
        &figure, NULL);
    int named = 0;
    g_assert_null(panel_at(scene, 0)->strip);
    for (guint i = 0; i < 21; i++)
        named += series_at(scene, i)->in_legend;
    g_assert_cmpint(named, ==, 5);
    g_assert_true(series_at(scene, 0)->in_legend);
    g_assert_true(series_at(scene, 20)->in_legend);
}

/* The curves of a panel; whether a strip says what colours its family has. */
static bool has_strip(const char *curves, const char *more)
{
    g_autofree char *text = g_strdup_printf("{%s curves: [%s]}", more, curves);
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(text, &figure, NULL);
    return panel_at(scene, 0)->strip != NULL;
}

static void test_strip(void)
{
    static const char falling[] =
        "curves: [{plot: prelu, vary: {alpha: {from: 1, to: -1, count: 21}}, "
        "palette: viridis}, relu]";
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(falling, &figure, NULL);
    const SceneField *strip = panel_at(scene, 0)->strip;
    g_assert_nonnull(strip);
    g_assert_true(scene_bar(panel_at(scene, 0)) == strip);
    g_assert_cmpstr(strip->bar.label.plain, ==, "PReLU (α)");
    g_assert_cmpfloat(strip->bar.scale.low, ==, -1);
    g_assert_cmpfloat(strip->bar.scale.high, ==, 1);
    g_assert_true(color_equal(strip->colors[255], series_at(scene, 0)->color));
    g_assert_true(color_equal(strip->colors[0], series_at(scene, 20)->color));
    g_assert_cmpuint(strip->bar.ticks->len, >=, 3);
    g_autoptr(GPtrArray) named = legend_series(panel_at(scene, 0));
    g_assert_cmpuint(named->len, ==, 1);
}

static void test_strip_or_not(void)
{
    static const char nine[] =
        "{plot: elu, vary: {alpha: [0, 1, 2, 3, 4, 5, 6, 7, 8]}}";
    g_assert_true(has_strip(nine, ""));
    g_assert_true(has_strip(nine, "legend: right,"));
    g_assert_false(has_strip(nine, "legend: none,"));
    g_assert_false(has_strip(nine, "legend: below,"));
    g_assert_false(has_strip(nine, "legend: direct,"));
    g_assert_false(
        has_strip("{plot: elu, vary: {alpha: [0, 1, 2, 3, 4, 5, 6, 7]}}", ""));
    g_assert_false(
        has_strip("{plot: elu, vary: {alpha: [0, 1, 2, 3, 4, 5, 6, 7, 9]}}", ""));
    g_assert_true(has_strip(
        "{plot: elu, vary: {alpha: [1, 2, 4, 8, 16, 32, 64, 128, 256]}}", ""));
    g_assert_false(has_strip("{plot: elu, color: red,"
                             " vary: {alpha: [0, 1, 2, 3, 4, 5, 6, 7, 8]}}",
                             ""));
    g_assert_false(has_strip("{plot: elu, axis: y2,"
                             " vary: {alpha: [0, 1, 2, 3, 4, 5, 6, 7, 8]}}, relu",
                             ""));
    g_autofree char *two = g_strdup_printf("%s, %s", nine, nine);
    g_assert_false(has_strip(two, ""));
}

/* Functions and their slopes in one row need one strip. */
static void test_strip_shared(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of(
        "columns: 2\n"
        "panels:\n"
        "  - curves: [{plot: swish, vary: {beta: {from: 0, to: 8, count: 9}}}]\n"
        "  - curves: [{plot: swish', vary: {beta: {from: 0, to: 8, count: 9}}}]\n"
        "  - curves: [{plot: swish'', vary: {beta: {from: 0, to: 8, count: 9}}}]\n",
        &figure, NULL);
    g_assert_null(panel_at(scene, 0)->strip);
    g_assert_nonnull(panel_at(scene, 1)->strip);
    g_assert_nonnull(panel_at(scene, 2)->strip);
    g_assert_cmpstr(panel_at(scene, 1)->strip->bar.label.plain, ==, "Swish (β)");
    g_assert_cmpstr(panel_at(scene, 2)->strip->bar.label.plain, ==, "Swish″ (β)");
}

static void test_share(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of("columns: 1\nshare: both\npanels:\n"
                                      "  - curves: [relu]\n"
                                      "  - curves: [tanh]\n",
                                      &figure, NULL);
    const ScenePanel *above = panel_at(scene, 0), *below = panel_at(scene, 1);
    g_assert_false(above->x.show_labels);
    g_assert_true(below->x.show_labels);
    g_assert_true(above->y.show_labels);
    g_assert_cmpfloat(above->y.scale.low, ==, below->y.scale.low);
    g_assert_cmpfloat(above->y.scale.high, ==, below->y.scale.high);
    g_assert_cmpint(scene->rows, ==, 2);
}

/* Names come in the figure's order, not in that of painting. */
static void test_legend_order(void)
{
    static const char *const names[] = {"ReLU", "GELU", "SiLU"};
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene =
        scene_of("panels:\n"
                 "  - curves: [{plot: relu, zorder: 3}, {plot: gelu, zorder: 2},\n"
                 "             {plot: silu, zorder: 1}, {points: [[0, 0], [1, 1]], "
                 "label: \"\"}]\n"
                 "  - curves: [{plot: relu}, {plot: gelu}, {plot: silu}]\n",
                 &figure, NULL);
    g_autoptr(GPtrArray) named = legend_series(panel_at(scene, 0));
    g_assert_cmpuint(named->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        g_assert_cmpstr(series->label.plain, ==, names[i]);
    }
    g_assert_cmpstr(series_at(scene, 1)->label.plain, ==, "SiLU");
    g_assert_true(legend_equal(panel_at(scene, 0), panel_at(scene, 1)));
}

/* Panels whose legends would say the same need one. */
static void test_legend_once(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of("panels:\n"
                                      "  - curves: [relu, gelu]\n"
                                      "  - curves: [relu, gelu]\n"
                                      "  - curves: [relu', gelu']\n"
                                      "  - curves: [gelu, relu]\n",
                                      &figure, NULL);
    g_assert_cmpint(panel_at(scene, 0)->legend, !=, LEGEND_NONE);
    g_assert_cmpint(panel_at(scene, 1)->legend, ==, LEGEND_NONE);
    g_assert_cmpint(panel_at(scene, 2)->legend, ==, LEGEND_NONE);
    g_assert_cmpint(panel_at(scene, 3)->legend, !=, LEGEND_NONE);
}

static void test_description(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene = scene_of("curves: [relu, relu6, step]", &figure, NULL);
    g_assert_cmpstr(
        scene->description, ==,
        "Line chart of ReLU, ReLU6 and Binary step for x from −5 to 5; kink at 0; "
        "jump at 0.");
}

static void test_overlap_over(void)
{
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Scene) scene =
        scene_of("overlap: over\ncurves: [relu, leaky_relu]", &figure, NULL);
    g_assert_cmpuint(series_at(scene, 1)->overlaps->len, ==, 0);
}

/* What a command line asks has not been checked by a file's reader. */
static void test_errors(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_new("plot", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    PanelSpec *panel = g_ptr_array_index(figure->panels, 0);
    g_ptr_array_add(panel->curves, curve_spec_new("gelu + releu"));
    g_assert_null(scene_new(figure, NULL, &error));
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, "releu"));
    g_assert_nonnull(strstr(error->message, "^"));
    g_clear_error(&error);

    g_ptr_array_set_size(panel->curves, 0);
    g_ptr_array_add(panel->curves, curve_spec_new("gelu"));
    panel->x.scale = SCALE_LOG;
    panel->x.low = -1;
    panel->x.high = 1;
    g_assert_null(scene_new(figure, NULL, &error));
    g_assert_cmpstr(error->message, ==,
                    "plot: the x range must lie above 0 on a log scale");
}

static void check_label(const char *markup, const char *plain, const char *pango,
                        const char *latex, const char *gnuplot)
{
    SceneText label = label_new(markup);
    g_assert_cmpstr(label.plain, ==, plain);
    g_assert_cmpstr(label.pango, ==, pango);
    g_assert_cmpstr(label.latex, ==, latex);
    g_assert_cmpstr(label.gnuplot, ==, gnuplot);
    label_release(&label);
}

static void test_labels(void)
{
    check_label("x<sub>1</sub> &amp; y", "x1 & y", "x<sub>1</sub> &amp; y",
                "x\\textsubscript{1} \\& y", "x_{1} \\& y");
    check_label("a < b & c", "a < b & c", "a &lt; b &amp; c", "a < b \\& c",
                "a < b \\& c");
    check_label("x<sup>2</sup> & 1 < 2", "x2 & 1 < 2", "x<sup>2</sup> &amp; 1 &lt; 2",
                "x\\textsuperscript{2} \\& 1 < 2", "x^{2} \\& 1 < 2");
    check_label("&#960; &c; <b", "&#960; &c; <b", "&amp;#960; &amp;c; &lt;b",
                "\\&\\#960; \\&c; <b", "\\&#960; \\&c; <b");
    check_label("10%_{}", "10%_{}", "10%_{}", "10\\%\\_\\{\\}", "10%\\_\\{\\}");
    check_label(NULL, "", "", "", "");
    check_label("与 α", "与 α", "与 α", "与 α", "与 α");
}

static Known *known_of(const char *text, const Figure *figure, Formula **formula)
{
    g_autoptr(GError) error = NULL;
    *formula = formula_new(text, &activation_scope, NULL, NULL, &error);
    g_assert_no_error(error);
    return known_get(*formula, &figure->definitions);
}

static bool is_same_jet(Jet one, Jet other)
{
    return memcmp(&one, &other, sizeof(Jet)) == 0; /* NaN is NaN */
}

/* Not by memcmp() as a whole: there is padding behind the kind. */
static bool is_same_switch(const Switch *one, const Switch *other)
{
    return one->x == other->x && one->kind == other->kind &&
           one->x_left == other->x_left && one->x_right == other->x_right &&
           is_same_jet(one->left, other->left) &&
           is_same_jet(one->right, other->right) && is_same_jet(one->at, other->at);
}

static void check_known_switches(Known *known, const Formula *formula, double low,
                                 double high)
{
    g_autoptr(GArray) found = known_switches(known, formula, low, high, NULL);
    g_autoptr(GArray) expected = switches_find(formula, low, high, NULL);
    g_assert_cmpuint(found->len, ==, expected->len);
    for (guint i = 0; i < found->len; i++)
        g_assert_true(is_same_switch(&g_array_index(found, Switch, i),
                                     &g_array_index(expected, Switch, i)));
}

/* What is kept of a formula is that formula's, in the range that is asked for, and
 * never of a figure that defines functions. */
static void test_known(void)
{
    g_autoptr(Figure) plain = NULL, own = NULL;
    scene_free(scene_of("curves: [relu6]", &plain, NULL));
    scene_free(scene_of("define: {mine: x^2}\ncurves: [mine]", &own, NULL));
    g_autoptr(Formula) one = NULL, other = NULL, same = NULL;
    g_autoptr(Known) known = known_of("relu6", plain, &one);
    g_autoptr(Known) again = known_of("relu6", plain, &same);
    g_autoptr(Known) hard = known_of("hard_tanh", plain, &other);
    double value[2];
    g_assert_true(known == again && known != hard);
    g_assert_null(known_get(one, &own->definitions));
    tape_evaluate_at(known_tape(known), 7, value);
    g_assert_cmpfloat(value[0], ==, 6);
    check_known_switches(known, one, -5, 5);
    check_known_switches(known, one, -5, 7);
    check_known_switches(again, same, 1, 5);
    check_known_switches(hard, other, -5, 5);
    for (int i = 0; i < 2; i++) {
        SceneText label = known_label(known);
        g_assert_cmpstr(label.plain, ==, "ReLU6");
        label_release(&label);
    }
    for (int i = 0; i < 300; i++) {
        g_autofree char *text = g_strdup_printf("x + %d", i);
        g_autoptr(Formula) formula = NULL;
        known_unref(known_of(text, plain, &formula));
    }
    g_autoptr(Formula) anew = NULL;
    g_autoptr(Known) fresh = known_of("relu6", plain, &anew);
    g_assert_true(fresh != known); /* so many are not kept */
    known_forget();
    check_known_switches(known, one, -5, 5);
}

static gpointer dump_in_thread(gpointer path)
{
    return dump_of(path);
}

/* The same whatever else is going on. */
static void test_threads(void)
{
    g_autofree char *path =
        g_test_build_filename(G_TEST_DIST, "golden", "coincide.yaml", NULL);
    GThread *threads[4];
    for (int i = 0; i < 4; i++)
        threads[i] = g_thread_new("dump", dump_in_thread, path);
    g_autofree char *expected = dump_of(path);
    for (int i = 0; i < 4; i++) {
        g_autofree char *dump = g_thread_join(threads[i]);
        g_assert_cmpstr(dump, ==, expected);
    }
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All figure files of a folder. */
static void add_goldens(GPtrArray *paths, const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *name; (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_dir_close(dir);
    g_ptr_array_sort(paths, compare_paths);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *own = g_test_build_filename(G_TEST_DIST, "golden", NULL);
    g_autofree char *gallery = g_test_build_filename(G_TEST_DIST, "..", "plots", NULL);
    add_goldens(paths, own);
    add_goldens(paths, gallery);
    for (guint i = 0; i < paths->len; i++) {
        const char *path = g_ptr_array_index(paths, i);
        g_autofree char *base = g_path_get_basename(path);
        g_autofree char *name = g_strconcat("/scene/golden/", base, NULL);
        g_test_add_data_func(name, path, test_golden);
    }
    g_test_add_func("/scene/ranges", test_ranges);
    g_test_add_func("/scene/extreme-ranges", test_extreme_ranges);
    g_test_add_func("/scene/default-range", test_default_range);
    g_test_add_func("/scene/marks-in-range", test_marks_in_range);
    g_test_add_func("/scene/empty-curve", test_empty_curve);
    g_test_add_func("/scene/oscillation", test_oscillation);
    g_test_add_func("/scene/only-curve", test_only_curve);
    g_test_add_func("/scene/legend", test_legend);
    g_test_add_func("/scene/axis-labels", test_axis_labels);
    g_test_add_func("/scene/family", test_family);
    g_test_add_func("/scene/large-family", test_large_family);
    g_test_add_func("/scene/share", test_share);
    g_test_add_func("/scene/strip", test_strip);
    g_test_add_func("/scene/strip-or-not", test_strip_or_not);
    g_test_add_func("/scene/strip-shared", test_strip_shared);
    g_test_add_func("/scene/legend-once", test_legend_once);
    g_test_add_func("/scene/legend-order", test_legend_order);
    g_test_add_func("/scene/description", test_description);
    g_test_add_func("/scene/overlap-over", test_overlap_over);
    g_test_add_func("/scene/errors", test_errors);
    g_test_add_func("/scene/labels", test_labels);
    g_test_add_func("/scene/known", test_known);
    g_test_add_func("/scene/threads", test_threads);
    return g_test_run();
}
