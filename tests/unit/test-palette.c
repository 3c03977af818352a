/* test-palette.c - the colours of themes and palettes, as all kinds of eyes see them.
 */
#include "color-science.h"
#include "spec/palette.h"
#include "spec/theme.h"

#include <math.h>
#include <string.h>

static const char *const vision_names[VISION_COUNT] = {"normal eyes", "protanopia",
                                                       "deuteranopia", "tritanopia"};

static double distance(Color one, Color two, Vision vision)
{
    return ciede2000(lab_of(color_seen(one, vision)), lab_of(color_seen(two, vision)));
}

/* Pairs of sharma2005, table 1: hues about the border, greys, blues. */
static void test_ciede2000(void)
{
    static const struct {
        Lab one, two;
        double distance;
    } pairs[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0009}, 7.1792},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
        {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
        {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_assert_cmpfloat_with_epsilon(ciede2000(pairs[i].one, pairs[i].two),
                                       pairs[i].distance, 6e-5);
        g_assert_cmpfloat_with_epsilon(ciede2000(pairs[i].two, pairs[i].one),
                                       pairs[i].distance, 6e-5);
    }
}

/* Greys stay grey to all; red and green come near one another to some. */
static void test_vision(void)
{
    const Color red = {0.8, 0.2, 0.2, 1}, green = {0.45, 0.42, 0.1, 1};
    const Color grey = {0.5, 0.5, 0.5, 1};
    for (Vision vision = 0; vision < VISION_COUNT; vision++)
        g_assert_cmpfloat(distance(grey, color_seen(grey, vision), VISION_NORMAL), <,
                          0.1);
    g_assert_cmpfloat(distance(red, green, VISION_PROTANOPIA), <,
                      0.5 * distance(red, green, VISION_NORMAL));
}

static void check_apart(const char *name, const Color *colors, int count, double least)
{
    for (Vision vision = 0; vision < VISION_COUNT; vision++)
        for (int i = 0; i < count; i++)
            for (int k = 0; k < i; k++) {
                double apart = distance(colors[i], colors[k], vision);
                if (apart < least)
                    g_error("%s: colours %d and %d are %.2f apart to %s", name, k, i,
                            apart, vision_names[vision]);
            }
}

/* Any two of the first eight, not only neighbours. */
static void test_themes_apart(void)
{
    g_auto(GStrv) names = theme_list();
    g_assert_cmpuint(g_strv_length(names), >=, 7);
    for (char **name = names; *name; name++) {
        g_autoptr(Theme) theme = theme_load(*name, NULL);
        g_assert_nonnull(theme);
        g_assert_cmpint(theme->color_count, >=, 8);
        check_apart(*name, theme->colors, 8, 10);
    }
}

static void test_qualitative_apart(void)
{
    static const char *const ours[] = {"vivid", "bright"};
    for (size_t i = 0; i < G_N_ELEMENTS(ours); i++) {
        g_autoptr(Palette) palette = palette_known(ours[i]);
        g_assert_cmpint(palette->kind, ==, PALETTE_QUALITATIVE);
        check_apart(ours[i], palette->colors, palette->count, 10.3);
    }
}

static bool same_dash(const Dash *one, const Dash *two)
{
    return one->count == two->count &&
           memcmp(one->length_pt, two->length_pt,
                  (size_t)one->count * sizeof one->length_pt[0]) == 0;
}

/* The theme for print goes without colour: neighbours differ in lightness or dash, and
 * so do any two of the first five curves. */
static void test_grey_print(void)
{
    g_autoptr(Theme) theme = theme_load("paper", NULL);
    g_assert_true(theme->dash_each);
    g_assert_cmpint(theme->dash_count, >=, 5);
    for (int i = 0; i < 8; i++)
        for (int k = 0; k < i; k++) {
            double lightness =
                fabs(lab_of(theme->colors[i]).l - lab_of(theme->colors[k]).l);
            bool dashes = !same_dash(&theme->dashes[i % theme->dash_count],
                                     &theme->dashes[k % theme->dash_count]);
            g_assert_true(dashes || lightness >= 10);
        }
}

static void check_contrast(const char *theme, const char *what, Color color,
                           Color ground, double least)
{
    Color shown = color_mix(ground, color, color.alpha);
    double contrast = color_contrast(shown, ground);
    if (contrast < least)
        g_error("%s: %s has a contrast of %.2f", theme, what, contrast);
}

/* WCAG 2.1: texts 4.5, what is drawn 3. */
static void test_contrast(void)
{
    g_auto(GStrv) names = theme_list();
    for (char **name = names; *name; name++) {
        g_autoptr(Theme) theme = theme_load(*name, NULL);
        const Color page = theme->background, panel = theme->panel;
        Color legend =
            color_mix(panel, theme->legend_background, theme->legend_background.alpha);
        check_contrast(*name, "text", theme->text, page, 4.5);
        check_contrast(*name, "text in the panel", theme->text, panel, 4.5);
        check_contrast(*name, "text in the legend", theme->text, legend, 4.5);
        check_contrast(*name, "muted text", theme->muted_text, page, 4.5);
        check_contrast(*name, "muted text in the panel", theme->muted_text, panel, 4.5);
        check_contrast(*name, "an axis", theme->axis, page, 3);
        for (int i = 0; i < theme->color_count; i++)
            check_contrast(*name, "a curve", theme->colors[i], panel, 3);
    }
    g_assert_cmpfloat(color_contrast((Color){0, 0, 0, 1}, (Color){1, 1, 1, 1}), ==, 21);
}

enum { STEPS = 32 };

/* The distances between 33 colours at even shares, and the lightness of each. */
static void walk(const Palette *palette, double step[STEPS], double light[STEPS + 1])
{
    for (int i = 0; i <= STEPS; i++) {
        Color color = palette_color(palette, (double)i / STEPS);
        light[i] = lab_of(color).l;
        if (i > 0)
            step[i - 1] = distance(palette_color(palette, (i - 1.0) / STEPS), color,
                                   VISION_NORMAL);
    }
}

/* Matplotlib's are even in another measure (CAM02-UCS), so CIEDE2000 sees them as less
 * even than ours; the limit is what they are, so that no typing error stays. */
static double uneven_limit(const char *name)
{
    static const struct {
        const char *name;
        double ratio;
    } others[] = {{"viridis", 2.1},
                  {"cividis", 2.4},
                  {"plasma", 3},
                  {"magma", 3.1},
                  {"inferno", 3.4}};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (strcmp(others[i].name, name) == 0)
            return others[i].ratio;
    return 1.45; /* rounding to 8 bits takes a good part of it */
}

static void check_even(const Palette *palette)
{
    double step[STEPS], light[STEPS + 1], least = INFINITY, most = 0;
    walk(palette, step, light);
    for (int i = 0; i < STEPS; i++) {
        least = MIN(least, step[i]);
        most = MAX(most, step[i]);
    }
    if (most > uneven_limit(palette->name) * least)
        g_error("%s: steps from %.2f to %.2f", palette->name, least, most);
}

static void test_sequential(void)
{
    for (const char *const *name = palette_names(); *name; name++) {
        g_autoptr(Palette) palette = palette_known(*name);
        double step[STEPS], light[STEPS + 1];
        if (palette->kind != PALETTE_SEQUENTIAL)
            continue;
        check_even(palette);
        walk(palette, step, light);
        for (int i = 1; i < STEPS; i++)
            g_assert_cmpfloat((light[i + 1] - light[i]) * (light[1] - light[0]), >, 0);
        g_assert_cmpfloat(fabs(light[STEPS] - light[0]), >, 55);
    }
}

static void test_diverging(void)
{
    int count = 0;
    for (const char *const *name = palette_names(); *name; name++) {
        g_autoptr(Palette) palette = palette_known(*name);
        double step[STEPS], light[STEPS + 1];
        if (palette->kind != PALETTE_DIVERGING)
            continue;
        count++;
        check_even(palette);
        walk(palette, step, light);
        for (int i = 0; i < STEPS / 2; i++) {
            g_assert_cmpfloat(light[i], <, light[i + 1]);
            g_assert_cmpfloat(light[STEPS - i], <, light[STEPS - 1 - i]);
            g_assert_cmpfloat(fabs(light[i] - light[STEPS - i]), <, 5);
            g_assert_cmpfloat(fabs(step[i] / step[STEPS - 1 - i] - 1), <, 0.25);
        }
        /* The ends differ to everybody. */
        for (Vision vision = 0; vision < VISION_COUNT; vision++)
            g_assert_cmpfloat(
                distance(palette_color(palette, 0), palette_color(palette, 1), vision),
                >, 10);
    }
    g_assert_cmpint(count, >=, 3);
}

/* A family is seen from its first curve to its last, on light and on dark pages. */
static void test_families(void)
{
    static const char *const themes[] = {"default", "dark"};
    for (size_t t = 0; t < G_N_ELEMENTS(themes); t++) {
        g_autoptr(Theme) theme = theme_load(themes[t], NULL);
        for (const char *const *name = palette_names(); *name; name++) {
            g_autoptr(Palette) palette = palette_known(*name);
            if (palette->kind == PALETTE_QUALITATIVE)
                continue;
            for (int i = 0; i <= 100; i++) {
                Color color = palette_line_color(palette, i / 100.0, theme->panel);
                g_assert_cmpfloat(color_contrast(color, theme->panel), >=, 1.95);
            }
        }
    }
}

static void test_colors(void)
{
    const Color two[] = {{0, 0, 0, 1}, {1, 1, 1, 1}};
    g_autoptr(Palette) grey = palette_new("grey", NULL, PALETTE_SEQUENTIAL, two, 2);
    g_autoptr(Palette) turns = palette_new("turns", NULL, PALETTE_QUALITATIVE, two, 2);
    g_assert_cmpfloat(palette_color(grey, 0.25).red, ==, 0.25);
    g_assert_cmpfloat(palette_color(grey, -1).red, ==, 0);
    g_assert_cmpfloat(palette_color(grey, 2).red, ==, 1);
    g_assert_cmpfloat(palette_color(turns, 0.49).red, ==, 0);
    g_assert_cmpfloat(palette_color(turns, 0.51).red, ==, 1);
    g_assert_cmpfloat(palette_color(turns, 1).red, ==, 1);
    g_assert_null(palette_known("no-such"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/palette/ciede2000", test_ciede2000);
    g_test_add_func("/palette/vision", test_vision);
    g_test_add_func("/palette/colors", test_colors);
    g_test_add_func("/palette/themes-apart", test_themes_apart);
    g_test_add_func("/palette/qualitative-apart", test_qualitative_apart);
    g_test_add_func("/palette/grey-print", test_grey_print);
    g_test_add_func("/palette/contrast", test_contrast);
    g_test_add_func("/palette/sequential", test_sequential);
    g_test_add_func("/palette/diverging", test_diverging);
    g_test_add_func("/palette/families", test_families);
    return g_test_run();
}
