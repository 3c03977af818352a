/* layout_inset.c - panels within a panel, and the part of it that they show. */
#include "layout/layout_parts.h"

#include <math.h>
#include <string.h>

#define TEXT_SCALE 0.85  /* of the theme's sizes */
#define TICK_SCALE 0.7   /* of the theme's ticks */
#define EDGE 3.5         /* points, from text to the box' edges */
#define TITLE_GAP 0.5    /* of the title's size */
#define LEAST_WIDTH 24.0 /* points, of the inner frame */
#define LEAST_HEIGHT 16.0
#define LEAST_TARGET 4.0 /* points, of the part that is shown, on the panel */
#define TARGET_COST 40.0 /* a square point of that part covered */
#define AWAY_COST 0.02   /* a point of way from it */
#define CLEARANCE 3.0
#define LINE_ALPHA 0.55 /* of what joins and surrounds */

enum { PLACES = 9 }; /* a side that are tried */

struct InsetLayout {
    const SceneInset *inset;
    Theme theme; /* the page's, a little smaller */
    PanelLayout panel;
    Rect box;
    Rect target;        /* width 0: none */
    Point joints[2][2]; /* lines from it to the box */
    int joined;
};

/* The page as the inset sees it. */
static Page page_within(const Page *page, InsetLayout *layout)
{
    Page within = *page;
    Theme *theme = &layout->theme;

    *theme = *page->theme;
    theme->tick_size_pt *= TEXT_SCALE;
    theme->label_size_pt *= TEXT_SCALE;
    theme->tick_length_pt *= TICK_SCALE;
    theme->dot_radius_pt *= TEXT_SCALE;
    theme->frame = FRAME_BOX;
    within.theme = theme;
    return within;
}

/* What the inset has found out for the page. */
static void page_learn(Page *page, const Page *within)
{
    for (int part = 0; part < PART_COUNT; part++)
        page->dropped[part] = within->dropped[part];
}

static void measure(Page *page, PanelLayout *panel, const ScenePanel *from, double room)
{
    panel->panel = from;
    clutter_init(&panel->clutter);
    block_set(&panel->title, page->text, from->title.pango, page->theme->label_size_pt,
              false, room);
    axis_measure(&panel->x, page, &from->x, false);
    axis_measure(&panel->y, page, &from->y, true);
    legend_measure(&panel->legend, page, from);
}

static double depth_of(const Page *page, const AxisLayout *axis)
{
    double depth = axis_depth(axis, page);

    if (axis->label.count > 0)
        depth += axis_label_gap(page) + axis->label.height_pt;
    return depth;
}

/* The inner frame, what its texts leave of the box. */
static Rect frame_within(const Page *page, PanelLayout *panel, Rect box)
{
    double width = box.width, height = box.height;
    Margins margins = {0};

    for (int round = 0; round < 3; round++) {
        double low_x, high_x, low_y, high_y;
        axis_thin(&panel->x, page, MAX(width, 1));
        axis_thin(&panel->y, page, MAX(height, 1));
        axis_overhang(&panel->x, page, width, &low_x, &high_x);
        axis_overhang(&panel->y, page, height, &low_y, &high_y);
        margins.left = EDGE + MAX(depth_of(page, &panel->y), low_x);
        margins.right = EDGE + high_x;
        margins.bottom = EDGE + MAX(depth_of(page, &panel->x), low_y);
        margins.top = EDGE + high_y;
        if (panel->title.count > 0)
            margins.top = MAX(margins.top, EDGE + panel->title.height_pt +
                                               TITLE_GAP * panel->title.size_pt);
        width = box.width - margins.left - margins.right;
        height = box.height - margins.top - margins.bottom;
    }
    Rect frame = {box.x + margins.left, box.y + margins.top, width, height};
    double line = page->theme->axis_width_pt;
    double right = page_snap(page, frame.x + width, line);
    double bottom = page_snap(page, frame.y + height, line);
    frame.x = page_snap(page, frame.x, line);
    frame.y = page_snap(page, frame.y, line);
    frame.width = right - frame.x;
    frame.height = bottom - frame.y;
    return frame;
}

/* The part of the panel that the inset shows, on the page. */
static Rect find_target(const PanelLayout *panel, const SceneInset *inset)
{
    const Scale *x = &inset->panel->x.scale, *y = &inset->panel->y.scale;
    const Rect *frame = &panel->frame;
    Point a = panel_map(panel, (Point){x->low, y->low});
    Point b = panel_map(panel, (Point){x->high, y->high});
    double left = MIN(a.x, b.x), right = MAX(a.x, b.x);
    double top = MIN(a.y, b.y), bottom = MAX(a.y, b.y);
    double grow_x = MAX(LEAST_TARGET - (right - left), 0) / 2;
    double grow_y = MAX(LEAST_TARGET - (bottom - top), 0) / 2;

    if (!inset->is_zoom || !isfinite(left + right))
        return (Rect){0, 0, 0, 0};
    top = isfinite(top) ? MAX(top, frame->y) : frame->y;
    bottom = isfinite(bottom) ? MIN(bottom, frame->y + frame->height)
                              : frame->y + frame->height;
    if (top >= bottom + LEAST_TARGET)
        return (Rect){0, 0, 0, 0};
    return (Rect){left - grow_x, top - grow_y, right - left + 2 * grow_x,
                  bottom - top + 2 * grow_y};
}

static double common_area(Rect a, Rect b)
{
    return a.width * a.height - outside_area(a, b);
}

/* Where a box of that size hides least. */
static Rect choose_box(const PanelLayout *panel, Rect target, double width,
                       double height)
{
    const Rect *frame = &panel->frame;
    Point middle = {target.x + target.width / 2, target.y + target.height / 2};
    double margin = 2 * CLEARANCE, best_cost = INFINITY;
    Rect best = {0};

    for (int i = 0; i < PLACES * PLACES; i++) {
        double across = (double)(i % PLACES) / (PLACES - 1);
        double down = (double)(i / PLACES) / (PLACES - 1);
        Rect box = {frame->x + margin + across * (frame->width - width - 2 * margin),
                    frame->y + margin + down * (frame->height - height - 2 * margin),
                    width, height};
        double cost = clutter_hidden(&panel->clutter, rect_grown(box, CLEARANCE));
        if (target.width > 0)
            cost += TARGET_COST * common_area(target, rect_grown(box, CLEARANCE)) +
                    AWAY_COST * box_distance(box, middle);
        if (cost < best_cost) {
            best_cost = cost;
            best = box;
        }
    }
    return best;
}

static Point corner_of(Rect box, int corner)
{
    return (Point){box.x + (corner & 1 ? box.width : 0),
                   box.y + (corner & 2 ? box.height : 0)};
}

/* Lines join like corners of the part and of the box: those two that run through
 * neither. */
static void find_joints(InsetLayout *layout)
{
    Rect part = layout->target, box = layout->box;

    for (int corner = 0; corner < 4 && layout->joined < 2; corner++) {
        Point from = corner_of(part, corner), to = corner_of(box, corner);
        if (part.width <= 0 || segment_inside(from, to, rect_grown(part, -0.1)) > 0 ||
            segment_inside(from, to, rect_grown(box, -0.1)) > 0)
            continue;
        layout->joints[layout->joined][0] = from;
        layout->joints[layout->joined++][1] = to;
    }
}

static bool place_inset(Page *page, PanelLayout *panel, InsetLayout *layout)
{
    const SceneInset *inset = layout->inset;
    const Rect *frame = &panel->frame;
    Page within = page_within(page, layout);
    double width = inset->width * frame->width, height = inset->height * frame->height;

    measure(&within, &layout->panel, inset->panel, width);
    layout->target = find_target(panel, inset);
    layout->box = isnan(inset->left)
                      ? choose_box(panel, layout->target, width, height)
                      : (Rect){frame->x + inset->left * frame->width,
                               frame->y + inset->top * frame->height, width, height};
    layout->box.x = page_snap(page, layout->box.x, page->theme->axis_width_pt);
    layout->box.y = page_snap(page, layout->box.y, page->theme->axis_width_pt);
    find_joints(layout);
    layout->panel.frame = frame_within(&within, &layout->panel, layout->box);
    if (layout->panel.frame.width < LEAST_WIDTH ||
        layout->panel.frame.height < LEAST_HEIGHT)
        return false;
    curves_collect(&layout->panel);
    notes_place(&within, &layout->panel);
    page_learn(page, &within);
    return true;
}

static void release_inset(InsetLayout *layout)
{
    PanelLayout *panel = &layout->panel;

    block_clear(&panel->title);
    axis_release(&panel->x);
    axis_release(&panel->y);
    legend_release(&panel->legend);
    notes_release(panel);
    clutter_release(&panel->clutter);
    g_free(layout);
}

static void free_inset(void *layout)
{
    release_inset(layout);
}

void insets_reserve(PanelLayout *panel)
{
    const GPtrArray *insets = panel->panel->insets;
    const Rect *frame = &panel->frame;

    for (unsigned i = 0; i < insets->len; i++) {
        const SceneInset *inset = g_ptr_array_index(insets, i);
        if (!isnan(inset->left))
            clutter_add_box(&panel->clutter,
                            (Rect){frame->x + inset->left * frame->width,
                                   frame->y + inset->top * frame->height,
                                   inset->width * frame->width,
                                   inset->height * frame->height});
    }
}

void insets_place(Page *page, PanelLayout *panel)
{
    const GPtrArray *insets = panel->panel->insets;

    panel->insets = g_ptr_array_new_with_free_func(free_inset);
    for (unsigned i = 0; i < insets->len; i++) {
        InsetLayout *layout = g_new0(InsetLayout, 1);
        layout->inset = g_ptr_array_index(insets, i);
        if (!place_inset(page, panel, layout)) {
            page->dropped[PART_INSET] = true;
            release_inset(layout);
            continue;
        }
        g_ptr_array_add(panel->insets, layout);
        clutter_add_box(&panel->clutter, layout->box);
        if (layout->target.width > 0)
            clutter_add_box(&panel->clutter, layout->target);
        for (int k = 0; k < layout->joined; k++)
            clutter_add_segment(&panel->clutter, layout->joints[k][0],
                                layout->joints[k][1]);
    }
}

void insets_release(PanelLayout *panel)
{
    if (panel->insets)
        g_ptr_array_unref(panel->insets);
}

static void paint_rect(Page *page, Rect box, bool filled, Color fill, Stroke stroke)
{
    Point corners[] = {{box.x, box.y},
                       {box.x + box.width, box.y},
                       {box.x + box.width, box.y + box.height},
                       {box.x, box.y + box.height}};
    int count = 4;

    drawing_add_path(page->drawing, &(DrawingPath){.points = corners,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = filled,
                                                   .fill = fill,
                                                   .stroke = stroke});
}

static void paint_connection(Page *page, const InsetLayout *layout, Stroke stroke)
{
    for (int i = 0; i < layout->joined; i++)
        page_batch_line(page, layout->joints[i][0], layout->joints[i][1]);
    page_paint_batch(page, stroke);
    if (layout->target.width > 0)
        paint_rect(page, layout->target, false, stroke.color, stroke);
}

/* Tells formats that draw panels themselves. */
static void tell_inset(Page *page, const PanelLayout *outer, const InsetLayout *layout,
                       Stroke stroke, Color ground)
{
    DrawingInset inset = {
        .panel = outer->panel,
        .inset = layout->panel.panel,
        .box = layout->box,
        .target = layout->target,
        .joint_count = layout->joined,
        .stroke = stroke,
        .ground = ground,
        .text_scale = TEXT_SCALE,
    };

    memcpy(inset.joints, layout->joints, sizeof inset.joints);
    drawing_add_inset(page->drawing, &inset);
    drawing_add_frame(page->drawing, layout->panel.panel, layout->panel.frame);
}

static void paint_inset(Page *page, PanelLayout *outer, InsetLayout *layout)
{
    Page within = page_within(page, layout);
    PanelLayout *panel = &layout->panel;
    const Theme *theme = page->theme;
    g_autofree char *name = g_strdup_printf("inset-%d", ++page->inset_count);
    const char *title = panel->panel->title.plain;
    Color ground = color_mix(theme->background, theme->panel, theme->panel.alpha);
    Stroke stroke = {.color = theme->muted_text,
                     .width_pt = page_snap_width(page, theme->axis_width_pt)};

    within.inset = page->inset_count;
    within.curve_count = 0; /* names of their own: the panels' curves keep theirs */
    ground.alpha = 1;
    drawing_begin_group(page->drawing, name, *title ? title : NULL);
    stroke.color.alpha *= LINE_ALPHA;
    tell_inset(page, outer, layout, stroke, ground);
    paint_connection(page, layout, stroke);
    paint_rect(page, layout->box, true, ground, stroke);
    if (panel->title.count > 0)
        block_paint(&panel->title, &within,
                    (Point){panel->frame.x, layout->box.y + EDGE}, 0, 0, theme->text);
    field_paint(&within, panel);
    spans_paint(&within, panel);
    axis_paint_grid(&within, panel);
    contours_paint(&within, panel);
    lines_paint(&within, panel);
    notes_paint_veils(&within, panel);
    curves_paint(&within, panel);
    axis_paint(&within, panel, &panel->x,
               axis_depth(&panel->x, &within) + axis_label_gap(&within));
    axis_paint(&within, panel, &panel->y,
               axis_depth(&panel->y, &within) + axis_label_gap(&within));
    dots_paint(&within, panel);
    marks_paint(&within, panel);
    notes_paint(&within, panel);
    drawing_end_group(page->drawing);
    page_learn(page, &within);
}

void insets_paint(Page *page, PanelLayout *panel)
{
    if (panel->insets->len == 0)
        return;
    drawing_begin_group(page->drawing, "insets", NULL);
    for (unsigned i = 0; i < panel->insets->len; i++)
        paint_inset(page, panel, g_ptr_array_index(panel->insets, i));
    drawing_end_group(page->drawing);
}
