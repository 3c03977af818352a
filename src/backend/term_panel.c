/* term_panel.c - a panel in characters: its parts, axes, ticks, names. */
#include "backend/term_panel.h"

#include "backend/term_content.h"
#include "scene/label.h"
#include "scene/legend.h"
#include "scene/tick_label.h"

/* --- The legend --- */

enum { SWATCH = 3, ENTRY_GAP = 3, STRIP = 16 }; /* columns */
enum { FRAME_ROWS = 8 };                        /* at least */

/* `PReLU (α)  0 ▒▒▒▒ 1`: a family's colours between its ends; in one colour dots.
 * Returns the columns it takes; canvas NULL: only counts. */
static int set_strip(TermCanvas *canvas, const SceneField *strip, int column, int row,
                     bool color)
{
    g_autofree char *low = tick_label_number(strip->bar.scale.low);
    g_autofree char *high = tick_label_number(strip->bar.scale.high);
    g_autofree char *before = g_strdup_printf("%s  %s ", strip->bar.label.plain, low);
    int width = term_text_width(before), length = color ? STRIP : 1;
    if (canvas) {
        term_canvas_text(canvas, column, row, before, NULL, false);
        for (int i = 0; i < length && color; i++)
            term_canvas_fill(canvas, column + width + i, row,
                             strip->colors[i * 255 / (STRIP - 1)]);
        if (!color)
            term_canvas_sign(canvas, column + width, row, 0x2026 /* dots */, NULL);
        term_canvas_text(canvas, column + width + length + 1, row, high, NULL, false);
    }
    return width + length + 1 + term_text_width(high);
}

/* Sets the entries from left to right and down; canvas NULL: only counts rows. */
static int set_legend(TermCanvas *canvas, const ScenePanel *panel, TermBox box,
                      bool color)
{
    int column = box.column, row = box.row;
    g_autoptr(GPtrArray) named = legend_series(panel);
    guint count = panel->legend == LEGEND_NONE ? 0 : named->len;
    if (panel->strip)
        column += set_strip(canvas, panel->strip, column, row, color) + ENTRY_GAP;
    if (count == 0)
        return panel->strip ? 1 : 0;
    for (guint i = 0; i < count; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        int width = SWATCH + term_text_width(series->label.plain);
        if (column > box.column && column + width > box.column + box.columns) {
            column = box.column;
            row++;
        }
        if (canvas) {
            gunichar sign =
                color ? 0x2501 /* heavy line */ : term_series_letter(series);
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
        int row = term_dot_y(panel, CLAMP(share, 0, 1)) / TERM_DOTS_Y;
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
        int column = term_dot_x(panel, CLAMP(share, 0, 1)) / TERM_DOTS_X;
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
    term_content_draw(&it);
    set_legend(canvas, panel,
               (TermBox){it.frame.column, it.frame.row + it.frame.rows + 3,
                         box.columns - left, bottom - 3},
               color);
}
