/* plot.c - the command `plot`: a figure straight from the command line. */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/compose.h"
#include "cli/drawing_options.h"
#include "cli/figure_options.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/picture.h"
#include "cli/terminal.h"

#include <string.h>
#include <unistd.h>

static char *output, *figure_file;
static char **labels;
static char *colors, *vary;
static gboolean derivative;
static gboolean grid_on, grid_off;
static char *title, *subtitle, *description, *theme, *size, *legend, *overlap;
static char *x_range, *x_label, *x_scale, *x_ticks;
static char *y_range, *y_label, *y_scale, *y_ticks;
static char *width, *dash, *palette, *at_jump, *samples, *experiment;

#define TEXT_OPTION(name, variable, help, value)                                       \
    {                                                                                  \
        name, 0, 0, G_OPTION_ARG_FILENAME, &variable, help, value                      \
    }

/* clang-format off */
static const GOptionEntry options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
     "write to FILE, `-` for standard output", "FILE"},
    TEXT_OPTION("format", drawing_options.format,
        "the format (by FILE's ending, else svg); `yaml` is\n"
        "the figure file that these options stand for", "FORMAT"),
    TEXT_OPTION("range", x_range, "the stretch of x (-5:5)", "A:B"),
    TEXT_OPTION("y-range", y_range, "the stretch of y (what the curves need)", "A:B"),
    {"derivative", 'd', 0, G_OPTION_ARG_NONE, &derivative,
     "a second panel with the derivatives", NULL},
    TEXT_OPTION("vary", vary, "a family of curves: alpha=0,0.1,0.25", "NAME=V,..."),
    TEXT_OPTION("experiment", experiment,
        "show what this experiment finds, under the\n"
        "functions: NAME or '{run: NAME, depth: 30}';\n"
        "see 'actplot list experiments'", "EXPERIMENT"),
    TEXT_OPTION("title", title, "above the figure", "TEXT"),
    TEXT_OPTION("subtitle", subtitle, "below the title", "TEXT"),
    TEXT_OPTION("description", description, "for those who cannot see it", "TEXT"),
    {"label", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &labels,
     "of the next curve in the legend; once a curve", "TEXT"},
    TEXT_OPTION("x-label", x_label, "below the x axis", "TEXT"),
    TEXT_OPTION("y-label", y_label, "beside the y axis", "TEXT"),
    TEXT_OPTION("x-scale", x_scale, "linear, log or symlog", "SCALE"),
    TEXT_OPTION("y-scale", y_scale, "linear, log or symlog", "SCALE"),
    TEXT_OPTION("x-ticks", x_ticks, "a count, a list, or `pi`", "TICKS"),
    TEXT_OPTION("y-ticks", y_ticks, "a count, a list, or `pi`", "TICKS"),
    {"grid", 0, 0, G_OPTION_ARG_NONE, &grid_on, "grid lines, whatever the theme", NULL},
    {"no-grid", 0, 0, G_OPTION_ARG_NONE, &grid_off, "no grid lines", NULL},
    TEXT_OPTION("color", colors, "of the curves in turn: blue,#008000", "COLOR,..."),
    TEXT_OPTION("width", width, "of the curves: `1.5 pt`", "LENGTH"),
    TEXT_OPTION("dash", dash, "of the curves: solid, dashed, dotted, dashdot,\n"
        "or lengths in turn: `4 pt,2 pt`", "DASH"),
    TEXT_OPTION("palette", palette, "of families: viridis, blues, ...", "NAME"),
    TEXT_OPTION("at-jump", at_jump, "dots, gap or line (dots)", "STYLE"),
    TEXT_OPTION("overlap", overlap,
        "where curves coincide: interleave or over (interleave)", "STYLE"),
    TEXT_OPTION("samples", samples, "points evenly, not where they are needed", "N"),
    TEXT_OPTION("legend", legend, "auto, top-left, outside, none, ... (auto)", "PLACE"),
    TEXT_OPTION("theme", theme, "default, article, paper, or a theme file", "THEME"),
    TEXT_OPTION("size", size, "of the page: `15 cm, 9 cm`", "W,H"),
    TEXT_OPTION("write-figure", figure_file,
        "also write the figure file that draws the same\n"
        "picture; without -o, only that", "FILE"),
    FIGURE_OPTION_ENTRIES,
    DRAWING_OPTION_ENTRIES,
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};
/* clang-format on */

/* The figure's name: that of the file without folder and ending. */
static char *figure_name(void)
{
    g_autofree char *base = NULL;
    char *point;

    if (output == NULL || strcmp(output, "-") == 0)
        return g_strdup("figure");
    base = g_path_get_basename(output);
    point = strrchr(base, '.');
    if (point != NULL && point != base)
        *point = '\0';
    return g_steal_pointer(&base);
}

/* Once the figure that it describes is known to be good. */
static int write_figure_file(const Request *request, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = compose_figure(request, NULL, &error);
    bool to_file = path != NULL && strcmp(path, "-") != 0;
    g_autofree char *folder = to_file ? g_path_get_dirname(path) : NULL;
    g_autofree char *text = NULL;

    if (figure != NULL)
        text = compose_text(request, folder, &error);
    if (text == NULL ||
        !output_write(path != NULL ? path : "-", text, strlen(text), &error))
        return arguments_fail(&command_plot, error);
    return ACTPLOT_DONE;
}

/* Gives the picture the figure in the dark theme, which must outlive it. */
static Figure *add_dark(const Request *request, Picture *picture, const char *name,
                        TextContext *text, GError **error)
{
    g_auto(GStrv) overrides = picture_dark_settings(picture, request->overrides);
    Request darker = *request;
    Figure *dark;
    Picture *dark_picture;

    darker.overrides = (const char *const *)overrides;
    dark = compose_figure(&darker, NULL, error);
    if (dark == NULL)
        return NULL;
    g_free(dark->name);
    dark->name = g_strdup(name);
    dark_picture = picture_new(dark, text, NULL, error);
    if (dark_picture != NULL)
        picture_take_dark(picture, dark_picture);
    return dark;
}

static int draw(const Request *request, const Backend *backend,
                const BackendOptions *settings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) text =
        backend->write_scene == NULL ? text_context_new(NULL, warnings) : NULL;
    g_autoptr(Figure) figure = compose_figure(request, warnings, &error);
    g_autoptr(Figure) dark = NULL;
    g_autoptr(Picture) picture = NULL;

    if (figure == NULL)
        return arguments_fail(&command_plot, error);
    g_free(figure->name);
    figure->name = figure_name();
    picture = picture_new(figure, text, warnings, &error);
    if (picture != NULL && drawing_options_dark(figure) != NULL &&
        strcmp(backend->name, "svg") == 0)
        dark = add_dark(request, picture, figure->name, text, &error);
    if (picture == NULL || error != NULL ||
        !picture_save(picture, backend, settings, output != NULL ? output : "-",
                      warnings, &error))
        return arguments_fail(&command_plot, error);
    if (!drawing_options.quiet)
        arguments_warn(&command_plot, NULL, warnings);
    return figure_file != NULL ? write_figure_file(request, figure_file) : ACTPLOT_DONE;
}

/* NULL, with *status: what was asked for cannot go where it should. */
static const Backend *choose_format(int *status)
{
    bool to_terminal = output == NULL && isatty(STDOUT_FILENO) != 0;
    bool to_file = output != NULL && strcmp(output, "-") != 0;
    g_autoptr(GError) error = NULL;
    const Backend *backend;

    if (drawing_options.format != NULL)
        backend = picture_format(drawing_options.format, &error);
    else if (to_file)
        backend = picture_format_of_file(output, &error);
    else
        backend = picture_format(to_terminal ? "term" : "svg", &error);
    if (backend == NULL) {
        *status = arguments_fault(&command_plot, "%s", error->message);
        return NULL;
    }
    if (to_terminal && backend->binary) {
        *status = arguments_fault(
            &command_plot, "%s is not for a terminal: say where to, with -o FILE",
            backend->name);
        return NULL;
    }
    return backend;
}

static int plot(const Request *request)
{
    g_autoptr(GError) error = NULL;
    BackendOptions settings;
    const Backend *backend;
    int status;

    if (!drawing_options_read(&settings, &error))
        return arguments_fault(&command_plot, "%s", error->message);
    if (g_strcmp0(drawing_options.format, "yaml") == 0 ||
        (drawing_options.format == NULL && output != NULL &&
         g_str_has_suffix(output, ".yaml")))
        return write_figure_file(request, output);
    if (figure_file != NULL && output == NULL)
        return write_figure_file(request, figure_file);
    backend = choose_format(&status);
    if (backend == NULL)
        return status;
    if (strcmp(backend->name, "term") == 0)
        terminal_ask(&settings);
    return draw(request, backend, &settings);
}

/* How many texts commas part. */
static unsigned count_items(const char *list)
{
    unsigned count = 1;

    for (; *list != '\0'; list++)
        count += *list == ',';
    return count;
}

/* The first argument that names a picture, where -o was forgotten. */
static const char *find_file(char **formulas)
{
    for (char **formula = formulas; *formula != NULL; formula++) {
        if (strchr(*formula, '.') != NULL && picture_format_of_file(*formula, NULL))
            return *formula;
    }
    return NULL;
}

/* What options say of so many formulas; false, with *status: they do not go together.
 */
static bool check_options(char **formulas, int count, int *status)
{
    const char *file = find_file(formulas);
    const char *what = count == 1 ? "formula" : "formulas";

    if (file != NULL)
        *status = arguments_fault(&command_plot, "'%s' is no formula (write -o %s)",
                                  file, file);
    else if (grid_on && grid_off)
        *status = arguments_fault(&command_plot, "--grid or --no-grid, not both");
    else if (labels != NULL && g_strv_length(labels) > (unsigned)count)
        *status = arguments_fault(&command_plot, "--label is given %u times for %d %s",
                                  g_strv_length(labels), count, what);
    else if (colors != NULL && count_items(colors) > (unsigned)count)
        *status = arguments_fault(&command_plot, "--color has %u colours for %d %s",
                                  count_items(colors), count, what);
    else if (experiment != NULL && derivative)
        *status =
            arguments_fault(&command_plot, "--experiment or --derivative, not both");
    else if (palette != NULL && vary == NULL)
        *status = arguments_fault(&command_plot, "--palette goes with --vary");
    else
        return true;
    return false;
}

static int run(int argc, char **argv)
{
    int status;

    if (!arguments_parse(&command_plot, &argc, argv, &status) ||
        !figure_options_check(&command_plot, &status))
        return status;
    if (argc < 2 && experiment == NULL)
        return arguments_fault(&command_plot,
                               "a function's name or a formula is needed");
    if (!check_options(argv + 1, argc - 1, &status))
        return status;

    const char *grid = grid_on ? "true" : grid_off ? "false" : NULL;
    const Setting settings[] = {
        {"--title", "title", PLACE_FIGURE, FORM_TEXT, title},
        {"--subtitle", "subtitle", PLACE_FIGURE, FORM_TEXT, subtitle},
        {"--description", "description", PLACE_FIGURE, FORM_TEXT, description},
        {"--theme", "theme", PLACE_FIGURE, FORM_TEXT, theme},
        {"--dpi", "dpi", PLACE_FIGURE, FORM_TEXT, drawing_options.dpi},
        {"--size", "size", PLACE_FIGURE, FORM_LIST, size},
        {"--legend", "legend", PLACE_FIGURE, FORM_TEXT, legend},
        {"--overlap", "overlap", PLACE_FIGURE, FORM_TEXT, overlap},
        {"--experiment", "experiment", PLACE_FIGURE, FORM_MAP, experiment},
        {"--scale", "scale", PLACE_OUTPUT, FORM_TEXT, drawing_options.scale},
        {"--compression", "compression", PLACE_OUTPUT, FORM_TEXT,
         drawing_options.compression},
        {"--text", "text", PLACE_OUTPUT, FORM_TEXT, drawing_options.text},
        {"--dark", "dark", PLACE_OUTPUT, FORM_TEXT, drawing_options.dark},
        {"--terminal", "terminal", PLACE_OUTPUT, FORM_TEXT, drawing_options.terminal},
        {"--data", "data", PLACE_OUTPUT, FORM_TEXT, drawing_options.data},
        {"--functions", "functions", PLACE_OUTPUT, FORM_TEXT,
         drawing_options.functions ? "true" : NULL},
        {"--x-label", "label", PLACE_X, FORM_TEXT, x_label},
        {"--range", "range", PLACE_X, FORM_RANGE, x_range},
        {"--x-scale", "scale", PLACE_X, FORM_TEXT, x_scale},
        {"--x-ticks", "ticks", PLACE_X, FORM_EITHER, x_ticks},
        {"--grid", "grid", PLACE_X, FORM_TEXT, grid},
        {"--y-label", "label", PLACE_Y, FORM_TEXT, y_label},
        {"--y-range", "range", PLACE_Y, FORM_RANGE, y_range},
        {"--y-scale", "scale", PLACE_Y, FORM_TEXT, y_scale},
        {"--y-ticks", "ticks", PLACE_Y, FORM_EITHER, y_ticks},
        {"--grid", "grid", PLACE_Y, FORM_TEXT, grid},
        {"--width", "width", PLACE_CURVE, FORM_TEXT, width},
        {"--dash", "dash", PLACE_CURVE, FORM_EITHER, dash},
        {"--palette", "palette", PLACE_FAMILY, FORM_TEXT, palette},
        {"--at-jump", "at_jump", PLACE_CURVE, FORM_TEXT, at_jump},
        {"--samples", "samples", PLACE_CURVE, FORM_TEXT, samples},
    };
    const Request request = {
        .formulas = (const char *const *)argv + 1,
        .settings = settings,
        .setting_count = G_N_ELEMENTS(settings),
        .labels = (const char *const *)labels,
        .colors = colors,
        .vary = vary,
        .derivative = derivative,
        .overrides = (const char *const *)figure_options.settings,
    };

    return plot(&request);
}

const Command command_plot = {
    .name = "plot",
    .arguments = "[FORMULA...]",
    .takes_formulas = true,
    .summary = "draw functions, by name or by formula",
    .description =
        "Each FORMULA is a curve: a name of the catalogue ('actplot list "
        "activations'),\n"
        "with ' for the derivative, or a formula of x. Without -o, a terminal shows it "
        "at\n"
        "once, and a pipe or file gets SVG. Numbers may be formulas: "
        "--range=-2*pi:2*pi.\n"
        "A formula that begins with a minus comes after --. For more than one figure, "
        "and\n"
        "for everything that figure files can say, see 'actplot help render'.",
    .examples =
        "actplot plot relu gelu silu -o gates.png\n"
        "actplot plot tanh \"tanh'\" \"tanh''\" --range=-4:4 -o tanh.svg\n"
        "actplot plot \"x*tanh(log1p(exp(x)))\" mish -o same.pdf\n"
        "actplot plot prelu --vary alpha=0,0.1,0.25,0.5 --derivative -o prelu.gp\n"
        "actplot plot --experiment '{run: iteration, steps: 30}' -o orbits.png\n"
        "actplot plot relu gelu --title Gates --format=yaml -o gates.yaml\n"
        "actplot plot relu >relu.svg",
    .run = run,
    .options = options,
};
