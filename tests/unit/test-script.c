/* test-script.c - the formats that carry the Scene: gnuplot scripts and CSV, held to
 * goldens. ACTPLOT_GOLDEN=write in the environment writes them anew. */
#include "config.h"

#include "backend/backend.h"
#include "base/error.h"
#include "layout/layout.h"
#include "scene-maker.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* In a format that carries the scene, laid out where it asks for that. */
static bool write_bytes(const char *format, const Scene *scene,
                        const BackendOptions *options, GByteArray *bytes,
                        Warnings *warnings, GError **error)
{
    const Backend *backend = backend_find(format);
    g_autoptr(TextContext) text = NULL;
    g_autoptr(Drawing) drawing = NULL;

    if (backend->write_scene)
        return backend->write_scene(scene, options, bytes, warnings, error);
    text = text_context_new(scene->theme->font_family, NULL);
    drawing = layout_scene(scene, text, NULL);
    return backend->write_page(drawing, scene, options, bytes, warnings, error);
}

static char *write_text(const char *format, const Scene *scene,
                        const BackendOptions *options, Warnings *warnings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();

    g_assert_true(write_bytes(format, scene, options, bytes, warnings, &error));
    g_assert_no_error(error);
    unshown_warn(scene, backend_find(format)->unshown, format, warnings);
    return g_strndup((const char *)bytes->data, bytes->len);
}

static void set_text(SceneText *text, const char *plain, const char *gnuplot)
{
    maker_text(text, plain);
    g_free(text->gnuplot);
    text->gnuplot = g_strdup(gnuplot);
}

static void fill_left(Scene *scene, ScenePanel *panel)
{
    SceneSeries *series = maker_add_curve(scene, panel, "ReLU", 0);

    set_text(&panel->title, "f_1(x)", "f_{1}(x)");
    series->dash = (Dash){.length_pt = {6, 3}, .count = 2};
    maker_add_curve(scene, panel, "Leaky, \"ReLU\"", 0.1);
    maker_add_line(panel, NAN, 1, "one");
    maker_add_line(panel, 0, NAN, NULL);
    maker_add_note(panel, 0, 0, "kink");
}

/* A jump from 0.1 to 1 on a logarithmic scale, with given offsets of a note. */
static void fill_right(Scene *scene, ScenePanel *panel)
{
    SceneSeries *series = maker_add_curve(scene, panel, "jump", 1);
    ScenePiece *piece = g_ptr_array_index(series->pieces, 0);
    const Point left[] = {{-5, 0.1}, {0, 0.1}}, right[] = {{0, 1}, {5, 1.0 / 3}};
    ScenePiece *second = g_new0(ScenePiece, 1);

    g_array_set_size(piece->points, 0);
    g_array_append_vals(piece->points, left, G_N_ELEMENTS(left));
    second->points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_array_append_vals(second->points, right, G_N_ELEMENTS(right));
    g_ptr_array_add(series->pieces, second);
    maker_add_dot(series, 0, 0.1, true);
    maker_add_dot(series, 0, 1, false);
    panel->y.scale = (Scale){.kind = SCALE_LOG, .low = 0.01, .high = 10};
    panel->y.show_labels = false;
    panel->legend = LEGEND_OUTSIDE;
    maker_add_note(panel, 0, 1, "here");
    SceneNote *note = &g_array_index(panel->notes, SceneNote, 0);
    note->offset_x_pt = 20;
    note->offset_y_pt = 0;
}

static Scene *two_panels(const Theme *theme)
{
    Scene *scene = maker_scene(theme, 720, 300, 1, 2, 2.5);

    set_text(&scene->title, "Two & more\npanels", "Two \\& more\npanels");
    set_text(&scene->subtitle, "made by hand", "made by hand");
    fill_left(scene, maker_panel(scene, 0));
    fill_right(scene, maker_panel(scene, 1));
    return scene;
}

/* The version is not what a golden is about. */
static char *without_version(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, PACKAGE_NAME " " PACKAGE_VERSION, -1);

    return g_strjoinv(PACKAGE_NAME, parts);
}

static void assert_golden(const char *text, const char *name)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "golden", name, NULL);
    g_autofree char *got = without_version(text);
    g_autofree char *wanted = NULL;
    g_autoptr(GError) error = NULL;

    if (g_strcmp0(g_getenv("ACTPLOT_GOLDEN"), "write") == 0)
        g_file_set_contents(path, got, -1, &error);
    g_assert_no_error(error);
    g_file_get_contents(path, &wanted, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(got, ==, wanted);
}

static void test_gnuplot_golden(void)
{
    g_autofree Theme *theme = maker_theme();
    Scene *scene = two_panels(theme);
    BackendOptions options = backend_options_default;
    options.output_name = "two.gp";
    g_autofree char *text = write_text("gp", scene, &options, NULL);

    assert_golden(text, "two-panels.gp");
    maker_free(scene);
}

static void test_csv_golden(void)
{
    g_autofree Theme *theme = maker_theme();
    Scene *scene = two_panels(theme);
    g_autoptr(Warnings) warnings = warnings_new();
    g_autofree char *text =
        write_text("csv", scene, &backend_options_default, warnings);

    assert_golden(text, "two-panels.csv");
    g_assert_cmpuint(warnings_count(warnings), ==, 1); /* lines, notes: said once */
    maker_free(scene);
}

static void test_csv_one_panel(void)
{
    g_autofree Theme *theme = maker_theme();
    Scene *scene = maker_scene(theme, 400, 300, 1, 1, 1);
    maker_add_curve(scene, maker_panel(scene, 0), "a", 0.1);
    g_autoptr(Warnings) warnings = warnings_new();
    g_autofree char *text =
        write_text("csv", scene, &backend_options_default, warnings);

    g_assert_cmpstr(text, ==, "curve,piece,x,f\na,1,-5,-0.5\na,1,0,0\na,1,5,5\n");
    g_assert_cmpuint(warnings_count(warnings), ==, 0);
    maker_free(scene);
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        g_error("'%s' is not in:\n%s", part, text);
}

/* Whatever stands in a text, gnuplot must show it and not obey it. */
static void test_gnuplot_quotes(void)
{
    g_autofree Theme *theme = maker_theme();
    Scene *scene = maker_scene(theme, 400, 300, 1, 1, 1);
    ScenePanel *panel = maker_panel(scene, 0);
    set_text(&scene->title, "t", "`reboot` \"$x\" \\_ '@a' %d\001");
    maker_add_curve(scene, panel, "a\n!reboot", 0.1);
    maker_add_line(panel, NAN, 1, "a_b^{c} ~ `d`");
    g_autofree char *text = write_text("gp", scene, &backend_options_default, NULL);

    assert_has(text, "{/:Bold \\140reboot\\140 \\\"$x\\\" \\\\_ '@a' %d}\"");
    assert_has(text, "\n# a !reboot\n");
    assert_has(text, "title \"a\\n!reboot\"");
    assert_has(text, "\"a\\\\_b\\\\^\\\\{c\\\\} \\\\~ \\140d\\140\"");
    g_assert_null(strchr(text, '`'));
    g_assert_null(strstr(text, "\n!"));
    maker_free(scene);
}

static void test_gnuplot_output(void)
{
    static const struct {
        const char *terminal, *name, *wanted;
    } cases[] = {
        {NULL, "a b.gp", "set output \"a b.png\"\n"},
        {"svg", "a.b", "set output \"a.b.svg\"\n"},
        {"pdfcairo", "a.plt", "set output \"a.pdf\"\n"},
    };
    g_autofree Theme *theme = maker_theme();
    Scene *scene = maker_scene(theme, 400, 300, 1, 1, 1);

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        BackendOptions options = backend_options_default;
        options.terminal = cases[i].terminal;
        options.output_name = cases[i].name;
        g_autofree char *text = write_text("gp", scene, &options, NULL);
        assert_has(text, cases[i].wanted);
    }
    BackendOptions options = backend_options_default;
    options.terminal = "qt";
    options.output_name = "a.gp";
    g_autofree char *window = write_text("gp", scene, &options, NULL);
    g_assert_null(strstr(window, "set output"));
    assert_has(window, "\npause mouse close\n");
    maker_free(scene);
}

static void test_gnuplot_unknown_terminal(void)
{
    g_autofree Theme *theme = maker_theme();
    Scene *scene = maker_scene(theme, 400, 300, 1, 1, 1);
    BackendOptions options = backend_options_default;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GError) error = NULL;

    options.terminal = "pdfcario";
    g_assert_false(write_bytes("gp", scene, &options, bytes, NULL, &error));
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==,
                    "unknown gnuplot terminal 'pdfcario' (did you mean 'pdfcairo'?)");
    maker_free(scene);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gnuplot/golden", test_gnuplot_golden);
    g_test_add_func("/gnuplot/quotes", test_gnuplot_quotes);
    g_test_add_func("/gnuplot/output", test_gnuplot_output);
    g_test_add_func("/gnuplot/unknown-terminal", test_gnuplot_unknown_terminal);
    g_test_add_func("/csv/golden", test_csv_golden);
    g_test_add_func("/csv/one-panel", test_csv_one_panel);
    int status = g_test_run();
    text_shutdown();
    return status;
}
