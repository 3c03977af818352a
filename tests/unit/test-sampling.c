/* test-sampling.c - drawn lines against the functions they draw. */
#include "scene/parts.h"
#include "scene/sampling.h"

#include <float.h>
#include <glib.h>
#include <math.h>

/* The promise, in pixels of a page 1000 wide. */
static const double PROMISE = 0.05;

enum { DENSE = 400000 };

/* A function to draw: f and its slope, and where it switches. */
typedef struct {
    const char *name;
    double (*f)(double x);
    double (*df)(double x);
    Scale x, y;
    Switch switches[4];
    unsigned switch_count;
    unsigned fewest, most; /* points in all */
    unsigned pieces;
} Case;

static double relu(double x)
{
    return x > 0 ? x : 0;
}

static double relu_slope(double x)
{
    return x > 0;
}

static double line(double x)
{
    return 0.5 * x - 1;
}

static double line_slope(double x)
{
    (void)x;
    return 0.5;
}

static double normal_cdf(double x)
{
    return 0.5 * erfc(-x * M_SQRT1_2);
}

static double gelu(double x)
{
    return x * normal_cdf(x);
}

static double gelu_slope(double x)
{
    return normal_cdf(x) + x * exp(-0.5 * x * x) / sqrt(2 * M_PI);
}

static double steep(double x)
{
    return tanh(1000 * (x - 0.1234));
}

static double steep_slope(double x)
{
    return 1000 / pow(cosh(1000 * (x - 0.1234)), 2);
}

static double reciprocal(double x)
{
    return 1 / x;
}

static double reciprocal_slope(double x)
{
    return -1 / (x * x);
}

static double log_slope(double x)
{
    return x > 0 ? 1 / x : NAN;
}

static double log_value(double x)
{
    return x >= 0 ? log(x) : NAN;
}

static double root(double x)
{
    return x >= 0 ? sqrt(x) : NAN;
}

static double root_slope(double x)
{
    return x >= 0 ? 0.5 / sqrt(x) : NAN;
}

static double fast(double x)
{
    return sin(40 * x);
}

static double fast_slope(double x)
{
    return 40 * cos(40 * x);
}

static double cube(double x)
{
    return x * x * x - 3 * x;
}

static double cube_slope(double x)
{
    return 3 * x * x - 3;
}

static double step(double x)
{
    return x > 0;
}

static double step_slope(double x)
{
    (void)x;
    return 0;
}

#define LINEAR(a, b)                                                                   \
    {                                                                                  \
        SCALE_LINEAR, a, b, 0                                                          \
    }
#define LOG(a, b)                                                                      \
    {                                                                                  \
        SCALE_LOG, a, b, 0                                                             \
    }

static const Case cases[] = {
    {"line", line, line_slope, LINEAR(-5, 5), LINEAR(-5, 5), {{.x = 0}}, 0, 2, 2, 1},
    {"relu",
     relu,
     relu_slope,
     LINEAR(-5, 5),
     LINEAR(-1.5, 5),
     {{.kind = SWITCH_KINK, .right = {.df = 1}}},
     1,
     3,
     3,
     1},
    {"gelu", gelu, gelu_slope, LINEAR(-5, 5), LINEAR(-1, 5), {{.x = 0}}, 0, 20, 119, 1},
    {"tanh", tanh, NULL, LINEAR(-5, 5), LINEAR(-1.1, 1.1), {{.x = 0}}, 0, 20, 119, 1},
    {"steep",
     steep,
     steep_slope,
     LINEAR(-5, 5),
     LINEAR(-2, 2),
     {{.x = 0}},
     0,
     4,
     60,
     1},
    {"reciprocal",
     reciprocal,
     reciprocal_slope,
     LINEAR(-5, 5),
     LINEAR(-5, 5),
     {{.kind = SWITCH_POLE,
       .left = {-INFINITY, -INFINITY, -INFINITY},
       .right = {INFINITY, -INFINITY, INFINITY},
       .at = {INFINITY, NAN, NAN}}},
     1,
     20,
     150,
     2},
    {"log",
     log_value,
     log_slope,
     LINEAR(-5, 5),
     LINEAR(-4, 2),
     {{.kind = SWITCH_POLE,
       .left = {NAN, NAN, NAN},
       .right = {-INFINITY, INFINITY, 0}}},
     1,
     10,
     100,
     1},
    {"root",
     root,
     root_slope,
     LINEAR(-5, 5),
     LINEAR(-1, 3),
     {{.kind = SWITCH_EDGE,
       .left = {NAN, NAN, NAN},
       .right = {0, INFINITY, -INFINITY}}},
     1,
     10,
     100,
     1},
    {"fast",
     fast,
     fast_slope,
     LINEAR(-5, 5),
     LINEAR(-1.1, 1.1),
     {{.x = 0}},
     0,
     500,
     9000,
     1},
    {"leaves",
     fast,
     fast_slope,
     LINEAR(-1, 1),
     LINEAR(-2, 0.5),
     {{.x = 0}},
     0,
     100,
     2000,
     13},
    {"cube", cube, cube_slope, LINEAR(-5, 5), LINEAR(-4, 4), {{.x = 0}}, 0, 20, 119, 1},
    {"exp", exp, exp, LINEAR(-5, 5), LINEAR(-10, 150), {{.x = 0}}, 0, 10, 119, 1},
    {"log-y", exp, exp, LINEAR(-5, 5), LOG(0.01, 10), {{.x = 0}}, 0, 2, 3, 1},
    {"relu-log-y",
     relu,
     relu_slope,
     LINEAR(-5, 5),
     LOG(0.01, 10),
     {{.kind = SWITCH_KINK, .right = {.df = 1}}},
     1,
     10,
     100,
     1},
    {"log-x",
     log_value,
     log_slope,
     LOG(0.001, 100),
     LINEAR(-5, 5),
     {{.x = 0}},
     0,
     2,
     3,
     1},
    {"gelu-log-x",
     gelu,
     gelu_slope,
     LOG(0.001, 100),
     LOG(1e-4, 10),
     {{.x = 0}},
     0,
     3,
     100,
     1},
    {"step",
     step,
     step_slope,
     LINEAR(-5, 5),
     LINEAR(-1, 2),
     {{.kind = SWITCH_JUMP, .right = {.f = 1}}},
     1,
     4,
     4,
     2},
};

static void evaluate(const void *data, const double *x, size_t n, double *f, double *df)
{
    const Case *one = data;
    for (size_t i = 0; i < n; i++) {
        f[i] = one->f(x[i]);
        if (df)
            df[i] = one->df ? one->df(x[i]) : 1 - f[i] * f[i];
    }
}

static SampledFunction function_of(const Case *one)
{
    return (SampledFunction){
        .evaluate = evaluate,
        .data = one,
        .switches = one->switches,
        .switch_count = one->switch_count,
    };
}

static Frame frame_of(const Case *one)
{
    return (Frame){.x = one->x, .y = one->y, .width = 1000, .height = 600};
}

static void free_piece(void *data)
{
    scene_piece_free(data);
}

static GPtrArray *draw(const Case *one, AtJump at_jump, int samples, GArray *dots,
                       SamplingResult expected)
{
    SampledFunction function = function_of(one);
    Frame frame = frame_of(one);
    GPtrArray *pieces = g_ptr_array_new_with_free_func(free_piece);
    g_autoptr(Sampling) sampling = sampling_new(&function, &one->x, 1000, samples);
    g_assert_cmpint(sampling_draw(sampling, &frame, at_jump, pieces, dots), ==,
                    expected);
    return pieces;
}

static GArray *dots_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(SceneDot));
}

static double distance_to_chord(Point p, Point a, Point b)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double share = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    share = CLAMP(share, 0, 1);
    return hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/* The least distance from p to the chords of line (of Point, rising in x; NaN breaks
 * it), which starts looking at *hint, for p that come from left to right. */
static double distance_to_line(Point p, const GArray *line, guint *hint)
{
    double least = INFINITY;
    while (*hint + 1 < line->len &&
           !(g_array_index(line, Point, *hint + 1).x >= p.x - 0.2))
        (*hint)++;
    for (guint i = *hint; i + 1 < line->len; i++) {
        Point a = g_array_index(line, Point, i), b = g_array_index(line, Point, i + 1);
        if (a.x > p.x + 0.2)
            break;
        if (isfinite(a.x + a.y + b.x + b.y))
            least = fmin(least, distance_to_chord(p, a, b));
    }
    return least;
}

/* The function on the page, by brute force; off the frame and over switches broken. */
static GArray *true_line(const Case *one, const Frame *frame)
{
    GArray *line = g_array_sized_new(FALSE, FALSE, sizeof(Point), DENSE + 1);
    double before = -INFINITY;
    for (int i = 0; i <= DENSE; i++) {
        double x = scale_invert(&one->x, (double)i / DENSE);
        Point gap = {NAN, NAN}, at = frame_map(frame, (Point){x, one->f(x)});
        for (unsigned k = 0; k < one->switch_count; k++)
            if (one->switches[k].kind == SWITCH_JUMP && before <= one->switches[k].x &&
                x > one->switches[k].x)
                g_array_append_val(line, gap);
        g_array_append_val(line, at);
        before = x;
    }
    return line;
}

static GArray *drawn_line(const GPtrArray *pieces, const Frame *frame)
{
    GArray *line = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(pieces, i);
        for (guint k = 0; k < piece->points->len; k++) {
            Point at = frame_map(frame, g_array_index(piece->points, Point, k));
            g_array_append_val(line, at);
        }
        Point gap = {line->len ? g_array_index(line, Point, line->len - 1).x : 0, NAN};
        g_array_append_val(line, gap);
    }
    return line;
}

/* No point of the function within the frame is away from what is drawn. */
static void check_all_drawn(const GArray *truth, const GArray *drawn,
                            const Frame *frame)
{
    guint hint = 0;
    double worst = 0;
    for (guint i = 0; i < truth->len; i++) {
        Point p = g_array_index(truth, Point, i);
        if (p.y >= 0 && p.y <= frame->height)
            worst = fmax(worst, distance_to_line(p, drawn, &hint));
    }
    g_test_message("function to line: %.4f pixels", worst);
    g_assert_cmpfloat(worst, <, PROMISE);
}

/* No point drawn is away from the function. */
static void check_all_true(const GArray *truth, const GArray *drawn)
{
    guint hint = 0;
    double worst = 0;
    for (guint i = 0; i + 1 < drawn->len; i++) {
        Point a = g_array_index(drawn, Point, i),
              b = g_array_index(drawn, Point, i + 1);
        if (isnan(a.y) || isnan(b.y))
            continue;
        int steps = (int)ceil(hypot(b.x - a.x, b.y - a.y) * 4);
        for (int k = 0; k <= steps; k++) {
            double share = (double)k / MAX(steps, 1);
            Point p = {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
            worst = fmax(worst, distance_to_line(p, truth, &hint));
        }
    }
    g_test_message("line to function: %.4f pixels", worst);
    g_assert_cmpfloat(worst, <, PROMISE);
}

static void test_truth(gconstpointer data)
{
    const Case *one = data;
    Frame frame = frame_of(one);
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_autoptr(GArray) truth = true_line(one, &frame);
    g_autoptr(GArray) drawn = drawn_line(pieces, &frame);
    unsigned points = drawn->len - pieces->len;
    g_test_message("%u points in %u pieces", points, pieces->len);
    check_all_drawn(truth, drawn, &frame);
    check_all_true(truth, drawn);
    g_assert_cmpuint(points, >=, one->fewest);
    g_assert_cmpuint(points, <=, one->most);
    g_assert_cmpuint(pieces->len, ==, one->pieces);
}

static const Case *case_named(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (g_str_equal(cases[i].name, name))
            return &cases[i];
    g_assert_not_reached();
}

static Point piece_point(const GPtrArray *pieces, guint piece, int index)
{
    const GArray *points =
        ((const ScenePiece *)g_ptr_array_index(pieces, piece))->points;
    return g_array_index(points, Point, index >= 0 ? (guint)index : points->len - 1);
}

static void test_kink(void)
{
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces =
        draw(case_named("relu"), AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    Point kink = piece_point(pieces, 0, 1);
    g_assert_cmpfloat(kink.x, ==, 0);
    g_assert_cmpfloat(kink.y, ==, 0);
    g_assert_cmpfloat(piece_point(pieces, 0, 0).x, ==, -5);
    g_assert_cmpfloat(piece_point(pieces, 0, 2).y, ==, 5);
}

static void test_jump(void)
{
    const Case *one = case_named("step");
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    Point left = piece_point(pieces, 0, -1), right = piece_point(pieces, 1, 0);
    g_assert_cmpfloat(left.x, ==, 0);
    g_assert_cmpfloat(left.y, ==, 0);
    g_assert_cmpfloat(right.x, ==, 0);
    g_assert_cmpfloat(right.y, ==, 1);
    g_assert_cmpuint(dots->len, ==, 2);
    SceneDot open = g_array_index(dots, SceneDot, 0);
    SceneDot taken = g_array_index(dots, SceneDot, 1);
    g_assert_false(open.filled);
    g_assert_cmpfloat(open.at.y, ==, 1);
    g_assert_true(taken.filled);
    g_assert_cmpfloat(taken.at.y, ==, 0);
}

/* The value taken is neither limit: three dots. */
static void test_three_dots(void)
{
    Case one = *case_named("step");
    one.switches[0].left.f = -1;
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(&one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    const double values[] = {-1, 1, 0};
    g_assert_cmpuint(pieces->len, ==, 2);
    g_assert_cmpuint(dots->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        g_assert_cmpfloat(g_array_index(dots, SceneDot, i).at.y, ==, values[i]);
        g_assert_true(g_array_index(dots, SceneDot, i).filled == (i == 2));
    }
}

static double faint(double x)
{
    return x > 0 ? 1e-5 * x : 0;
}

static double faint_slope(double x)
{
    return x > 0 ? 1e-5 : 0;
}

/* A kink has its vertex even where thinning would not need it. */
static void test_faint_kink(void)
{
    Case one = *case_named("relu");
    one.f = faint;
    one.df = faint_slope;
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(&one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(((ScenePiece *)g_ptr_array_index(pieces, 0))->points->len, ==, 3);
    g_assert_cmpfloat(piece_point(pieces, 0, 1).x, ==, 0);
}

static void test_at_jump(void)
{
    const Case *one = case_named("step");
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) gap = draw(one, AT_JUMP_GAP, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(gap->len, ==, 2);
    g_autoptr(GPtrArray) joined = draw(one, AT_JUMP_LINE, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(joined->len, ==, 1);
    g_assert_cmpfloat(piece_point(joined, 0, 1).y, ==, 0);
    g_assert_cmpfloat(piece_point(joined, 0, 2).y, ==, 1);
    g_assert_cmpuint(dots->len, ==, 0);
}

/* Both limits differ from the value, at the very end of the range. */
static void test_jump_at_end(void)
{
    Case one = *case_named("step");
    one.x = (Scale){SCALE_LINEAR, 0, 5, 0};
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(&one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(pieces->len, ==, 1);
    g_assert_cmpfloat(piece_point(pieces, 0, 0).y, ==, 1);
    g_assert_cmpuint(dots->len, ==, 2);
    g_assert_false(g_array_index(dots, SceneDot, 0).filled);
    g_assert_cmpfloat(g_array_index(dots, SceneDot, 0).at.y, ==, 1);
}

/* Poles run to the frame and end there. */
static void test_pole(void)
{
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces =
        draw(case_named("reciprocal"), AT_JUMP_LINE, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(pieces->len, ==, 2);
    Point left = piece_point(pieces, 0, -1), right = piece_point(pieces, 1, 0);
    g_assert_cmpfloat(left.y, ==, -5);
    g_assert_cmpfloat(fabs(left.x + 0.2), <, 1e-9);
    g_assert_cmpfloat(right.y, ==, 5);
    g_assert_cmpfloat(fabs(right.x - 0.2), <, 1e-9);
}

static void test_edge(void)
{
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces =
        draw(case_named("root"), AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_assert_cmpfloat(piece_point(pieces, 0, 0).x, ==, 0);
    g_assert_cmpfloat(piece_point(pieces, 0, 0).y, ==, 0);
}

static void test_cut(void)
{
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces =
        draw(case_named("exp"), AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_autoptr(GPtrArray) cube =
        draw(case_named("cube"), AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_assert_cmpfloat(piece_point(pieces, 0, -1).x, ==, 5);
    g_assert_cmpfloat(piece_point(cube, 0, 0).y, ==, -4);
    double x = piece_point(cube, 0, -1).x;
    g_assert_cmpfloat(fabs(x * x * x - 3 * x - 4), <, 1e-6);
}

/* `samples` gives the very grid of numpy's linspace. */
static void test_even_grid(void)
{
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces =
        draw(case_named("relu"), AT_JUMP_DOTS, 1000, dots, SAMPLING_DONE);
    const ScenePiece *piece = g_ptr_array_index(pieces, 0);
    g_assert_cmpuint(pieces->len, ==, 1);
    g_assert_cmpuint(piece->points->len, ==, 1000);
    double worst = 0;
    for (guint i = 0; i < 1000; i++) {
        Point at = g_array_index(piece->points, Point, i);
        worst = fmax(worst, fabs(at.x - (-5 + 10.0 * i / 999)));
    }
    g_assert_cmpfloat(worst, <, 1e-14);
    g_autoptr(GPtrArray) jump =
        draw(case_named("step"), AT_JUMP_DOTS, 10, dots, SAMPLING_DONE);
    g_assert_cmpuint(jump->len, ==, 2);
    g_assert_cmpfloat(piece_point(jump, 0, -1).x, ==, 0);
}

/* What is drawn of an even grid are some of its points, and passes all others. */
static void test_thin_grid(gconstpointer data)
{
    const Case *one = data;
    Frame frame = frame_of(one);
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(one, AT_JUMP_DOTS, 1000, dots, SAMPLING_DONE);
    g_assert_cmpuint(pieces->len, ==, one->pieces);
    for (guint i = 0; i < pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(pieces, i);
        const GArray *line = scene_piece_line(piece), *all = piece->points;
        double worst = 0;
        for (guint k = 0, at = 0; k < all->len; k++) {
            Point p = g_array_index(all, Point, k);
            Point end = g_array_index(line, Point, at);
            if (p.x == end.x && p.y == end.y && at + 1 < line->len)
                at++;
            Point a = g_array_index(line, Point, at > 0 ? at - 1 : 0);
            Point b = g_array_index(line, Point, at);
            worst = fmax(worst,
                         distance_to_chord(frame_map(&frame, p), frame_map(&frame, a),
                                           frame_map(&frame, b)));
            g_assert_true(k + 1 < all->len || (at + 1 == line->len && p.x == b.x));
        }
        g_test_message("%u of %u points: %.4f pixels", line->len, all->len, worst);
        g_assert_cmpfloat(worst, <, 0.0051);
    }
    const ScenePiece *first = g_ptr_array_index(pieces, 0);
    if (g_str_equal(one->name, "line") || g_str_equal(one->name, "log-y"))
        g_assert_cmpuint(scene_piece_line(first)->len, ==, one->fewest);
    if (g_str_equal(one->name, "step"))
        g_assert_cmpuint(scene_piece_line(first)->len, ==, 2);
}

static double wild(double x)
{
    return sin(1e5 * x);
}

static double wild_slope(double x)
{
    return 1e5 * cos(1e5 * x);
}

static void test_envelope(void)
{
    Case one = *case_named("fast");
    one.f = wild;
    one.df = wild_slope;
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(&one, AT_JUMP_DOTS, 0, dots, SAMPLING_ENVELOPE);
    g_assert_cmpuint(pieces->len, ==, 1);
    guint points = ((ScenePiece *)g_ptr_array_index(pieces, 0))->points->len;
    g_assert_cmpuint(points, >, 1000);
    g_assert_cmpuint(points, <, 8200);
}

static double nothing(double x)
{
    (void)x;
    return NAN;
}

static void test_nothing(void)
{
    Case one = *case_named("line");
    one.f = one.df = nothing;
    g_autoptr(GArray) dots = dots_new();
    g_autoptr(GPtrArray) pieces = draw(&one, AT_JUMP_DOTS, 0, dots, SAMPLING_DONE);
    g_assert_cmpuint(pieces->len, ==, 0);
}

static void check_extent(const char *name, double low, double high)
{
    SampledFunction function = function_of(case_named(name));
    g_autoptr(Sampling) sampling =
        sampling_new(&function, &case_named(name)->x, 1000, 0);
    double least, most;
    g_assert_true(sampling_extent(sampling, SCALE_LINEAR, &least, &most));
    g_assert_cmpfloat(fabs(least - low), <, 0.03 * (high - low));
    g_assert_cmpfloat(fabs(most - high), <, 0.03 * (high - low));
}

static void test_extent(void)
{
    check_extent("relu", 0, 5);
    check_extent("exp", exp(-5), exp(5));
    check_extent("reciprocal", -5, 5);
    check_extent("step", 0, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/sampling/truth/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_truth);
        g_autofree char *thin =
            g_strdup_printf("/sampling/thin-grid/%s", cases[i].name);
        g_test_add_data_func(thin, &cases[i], test_thin_grid);
    }
    g_test_add_func("/sampling/kink", test_kink);
    g_test_add_func("/sampling/jump", test_jump);
    g_test_add_func("/sampling/three-dots", test_three_dots);
    g_test_add_func("/sampling/faint-kink", test_faint_kink);
    g_test_add_func("/sampling/at-jump", test_at_jump);
    g_test_add_func("/sampling/jump-at-end", test_jump_at_end);
    g_test_add_func("/sampling/pole", test_pole);
    g_test_add_func("/sampling/edge", test_edge);
    g_test_add_func("/sampling/cut", test_cut);
    g_test_add_func("/sampling/even-grid", test_even_grid);
    g_test_add_func("/sampling/envelope", test_envelope);
    g_test_add_func("/sampling/nothing", test_nothing);
    g_test_add_func("/sampling/extent", test_extent);
    return g_test_run();
}
