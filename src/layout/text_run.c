/* text_run.c - the stretches of a line, and the characters that no font has. */
#include "layout/text_run.h"

#include "layout/text_inside.h"
#include "layout/text_script.h"

#include <string.h>

enum { UNKNOWN_NAMED_MAX = 8 }; /* characters that one warning names */

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
        .x_pt = place->at.x + text_points(logical.x, scale),
        .y_pt = place->at.y +
                text_points(pango_layout_iter_get_run_baseline(iter) - baseline, scale),
        .width_pt = text_points(logical.width, scale),
        .size_pt = text_points(pango_font_description_get_size(font), scale),
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

/* Whether the text that this line is a part of has had its warning. */
static bool is_told(const Warnings *warnings, const char *plain)
{
    for (unsigned i = 0; warnings && i < warnings_count(warnings); i++) {
        const char *told = warnings_get(warnings, i);
        if (g_str_has_prefix(told, "no font has ") && strstr(told, plain))
            return true;
    }
    return false;
}

/* One warning a line, however much of it is missing. */
static void warn_unknown(Warnings *warnings, const GArray *unknown, const char *plain)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const char *package = NULL;

    if (is_told(warnings, plain))
        return;
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
    run->x_pt += text_points(left, scale);
    run->width_pt -= text_points(left + right, scale);
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
            text_hole_place(hole, text_points(logical.x, place->scale));
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

bool text_collect_runs(TextLine *line, GArray *holes, Warnings *warnings)
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
    return unknown->len == 0;
}
