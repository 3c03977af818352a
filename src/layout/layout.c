/* layout.c - a Scene on its page: measure, solve, paint. */
#include "layout/layout.h"

#include "layout/layout_parts.h"
#include "layout/layout_title.h"

#include <math.h>
#include <string.h>

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

void page_fill(Page *page, const Point *points, int count, Color fill)
{
    drawing_add_path(page->drawing, &(DrawingPath){.points = points,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = true,
                                                   .fill = fill});
}

void page_fill_all(Page *page, const GArray *points, const GArray *runs, Color fill)
{
    if (runs->len == 0)
        return;
    drawing_add_path(page->drawing, &(DrawingPath){
                                        .points = (const Point *)(void *)points->data,
                                        .runs = (const int *)(void *)runs->data,
                                        .run_count = (int)runs->len,
                                        .closed = true,
                                        .filled = true,
                                        .fill = fill,
                                    });
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

static void measure_panel(Page *page, PanelLayout *panel, const ScenePanel *from)
{
    panel->panel = from;
    clutter_init(&panel->clutter);
    panel_measure_titles(page, panel);
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

static void paint_panel_background(Page *page, const PanelLayout *panel)
{
    const Rect *frame = &panel->frame;
    Color fill = page->theme->panel;
    Point corners[] = {{frame->x, frame->y},
                       {frame->x + frame->width, frame->y},
                       {frame->x + frame->width, frame->y + frame->height},
                       {frame->x, frame->y + frame->height}};

    if (fill.alpha <= 0 || color_equal(fill, page->theme->background))
        return;
    page_fill(page, corners, 4, fill);
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
    drawing_add_frame(page->drawing, panel->panel, panel->frame);
    drawing_begin_group(page->drawing, name, *title ? title : NULL);
    paint_panel_background(page, panel);
    panel_paint_title(page, panel);
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
    panel_paint_caption(page, panel);
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
    page_paint_title(page);
    for (int i = 0; i < page->panel_count; i++)
        paint_panel(page, &page->panels[i], i + 1);
    page_paint_caption(page);
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
    page_measure_titles(&page);
    for (int i = 0; i < page.panel_count; i++)
        measure_panel(&page, &page.panels[i], g_ptr_array_index(scene->panels, i));
    page_solve(&page);
    page.drawing = page_begin(&page);
    page_paint(&page);
    page_warn_dropped(&page);
    page_release(&page);
    return page.drawing;
}
