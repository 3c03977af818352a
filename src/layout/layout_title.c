/* layout_title.c - titles, subtitles and captions of the figure and of its panels. */
#include "layout/layout_title.h"

#include <math.h>
#include <string.h>

#define PANEL_TITLE_SIZE 1.05 /* of the label size */
#define TITLE_SHARE 0.3       /* of the page's height, of the panel's */
#define TITLE_GAP 0.5         /* between titles side by side, of the label size */
#define CAPTION_SHARE 0.35    /* the same */

enum { TITLE_LINES_MAX = 3 };

/* A text over the frames: more lines fit on a page where they are smaller. */
static BlockRoom title_room(double width_pt, double height_pt, bool bold)
{
    return (BlockRoom){.width_pt = width_pt,
                       .height_pt = TITLE_SHARE * height_pt,
                       .lines_max = TITLE_LINES_MAX,
                       .least_scale = 0.7,
                       .bold = bold,
                       .balanced = true};
}

static void measure_caption(Page *page, TextBlock *caption, const SceneText *text,
                            double width_pt, double height_pt)
{
    block_fit(caption, page->text, text->pango, page->theme->tick_size_pt,
              &(BlockRoom){.width_pt = width_pt,
                           .height_pt = CAPTION_SHARE * height_pt,
                           .lines_max = BLOCK_LINES_MAX,
                           .least_scale = 0.85});
}

/* A lone panel's title is the figure's when that has none. */
void page_measure_titles(Page *page)
{
    const Scene *scene = page->scene;
    const Theme *theme = page->theme;
    const ScenePanel *first = g_ptr_array_index(scene->panels, 0);
    bool borrow = scene->panels->len == 1 && !*scene->title.pango;
    double room = scene->width_pt - 2 * page->padding_pt;
    BlockRoom plain = title_room(room, scene->height_pt, false);
    BlockRoom bold = title_room(room, scene->height_pt, theme->title_bold);

    block_fit(&page->title, page->text,
              borrow ? first->title.pango : scene->title.pango, theme->title_size_pt,
              &bold);
    block_fit(&page->subtitle, page->text,
              borrow && !*scene->subtitle.pango ? first->subtitle.pango
                                                : scene->subtitle.pango,
              theme->subtitle_size_pt, &plain);
    measure_caption(page, &page->caption, &scene->caption, room, scene->height_pt);
}

static void fit_panel_titles(Page *page, PanelLayout *panel, double width)
{
    const Scene *scene = page->scene;
    const Theme *theme = page->theme;
    const ScenePanel *from = panel->panel;
    bool alone = scene->panels->len == 1;
    double height = scene->height_pt / scene->rows;
    BlockRoom plain = title_room(width, height, false);
    BlockRoom bold = title_room(width, height, theme->title_bold);

    if (!alone ||
        (*scene->title.pango && strcmp(from->title.pango, scene->title.pango) != 0))
        block_fit(&panel->title, page->text, from->title.pango,
                  PANEL_TITLE_SIZE * theme->label_size_pt, &bold);
    if (!alone || (*scene->subtitle.pango &&
                   strcmp(from->subtitle.pango, scene->subtitle.pango) != 0))
        block_fit(&panel->subtitle, page->text, from->subtitle.pango,
                  theme->subtitle_size_pt, &plain);
}

void panel_measure_titles(Page *page, PanelLayout *panel)
{
    double width = panel_width(page);

    fit_panel_titles(page, panel, width);
    measure_caption(page, &panel->caption, &panel->panel->caption, width,
                    page->scene->height_pt / page->scene->rows);
}

/* From where a panel's title begins, to that of the next one. */
static double title_width(const Page *page, const PanelLayout *panel)
{
    bool leftwards = panel->title.right_to_left;
    bool centred = page->theme->title_align == ALIGN_CENTER;
    double left = panel->frame.x, right = left + panel->frame.width;
    double width = leftwards ? right - page->padding_pt
                             : page->scene->width_pt - page->padding_pt - left;

    if (centred)
        width = page->scene->width_pt;
    for (int i = 0; i < page->panel_count; i++) {
        const PanelLayout *other = &page->panels[i];
        double away = other->frame.x - left;
        if (other->panel->row != panel->panel->row || away == 0)
            continue;
        if (centred || (away < 0) == leftwards)
            width = MIN(width, fabs(away) - TITLE_GAP * page->theme->label_size_pt);
    }
    return width;
}

bool panel_fit_titles(Page *page, PanelLayout *panel)
{
    double width = title_width(page, panel);

    if (MAX(panel->title.width_pt, panel->subtitle.width_pt) <= width + 1e-6)
        return false;
    fit_panel_titles(page, panel, width);
    return true;
}

/* Title and subtitle under one another from a corner, centred about the middle of left
 * and right, or ending at right when they are read from there; they stay on the
 * page. */
static void paint_titles(Page *page, TextBlock *title, TextBlock *subtitle, double left,
                         double right, double top)
{
    TextBlock *blocks[] = {title, subtitle};
    const Theme *theme = page->theme;
    bool centred = theme->title_align == ALIGN_CENTER;

    for (unsigned i = 0; i < G_N_ELEMENTS(blocks); i++) {
        TextBlock *block = blocks[i];
        double share = centred ? 0.5 : block->right_to_left ? 1 : 0;
        double x = left;
        if (block->count == 0)
            continue;
        if (centred)
            x = (left + right - block->width_pt) / 2;
        else if (block->right_to_left)
            x = right - block->width_pt;
        x = MIN(x, page->scene->width_pt - page->padding_pt - block->width_pt);
        x = MAX(x, page->padding_pt);
        block_paint(block, page, (Point){x, top}, 0, share,
                    i == 0 ? theme->text : theme->muted_text);
        top += block->height_pt + title_gap(block);
    }
}

void page_paint_title(Page *page)
{
    double left, right;

    if (page->dropped[PART_TITLE])
        block_clear(&page->title);
    if (page->dropped[PART_SUBTITLE])
        block_clear(&page->subtitle);
    if (page->title.count + page->subtitle.count == 0)
        return;
    page_frames_reach(page, &left, &right);
    if (page->theme->title_align != ALIGN_CENTER)
        left = page->padding_pt;
    drawing_begin_group(page->drawing, "title", NULL);
    paint_titles(page, &page->title, &page->subtitle, left, right, page->padding_pt);
    drawing_end_group(page->drawing);
}

/* Line by line, for formats that set texts themselves. */
static void label_caption(Page *page, const ScenePanel *panel, const TextBlock *caption,
                          Point corner)
{
    for (int i = 0; i < caption->count; i++) {
        const TextLine *line = caption->lines[i];
        double size = caption->size_pt;
        double rise = line_rise(line, size);
        Rect box = {corner.x, corner.y, line->width_pt, rise + line_drop(line, size)};
        if (caption->right_to_left)
            box.x += caption->width_pt - line->width_pt;
        drawing_add_label(page->drawing,
                          &(DrawingLabel){.panel = panel,
                                          .plain = line->plain,
                                          .box = box,
                                          .size_pt = size,
                                          .color = page->theme->muted_text,
                                          .leftmost = true});
        if (i + 1 < caption->count)
            corner.y +=
                block_step(caption, i) + rise - line_rise(caption->lines[i + 1], size);
    }
}

/* From left, or up to right. */
static void paint_caption(Page *page, const ScenePanel *panel, TextBlock *caption,
                          double left, double right, double top)
{
    bool rightwards = !caption->right_to_left;

    if (page->dropped[PART_CAPTION])
        block_clear(caption);
    if (caption->count == 0)
        return;
    if (!rightwards)
        left = right - caption->width_pt;
    label_caption(page, panel, caption, (Point){left, top});
    drawing_begin_group(page->drawing, "caption", NULL);
    block_paint(caption, page, (Point){left, top}, 0, rightwards ? 0 : 1,
                page->theme->muted_text);
    drawing_end_group(page->drawing);
}

void page_paint_caption(Page *page)
{
    paint_caption(page, NULL, &page->caption, page->padding_pt,
                  page->scene->width_pt - page->padding_pt, page_caption_top(page));
}

void panel_paint_caption(Page *page, PanelLayout *panel)
{
    double left = panel->frame.x - panel->margins.left;
    double right = panel->frame.x + panel->frame.width;
    double most = page->scene->width_pt - page->padding_pt - panel->caption.width_pt;

    left = MAX(MIN(left, most), page->padding_pt);
    paint_caption(page, panel->panel, &panel->caption, left, MAX(right, left),
                  panel_caption_top(page, panel));
}

void panel_paint_title(Page *page, PanelLayout *panel)
{
    const Rect *frame = &panel->frame;
    double height = 0;

    if (page->dropped[PART_PANEL_TITLE])
        block_clear(&panel->title);
    if (page->dropped[PART_SUBTITLE])
        block_clear(&panel->subtitle);
    if (panel->title.count + panel->subtitle.count == 0)
        return;
    height = panel_header_height(page, panel);
    drawing_begin_group(page->drawing, "panel-title", NULL);
    paint_titles(page, &panel->title, &panel->subtitle, frame->x,
                 frame->x + frame->width, frame->y - height);
    drawing_end_group(page->drawing);
}
