/* drawing_options.c - the options that plot and render have in common. */
#include "cli/drawing_options.h"

#include "base/error.h"
#include "cli/value.h"

#include <string.h>

DrawingOptions drawing_options = {.compression = 6};

static bool read_within(const char *option, const char *text, double minimum,
                        double maximum, double *value, GError **error)
{
    if (text == NULL)
        return true;
    if (!value_number(option, text, value, error))
        return false;
    if (*value >= minimum && *value <= maximum)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s must be within %d .. %d, not '%s'", option, (int)minimum,
                (int)maximum, text);
    return false;
}

/* text is NULL or one of words, ended by NULL. */
static bool is_one_of(const char *option, const char *text, const char *const *words,
                      GError **error)
{
    g_autofree char *list = NULL;

    if (text == NULL || g_strv_contains(words, text))
        return true;
    list = g_strjoinv(", ", (char **)words);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s must be one of %s, not '%s'", option, list, text);
    return false;
}

bool drawing_options_read(BackendOptions *options, GError **error)
{
    static const char *const texts[] = {"text", "outlines", NULL};
    static const char *const places[] = {"inline", "files", NULL};
    const DrawingOptions *given = &drawing_options;

    *options = backend_options_default;
    if (!read_within("--dpi", given->dpi, 10, 2400, &options->dpi, error) ||
        !read_within("--scale", given->scale, 0.1, 16, &options->scale, error) ||
        !is_one_of("--text", given->text, texts, error) ||
        !is_one_of("--data", given->data, places, error))
        return false;
    if (given->compression < 0 || given->compression > 9) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "--compression must be within 0 .. 9, not %d", given->compression);
        return false;
    }
    options->compression = given->compression;
    options->outlines = g_strcmp0(given->text, "outlines") == 0;
    options->terminal = given->terminal;
    options->functions = given->functions;
    options->data_files = g_strcmp0(given->data, "files") == 0;
    return true;
}

static void add_option(GString *text, const char *name, const char *value)
{
    g_autofree char *quoted = NULL;

    if (value == NULL)
        return;
    if (strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                      "._/-") != strlen(value))
        quoted = g_shell_quote(value);
    g_string_append_printf(text, " --%s=%s", name, quoted != NULL ? quoted : value);
}

char *drawing_options_text(void)
{
    const DrawingOptions *given = &drawing_options;
    GString *text = g_string_new(NULL);

    add_option(text, "scale", given->scale);
    if (given->compression != 6)
        g_string_append_printf(text, " --compression=%d", given->compression);
    add_option(text, "text", given->text);
    add_option(text, "dark", given->dark);
    add_option(text, "terminal", given->terminal);
    add_option(text, "data", given->data);
    if (given->functions)
        g_string_append(text, " --functions");
    for (char *at = text->str; *at != '\0'; at++) /* it stays one line of comment */
        if (g_ascii_iscntrl(*at))
            *at = ' ';
    return g_string_free(text, FALSE);
}
