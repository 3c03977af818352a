/* term_panel.c - a panel in characters: axes, ticks, curves, names. */
#include "backend/term_panel.h"

#include "scene/label.h"
#include "scene/legend.h"

#include <math.h>
#include <string.h>

/* A character on the page, for dashes of coinciding curves. */
#define CHARACTER_WIDTH_PT 5.0
#define CHARACTER_HEIGHT_PT 10.0

enum { LIGHT_SHADE = 0x2591 };

typedef struct {
    TermCanvas *canvas;
    const ScenePanel *panel;
    TermBox frame; /* where the data is */
    bool color;
} TermPanel;

/* --- The legend --- */

enum { SWATCH = 3, ENTRY_GAP = 3 }; /* columns */
enum { FRAME_ROWS = 8 };            /* at least */

/* In the order of the legend. */
static gunichar series_letter(const SceneSeries *series)
{
    return (gunichar)('a' + series->place % 26);
}

/* Sets the entries from left to right and down; canvas NULL: only counts rows. */
static int set_legend(TermCanvas *canvas, const ScenePanel *panel, TermBox box,
                      bool color)
{
    int column = box.column, row = box.row;
    g_autoptr(GPtrArray) named = legend_series(panel);
    if (panel->legend == LEGEND_NONE || named->len == 0)
        return 0;
    for (guint i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        int width = SWATCH + term_text_width(series->label.plain);
        if (i > 0 && column + width > box.column + box.columns) {
            column = box.column;
            row++;
        }
        if (canvas) {
            gunichar sign = color ? 0x2501 /* heavy line */ : series_letter(series);
            for (int k = 0; k < (color ? SWATCH - 1 : 1); k++)
                term_canvas_sign(canvas, column + k, row, sign,
                                 color ? &series->color : NULL);
            term_canvas_text(canvas, column + SWATCH, row, series->label.plain, NULL,
                             false);
        }
        column += width + ENTRY_GAP;
    }
    return row - box.row + 1;
}

/* The rows that the panel's legend takes at that width. */
static int legend_rows(const ScenePanel *panel, int columns)
{
    return set_legend(NULL, panel, (TermBox){0, 0, columns, 0}, false);
}

/* --- Places --- */

static int dot_x(const TermPanel *panel, double share)
{
    int dots = panel->frame.columns * TERM_DOTS_X - 1;
    return panel->frame.column * TERM_DOTS_X + (int)lround(share * dots);
}

static int dot_y(const TermPanel *panel, double share)
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
    *x = dot_x(panel, CLAMP(u, 0, 1));
    *y = dot_y(panel, CLAMP(v, 0, 1));
    return true;
}

/* --- What is shown --- */

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
        panel->color || panel->panel->series->len == 1 ? 0 : series_letter(series);
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
        int column = dot_x(panel, share) / TERM_DOTS_X;
        int row = dot_y(panel, share) / TERM_DOTS_Y;
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

/* --- Axes --- */

static int tick_width(const SceneAxis *axis)
{
    int width = 0;
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        g_autofree char *label = label_in(tick->label, NOTATION_PLAIN);
        if (tick->major)
            width = MAX(width, term_text_width(label));
    }
    return width;
}

/* Labels from the bottom up, none on the row of the one before. */
static void draw_y_axis(const TermPanel *panel, const SceneAxis *axis, bool right)
{
    const TermBox *frame = &panel->frame;
    int line = right ? frame->column + frame->columns : frame->column - 1;
    int last = frame->row + frame->rows + 1;
    const Color *color = panel->color && axis->has_color ? &axis->color : NULL;
    for (int k = 0; k < frame->rows; k++)
        term_canvas_sign(panel->canvas, line, frame->row + k, 0x2502, color);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        double share = scale_map(&axis->scale, tick->value);
        if (!tick->major || !(share >= -1e-9 && share <= 1 + 1e-9))
            continue;
        int row = dot_y(panel, CLAMP(share, 0, 1)) / TERM_DOTS_Y;
        if (abs(last - row) < 2)
            continue;
        last = row;
        term_canvas_sign(panel->canvas, line, row, right ? 0x251C : 0x2524, color);
        g_autofree char *label = label_in(tick->label, NOTATION_PLAIN);
        if (axis->show_labels)
            term_canvas_text(panel->canvas,
                             right ? line + 2 : line - 1 - term_text_width(label), row,
                             label, color, false);
    }
}

static void draw_x_axis(const TermPanel *panel)
{
    const SceneAxis *axis = &panel->panel->x;
    const TermBox *frame = &panel->frame;
    int row = frame->row + frame->rows, free_from = 0;
    for (int k = 0; k < frame->columns; k++)
        term_canvas_sign(panel->canvas, frame->column + k, row, 0x2500, NULL);
    term_canvas_sign(panel->canvas, frame->column - 1, row, 0x2514, NULL);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        double share = scale_map(&axis->scale, tick->value);
        if (!tick->major || !(share >= -1e-9 && share <= 1 + 1e-9))
            continue;
        int column = dot_x(panel, CLAMP(share, 0, 1)) / TERM_DOTS_X;
        g_autofree char *label = label_in(tick->label, NOTATION_PLAIN);
        int width = term_text_width(label);
        /* A minus hangs over, so that digits stand under their ticks. */
        int from = column - width / 2;
        term_canvas_sign(panel->canvas, column, row, 0x252C, NULL);
        if (!axis->show_labels || from < free_from)
            continue;
        free_from = from + 1 +
                    term_canvas_text(panel->canvas, from, row + 1, label, NULL, false);
    }
}

static void draw_texts(const TermPanel *panel, TermBox box)
{
    const ScenePanel *from = panel->panel;
    const TermBox *frame = &panel->frame;
    int middle = frame->column + frame->columns / 2;
    int width = term_text_width(from->title.plain);
    if (*from->title.plain)
        term_canvas_text(panel->canvas, MAX(box.column, middle - width / 2), box.row,
                         from->title.plain, NULL, true);
    if (from->y.show_labels)
        term_canvas_text(panel->canvas, box.column + 1, frame->row - 1,
                         from->y.label.plain, NULL, false);
    if (from->has_y2) {
        width = term_text_width(from->y2.label.plain);
        term_canvas_text(panel->canvas, box.column + box.columns - width - 1,
                         frame->row - 1, from->y2.label.plain, NULL, false);
    }
    width = term_text_width(from->x.label.plain);
    if (from->x.show_labels)
        term_canvas_text(panel->canvas, middle - width / 2,
                         frame->row + frame->rows + 2, from->x.label.plain, NULL,
                         false);
}

static int rows_above(const ScenePanel *panel)
{
    return (*panel->title.plain ? 1 : 0) + 1;
}

/* Of the axis, its numbers, its label and the legend. */
static int rows_below(const ScenePanel *panel, int columns)
{
    return 3 + legend_rows(panel, columns - tick_width(&panel->y) - 2);
}

int term_panel_rows_least(const ScenePanel *panel, int columns)
{
    return rows_above(panel) + FRAME_ROWS + rows_below(panel, columns);
}

void term_panel_draw(TermCanvas *canvas, const ScenePanel *panel, TermBox box,
                     bool color)
{
    int left = tick_width(&panel->y) + 2;
    int right = panel->has_y2 ? tick_width(&panel->y2) + 3 : 2;
    int top = rows_above(panel), bottom = rows_below(panel, box.columns);
    TermPanel it = {
        .canvas = canvas,
        .panel = panel,
        .frame = {box.column + left, box.row + top, box.columns - left - right,
                  box.rows - top - bottom},
        .color = color,
    };
    if (it.frame.columns < 4 || it.frame.rows < 2)
        return;
    draw_texts(&it, box);
    draw_x_axis(&it);
    draw_y_axis(&it, &panel->y, false);
    if (panel->has_y2)
        draw_y_axis(&it, &panel->y2, true);
    draw_field(&it);
    draw_spans(&it);
    draw_lines(&it);
    for (guint i = 0; i < panel->series->len; i++)
        draw_series(&it, g_ptr_array_index(panel->series, i));
    for (guint i = 0; i < panel->series->len; i++)
        draw_dots(&it, g_ptr_array_index(panel->series, i));
    draw_marks(&it);
    draw_notes(&it);
    set_legend(canvas, panel,
               (TermBox){it.frame.column, it.frame.row + it.frame.rows + 3,
                         box.columns - left, bottom - 3},
               color);
}
