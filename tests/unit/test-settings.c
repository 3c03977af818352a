/* test-settings.c - keys set over a figure's file, and trees written as YAML. */
#include "activation/activation.h"
#include "spec/figure.h"
#include "spec/settings.h"

#include <string.h>

/* The file, the settings, and what they make of it. */
static const struct {
    const char *text;
    const char *settings[4];
    const char *merged;
} cases[] = {
    {"curves: [relu]", {"title=Gates"}, "curves: [relu]\ntitle: Gates\n"},
    {"title: Old\ncurves: [relu]", {"title=New"}, "title: New\ncurves: [relu]\n"},
    {"curves: [relu]",
     {"title=a: b #3", "subtitle=\"x\\ty\""},
     "curves: [relu]\ntitle: \"a: b #3\"\nsubtitle: \"x\\x09y\"\n"},
    {"{}", {"x.range=-3:3"}, "x:\n  range: [-3, 3]\n"},
    {"x: {range: [0, 1]}", {"x.range=:2*pi"}, "x: {range: [auto, \"2*pi\"]}\n"},
    {"{}", {"x.range=[1, 2]", "x.label="}, "x:\n  range: [1, 2]\n  label: \"\"\n"},
    {"curves: [relu, gelu]",
     {"curves.2.color=#f00"},
     "curves: [relu, {plot: gelu, color: \"#f00\"}]\n"},
    {"curves:\n  - relu\n  - {plot: tanh}",
     {"curves.1.width=1 pt", "curves.2.label=T", "curves.+=mish"},
     "curves:\n  - plot: relu\n    width: \"1 pt\"\n  - {plot: tanh, label: T}\n"
     "  - mish\n"},
    {"define: {f: x*x}",
     {"define.f.label=F", "define.g=2*x"},
     "define: {f: {formula: \"x*x\", label: F}, g: \"2*x\"}\n"},
    {"panels:\n  - curves: [relu]\n  - curves: [gelu]",
     {"panels.2.y.scale=log", "panels.+.curves.+=tanh"},
     "panels:\n  - curves: [relu]\n  - curves: [gelu]\n    y:\n      scale: log\n"
     "  - curves:\n      - tanh\n"},
    {"x: [0, 1]\nheatmap: x*y\n",
     {"x.scale=log", "heatmap.palette=magma", "y=-1:1"},
     "x:\n  range: [0, 1]\n  scale: log\nheatmap:\n  z: \"x*y\"\n  palette: magma\n"
     "y: [-1, 1]\n"},
    {"shade: [x < 0]\ncurves: [{data: a.csv, x: a}]",
     {"shade.1.color=red", "shade.+.x=0:1", "curves.1.x=a:b"},
     "shade: [{where: \"x < 0\", color: red}, {x: [0, 1]}]\n"
     "curves: [{data: a.csv, x: \"a:b\"}]\n"},
    {"curves: [relu]", {"curves={}"}, "curves: {}\n"},
    {"{}", {"title=a\nb\"\\"}, "title: \"a\\nb\\\"\\\\\"\n"},
    {"{}",
     {"title=\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf"},
     "title: \"\\L\\P\\uFEFF\"\n"},
    {"curves: [relu]",
     {"curves=[a, {b: [c]}]", "title=one", "title=two"},
     "curves: [a, {b: [c]}]\ntitle: two\n"},
};

static void test_merge(void)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(DocumentNode) root =
            settings_merge(cases[i].text, cases[i].settings, &error);
        g_autoptr(DocumentNode) again = NULL;
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GString) twice = g_string_new(NULL);

        g_assert_no_error(error);
        document_write(out, root);
        g_assert_cmpstr(out->str, ==, cases[i].merged);
        again = settings_merge(out->str, NULL, &error);
        g_assert_no_error(error);
        document_write(twice, again);
        g_assert_cmpstr(twice->str, ==, out->str);
    }
}

static void expect_fault(const char *setting, const char *wanted)
{
    static const char text[] = "title: T\ncurves: [relu, {plot: gelu}]\n";
    const char *const settings[] = {setting, NULL};
    const FigureReading reading = {.outer = &activation_scope, .settings = settings};
    g_autoptr(GError) error = NULL;
    Figure *figure =
        figure_parse_with(text, strlen(text), "test.yaml", &reading, &error);

    g_assert_null(figure);
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
    if (!strstr(error->message, wanted))
        g_error("'%s' is not in: %s", wanted, error->message);
}

/* Faults point into the setting, not into the file. */
static void test_faults(void)
{
    expect_fault("titel=x", "--set:1:1: unknown key 'titel' in a figure (did you mean "
                            "'title'?)\n  titel=x\n  ^~~~~");
    expect_fault("x.range=3:1", "--set:1:9: 'range' must rise");
    expect_fault("x.range=a:1", "--set:1:9: 'range' must be a number, not 'a'\n"
                                "  x.range=a:1\n          ^");
    expect_fault("curves.3=tanh", "--set:1:8: 'curves' has 2 items, no 3");
    expect_fault("curves.0=tanh", "--set:1:8: 'curves' is a list");
    expect_fault("curves.1.color=bleu", "--set:1:16: 'color': unknown colour 'bleu'");
    expect_fault("curves.2=x + foo", "--set:1:14: unknown name 'foo'");
    expect_fault("title.x=3", "--set:1:7: 'title' is a text: it has no 'x'");
    expect_fault("x..range=3", "--set:1:3: a name is missing in the path");
    expect_fault("title", "--set:1:1: a setting is KEY=VALUE");
    expect_fault("=3", "--set:1:1: a setting is KEY=VALUE");
    expect_fault("curves=[a", "--set:1:10: ',' or ']' is missing");
    expect_fault("title=a\033b", "U+001B is not allowed");
    expect_fault("x=3", "--set:1:3: 'x' must be a map, not a text");
    expect_fault("title=\xff", "UTF-8");
}

/* The file's own faults keep their places beside settings. */
static void test_own_faults(void)
{
    static const char text[] = "titel: T\ncurves: [relu]";
    const char *const settings[] = {"subtitle=x", "x.range=2:1", NULL};
    const FigureReading reading = {.outer = &activation_scope, .settings = settings};
    g_autoptr(GError) error = NULL;

    g_assert_null(figure_parse_with(text, strlen(text), "test.yaml", &reading, &error));
    g_assert_true(g_str_has_prefix(error->message, "test.yaml:1:1: unknown key"));
    g_assert_nonnull(strstr(error->message, "\n--set:1:9: 'range' must rise"));
}

static void test_value(void)
{
    static const char text[] = "curves: [relu]";
    const char *const settings[] = {"title=Gates", "x.range=-3:", NULL};
    const FigureReading reading = {.outer = &activation_scope, .settings = settings};
    g_autoptr(Figure) figure =
        figure_parse_with(text, strlen(text), "test.yaml", &reading, NULL);
    const PanelSpec *panel;

    g_assert_nonnull(figure);
    panel = g_ptr_array_index(figure->panels, 0);
    g_assert_cmpstr(figure->title, ==, "Gates");
    g_assert_cmpfloat(panel->x.low, ==, -3);
    g_assert_true(panel->x.high != panel->x.high);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/settings/merge", test_merge);
    g_test_add_func("/settings/faults", test_faults);
    g_test_add_func("/settings/own-faults", test_own_faults);
    g_test_add_func("/settings/value", test_value);
    return g_test_run();
}
