/* layout_field.c - a heat map in its frame and the colour bar beside it. */
#include "layout/layout_parts.h"

#include <math.h>

#define BAR_GAP 0.9     /* of the label size, between frame and bar */
#define BAR_WIDTH 1.25  /* of the tick size */
#define END_HEIGHT 0.85 /* of the bar's width: the point of an end */
#define TICK_GAP 0.38   /* of the tick size, as on the other axes */

enum {
    LEVELS = 255,            /* of colours; one more is clear */
    BAND_CELLS = 256 * 1024, /* worth a thread of its own */
    THRESHOLDS = 256,        /* LEVELS - 1, filled up with infinity */
};

/* How values become levels. */
typedef struct {
    const SceneField *field;
    bool linear;
    double low, pace;              /* linear: level = (value - low) * pace */
    double least;                  /* else: what is not above has no level */
    double thresholds[THRESHOLDS]; /* and level k + 1 begins at thresholds[k] */
} Levels;

static void levels_init(Levels *levels, const SceneField *field)
{
    const Scale *scale = &field->bar.scale;

    *levels = (Levels){
        .field = field,
        .linear = scale->kind == SCALE_LINEAR,
        .low = scale->low,
        .pace = LEVELS / (scale->high - scale->low),
        .least = scale->kind == SCALE_LOG ? 0 : -INFINITY,
    };
    for (int k = 0; k < THRESHOLDS; k++)
        levels->thresholds[k] =
            k < LEVELS - 1 ? scale_invert(scale, (k + 1.0) / LEVELS) : INFINITY;
}

static void set_linear(const Levels *levels, const double *values, int count,
                       uint8_t *out)
{
    for (int i = 0; i < count; i++) {
        double level = (values[i] - levels->low) * levels->pace;
        level = level > 0 ? level : 0;
        level = level < LEVELS - 1 ? level : LEVELS - 1;
        out[i] = values[i] == values[i] ? (uint8_t)(int)level : IMAGE_CLEAR;
    }
}

/* How many thresholds are at or below the value. */
static uint8_t level_of(const double thresholds[THRESHOLDS], double value)
{
    const double *at = thresholds;

    for (int half = THRESHOLDS / 2; half > 0; half /= 2)
        at += at[half - 1] <= value ? half : 0;
    return (uint8_t)MIN(at - thresholds, LEVELS - 1);
}

static void set_by_threshold(const Levels *levels, const double *values, int count,
                             uint8_t *out)
{
    for (int i = 0; i < count; i++)
        out[i] = values[i] > levels->least ? level_of(levels->thresholds, values[i])
                                           : IMAGE_CLEAR;
}

/* Rows from .. to of the image, which begins with the field's last one. */
typedef struct {
    const Levels *levels;
    uint8_t *pixels;
    int from, to;
} Band;

static void *fill_band(void *data)
{
    const Band *band = data;
    const SceneField *field = band->levels->field;
    g_autofree double *values = g_new(double, (gsize)field->columns);

    for (int row = band->from; row < band->to; row++) {
        uint8_t *out = band->pixels + (gsize)row * (gsize)field->columns;
        scene_field_row(field, field->rows - 1 - row, values);
        if (band->levels->linear)
            set_linear(band->levels, values, field->columns, out);
        else
            set_by_threshold(band->levels, values, field->columns, out);
    }
    return NULL;
}

/* Two threads share a large image. */
static uint8_t *make_pixels(const SceneField *field)
{
    gsize count = (gsize)field->columns * (gsize)field->rows;
    uint8_t *pixels = g_malloc(count);
    Levels levels;
    int middle = count >= 2 * BAND_CELLS ? field->rows / 2 : field->rows;
    Band first = {&levels, pixels, 0, middle};
    Band second = {&levels, pixels, middle, field->rows};
    GThread *helper = NULL;

    levels_init(&levels, field);
    if (middle < field->rows)
        helper = g_thread_try_new("heat map", fill_band, &second, NULL);
    fill_band(&first);
    if (helper)
        g_thread_join(helper);
    else
        fill_band(&second);
    return pixels;
}

static uint32_t argb(Color color)
{
    const double parts[] = {color.alpha, color.red, color.green, color.blue};
    uint32_t value = 0;

    for (int i = 0; i < 4; i++)
        value = value << 8 | (uint32_t)(CLAMP(parts[i], 0.0, 1.0) * 255 + 0.5);
    return value;
}

static void set_colors(DrawingImage *image, const SceneField *field)
{
    for (int i = 0; i < LEVELS; i++)
        image->colors[i] =
            argb(field->colors[(i * 255 + (LEVELS - 1) / 2) / (LEVELS - 1)]);
    image->colors[IMAGE_CLEAR] = 0;
}

void field_measure(PanelLayout *panel, Page *page)
{
    const SceneField *field = scene_bar(panel->panel);

    if (field)
        axis_measure(&panel->bar, page, &field->bar, true);
}

void field_release(PanelLayout *panel)
{
    if (panel->bar.axis)
        axis_release(&panel->bar);
}

static bool shows_bar(const PanelLayout *panel, const Page *page)
{
    return panel->bar.axis && !page->dropped[PART_COLOR_BAR];
}

static double bar_gap(const Page *page)
{
    return BAR_GAP * page->theme->label_size_pt;
}

static double bar_width(const Page *page)
{
    return BAR_WIDTH * page->theme->tick_size_pt;
}

/* From the bar to the far side of its tick labels. */
static double bar_depth(const PanelLayout *panel, const Page *page)
{
    double tick = page->theme->ticks == TICKS_OUT && !page->dropped[PART_TICKS]
                      ? page->theme->tick_length_pt
                      : 0;

    if (panel->bar.tick_width_pt <= 0 || page->dropped[PART_Y_TICK_LABELS])
        return tick;
    return tick + TICK_GAP * page->theme->tick_size_pt + panel->bar.tick_width_pt;
}

static bool shows_bar_label(const PanelLayout *panel, const Page *page)
{
    return panel->bar.label.count > 0 && !page->dropped[PART_Y_LABEL];
}

double field_margin(PanelLayout *panel, const Page *page, double height_pt)
{
    double margin;

    if (!shows_bar(panel, page))
        return 0;
    axis_thin(&panel->bar, page, height_pt);
    margin = panel_direct_width(page, panel) + bar_gap(page) + bar_width(page) +
             bar_depth(panel, page);
    if (shows_bar_label(panel, page))
        margin += axis_label_gap(page) + panel->bar.label.height_pt;
    return margin;
}

void field_paint(Page *page, PanelLayout *panel)
{
    const SceneField *field = panel->panel->field;
    DrawingImage image;

    if (!field)
        return;
    image = (DrawingImage){.box = panel->frame,
                           .columns = field->columns,
                           .rows = field->rows,
                           .smooth = field->smooth,
                           .pixels = make_pixels(field)};
    set_colors(&image, field);
    drawing_begin_group(page->drawing, "heatmap",
                        *field->bar.label.plain ? field->bar.label.plain : NULL);
    drawing_begin_clip(page->drawing, panel->frame);
    drawing_take_image(page->drawing, &image);
    drawing_end_clip(page->drawing);
    drawing_end_group(page->drawing);
}

/* The part of the bar that has ticks: the points of its ends stand beyond. */
static Rect bar_box(const PanelLayout *panel, const Page *page)
{
    const SceneField *field = scene_bar(panel->panel);
    const Rect *frame = &panel->frame;
    double point = END_HEIGHT * bar_width(page);
    Rect box = {frame->x + frame->width + panel_direct_width(page, panel) +
                    bar_gap(page),
                frame->y, bar_width(page), frame->height};

    if (field->above) {
        box.y += point;
        box.height -= point;
    }
    if (field->below)
        box.height -= point;
    box.height = MAX(box.height, 0.2 * frame->height);
    return box;
}

/* The outline, with a point at an end beyond which there are values. */
static int bar_outline(const SceneField *field, Rect box, Point points[6])
{
    double left = box.x, right = box.x + box.width, middle = (left + right) / 2;
    double top = box.y, bottom = box.y + box.height, point = END_HEIGHT * box.width;
    int count = 0;

    points[count++] = (Point){left, bottom};
    points[count++] = (Point){left, top};
    if (field->above)
        points[count++] = (Point){middle, top - point};
    points[count++] = (Point){right, top};
    points[count++] = (Point){right, bottom};
    if (field->below)
        points[count++] = (Point){middle, bottom + point};
    return count;
}

static void paint_end(Page *page, const SceneField *field, Rect box, bool high)
{
    double edge = high ? box.y : box.y + box.height;
    double point = (high ? -1 : 1) * END_HEIGHT * box.width;
    Point corners[] = {{box.x, edge},
                       {box.x + box.width / 2, edge + point},
                       {box.x + box.width, edge}};
    int count = 3;

    page_fill(page, corners, count, field->colors[high ? 255 : 0]);
}

static void paint_bar_colors(Page *page, const SceneField *field, Rect box)
{
    DrawingImage image = {.box = box, .columns = 1, .rows = LEVELS};
    uint8_t *pixels = g_malloc(LEVELS);

    for (int i = 0; i < LEVELS; i++)
        pixels[i] = (uint8_t)(LEVELS - 1 - i);
    image.pixels = pixels;
    set_colors(&image, field);
    drawing_take_image(page->drawing, &image);
    if (field->above)
        paint_end(page, field, box, true);
    if (field->below)
        paint_end(page, field, box, false);
}

static double bar_place(const Page *page, Rect box, double share)
{
    return page_snap(page, box.y + (1 - share) * box.height,
                     page->theme->axis_width_pt);
}

/* Where contour lines are, on the bar. */
static void paint_levels(Page *page, const SceneField *field, Rect box)
{
    for (unsigned i = 0; i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        double share = scale_map(&field->bar.scale, contour->level);
        double y = box.y + (1 - share) * box.height;

        if (share > 0 && share < 1)
            page_add_line(page, (Point){box.x, y}, (Point){box.x + box.width, y},
                          (Stroke){.color = contour->color,
                                   .width_pt = contour->width_pt,
                                   .dash = contour->dash});
    }
}

/* Without what hangs under the last baseline. */
static double label_height(const Page *page, const TextBlock *text)
{
    return text->height_pt -
           line_drop(text->lines[text->count - 1], page->theme->tick_size_pt);
}

static void paint_bar_ticks(Page *page, PanelLayout *panel, Rect box)
{
    const Theme *theme = page->theme;
    Stroke stroke = {.color = theme->axis,
                     .width_pt = page_snap_width(page, theme->axis_width_pt)};
    const GArray *given = scene_bar(panel->panel)->bar.ticks;
    double right = box.x + box.width;
    double reach = theme->ticks == TICKS_NONE || page->dropped[PART_TICKS]
                       ? 0
                       : theme->tick_length_pt;
    double gap =
        (theme->ticks == TICKS_OUT ? reach : 0) + TICK_GAP * theme->tick_size_pt;

    if (theme->ticks == TICKS_IN)
        reach = -reach;
    for (unsigned i = 0; reach != 0 && i < panel->bar.ticks->len; i++) {
        const TickLayout *tick = &g_array_index(panel->bar.ticks, TickLayout, i);
        double y = bar_place(page, box, tick->share);
        if (tick->major || tick->labelled)
            page_batch_line(page, (Point){right, y}, (Point){right + reach, y});
    }
    page_paint_batch(page, stroke);
    for (unsigned i = 0; i < panel->bar.ticks->len; i++) {
        TickLayout *tick = &g_array_index(panel->bar.ticks, TickLayout, i);
        double y = bar_place(page, box, tick->share);
        if (!tick->labelled || tick->text.count == 0)
            continue;
        drawing_add_tick(page->drawing, &g_array_index(given, SceneTick, i));
        block_paint(&tick->text, page,
                    (Point){right + gap, y - label_height(page, &tick->text) / 2}, 0, 0,
                    theme->text);
    }
}

static void paint_bar_label(Page *page, PanelLayout *panel, Rect box)
{
    const Rect *frame = &panel->frame;
    double half = panel->bar.label.width_pt / 2;
    double middle = frame->y + frame->height / 2;

    if (!shows_bar_label(panel, page))
        return;
    middle = MIN(middle, page->scene->height_pt - page->padding_pt - half);
    middle = MAX(middle, page->padding_pt + page_header_height(page) + half);
    block_paint(
        &panel->bar.label, page,
        (Point){box.x + box.width + bar_depth(panel, page) + axis_label_gap(page),
                middle + half},
        90, 0.5, page->theme->text);
}

void field_paint_bar(Page *page, PanelLayout *panel)
{
    const SceneField *field = scene_bar(panel->panel);
    Point outline[6];
    int count;
    Rect box;

    if (!shows_bar(panel, page))
        return;
    box = bar_box(panel, page);
    count = bar_outline(field, box, outline);
    drawing_begin_group(page->drawing, "color-bar",
                        *field->bar.label.plain ? field->bar.label.plain : NULL);
    paint_bar_colors(page, field, box);
    paint_levels(page, field, box);
    drawing_add_path(
        page->drawing,
        &(DrawingPath){
            .points = outline,
            .runs = &count,
            .run_count = 1,
            .closed = true,
            .stroke = {.color = page->theme->axis,
                       .width_pt = page_snap_width(page, page->theme->axis_width_pt)},
        });
    paint_bar_ticks(page, panel, box);
    paint_bar_label(page, panel, box);
    drawing_end_group(page->drawing);
}
