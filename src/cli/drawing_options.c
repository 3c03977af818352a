/* drawing_options.c - the options that plot and render have in common. */
#include "cli/drawing_options.h"

#include "base/error.h"
#include "cli/value.h"

#include <math.h>
#include <string.h>

DrawingOptions drawing_options;

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

static bool read_compression(const char *text, int *compression, GError **error)
{
    double value = *compression;

    if (!read_within("--compression", text, 0, 9, &value, error))
        return false;
    *compression = (int)value;
    if (value == *compression)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "--compression must be a whole number, not '%s'", text);
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
        !read_compression(given->compression, &options->compression, error) ||
        !is_one_of("--text", given->text, texts, error) ||
        !is_one_of("--data", given->data, places, error))
        return false;
    options->outlines = g_strcmp0(given->text, "outlines") == 0;
    options->terminal = given->terminal;
    options->functions = given->functions;
    options->data_files = g_strcmp0(given->data, "files") == 0;
    return true;
}

void drawing_options_complete(BackendOptions *options, const Figure *figure,
                              const Backend *backend)
{
    const DrawingOptions *given = &drawing_options;
    const OutputSpec *output = &figure->output;

    if (given->scale == NULL && !isnan(output->scale))
        options->scale = output->scale;
    if (given->compression == NULL && output->compression >= 0)
        options->compression = output->compression;
    if (given->text == NULL)
        options->outlines = output->text == OUTPUT_OUTLINES;
    if (given->data == NULL)
        options->data_files = output->data == OUTPUT_DATA_FILES;
    options->functions = options->functions || output->functions;
    if (given->terminal == NULL && output->terminal != NULL &&
        output_terminal_is_gnuplot(output->terminal) ==
            (strcmp(backend->name, "gp") == 0))
        options->terminal = output->terminal;
}

const char *drawing_options_dark(const Figure *figure)
{
    return drawing_options.dark != NULL ? drawing_options.dark : figure->output.dark;
}
