/* gnuplot.c - the Scene as a script for gnuplot 5.4 that draws the same figure.
 *
 * Sampled points travel as data blocks, for gnuplot has neither our functions nor our
 * sampling; everything else is settings that a person may edit. Sizes in the script
 * are points.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/gnuplot_parts.h"
#include "base/error.h"
#include "base/length.h"
#include "base/nearest.h"

#include <math.h>
#include <string.h>

#define GNUPLOT_DPI 96.0 /* at which its fonts have the size that they say */

static const GnuplotTerminal terminals[] = {
    {.name = "pngcairo",
     .extension = "png",
     .dash_unit = 0.25,
     .least_dash_pt = 1,
     .point_pt = 3,
     .tic_unit = 0.4656},
    {.name = "svg",
     .extension = "svg",
     .dash_unit = 0.5,
     .point_size = 0.2637,
     .tic_unit = 0.5625},
    {.name = "pdfcairo",
     .extension = "pdf",
     .dash_unit = 0.275,
     .least_dash_pt = 1,
     .point_pt = 3,
     .tic_unit = 0.4656},
    {.name = "cairolatex",
     .extension = "tex",
     .dash_unit = 0.275,
     .least_dash_pt = 1,
     .point_pt = 3,
     .tic_unit = 0.4656,
     .latex = true},
    {.name = "qt", .dash_unit = 0.25, .point_pt = 3, .tic_unit = 0.4656},
};

static const GnuplotTerminal *find_terminal(const char *name, GError **error)
{
    Nearest nearest;
    g_autoptr(GString) known = g_string_new(NULL);
    nearest_init(&nearest, name);
    for (unsigned i = 0; i < G_N_ELEMENTS(terminals); i++) {
        if (strcmp(terminals[i].name, name) == 0)
            return &terminals[i];
        nearest_offer(&nearest, terminals[i].name);
        g_string_append_printf(known, "%s%s", i > 0 ? ", " : "", terminals[i].name);
    }
    if (nearest.best)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown gnuplot terminal '%s' (did you mean '%s'?)", name,
                    nearest.best);
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown gnuplot terminal '%s' (one of %s)", name, known->str);
    return NULL;
}

/* gnuplot takes one family: the theme's first. */
static char *first_family(const char *families)
{
    char *family = g_strndup(families, strcspn(families, ","));
    return g_strstrip(family);
}

static void append_pixels(GString *out, const Scene *scene, double dpi)
{
    g_string_append_printf(out, " size %ld,%ld",
                           lround(scene->width_pt * dpi / POINTS_PER_INCH),
                           lround(scene->height_pt * dpi / POINTS_PER_INCH));
}

static void append_units(GString *out, double font, double line, bool has_points)
{
    gnuplot_append_number(out, " fontscale ", font);
    gnuplot_append_number(out, " linewidth ", line);
    if (has_points)
        gnuplot_append_number(out, " pointscale ", line);
}

static void append_background(GString *out, const Gnuplot *gnuplot)
{
    Color background = gnuplot->scene->theme->background;
    if (background.alpha > 0)
        gnuplot_append_color(out, " background ", background);
    else if (strcmp(gnuplot->terminal->name, "pngcairo") == 0)
        g_string_append(out, " transparent");
}

static void write_terminal(Gnuplot *gnuplot, double dpi)
{
    const Scene *scene = gnuplot->scene;
    const char *name = gnuplot->terminal->name;
    GString *out = gnuplot->out;
    g_string_append_printf(out, "set terminal %s%s", name,
                           gnuplot->terminal->latex ? " pdf input colortext"
                                                    : " enhanced");
    if (strcmp(name, "pdfcairo") == 0 || gnuplot->terminal->latex) {
        gnuplot_append_number(out, " size ", scene->width_pt / POINTS_PER_INCH);
        gnuplot_append_number(out, "in,", scene->height_pt / POINTS_PER_INCH);
        g_string_append(out, "in rounded");
        append_units(out, 0.75, gnuplot->terminal->latex ? 4 : 2, false);
    } else if (strcmp(name, "svg") == 0) {
        append_pixels(out, scene, GNUPLOT_DPI);
        g_string_append(out, " rounded");
        append_units(out, GNUPLOT_DPI / POINTS_PER_INCH, GNUPLOT_DPI / POINTS_PER_INCH,
                     false);
    } else if (strcmp(name, "pngcairo") == 0) {
        append_pixels(out, scene, dpi);
        g_string_append(out, " rounded");
        /* Fonts of less than a pixel would make it complain. */
        double font = fmax(dpi / GNUPLOT_DPI, 1 / scene->theme->tick_size_pt);
        append_units(out, font, dpi / POINTS_PER_INCH, true);
    } else {
        append_pixels(out, scene, dpi);
        gnuplot_append_number(out, " linewidth ", dpi / POINTS_PER_INCH);
    }
    char size[NUMBER_SIZE];
    g_autofree char *family = first_family(scene->theme->font_family);
    g_autofree char *font =
        g_strdup_printf("%s,%s", gnuplot->terminal->latex ? "" : family,
                        number_format_fixed(scene->theme->tick_size_pt, 2, size));
    g_string_append(out, " font ");
    gnuplot_append_string(out, font);
    if (strcmp(name, "qt") != 0)
        append_background(out, gnuplot);
    g_string_append_c(out, '\n');
}

static void write_output(const Gnuplot *gnuplot, const char *output_name)
{
    const char *extension = gnuplot->terminal->extension;
    if (!extension || !output_name)
        return;
    g_autofree char *name = g_strdup_printf("%s.%s", gnuplot->stem, extension);
    g_string_append(gnuplot->out, "set output ");
    gnuplot_append_string(gnuplot->out, name);
    g_string_append_c(gnuplot->out, '\n');
}

GString *gnuplot_begin_data(Gnuplot *gnuplot, const char *kind)
{
    GPtrArray *files = gnuplot->options->files;
    if (files) {
        g_autofree char *name =
            g_strdup_printf("%s-%s-%d.dat", gnuplot->stem, kind, gnuplot->data_number);
        return backend_file_add(files, name)->text;
    }
    g_string_append_printf(gnuplot->out, "$%s_%d << EOD\n", kind, gnuplot->data_number);
    return gnuplot->out;
}

void gnuplot_end_data(Gnuplot *gnuplot)
{
    if (!gnuplot->options->files)
        g_string_append(gnuplot->out, "EOD\n");
}

void gnuplot_append_data_name(Gnuplot *gnuplot, const char *kind)
{
    if (gnuplot->options->files) {
        g_autofree char *name =
            g_strdup_printf("%s-%s-%d.dat", gnuplot->stem, kind, gnuplot->data_number);
        gnuplot_append_string(gnuplot->out, name);
    } else {
        g_string_append_printf(gnuplot->out, "$%s_%d", kind, gnuplot->data_number);
    }
}

static void append_point(GString *out, Point point)
{
    char x[NUMBER_SIZE], y[NUMBER_SIZE];
    g_string_append_printf(out, "%s %s\n", number_format(point.x, x),
                           number_format(point.y, y));
}

/* A comment line of a text that may be anything. */
static void append_comment(GString *out, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text), "\r\n", ' ');
    g_string_append_printf(out, "# %s\n", line);
}

static void write_curve_data(Gnuplot *gnuplot, const GnuplotView *view,
                             const SceneSeries *series)
{
    g_autoptr(GPtrArray) strokes = gnuplot_strokes(view, series);
    GString *out;
    if (strokes->len == 0 || gnuplot_is_function(gnuplot, series))
        return;
    if (!gnuplot->options->files)
        append_comment(gnuplot->out, series->label.plain);
    out = gnuplot_begin_data(gnuplot, "curve");
    if (gnuplot->options->files)
        append_comment(out, series->label.plain);
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *points = g_ptr_array_index(strokes, i);
        if (i > 0)
            g_string_append_c(out, '\n');
        for (guint k = 0; k < points->len; k++)
            append_point(out, g_array_index(points, Point, k));
    }
    gnuplot_end_data(gnuplot);
}

static void write_dot_data(Gnuplot *gnuplot, const SceneSeries *series, bool filled)
{
    GString *out = NULL;
    for (guint i = 0; i < series->dots->len; i++) {
        const SceneDot *dot = &g_array_index(series->dots, SceneDot, i);
        if (dot->filled != filled)
            continue;
        if (!out)
            out = gnuplot_begin_data(gnuplot, filled ? "taken" : "open");
        append_point(out, dot->at);
    }
    if (out)
        gnuplot_end_data(gnuplot);
}

static void write_data(Gnuplot *gnuplot)
{
    gnuplot->data_number = 0;
    for (guint i = 0; i < gnuplot->views->len; i++) {
        const GnuplotView *view = &g_array_index(gnuplot->views, GnuplotView, i);
        const ScenePanel *panel = view->panel;
        gnuplot->view_number = (int)i + 1;
        gnuplot_write_field_data(gnuplot, panel);
        gnuplot_write_mark_data(gnuplot, panel);
        for (guint k = 0; k < panel->series->len; k++) {
            const SceneSeries *series = g_ptr_array_index(panel->series, k);
            gnuplot->data_number++;
            gnuplot_write_area_data(gnuplot, series);
            write_curve_data(gnuplot, view, series);
            gnuplot_write_marker_data(gnuplot, series);
            write_dot_data(gnuplot, series, false);
            write_dot_data(gnuplot, series, true);
        }
    }
}

/* Labels at places on the page: the first panel carries them. */
static void write_page_titles(Gnuplot *gnuplot)
{
    EstimatedTitle titles[2];
    int count = estimate_page_titles(gnuplot->scene, gnuplot->frames, titles);
    for (int i = 0; i < count; i++)
        gnuplot_append_title(gnuplot, &titles[i]);
}

static void write_panels(Gnuplot *gnuplot)
{
    bool several = gnuplot->views->len > 1;
    gnuplot->data_number = 0;
    if (several)
        g_string_append(gnuplot->out, "\nset multiplot\n");
    for (guint i = 0; i < gnuplot->views->len; i++) {
        g_string_append_c(gnuplot->out, '\n');
        if (i > 0) {
            g_string_append(gnuplot->out, "reset\n");
        } else {
            write_page_titles(gnuplot);
            gnuplot_write_labels(gnuplot, NULL);
        }
        gnuplot->view_number = (int)i + 1;
        gnuplot_write_panel(gnuplot, &g_array_index(gnuplot->views, GnuplotView, i));
    }
    if (several)
        g_string_append(gnuplot->out, "\nunset multiplot\n");
}

static GArray *list_views(const Scene *scene, const Drawing *drawing)
{
    GArray *views = g_array_new(FALSE, FALSE, sizeof(GnuplotView));
    const GArray *insets = drawing_insets(drawing);
    for (guint i = 0; i < scene->panels->len; i++) {
        GnuplotView view = {.panel = g_ptr_array_index(scene->panels, i)};
        drawing_frame(drawing, view.panel, &view.frame);
        g_array_append_val(views, view);
        for (guint k = 0; k < insets->len; k++) {
            const DrawingInset *inset = &g_array_index(insets, DrawingInset, k);
            GnuplotView within = {.panel = inset->inset, .inset = inset};
            if (inset->panel != view.panel)
                continue;
            drawing_frame(drawing, within.panel, &within.frame);
            g_array_append_val(views, within);
        }
    }
    return views;
}

static bool write_gnuplot(const Drawing *drawing, const Scene *scene,
                          const BackendOptions *options, GByteArray *out,
                          Warnings *warnings, GError **error)
{
    (void)warnings;
    const char *name = options->terminal ? options->terminal : terminals[0].name;
    const GnuplotTerminal *terminal = find_terminal(name, error);
    Scene sized = *scene; /* of the height that layout found */
    if (!terminal)
        return false;
    sized.height_pt = drawing_height(drawing);
    scene = &sized;
    g_autofree Rect *frames = g_new0(Rect, scene->panels->len);
    g_autoptr(GString) text = g_string_sized_new(16 * 1024);
    g_autofree char *stem = backend_stem(
        options->output_name ? options->output_name : scene->name, "gp plt gnuplot");
    g_autoptr(GArray) views = list_views(scene, drawing);
    Gnuplot gnuplot = {
        .out = text,
        .views = views,
        .options = options,
        .stem = stem,
        .scene = scene,
        .drawing = drawing,
        .terminal = terminal,
        .frames = frames,
    };
    for (guint i = 0; i < scene->panels->len; i++)
        drawing_frame(drawing, g_ptr_array_index(scene->panels, i), &frames[i]);
    append_comment(text, scene->name);
    g_string_append(text, "# drawn by " PACKAGE_NAME " " PACKAGE_VERSION
                          " for gnuplot 5.4; sizes are in points\n"
                          "set encoding utf8\n");
    write_terminal(&gnuplot, isnan(options->dpi) ? scene->dpi : options->dpi);
    write_output(&gnuplot, options->output_name);
    g_string_append_c(text, '\n');
    gnuplot_write_functions(&gnuplot);
    write_data(&gnuplot);
    write_panels(&gnuplot);
    if (!terminal->extension)
        g_string_append(text, "\npause mouse close\n");
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_gp = {
    .name = "gp",
    .help = "script for gnuplot 5.4, its points included (--terminal pngcairo, svg, "
            "pdfcairo, cairolatex, qt)",
    .shows = "everything; frames and texts stand about where they do in other formats",
    .binary = false,
    .write_page = write_gnuplot,
};
