/* drawing_dump.c - a drawing as text: one painter like any backend. */
#include "base/number.h"
#include "layout/drawing.h"

typedef struct {
    GString *out;
    int depth;
} Dump;

static void dump_indent(Dump *dump, const char *word)
{
    for (int i = 0; i < dump->depth; i++)
        g_string_append(dump->out, "  ");
    g_string_append(dump->out, word);
}

static void dump_number(Dump *dump, const char *before, double value)
{
    char buffer[NUMBER_SIZE];

    g_string_append(dump->out, before);
    g_string_append(dump->out, number_format_fixed(value, 2, buffer));
}

static void dump_point(Dump *dump, Point point)
{
    dump_number(dump, " ", point.x);
    dump_number(dump, ",", point.y);
}

static void dump_color(Dump *dump, const char *before, Color color)
{
    char buffer[8];

    g_string_append(dump->out, before);
    g_string_append(dump->out, color_format(color, buffer));
    if (color.alpha < 1.0)
        dump_number(dump, "/", color.alpha);
}

static void dump_quoted(Dump *dump, const char *text)
{
    g_string_append_c(dump->out, '"');
    for (; *text; text++) {
        if (*text == '\n')
            g_string_append(dump->out, "\\n");
        else if (*text == '"' || *text == '\\')
            g_string_append_printf(dump->out, "\\%c", *text);
        else
            g_string_append_c(dump->out, *text);
    }
    g_string_append_c(dump->out, '"');
}

static void dump_stroke(Dump *dump, const Stroke *stroke)
{
    static const char *const caps[] = {"butt", "round", "square"};

    if (stroke->width_pt <= 0.0)
        return;
    dump_color(dump, " stroke ", stroke->color);
    dump_number(dump, " ", stroke->width_pt);
    g_string_append_printf(dump->out, " %s", caps[stroke->cap]);
    for (int i = 0; i < stroke->dash.count; i++)
        dump_number(dump, i ? "," : " dash ", stroke->dash.length_pt[i]);
}

static void dump_path(void *data, const DrawingPath *path)
{
    Dump *dump = data;
    const Point *point = path->points;

    dump_indent(dump, "path");
    if (path->filled)
        dump_color(dump, " fill ", path->fill);
    dump_stroke(dump, &path->stroke);
    for (int run = 0; run < path->run_count; run++) {
        g_string_append(dump->out, run ? " |" : ":");
        for (int i = 0; i < path->runs[run]; i++)
            dump_point(dump, *point++);
    }
    g_string_append(dump->out, path->closed ? " closed\n" : "\n");
}

static void dump_circle(void *data, const DrawingCircle *circle)
{
    Dump *dump = data;

    dump_indent(dump, "circle");
    if (circle->filled)
        dump_color(dump, " fill ", circle->fill);
    dump_stroke(dump, &circle->stroke);
    dump_number(dump, " radius ", circle->radius_pt);
    g_string_append_c(dump->out, ':');
    dump_point(dump, circle->center);
    g_string_append_c(dump->out, '\n');
}

static void dump_text(void *data, const DrawingText *text)
{
    Dump *dump = data;

    dump_indent(dump, "text ");
    dump_quoted(dump, text->line->plain);
    dump_color(dump, " ", text->color);
    if (text->line->run_count > 0)
        dump_number(dump, " size ", text->line->runs[0].size_pt);
    dump_number(dump, " width ", text->line->width_pt);
    if (text->angle != 0.0)
        dump_number(dump, " turned ", text->angle);
    g_string_append_c(dump->out, ':');
    dump_point(dump, text->origin);
    g_string_append_c(dump->out, '\n');
}

/* The middle pixel of nine parts tells enough. */
static void dump_image(void *data, const DrawingImage *image)
{
    Dump *dump = data;

    dump_indent(dump, image->smooth ? "image smooth" : "image cells");
    g_string_append_printf(dump->out, " %d x %d:", image->columns, image->rows);
    dump_point(dump, (Point){image->box.x, image->box.y});
    dump_number(dump, " ", image->box.width);
    dump_number(dump, " x ", image->box.height);
    for (int part = 0; part < 9; part++) {
        size_t row = (size_t)image->rows * (unsigned)(1 + part / 3 * 2) / 6;
        size_t column = (size_t)image->columns * (unsigned)(1 + part % 3 * 2) / 6;
        uint8_t pixel = image->pixels[row * (size_t)image->columns + column];
        g_string_append_printf(dump->out, " %08x", image->colors[pixel]);
    }
    g_string_append_c(dump->out, '\n');
}

static void dump_group_begin(void *data, const char *name, const char *title)
{
    Dump *dump = data;

    dump_indent(dump, "group ");
    g_string_append(dump->out, name);
    if (title) {
        g_string_append_c(dump->out, ' ');
        dump_quoted(dump, title);
    }
    g_string_append_c(dump->out, '\n');
    dump->depth++;
}

static void dump_group_end(void *data)
{
    ((Dump *)data)->depth--;
}

static void dump_clip_begin(void *data, Rect rect)
{
    Dump *dump = data;

    dump_indent(dump, "clip");
    dump_point(dump, (Point){rect.x, rect.y});
    dump_number(dump, " ", rect.width);
    dump_number(dump, " x ", rect.height);
    g_string_append_c(dump->out, '\n');
    dump->depth++;
}

static void dump_clip_end(void *data)
{
    ((Dump *)data)->depth--;
}

char *drawing_dump(const Drawing *drawing)
{
    static const DrawingPainter painter = {
        .path = dump_path,
        .circle = dump_circle,
        .text = dump_text,
        .image = dump_image,
        .group_begin = dump_group_begin,
        .group_end = dump_group_end,
        .clip_begin = dump_clip_begin,
        .clip_end = dump_clip_end,
    };
    Dump dump = {.out = g_string_new("drawing ")};

    dump_quoted(&dump, drawing_name(drawing));
    dump_number(&dump, " ", drawing_width(drawing));
    dump_number(&dump, " x ", drawing_height(drawing));
    dump_number(&dump, " pt, dpi ", drawing_dpi(drawing));
    dump_color(&dump, ", background ", drawing_background(drawing));
    g_string_append(dump.out, "\ntitle ");
    dump_quoted(&dump, drawing_title(drawing));
    g_string_append(dump.out, "\ndescription ");
    dump_quoted(&dump, drawing_description(drawing));
    g_string_append_c(dump.out, '\n');
    drawing_paint(drawing, &painter, &dump);
    return g_string_free(dump.out, FALSE);
}
