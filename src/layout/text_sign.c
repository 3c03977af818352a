/* text_sign.c - brackets, roots, bars and accents drawn to size. */
#include "layout/text_sign.h"

#include <math.h>
#include <string.h>

enum { CURVE_STEPS = 12 };

static void add_stroke(MathPieces *pieces, const Point *points, int count, double width)
{
    TextStroke stroke = {.points = g_memdup2(points, (gsize)count * sizeof *points),
                         .count = count,
                         .width_pt = width};
    g_array_append_val(pieces->strokes, stroke);
}

/* A filled outline. */
static void add_outline(MathPieces *pieces, const Point *points, int count)
{
    add_stroke(pieces, points, count, 0);
}

void sign_add_rule(MathPieces *pieces, Point from, double width, double rule)
{
    const Point points[] = {from, {from.x + width, from.y}};
    add_stroke(pieces, points, G_N_ELEMENTS(points), rule);
}

void sign_add_root(MathPieces *pieces, Point place, double top, double bottom,
                   double width, double length, double rule)
{
    double x = place.x, high = fmin(0.5 * (top + bottom), 0.8 * width);
    const Point thin[] = {{x + 0.02 * width, bottom - high + 0.1 * width},
                          {x + 0.22 * width, bottom - high},
                          {x + 0.52 * width, bottom},
                          {x + 0.92 * width, -top},
                          {x + width + length, -top}};
    const Point thick[] = {thin[1], thin[2]};
    add_stroke(pieces, thin, G_N_ELEMENTS(thin), rule);
    add_stroke(pieces, thick, G_N_ELEMENTS(thick), 1.9 * rule);
}

/* A round bracket: two arcs, thickest in the middle. toward: 1 opens, -1 closes. */
static MathBox add_round(MathPieces *pieces, int toward, double top, double bottom,
                         double size, double rule)
{
    enum { COUNT = 2 * (CURVE_STEPS + 1) };
    Point points[COUNT];
    double bulge = fmin(0.16 * size + 0.06 * (top + bottom), 0.42 * size);
    double side = 0.06 * size, width = bulge + 2 * side;
    for (int i = 0; i <= CURVE_STEPS; i++) {
        double share = (double)i / CURVE_STEPS;
        double arc = sqrt(fmax(0, 1 - pow(2 * share - 1, 2)));
        double y = -top + share * (top + bottom);
        double outer = side + bulge * (1 - arc);
        double inner = outer + rule * (0.6 + 0.9 * arc);
        points[i] = (Point){toward > 0 ? outer : width - outer, y};
        points[COUNT - 1 - i] = (Point){toward > 0 ? inner : width - inner, y};
    }
    add_outline(pieces, points, COUNT);
    return (MathBox){width, top, bottom, 0};
}

/* A quarter of an ellipse from angle (in quarters of a turn) to the next. */
static int add_quarter(Point *points, int count, Point center, double rx, double ry,
                       int from, int step)
{
    for (int i = 0; i <= CURVE_STEPS / 2; i++) {
        double angle = (from + step * 2.0 * i / CURVE_STEPS) * G_PI / 2;
        points[count++] =
            (Point){center.x + rx * cos(angle), center.y + ry * sin(angle)};
    }
    return count;
}

static MathBox add_brace(MathPieces *pieces, int toward, double top, double bottom,
                         double size, double rule)
{
    Point points[4 * (CURVE_STEPS / 2 + 1)];
    double rx = 0.14 * size, ry = fmin((top + bottom) / 4, 0.34 * size);
    double right = 0.4 * size, left = 0.12 * size, width = 0.5 * size;
    double middle = (bottom - top) / 2;
    int count = 0;
    count = add_quarter(points, count, (Point){right, -top + ry}, rx, ry, 3, -1);
    count = add_quarter(points, count, (Point){left, middle - ry}, rx, ry, 0, 1);
    count = add_quarter(points, count, (Point){left, middle + ry}, rx, ry, 3, 1);
    count = add_quarter(points, count, (Point){right, bottom - ry}, rx, ry, 2, -1);
    for (int i = 0; toward < 0 && i < count; i++)
        points[i].x = width - points[i].x;
    add_stroke(pieces, points, count, 1.15 * rule);
    return (MathBox){width, top, bottom, 0};
}

/* Brackets of straight lines; feet at the top, at the bottom. */
static MathBox add_square(MathPieces *pieces, int toward, bool head, bool foot,
                          double top, double bottom, double size, double rule)
{
    double width = 0.36 * size, spine = 0.12 * size, end = 0.32 * size;
    Point points[] = {{end, -top}, {spine, -top}, {spine, bottom}, {end, bottom}};
    for (size_t i = 0; i < G_N_ELEMENTS(points) && toward < 0; i++)
        points[i].x = width - points[i].x;
    add_stroke(pieces, points + (head ? 0 : 1), 2 + head + foot, 1.1 * rule);
    return (MathBox){width, top, bottom, 0};
}

static MathBox add_angle(MathPieces *pieces, int toward, double top, double bottom,
                         double size, double rule)
{
    double width = 0.36 * size;
    Point points[] = {
        {0.3 * size, -top}, {0.08 * size, (bottom - top) / 2}, {0.3 * size, bottom}};
    for (size_t i = 0; i < G_N_ELEMENTS(points) && toward < 0; i++)
        points[i].x = width - points[i].x;
    add_stroke(pieces, points, G_N_ELEMENTS(points), rule);
    return (MathBox){width, top, bottom, 0};
}

static MathBox add_bars(MathPieces *pieces, int count, double top, double bottom,
                        double size, double rule)
{
    double width = (0.1 + 0.16 * count) * size;
    for (int i = 0; i < count; i++) {
        double x = (0.13 + 0.16 * i) * size;
        const Point points[] = {{x, -top}, {x, bottom}};
        add_stroke(pieces, points, G_N_ELEMENTS(points), rule);
    }
    return (MathBox){width, top, bottom, 0};
}

MathBox sign_add_fence(MathPieces *pieces, const char *sign, double top, double bottom,
                       double size, double rule)
{
    static const struct {
        const char *sign;
        char shape;
        int toward;
        bool head, foot;
    } signs[] = {
        {"(", '(', 1, 0, 0},  {")", '(', -1, 0, 0}, {"[", '[', 1, 1, 1},
        {"]", '[', -1, 1, 1}, {"{", '{', 1, 0, 0},  {"}", '{', -1, 0, 0},
        {"⌊", '[', 1, 0, 1},  {"⌋", '[', -1, 0, 1}, {"⌈", '[', 1, 1, 0},
        {"⌉", '[', -1, 1, 0}, {"⟨", '<', 1, 0, 0},  {"⟩", '<', -1, 0, 0},
        {"|", '|', 1, 0, 0},  {"‖", '|', 2, 0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (strcmp(signs[i].sign, sign) != 0)
            continue;
        int toward = signs[i].toward;
        switch (signs[i].shape) {
        case '(':
            return add_round(pieces, toward, top, bottom, size, rule);
        case '{':
            return add_brace(pieces, toward, top, bottom, size, rule);
        case '<':
            return add_angle(pieces, toward, top, bottom, size, rule);
        case '|':
            return add_bars(pieces, toward, top, bottom, size, rule);
        default:
            return add_square(pieces, toward, signs[i].head, signs[i].foot, top, bottom,
                              size, rule);
        }
    }
    return (MathBox){0};
}

static void add_dot(MathPieces *pieces, Point middle, double radius)
{
    Point points[CURVE_STEPS];
    for (int i = 0; i < CURVE_STEPS; i++) {
        double angle = i * 2 * G_PI / CURVE_STEPS;
        points[i] =
            (Point){middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
    }
    add_outline(pieces, points, CURVE_STEPS);
}

static void add_tilde(MathPieces *pieces, Point foot, double half, double size,
                      double rule)
{
    Point points[CURVE_STEPS + 1];
    for (int i = 0; i <= CURVE_STEPS; i++) {
        double share = (double)i / CURVE_STEPS;
        points[i] = (Point){foot.x + (2 * share - 1) * half,
                            foot.y - 0.06 * size - 0.05 * size * sin(2 * G_PI * share)};
    }
    add_stroke(pieces, points, G_N_ELEMENTS(points), rule);
}

void sign_add_accent(MathPieces *pieces, const char *mark, Point foot, double width,
                     double size, double rule)
{
    double half = fmax(0.16 * size, fmin(0.42 * width, 0.6 * size));
    double y = foot.y;
    if (strcmp(mark, "\xCC\x84") == 0) {
        sign_add_rule(pieces, (Point){foot.x - 0.45 * width, y - 0.04 * size},
                      0.9 * width, rule);
    } else if (strcmp(mark, "\xCC\x82") == 0) {
        const Point hat[] = {
            {foot.x - half, y}, {foot.x, y - 0.15 * size}, {foot.x + half, y}};
        add_stroke(pieces, hat, G_N_ELEMENTS(hat), rule);
    } else if (strcmp(mark, "\xCC\x83") == 0) {
        add_tilde(pieces, foot, half, size, rule);
    } else if (strcmp(mark, "\xE2\x83\x97") == 0) {
        const Point shaft[] = {{foot.x - half, y - 0.06 * size},
                               {foot.x + half, y - 0.06 * size}};
        const Point head[] = {{foot.x + half - 0.1 * size, y - 0.14 * size},
                              {foot.x + half, y - 0.06 * size},
                              {foot.x + half - 0.1 * size, y + 0.02 * size}};
        add_stroke(pieces, shaft, G_N_ELEMENTS(shaft), rule);
        add_stroke(pieces, head, G_N_ELEMENTS(head), rule);
    } else {
        bool two = strcmp(mark, "\xCC\x88") == 0;
        double apart = two ? 0.12 * size : 0;
        add_dot(pieces, (Point){foot.x - apart, y - 0.07 * size}, 1.1 * rule);
        if (two)
            add_dot(pieces, (Point){foot.x + apart, y - 0.07 * size}, 1.1 * rule);
    }
}

void pieces_move(MathPieces *pieces, guint first_part, guint first_stroke, double dx,
                 double dy)
{
    for (guint i = first_part; i < pieces->parts->len; i++) {
        TextPart *part = &g_array_index(pieces->parts, TextPart, i);
        part->at = (Point){part->at.x + dx, part->at.y + dy};
    }
    for (guint i = first_stroke; i < pieces->strokes->len; i++) {
        TextStroke *stroke = &g_array_index(pieces->strokes, TextStroke, i);
        for (int k = 0; k < stroke->count; k++)
            stroke->points[k] =
                (Point){stroke->points[k].x + dx, stroke->points[k].y + dy};
    }
}
