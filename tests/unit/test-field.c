/* test-field.c - heat maps in the scene: samples, colours, contour lines. */
#include "activation/activation.h"
#include "scene/scene.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static Scene *make(const char *text, Warnings *warnings)
{
    GError *error = NULL;
    Figure *figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    Scene *scene = scene_new(figure, warnings, &error);
    g_assert_no_error(error);
    scene->theme = NULL; /* the figure's, which goes */
    figure_free(figure);
    return scene;
}

static const SceneField *field_of(const Scene *scene)
{
    return ((const ScenePanel *)g_ptr_array_index(scene->panels, 0))->field;
}

static double value_at(const SceneField *field, int column, int row)
{
    g_autofree double *values = g_new(double, (gsize)field->columns);
    scene_field_row(field, row, values);
    return values[column];
}

/* Samples stand in the middles of cells, rows from the bottom. */
static void test_samples(void)
{
    g_autoptr(Scene) scene = make("x: {range: [0, 4]}\ny: {range: [-1, 1]}\n"
                                  "heatmap: {z: 10*x + y, samples: [4, 2]}",
                                  NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpint(field->columns, ==, 4);
    g_assert_cmpint(field->rows, ==, 2);
    g_assert_cmpfloat_with_epsilon(value_at(field, 0, 0), 4.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(value_at(field, 3, 0), 34.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(value_at(field, 0, 1), 5.5, 1e-12);
    /* The colours reach over what the frame's edges have. */
    g_assert_cmpfloat_with_epsilon(field->bar.scale.low, -1, 1e-12);
    g_assert_cmpfloat_with_epsilon(field->bar.scale.high, 41, 1e-12);
    g_assert_false(field->below || field->above);
}

static void test_log_axes(void)
{
    g_autoptr(Scene) scene =
        make("x: {range: [1, 100], scale: log}\ny: {range: [0, 2]}\n"
             "heatmap: {z: log(x), samples: [2, 2]}",
             NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpfloat_with_epsilon(value_at(field, 0, 0), log(sqrt(10)), 1e-12);
    g_assert_cmpfloat_with_epsilon(value_at(field, 1, 1), log(10 * sqrt(10)), 1e-12);
}

static void test_values(void)
{
    g_autoptr(Scene) scene = make("heatmap: {values: [[1, 2, 3], [4, 5, 6]]}", NULL);
    const SceneField *field = field_of(scene);
    g_assert_false(field->smooth);
    g_assert_cmpfloat(value_at(field, 0, 0), ==, 1);
    g_assert_cmpfloat(value_at(field, 2, 1), ==, 6);
    g_assert_cmpfloat(field->left, ==, 0.5);
    g_assert_cmpfloat(field->right, ==, 3.5);
    g_assert_cmpfloat(field->top, ==, 2.5);
}

/* A row of the file is a row of cells; more columns than are read at a time. */
static void test_file(void)
{
    enum { COLUMNS = 70, ROWS = 3 };
    g_autofree char *folder = g_dir_make_tmp("field-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "grid.csv", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            g_string_append_printf(text, "%d%c", 100 * row + column,
                                   column + 1 < COLUMNS ? ',' : '\n');
    g_assert_true(g_file_set_contents(path, text->str, -1, NULL));
    g_autofree char *figure = g_strdup_printf("heatmap: {data: %s}", path);
    g_autoptr(Scene) scene = make(figure, NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpint(field->columns, ==, COLUMNS);
    g_assert_cmpint(field->rows, ==, ROWS);
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            g_assert_cmpfloat(value_at(field, column, row), ==, 100 * row + column);
    g_assert_cmpint(remove(path), ==, 0);
    g_assert_cmpint(remove(folder), ==, 0);
}

/* A pole does not leave all the rest in one colour, and the bar tells so. */
static void test_outliers(void)
{
    g_autoptr(Scene) scene =
        make("x: {range: [-3, 3]}\ny: {range: [-3, 3]}\nheatmap: 1/(x^2 + y^2)", NULL);
    const SceneField *field = field_of(scene);
    g_assert_true(field->above);
    g_assert_false(field->below);
    g_assert_cmpfloat(field->bar.scale.high, <, 20);
    g_assert_cmpfloat(field->bar.scale.high, >, 1);
}

static void test_diverging(void)
{
    g_autoptr(Scene) scene = make("x: {range: [0, 1]}\ny: {range: [-1, 3]}\n"
                                  "heatmap: {z: y, scale: diverging, center: 1}",
                                  NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpfloat_with_epsilon(field->bar.scale.low, -1, 1e-12);
    g_assert_cmpfloat_with_epsilon(field->bar.scale.high, 3, 1e-12);
    g_autoptr(Scene) wide = make("x: {range: [0, 1]}\ny: {range: [-1, 3]}\n"
                                 "heatmap: {z: y, scale: diverging, range: [-1, 3]}",
                                 NULL);
    /* The neutral colour is at 0, a quarter of the way; the pace is the same on both
     * sides, so the low end is not the palette's. */
    const Color *one = field->colors, *other = field_of(wide)->colors;
    g_assert_true(other[64].red > 0.9 && other[64].green > 0.9);
    g_assert_cmpfloat(other[0].red, >, one[0].red + 0.3);
    g_assert_true(color_equal(other[255], one[255]));
}

static void test_log_colors(void)
{
    Warnings *warnings = warnings_new();
    g_autoptr(Scene) scene = make("x: {range: [-1, 1]}\ny: {range: [0, 1]}\n"
                                  "heatmap: {z: x, scale: log}",
                                  warnings);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_cmpfloat(field_of(scene)->bar.scale.low, >, 0);
    warnings_free(warnings);

    const char *text = "heatmap: {z: -1 - x^2, scale: log}";
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure =
        figure_parse(text, strlen(text), "test.yaml", &activation_scope, NULL, &error);
    g_assert_null(scene_new(figure, NULL, &error));
    g_assert_nonnull(strstr(error->message, "none is above 0"));
}

static GPtrArray *pieces_of(const SceneField *field, guint level)
{
    return ((SceneContour *)g_ptr_array_index(field->contours, level))->pieces;
}

static const ScenePiece *piece_of(const SceneField *field, guint level, guint index)
{
    return g_ptr_array_index(pieces_of(field, level), index);
}

static Point point_of(const ScenePiece *piece, guint index)
{
    return g_array_index(piece->points, Point, index);
}

/* A circle is one closed line, each vertex on it far closer than a cell's size. */
static void test_circle(void)
{
    g_autoptr(Scene) scene = make("x: {range: [-3, 3]}\ny: {range: [-3, 3]}\n"
                                  "heatmap: {z: x^2 + y^2, contours: [4], samples: 8}",
                                  NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpuint(pieces_of(field, 0)->len, ==, 1);
    const ScenePiece *piece = piece_of(field, 0, 0);
    guint count = piece->points->len;
    g_assert_cmpuint(count, >, 20);
    g_assert_cmpfloat(point_of(piece, 0).x, ==, point_of(piece, count - 1).x);
    g_assert_cmpfloat(point_of(piece, 0).y, ==, point_of(piece, count - 1).y);
    for (guint i = 0; i < count; i++) {
        Point at = point_of(piece, i);
        g_assert_cmpfloat_with_epsilon(hypot(at.x, at.y), 2, 1e-4);
    }
}

/* Open lines end at the frame; the four arms of a saddle join as its centre says. */
static void test_saddle(void)
{
    static const struct {
        const char *z;
        double level, sum; /* of x and y of a line's ends */
    } cases[] = {{"x*y", 0.01, 0}, {"x*y", -0.01, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text =
            g_strdup_printf("x: {range: [-1, 1]}\ny: {range: [-1, 1]}\n"
                            "heatmap: {z: \"%s\", contours: [%g]}",
                            cases[i].z, cases[i].level);
        g_autoptr(Scene) scene = make(text, NULL);
        const SceneField *field = field_of(scene);
        g_assert_cmpuint(pieces_of(field, 0)->len, ==, 2);
        for (guint k = 0; k < 2; k++) {
            const ScenePiece *piece = piece_of(field, 0, k);
            Point first = point_of(piece, 0);
            Point last = point_of(piece, piece->points->len - 1);
            /* A branch of the hyperbola stays in its quadrant. */
            g_assert_cmpfloat(first.x * last.x, >, 0);
            g_assert_cmpfloat(first.y * last.y, >, 0);
            g_assert_cmpfloat_with_epsilon(fmax(fabs(first.x), fabs(first.y)), 1, 1e-9);
            g_assert_cmpfloat_with_epsilon(first.x * first.y, cases[i].level, 1e-4);
        }
    }
}

/* The two ways through a single cell, told apart by its centre only. */
static void test_saddle_cell(void)
{
    static const struct {
        const char *level;
        double side; /* of the lines' middles: x*y */
    } cases[] = {{"4.5", 1}, {"5.5", -1}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strdup_printf(
            "heatmap: {values: [[10, 0], [0, 10]], contours: [%s]}", cases[i].level);
        g_autoptr(Scene) scene = make(text, NULL);
        const SceneField *field = field_of(scene);
        g_assert_cmpuint(pieces_of(field, 0)->len, ==, 2);
        const ScenePiece *piece = piece_of(field, 0, 0);
        Point a = point_of(piece, 0), b = point_of(piece, piece->points->len - 1);
        /* Cell corners are at 1 and 2; a line cuts off a high or a low corner. */
        double middle = ((a.x + b.x) / 2 - 1.5) * ((a.y + b.y) / 2 - 1.5);
        g_assert_cmpfloat(middle * cases[i].side, <, 0);
    }
}

/* No line runs along a pole. */
static void test_pole(void)
{
    g_autoptr(Scene) scene = make("x: {range: [-1.013, 1]}\ny: {range: [0, 1]}\n"
                                  "heatmap: {z: 1/x, contours: [0, 2]}",
                                  NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpuint(pieces_of(field, 0)->len, ==, 0);
    g_assert_cmpuint(pieces_of(field, 1)->len, ==, 1);
    g_assert_cmpfloat_with_epsilon(point_of(piece_of(field, 1, 0), 0).x, 0.5, 1e-4);
}

static void test_blank(void)
{
    g_autoptr(Scene) scene =
        make("x: {range: [-2, 2]}\ny: {range: [-2, 2]}\n"
             "heatmap: {z: \"sqrt(1 - x^2 - y^2)\", contours: [0.5]}",
             NULL);
    const SceneField *field = field_of(scene);
    g_assert_true(isnan(value_at(field, 0, 0)));
    g_assert_cmpuint(pieces_of(field, 0)->len, ==, 1);
}

static void test_levels(void)
{
    g_autoptr(Scene) scene = make("x: {range: [0, 1]}\ny: {range: [0, 1]}\n"
                                  "heatmap: {z: 10*x, contours: 5}",
                                  NULL);
    const SceneField *field = field_of(scene);
    g_assert_cmpuint(field->contours->len, >=, 3);
    g_assert_cmpuint(field->contours->len, <=, 6);
    for (guint i = 0; i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        const ScenePiece *piece = g_ptr_array_index(contour->pieces, 0);
        /* A straight line is two points. */
        g_assert_cmpuint(piece->points->len, <=, 3);
        g_assert_cmpfloat_with_epsilon(point_of(piece, 0).x, contour->level / 10, 1e-4);
        g_assert_nonnull(contour->label);
    }
}

/* A zoom into a heat map has its colours and its levels. */
static void test_inset(void)
{
    g_autoptr(Scene) scene =
        make("x: {range: [-4, 4]}\ny: {range: [-4, 4]}\n"
             "heatmap: {z: x*y, contours: [1]}\n"
             "insets: [{x: {range: [0.5, 1.5]}, y: {range: [0.5, 1.5]}}]",
             NULL);
    const ScenePanel *panel = g_ptr_array_index(scene->panels, 0);
    g_assert_cmpuint(panel->insets->len, ==, 1);
    const SceneInset *inset = g_ptr_array_index(panel->insets, 0);
    const SceneField *field = inset->panel->field;
    g_assert_nonnull(field);
    g_assert_true(inset->is_zoom);
    g_assert_false(field->show_bar);
    g_assert_cmpfloat(field->bar.scale.low, ==, panel->field->bar.scale.low);
    g_assert_cmpfloat(field->bar.scale.high, ==, panel->field->bar.scale.high);
    g_assert_cmpuint(pieces_of(field, 0)->len, ==, 1);
    g_assert_cmpfloat(field->right, ==, 1.5);
}

/* Lines stand where the grid can follow the field: left of 1, and hardly elsewhere. */
static void test_contours_of_waves(void)
{
    static const char *const tame[] = {"sin(6*x*y)", "tan(x*y)", "x*y > 0 ? 1 : -1",
                                       "floor(2*x) + floor(3*y)"};
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Scene) scene =
        make("x: {range: [0, 3]}\ny: {range: [0, 3]}\n"
             "heatmap: {z: \"x < 1 ? x : sin(300*x*y)\", contours: [0.5]}",
             warnings);
    const GPtrArray *pieces = pieces_of(field_of(scene), 0);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "oscillates faster than"));
    /* Without care there are 2749; the line at 0.5 is one of them. */
    g_assert_cmpuint(pieces->len, >=, 1);
    g_assert_cmpuint(pieces->len, <, 28);
    for (unsigned i = 0; i < G_N_ELEMENTS(tame); i++) {
        g_autofree char *text =
            g_strdup_printf("x: {range: [-3, 3]}\ny: {range: [-3, 3]}\n"
                            "heatmap: {z: \"%s\", contours: 3}",
                            tame[i]);
        g_autoptr(Warnings) none = warnings_new();
        g_autoptr(Scene) still = make(text, none);
        g_assert_cmpuint(warnings_count(none), ==, 0);
        g_assert_cmpuint(field_of(still)->contours->len, >, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/field/samples", test_samples);
    g_test_add_func("/field/log-axes", test_log_axes);
    g_test_add_func("/field/values", test_values);
    g_test_add_func("/field/file", test_file);
    g_test_add_func("/field/outliers", test_outliers);
    g_test_add_func("/field/diverging", test_diverging);
    g_test_add_func("/field/log-colors", test_log_colors);
    g_test_add_func("/field/circle", test_circle);
    g_test_add_func("/field/saddle", test_saddle);
    g_test_add_func("/field/saddle-cell", test_saddle_cell);
    g_test_add_func("/field/pole", test_pole);
    g_test_add_func("/field/blank", test_blank);
    g_test_add_func("/field/levels", test_levels);
    g_test_add_func("/field/inset", test_inset);
    g_test_add_func("/field/contours-of-waves", test_contours_of_waves);
    return g_test_run();
}
