/* term_canvas.c - a page of characters. */
#include "backend/term_canvas.h"

#include <math.h>
#include <stdlib.h>

enum { BRAILLE = 0x2800 };

typedef struct {
    gunichar sign; /* 0: dots, or nothing */
    guint8 dots;   /* of Braille */
    bool text;     /* kept from signs and lines */
    bool bold, has_color, has_ground;
    bool taken; /* by the wide character before it */
    Color color, ground;
} Cell;

struct TermCanvas {
    int columns, rows;
    Cell cells[];
};

TermCanvas *term_canvas_new(int columns, int rows)
{
    TermCanvas *canvas = g_malloc0(sizeof *canvas + (gsize)columns * (gsize)rows *
                                                        sizeof *canvas->cells);
    canvas->columns = columns;
    canvas->rows = rows;
    return canvas;
}

void term_canvas_free(TermCanvas *canvas)
{
    g_free(canvas);
}

static Cell *cell_at(TermCanvas *canvas, int column, int row)
{
    if (column < 0 || column >= canvas->columns || row < 0 || row >= canvas->rows)
        return NULL;
    return &canvas->cells[(gsize)row * (gsize)canvas->columns + (gsize)column];
}

static void paint(Cell *cell, const Color *color)
{
    cell->has_color = color != NULL;
    if (color)
        cell->color = *color;
}

int term_text_width(const char *text)
{
    int width = 0;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        width += g_unichar_iszerowidth(sign) ? 0 : g_unichar_iswide(sign) ? 2 : 1;
    }
    return width;
}

int term_canvas_text(TermCanvas *canvas, int column, int row, const char *text,
                     const Color *color, bool bold)
{
    int place = column;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar sign = g_utf8_get_char(at);
        bool wide = g_unichar_iswide(sign);
        Cell *cell = cell_at(canvas, place, row);
        if (g_unichar_iszerowidth(sign))
            continue;
        if (!g_unichar_isprint(sign))
            sign = ' ';
        if (cell && (!wide || place + 1 < canvas->columns)) {
            *cell = (Cell){.sign = sign, .text = true, .bold = bold};
            paint(cell, color);
        }
        cell = wide ? cell_at(canvas, place + 1, row) : NULL;
        if (cell)
            *cell = (Cell){.text = true, .taken = true};
        place += wide ? 2 : 1;
    }
    return place - column;
}

void term_canvas_sign(TermCanvas *canvas, int column, int row, gunichar sign,
                      const Color *color)
{
    Cell *cell = cell_at(canvas, column, row);
    if (!cell || cell->text)
        return;
    cell->sign = sign;
    cell->dots = 0;
    paint(cell, color);
}

void term_canvas_fill(TermCanvas *canvas, int column, int row, Color color)
{
    Cell *cell = cell_at(canvas, column, row);
    if (!cell)
        return;
    cell->has_ground = true;
    cell->ground = color;
}

static void set_dot(TermCanvas *canvas, int x, int y, gunichar sign, const Color *color)
{
    static const guint8 bits[TERM_DOTS_Y][TERM_DOTS_X] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    if (x < 0 || y < 0)
        return;
    Cell *cell = cell_at(canvas, x / TERM_DOTS_X, y / TERM_DOTS_Y);
    if (!cell || cell->text)
        return;
    if (sign || cell->sign)
        cell->dots = 0;
    cell->sign = sign;
    if (!sign)
        cell->dots |= bits[y % TERM_DOTS_Y][x % TERM_DOTS_X];
    paint(cell, color);
}

void term_canvas_line(TermCanvas *canvas, int x0, int y0, int x1, int y1, gunichar sign,
                      const Color *color)
{
    int steps = MAX(abs(x1 - x0), abs(y1 - y0));
    for (int i = 0; i <= steps; i++) {
        double share = steps > 0 ? (double)i / steps : 0;
        set_dot(canvas, (int)lround(x0 + share * (x1 - x0)),
                (int)lround(y0 + share * (y1 - y0)), sign, color);
    }
}

/* The cube of 6 x 6 x 6 colours that terminals of 256 have. */
static int cube_index(Color color)
{
    int red = (int)lround(color.red * 5), green = (int)lround(color.green * 5),
        blue = (int)lround(color.blue * 5);
    return 16 + 36 * red + 6 * green + blue;
}

static void append_color(GString *out, int layer, Color color, int colors)
{
    if (colors > 256)
        g_string_append_printf(
            out, ";%d;2;%d;%d;%d", layer, (int)lround(color.red * 255),
            (int)lround(color.green * 255), (int)lround(color.blue * 255));
    else
        g_string_append_printf(out, ";%d;5;%d", layer, cube_index(color));
}

static bool same_look(const Cell *a, const Cell *b)
{
    return a->bold == b->bold && a->has_color == b->has_color &&
           a->has_ground == b->has_ground &&
           (!a->has_color || color_equal(a->color, b->color)) &&
           (!a->has_ground || color_equal(a->ground, b->ground));
}

static void append_look(GString *out, const Cell *cell, int colors)
{
    g_string_append(out, "\033[0");
    if (cell->bold)
        g_string_append(out, ";1");
    if (cell->has_color)
        append_color(out, 38, cell->color, colors);
    if (cell->has_ground)
        append_color(out, 48, cell->ground, colors);
    g_string_append_c(out, 'm');
}

static bool is_empty(const Cell *cell)
{
    return !cell->sign && !cell->dots && !cell->has_ground && !cell->taken;
}

void term_canvas_print(const TermCanvas *canvas, int colors, GString *out)
{
    for (int row = 0; row < canvas->rows; row++) {
        const Cell *cells = &canvas->cells[(gsize)row * (gsize)canvas->columns];
        Cell look = {0};
        int end = canvas->columns;
        while (end > 0 && (is_empty(&cells[end - 1]) ||
                           (cells[end - 1].sign == ' ' && !cells[end - 1].has_ground)))
            end--;
        for (int column = 0; column < end; column++) {
            const Cell *cell = &cells[column];
            if (cell->taken)
                continue;
            if (colors > 0 && !same_look(cell, &look)) {
                append_look(out, cell, colors);
                look = *cell;
            }
            g_string_append_unichar(out, cell->sign   ? cell->sign
                                         : cell->dots ? (gunichar)BRAILLE + cell->dots
                                                      : ' ');
        }
        if (colors > 0 && !same_look(&look, &(Cell){0}))
            g_string_append(out, "\033[0m");
        g_string_append_c(out, '\n');
    }
}
