/* test-outcome.c - experiments of figure files: what is read, and what panels show of
 * results, by a record of the test's own.
 */
#include "activation/activation.h"
#include "scene/scene.h"

#include <math.h>
#include <string.h>

typedef struct {
    Figure *figure;
    Scene *scene;
    Warnings *warnings;
    GError *error;
} Drawn;

/* What the record of the test gives; how often it has run. */
static bool (*probe)(ExperimentResult *result, const ExperimentFunction **fault,
                     const ExperimentSetup *setup, GError **error);
static int runs;

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    runs++;
    return probe(result, fault, setup, error);
}

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 20,
     .preset = "[tanh]",
     .help = "functions"},
    {.key = NULL},
};

static const Experiment record = {
    .key = "iteration",
    .label = "The probe",
    .help = "what the test gives",
    .parameters = parameters,
    .run = run,
};

static Figure *read_figure(const char *text)
{
    GError *error = NULL;
    Figure *figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    return figure;
}

static PanelSpec *panel_of(const Figure *figure, guint index)
{
    return g_ptr_array_index(figure->panels, index);
}

/* `iteration` of the text becomes the test's record, with its functions. */
static void swap_record(PanelSpec *panel)
{
    ExperimentSetup *given = panel->experiment->setup;
    ExperimentSetup *setup = experiment_setup_new(&record);
    setup->values[0].functions = g_ptr_array_ref(given->values[0].functions);
    experiment_setup_free(given);
    panel->experiment->setup = setup;
}

static Drawn draw(const char *text)
{
    Drawn drawn = {.figure = read_figure(text), .warnings = warnings_new()};
    for (guint i = 0; i < drawn.figure->panels->len; i++)
        if (panel_of(drawn.figure, i)->experiment)
            swap_record(panel_of(drawn.figure, i));
    experiment_forget();
    drawn.scene = scene_new(drawn.figure, drawn.warnings, &drawn.error);
    return drawn;
}

static void drawn_release(Drawn *drawn)
{
    scene_free(drawn->scene);
    figure_free(drawn->figure);
    warnings_free(drawn->warnings);
    g_clear_error(&drawn->error);
    experiment_forget();
}

static const ScenePanel *scene_panel(const Drawn *drawn)
{
    g_assert_no_error(drawn->error);
    return g_ptr_array_index(drawn->scene->panels, 0);
}

static const SceneSeries *series_at(const Drawn *drawn, guint place)
{
    const GPtrArray *all = scene_panel(drawn)->series;
    for (guint i = 0; i < all->len; i++)
        if ((guint)((const SceneSeries *)g_ptr_array_index(all, i))->place == place)
            return g_ptr_array_index(all, i);
    g_assert_not_reached();
}

static Color theme_color(const Drawn *drawn, int index)
{
    return drawn->figure->theme->colors[index];
}

static void assert_color(Color color, Color expected)
{
    g_assert_cmpfloat(color.red, ==, expected.red);
    g_assert_cmpfloat(color.green, ==, expected.green);
    g_assert_cmpfloat(color.blue, ==, expected.blue);
}

/* ---- reading ---- */

/* Every default of every record can be read, within its own limits. */
static void test_defaults(void)
{
    for (const Experiment *const *each = experiments; *each; each++) {
        g_autofree char *text = g_strdup_printf("experiment: %s", (*each)->key);
        g_autoptr(Figure) figure = read_figure(text);
        const ExperimentSetup *setup = panel_of(figure, 0)->experiment->setup;
        g_assert_true(setup->experiment == *each);
        for (unsigned i = 0; (*each)->parameters[i].key; i++) {
            const ExperimentParameter *one = &(*each)->parameters[i];
            const ExperimentValue *value = &setup->values[i];
            g_test_message("%s %s", (*each)->key, one->key);
            g_assert_cmpuint(strlen(one->help), >, 3);
            g_assert_true((one->kind == PARAMETER_FUNCTIONS) ==
                          (value->functions != NULL));
            g_assert_true((one->kind == PARAMETER_NUMBERS ||
                           one->kind == PARAMETER_SPAN) == (value->numbers != NULL));
        }
    }
}

static void test_values(void)
{
    g_autoptr(Figure) figure = read_figure(
        "define: {soft: {formula: log1p(exp(beta*x))/beta, parameters: {beta: 2}}}\n"
        "panels:\n  - experiment: {run: gradient-norm, functions: [soft, {plot: "
        "LeakyReLU, "
        "label: L, color: '#102030'}], depth: 7, init: lecun}\n"
        "  - experiment: {run: variance_map, functions: soft, sigma_w: [1, 2*pi]}\n");
    const ExperimentSetup *setup = panel_of(figure, 0)->experiment->setup;
    const ExperimentSetup *map = panel_of(figure, 1)->experiment->setup;
    g_assert_cmpstr(setup->experiment->key, ==, "gradient_norm");
    g_assert_cmpint(experiment_whole(setup, "depth"), ==, 7);
    const ExperimentParameter *words = setup->experiment->parameters;
    while (strcmp(words->key, "init") != 0)
        words++;
    g_assert_cmpstr(words->words[experiment_whole(setup, "init")], ==, "lecun");
    const GArray *span = experiment_value(map, "sigma_w")->numbers;
    g_assert_cmpuint(experiment_value(map, "functions")->functions->len, ==, 1);
    g_assert_cmpuint(span->len, ==, 2);
    g_assert_cmpfloat(g_array_index(span, double, 1), ==, 2 * G_PI);
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    const ExperimentFunction *soft = g_ptr_array_index(functions, 0);
    const ExperimentFunction *leaky = g_ptr_array_index(functions, 1);
    g_assert_cmpstr(soft->text, ==, "soft");
    g_assert_cmpstr(figure->source + soft->place.start, !=, "");
    g_assert_true(g_str_has_prefix(figure->source + soft->place.start, "soft, {plot"));
    g_assert_false(soft->has_color);
    g_assert_nonnull(leaky->formula);
    g_assert_cmpstr(leaky->label, ==, "L");
    g_assert_true(leaky->has_color);
}

/* ---- shapes ---- */

static bool give_lines(ExperimentResult *result, const ExperimentFunction **fault,
                       const ExperimentSetup *setup, GError **error)
{
    (void)fault, (void)setup, (void)error;
    result->title = g_strdup("Given title");
    result->subtitle = g_strdup("given subtitle");
    result->x_label = g_strdup("layer");
    result->y_label = g_strdup("norm");
    result->x_is_whole = result->y_is_log = true;
    ExperimentSeries *measured =
        experiment_add_series(result, RESULT_LINE, 0, "measured");
    ExperimentSeries *again = experiment_add_series(result, RESULT_LINE, 0, NULL);
    ExperimentSeries *theory = experiment_add_series(result, RESULT_LINE, 1, "theory");
    ExperimentSeries *points = experiment_add_series(result, RESULT_POINTS, 1, NULL);
    ExperimentSeries *steps = experiment_add_series(result, RESULT_STEPS, 2, "steps");
    theory->is_theory = true;
    for (int x = 1; x <= 3; x++) {
        experiment_add_banded(measured, x, x * 0.5, x, x * 2.0);
        experiment_add_point(again, x, x == 2 ? NAN : 10.0 * x);
        experiment_add_point(theory, x, 1);
        experiment_add_point(points, x, 5);
        experiment_add_point(steps, x, x);
    }
    return true;
}

static void test_lines(void)
{
    probe = give_lines;
    Drawn drawn = draw("experiment: {run: iteration, functions: [relu, tanh]}\n"
                       "curves: [x, {plot: x^2}]\nlines: [{y: 50}]\n");
    const ScenePanel *panel = scene_panel(&drawn);
    g_assert_cmpuint(panel->series->len, ==, 7);
    const SceneSeries *measured = series_at(&drawn, 0), *again = series_at(&drawn, 1);
    const SceneSeries *theory = series_at(&drawn, 2), *points = series_at(&drawn, 3);
    g_assert_cmpstr(measured->label.plain, ==, "measured");
    g_assert_cmpuint(measured->bands->len, ==, 1);
    g_assert_cmpstr(again->label.plain, ==, "measured (2)");
    g_assert_false(again->in_legend);
    assert_color(again->color, measured->color);
    assert_color(measured->color, theme_color(&drawn, 0));
    assert_color(theory->color, theme_color(&drawn, 1));
    g_assert_cmpint(measured->dash.count, ==, 0);
    g_assert_cmpint(theory->dash.count, ==, 2);
    g_assert_cmpuint(points->markers->len, ==, 3);
    g_assert_cmpfloat(points->width_pt, ==, 0);
    const ScenePiece *staircase = g_ptr_array_index(series_at(&drawn, 4)->pieces, 0);
    g_assert_cmpuint(staircase->points->len, ==, 5);
    g_assert_cmpfloat(g_array_index(staircase->points, Point, 1).y, ==, 1);
    /* The panel's own curves go on where the result ended. */
    assert_color(series_at(&drawn, 5)->color, theme_color(&drawn, 3));
    assert_color(series_at(&drawn, 6)->color, theme_color(&drawn, 4));
    g_assert_cmpuint(panel->lines->len, ==, 1);
    g_assert_cmpuint(warnings_count(drawn.warnings), ==, 1);
    g_assert_cmpstr(
        warnings_get(drawn.warnings, 0), ==,
        "'measured (2)' has gaps, from x = 2 on: values are 0 or not finite");
    drawn_release(&drawn);
}

static void assert_whole_ticks(const SceneAxis *axis)
{
    g_assert_cmpuint(axis->ticks->len, >, 1);
    for (guint i = 0; i < axis->ticks->len; i++) {
        double value = g_array_index(axis->ticks, SceneTick, i).value;
        g_assert_cmpfloat(value, ==, floor(value));
    }
}

/* Proposals hold where the figure says nothing. */
static void test_proposals(void)
{
    probe = give_lines;
    Drawn drawn = draw("experiment: iteration\n");
    const ScenePanel *panel = scene_panel(&drawn);
    g_assert_cmpstr(drawn.scene->title.plain, ==, "Given title");
    g_assert_cmpstr(drawn.scene->subtitle.plain, ==, "given subtitle");
    g_assert_cmpstr(panel->x.label.plain, ==, "layer");
    g_assert_cmpstr(panel->y.label.plain, ==, "norm");
    g_assert_cmpint(panel->y.scale.kind, ==, SCALE_LOG);
    g_assert_cmpint(panel->x.scale.kind, ==, SCALE_LINEAR);
    assert_whole_ticks(&panel->x);
    g_assert_nonnull(
        strstr(drawn.scene->description, "measured, theory and steps for"));
    drawn_release(&drawn);

    drawn = draw("title: Own\nsubtitle: ''\nx: {label: depth}\n"
                 "y: {scale: linear, label: ''}\nexperiment: iteration\n");
    panel = scene_panel(&drawn);
    g_assert_cmpstr(drawn.scene->title.plain, ==, "Own");
    g_assert_cmpstr(drawn.scene->subtitle.plain, ==, "");
    g_assert_cmpstr(panel->x.label.plain, ==, "depth");
    g_assert_cmpstr(panel->y.label.plain, ==, "");
    g_assert_cmpint(panel->y.scale.kind, ==, SCALE_LINEAR);
    drawn_release(&drawn);

    drawn = draw("panels:\n  - experiment: iteration\n"
                 "  - {experiment: iteration, title: Second}\n");
    g_assert_cmpstr(drawn.scene->title.plain, ==, "");
    g_assert_cmpstr(scene_panel(&drawn)->title.plain, ==, "Given title");
    panel = g_ptr_array_index(drawn.scene->panels, 1);
    g_assert_cmpstr(panel->title.plain, ==, "Second");
    g_assert_cmpstr(panel->subtitle.plain, ==, "given subtitle");
    drawn_release(&drawn);
}

/* Functions take the colours that the figure gives them; beside a second y axis all of
 * the first one has one colour. */
static void test_colors(void)
{
    probe = give_lines;
    Drawn drawn =
        draw("experiment: {run: iteration, functions: [{plot: relu, color: lime}, "
             "{plot: tanh, color: red, label: theory}]}\n");
    assert_color(series_at(&drawn, 0)->color, theme_color(&drawn, 0));
    assert_color(series_at(&drawn, 2)->color, (Color){1, 0, 0, 1});
    assert_color(series_at(&drawn, 3)->color, (Color){1, 0, 0, 1});
    drawn_release(&drawn);

    drawn = draw("experiment: iteration\ncurves: [{plot: x, axis: y2}]\n");
    for (guint i = 0; i < 5; i++)
        assert_color(series_at(&drawn, i)->color, theme_color(&drawn, 0));
    assert_color(series_at(&drawn, 5)->color, theme_color(&drawn, 1));
    g_assert_cmpint(series_at(&drawn, 0)->dash.count, ==, 0);
    g_assert_cmpint(series_at(&drawn, 4)->dash.count, >, 0);
    drawn_release(&drawn);

    /* Where measurements are dashed too, theory is the thinner line. */
    drawn = draw("theme: paper\nexperiment: iteration\n");
    g_assert_cmpfloat(series_at(&drawn, 2)->width_pt, <,
                      series_at(&drawn, 0)->width_pt / 2);
    drawn_release(&drawn);
}

static bool give_bars(ExperimentResult *result, const ExperimentFunction **fault,
                      const ExperimentSetup *setup, GError **error)
{
    (void)fault, (void)setup, (void)error;
    result->names = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(result->names, g_strdup("first"));
    g_ptr_array_add(result->names, g_strdup("second"));
    for (int i = 0; i < 2; i++) {
        ExperimentSeries *bars =
            experiment_add_series(result, RESULT_BARS, i, i ? "slow" : "fast");
        experiment_add_point(bars, 0, 1 + i);
        experiment_add_point(bars, 1, 3 + i);
    }
    return true;
}

static void test_bars(void)
{
    probe = give_bars;
    Drawn drawn = draw("experiment: iteration\n");
    const ScenePanel *panel = scene_panel(&drawn);
    g_assert_cmpuint(series_at(&drawn, 0)->bars->len, ==, 2);
    const SceneBar *last = &g_array_index(series_at(&drawn, 1)->bars, SceneBar, 1);
    g_assert_cmpfloat(last->high, ==, 4);
    g_assert_true(panel->x.named);
    g_assert_cmpstr(g_array_index(panel->x.ticks, SceneTick, 1).label, ==, "second");
    drawn_release(&drawn);
}

static bool give_bins(ExperimentResult *result, const ExperimentFunction **fault,
                      const ExperimentSetup *setup, GError **error)
{
    (void)fault, (void)setup, (void)error;
    ExperimentSeries *bins = experiment_add_series(result, RESULT_BINS, 0, "outputs");
    const Point edges[] = {{-1, 0.5}, {0, 2}, {0.5, 1}, {1, NAN}};
    for (size_t i = 0; i < G_N_ELEMENTS(edges); i++)
        experiment_add_point(bins, edges[i].x, edges[i].y);
    return true;
}

static void test_bins(void)
{
    probe = give_bins;
    Drawn drawn = draw("experiment: iteration\ncurves: [x]\n");
    const SceneSeries *bins = series_at(&drawn, 0);
    g_assert_cmpuint(bins->bars->len, ==, 3);
    const SceneBar *middle = &g_array_index(bins->bars, SceneBar, 1);
    g_assert_cmpfloat(middle->left, ==, 0);
    g_assert_cmpfloat(middle->right, ==, 0.5);
    g_assert_cmpfloat(middle->high, ==, 2);
    g_assert_true(bins->in_legend);
    assert_color(series_at(&drawn, 1)->color, theme_color(&drawn, 1));
    drawn_release(&drawn);
}

/* ---- grids ---- */

static bool is_log;

static bool give_grid(ExperimentResult *result, const ExperimentFunction **fault,
                      const ExperimentSetup *setup, GError **error)
{
    (void)fault, (void)setup, (void)error;
    ExperimentGrid *grid = experiment_add_grid(result, 4, 2);
    grid->left = 10;
    grid->right = 14;
    grid->bottom = -1;
    grid->top = 1;
    grid->is_log = is_log;
    grid->center = 4;
    grid->label = g_strdup("height");
    for (int i = 0; i < 8; i++)
        grid->values[i] = i + 1;
    return true;
}

static double value_at(const SceneField *field, double across, double up)
{
    g_autofree double *row = g_new(double, (gsize)field->columns);
    scene_field_row(field, (int)(up * field->rows), row);
    return row[(int)(across * field->columns)];
}

static void test_grid(void)
{
    probe = give_grid;
    is_log = true;
    Drawn drawn = draw("experiment: iteration\n");
    const SceneField *field = scene_panel(&drawn)->field;
    g_assert_nonnull(field);
    g_assert_cmpint(field->columns, ==, 4);
    g_assert_cmpint(field->rows, ==, 2);
    g_assert_cmpfloat(field->left, ==, 10);
    g_assert_cmpfloat(field->top, ==, 1);
    g_assert_cmpfloat(value_at(field, 0.3, 0.6), ==, 6);
    g_assert_cmpint(field->bar.scale.kind, ==, SCALE_LOG);
    g_assert_cmpstr(field->bar.label.plain, ==, "height");
    drawn_release(&drawn);

    is_log = false; /* then about its centre */
    drawn = draw("experiment: iteration\nheatmap: {label: own, bar: false}\n");
    field = scene_panel(&drawn)->field;
    g_assert_cmpfloat(field->bar.scale.low + field->bar.scale.high, ==, 8);
    g_assert_cmpstr(field->bar.label.plain, ==, "own");
    g_assert_false(field->show_bar);
    drawn_release(&drawn);

    drawn = draw("experiment: iteration\nheatmap: {scale: linear, contours: [4]}\n");
    field = scene_panel(&drawn)->field;
    g_assert_cmpfloat(field->bar.scale.low, ==, 1);
    g_assert_cmpuint(field->contours->len, ==, 1);
    drawn_release(&drawn);
}

/* A part of a grid, and what lies beside it. */
static void test_grid_part(void)
{
    probe = give_grid;
    Drawn drawn = draw("experiment: iteration\nx: [9, 13]\ny: [-1, 0]\n"
                       "insets: [{x: [11, 12], y: [-1, 1], at: top-right}]\n");
    const SceneField *field = scene_panel(&drawn)->field;
    g_assert_true(isnan(value_at(field, 0.2, 0.5)));
    /* x 10.5 is the middle of the first cell, 11 lies between it and the second. */
    g_assert_cmpfloat(fabs(value_at(field, 0.375, 0.4) - 1), <, 0.02);
    g_assert_cmpfloat(fabs(value_at(field, 0.5, 0.4) - 1.5), <, 0.02);
    const SceneInset *inset = g_ptr_array_index(scene_panel(&drawn)->insets, 0);
    g_assert_nonnull(inset->panel->field);
    g_assert_cmpfloat(fabs(value_at(inset->panel->field, 0.5, 0.9) - 6), <, 0.02);
    drawn_release(&drawn);
}

/* Cells are even in x, whatever the axis: 12, the middle of four, is at log2(1.2)/
 * log2(1.4) of a logarithmic one. */
static void test_grid_log(void)
{
    probe = give_grid;
    Drawn drawn = draw("experiment: iteration\nx: {scale: log}\n");
    const SceneField *field = scene_panel(&drawn)->field;
    g_assert_cmpint(field->x.kind, ==, SCALE_LOG);
    g_assert_cmpfloat(fabs(value_at(field, log(1.2) / log(1.4), 0.1) - 2.5), <, 0.02);
    g_assert_cmpfloat(fabs(value_at(field, log(1.1) / log(1.4), 0.1) - 1.5), <, 0.02);
    drawn_release(&drawn);
}

static void test_grid_faults(void)
{
    probe = give_grid;
    Drawn drawn = draw("experiment: iteration\nheatmap: x*y\n");
    g_assert_null(drawn.scene);
    g_assert_true(g_str_has_prefix(drawn.error->message, "test.yaml:1:13: this exper"));
    drawn_release(&drawn);

    probe = give_lines;
    drawn = draw("experiment: iteration\nheatmap: {palette: magma}\n");
    g_assert_null(drawn.scene);
    g_assert_nonnull(strstr(drawn.error->message, "gives no heat map"));
    drawn_release(&drawn);

    drawn = draw("x: [1, 2]\nexperiment: iteration\nheatmap: x*y\n");
    g_assert_nonnull(scene_panel(&drawn)->field);
    drawn_release(&drawn);
}

/* ---- faults and checks ---- */

static bool names_function;

static bool fail(ExperimentResult *result, const ExperimentFunction **fault,
                 const ExperimentSetup *setup, GError **error)
{
    (void)result;
    if (names_function)
        *fault = g_ptr_array_index(setup->values[0].functions, 1);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "it cannot be done");
    return false;
}

static void test_faults(void)
{
    probe = fail;
    names_function = true;
    Drawn drawn = draw("experiment: {run: iteration, functions: [tanh, x*tanh(x)]}\n");
    g_assert_null(drawn.scene);
    g_assert_true(
        g_str_has_prefix(drawn.error->message, "test.yaml:1:48: it cannot be done"));
    g_assert_true(g_str_has_suffix(drawn.error->message, " ^~~~~~~~~"));
    drawn_release(&drawn);

    names_function = false;
    drawn = draw("experiment: {run: iteration, functions: [tanh, relu]}\n");
    g_assert_true(
        g_str_has_prefix(drawn.error->message, "test.yaml:1:19: it cannot be done"));
    drawn_release(&drawn);
}

/* A check runs nothing, and finds no fault in what stands beside a result. */
static void test_check(void)
{
    const char *text = "experiment: iteration\nheatmap: {palette: magma}\n"
                       "lines: [{x: 900}]\nmarks: [{at: 1, of: measured}]\n";
    g_autoptr(Figure) figure = read_figure(text);
    g_autoptr(Warnings) warnings = warnings_new();
    GError *error = NULL;
    swap_record(panel_of(figure, 0));
    figure->checks_only = true;
    runs = 0;
    g_autoptr(Scene) scene = scene_new(figure, warnings, &error);
    g_assert_no_error(error);
    g_assert_nonnull(scene);
    g_assert_cmpint(runs, ==, 0);
    g_assert_cmpuint(warnings_count(warnings), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outcome/defaults", test_defaults);
    g_test_add_func("/outcome/values", test_values);
    g_test_add_func("/outcome/lines", test_lines);
    g_test_add_func("/outcome/proposals", test_proposals);
    g_test_add_func("/outcome/colors", test_colors);
    g_test_add_func("/outcome/bars", test_bars);
    g_test_add_func("/outcome/bins", test_bins);
    g_test_add_func("/outcome/grid", test_grid);
    g_test_add_func("/outcome/grid-part", test_grid_part);
    g_test_add_func("/outcome/grid-log", test_grid_log);
    g_test_add_func("/outcome/grid-faults", test_grid_faults);
    g_test_add_func("/outcome/faults", test_faults);
    g_test_add_func("/outcome/check", test_check);
    return g_test_run();
}
