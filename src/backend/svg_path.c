/* svg_path.c - path data in whole hundredths of a point. */
#include "backend/svg_path.h"

#include <math.h>
#include <pango/pangocairo.h>

/* cairo keeps paths in 1/256 of a device unit: glyphs are asked for enlarged. */
#define OUTLINE_SCALE 64.0

/* Far outside of any page; keeps the differences within a double's whole numbers. */
#define HUNDREDTHS_MAX 1e12

static gint64 hundredths(double value)
{
    return llround(CLAMP(value * 100, -HUNDREDTHS_MAX, HUNDREDTHS_MAX));
}

static void append_hundredths(GString *out, gint64 value)
{
    char buffer[24];
    int at = sizeof buffer;
    guint64 rest = (guint64)(value < 0 ? -value : value);
    guint64 fraction = rest % 100;
    guint64 whole = rest / 100;
    if (fraction % 10 != 0)
        buffer[--at] = (char)('0' + fraction % 10);
    if (fraction != 0) {
        buffer[--at] = (char)('0' + fraction / 10);
        buffer[--at] = '.';
    }
    if (whole == 0 && fraction == 0)
        buffer[--at] = '0';
    for (; whole > 0; whole /= 10)
        buffer[--at] = (char)('0' + whole % 10);
    if (value < 0)
        buffer[--at] = '-';
    g_string_append_len(out, buffer + at, (gssize)sizeof buffer - at);
}

void svg_append_number(GString *out, double value)
{
    append_hundredths(out, hundredths(value));
}

void svg_path_init(SvgPath *path, GString *out)
{
    *path = (SvgPath){.out = out};
}

/* The command's letter is left out where it repeats; a minus sign separates. */
static void begin(SvgPath *path, char command)
{
    if (path->command != command)
        g_string_append_c(path->out, command);
    path->command = command;
}

static void add(SvgPath *path, gint64 value)
{
    char last = path->out->str[path->out->len - 1];
    if (value >= 0 && (g_ascii_isdigit(last) || last == '.'))
        g_string_append_c(path->out, ' ');
    append_hundredths(path->out, value);
}

void svg_path_move(SvgPath *path, Point to)
{
    gint64 x = hundredths(to.x), y = hundredths(to.y);
    path->command = 0; /* numbers that follow a move would be lines */
    begin(path, 'M');
    add(path, x);
    add(path, y);
    path->x = path->start_x = x;
    path->y = path->start_y = y;
}

void svg_path_line(SvgPath *path, Point to)
{
    gint64 x = hundredths(to.x), y = hundredths(to.y);
    gint64 dx = x - path->x, dy = y - path->y;
    if (dy == 0) {
        begin(path, 'h');
        add(path, dx);
    } else if (dx == 0) {
        begin(path, 'v');
        add(path, dy);
    } else {
        begin(path, 'l');
        add(path, dx);
        add(path, dy);
    }
    path->x = x;
    path->y = y;
}

static void add_curve(SvgPath *path, Point control_1, Point control_2, Point to)
{
    const Point points[] = {control_1, control_2, to};
    gint64 from_x = path->x, from_y = path->y;
    begin(path, 'c');
    for (int i = 0; i < 3; i++) {
        path->x = hundredths(points[i].x);
        path->y = hundredths(points[i].y);
        add(path, path->x - from_x);
        add(path, path->y - from_y);
    }
}

void svg_path_close(SvgPath *path)
{
    begin(path, 'z');
    path->x = path->start_x;
    path->y = path->start_y;
}

static Point point_of(const cairo_path_data_t *data)
{
    return (Point){data->point.x, data->point.y};
}

static void append_cairo_path(SvgPath *path, const cairo_path_t *outline)
{
    for (int i = 0; i < outline->num_data; i += outline->data[i].header.length) {
        const cairo_path_data_t *data = &outline->data[i];
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO:
            /* cairo ends each closed contour, and the whole, with a bare move. */
            if (i + data->header.length < outline->num_data &&
                data[data->header.length].header.type != CAIRO_PATH_MOVE_TO)
                svg_path_move(path, point_of(&data[1]));
            break;
        case CAIRO_PATH_LINE_TO:
            svg_path_line(path, point_of(&data[1]));
            break;
        case CAIRO_PATH_CURVE_TO:
            add_curve(path, point_of(&data[1]), point_of(&data[2]), point_of(&data[3]));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            svg_path_close(path);
            break;
        }
    }
}

static void trace_line(cairo_t *cr, PangoLayout *layout, double scale, Point at)
{
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, scale, scale);
    cairo_move_to(cr, 0, 0);
    pango_cairo_layout_line_path(cr, pango_layout_get_line_readonly(layout, 0));
    cairo_restore(cr);
}

void svg_path_text(SvgPath *path, const TextLine *text)
{
    /* Of no bounds: cairo leaves out glyphs ten times their size beyond a surface. */
    cairo_surface_t *surface =
        cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, OUTLINE_SCALE, OUTLINE_SCALE);
    for (int i = 0; i < text->part_count; i++) {
        const TextPart *part = &text->parts[i];
        trace_line(cr, part->layout, part->scale, part->at);
    }
    trace_line(cr, text->layout, text->scale, (Point){0, 0});
    cairo_identity_matrix(cr); /* the path comes out in points */
    cairo_scale(cr, OUTLINE_SCALE, OUTLINE_SCALE);
    cairo_path_t *outline = cairo_copy_path(cr);
    append_cairo_path(path, outline);
    cairo_path_destroy(outline);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}
