/* test-facts.c - facts against closed forms, and against an independent quadrature. */
#include "activation/activation.h"
#include "activation/facts.h"
#include "activation/facts_mean.h"
#include "activation/pytorch_gain.h"

#include <math.h>
#include <string.h>

static Facts *facts_of(const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new(text, &activation_scope, NULL, NULL, &error);

    g_assert_no_error(error);
    g_test_message("%s", text);
    return facts_new(formula, NULL);
}

static void assert_near(const char *what, double got, double wanted, double share)
{
    if (isnan(got) && isnan(wanted))
        return;
    if (got == wanted || fabs(got - wanted) <= share * fabs(wanted))
        return;
    g_error("%s: %.17g, not %.17g", what, got, wanted);
}

/* --- Moments --- */

/* E f, E f^2, E f', E f'^2, E f''^2; NAN: there is none. Those that are no closed form
 * were computed by mpmath with 30 digits, piece by piece. */
typedef struct {
    const char *text;
    double moments[5];
} Moments;

static const Moments known[] = {
    {"relu", {0.39894228040143268, 0.5, 0.5, 0.5, NAN}},
    {"identity", {0, 1, 1, 1, 0}},
    {"abs(x)", {0.79788456080286536, 1, 0, 1, NAN}},
    {"step", {0.5, 0.5, NAN, NAN, NAN}},
    {"sign(x)", {0, 1, NAN, NAN, NAN}},
    {"exp(x)",
     {1.6487212707001281, 7.3890560989306502, 1.6487212707001281, 7.3890560989306502,
      7.3890560989306502}},
    {"sin",
     {0, 0.43233235838169365, 0.60653065971263342, 0.56766764161830635,
      0.43233235838169365}},
    {"x^3", {0, 15, 3, 27, 36}},
    {"exp(-x^2)",
     {0.57735026918962576, 0.44721359549995794, 0, 0.35777087639996635,
      1.2164209797598856}},
    {"normal_cdf(x)",
     {0.5, 0.33333333333333333, 0.28209479177387814, 0.091888149236965351,
      0.030629383078988450}},
    {"exp(x^2/4)", {1.4142135623730950, NAN, 0, NAN, NAN}},
    {"3", {3, 9, 0, 0, 0}},
    {"tanh",
     {0, 0.39429449039784117, 0.60570550960215883, 0.46440290244826824,
      0.30020381200418741}},
    {"tanh(1000*x)",
     {0, 0.99920211576731405, 0.79788423268627493, 531.92295477144556,
      425538257.43260008}},
    {"sigmoid",
     {0.5, 0.29337903585809296, 0.20662096414190704, 0.044836241350194372,
      0.0047413663630954306}},
    {"mish",
     {0.24040388837479144, 0.45234219237588277, 0.56374755728838065,
      0.47908375837396977, 0.19688336217124331}},
    {"gelu",
     {0.28209479177387814, 0.42522148257029867, 0.5, 0.45585086564928712,
      0.27566444771089602}},
    {"hard_swish",
     {0.1662167006561233, 0.33156737513790769, 0.5, 0.35853151717860524, NAN}},
    {"softsign",
     {0, 0.1830140212665475, 0.41275510033918321, 0.2276713404221825,
      0.60170484438898278}},
    {"log(abs(x))", {-0.63518142273073909, 1.6371559899184196, NAN, NAN, NAN}},
    {"1/x", {NAN, NAN, NAN, NAN, NAN}},
    {"sqrt(x)", {NAN, NAN, NAN, NAN, NAN}},
    {"exp(exp(x))", {NAN, NAN, NAN, NAN, NAN}},
    {"exp(1/x)", {NAN, NAN, NAN, NAN, NAN}},
    {"x^100",
     {2.7253921397507295e+78, 6.666308670072953e+186, 0, 3.349903854308017e+188,
      1.6666196789884707e+190}},
    {"cbrt(x)", {0, 0.80238057487533079, 0.83086092502955953, NAN, NAN}},
};

static void test_moments(void)
{
    static const MomentKind kinds[] = {MOMENT_F, MOMENT_F2, MOMENT_DF, MOMENT_DF2,
                                       MOMENT_D2F2};

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_autoptr(Facts) facts = facts_of(known[i].text);
        for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
            const Fact *moment = &facts->moments[kinds[k]];
            g_autofree char *what =
                g_strdup_printf("%s of %s", moment_name(kinds[k]), known[i].text);
            assert_near(what, moment->value, known[i].moments[k], 1e-13);
            g_assert_true(!isnan(moment->value) == (moment->reason == NULL));
        }
    }
}

static void test_variance_and_gain(void)
{
    g_autoptr(Facts) relu = facts_of("relu");
    g_autoptr(Facts) shifted = facts_of("1000 + sin(x)");
    double gain;

    assert_near("Var", relu->moments[MOMENT_VAR].value, 0.5 - 0.5 / G_PI, 1e-14);
    assert_near("gain", relu->gain.value, sqrt(2), 1e-14);
    assert_near("Var, far from 0", shifted->moments[MOMENT_VAR].value,
                0.43233235838169365, 1e-10);
    g_assert_true(pytorch_gain("leaky_relu", 0.1, &gain));
    assert_near("PyTorch's gain", gain, sqrt(2 / 1.01), 1e-15);
    g_assert_false(pytorch_gain("gelu", 0, &gain));
    assert_near("share", normal_share(30, 31), 4.906713927148187e-198, 1e-12);
}

/* Stein: E f'(z) = E z f(z). */
static void test_stein(void)
{
    static const char *const texts[] = {"gelu", "silu",         "elu",  "softplus",
                                        "selu", "hard_sigmoid", "relu6"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *product = g_strdup_printf("x*%s(x)", texts[i]);
        g_autoptr(Facts) facts = facts_of(texts[i]), other = facts_of(product);
        assert_near(texts[i], facts->moments[MOMENT_DF].value,
                    other->moments[MOMENT_F].value, 1e-13);
    }
}

/* --- Ranges --- */

typedef struct {
    const char *text;
    double low, high;
    bool low_closed, high_closed;
    double slope_low, slope_high;
    bool slope_low_closed, slope_high_closed;
    double lipschitz;
} Ranges;

static const Ranges ranges[] = {
    {"relu", 0, INFINITY, true, false, 0, 1, true, true, 1},
    {"tanh", -1, 1, false, false, 0, 1, false, true, 1},
    {"gelu", -0.16997120747990366, INFINITY, true, false, -0.12890414518515476,
     1.1289041451851548, true, true, 1.1289041451851548},
    {"sigmoid", 0, 1, false, false, 0, 0.25, false, true, 0.25},
    {"hard_swish", -0.375, INFINITY, true, false, -0.5, 1.5, false, false, 1.5},
    {"selu", -1.7580993408473766, INFINITY, false, false, 0, 1.7580993408473766, false,
     true, 1.7580993408473766},
    {"step", 0, 1, true, true, 0, 0, true, true, NAN},
    {"sin", -1, 1, true, true, -1, 1, true, true, 1},
    {"x + sin(x)^2", -INFINITY, INFINITY, false, false, 0, 2, true, true, 2},
    {"x*cos(x)", -INFINITY, INFINITY, false, false, -INFINITY, INFINITY, false, false,
     NAN},
    {"1/x", -INFINITY, INFINITY, false, false, -INFINITY, 0, false, false, NAN},
    {"sqrt(x)", 0, INFINITY, true, false, 0, INFINITY, false, false, NAN},
    {"3", 3, 3, true, true, 0, 0, true, true, 0},
    {"x/sqrt(1 + x^2)", -1, 1, false, false, 0, 1, false, true, 1},
    {"tanh(1000*x)", -1, 1, false, false, 0, 1000, false, true, 1000},
    {"exp(-x^2)", 0, 1, false, true, -0.85776388496070679, 0.85776388496070679, true,
     true, 0.85776388496070679},
    {"abs(x)^2.5", 0, INFINITY, true, false, -INFINITY, INFINITY, false, false, NAN},
    {"x == 0 ? 5 : tanh(x)", -1, 5, false, true, 0, 1, true, false, NAN},
};

static void check_end(const char *text, const RangeEnd *end, double value, bool closed)
{
    assert_near(text, end->value, value, 4e-15);
    if (end->closed != closed)
        g_error("%s: end %.17g is %s", text, value, end->closed ? "closed" : "open");
}

static void test_ranges(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
        const Ranges *wanted = &ranges[i];
        g_autoptr(Facts) facts = facts_of(wanted->text);
        check_end(wanted->text, &facts->range[0], wanted->low, wanted->low_closed);
        check_end(wanted->text, &facts->range[1], wanted->high, wanted->high_closed);
        check_end(wanted->text, &facts->derivative_range[0], wanted->slope_low,
                  wanted->slope_low_closed);
        check_end(wanted->text, &facts->derivative_range[1], wanted->slope_high,
                  wanted->slope_high_closed);
        assert_near(wanted->text, facts->lipschitz.value, wanted->lipschitz, 4e-15);
        g_assert_true(!isnan(facts->lipschitz.value) ==
                      (facts->lipschitz.reason == NULL));
    }
}

/* Where a range's end is reached. */
static void test_places_of_range(void)
{
    g_autoptr(Facts) relu = facts_of("relu");
    g_autoptr(Facts) sine = facts_of("sin");
    const Stretch *left = &g_array_index(relu->range[0].at, Stretch, 0);

    g_assert_cmpuint(relu->range[0].at->len, ==, 1);
    g_assert_true(isinf(left->lo) && left->hi == 0 && !left->hi_open);
    g_assert_true(sine->range[1].extent.endless);
    g_assert_cmpuint(sine->range[1].at->len, ==, 3);
}

/* --- Ends --- */

typedef struct {
    const char *text;
    double left_limit, left_slope, left_intercept;
    double right_limit, right_slope, right_intercept;
} Ends;

static const Ends ends[] = {
    {"relu", 0, 0, 0, INFINITY, 1, 0},
    {"gelu", 0, 0, 0, INFINITY, 1, 0},
    {"leaky_relu", -INFINITY, 0.01, 0, INFINITY, 1, 0},
    {"log(cosh(x))", INFINITY, -1, -G_LN2, INFINITY, 1, -G_LN2},
    {"(sqrt(x^2 + 1) - 1)/2 + x", -INFINITY, 0.5, -0.5, INFINITY, 1.5, -0.5},
    {"x*tanh(log1p(logistic(x)))", 0, 0, 0, INFINITY, 0.6, 0},
    {"exp(x)", 0, 0, 0, INFINITY, NAN, NAN},
    {"sin", NAN, NAN, NAN, NAN, NAN, NAN},
    {"cbrt(x)", -INFINITY, NAN, NAN, INFINITY, NAN, NAN},
    {"x/sqrt(1 + x^2)", -1, 0, -1, 1, 0, 1},
    {"max(0, x - 1e6)", 0, 0, 0, INFINITY, 1, -1e6},
    {"x*sin(1/x)", 1, 0, 1, 1, 0, 1},
    {"sqrt(x)", NAN, NAN, NAN, INFINITY, NAN, NAN},
};

static void check_side(const char *text, const Asymptote *line, double limit,
                       double slope, double intercept)
{
    assert_near(text, line->limit.value, limit, 1e-14);
    assert_near(text, line->slope.value, slope, 1e-14);
    assert_near(text, line->intercept.value, intercept, 1e-12);
}

static void test_ends(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const Ends *wanted = &ends[i];
        g_autoptr(Facts) facts = facts_of(wanted->text);
        check_side(wanted->text, &facts->left, wanted->left_limit, wanted->left_slope,
                   wanted->left_intercept);
        check_side(wanted->text, &facts->right, wanted->right_limit,
                   wanted->right_slope, wanted->right_intercept);
    }
}

/* --- Places --- */

/* `-1 0 [3,inf)`: shortest numbers; the caller's. */
static char *places_text(const Places *places)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < places->stretches->len; i++) {
        const Stretch *at = &g_array_index(places->stretches, Stretch, i);
        if (at->lo == at->hi)
            g_string_append_printf(text, " %.6f", at->lo);
        else
            g_string_append_printf(text, " %c%.6f,%.6f%c", at->lo_open ? '(' : '[',
                                   at->lo, at->hi, at->hi_open ? ')' : ']');
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static const struct {
    const char *text, *zeros, *fixed_points, *inflections;
} places[] = {
    {"relu", " (-inf,0.000000]", " [0.000000,inf)", ""},
    {"gelu", " 0.000000", " 0.000000", " -1.414214 1.414214"},
    {"sigmoid", "", " 0.659046", " 0.000000"},
    {"hard_swish", " (-inf,-3.000000] 0.000000", " 0.000000 [3.000000,inf)", ""},
    {"selu", " 0.000000", " -1.258817 0.000000", ""},
    {"step", " (-inf,0.000000)", " 1.000000", ""},
    {"identity", " 0.000000", " (-inf,inf)", ""},
    {"abs(abs(x) - 1)", " -1.000000 1.000000", " 0.500000", ""},
    {"x^3", " 0.000000", " -1.000000 0.000000 1.000000", " 0.000000"},
    {"1/x", "", " -1.000000 1.000000", ""},
    {"sign(x)", " 0.000000", " -1.000000 0.000000 1.000000", ""},
    {"x^100", " 0.000000", " 0.000000 1.000000", ""},
    {"exp(-1/x^2)", " 0.000000", " 0.000000", " -0.816497 0.816497"},
    {"x < 0 ? 0 : sin(x)", " (-inf,0.000000] 3.141593 6.283185 9.424778", " 0.000000",
     " 3.141593 6.283185 9.424778"},
    {"(x - 1/3)^2", " 0.333333", " 0.069571 1.597096", ""},
    {"sin(x)", " -9.424778 -6.283185 -3.141593 0.000000 3.141593 6.283185 9.424778",
     " 0.000000", " -9.424778 -6.283185 -3.141593 0.000000 3.141593 6.283185 9.424778"},
    {"0", " (-inf,inf)", " 0.000000", ""},
    {"sign", " 0.000000", " -1.000000 0.000000 1.000000", ""},
    {"e_swish", " 0.000000", " 0.000000 0.693147", " -2.399357 2.399357"},
    {"tanh(1000*x)", " 0.000000", " -1.000000 0.000000 1.000000", " 0.000000"},
    {"floor(x) > 0 ? x : floor(x)", " [0.000000,1.000000)",
     " -10.000000 -9.000000 -8.000000 -7.000000 -6.000000 -5.000000 -4.000000 "
     "-3.000000 -2.000000 -1.000000 0.000000 [1.000000,inf)",
     ""},
};

static void test_places(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autoptr(Facts) facts = facts_of(places[i].text);
        g_autofree char *zeros = places_text(&facts->zeros);
        g_autofree char *fixed_points = places_text(&facts->fixed_points);
        g_autofree char *inflections = places_text(&facts->inflections);
        g_assert_cmpstr(zeros, ==, places[i].zeros);
        g_assert_cmpstr(fixed_points, ==, places[i].fixed_points);
        g_assert_cmpstr(inflections, ==, places[i].inflections);
    }
}

/* Far right x*sin(pi/2*sigmoid(x)) is x by rounding alone. */
static void test_extents(void)
{
    g_autoptr(Facts) sinsig = facts_of("sinsig");
    g_autoptr(Facts) sine = facts_of("sin");

    g_assert_false(sinsig->fixed_points.extent.endless);
    g_assert_true(sine->zeros.extent.endless);
    g_assert_false(sine->fixed_points.extent.endless);
}

static void test_extrema(void)
{
    g_autoptr(Facts) gelu = facts_of("gelu");
    g_autoptr(Facts) flat = facts_of("min(1, max(-1, abs(x) - 2))");
    const Extremum *dip = &g_array_index(gelu->extrema, Extremum, 0);
    const Extremum *bottom = &g_array_index(flat->extrema, Extremum, 0);

    g_assert_cmpuint(gelu->extrema->len, ==, 1);
    g_assert_false(dip->maximum);
    assert_near("x", dip->at.lo, -0.75179152469356446, 1e-15);
    assert_near("f", dip->value, -0.16997120747990366, 1e-15);
    g_assert_cmpuint(flat->extrema->len, ==, 1);
    g_assert_true(bottom->at.lo == -1 && bottom->at.hi == 1 && bottom->value == -1);
}

/* --- Smoothness and other traits --- */

static const struct {
    const char *text, *smoothness;
    int switches;
} classes[] = {
    {"step", "jump", 1},
    {"relu", "C0", 1},
    {"elu", "C1", 1},
    {"elu(alpha=0.5)", "C0", 1},
    {"x >= 0 ? x : x/sqrt(1 + x^2)", "C2", 1},
    {"abs(x)^3.5", "C3", 1},
    {"x > 0 ? x^5 : 0", "C4", 1},
    {"gelu", "smooth", 0},
    {"x == 0 ? 1 : sin(x)/x", "smooth", 0},
    {"abs(x^2)", "smooth", 0},
    {"1/x", "pole", 1},
    {"sqrt(x)", "partial", 1},
    {"cbrt(x)", "C0", 1},
    {"hard_tanh", "C0", 2},
};

static void test_smoothness(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++) {
        g_autoptr(Facts) facts = facts_of(classes[i].text);
        g_assert_cmpstr(facts->smoothness, ==, classes[i].smoothness);
        g_assert_cmpint((int)facts->switch_points->len, ==, classes[i].switches);
    }
}

/* One letter a trait: see trait_letters(). */
static const struct {
    const char *text, *traits;
} traits[] = {
    {"relu", "i v b L h"},      {"gelu", "b L"},          {"tanh", "is o ab LR"},
    {"identity", "is v c o h"}, {"abs(x)", "v e b h"},    {"step", "i ab LR"},
    {"sigmoid", "is ab LR"},    {"-exp(x)", "ds c a L"},  {"leaky_relu", "is v h"},
    {"sign(x)", "i o ab LR"},   {"sin", "o ab"},          {"cos(x)", "e ab"},
    {"exp(-x^2)", "e ab LR"},   {"3", "i d v c e ab LR"}, {"1/x", "o LR"},
    {"x^2", "v e b"},           {"sqrt(x)", "is b"},      {"max(0, x - 1)", "i v b L"},
    {"x + sin(x)^2", "is"},     {"abs(x) + 1", "v e b"},
};

static char *trait_letters(const Facts *facts)
{
    const struct {
        const char *letter;
        bool holds;
    } letters[] = {
        {" i", facts->increasing},
        {" d", facts->decreasing},
        {"s", facts->strictly},
        {" v", facts->convex},
        {" c", facts->concave},
        {" o", facts->odd},
        {" e", facts->even},
        {" ab", facts->bounded_above && facts->bounded_below},
        {" a", facts->bounded_above && !facts->bounded_below},
        {" b", facts->bounded_below && !facts->bounded_above},
        {" LR", facts->saturation == SATURATES_BOTH},
        {" L", facts->saturation == SATURATES_LEFT},
        {" R", facts->saturation == SATURATES_RIGHT},
        {" h", facts->homogeneous},
    };
    g_autoptr(GString) text = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
        g_string_append(text, letters[i].holds ? letters[i].letter : "");
    return g_strdup(text->len > 0 ? text->str + 1 : "");
}

static void test_traits(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(traits); i++) {
        g_autoptr(Facts) facts = facts_of(traits[i].text);
        g_autofree char *letters = trait_letters(facts);
        g_assert_cmpstr(letters, ==, traits[i].traits);
    }
}

static void test_sparsity(void)
{
    g_autoptr(Facts) relu = facts_of("relu");
    g_autoptr(Facts) gelu = facts_of("gelu");
    g_autoptr(Facts) shrink = facts_of("x > 0.5 ? x : x < -0.5 ? x : 0");

    g_assert_cmpfloat(relu->sparsity, ==, 0.5);
    g_assert_cmpfloat(gelu->sparsity, ==, 0);
    assert_near("sparsity", shrink->sparsity, 0.38292492254802624, 1e-15);
}

/* Every record of the catalogue has facts that agree with one another. */
static void test_catalogue(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        g_autoptr(Facts) facts = facts_of(activation_get(i)->definition.key);
        const Fact *moments = facts->moments;
        double mean = moments[MOMENT_F].value, square = moments[MOMENT_F2].value;

        if (isfinite(square))
            assert_near("Var", moments[MOMENT_VAR].value, square - mean * mean, 1e-12);
        if (facts->increasing)
            g_assert_true(facts->derivative_range[0].value >= 0);
        if (facts->odd)
            g_assert_true(facts->range[0].value == -facts->range[1].value);
        g_assert_true(facts->range[0].value <= facts->range[1].value);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/facts/moments", test_moments);
    g_test_add_func("/facts/variance-and-gain", test_variance_and_gain);
    g_test_add_func("/facts/stein", test_stein);
    g_test_add_func("/facts/ranges", test_ranges);
    g_test_add_func("/facts/places-of-range", test_places_of_range);
    g_test_add_func("/facts/ends", test_ends);
    g_test_add_func("/facts/places", test_places);
    g_test_add_func("/facts/extents", test_extents);
    g_test_add_func("/facts/extrema", test_extrema);
    g_test_add_func("/facts/smoothness", test_smoothness);
    g_test_add_func("/facts/traits", test_traits);
    g_test_add_func("/facts/sparsity", test_sparsity);
    g_test_add_func("/facts/catalogue", test_catalogue);
    return g_test_run();
}
