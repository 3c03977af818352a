/* layout_block.c - a few lines of text under one another. */
#include "layout/layout_parts.h"
#include "layout/text_wrap.h"

#include <math.h>
#include <string.h>

#define LEAST_SCALE 0.7
#define LINE_PITCH 1.25   /* of the size */
#define LINE_GAP 0.18     /* the same, between the inks of lines that are high */
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

double block_step(const TextBlock *block, int index)
{
    double size = block->size_pt;
    double drop = line_drop(block->lines[index], size);
    double rise = line_rise(block->lines[index + 1], size);

    return MAX(LINE_PITCH * size, drop + rise + LINE_GAP * size);
}

static void measure_block(TextBlock *block)
{
    double size = block->size_pt;

    block->width_pt = 0;
    block->height_pt = line_rise(block->lines[0], size) +
                       line_drop(block->lines[block->count - 1], size);
    for (int i = 0; i < block->count; i++) {
        block->width_pt = MAX(block->width_pt, block->lines[i]->width_pt);
        if (i + 1 < block->count)
            block->height_pt += block_step(block, i);
    }
    block->right_to_left = text_is_right_to_left(block->lines[0]->plain);
}

/* Takes as many of the lines as there is place for; the last of these is cut when
 * there are more. */
static void set_lines(TextBlock *block, TextContext *text, char **parts, double size_pt,
                      const BlockRoom *room)
{
    int most = MIN(room->lines_max, BLOCK_LINES_MAX);

    block_clear(block);
    block->size_pt = size_pt;
    for (int i = 0; parts[i] && i < most; i++) {
        g_autofree char *rest = NULL;
        const char *markup = parts[i];
        double width = room->width_pt;
        if (i == most - 1 && parts[i + 1]) {
            rest = g_strconcat(parts[i], "…", NULL);
            markup = rest;
            block->cut[i] = true;
        }
        block->lines[i] = text_line_new(text, markup, size_pt, room->bold);
        block->count++;
        if (block->lines[i]->width_pt <= width)
            continue;
        text_line_free(block->lines[i]);
        block->lines[i] =
            text_line_new_cut(text, markup, size_pt, room->bold, width, &block->cut[i]);
    }
    measure_block(block);
}

/* Lines that fit at that size; how many there may be grows as they get smaller. */
static int lines_for(const BlockRoom *room, double size_pt)
{
    double pitch = LINE_PITCH * size_pt;

    if (!(room->height_pt > 0))
        return room->lines_max;
    return (int)CLAMP(floor(room->height_pt / pitch), 1, room->lines_max);
}

static bool fits(TextContext *text, char **parts, double size_pt, const BlockRoom *room)
{
    int count = (int)g_strv_length(parts);

    if (count > lines_for(room, size_pt))
        return false;
    for (int i = 0; i < count; i++) {
        g_autoptr(TextLine) line = text_line_new(text, parts[i], size_pt, room->bold);
        if (line->width_pt > room->width_pt)
            return false;
    }
    return true;
}

/* At the largest size that fits, else at the smallest. */
static void set_wrapped(TextBlock *block, TextContext *text, const char *markup,
                        double size_pt, const BlockRoom *room)
{
    static const double scales[] = {1, 0.92, 0.85, 0.78, LEAST_SCALE};
    BlockRoom held = *room;

    for (unsigned i = 0; i < G_N_ELEMENTS(scales); i++) {
        double size = scales[i] * size_pt;
        bool last = i + 1 == G_N_ELEMENTS(scales) || scales[i + 1] < room->least_scale;
        g_auto(GStrv) parts =
            text_wrap(text, markup, size, room->bold, room->width_pt, room->balanced);
        if (!last && !fits(text, parts, size, room))
            continue;
        held.lines_max = lines_for(room, size);
        set_lines(block, text, parts, size, &held);
        return;
    }
}

/* Nearly every text is one line that fits. */
static bool set_one_line(TextBlock *block, TextContext *text, const char *markup,
                         double size_pt, const BlockRoom *room)
{
    TextLine *line;

    if (strchr(markup, '\n'))
        return false;
    line = text_line_new(text, markup, size_pt, room->bold);
    if (line->width_pt > room->width_pt) {
        text_line_free(line);
        return false;
    }
    block->lines[0] = line;
    block->count = 1;
    block->size_pt = size_pt;
    measure_block(block);
    return true;
}

void block_fit(TextBlock *block, TextContext *text, const char *markup, double size_pt,
               const BlockRoom *room)
{
    g_autofree char *trimmed = g_strchomp(g_strdup(markup ? markup : ""));

    block_clear(block);
    if (*trimmed && !set_one_line(block, text, trimmed, size_pt, room))
        set_wrapped(block, text, trimmed, size_pt, room);
}

void block_set(TextBlock *block, TextContext *text, const char *markup, double size_pt,
               bool bold, double max_pt)
{
    block_fit(block, text, markup, size_pt,
              &(BlockRoom){.width_pt = max_pt,
                           .lines_max = BLOCK_LINES_MAX,
                           .least_scale = LEAST_SCALE,
                           .bold = bold,
                           .balanced = true});
}

size_t block_says(const TextBlock *block)
{
    size_t bytes = 0;

    for (int i = 0; i < block->count; i++) {
        const char *plain = block->lines[i]->plain;
        bytes += strlen(plain) - (g_str_has_suffix(plain, "…") ? strlen("…") : 0);
    }
    return bytes;
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
    double steps[BLOCK_LINES_MAX] = {0};
    double down = 0;

    if (block->count == 0)
        return;
    for (int i = 0; i + 1 < block->count; i++)
        steps[i] = block_step(block, i);
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
        down += steps[i];
    }
}
