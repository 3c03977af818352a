/* layout_axis_paint.c - an axis painted: grid, the frame's line, ticks, their labels.
 */
#include "layout/layout_axis.h"

#include <math.h>

#define MINOR_LENGTH 0.55   /* of a major tick's */
#define LEAST_TICK_STEP 2.5 /* points between tick marks */

/* Where a tick stands along its axis, fitted to whole pixels. */
static double tick_place(const Page *page, const PanelLayout *panel,
                         const AxisLayout *axis, const TickLayout *tick,
                         double width_pt)
{
    const Rect *frame = &panel->frame;
    double place = axis->upright ? frame->y + (1 - tick->share) * frame->height
                                 : frame->x + tick->share * frame->width;

    return page_snap(page, place, width_pt);
}

/* On the frame's own line a grid line would only thicken it. */
static bool on_frame_line(const Page *page, const PanelLayout *panel, bool upright,
                          double place)
{
    const Rect *frame = &panel->frame;
    double low = upright ? frame->y + frame->height : frame->x;
    double high = upright ? frame->y : frame->x + frame->width;
    double near = 1.5 * page->pixel_pt;

    if (page->theme->frame == FRAME_NONE)
        return false;
    if (fabs(place - low) < near)
        return true;
    return page->theme->frame == FRAME_BOX && fabs(place - high) < near;
}

static void batch_grid(Page *page, const PanelLayout *panel, const AxisLayout *axis,
                       double width_pt)
{
    const Rect *frame = &panel->frame;
    double right = frame->x + frame->width, bottom = frame->y + frame->height;

    if (!axis->axis->grid)
        return;
    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = axis_tick(axis, i);
        double place = tick_place(page, panel, axis, tick, width_pt);
        if (!tick->major || on_frame_line(page, panel, axis->upright, place))
            continue;
        if (axis->upright)
            page_batch_line(page, (Point){frame->x, place}, (Point){right, place});
        else
            page_batch_line(page, (Point){place, bottom}, (Point){place, frame->y});
    }
}

void axis_paint_grid(Page *page, PanelLayout *panel)
{
    const Theme *theme = page->theme;
    double width = page_snap_width(page, theme->grid_width_pt);

    if (width <= 0 || (!panel->x.axis->grid && !panel->y.axis->grid))
        return;
    drawing_begin_group(page->drawing, "grid", NULL);
    batch_grid(page, panel, &panel->x, width);
    batch_grid(page, panel, &panel->y, width);
    page_paint_batch(
        page,
        (Stroke){.color = theme->grid, .width_pt = width, .dash = theme->grid_dash});
    drawing_end_group(page->drawing);
}

static void paint_frame_lines(Page *page, const PanelLayout *panel,
                              const AxisLayout *axis, Stroke stroke)
{
    bool upright = axis->upright;
    const Rect *frame = &panel->frame;
    double right = frame->x + frame->width, bottom = frame->y + frame->height;
    Point origin = {frame->x, bottom}, corner = {right, frame->y};
    Point end = upright ? (Point){frame->x, frame->y} : (Point){right, bottom};

    stroke.cap = CAP_SQUARE;
    if (axis->far) { /* has its line whatever the frame is */
        page_add_line(page, (Point){right, bottom}, corner, stroke);
        return;
    }
    if (page->theme->frame == FRAME_NONE)
        return;
    page_batch_line(page, origin, end);
    if (page->theme->frame == FRAME_BOX)
        page_batch_line(page,
                        upright ? (Point){right, bottom} : (Point){frame->x, frame->y},
                        corner);
    page_paint_batch(page, stroke);
}

static double least_step(const AxisLayout *axis, double length_pt, bool major_only)
{
    const TickLayout *last = NULL;
    double least = INFINITY;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = axis_tick(axis, i);
        if (major_only && !tick->major)
            continue;
        if (last)
            least = MIN(least, fabs(tick->share - last->share) * length_pt);
        last = tick;
    }
    return least;
}

static void paint_tick_marks(Page *page, const PanelLayout *panel,
                             const AxisLayout *axis, Stroke stroke)
{
    const Rect *frame = &panel->frame;
    double bottom = frame->y + frame->height;
    double length = page_tick_length(page);
    double axis_length = axis->upright ? frame->height : frame->width;
    bool minor = least_step(axis, axis_length, false) >= LEAST_TICK_STEP;
    bool major = least_step(axis, axis_length, true) >= LEAST_TICK_STEP;

    if (length <= 0 || stroke.width_pt <= 0)
        return;
    if (page->theme->ticks == TICKS_IN)
        length = -length;
    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = axis_tick(axis, i);
        double place = tick_place(page, panel, axis, tick, stroke.width_pt);
        double reach = tick->major ? length : MINOR_LENGTH * length;
        if (!tick->labelled && !(tick->major ? major : minor))
            continue;
        if (axis->far)
            page_batch_line(page, (Point){frame->x + frame->width, place},
                            (Point){frame->x + frame->width + reach, place});
        else if (axis->upright)
            page_batch_line(page, (Point){frame->x, place},
                            (Point){frame->x - reach, place});
        else
            page_batch_line(page, (Point){place, bottom},
                            (Point){place, bottom + reach});
    }
    page_paint_batch(page, stroke);
}

static Color text_color(const Page *page, const AxisLayout *axis)
{
    return axis->axis->has_color ? axis->axis->color : page->theme->text;
}

static void paint_tick_labels(Page *page, PanelLayout *panel, AxisLayout *axis)
{
    const Rect *frame = &panel->frame;
    const Theme *theme = page->theme;
    double gap = (theme->ticks == TICKS_OUT ? page_tick_length(page) : 0) +
                 TICK_GAP * theme->tick_size_pt;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        TickLayout *tick = axis_tick(axis, i);
        double place;
        Point corner;
        if (!tick->labelled || tick->text.count == 0)
            continue;
        place = tick_place(page, panel, axis, tick, theme->axis_width_pt);
        if (axis->far)
            corner = (Point){frame->x + frame->width + gap,
                             place - tick_height(page, tick) / 2};
        else if (axis->upright)
            corner = (Point){frame->x - gap - tick->text.width_pt,
                             place - tick_height(page, tick) / 2};
        else
            corner = (Point){place - tick->text.width_pt / 2,
                             frame->y + frame->height + gap + axis->tick_rise_pt -
                                 tick_rise(page, tick)};
        drawing_add_tick(page->drawing,
                         &g_array_index(axis->axis->ticks, SceneTick, i));
        block_paint(&tick->text, page, corner, 0,
                    axis->far       ? 0
                    : axis->upright ? 1
                                    : 0.5,
                    text_color(page, axis));
    }
}

/* Centred on the frame, but kept on the page when the frame is the shorter. */
static void paint_label(Page *page, PanelLayout *panel, AxisLayout *axis,
                        double label_depth)
{
    const Rect *frame = &panel->frame;
    double half = axis->label.width_pt / 2;
    Point corner;

    if (axis->label.count == 0 ||
        page->dropped[axis->upright ? PART_Y_LABEL : PART_X_LABEL])
        return;
    if (axis->upright) {
        double middle = frame->y + frame->height / 2;
        middle = MIN(middle, page->scene->height_pt - page->padding_pt - half);
        middle = MAX(middle, page->padding_pt + page_header_height(page) + half);
        corner = (Point){axis->far ? frame->x + frame->width + label_depth
                                   : frame->x - label_depth - axis->label.height_pt,
                         middle + half};
    } else {
        double middle = frame->x + frame->width / 2;
        middle = MIN(middle, page->scene->width_pt - page->padding_pt - half);
        middle = MAX(middle, page->padding_pt + half +
                                 CORNER_ROOM * page->theme->label_size_pt);
        corner = (Point){middle - half, frame->y + frame->height + label_depth};
    }
    block_paint(&axis->label, page, corner, axis->upright ? 90 : 0, 0.5,
                text_color(page, axis));
}

void axis_paint(Page *page, PanelLayout *panel, AxisLayout *axis, double label_depth)
{
    Stroke stroke = {.color =
                         axis->axis->has_color ? axis->axis->color : page->theme->axis,
                     .width_pt = page_snap_width(page, page->theme->axis_width_pt)};
    const char *title = axis->axis->label.plain;
    static const char *const groups[][2] = {
        {"axis-x", "ticks-x"}, {"axis-y", "ticks-y"}, {"axis-y2", "ticks-y2"}};
    const char *const *group = groups[axis->far ? 2 : axis->upright];

    drawing_begin_group(page->drawing, group[0], title && *title ? title : NULL);
    paint_frame_lines(page, panel, axis, stroke);
    drawing_begin_group(page->drawing, group[1], NULL);
    paint_tick_marks(page, panel, axis, stroke);
    paint_tick_labels(page, panel, axis);
    drawing_end_group(page->drawing);
    paint_label(page, panel, axis, label_depth);
    drawing_end_group(page->drawing);
}
