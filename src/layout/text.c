/* text.c - lines of text: markup to a measured PangoLayout and its runs. */
#include "layout/text.h"

#include "formula/markup.h"
#include "layout/text_fonts.h"
#include "layout/text_hole.h"
#include "layout/text_inside.h"
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
    text_context_use(context, font_family, warnings);
    return context;
}

void text_context_use(TextContext *context, const char *font_family, Warnings *warnings)
{
    pango_font_description_set_family(context->font,
                                      font_family ? font_family : "sans-serif");
    context->axis_em = 0;
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

/* Where a layout stands, whose runs are told. */
typedef struct {
    PangoLayout *layout;
    double scale;
    Point at;
} Place;

static void fill_run(TextRun *run, PangoLayoutIter *iter, const PangoLayoutRun *item,
                     const Place *place, int baseline)
{
    PangoRectangle logical;
    PangoFontDescription *font =
        pango_font_describe_with_absolute_size(item->item->analysis.font);
    const char *family = pango_font_description_get_family(font);
    const char *text = pango_layout_get_text(place->layout) + item->item->offset;
    double scale = place->scale;

    pango_layout_iter_get_run_extents(iter, NULL, &logical);
    *run = (TextRun){
        .text = g_strndup(text, (gsize)item->item->length),
        .x_pt = place->at.x + points(logical.x, scale),
        .y_pt = place->at.y +
                points(pango_layout_iter_get_run_baseline(iter) - baseline, scale),
        .width_pt = points(logical.width, scale),
        .size_pt = points(pango_font_description_get_size(font), scale),
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

/* What is gathered from the layouts of a line. */
typedef struct {
    GArray *runs;    /* of TextRun */
    GArray *unknown; /* of gunichar */
    GArray *holes;   /* of TextHole; NULL: the layout has none */
} Gathering;

/* The formula that an item of the layout stands for; NULL: none. */
static TextHole *find_hole(const Gathering *gathering, const PangoItem *item)
{
    for (const GSList *at = item->analysis.extra_attrs; at && gathering->holes;
         at = at->next) {
        const PangoAttribute *attribute = at->data;
        if (attribute->klass->type != PANGO_ATTR_SHAPE)
            continue;
        guint index = GPOINTER_TO_UINT(((const PangoAttrShape *)attribute)->data);
        return index < gathering->holes->len
                   ? &g_array_index(gathering->holes, TextHole, index)
                   : NULL;
    }
    return NULL;
}

/* Renderers of SVG disagree about spaces at the ends of what is read from right to
 * left: such a run goes from letter to letter. */
static void trim_run(TextRun *run, const PangoGlyphString *glyphs, double scale)
{
    size_t length = strlen(run->text), last = length;
    size_t first = strspn(run->text, " ");
    int left = 0, right = 0;

    while (last > first && run->text[last - 1] == ' ')
        last--;
    if (last == first || length - last + first > (size_t)glyphs->num_glyphs)
        return;
    for (size_t i = 0; i < length - last; i++)
        left += glyphs->glyphs[i].geometry.width;
    for (size_t i = 0; i < first; i++)
        right += glyphs->glyphs[(size_t)glyphs->num_glyphs - 1 - i].geometry.width;
    run->x_pt += points(left, scale);
    run->width_pt -= points(left + right, scale);
    run->text[last] = '\0';
    memmove(run->text, run->text + first, last - first + 1);
}

static void gather_runs(Gathering *gathering, const Place *place)
{
    PangoLayoutIter *iter = pango_layout_get_iter(place->layout);
    int baseline = pango_layout_iter_get_baseline(iter);
    bool has_unknown = pango_layout_get_unknown_glyphs_count(place->layout) > 0;

    do {
        const PangoLayoutRun *item = pango_layout_iter_get_run_readonly(iter);
        TextHole *hole = item ? find_hole(gathering, item->item) : NULL;
        if (hole) {
            PangoRectangle logical;
            pango_layout_iter_get_run_extents(iter, NULL, &logical);
            text_hole_place(hole, points(logical.x, place->scale));
            for (guint i = 0; i < hole->pieces.parts->len; i++) {
                const TextPart *part = &g_array_index(hole->pieces.parts, TextPart, i);
                const Place inner = {part->layout, part->scale, part->at};
                Gathering within = *gathering;
                within.holes = NULL;
                gather_runs(&within, &inner);
            }
            continue;
        }
        if (!item || !item->item->analysis.font)
            continue;
        g_array_set_size(gathering->runs, gathering->runs->len + 1);
        TextRun *run =
            &g_array_index(gathering->runs, TextRun, gathering->runs->len - 1);
        fill_run(run, iter, item, place, baseline);
        if (run->right_to_left)
            trim_run(run, item->glyphs, place->scale);
        if (has_unknown)
            collect_unknown(gathering->unknown, item->glyphs);
    } while (pango_layout_iter_next_run(iter));
    pango_layout_iter_free(iter);
}

static void collect_runs(TextLine *line, GArray *holes, Warnings *warnings)
{
    const Place place = {line->layout, line->scale, {0, 0}};
    g_autoptr(GArray) unknown = g_array_new(FALSE, FALSE, sizeof(gunichar));
    Gathering gathering = {.runs = g_array_sized_new(FALSE, TRUE, sizeof(TextRun), 1),
                           .unknown = unknown,
                           .holes = holes};

    gather_runs(&gathering, &place);
    if (unknown->len > 0)
        warn_unknown(warnings, unknown, line->plain);
    line->run_count = (int)gathering.runs->len;
    line->runs = (TextRun *)(void *)g_array_free(gathering.runs, FALSE);
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

/* Takes text and layout over. holes NULL: there are none. */
static TextLine *measure(PangoLayout *layout, char *text, double scale, GArray *holes,
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
    collect_runs(line, holes, warnings);
    return line;
}

/* A line with formulas: each is a shape of its size in the layout. */
static TextLine *new_with_math(TextContext *context, const char *markup, double size_pt,
                               bool bold)
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
                             context->warnings);
    text_holes_take(holes, line);
    return line;
}

TextLine *text_line_new(TextContext *context, const char *markup, double size_pt,
                        bool bold)
{
    PangoAttrList *attributes = NULL;
    double scale = MAX(size_pt, LEAST_SIZE) / TEXT_SHAPE_SIZE;

    if (markup_has_math(markup))
        return new_with_math(context, markup, size_pt, bold);
    char *text = parse_markup(markup, scale, &attributes);
    PangoLayout *layout =
        text_shape(context, text, attributes, (TextLook){bold, false});

    pango_attr_list_unref(attributes);
    return measure(layout, text, scale, NULL, context->warnings);
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
    return measure(layout, text, scale, NULL, context->warnings);
}

void text_line_free(TextLine *line)
{
    if (!line)
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
