/* test-ticks.c - ticks and their labels. */
#include "scene/scene.h"
#include "scene/tick_label.h"
#include "scene/ticks.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* An axis and the labels that a person would give it; minor ticks are `|`. */
typedef struct {
    const char *name;
    Scale scale;
    double length_pt;
    bool horizontal;
    TickChoice choice;
    int count;
    const char *expected;
} Case;

#define LINEAR(a, b)                                                                   \
    {                                                                                  \
        SCALE_LINEAR, a, b, 0                                                          \
    }
#define LOG(a, b)                                                                      \
    {                                                                                  \
        SCALE_LOG, a, b, 0                                                             \
    }
#define SYMLOG(a, b, linear)                                                           \
    {                                                                                  \
        SCALE_SYMLOG, a, b, linear                                                     \
    }
#define X(length_pt) length_pt, true, TICK_CHOICE_AUTO, 0
#define Y(length_pt) length_pt, false, TICK_CHOICE_AUTO, 0

static const Case cases[] = {
    {"article-x", LINEAR(-5, 5), X(600), "−5 −4 −3 −2 −1 0 1 2 3 4 5"},
    {"article-y", LINEAR(-1.5, 5), Y(340), "−1 0 1 2 3 4 5"},
    {"default-x", LINEAR(-5, 5), X(380), "−4 −2 0 2 4"},
    {"narrow-x", LINEAR(-5, 5), X(180), "−4 −2 0 2 4"},
    {"tanh-y", LINEAR(-1.1, 1.1), Y(220), "−1.0 −0.5 0.0 0.5 1.0"},
    {"sigmoid-y", LINEAR(-0.05, 1.05), Y(220), "0.0 0.2 0.4 0.6 0.8 1.0"},
    {"slope-y", LINEAR(-0.0125, 0.2625), Y(220), "0.00 0.05 0.10 0.15 0.20 0.25"},
    {"reversed", LINEAR(5, -5), X(380), "−4 −2 0 2 4"},
    {"depth", LINEAR(1, 30), X(380), "5 10 15 20 25 30"},
    {"shifted", LINEAR(1000.1, 1000.4), X(380), "1000.1 1000.2 1000.3 1000.4"},
    {"tiny", LINEAR(0, 2.2e-7), Y(220), "0 5×10⁻⁸ 10⁻⁷ 1.5×10⁻⁷ 2×10⁻⁷"},
    {"large", LINEAR(-3e8, 3e8), Y(220), "−3×10⁸ −2×10⁸ −10⁸ 0 10⁸ 2×10⁸ 3×10⁸"},
    {"far-narrow", LINEAR(1e6, 1e6 + 1), Y(220),
     "1000000.0 1000000.2 1000000.4 1000000.6 1000000.8 1000001.0"},
    {"far-whole", LINEAR(12345670, 12345690), Y(220),
     "12345670 12345675 12345680 12345685 12345690"},
    {"very-narrow", LINEAR(0.5, 0.50000001), Y(220),
     "0.500000000 0.500000002 0.500000004 0.500000006 0.500000008 0.500000010"},
    {"tiny-narrow", LINEAR(3e-20, 3.0000001e-20), Y(150),
     "3×10⁻²⁰ 3.00000002×10⁻²⁰ 3.00000004×10⁻²⁰ 3.00000006×10⁻²⁰ "
     "3.00000008×10⁻²⁰ 3.0000001×10⁻²⁰"},
    {"count", LINEAR(0, 10), 380, true, TICK_CHOICE_COUNT, 3, "0 5 10"},
    {"pi", LINEAR(-2 * M_PI, 2 * M_PI), 380, true, TICK_CHOICE_PI, 0,
     "−2π −3π/2 −π −π/2 0 π/2 π 3π/2 2π"},
    {"half-pi", LINEAR(-4, 4), 380, true, TICK_CHOICE_PI, 0, "−π −π/2 0 π/2 π"},
    {"no-pi", LINEAR(1, 1.1), 200, true, TICK_CHOICE_PI, 0, "1.00 1.05 1.10"},
    {"decades", LOG(1e-3, 10), Y(220),
     "10⁻³ | | | | | | | | 10⁻² | | | | | | | | 10⁻¹ | | | | | | | | 10⁰ | | | | | | | "
     "| "
     "10¹"},
    {"many-decades", LOG(1e-18, 1), Y(220),
     "10⁻¹⁸ | | 10⁻¹⁵ | | 10⁻¹² | | 10⁻⁹ | | 10⁻⁶ | | 10⁻³ | | 10⁰"},
    {"one-decade", LOG(0.8, 12), Y(220), "| | 1 2 | | 5 | | | | 10"},
    {"short-log", LOG(2, 4), Y(220), "2.0 2.5 3.0 3.5 4.0"},
    {"tail", LOG(1e-300, 1), Y(220),
     "10⁻³⁰⁰ | | | | 10⁻²⁵⁰ | | | | 10⁻²⁰⁰ | | | | 10⁻¹⁵⁰ | | | | 10⁻¹⁰⁰ | | | | 10⁻⁵⁰ "
     "| | | | 10⁰"},
    {"symlog", SYMLOG(-100, 100, 1), Y(110), "−100 | −1 0 1 | 100"},
    {"symlog-up", SYMLOG(-0.5, 1000, 1), Y(110),
     "0 1 | | | | | | | | 10 | | | | | | | | 100 | | | | | | | | 1000"},
    {"symlog-far", SYMLOG(50, 1e6, 1), Y(110), "10² | 10⁴ | 10⁶"},
    {"symlog-flat", SYMLOG(-2, 2, 1), Y(110), "−2 −1 0 1 2"},
    {"symlog-tails", SYMLOG(-1, 1, 1e-300), Y(110),
     "−10⁰ | | | | −10⁻²⁰⁰ | | 0 | | 10⁻²⁰⁰ | | | | 10⁰"},
};

static GArray *choose(const Case *one, const GArray *list)
{
    const TickWish wish = {
        .choice = one->choice,
        .count = one->count,
        .list = list,
        .length_pt = one->length_pt,
        .font_pt = 9,
        .horizontal = one->horizontal,
    };
    return ticks_choose(&one->scale, &wish);
}

static char *joined(const GArray *ticks)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < ticks->len; i++) {
        const SceneTick *tick = &g_array_index(ticks, SceneTick, i);
        g_string_append(out, i > 0 ? " " : "");
        g_string_append(out, tick->major ? tick->label : "|");
    }
    return g_string_free(out, FALSE);
}

static void test_labels(gconstpointer data)
{
    const Case *one = data;
    g_autoptr(GArray) ticks = choose(one, NULL);
    g_autofree char *labels = joined(ticks);
    g_assert_cmpstr(labels, ==, one->expected);
    for (guint i = 0; i < ticks->len; i++) {
        const SceneTick *tick = &g_array_index(ticks, SceneTick, i);
        double share = scale_map(&one->scale, tick->value);
        g_assert_cmpfloat(share, >=, -1e-9);
        g_assert_cmpfloat(share, <=, 1 + 1e-9);
        if (i > 0) {
            g_assert_cmpfloat(tick->value, >, tick[-1].value);
            g_assert_true(!tick->major || strcmp(tick->label, tick[-1].label) != 0);
        }
    }
}

/* Values are the doubles that their labels read as. */
static void test_values(void)
{
    const Case one = {
        .scale = {SCALE_LINEAR, 0, 1, 0}, .length_pt = 600, .horizontal = true};
    g_autoptr(GArray) ticks = choose(&one, NULL);
    g_assert_cmpuint(ticks->len, ==, 11);
    for (guint i = 0; i < ticks->len; i++)
        g_assert_cmpfloat(g_array_index(ticks, SceneTick, i).value, ==, i / 10.0);
}

static void test_list(void)
{
    const double values[] = {4, -2.5, 0, 0.25, 4, 100};
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(double));
    g_array_append_vals(list, values, G_N_ELEMENTS(values));
    const Case one = {.scale = {SCALE_LINEAR, -5, 5, 0}, .choice = TICK_CHOICE_LIST};
    g_autoptr(GArray) ticks = choose(&one, list);
    g_autofree char *labels = joined(ticks);
    g_assert_cmpstr(labels, ==, "−2.50 0.00 0.25 4.00");
}

static void check_list(const char *expected, double low, double high, int count, ...)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(double));
    va_list values;
    va_start(values, count);
    for (int i = 0; i < count; i++) {
        double value = va_arg(values, double);
        g_array_append_val(list, value);
    }
    va_end(values);
    const Case one = {.scale = {SCALE_LINEAR, low, high, 0},
                      .choice = TICK_CHOICE_LIST};
    g_autoptr(GArray) ticks = choose(&one, list);
    g_autofree char *labels = joined(ticks);
    g_assert_cmpstr(labels, ==, expected);
}

/* As many digits as tell them apart. */
static void test_list_digits(void)
{
    check_list("1000000 1000001", 1e6, 1e6 + 2, 2, 1e6, 1e6 + 1);
    check_list("0.1234567 0.1234568", 0, 1, 2, 0.1234567, 0.1234568);
    check_list("10⁶ 2×10⁶", 0, 1e7, 2, 1e6, 2e6);
    check_list("1.234567×10²⁰ 1.234568×10²⁰", 0, 1e21, 2, 1.234567e20, 1.234568e20);
    check_list("10⁻³⁰⁰ 2×10⁻³⁰⁰", 0, 1, 2, 1e-300, 2e-300);
    check_list("4.94066×10⁻³²⁴", 0, 1, 1, 4.9406564584124654e-324);
    check_list("0.1 0.3", 0, 1, 2, 0.1, 0.1 + 0.2);
}

static void check_format(const char *format, const char *expected, double low,
                         double high)
{
    const Scale scale = {SCALE_LINEAR, low, high, 0};
    const TickWish wish = {
        .choice = TICK_CHOICE_COUNT, .count = 3, .format = format, .length_pt = 100};
    g_autoptr(GArray) ticks = ticks_choose(&scale, &wish);
    g_autofree char *labels = joined(ticks);
    g_assert_cmpstr(labels, ==, expected);
}

static void test_formats(void)
{
    check_format("plain", "0 1000000 2000000", 0, 2e6);
    check_format("plain", "0 0.0000001 0.0000002", 0, 2e-7);
    check_format("scientific", "0 5×10⁻¹ 10⁰", 0, 1);
    check_format("scientific", "1.0001×10⁴ 1.0002×10⁴ 1.0003×10⁴", 10001, 10003);
    check_format("percent", "−50% 0% 50%", -0.5, 0.5);
    check_format("si", "0 1M 2M", 0, 2e6);
    check_format("si", "0 50µ 100µ", 0, 1e-4);
    check_format("si", "1.5k 2k 2.5k", 1500, 2500);
    check_format("%.2f", "−1.00 0.00 1.00", -1, 1);
    check_format("%+.0f", "−1 0 +1", -1, 1);
    check_format("%d ms", "0 ms 1 ms 2 ms", 0, 2);
    check_format("%g", "0 10⁶ 2×10⁶", 0, 2e6);
    check_format("%.1e", "0 5.0×10⁻¹ 1.0×10⁰", 0, 1);
    check_format("100%% of %g", "100% of 0 100% of 1 100% of 2", 0, 2);
}

/* Ticks at the ends of what doubles hold are the very powers of ten. */
static void test_tail_values(void)
{
    const Case one = {.scale = LOG(1e-300, 1e-290), .length_pt = 600};
    g_autoptr(GArray) ticks = choose(&one, NULL);
    g_assert_cmpfloat(g_array_index(ticks, SceneTick, 0).value, ==, 1e-300);
    g_assert_cmpfloat(g_array_index(ticks, SceneTick, ticks->len - 1).value, ==,
                      1e-290);
}

/* Whatever the range, there are some ticks and not a crowd. */
static void test_any_range(void)
{
    for (int i = 0; i < 20000; i++) {
        double low =
            g_test_rand_double_range(-1, 1) * pow(10, g_test_rand_int_range(-9, 9));
        double width = pow(10, g_test_rand_double_range(-6, 9)) * fmax(fabs(low), 1e-9);
        Case one = {.scale = {SCALE_LINEAR, low, low + width, 0},
                    .length_pt = g_test_rand_double_range(20, 1000),
                    .horizontal = g_test_rand_bit()};
        if (i % 3 == 0 && low > 0)
            one.scale.kind = SCALE_LOG;
        if (i % 3 == 1) {
            one.scale.kind = SCALE_SYMLOG;
            one.scale.linear = pow(10, g_test_rand_int_range(-300, 9));
        }
        g_autoptr(GArray) ticks = choose(&one, NULL);
        g_assert_cmpuint(ticks->len, >=, 1);
        g_assert_cmpuint(ticks->len, <=, 150);
        for (guint k = 1; k < ticks->len; k++) {
            const SceneTick *tick = &g_array_index(ticks, SceneTick, k);
            g_assert_true(!tick->major || strcmp(tick->label, tick[-1].label) != 0);
        }
    }
}

static void check_number(double value, const char *expected)
{
    g_autofree char *label = tick_label_number(value);
    g_assert_cmpstr(label, ==, expected);
}

static void test_numbers(void)
{
    check_number(0.25, "0.25");
    check_number(-5, "−5");
    check_number(0, "0");
    check_number(1e-5, "10⁻⁵");
    check_number(-2.5e8, "−2.5×10⁸");
    check_number(1.0 / 3, "0.333333");
    check_number(1000000.1, "10⁶");
}

static void test_scale(void)
{
    const Scale linear = LINEAR(-5, 5), log_scale = LOG(0.01, 100);
    g_assert_cmpfloat(scale_map(&linear, 0), ==, 0.5);
    g_assert_cmpfloat(scale_invert(&linear, 1), ==, 5);
    g_assert_cmpfloat(fabs(scale_map(&log_scale, 1) - 0.5), <, 1e-15);
    g_assert_cmpfloat(scale_invert(&log_scale, 0), ==, 0.01);
    g_assert_cmpfloat(fabs(scale_invert(&log_scale, 0.75) - 10), <, 1e-13);
    g_assert_true(isnan(scale_map(&log_scale, -1)));
    g_assert_true(isnan(scale_map(&log_scale, 0)));
}

/* There and back, from the smallest to the largest; odd; and true to its rate. */
static void test_symlog(void)
{
    const Scale scales[] = {SYMLOG(-100, 100, 1), SYMLOG(-1e300, 1e300, 1e-300),
                            SYMLOG(3, -0.5, 0.01), SYMLOG(1e-300, 1e-290, 1e-295)};
    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
        const Scale *scale = &scales[i];
        g_assert_cmpfloat(scale_map(scale, scale->low), ==, 0);
        g_assert_cmpfloat(scale_map(scale, scale->high), ==, 1);
        for (int k = 0; k <= 100; k++) {
            double share = k / 100.0, value = scale_invert(scale, share);
            double step = 1e-5 * (fabs(value) + scale->linear);
            double slope =
                (scale_map(scale, value + step) - scale_map(scale, value - step)) /
                (2 * step);
            g_assert_cmpfloat(fabs(scale_map(scale, value) - share), <, 1e-13);
            g_assert_cmpfloat(fabs(slope * scale_rate(scale, value) - 1), <, 1e-5);
        }
    }
    g_assert_cmpfloat(fabs(scale_map(&scales[1], 0) - 0.5), <, 1e-15);
    g_assert_cmpfloat(scale_map(&scales[0], 10) + scale_map(&scales[0], -10), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/ticks/labels/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_labels);
    }
    g_test_add_func("/ticks/values", test_values);
    g_test_add_func("/ticks/list", test_list);
    g_test_add_func("/ticks/list-digits", test_list_digits);
    g_test_add_func("/ticks/formats", test_formats);
    g_test_add_func("/ticks/tail-values", test_tail_values);
    g_test_add_func("/ticks/symlog", test_symlog);
    g_test_add_func("/ticks/any-range", test_any_range);
    g_test_add_func("/ticks/numbers", test_numbers);
    g_test_add_func("/ticks/scale", test_scale);
    return g_test_run();
}
