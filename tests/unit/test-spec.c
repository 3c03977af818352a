/* test-spec.c - figure files good and bad, themes, palettes, the vocabulary.
 *
 * tests/spec/bad/NAME.yaml has the whole expected report beside it in NAME.expected;
 * with ACTPLOT_UPDATE=1 in the environment the reports are written anew, to be read
 * in the difference before they are committed.
 */
#include "activation/activation.h"
#include "spec/assets.h"
#include "spec/figure.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in folder with that ending, sorted; at least one. */
static GPtrArray *list(const char *folder, const char *ending)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    g_assert_nonnull(dir);
    while ((name = g_dir_read_name(dir)))
        if (g_str_has_suffix(name, ending))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    g_assert_cmpuint(names->len, >, 0);
    return names;
}

/* Files are named from the folder they are in, so that reports hold no paths. */
static void enter(const char *folder)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, folder, NULL);

    g_assert_cmpint(g_chdir(path), ==, 0);
}

static Figure *parse(const char *text)
{
    GError *error = NULL;
    Figure *figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, &error);

    g_assert_no_error(error);
    g_assert_nonnull(figure);
    return figure;
}

static char *parse_fault(const char *text, size_t length)
{
    g_autoptr(GError) error = NULL;
    Figure *figure =
        figure_parse(text, length, "test.yaml", &activation_scope, NULL, &error);

    g_assert_null(figure);
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
    return g_strdup(error->message);
}

static void expect_fault(const char *text, const char *part)
{
    g_autofree char *message = parse_fault(text, strlen(text));

    if (!strstr(message, part))
        g_error("'%s' is not in: %s", part, message);
}

static const PanelSpec *panel_of(const Figure *figure, unsigned index)
{
    g_assert_cmpuint(index, <, figure->panels->len);
    return g_ptr_array_index(figure->panels, index);
}

static const CurveSpec *curve_of(const PanelSpec *panel, unsigned index)
{
    g_assert_cmpuint(index, <, panel->curves->len);
    return g_ptr_array_index(panel->curves, index);
}

static void load_all(const char *folder)
{
    enter(folder);
    g_autoptr(GPtrArray) names = list(".", ".yaml");

    for (unsigned i = 0; i < names->len; i++) {
        GError *error = NULL;
        g_autoptr(Figure) figure =
            figure_load(g_ptr_array_index(names, i), &activation_scope, NULL, &error);

        g_assert_no_error(error);
        g_assert_nonnull(figure);
        g_assert_cmpuint(figure->panels->len, >, 0);
    }
}

static void test_good(void)
{
    load_all("spec/good");
}

static void test_gallery(void)
{
    load_all("../plots");
}

/* Expected reports end with a newline, as all text files do. */
static void check_report(const char *name, const char *report)
{
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".yaml"));
    g_autofree char *path = g_strconcat(stem, ".expected", NULL);
    g_autofree char *text = g_strconcat(report, "\n", NULL);
    g_autofree char *expected = NULL;

    if (g_getenv("ACTPLOT_UPDATE"))
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_true(g_file_get_contents(path, &expected, NULL, NULL));
    if (strcmp(text, expected) != 0)
        g_error("%s: the report is\n%s\nand should be\n%s", name, text, expected);
}

static void test_bad(void)
{
    enter("spec/bad");
    g_autoptr(GPtrArray) names = list(".", ".yaml");

    for (unsigned i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autoptr(GError) error = NULL;

        g_assert_null(figure_load(name, &activation_scope, NULL, &error));
        g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
        check_report(name, error->message);
    }
}

static void test_values(void)
{
    enter("spec/good");
    GError *error = NULL;
    g_autoptr(Figure) figure =
        figure_load("every-key.yaml", &activation_scope, NULL, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(figure->name, ==, "every-key");
    g_assert_cmpstr(figure->source_name, ==, "every-key.yaml");
    g_assert_cmpstr(figure->title, ==, "Every key: H<sub>2</sub>O, α ≤ 1");
    g_assert_cmpstr(figure->description, ==, "Text that is folded over two lines.");
    g_assert_cmpstr(figure->theme->name, ==, "paper");
    g_assert_cmpfloat(figure->dpi, ==, 200);
    g_assert_cmpfloat_with_epsilon(figure->width_pt, 360, 1e-9); /* px of its own dpi */
    g_assert_cmpfloat_with_epsilon(figure->height_pt, 12.5 / 2.54 * 72, 1e-9);
    g_assert_cmpint(figure->columns, ==, 2);
    g_assert_cmpint(figure->share, ==, SHARE_BOTH);
    g_assert_cmpuint(figure->panels->len, ==, 2);

    const Definition *soft = scope_find(&figure->definitions.scope, "soft");
    g_assert_nonnull(soft);
    g_assert_cmpstr(soft->label, ==, "Soft (β = {beta})");
    g_assert_cmpstr(soft->parameters[0].name, ==, "beta");
    g_assert_cmpstr(soft->parameters[0].symbol, ==, "β");
    g_assert_cmpfloat(soft->parameters[0].value, ==, 2);
    g_assert_null(soft->parameters[1].name);
    g_assert_cmpstr(soft->derivative, ==, "logistic(beta*x)");
    g_assert_nonnull(scope_find(&figure->definitions.scope, "gelu"));
}

static void test_panels(void)
{
    enter("spec/good");
    g_autoptr(Figure) figure =
        figure_load("every-key.yaml", &activation_scope, NULL, NULL);
    const PanelSpec *first = panel_of(figure, 0);
    const PanelSpec *second = panel_of(figure, 1);

    g_assert_cmpstr(first->title, ==, "first");
    g_assert_cmpstr(first->x.label, ==, "input");
    g_assert_cmpfloat(first->x.low, ==, -2 * G_PI);
    g_assert_cmpint(first->x.tick_choice, ==, TICK_CHOICE_PI);
    g_assert_cmpint(first->x.grid, ==, SWITCHED_ON);
    g_assert_cmpint(first->y.tick_count, ==, 5);
    g_assert_cmpint(first->legend, ==, LEGEND_OUTSIDE);
    g_assert_cmpint(first->overlap, ==, OVERLAP_OVER);

    g_assert_cmpstr(second->x.label, ==, "input"); /* inherited */
    g_assert_cmpfloat(second->x.low, ==, 0);       /* its own */
    g_assert_true(isnan(second->x.high));
    g_assert_cmpint(second->x.tick_choice, ==, TICK_CHOICE_LIST);
    g_assert_cmpuint(second->x.ticks->len, ==, 3); /* sorted, each once */
    g_assert_cmpfloat(g_array_index(second->x.ticks, double, 1), ==, 1);
    g_assert_cmpint(second->y.scale, ==, SCALE_LOG);
    g_assert_cmpint(second->y.grid, ==, SWITCHED_OFF);
    g_assert_cmpint(second->legend, ==, LEGEND_NONE);
    g_assert_cmpint(second->overlap, ==, OVERLAP_INTERLEAVE);
}

static void test_curves(void)
{
    enter("spec/good");
    g_autoptr(Figure) figure =
        figure_load("every-key.yaml", &activation_scope, NULL, NULL);
    const PanelSpec *panel = panel_of(figure, 0);
    const CurveSpec *twice = curve_of(panel, 3);
    const CurveSpec *family = curve_of(panel, 5);
    const CurveSpec *points = curve_of(panel, 6);
    const CurveSpec *quoted = curve_of(panel_of(figure, 1), 0);

    g_assert_cmpstr(twice->label, ==, "twice");
    g_assert_true(twice->has_color && twice->has_dash);
    g_assert_cmpfloat(twice->color.green, ==, 128.0 / 255);
    g_assert_cmpfloat(twice->width_pt, ==, 1.5);
    g_assert_cmpint(twice->dash.count, ==, 4);
    g_assert_cmpint(twice->samples, ==, 1000);
    g_assert_cmpint(twice->at_jump, ==, AT_JUMP_GAP);
    g_assert_cmpuint(twice->place.length, ==, strlen("double"));
    g_assert_true(g_str_has_prefix(figure->source + twice->place.start, "double\n"));
    g_assert_true(g_str_has_prefix(figure->source + quoted->place.start, "x > 0 ?"));

    g_assert_cmpfloat(g_array_index(curve_of(panel, 4)->vary_values, double, 2), ==,
                      1.0 / 3);
    g_assert_cmpstr(family->vary, ==, "alpha");
    g_assert_cmpuint(family->vary_values->len, ==, 5);
    g_assert_cmpfloat(g_array_index(family->vary_values, double, 4), ==, 1);
    g_assert_cmpuint(points->points->len, ==, 3);
    g_assert_null(points->plot);
    g_assert_true(isnan(points->width_pt));

    const LineSpec *line = &g_array_index(panel->lines, LineSpec, 0);
    const NoteSpec *note = &g_array_index(panel->notes, NoteSpec, 0);
    g_assert_cmpfloat(line->y, ==, 0.25);
    g_assert_true(isnan(line->x));
    g_assert_cmpfloat(note->offset_x_pt, ==, 24);
    g_assert_cmpfloat_with_epsilon(note->offset_y_pt, -2 / 25.4 * 72, 1e-12);
    g_assert_true(isnan(g_array_index(panel->notes, NoteSpec, 1).offset_x_pt));
}

/* What a figure of one line leaves open. */
static void test_defaults(void)
{
    g_autoptr(Figure) figure = parse("curves: [gelu]");
    const PanelSpec *panel = panel_of(figure, 0);

    g_assert_cmpstr(figure->theme->name, ==, "default");
    g_assert_true(isnan(figure->width_pt) && isnan(figure->dpi));
    g_assert_cmpint(figure->share, ==, SHARE_AUTO);
    g_assert_true(isnan(panel->x.low) && isnan(panel->y.high));
    g_assert_null(panel->x.label);
    g_assert_cmpint(panel->legend, ==, LEGEND_AUTO);
    g_assert_cmpint(panel->overlap, ==, OVERLAP_AUTO);

    g_autoptr(Figure) empty = figure_new("tanh", &activation_scope, "article", NULL);
    g_assert_cmpuint(panel_of(empty, 0)->curves->len, ==, 0);
    g_assert_null(figure_new("tanh", &activation_scope, "no such theme", NULL));
}

static void test_limits(void)
{
    g_autofree char *large = g_strnfill(1024 * 1024 + 1, '#');
    g_autoptr(GString) map = g_string_new("curves: [relu]\n");
    g_autofree char *first = parse_fault(large, strlen(large));

    g_assert_nonnull(strstr(first, "larger than 1 MiB"));
    large[1024 * 1024] = '\0'; /* one comment of exactly 1 MiB: only curves miss */
    g_autofree char *second = parse_fault(large, strlen(large));
    g_assert_nonnull(strstr(second, "needs 'curves'"));

    for (int i = 0; i < 5000; i++)
        g_string_append_printf(map, "k%d: 1\n", i);
    expect_fault(map->str, "test.yaml: and at least 180 more");
    expect_fault("curves: [{plot: relu, vary: {a: {from: 0, to: 1, count: 10001}}}]",
                 "within 2 .. 10000");
    expect_fault("size: [300 in, 1 in]\ncurves: [relu]", "must be within");
    expect_fault("dpi: 200\nsize: [30001 px, 100 px]\ncurves: [relu]", "too large");
    g_autoptr(Figure) widest =
        parse("dpi: 200\nsize: [30000 px, 100 px]\ncurves: [relu]");
    g_assert_cmpfloat_with_epsilon(widest->width_pt, 10800, 1e-9);
}

static void test_warning(void)
{
    static const char text[] =
        "curves:\n"
        "  - {plot: prelu, vary: {alpha: [0]}, label: '{alhpa}'}\n"
        "  - {plot: prelu, vary: {alpha: [0]}, label: '{alpha}'}\n"
        "  - {plot: relu, label: '{a}'}\n";
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Figure) figure = figure_parse(text, strlen(text), "test.yaml",
                                            &activation_scope, warnings, NULL);

    g_assert_nonnull(figure);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_true(g_str_has_prefix(warnings_get(warnings, 0),
                                   "test.yaml:2:46: '{alhpa}' stands"));
}

static void test_unreadable(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) folder = NULL;

    g_assert_null(figure_load("no/such/file.yaml", NULL, NULL, &error));
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO);
    g_assert_true(g_str_has_prefix(error->message, "cannot open 'no/such/file.yaml'"));
    g_assert_null(figure_load("/", NULL, NULL, &folder));
    g_assert_error(folder, ACTPLOT_ERROR, ACTPLOT_ERROR_IO);
}

/* All good files, one after another. */
static char *good_texts(void)
{
    enter("spec/good");
    g_autoptr(GPtrArray) names = list(".", ".yaml");
    GString *all = g_string_new(NULL);

    for (unsigned i = 0; i < names->len; i++) {
        g_autofree char *text = NULL;

        g_assert_true(
            g_file_get_contents(g_ptr_array_index(names, i), &text, NULL, NULL));
        g_string_append(all, text);
    }
    return g_string_free(all, FALSE);
}

static void test_vocabulary(void)
{
    g_autofree char *text = good_texts();
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    unsigned count;
    const FigureKey *keys = figure_keys(&count);

    g_assert_cmpuint(count, >, 40);
    for (unsigned i = 0; i < count; i++) {
        g_autofree char *use = g_strconcat(keys[i].key, ":", NULL);

        g_assert_nonnull(strstr(text, use));
        g_assert_cmpuint(strlen(keys[i].help), >, 5);
        g_assert_cmpuint(strlen(keys[i].values), >, 0);
        g_assert_true(
            g_hash_table_add(seen, g_strdup_printf("%s %s", keys[i].where, use)));
    }
    keys = theme_keys(&count);
    g_assert_cmpuint(count, >, 30);
    for (unsigned i = 0; i < count; i++)
        g_assert_cmpstr(keys[i].where, ==, "theme");
}

static void test_themes(void)
{
    g_auto(GStrv) names = theme_list();

    g_assert_true(g_strv_contains((const char *const *)names, "default"));
    g_assert_true(g_strv_contains((const char *const *)names, "article"));
    g_assert_true(g_strv_contains((const char *const *)names, "paper"));
    for (char **name = names; *name; name++) {
        GError *error = NULL;
        g_autoptr(Theme) theme = theme_load(*name, &error);

        g_assert_no_error(error);
        g_assert_cmpstr(theme->name, ==, *name);
        g_assert_cmpuint(strlen(theme->help), >, 10);
        g_assert_cmpint(theme->color_count, >=, 6);
        g_assert_cmpfloat(theme->width_pt, >, 100);
    }
}

/* The article's parameters, as its section C gives them. */
static void test_article_theme(void)
{
    g_autoptr(Theme) theme = theme_load("article", NULL);
    char buffer[8];

    g_assert_cmpfloat(theme->width_pt, ==, 720);
    g_assert_cmpfloat(theme->height_pt, ==, 432);
    g_assert_cmpfloat(theme->dpi, ==, 100);
    g_assert_cmpfloat(theme->title_size_pt, ==, 14);
    g_assert_cmpfloat(theme->label_size_pt, ==, 12);
    g_assert_cmpfloat(theme->legend_size_pt, ==, 12);
    g_assert_cmpfloat(theme->line_width_pt, ==, 2);
    g_assert_cmpfloat_with_epsilon(theme->grid.alpha, 0.7, 0.003);
    g_assert_cmpint(theme->grid_dash.count, ==, 2);
    g_assert_cmpstr(color_format(theme->colors[0], buffer), ==, "#0000ff");
    g_assert_cmpstr(color_format(theme->colors[1], buffer), ==, "#1f7710");
    g_assert_cmpstr(color_format(theme->colors[2], buffer), ==, "#dd0b1f");
}

static void test_own_theme(void)
{
    g_autofree char *path =
        g_test_build_filename(G_TEST_DIST, "spec", "theme", "own.yaml", NULL);
    g_autoptr(Theme) theme = theme_load(path, NULL);

    g_assert_nonnull(theme);
    g_assert_cmpstr(theme->name, ==, "own");
    g_assert_cmpfloat_with_epsilon(theme->line_width_pt, 72 / 25.4, 1e-9);
    g_assert_cmpint(theme->color_count, ==, 2);
    g_assert_cmpint(theme->frame, ==, FRAME_BOX); /* from article */
    g_assert_cmpfloat(theme->padding_pt, ==, 10); /* from default */
}

/* Every colour of a family can be told from white, and they differ in steps. */
static void expect_files(const Figure *figure, const char *const *endings,
                         unsigned count)
{
    g_assert_cmpuint(figure->files->len, ==, count);
    for (unsigned i = 0; i < count; i++) {
        const char *path = g_ptr_array_index(figure->files, i);

        if (!g_str_has_suffix(path, endings[i]))
            g_error("file %u is '%s', not '%s'", i, path, endings[i]);
    }
}

/* What a figure is made from: its theme, with all that this is built on. */
static void test_files(void)
{
    static const char *const own[] = {"./../theme/own.yaml", "/themes/article.yaml",
                                      "/themes/default.yaml", "data.csv"};
    static const char *const plain[] = {"/themes/default.yaml"};
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Figure) other = parse("curves: [relu]");
    g_autoptr(Figure) again = parse("curves: [relu]");

    enter("spec/good");
    figure = parse("theme: ./../theme/own.yaml\ncurves: [relu]");
    figure_add_file(figure, "data.csv");
    figure_add_file(figure, "data.csv");
    expect_files(figure, own, G_N_ELEMENTS(own));
    expect_files(other, plain, G_N_ELEMENTS(plain));
    expect_files(again, plain, G_N_ELEMENTS(plain));
}

static void test_assets(void)
{
    g_autofree char *found = asset_path("themes/default.yaml");
    g_autofree char *missing = asset_path("themes/none.yaml");

    g_assert_true(g_file_test(found, G_FILE_TEST_IS_REGULAR));
    g_assert_cmpstr(missing, ==, ACTPLOT_PKGDATADIR "/themes/none.yaml");
}

/* A locale with a decimal comma changes nothing. */
static void test_locale(void)
{
    char *before = g_strdup(setlocale(LC_ALL, NULL));
    bool german = setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
    g_autoptr(Figure) figure =
        parse("x: {range: [-0.5, 2.5]}\ncurves: [{plot: relu, width: 1.5 pt}]");

    g_assert_cmpfloat(panel_of(figure, 0)->x.high, ==, 2.5);
    g_assert_cmpfloat(curve_of(panel_of(figure, 0), 0)->width_pt, ==, 1.5);
    setlocale(LC_ALL, before);
    g_free(before);
    if (!german)
        g_test_skip("there is no German locale here");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spec/good", test_good);
    g_test_add_func("/spec/gallery", test_gallery);
    g_test_add_func("/spec/bad", test_bad);
    g_test_add_func("/spec/values", test_values);
    g_test_add_func("/spec/panels", test_panels);
    g_test_add_func("/spec/curves", test_curves);
    g_test_add_func("/spec/defaults", test_defaults);
    g_test_add_func("/spec/limits", test_limits);
    g_test_add_func("/spec/warning", test_warning);
    g_test_add_func("/spec/unreadable", test_unreadable);
    g_test_add_func("/spec/vocabulary", test_vocabulary);
    g_test_add_func("/spec/themes", test_themes);
    g_test_add_func("/spec/article-theme", test_article_theme);
    g_test_add_func("/spec/own-theme", test_own_theme);
    g_test_add_func("/spec/files", test_files);
    g_test_add_func("/spec/assets", test_assets);
    g_test_add_func("/spec/locale", test_locale);
    return g_test_run();
}
