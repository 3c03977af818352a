/* layout_block.c - a few lines of text under one another. */
#include "layout/layout_parts.h"

#include <string.h>

#define LEAST_SCALE 0.7
#define LINE_PITCH 1.25   /* of the size */
#define CAPITAL_RISE 0.72 /* of the size, about every font's */
#define LETTER_DROP 0.2

double line_rise(const TextLine *line, double size_pt)
{
    return MAX(-line->ink.y, CAPITAL_RISE * size_pt);
}

double line_drop(const TextLine *line, double size_pt)
{
    return MAX(line->ink.y + line->ink.height, LETTER_DROP * size_pt);
}

static void set_lines(TextBlock *block, TextContext *text, char **parts, double size_pt,
                      bool bold)
{
    block_clear(block);
    block->size_pt = size_pt;
    for (int i = 0; parts[i] && i < BLOCK_LINES_MAX; i++) {
        block->lines[i] = text_line_new(text, parts[i], size_pt, bold);
        block->width_pt = MAX(block->width_pt, block->lines[i]->width_pt);
        block->count++;
    }
}

static void cut_lines(TextBlock *block, TextContext *text, char **parts, bool bold,
                      double max_pt)
{
    block->width_pt = 0;
    for (int i = 0; i < block->count; i++) {
        if (block->lines[i]->width_pt > max_pt) {
            text_line_free(block->lines[i]);
            block->lines[i] = text_line_new_cut(text, parts[i], block->size_pt, bold,
                                                max_pt, &block->cut[i]);
        }
        block->width_pt = MAX(block->width_pt, block->lines[i]->width_pt);
    }
}

void block_set(TextBlock *block, TextContext *text, const char *markup, double size_pt,
               bool bold, double max_pt)
{
    g_autofree char *trimmed = g_strchomp(g_strdup(markup ? markup : ""));
    g_auto(GStrv) parts = g_strsplit(trimmed, "\n", BLOCK_LINES_MAX);

    block_clear(block);
    if (!*trimmed)
        return;
    set_lines(block, text, parts, size_pt, bold);
    if (block->width_pt > max_pt) {
        /* A hair less than what fits exactly: widths are not quite linear. */
        double scale = MAX(LEAST_SCALE, 0.995 * max_pt / block->width_pt);
        set_lines(block, text, parts, scale * size_pt, bold);
    }
    if (block->width_pt > max_pt)
        cut_lines(block, text, parts, bold, max_pt);
    block->height_pt = line_rise(block->lines[0], block->size_pt) +
                       line_drop(block->lines[block->count - 1], block->size_pt) +
                       (block->count - 1) * LINE_PITCH * block->size_pt;
}

void block_clear(TextBlock *block)
{
    for (int i = 0; i < block->count; i++)
        text_line_free(block->lines[i]);
    *block = (TextBlock){0};
}

void block_paint(TextBlock *block, Page *page, Point corner, double angle, double share,
                 Color color)
{
    bool upright = angle != 0.0;
    double down = 0;

    if (block->count == 0)
        return;
    down = line_rise(block->lines[0], block->size_pt);
    for (int i = 0; i < block->count; i++) {
        TextLine *line = block->lines[i];
        double along = share * (block->width_pt - line->width_pt);
        Point origin = upright ? (Point){corner.x + down, corner.y - along}
                               : (Point){corner.x + along, corner.y + down};
        if (block->cut[i])
            warnings_add(page->warnings, "there is no room for more than '%s'",
                         line->plain);
        drawing_add_text(page->drawing, line, origin, angle, color);
        block->lines[i] = NULL;
        down += LINE_PITCH * block->size_pt;
    }
}
