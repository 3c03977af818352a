/* term_content.c - what stands within the frame of a panel in characters. */
#include "backend/term_content.h"

#include <math.h>

/* A character on the page, for dashes of coinciding curves. */
#define CHARACTER_WIDTH_PT 5.0
#define CHARACTER_HEIGHT_PT 10.0

enum { LIGHT_SHADE = 0x2591 };

gunichar term_series_letter(const SceneSeries *series)
{
    return (gunichar)('a' + series->place % 26);
}

int term_dot_x(const TermPanel *panel, double share)
{
    int dots = panel->frame.columns * TERM_DOTS_X - 1;
    return panel->frame.column * TERM_DOTS_X + (int)lround(share * dots);
}

int term_dot_y(const TermPanel *panel, double share)
{
    int dots = panel->frame.rows * TERM_DOTS_Y - 1;
    return panel->frame.row * TERM_DOTS_Y + (int)lround((1 - share) * dots);
}

/* False: the scales do not have it. */
static bool place(const TermPanel *panel, bool on_y2, Point point, int *x, int *y)
{
    double u = scale_map(&panel->panel->x.scale, point.x);
    double v =
        scale_map(on_y2 ? &panel->panel->y2.scale : &panel->panel->y.scale, point.y);
    if (!(u >= -1e-9 && u <= 1 + 1e-9 && v >= -1e-9 && v <= 1 + 1e-9))
        return false;
    *x = term_dot_x(panel, CLAMP(u, 0, 1));
    *y = term_dot_y(panel, CLAMP(v, 0, 1));
    return true;
}

static void draw_run(const TermPanel *panel, const SceneSeries *series,
                     const GArray *run, gunichar sign, const Color *color)
{
    int from_x = 0, from_y = 0;
    bool begun = false;
    for (guint i = 0; i < run->len; i++) {
        int x, y;
        bool on = place(panel, series->on_y2, g_array_index(run, Point, i), &x, &y);
        if (on)
            term_canvas_line(panel->canvas, begun ? from_x : x, begun ? from_y : y, x,
                             y, sign, color);
        begun = on;
        from_x = x;
        from_y = y;
    }
}

static void draw_at(const TermPanel *panel, bool on_y2, Point at, gunichar sign,
                    const Color *color)
{
    int x, y;
    if (place(panel, on_y2, at, &x, &y))
        term_canvas_sign(panel->canvas, x / TERM_DOTS_X, y / TERM_DOTS_Y, sign,
                         panel->color ? color : NULL);
}

/* Every character of a box between shares of the frame. */
static void fill_box(const TermPanel *panel, double left, double right, double low,
                     double high, Color color, gunichar sign)
{
    const TermBox *frame = &panel->frame;
    for (int row = 0; row < frame->rows; row++) {
        for (int column = 0; column < frame->columns; column++) {
            double u = (column + 0.5) / frame->columns;
            double v = 1 - (row + 0.5) / frame->rows;
            if (u < left || u > right || v < low || v > high)
                continue;
            term_canvas_sign(panel->canvas, frame->column + column, frame->row + row,
                             sign, panel->color ? &color : NULL);
        }
    }
}

static void draw_bars(const TermPanel *panel, const SceneSeries *series)
{
    const Scale *x = &panel->panel->x.scale, *y = &panel->panel->y.scale;
    for (guint i = 0; i < series->bars->len; i++) {
        const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
        double left = scale_map(x, bar->left), right = scale_map(x, bar->right);
        double low = scale_map(y, bar->low), high = scale_map(y, bar->high);
        fill_box(panel, fmin(left, right), fmax(left, right), fmin(low, high),
                 fmax(low, high), series->color, 0x2588 /* full block */);
    }
}

static void draw_band(const TermPanel *panel, const SceneSeries *series,
                      const SceneBand *band)
{
    for (guint i = 0; i < band->low->len; i++) {
        int x, low, high;
        if (!place(panel, series->on_y2, g_array_index(band->low, Point, i), &x,
                   &low) ||
            !place(panel, series->on_y2, g_array_index(band->high, Point, i), &x,
                   &high))
            continue;
        for (int row = MIN(low, high) / TERM_DOTS_Y;
             row <= MAX(low, high) / TERM_DOTS_Y; row++)
            term_canvas_sign(panel->canvas, x / TERM_DOTS_X, row, LIGHT_SHADE,
                             panel->color ? &series->color : NULL);
    }
}

static void draw_series(const TermPanel *panel, const SceneSeries *series)
{
    gunichar sign =
        panel->color || panel->panel->series->len == 1 ? 0 : term_series_letter(series);
    const Color *color = panel->color ? &series->color : NULL;
    for (guint i = 0; i < series->bands->len; i++)
        draw_band(panel, series, g_ptr_array_index(series->bands, i));
    draw_bars(panel, series);
    if (series->width_pt > 0) {
        g_autoptr(GPtrArray) strokes = scene_series_strokes(
            series, panel->panel, panel->frame.columns * CHARACTER_WIDTH_PT,
            panel->frame.rows * CHARACTER_HEIGHT_PT);
        for (guint i = 0; i < strokes->len; i++)
            draw_run(panel, series, g_ptr_array_index(strokes, i), sign, color);
    }
    for (guint i = 0; i < series->markers->len; i++)
        draw_at(panel, series->on_y2, g_array_index(series->markers, Point, i),
                sign ? sign : 0x2022 /* bullet */, &series->color);
}

static void draw_dots(const TermPanel *panel, const SceneSeries *series)
{
    for (int filled = 0; filled <= 1; filled++)
        for (guint i = 0; i < series->dots->len; i++) {
            const SceneDot *dot = &g_array_index(series->dots, SceneDot, i);
            if (dot->filled == (filled == 1))
                draw_at(panel, series->on_y2, dot->at, filled ? 0x25CF : 0x25CB,
                        &series->color);
        }
}

static void draw_lines(const TermPanel *panel)
{
    const ScenePanel *from = panel->panel;
    const TermBox *frame = &panel->frame;
    for (guint i = 0; i < from->lines->len; i++) {
        const SceneLine *line = &g_array_index(from->lines, SceneLine, i);
        double share = isnan(line->x) ? scale_map(&from->y.scale, line->y)
                                      : scale_map(&from->x.scale, line->x);
        if (!(share >= 0 && share <= 1))
            continue;
        int column = term_dot_x(panel, share) / TERM_DOTS_X;
        int row = term_dot_y(panel, share) / TERM_DOTS_Y;
        for (int k = 0; isnan(line->x) && k < frame->columns; k++)
            term_canvas_sign(panel->canvas, frame->column + k, row, 0x2508, NULL);
        for (int k = 0; !isnan(line->x) && k < frame->rows; k++)
            term_canvas_sign(panel->canvas, column, frame->row + k, 0x250A, NULL);
    }
}

static void draw_spans(const TermPanel *panel)
{
    for (guint i = 0; i < panel->panel->spans->len; i++) {
        const SceneSpan *span = &g_array_index(panel->panel->spans, SceneSpan, i);
        const SceneAxis *axis = span->of_y ? &panel->panel->y : &panel->panel->x;
        double a = scale_map(&axis->scale, span->first);
        double b = scale_map(&axis->scale, span->last);
        Color pale = color_mix((Color){1, 1, 1, 1}, span->fill, span->fill.alpha);
        /* A light shade in a paler colour: the terminal's ground is not known. */
        fill_box(panel, span->of_y ? 0 : fmin(a, b), span->of_y ? 1 : fmax(a, b),
                 span->of_y ? fmin(a, b) : 0, span->of_y ? fmax(a, b) : 1, pale,
                 LIGHT_SHADE);
    }
}

static void draw_field(const TermPanel *panel)
{
    static const gunichar shades[] = {' ', LIGHT_SHADE, 0x2592, 0x2593, 0x2588};
    const SceneField *field = panel->panel->field;
    const TermBox *frame = &panel->frame;
    g_autofree double *values = field ? g_new(double, (gsize)field->columns) : NULL;
    for (int row = 0; field && row < frame->rows; row++) {
        double up = 1 - (row + 0.5) / frame->rows;
        scene_field_row(field, MIN((int)(up * field->rows), field->rows - 1), values);
        for (int column = 0; column < frame->columns; column++) {
            double along = (column + 0.5) / frame->columns;
            double value =
                values[MIN((int)(along * field->columns), field->columns - 1)];
            double share = scale_map(&field->bar.scale, value);
            if (isnan(share))
                continue;
            share = CLAMP(share, 0, 1);
            if (panel->color)
                term_canvas_fill(panel->canvas, frame->column + column,
                                 frame->row + row, field->colors[(int)(share * 255)]);
            else
                term_canvas_sign(panel->canvas, frame->column + column,
                                 frame->row + row, shades[(int)(share * 4.999)], NULL);
        }
    }
}

static void draw_marks(const TermPanel *panel)
{
    for (guint i = 0; i < panel->panel->marks->len; i++) {
        const SceneMark *mark = &g_array_index(panel->panel->marks, SceneMark, i);
        draw_at(panel, mark->on_y2, mark->at, mark->filled ? 0x25C6 : 0x25C7,
                &mark->color);
    }
}

/* A note's text stands beside its point where there is room, without an arrow. */
static void draw_notes(const TermPanel *panel)
{
    const TermBox *frame = &panel->frame;
    for (guint i = 0; i < panel->panel->notes->len; i++) {
        const SceneNote *note = &g_array_index(panel->panel->notes, SceneNote, i);
        int x, y, width = term_text_width(note->text.plain);
        if (!place(panel, false, note->at, &x, &y))
            continue;
        int column = x / TERM_DOTS_X + 2, row = y / TERM_DOTS_Y;
        if (column + width > frame->column + frame->columns)
            column = x / TERM_DOTS_X - 1 - width;
        row += row > frame->row ? -1 : 1;
        if (column >= frame->column)
            term_canvas_text(panel->canvas, column, row, note->text.plain, NULL, false);
    }
}

void term_content_draw(const TermPanel *panel)
{
    const GPtrArray *all = panel->panel->series;
    draw_field(panel);
    draw_spans(panel);
    draw_lines(panel);
    for (guint i = 0; i < all->len; i++)
        draw_series(panel, g_ptr_array_index(all, i));
    for (guint i = 0; i < all->len; i++)
        draw_dots(panel, g_ptr_array_index(all, i));
    draw_marks(panel);
    draw_notes(panel);
}
