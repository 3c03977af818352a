/* layout_axis.c - ticks, their labels, the grid and the frame's lines. */
#include "layout/layout_parts.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

#define LABEL_GAP 0.5       /* of the tick size, between labels along x */
#define TICK_GAP 0.38       /* of the tick size, from tick to label */
#define AXIS_LABEL_GAP 0.55 /* of the label size */
#define LABEL_SHARE 0.15    /* of the page that lines of a label may take */
#define LABEL_LEAST 0.6     /* of a label's letters, without which it says nothing */
#define CORNER_ROOM 1.5     /* of the label size, that the x label leaves to y's */
#define MINOR_LENGTH 0.55   /* of a major tick's */
#define NAME_LINES 3        /* of a name under a bar */
#define NAME_SCALE 0.75     /* how much smaller it may be set */
#define FRAME_SHARE 0.88    /* of a panel's width, what its frame has about */
#define LEAST_TICK_STEP 2.5 /* points between tick marks */

static TickLayout *tick_at(const AxisLayout *axis, unsigned index)
{
    return &g_array_index(axis->ticks, TickLayout, index);
}

/* Of the first line; of the ink under its baseline, that of further lines too. */
static double tick_rise(const Page *page, const TickLayout *tick)
{
    return line_rise(tick->text.lines[0], page->theme->tick_size_pt);
}

static double tick_drop(const Page *page, const TickLayout *tick)
{
    const TextLine *last = tick->text.lines[tick->text.count - 1];
    double size = page->theme->tick_size_pt;
    double below = tick->text.height_pt - tick_rise(page, tick);

    return below - line_drop(last, size) + last->ink.y + last->ink.height;
}

/* Without what hangs under the last baseline: what is centred at a tick. */
static double tick_height(const Page *page, const TickLayout *tick)
{
    const TextBlock *text = &tick->text;

    return text->height_pt -
           line_drop(text->lines[text->count - 1], page->theme->tick_size_pt);
}

/* How wide the label of a tick may be: names are broken into lines, and set smaller,
 * rather than left out. */
static BlockRoom tick_room(const AxisLayout *axis, const Page *page)
{
    const Scene *scene = page->scene;
    BlockRoom room = {
        .width_pt = INFINITY, .lines_max = BLOCK_LINES_MAX, .least_scale = 1};
    double across = (scene->width_pt - 2 * page->padding_pt) / scene->columns;

    if (axis->axis->named && !axis->upright) {
        room.width_pt = MAX(FRAME_SHARE * across / MAX(axis->axis->ticks->len, 1) -
                                LABEL_GAP * page->theme->tick_size_pt,
                            page->theme->tick_size_pt);
        room.lines_max = NAME_LINES;
        room.least_scale = NAME_SCALE;
    }
    return room;
}

static bool is_cut(const TextBlock *block)
{
    for (int i = 0; i < block->count; i++)
        if (block->cut[i])
            return true;
    return false;
}

static TickLayout measure_tick(AxisLayout *axis, Page *page, const SceneTick *from)
{
    const Theme *theme = page->theme;
    TickLayout tick = {.value = from->value,
                       .share = scale_map(&axis->axis->scale, from->value),
                       .major = from->major};

    if (!axis->axis->show_labels || !from->label || !*from->label)
        return tick;
    g_autofree char *markup = label_in(from->label, NOTATION_MARKUP);
    BlockRoom room = tick_room(axis, page);
    block_fit(&tick.text, page->text, markup, theme->tick_size_pt, &room);
    if (isfinite(room.width_pt) && is_cut(&tick.text)) {
        /* Half a name is none: then others go, and a warning says so. */
        block_clear(&tick.text);
        room = (BlockRoom){.width_pt = INFINITY, .lines_max = 1, .least_scale = 1};
        block_fit(&tick.text, page->text, markup, theme->tick_size_pt, &room);
    }
    if (tick.text.count == 0)
        return tick;
    axis->tick_width_pt = MAX(axis->tick_width_pt, tick.text.width_pt);
    axis->tick_rise_pt = MAX(axis->tick_rise_pt, tick_rise(page, &tick));
    axis->tick_drop_pt = MAX(axis->tick_drop_pt, tick_drop(page, &tick));
    return tick;
}

/* How long a panel's axis label may be. */
static double label_room(const Page *page, bool upright)
{
    const Scene *scene = page->scene;
    double pad = page->padding_pt;

    if (upright)
        return (scene->height_pt - 2 * pad - page_header_height(page)) / scene->rows;
    return (scene->width_pt - 2 * pad) / scene->columns -
           CORNER_ROOM * page->theme->label_size_pt;
}

void axis_measure(AxisLayout *axis, Page *page, const SceneAxis *from, bool upright)
{
    *axis = (AxisLayout){.axis = from, .upright = upright};
    axis->ticks = g_array_new(FALSE, TRUE, sizeof(TickLayout));
    for (unsigned i = 0; i < from->ticks->len; i++) {
        TickLayout tick =
            measure_tick(axis, page, &g_array_index(from->ticks, SceneTick, i));
        if (tick.share >= -1e-9 && tick.share <= 1 + 1e-9)
            g_array_append_val(axis->ticks, tick);
        else
            block_clear(&tick.text);
    }
    if (!from->show_labels)
        return;
    block_fit(
        &axis->label, page->text, from->label.pango, page->theme->label_size_pt,
        &(BlockRoom){.width_pt = label_room(page, upright),
                     .height_pt = LABEL_SHARE * (upright ? page->scene->width_pt
                                                         : page->scene->height_pt),
                     .lines_max = 3,
                     .least_scale = 0.7,
                     .balanced = true});
    if ((double)block_says(&axis->label) <
        LABEL_LEAST * (double)strlen(from->label.plain)) {
        block_clear(&axis->label);
        page->dropped[upright ? PART_Y_LABEL : PART_X_LABEL] = true;
    }
}

void axis_release(AxisLayout *axis)
{
    for (unsigned i = 0; axis->ticks && i < axis->ticks->len; i++)
        block_clear(&tick_at(axis, i)->text);
    if (axis->ticks)
        g_array_unref(axis->ticks);
    block_clear(&axis->label);
}

static bool shows_labels(const AxisLayout *axis, const Page *page)
{
    return axis->axis->show_labels && axis->tick_width_pt > 0 &&
           !page->dropped[axis->upright ? PART_Y_TICK_LABELS : PART_X_TICK_LABELS];
}

/* Room that a tick's label takes along the axis, its gap to the next included. */
static double label_extent(const AxisLayout *axis, const Page *page,
                           const TickLayout *tick)
{
    double size = page->theme->tick_size_pt;

    return axis->upright ? tick_height(page, tick) + 0.35 * size
                         : tick->text.width_pt + LABEL_GAP * size;
}

/* Marks every step-th label, counted from anchor; whether none collide. */
static bool try_step(AxisLayout *axis, const Page *page, double length_pt, int step,
                     int anchor)
{
    const TickLayout *last = NULL;
    int index = 0;
    bool clear = true;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        TickLayout *tick = tick_at(axis, i);
        tick->labelled = tick->text.count > 0 && (index++ - anchor) % step == 0;
        if (!tick->labelled)
            continue;
        if (last &&
            fabs(tick->share - last->share) * length_pt <
                (label_extent(axis, page, tick) + label_extent(axis, page, last)) / 2)
            clear = false;
        last = tick;
    }
    return clear;
}

/* The label that thinning must keep: zero's, else the first. */
static int anchor_label(const AxisLayout *axis)
{
    int index = 0;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = tick_at(axis, i);
        if (tick->text.count == 0)
            continue;
        if (tick->value == 0)
            return index;
        index++;
    }
    return 0;
}

/* One number alone tells no scale: where there is room for the first and the last,
 * these stand in its place. */
static void keep_two(AxisLayout *axis, const Page *page, double length_pt)
{
    TickLayout *first = NULL, *last = NULL;
    int shown = 0;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        TickLayout *tick = tick_at(axis, i);
        shown += tick->labelled;
        if (tick->text.count == 0)
            continue;
        first = first ? first : tick;
        last = tick;
    }
    if (shown > 1 || first == last ||
        fabs(last->share - first->share) * length_pt <
            (label_extent(axis, page, first) + label_extent(axis, page, last)) / 2)
        return;
    for (unsigned i = 0; i < axis->ticks->len; i++)
        tick_at(axis, i)->labelled = false;
    first->labelled = last->labelled = true;
}

void axis_thin(AxisLayout *axis, const Page *page, double length_pt)
{
    int count = (int)axis->ticks->len;
    int anchor = anchor_label(axis);

    if (!shows_labels(axis, page)) {
        for (int i = 0; i < count; i++)
            tick_at(axis, (unsigned)i)->labelled = false;
        return;
    }
    /* Every second, fifth, tenth: what is left is a scale that people would choose. */
    for (int decade = 1; decade <= count; decade *= 10) {
        if (try_step(axis, page, length_pt, decade, anchor) ||
            try_step(axis, page, length_pt, 2 * decade, anchor) ||
            try_step(axis, page, length_pt, 5 * decade, anchor))
            break;
    }
    keep_two(axis, page, length_pt);
    for (int i = 0; axis->axis->named && i < count; i++)
        if (!tick_at(axis, (unsigned)i)->labelled) {
            warnings_add(page->warnings,
                         "there is no room for all names along the %s axis%s",
                         axis->upright ? "y" : "x",
                         axis->upright ? "" : " (bars may lie: `horizontal: true`)");
            break;
        }
}

void axis_overhang(const AxisLayout *axis, const Page *page, double length_pt,
                   double *low_pt, double *high_pt)
{
    *low_pt = *high_pt = 0;
    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = tick_at(axis, i);
        double half;
        if (!tick->labelled || tick->text.count == 0)
            continue;
        half = (axis->upright ? tick_height(page, tick) : tick->text.width_pt) / 2;
        *low_pt = MAX(*low_pt, half - tick->share * length_pt);
        *high_pt = MAX(*high_pt, half - (1 - tick->share) * length_pt);
    }
}

static double tick_length(const Page *page)
{
    return page->theme->ticks == TICKS_NONE || page->dropped[PART_TICKS]
               ? 0
               : page->theme->tick_length_pt;
}

double axis_depth(const AxisLayout *axis, const Page *page)
{
    double depth = page->theme->ticks == TICKS_OUT ? tick_length(page) : 0;

    if (!shows_labels(axis, page))
        return depth;
    depth += TICK_GAP * page->theme->tick_size_pt;
    return depth + (axis->upright ? axis->tick_width_pt
                                  : axis->tick_rise_pt + axis->tick_drop_pt);
}

double axis_label_gap(const Page *page)
{
    return AXIS_LABEL_GAP * page->theme->label_size_pt;
}

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
        const TickLayout *tick = tick_at(axis, i);
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
        const TickLayout *tick = tick_at(axis, i);
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
    double length = tick_length(page);
    double axis_length = axis->upright ? frame->height : frame->width;
    bool minor = least_step(axis, axis_length, false) >= LEAST_TICK_STEP;
    bool major = least_step(axis, axis_length, true) >= LEAST_TICK_STEP;

    if (length <= 0 || stroke.width_pt <= 0)
        return;
    if (page->theme->ticks == TICKS_IN)
        length = -length;
    for (unsigned i = 0; i < axis->ticks->len; i++) {
        const TickLayout *tick = tick_at(axis, i);
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
    double gap = (theme->ticks == TICKS_OUT ? tick_length(page) : 0) +
                 TICK_GAP * theme->tick_size_pt;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        TickLayout *tick = tick_at(axis, i);
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
