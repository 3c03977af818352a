/* sheet.c - texts broken into lines, rules and braces. */
#include "layout/sheet.h"

#include <math.h>
#include <string.h>

/* The baseline stands that share of the pitch below a line's top. */
#define BASELINE 0.74

static TextLine *line_of(const Sheet *sheet, const char *markup,
                         const SheetStyle *style)
{
    return text_line_new(sheet->text, markup, style->size_pt, style->bold);
}

double sheet_text_width(const Sheet *sheet, const char *markup, const SheetStyle *style)
{
    g_autoptr(TextLine) line = line_of(sheet, markup, style);

    return line->width_pt;
}

/* Cuts markup at spaces that are not within an element, a tag or a formula; of char *.
 */
static GPtrArray *split_words(const char *markup)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    const char *start = markup;
    const char *at;
    int depth = 0;
    bool in_formula = false;

    for (at = markup; *at; at++) {
        in_formula = in_formula != (*at == '$');
        if (in_formula)
            continue;
        if (*at == '<' && at[1] == '/')
            depth--;
        else if (*at == '<')
            depth++;
        else if (*at == ' ' && depth == 0) {
            if (at > start)
                g_ptr_array_add(words, g_strndup(start, (gsize)(at - start)));
            start = at + 1;
        }
    }
    if (at > start)
        g_ptr_array_add(words, g_strdup(start));
    return words;
}

/* The lines of a text, as markup; of char *. */
static GPtrArray *break_lines(const Sheet *sheet, const char *markup,
                              const SheetStyle *style, double width_pt, double hang_pt)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) words = NULL;
    g_autoptr(GString) line = g_string_new(NULL);
    double space = 0, used = 0;

    if (sheet_text_width(sheet, markup, style) <= width_pt) {
        if (*markup)
            g_ptr_array_add(lines, g_strdup(markup));
        return lines;
    }
    words = split_words(markup);
    space =
        sheet_text_width(sheet, "n n", style) - sheet_text_width(sheet, "nn", style);
    for (unsigned i = 0; i < words->len; i++) {
        const char *word = g_ptr_array_index(words, i);
        double width = sheet_text_width(sheet, word, style);
        double room = width_pt - (lines->len > 0 ? hang_pt : 0);

        if (line->len > 0 && used + space + width > room) {
            g_ptr_array_add(lines, g_strdup(line->str));
            g_string_truncate(line, 0);
        }
        used = line->len > 0 ? used + space + width : width;
        g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", word);
    }
    g_ptr_array_add(lines, g_strdup(line->str));
    return lines;
}

double sheet_add_text(const Sheet *sheet, const char *markup, const SheetStyle *style,
                      Point corner, double width_pt, double hang_pt)
{
    g_autoptr(GPtrArray) lines = break_lines(sheet, markup, style, width_pt, hang_pt);

    for (unsigned i = 0; i < lines->len; i++) {
        double indent = i > 0 ? hang_pt : 0;
        bool cut;
        TextLine *line =
            text_line_new_cut(sheet->text, g_ptr_array_index(lines, i), style->size_pt,
                              style->bold, width_pt - indent + 0.5, &cut);
        Point origin = {corner.x + indent, corner.y + (i + BASELINE) * style->pitch_pt};

        drawing_add_text(sheet->drawing, line, origin, 0, style->color);
    }
    return lines->len * style->pitch_pt;
}

void sheet_add_rule(const Sheet *sheet, Point from, double width_pt, double rule_pt,
                    Color color)
{
    Point points[] = {from, {from.x + width_pt, from.y}};
    int count = G_N_ELEMENTS(points);

    drawing_add_path(sheet->drawing,
                     &(DrawingPath){.points = points,
                                    .runs = &count,
                                    .run_count = 1,
                                    .stroke = {.color = color, .width_pt = rule_pt}});
}

/* Above and below the baseline. */
static Rect formula_room(const TextLine *line, const SheetStyle *style)
{
    double rise = fmax(-line->ink.y, BASELINE * style->pitch_pt);
    double drop =
        fmax(line->ink.y + line->ink.height, (1 - BASELINE) * style->pitch_pt);

    return (Rect){0, -rise, line->width_pt, rise + drop};
}

Rect sheet_formula_room(const Sheet *sheet, const char *markup, const SheetStyle *style)
{
    g_autoptr(TextLine) line = line_of(sheet, markup, style);

    return formula_room(line, style);
}

Rect sheet_add_formula(const Sheet *sheet, const char *markup, const SheetStyle *style,
                       Point corner)
{
    TextLine *line = line_of(sheet, markup, style);
    Rect room = formula_room(line, style);

    drawing_add_text(sheet->drawing, line, (Point){corner.x, corner.y - room.y}, 0,
                     style->color);
    return room;
}
