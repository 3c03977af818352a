/* text.c - lines of text: markup to a measured PangoLayout and its runs. */
#include "layout/text.h"

#include "layout/text_fonts.h"
#include "layout/text_script.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

enum {
    LINE_CHARACTERS_MAX = 4000,
    UNKNOWN_NAMED_MAX = 8, /* characters that one warning names */
};

#define ELLIPSIS "…"

/* Every line is shaped at this size and scaled: finding and loading a font costs 1 to
 * 2 ms for each size, and a figure has five. Without hinting the result is the same. */
#define SHAPE_SIZE 16.0

#define LEAST_SIZE 0.01 /* cairo cannot scale by 0 */

struct TextContext {
    PangoContext *pango;
    PangoFontDescription *font;
    Warnings *warnings;
};

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
    pango_font_description_set_absolute_size(context->font, SHAPE_SIZE * PANGO_SCALE);
    text_context_use(context, font_family, warnings);
    return context;
}

void text_context_use(TextContext *context, const char *font_family, Warnings *warnings)
{
    pango_font_description_set_family(context->font,
                                      font_family ? font_family : "sans-serif");
    context->warnings = warnings;
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
    pango_font_description_free(context->font);
    g_object_unref(context->pango);
    g_free(context);
}

static double points(int pango_units, double scale)
{
    return scale * pango_units / PANGO_SCALE;
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

static void fill_run(TextRun *run, PangoLayoutIter *iter, const PangoLayoutRun *item,
                     const TextLine *line, int line_baseline)
{
    PangoRectangle logical;
    PangoFontDescription *font =
        pango_font_describe_with_absolute_size(item->item->analysis.font);
    const char *family = pango_font_description_get_family(font);

    pango_layout_iter_get_run_extents(iter, NULL, &logical);
    *run = (TextRun){
        .text = g_strndup(line->plain + item->item->offset, (gsize)item->item->length),
        .x_pt = points(logical.x, line->scale),
        .y_pt = points(pango_layout_iter_get_run_baseline(iter) - line_baseline,
                       line->scale),
        .width_pt = points(logical.width, line->scale),
        .size_pt = points(pango_font_description_get_size(font), line->scale),
        .family = g_strdup(family ? family : "sans-serif"),
        .weight = (int)pango_font_description_get_weight(font),
        .italic = pango_font_description_get_style(font) != PANGO_STYLE_NORMAL,
        .right_to_left = item->item->analysis.level % 2 != 0,
    };
    pango_font_description_free(font);
}

/* Adds the characters that no font has, each once. */
static void collect_unknown(GArray *unknown, const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        PangoGlyph glyph = glyphs->glyphs[i].glyph;
        gunichar character = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
        bool known =
            glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;

        for (guint k = 0; k < unknown->len && !known; k++)
            known = g_array_index(unknown, gunichar, k) == character;
        if (!known)
            g_array_append_val(unknown, character);
    }
}

/* `U+534A 半`; what cannot be shown is left at its number. */
static void append_character(GString *out, gunichar character)
{
    g_string_append_printf(out, "U+%04X", (unsigned)character);
    if (g_unichar_isprint(character)) {
        g_string_append_c(out, ' ');
        g_string_append_unichar(out, character);
    }
}

/* One warning a line, however much of it is missing. */
static void warn_unknown(Warnings *warnings, const GArray *unknown, const char *plain)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const char *package = NULL;

    for (guint i = 0; i < unknown->len; i++) {
        gunichar character = g_array_index(unknown, gunichar, i);

        if (i == UNKNOWN_NAMED_MAX) {
            g_string_append_printf(names, " and %u more", unknown->len - i);
            break;
        }
        if (i > 0)
            g_string_append(names, ", ");
        append_character(names, character);
        if (!package)
            package = text_package_for(character);
    }
    warnings_add(warnings, "no font has the character%s %s of '%s'%s%s%s",
                 unknown->len > 1 ? "s" : "", names->str, plain,
                 package ? " (install " : "", package ? package : "",
                 package ? ")" : "");
}

static void collect_runs(TextLine *line, Warnings *warnings)
{
    PangoLayoutIter *iter = pango_layout_get_iter(line->layout);
    int baseline = pango_layout_iter_get_baseline(iter);
    bool has_unknown = pango_layout_get_unknown_glyphs_count(line->layout) > 0;
    GArray *runs = g_array_sized_new(FALSE, TRUE, sizeof(TextRun), 1);
    g_autoptr(GArray) unknown = g_array_new(FALSE, FALSE, sizeof(gunichar));

    do {
        const PangoLayoutRun *item = pango_layout_iter_get_run_readonly(iter);
        if (!item || !item->item->analysis.font)
            continue;
        g_array_set_size(runs, runs->len + 1);
        fill_run(&g_array_index(runs, TextRun, runs->len - 1), iter, item, line,
                 baseline);
        if (has_unknown)
            collect_unknown(unknown, item->glyphs);
    } while (pango_layout_iter_next_run(iter));
    pango_layout_iter_free(iter);
    if (unknown->len > 0)
        warn_unknown(warnings, unknown, line->plain);
    line->run_count = (int)runs->len;
    line->runs = (TextRun *)(void *)g_array_free(runs, FALSE);
}

static PangoLayout *shape(TextContext *context, const char *text,
                          PangoAttrList *attributes, bool bold)
{
    PangoLayout *layout = pango_layout_new(context->pango);

    pango_font_description_set_weight(context->font,
                                      bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, context->font);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_attributes(layout, attributes);
    return layout;
}

/* Takes text and layout over. */
static TextLine *measure(PangoLayout *layout, char *text, double scale,
                         Warnings *warnings)
{
    TextLine *line = g_new0(TextLine, 1);
    PangoRectangle ink, logical;

    line->layout = layout;
    line->plain = text;
    line->scale = scale;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink,
                                  &logical);
    line->width_pt = points(logical.width, scale);
    line->ascent_pt = points(-logical.y, scale);
    line->descent_pt = points(logical.y + logical.height, scale);
    line->ink = (Rect){points(ink.x, scale), points(ink.y, scale),
                       points(ink.width, scale), points(ink.height, scale)};
    collect_runs(line, warnings);
    return line;
}

TextLine *text_line_new(TextContext *context, const char *markup, double size_pt,
                        bool bold)
{
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / SHAPE_SIZE;
    char *text = parse_markup(markup, scale, &attributes);
    PangoLayout *layout = shape(context, text, attributes, bold);

    pango_attr_list_unref(attributes);
    return measure(layout, text, scale, context->warnings);
}

static double layout_width(PangoLayout *layout, double scale)
{
    PangoRectangle logical;

    pango_layout_get_extents(layout, NULL, &logical);
    return points(logical.width, scale);
}

/* The text's first bytes, spaces at their end dropped, and an ellipsis. */
static char *shorten(const char *text, int bytes)
{
    g_autofree char *head = g_strndup(text, (gsize)bytes);

    return g_strconcat(g_strchomp(head), ELLIPSIS, NULL);
}

TextLine *text_line_new_cut(TextContext *context, const char *markup, double size_pt,
                            bool bold, double width_pt, bool *cut)
{
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / SHAPE_SIZE;
    g_autofree char *whole = parse_markup(markup, scale, &attributes);
    char *text = g_strdup(whole);
    PangoLayout *layout = shape(context, text, attributes, bold);
    int kept = 0;

    *cut = layout_width(layout, scale) > width_pt;
    if (*cut) {
        int x = (int)(CLAMP(width_pt / scale, 0.0, 1e5) * PANGO_SCALE);
        pango_layout_xy_to_index(layout, x, 0, &kept, NULL);
    }
    while (layout_width(layout, scale) > width_pt && strcmp(text, ELLIPSIS) != 0) {
        g_object_unref(layout);
        g_free(text);
        text = shorten(whole, kept);
        layout = shape(context, text, attributes, bold);
        kept = (int)(g_utf8_find_prev_char(whole, whole + kept)
                         ? g_utf8_find_prev_char(whole, whole + kept) - whole
                         : 0);
    }
    pango_attr_list_unref(attributes);
    return measure(layout, text, scale, context->warnings);
}

void text_line_free(TextLine *line)
{
    if (!line)
        return;
    for (int i = 0; i < line->run_count; i++) {
        g_free(line->runs[i].text);
        g_free(line->runs[i].family);
    }
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
