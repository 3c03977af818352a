/* layout.c - a Scene on its page: measure, solve, paint. */
#include "layout/layout.h"

#include "layout/layout_parts.h"

#include <math.h>
#include <string.h>

#define PANEL_TITLE_SIZE 1.05 /* of the label size */
#define TITLE_SHARE 0.3       /* of the page's height, of the panel's */
#define CAPTION_SHARE 0.35    /* the same */

enum { TITLE_LINES_MAX = 3 };

double page_snap_width(const Page *page, double width_pt)
{
    if (width_pt <= 0)
        return 0;
    return MAX(round(width_pt / page->pixel_pt), 1) * page->pixel_pt;
}

double page_snap(const Page *page, double value, double width_pt)
{
    double pixels = page_snap_width(page, width_pt) / page->pixel_pt;
    double place = value / page->pixel_pt;
    bool odd = fmod(round(pixels), 2) != 0;

    /* A little push, so that a place between two pixels is not a matter of rounding
     * errors. */
    place = odd ? floor(place + 1e-6) + 0.5 : round(place + 1e-6);
    return place * page->pixel_pt;
}

Point panel_map(const PanelLayout *panel, Point value)
{
    return panel_map_on(panel, false, value);
}

Point panel_map_on(const PanelLayout *panel, bool on_y2, Point value)
{
    const Rect *frame = &panel->frame;
    double x = scale_map(&panel->x.axis->scale, value.x);
    double y = scale_map(&(on_y2 ? &panel->y2 : &panel->y)->axis->scale, value.y);

    return (Point){frame->x + x * frame->width, frame->y + (1 - y) * frame->height};
}

void page_add_line(Page *page, Point from, Point to, Stroke stroke)
{
    Point points[] = {from, to};
    int count = G_N_ELEMENTS(points);

    drawing_add_path(page->drawing, &(DrawingPath){.points = points,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .stroke = stroke});
}

void page_batch_line(Page *page, Point from, Point to)
{
    g_array_append_val(page->batch, from);
    g_array_append_val(page->batch, to);
}

void page_paint_batch(Page *page, Stroke stroke)
{
    int count = (int)(page->batch->len / 2);
    g_autofree int *runs = g_new(int, (gsize)count);

    for (int i = 0; i < count; i++)
        runs[i] = 2;
    if (count > 0 && stroke.width_pt > 0)
        drawing_add_path(page->drawing,
                         &(DrawingPath){
                             .points = (const Point *)(void *)page->batch->data,
                             .runs = runs,
                             .run_count = count,
                             .stroke = stroke,
                         });
    g_array_set_size(page->batch, 0);
}

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
static void measure_titles(Page *page)
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

static void measure_panel(Page *page, PanelLayout *panel, const ScenePanel *from)
{
    const Scene *scene = page->scene;
    const Theme *theme = page->theme;
    bool alone = scene->panels->len == 1;
    double width = panel_width(page), height = scene->height_pt / scene->rows;
    BlockRoom plain = title_room(width, height, false);
    BlockRoom bold = title_room(width, height, theme->title_bold);

    panel->panel = from;
    clutter_init(&panel->clutter);
    if (!alone ||
        (*scene->title.pango && strcmp(from->title.pango, scene->title.pango) != 0))
        block_fit(&panel->title, page->text, from->title.pango,
                  PANEL_TITLE_SIZE * theme->label_size_pt, &bold);
    if (!alone || (*scene->subtitle.pango &&
                   strcmp(from->subtitle.pango, scene->subtitle.pango) != 0))
        block_fit(&panel->subtitle, page->text, from->subtitle.pango,
                  theme->subtitle_size_pt, &plain);
    measure_caption(page, &panel->caption, &from->caption, width, height);
    axis_measure(&panel->x, page, &from->x, false);
    axis_measure(&panel->y, page, &from->y, true);
    if (from->has_y2)
        axis_measure(&panel->y2, page, &from->y2, true);
    panel->y2.far = true;
    field_measure(panel, page);
    legend_measure(&panel->legend, page, from);
}

static void release_panel(PanelLayout *panel)
{
    block_clear(&panel->title);
    block_clear(&panel->subtitle);
    block_clear(&panel->caption);
    axis_release(&panel->x);
    axis_release(&panel->y);
    axis_release(&panel->y2);
    field_release(panel);
    legend_release(&panel->legend);
    notes_release(panel);
    insets_release(panel);
    clutter_release(&panel->clutter);
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

static void frames_reach(const Page *page, double *left, double *right)
{
    *left = INFINITY;
    *right = 0;
    for (int i = 0; i < page->panel_count; i++) {
        const Rect *frame = &page->panels[i].frame;
        *left = MIN(*left, frame->x);
        *right = MAX(*right, frame->x + frame->width);
    }
}

static void paint_page_title(Page *page)
{
    double left, right;

    if (page->dropped[PART_TITLE])
        block_clear(&page->title);
    if (page->dropped[PART_SUBTITLE])
        block_clear(&page->subtitle);
    if (page->title.count + page->subtitle.count == 0)
        return;
    frames_reach(page, &left, &right);
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

static void paint_panel_caption(Page *page, PanelLayout *panel)
{
    double left = panel->frame.x - panel->margins.left;
    double right = panel->frame.x + panel->frame.width;
    double most = page->scene->width_pt - page->padding_pt - panel->caption.width_pt;

    left = MAX(MIN(left, most), page->padding_pt);
    paint_caption(page, panel->panel, &panel->caption, left, MAX(right, left),
                  panel_caption_top(page, panel));
}

static void paint_panel_title(Page *page, PanelLayout *panel)
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

static void paint_panel_background(Page *page, const PanelLayout *panel)
{
    const Rect *frame = &panel->frame;
    Color fill = page->theme->panel;
    int count = 4;
    Point corners[] = {{frame->x, frame->y},
                       {frame->x + frame->width, frame->y},
                       {frame->x + frame->width, frame->y + frame->height},
                       {frame->x, frame->y + frame->height}};

    if (fill.alpha <= 0 || color_equal(fill, page->theme->background))
        return;
    drawing_add_path(page->drawing, &(DrawingPath){.points = corners,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = true,
                                                   .fill = fill});
}

static void paint_panel(Page *page, PanelLayout *panel, int index)
{
    g_autofree char *name = g_strdup_printf("panel-%d", index);
    const char *title = panel->panel->title.plain;

    curves_collect(panel);
    insets_reserve(panel);
    legend_place(panel, page);
    insets_place(page, panel);
    notes_place(page, panel);
    drawing_add_frame(page->drawing, panel->panel, panel->frame, panel->legend_box);
    drawing_begin_group(page->drawing, name, *title ? title : NULL);
    paint_panel_background(page, panel);
    paint_panel_title(page, panel);
    field_paint(page, panel);
    spans_paint(page, panel);
    axis_paint_grid(page, panel);
    contours_paint(page, panel);
    lines_paint(page, panel);
    notes_paint_veils(page, panel);
    curves_paint(page, panel);
    axis_paint(page, panel, &panel->x, axis_label_depth(page, panel, false));
    axis_paint(page, panel, &panel->y, axis_label_depth(page, panel, true));
    if (panel->panel->has_y2)
        axis_paint(page, panel, &panel->y2,
                   axis_depth(&panel->y2, page) + axis_label_gap(page));
    field_paint_bar(page, panel);
    dots_paint(page, panel);
    marks_paint(page, panel);
    insets_paint(page, panel);
    notes_paint(page, panel);
    legend_paint(page, panel);
    paint_panel_caption(page, panel);
    drawing_end_group(page->drawing);
}

/* The only legend under a panel of several serves them all. */
static PanelLayout *find_common_legend(const Page *page)
{
    PanelLayout *common = NULL;

    if (page->panel_count < 2)
        return NULL;
    for (int i = 0; i < page->panel_count; i++) {
        LegendPlace place =
            ((ScenePanel *)g_ptr_array_index(page->scene->panels, i))->legend;
        if (place == LEGEND_NONE)
            continue;
        if (place != LEGEND_BELOW || common)
            return NULL;
        common = &page->panels[i];
    }
    return common;
}

static void page_release(Page *page)
{
    block_clear(&page->title);
    block_clear(&page->subtitle);
    block_clear(&page->caption);
    for (int i = 0; i < page->panel_count; i++)
        release_panel(&page->panels[i]);
    g_free(page->panels);
    g_array_unref(page->batch);
}

static Drawing *page_begin(const Page *page)
{
    const Scene *scene = page->scene;

    return drawing_new(scene->width_pt, scene->height_pt, scene->dpi,
                       page->theme->background, scene->name, scene->title.plain,
                       scene->description);
}

static void page_paint(Page *page)
{
    const Scene *scene = page->scene;

    drawing_begin_group(page->drawing, "figure",
                        *scene->title.plain ? scene->title.plain : NULL);
    paint_page_title(page);
    for (int i = 0; i < page->panel_count; i++)
        paint_panel(page, &page->panels[i], i + 1);
    paint_caption(page, NULL, &page->caption, page->padding_pt,
                  scene->width_pt - page->padding_pt, page_caption_top(page));
    drawing_end_group(page->drawing);
}

Drawing *layout_scene(const Scene *scene, TextContext *context, Warnings *warnings)
{
    Page page = {
        .sized = *scene,
        .theme = scene->theme,
        .text = context,
        .warnings = warnings,
        .pixel_pt = 72.0 / scene->dpi,
        .padding_pt =
            page_padding(scene->theme->padding_pt, scene->width_pt, scene->height_pt),
        .panel_count = (int)scene->panels->len,
    };

    page.scene = &page.sized;
    if (page.panel_count == 0)
        return page_begin(&page);
    page.batch = g_array_new(FALSE, FALSE, sizeof(Point));
    page.panels = g_new0(PanelLayout, (gsize)page.panel_count);
    page.common_legend = find_common_legend(&page);
    page_choose_gaps(&page);
    measure_titles(&page);
    for (int i = 0; i < page.panel_count; i++)
        measure_panel(&page, &page.panels[i], g_ptr_array_index(scene->panels, i));
    page_solve(&page);
    page.drawing = page_begin(&page);
    page_paint(&page);
    page_warn_dropped(&page);
    page_release(&page);
    return page.drawing;
}
