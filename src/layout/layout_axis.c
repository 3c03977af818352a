/* layout_axis.c - how large an axis is, and which of its ticks have labels. */
#include "layout/layout_axis.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

#define LABEL_GAP 0.5       /* of the tick size, between labels along x */
#define AXIS_LABEL_GAP 0.55 /* of the label size */
#define LABEL_SHARE 0.15    /* of the page that lines of a label may take */
#define LABEL_LEAST 0.6     /* of a label's letters, without which it says nothing */
#define NAME_LINES 3        /* of a name under a bar */
#define NAME_SCALE 0.75     /* how much smaller it may be set */
#define FRAME_SHARE 0.88    /* of a panel's width, what its frame has about */

TickLayout *axis_tick(const AxisLayout *axis, unsigned index)
{
    return &g_array_index(axis->ticks, TickLayout, index);
}

double tick_rise(const Page *page, const TickLayout *tick)
{
    return line_rise(tick->text.lines[0], page->theme->tick_size_pt);
}

/* Of the ink under the first baseline, that of further lines too. */
static double tick_drop(const Page *page, const TickLayout *tick)
{
    const TextLine *last = tick->text.lines[tick->text.count - 1];
    double size = page->theme->tick_size_pt;
    double below = tick->text.height_pt - tick_rise(page, tick);

    return below - line_drop(last, size) + last->ink.y + last->ink.height;
}

double tick_height(const Page *page, const TickLayout *tick)
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
        block_clear(&axis_tick(axis, i)->text);
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

/* On a symlog axis powers of ten crowd around 0, and nowhere else: those whose labels
 * would touch 0's go, so that all others may stay. */
static void mark_crowded(AxisLayout *axis, const Page *page, double length_pt)
{
    const TickLayout *zero = NULL;

    if (axis->axis->scale.kind != SCALE_SYMLOG)
        return;
    for (unsigned i = 0; i < axis->ticks->len; i++)
        if (axis_tick(axis, i)->value == 0 && axis_tick(axis, i)->text.count > 0)
            zero = axis_tick(axis, i);
    for (unsigned i = 0; i < axis->ticks->len && zero; i++) {
        TickLayout *tick = axis_tick(axis, i);
        if (tick == zero || tick->text.count == 0)
            continue;
        double room =
            (label_extent(axis, page, tick) + label_extent(axis, page, zero)) / 2;
        tick->crowded = fabs(tick->share - zero->share) * length_pt < room;
    }
}

static bool has_label(const TickLayout *tick)
{
    return tick->text.count > 0 && !tick->crowded;
}

/* Marks every step-th label, counted from anchor; whether none collide. */
static bool try_step(AxisLayout *axis, const Page *page, double length_pt, int step,
                     int anchor)
{
    const TickLayout *last = NULL;
    int index = 0;
    bool clear = true;

    for (unsigned i = 0; i < axis->ticks->len; i++) {
        TickLayout *tick = axis_tick(axis, i);
        tick->labelled = has_label(tick) && (index++ - anchor) % step == 0;
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
        const TickLayout *tick = axis_tick(axis, i);
        if (!has_label(tick))
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
        TickLayout *tick = axis_tick(axis, i);
        shown += tick->labelled;
        if (!has_label(tick))
            continue;
        first = first ? first : tick;
        last = tick;
    }
    if (shown > 1 || first == last ||
        fabs(last->share - first->share) * length_pt <
            (label_extent(axis, page, first) + label_extent(axis, page, last)) / 2)
        return;
    for (unsigned i = 0; i < axis->ticks->len; i++)
        axis_tick(axis, i)->labelled = false;
    first->labelled = last->labelled = true;
}

void axis_thin(AxisLayout *axis, const Page *page, double length_pt)
{
    int count = (int)axis->ticks->len;
    int anchor;

    mark_crowded(axis, page, length_pt);
    anchor = anchor_label(axis);
    if (!shows_labels(axis, page)) {
        for (int i = 0; i < count; i++)
            axis_tick(axis, (unsigned)i)->labelled = false;
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
        if (!axis_tick(axis, (unsigned)i)->labelled) {
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
        const TickLayout *tick = axis_tick(axis, i);
        double half;
        if (!tick->labelled || tick->text.count == 0)
            continue;
        half = (axis->upright ? tick_height(page, tick) : tick->text.width_pt) / 2;
        *low_pt = MAX(*low_pt, half - tick->share * length_pt);
        *high_pt = MAX(*high_pt, half - (1 - tick->share) * length_pt);
    }
}

double page_tick_length(const Page *page)
{
    return page->theme->ticks == TICKS_NONE || page->dropped[PART_TICKS]
               ? 0
               : page->theme->tick_length_pt;
}

double axis_depth(const AxisLayout *axis, const Page *page)
{
    double depth = page->theme->ticks == TICKS_OUT ? page_tick_length(page) : 0;

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
