/* text.c - lines of text: markup to a measured PangoLayout and its runs. */
#include "layout/text.h"

#include "formula/markup.h"
#include "layout/text_fonts.h"
#include "layout/text_hole.h"
#include "layout/text_inside.h"
#include "layout/text_run.h"
#include "layout/text_script.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

enum { LINE_CHARACTERS_MAX = 4000 };

#define ELLIPSIS "…"

#define LEAST_SIZE 0.01 /* cairo cannot scale by 0 */

/* Hinting fits glyphs to one pixel grid; without it a line has the same width at
 * every resolution and in every format. At 72 dots an inch Pango's units are points. */
TextContext *text_context_new(const char *font_family, Warnings *warnings)
{
    TextContext *context = g_new0(TextContext, 1);
    cairo_font_options_t *options = cairo_font_options_create();
    PangoFontMap *map;

    text_fonts_load();
    map = pango_cairo_font_map_new();
    context->pango = pango_font_map_create_context(map);
    g_object_unref(map);
    /* Of the context, not of the map: that would wait for fontconfig, which a thread of
     * Pango's is reading meanwhile. */
    pango_cairo_context_set_resolution(context->pango, 72.0);

    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context->pango, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context->pango, FALSE);
    /* No language of that name: else each script would ask fontconfig anew, for a
     * language of its own (Greek letters for Greek), at 1 ms each. */
    pango_context_set_language(context->pango, pango_language_from_string("xx"));
    pango_context_set_base_dir(context->pango, PANGO_DIRECTION_LTR);

    context->font = pango_font_description_new();
    pango_font_description_set_absolute_size(context->font,
                                             TEXT_SHAPE_SIZE * PANGO_SCALE);
    context->lines = text_lines_new();
    text_context_use(context, font_family, warnings);
    return context;
}

void text_context_use(TextContext *context, const char *font_family, Warnings *warnings)
{
    const char *family = font_family ? font_family : "sans-serif";
    const char *before = pango_font_description_get_family(context->font);

    context->warnings = warnings;
    if (g_strcmp0(before, family) == 0)
        return;
    pango_font_description_set_family(context->font, family);
    context->axis_em = 0;
    text_lines_clear(context->lines);
}

Warnings *text_context_warn(TextContext *context, Warnings *warnings)
{
    Warnings *before = context->warnings;

    context->warnings = warnings;
    return before;
}

void text_context_free(TextContext *context)
{
    if (!context)
        return;
    text_lines_free(context->lines);
    pango_font_description_free(context->font);
    g_object_unref(context->pango);
    g_free(context);
}

static void divide(int *value, double scale)
{
    *value = (int)CLAMP(*value / scale, -1e6 * PANGO_SCALE, 1e6 * PANGO_SCALE);
}

/* Lengths in markup are of the page: they must come out right once scaled. */
static gboolean unscale_attribute(PangoAttribute *attribute, void *data)
{
    double scale = *(const double *)data;
    PangoFontDescription *font;

    switch (attribute->klass->type) {
    case PANGO_ATTR_SIZE:
    case PANGO_ATTR_ABSOLUTE_SIZE:
        divide(&((PangoAttrSize *)attribute)->size, scale);
        break;
    case PANGO_ATTR_RISE:
    case PANGO_ATTR_LETTER_SPACING:
        divide(&((PangoAttrInt *)attribute)->value, scale);
        break;
    case PANGO_ATTR_FONT_DESC:
        font = ((PangoAttrFontDesc *)attribute)->desc;
        if (pango_font_description_get_set_fields(font) & PANGO_FONT_MASK_SIZE) {
            int size = pango_font_description_get_size(font);
            divide(&size, scale);
            pango_font_description_set_absolute_size(font, size);
        }
        break;
    default:
        break;
    }
    return FALSE; /* keep it */
}

/* Splits markup into plain text of one line and its attributes; both the caller's. */
static char *parse_markup(const char *markup, double scale, PangoAttrList **attributes)
{
    char *text = NULL;
    char *cut;

    if (!g_utf8_validate(markup, -1, NULL) ||
        !pango_parse_markup(markup, -1, 0, attributes, &text, NULL, NULL)) {
        text = g_utf8_make_valid(markup, -1);
        *attributes = pango_attr_list_new();
    }
    if (g_utf8_strlen(text, -1) > LINE_CHARACTERS_MAX) {
        cut = g_utf8_offset_to_pointer(text, LINE_CHARACTERS_MAX);
        *cut = '\0';
    }
    for (char *at = text; *at; at++) {
        if ((unsigned char)*at < 0x20 || *at == 0x7F)
            *at = ' ';
    }
    /* U+2028, U+2029 would begin a new line too. */
    for (char *at = strstr(text, "\xE2\x80\xA8"); at; at = strstr(at, "\xE2\x80\xA8"))
        memcpy(at, "\xE2\x80\x8B", 3);
    for (char *at = strstr(text, "\xE2\x80\xA9"); at; at = strstr(at, "\xE2\x80\xA9"))
        memcpy(at, "\xE2\x80\x8B", 3);
    pango_attr_list_unref(
        pango_attr_list_filter(*attributes, unscale_attribute, &scale));
    text_add_languages(*attributes, text);
    return text;
}

PangoLayout *text_shape(TextContext *context, const char *text,
                        PangoAttrList *attributes, TextLook look)
{
    PangoLayout *layout = pango_layout_new(context->pango);

    pango_font_description_set_weight(context->font, look.bold ? PANGO_WEIGHT_BOLD
                                                               : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(context->font, look.italic ? PANGO_STYLE_ITALIC
                                                                : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, context->font);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_attributes(layout, attributes);
    return layout;
}

double text_axis_height(TextContext *context, double size_pt)
{
    PangoRectangle ink;
    if (context->axis_em == 0) {
        PangoLayout *plus = text_shape(context, "+", NULL, (TextLook){false, false});
        pango_layout_line_get_extents(pango_layout_get_line_readonly(plus, 0), &ink,
                                      NULL);
        g_object_unref(plus);
        context->axis_em = -(ink.y + ink.height / 2.0) / PANGO_SCALE / TEXT_SHAPE_SIZE;
    }
    return context->axis_em * size_pt;
}

/* Takes text and layout over. holes NULL: there are none. *known: all characters have
 * a font. */
static TextLine *measure(PangoLayout *layout, char *text, double scale, GArray *holes,
                         Warnings *warnings, bool *known)
{
    TextLine *line = g_new0(TextLine, 1);
    PangoRectangle ink, logical;

    line->layout = layout;
    line->plain = text;
    line->scale = scale;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink,
                                  &logical);
    line->width_pt = text_points(logical.width, scale);
    line->ascent_pt = text_points(-logical.y, scale);
    line->descent_pt = text_points(logical.y + logical.height, scale);
    line->ink = (Rect){text_points(ink.x, scale), text_points(ink.y, scale),
                       text_points(ink.width, scale), text_points(ink.height, scale)};
    line->references = 1;
    *known = text_collect_runs(line, holes, warnings);
    return line;
}

/* A line with formulas: each is a shape of its size in the layout. */
static TextLine *new_with_math(TextContext *context, const char *markup, double size_pt,
                               bool bold, bool *known)
{
    g_autoptr(GPtrArray) formulas = NULL;
    g_autofree char *hollow = markup_hollow(markup, &formulas);
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / TEXT_SHAPE_SIZE;
    g_autofree char *text = parse_markup(hollow, scale, &attributes);
    g_autoptr(GArray) holes =
        text_holes_new(context, formulas, text, attributes, scale, bold);
    PangoLayout *layout =
        text_shape(context, text, attributes, (TextLook){bold, false});

    pango_attr_list_unref(attributes);
    TextLine *line = measure(layout, text_holes_plain(text, formulas), scale, holes,
                             context->warnings, known);
    text_holes_take(holes, line);
    return line;
}

static TextLine *new_plain(TextContext *context, const char *markup, double size_pt,
                           bool bold, bool *known)
{
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / TEXT_SHAPE_SIZE;
    char *text = parse_markup(markup, scale, &attributes);
    PangoLayout *layout =
        text_shape(context, text, attributes, (TextLook){bold, false});

    pango_attr_list_unref(attributes);
    return measure(layout, text, scale, NULL, context->warnings, known);
}

TextLine *text_line_new(TextContext *context, const char *markup, double size_pt,
                        bool bold)
{
    TextLine *line = text_lines_find(context->lines, markup, size_pt, bold);
    bool known;

    if (line)
        return line;
    line = markup_has_math(markup)
               ? new_with_math(context, markup, size_pt, bold, &known)
               : new_plain(context, markup, size_pt, bold, &known);
    if (known) /* else each one's warnings are to hear of it */
        text_lines_keep(context->lines, markup, size_pt, bold, line);
    return line;
}

static double layout_width(PangoLayout *layout, double scale)
{
    PangoRectangle logical;

    pango_layout_get_extents(layout, NULL, &logical);
    return text_points(logical.width, scale);
}

/* The text's first bytes, spaces at their end dropped, and an ellipsis. */
static char *shorten(const char *text, int bytes)
{
    g_autofree char *head = g_strndup(text, (gsize)bytes);

    return g_strconcat(g_strchomp(head), ELLIPSIS, NULL);
}

/* A line with formulas that is not too wide, the second time with fractions on the
 * line; NULL: it is. */
static TextLine *fit_math(TextContext *context, const char *markup, double size_pt,
                          bool bold, double width_pt)
{
    g_autofree char *flat = markup_flat_math(markup);
    const char *const forms[] = {markup, flat};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        TextLine *line = text_line_new(context, forms[i], size_pt, bold);
        if (line->width_pt <= width_pt)
            return line;
        text_line_free(line);
    }
    return NULL;
}

TextLine *text_line_new_cut(TextContext *context, const char *markup, double size_pt,
                            bool bold, double width_pt, bool *cut)
{
    g_autofree char *words = NULL;

    if (markup_has_math(markup)) {
        TextLine *line = fit_math(context, markup, size_pt, bold, width_pt);
        *cut = false;
        if (line)
            return line;
        markup = words = markup_plain_math(markup);
    }
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / TEXT_SHAPE_SIZE;
    g_autofree char *whole = parse_markup(markup, scale, &attributes);
    const TextLook look = {bold, false};
    char *text = g_strdup(whole);
    PangoLayout *layout = text_shape(context, text, attributes, look);
    int kept = 0;
    bool known;

    *cut = layout_width(layout, scale) > width_pt;
    if (*cut) {
        int x = (int)(CLAMP(width_pt / scale, 0.0, 1e5) * PANGO_SCALE);
        pango_layout_xy_to_index(layout, x, 0, &kept, NULL);
    }
    while (layout_width(layout, scale) > width_pt && strcmp(text, ELLIPSIS) != 0) {
        g_object_unref(layout);
        g_free(text);
        text = shorten(whole, kept);
        layout = text_shape(context, text, attributes, look);
        kept = (int)(g_utf8_find_prev_char(whole, whole + kept)
                         ? g_utf8_find_prev_char(whole, whole + kept) - whole
                         : 0);
    }
    pango_attr_list_unref(attributes);
    return measure(layout, text, scale, NULL, context->warnings, &known);
}

void text_line_free(TextLine *line)
{
    if (!line || --line->references > 0)
        return;
    for (int i = 0; i < line->run_count; i++) {
        g_free(line->runs[i].text);
        g_free(line->runs[i].family);
    }
    for (int i = 0; i < line->part_count; i++)
        g_object_unref(line->parts[i].layout);
    for (int i = 0; i < line->stroke_count; i++)
        g_free(line->strokes[i].points);
    g_free(line->parts);
    g_free(line->strokes);
    g_free(line->runs);
    g_free(line->plain);
    g_object_unref(line->layout);
    g_free(line);
}

/* Each font map has a thread of its own that asks fontconfig; it ends some time after
 * its map and keeps fonts till then. Nothing but the list of threads tells. */
static void wait_for_threads(void)
{
    for (int round = 0; round < 100; round++) {
        GDir *threads = g_dir_open("/proc/self/task", 0, NULL);
        int count = 0;
        if (!threads)
            return;
        while (g_dir_read_name(threads))
            count++;
        g_dir_close(threads);
        if (count <= 1)
            return;
        g_usleep(5000);
    }
}

void text_shutdown(void)
{
    wait_for_threads();
    pango_cairo_font_map_set_default(NULL);
    cairo_debug_reset_static_data();
    FcFini();
}
