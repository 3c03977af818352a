/* test-readback.c - what csv and data.json write is read back to the same picture. */
#include "backend/backend.h"
#include "made.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static void write_scene(const Made *made, const char *format, const char *path)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    const Backend *backend = backend_find(format);

    g_assert_true(
        backend->write_scene(made->scene, &backend_options_default, out, NULL, NULL));
    g_assert_true(
        g_file_set_contents(path, (const char *)out->data, (gssize)out->len, NULL));
}

static void compare(double a, double b)
{
    g_assert_cmpfloat(fabs(a - b), <=, 1e-15 * fmax(fabs(a), fabs(b)));
}

static void compare_points(const GArray *a, const GArray *b)
{
    g_assert_cmpuint(a->len, ==, b->len);
    for (guint i = 0; i < a->len; i++) {
        compare(g_array_index(a, Point, i).x, g_array_index(b, Point, i).x);
        compare(g_array_index(a, Point, i).y, g_array_index(b, Point, i).y);
    }
}

static void compare_series(const SceneSeries *a, const SceneSeries *b)
{
    g_assert_cmpuint(a->pieces->len, ==, b->pieces->len);
    g_assert_cmpuint(a->bands->len, ==, b->bands->len);
    for (guint i = 0; i < a->pieces->len; i++)
        compare_points(((const ScenePiece *)g_ptr_array_index(a->pieces, i))->points,
                       ((const ScenePiece *)g_ptr_array_index(b->pieces, i))->points);
    for (guint i = 0; i < a->bands->len; i++) {
        const SceneBand *one = g_ptr_array_index(a->bands, i);
        const SceneBand *other = g_ptr_array_index(b->bands, i);
        compare_points(one->low, other->low);
        compare_points(one->high, other->high);
    }
    compare_points(a->markers, b->markers);
}

static void compare_scenes(const Scene *a, const Scene *b)
{
    g_assert_cmpuint(a->panels->len, ==, b->panels->len);
    for (guint i = 0; i < a->panels->len; i++) {
        const ScenePanel *one = g_ptr_array_index(a->panels, i);
        const ScenePanel *other = g_ptr_array_index(b->panels, i);
        g_assert_cmpuint(one->series->len, ==, other->series->len);
        for (guint k = 0; k < one->series->len; k++)
            compare_series(g_ptr_array_index(one->series, k),
                           g_ptr_array_index(other->series, k));
    }
}

#define RANGES "x: {range: [-3, 3]}\ny: {range: [-1.5, 2.5]}\npanels:\n"

/* The jump makes two pieces, the pole many, tan leaves the frame and comes back. */
static const char *const original =
    RANGES "  - curves:\n"
           "      - relu'\n"
           "      - {plot: tan(3*x), label: \"t, \\\"u\\\"\"}\n"
           "      - {plot: gelu, band: [gelu - 0.3, gelu + exp(x)/8]}\n"
           "  - curves:\n"
           "      - {points: [[-1, 0], [0, 1/3], [2, 0.1]], style: points, label: p}\n"
           "      - silu\n";

/* What reads FILE; `relu'` is called ReLU′. */
static const char *const again = RANGES
    "  - curves:\n"
    "      - {data: FILE, where: {panel: 1, curve: ReLU′}, x: x, y: Y}\n"
    "      - {data: FILE, where: {panel: 1, curve: \"t, \\\"u\\\"\"}, y: Y}\n"
    "      - {data: FILE, where: {panel: 1, curve: GELU}, y: Y, band: [low, high]}\n"
    "  - curves:\n"
    "      - {data: FILE, where: {panel: 2, curve: p}, y: Y, style: points}\n"
    "      - {data: FILE, where: {panel: 2, curve: SiLU}, y: Y}\n";

static void check(const char *format, const char *y)
{
    g_autofree char *folder = g_dir_make_tmp("actplot-back-XXXXXX", NULL);
    g_autofree char *name = g_strconcat("back.", format, NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    GString *text = g_string_new(again);
    Made first = made_new(original), second;

    write_scene(&first, format, path);
    g_string_replace(text, "FILE", path, 0);
    g_string_replace(text, "y: Y", y, 0);
    second = made_new(text->str);
    compare_scenes(first.scene, second.scene);
    made_release(&first);
    made_release(&second);
    g_string_free(text, TRUE);
    g_remove(path);
    g_rmdir(folder);
}

static void test_csv(void)
{
    check("csv", "y: f");
}

static void test_data(void)
{
    check("data.json", "y: y");
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/readback/csv", test_csv);
    g_test_add_func("/readback/data", test_data);
    return g_test_run();
}
