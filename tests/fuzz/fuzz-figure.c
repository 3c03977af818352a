/* fuzz-figure.c - mutated figure files: whatever they hold, the answer is a figure or
 * an error, never a crash.
 *
 * The mutations follow from their number alone, so that a fault can be met again:
 * ACTPLOT_FUZZ_FIRST and ACTPLOT_FUZZ_COUNT choose others.
 */
#include "activation/activation.h"
#include "base/error.h"
#include "spec/figure.h"
#include "spec/settings.h"

#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MUTATIONS = 20000, EDITS_MAX = 6 };

/* SplitMix64 [steele2014]. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static size_t below(uint64_t *state, size_t limit)
{
    return limit == 0 ? 0 : (size_t)(next_random(state) % limit);
}

/* Pieces that mean something to YAML, to formulas or to numbers. */
static const char *const pieces[] = {
    "[",
    "]",
    "{",
    "}",
    ": ",
    ":",
    "- ",
    "\n",
    "\n  ",
    ",",
    "'",
    "\"",
    "#",
    "&a ",
    "*a",
    "!!map ",
    "? ",
    "| ",
    ">-\n",
    "---\n",
    "...\n",
    "%YAML ",
    "\t",
    "\r\n",
    "~",
    "1e999",
    "-",
    "(",
    ")",
    "x",
    "relu'",
    "''",
    "nan",
    "px",
    "0",
    "\\",
    "\xc3\xa9",
    "\xff",
    "\xe2\x80\xa8",
    "\xc2\x85",
    "curves: [relu]\n",
    "panels:\n - ",
    "vary: {alpha: [0]}",
    "range: [0, 1]",
    "define: {f: x}\n",
    "size: [1 px, 1 px]\n",
    "diff(prelu, alpha)",
    "theme: paper\n",
};

static void edit(GString *text, const GString *other, uint64_t *state)
{
    size_t at = below(state, text->len + 1);
    size_t length = below(state, 12);

    switch (below(state, 6)) {
    case 0:
        g_string_erase(text, (gssize)at, (gssize)MIN(length, text->len - at));
        break;
    case 1:
        g_string_insert(text, (gssize)at, pieces[below(state, G_N_ELEMENTS(pieces))]);
        break;
    case 2:
        if (at < text->len)
            text->str[at] = (char)(1 + below(state, 255));
        break;
    case 3: /* a piece of another file */
    {
        size_t from = below(state, other->len);
        size_t size = below(state, MIN(80, other->len - from));

        g_string_insert_len(text, (gssize)at, other->str + from, (gssize)size);
        break;
    }
    case 4: /* once more */
    {
        size_t size = below(state, MIN(60, text->len - at));
        g_autofree char *copy = g_strndup(text->str + at, size);

        g_string_insert(text, (gssize)at, copy);
        break;
    }
    default:
        g_string_truncate(text, at);
        break;
    }
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *load_corpus(const char *folder)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *corpus = g_ptr_array_new();
    const char *name;

    g_assert_nonnull(dir);
    while ((name = g_dir_read_name(dir)))
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(names, g_build_filename(path, name, NULL));
    g_ptr_array_sort(names, compare_names);
    for (unsigned i = 0; i < names->len; i++) {
        g_autofree char *text = NULL;
        size_t length;

        g_assert_true(
            g_file_get_contents(g_ptr_array_index(names, i), &text, &length, NULL));
        g_ptr_array_add(corpus, g_string_new_len(text, (gssize)length));
    }
    return corpus;
}

static void check(const GString *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_parse(text->str, text->len, "fuzz.yaml",
                                            &activation_scope, NULL, &error);

    if (figure) {
        g_assert_no_error(error);
        g_assert_cmpuint(figure->panels->len, >, 0);
        g_assert_nonnull(figure->theme);
    } else {
        g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        g_assert_true(g_str_has_prefix(error->message, "fuzz.yaml:"));
    }
}

static unsigned from_environment(const char *name, unsigned otherwise)
{
    const char *text = g_getenv(name);

    return text ? (unsigned)g_ascii_strtoull(text, NULL, 10) : otherwise;
}

static void test_mutations(const void *folder)
{
    GPtrArray *corpus = load_corpus(folder);
    unsigned first = from_environment("ACTPLOT_FUZZ_FIRST", 0);
    unsigned count = from_environment("ACTPLOT_FUZZ_COUNT", MUTATIONS / 2);

    for (unsigned i = first; i < first + count; i++) {
        uint64_t state = i;
        const GString *seed = g_ptr_array_index(corpus, below(&state, corpus->len));
        const GString *other = g_ptr_array_index(corpus, below(&state, corpus->len));
        GString *text = g_string_new_len(seed->str, (gssize)seed->len);

        for (size_t edits = 1 + below(&state, EDITS_MAX); edits > 0; edits--)
            edit(text, other, &state);
        check(text);
        g_string_free(text, TRUE);
    }
    for (unsigned i = 0; i < corpus->len; i++)
        g_string_free(g_ptr_array_index(corpus, i), TRUE);
    g_ptr_array_unref(corpus);
}

/* What a merged tree says in YAML reads back as the same tree. */
static void check_written(const char *text, const char *const *settings)
{
    g_autoptr(DocumentNode) root = settings_merge(text, settings, NULL);
    g_autoptr(DocumentNode) again = NULL;
    g_autoptr(GString) once = g_string_new(NULL);
    g_autoptr(GString) twice = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    if (!root)
        return;
    document_write(once, root);
    if (once->len > DOCUMENT_MAX_BYTES)
        return;
    again = settings_merge(once->str, NULL, &error);
    g_assert_no_error(error);
    document_write(twice, again);
    g_assert_cmpstr(twice->str, ==, once->str);
}

/* A path into a figure, and a value out of a piece of another file, both mutated. */
static char *setting_new(const GString *other, uint64_t *state)
{
    static const char *const paths[] = {"title",
                                        "x.range",
                                        "panels.1.curves.1.color",
                                        "panels.2.y",
                                        "curves.1",
                                        "curves.+",
                                        "curves.2.plot",
                                        "define.f",
                                        "define.f.label",
                                        "notes.1.at",
                                        "panels.+.curves.+",
                                        "shade.1.color",
                                        "lines",
                                        "size",
                                        "theme"};
    GString *setting = g_string_new(paths[below(state, G_N_ELEMENTS(paths))]);
    size_t from = below(state, other->len);

    g_string_append_c(setting, '=');
    if (below(state, 2) == 0)
        g_string_append(setting, pieces[below(state, G_N_ELEMENTS(pieces))]);
    g_string_append_len(setting, other->str + from,
                        (gssize)below(state, MIN(40, other->len - from)));
    while (below(state, 3) == 0)
        edit(setting, other, state);
    return g_string_free(setting, FALSE);
}

static void check_settings(const GString *text, const char *const *settings)
{
    const FigureReading reading = {.outer = &activation_scope, .settings = settings};
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure =
        figure_parse_with(text->str, text->len, "fuzz.yaml", &reading, &error);

    if (!figure) {
        g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        g_assert_true(g_str_has_prefix(error->message, "fuzz.yaml:") ||
                      g_str_has_prefix(error->message, "--set:"));
    }
    check_written(text->str, settings);
}

static void test_settings(const void *folder)
{
    GPtrArray *corpus = load_corpus(folder);
    unsigned first = from_environment("ACTPLOT_FUZZ_FIRST", 0);
    unsigned count = from_environment("ACTPLOT_FUZZ_COUNT", MUTATIONS / 4);

    for (unsigned i = first; i < first + count; i++) {
        uint64_t state = i;
        const GString *seed = g_ptr_array_index(corpus, below(&state, corpus->len));
        const GString *other = g_ptr_array_index(corpus, below(&state, corpus->len));
        g_autofree char *one = setting_new(other, &state);
        g_autofree char *two = setting_new(seed, &state);
        const char *const settings[] = {one, two, NULL};

        check_settings(seed, settings);
    }
    for (unsigned i = 0; i < corpus->len; i++)
        g_string_free(g_ptr_array_index(corpus, i), TRUE);
    g_ptr_array_unref(corpus);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/fuzz/figure/good", "spec/good", test_mutations);
    g_test_add_data_func("/fuzz/figure/bad", "spec/bad", test_mutations);
    g_test_add_data_func("/fuzz/figure/settings", "spec/good", test_settings);
    return g_test_run();
}
