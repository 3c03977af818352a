/* eps.c - the Drawing as Encapsulated PostScript, by cairo's writer. */
#include "config.h"

#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "base/error.h"
#include "base/number.h"

#include <cairo-ps.h>
#include <math.h>
#include <string.h>

enum { SIDE_MAX_PT = 14400 }; /* what other programs take it into has this limit */

/* The comment with the time of writing, which cairo always adds. */
static const char date_comment[] = "%%CreationDate: ";

static cairo_status_t append_bytes(void *data, const unsigned char *bytes,
                                   unsigned length)
{
    g_byte_array_append(data, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* DSC comments are lines of at most 255 bytes of ASCII. */
static void add_title(cairo_surface_t *surface, const char *title)
{
    g_autoptr(GString) comment = g_string_new("%%Title: ");
    for (const char *at = title; *at && comment->len < 200; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        g_string_append_c(comment, letter >= 0x20 && letter < 0x7f ? *at : '?');
    }
    cairo_ps_surface_dsc_comment(surface, comment->str);
}

/* The page's box, even where its margin is empty; cairo would take the ink's. */
static void add_boxes(cairo_surface_t *surface, double width_pt, double height_pt)
{
    char width[NUMBER_SIZE], height[NUMBER_SIZE];
    g_autofree char *whole =
        g_strdup_printf("%%%%BoundingBox: 0 0 %ld %ld", (long)ceil(width_pt - 1e-6),
                        (long)ceil(height_pt - 1e-6));
    g_autofree char *exact = g_strdup_printf("%%%%HiResBoundingBox: 0 0 %s %s",
                                             number_format_fixed(width_pt, 4, width),
                                             number_format_fixed(height_pt, 4, height));
    cairo_ps_surface_dsc_comment(surface, whole);
    cairo_ps_surface_dsc_comment(surface, exact);
}

/* Appends text without the line of the date. */
static void append_undated(GByteArray *out, const GByteArray *text)
{
    const char *start = (const char *)text->data;
    const char *date = g_strstr_len(start, MIN(text->len, 4096), date_comment);
    const char *end =
        date ? memchr(date, '\n', text->len - (size_t)(date - start)) : NULL;
    size_t before = end ? (size_t)(date - start) : 0;
    size_t after = end ? (size_t)(end + 1 - start) : 0;
    g_byte_array_append(out, text->data, (guint)before);
    g_byte_array_append(out, text->data + after, (guint)(text->len - after));
}

static bool is_too_large(const Drawing *drawing, GError **error)
{
    double width = drawing_width(drawing), height = drawing_height(drawing);
    char across[NUMBER_SIZE], down[NUMBER_SIZE];
    if (width <= SIDE_MAX_PT && height <= SIDE_MAX_PT)
        return false;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "a page of %s x %s pt is too large for eps (at most %d a side)",
                number_format_digits(width, 6, across),
                number_format_digits(height, 6, down), SIDE_MAX_PT);
    return true;
}

static bool write_eps(const Drawing *drawing, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    if (is_too_large(drawing, error))
        return false;
    const char *title = drawing_title(drawing);
    g_autoptr(GByteArray) text = g_byte_array_new();
    cairo_surface_t *surface = cairo_ps_surface_create_for_stream(
        append_bytes, text, drawing_width(drawing), drawing_height(drawing));
    cairo_ps_surface_set_eps(surface, TRUE);
    cairo_ps_surface_restrict_to_level(surface, CAIRO_PS_LEVEL_3);
    add_title(surface, title[0] ? title : drawing_name(drawing));
    add_boxes(surface, drawing_width(drawing), drawing_height(drawing));
    cairo_t *cr = cairo_create(surface);
    cairo_painter_paint_opaque(cr, drawing);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_painter_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot write '%s' as eps: %s", drawing_name(drawing),
                    cairo_status_to_string(status));
        return false;
    }
    append_undated(out, text);
    return true;
}

const Backend backend_eps = {
    .name = "eps",
    .help = "Encapsulated PostScript for print, fonts embedded",
    .shows = "everything; what shines through elsewhere is opaque, its colour mixed "
             "with the ground's",
    .binary = true,
    .write_drawing = write_eps,
};
