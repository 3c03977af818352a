/* term.c - a look in the terminal: characters with lines of Braille, or a picture by
 * libchafa where the terminal can show one.
 *
 * Characters are drawn from the Scene, for in a picture made of blocks no text can be
 * read.
 */
#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "backend/term_chafa.h"
#include "backend/term_panel.h"
#include "base/error.h"

#include <math.h>
#include <string.h>

enum {
    COLUMNS = 80,
    ROWS = 24,          /* of a terminal that does not tell */
    PANEL_COLUMNS = 36, /* at least, beside others */
    CELL_WIDTH = 10,    /* pixels of a character */
    CELL_HEIGHT = 20,
};

static bool write_picture(const Drawing *drawing, const char *way, int columns,
                          int rows, GString *out, GError **error)
{
    double across = columns * CELL_WIDTH / drawing_width(drawing);
    double down = rows * CELL_HEIGHT / drawing_height(drawing);
    double scale = fmin(across, down);
    int used_columns = (int)fmax(1, drawing_width(drawing) * scale / CELL_WIDTH);
    int used_rows = (int)fmax(1, drawing_height(drawing) * scale / CELL_HEIGHT);
    int width = used_columns * CELL_WIDTH, height = used_rows * CELL_HEIGHT;
    g_autofree uint32_t *pixels = g_new0(uint32_t, (gsize)width * (gsize)height);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)pixels, CAIRO_FORMAT_ARGB32, width, height,
        width * (int)sizeof *pixels);
    cairo_t *cr = cairo_create(surface);
    cairo_painter_paint(cr, drawing, scale);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return term_chafa_print(pixels, width, height, way, used_columns, used_rows,
                                out, error);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot paint '%s': %s",
                drawing_name(drawing), cairo_status_to_string(status));
    return false;
}

/* Centred lines of text from a row on; returns how many. */
static int write_lines(TermCanvas *canvas, int columns, int row, const char *text,
                       bool bold)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int count = 0;
    for (char **line = lines; *line; line++, count++)
        if (canvas)
            term_canvas_text(canvas, MAX(0, (columns - term_text_width(*line)) / 2),
                             row + count, *line, NULL, bold);
    return count;
}

static int titles_rows(TermCanvas *canvas, const Scene *scene, int columns)
{
    int rows = write_lines(canvas, columns, 0, scene->title.plain, true);
    return rows + write_lines(canvas, columns, rows, scene->subtitle.plain, false);
}

/* Panels stand beside each other as on the page where there is room. */
static void write_characters(const Scene *scene, int columns, int rows, int colors,
                             GString *out)
{
    int count = (int)scene->panels->len;
    int across = CLAMP(columns / PANEL_COLUMNS, 1, MAX(scene->columns, 1));
    int down = (count + across - 1) / across;
    int head = titles_rows(NULL, scene, columns);
    int tail = write_lines(NULL, columns, 0, scene->caption.plain, false);
    int each = (rows - 1 - head - tail) / MAX(down, 1);
    for (int i = 0; i < count; i++) /* rather more rows than the terminal has */
        each =
            MAX(each, term_panel_rows_least(g_ptr_array_index(scene->panels, (guint)i),
                                            columns / across));
    int total = head + down * each + tail;
    TermCanvas *canvas = term_canvas_new(columns, total);
    titles_rows(canvas, scene, columns);
    for (int i = 0; i < count; i++) {
        TermBox box = {i % across * (columns / across), head + i / across * each,
                       columns / across, each};
        term_panel_draw(canvas, g_ptr_array_index(scene->panels, (guint)i), box,
                        colors > 0);
    }
    write_lines(canvas, columns, total - tail, scene->caption.plain, false);
    term_canvas_print(canvas, colors, out);
    term_canvas_free(canvas);
}

static bool write_term(const Drawing *drawing, const Scene *scene,
                       const BackendOptions *options, GByteArray *out,
                       Warnings *warnings, GError **error)
{
    static const char *const ways[] = {"kitty", "sixel", "blocks", "braille", NULL};
    const char *way = options->terminal ? options->terminal : "braille";
    int columns = options->columns > 0 ? options->columns : COLUMNS;
    int rows = options->rows > 0 ? options->rows : ROWS;
    g_autoptr(GString) text = g_string_new(NULL);
    (void)warnings;
    if (!g_strv_contains(ways, way)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "there is no way '%s' to draw in a terminal, only kitty, sixel, "
                    "blocks or braille",
                    way);
        return false;
    }
    if (strcmp(way, "braille") == 0)
        write_characters(scene, columns, rows, options->colors, text);
    else if (!write_picture(drawing, way, columns, rows - 1, text, error))
        return false;
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_term = {
    .name = "term",
    .help = "a look in the terminal: characters, or a picture where it can show one",
    .shows = "everything as a picture; in characters no insets and no contours",
    .binary = false,
    .write_page = write_term,
};
