/* test-drawing.c - what goes into a drawing comes out, in order. */
#include "config.h"

#include "layout/drawing.h"

#include <glib.h>
#include <string.h>

static const Color black = {0, 0, 0, 1};
static const Color blue = {0, 0, 1, 0.5};

static void test_dump(void)
{
    const Point points[] = {{0, 0}, {10.004, -0.001}, {3, 4}, {5.126, 6}};
    const int runs[] = {2, 2};
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans", NULL);
    g_autoptr(Drawing) drawing = drawing_new(100, 50, 72, (Color){1, 1, 1, 1}, "name",
                                             "a \"title\"", "two\nlines");
    g_autofree char *dump = NULL;
    TextLine *line = text_line_new(context, "H", 10, false);

    line->width_pt = 7.5; /* not the font's business here */
    drawing_begin_group(drawing, "figure", "Said");
    drawing_begin_clip(drawing, (Rect){1, 2, 30, 40});
    drawing_add_path(
        drawing, &(DrawingPath){.points = points,
                                .runs = runs,
                                .run_count = 2,
                                .stroke = {.color = black,
                                           .width_pt = 1.5,
                                           .cap = CAP_ROUND,
                                           .dash = {.length_pt = {4, 2}, .count = 2}}});
    drawing_end_clip(drawing);
    drawing_add_path(drawing, &(DrawingPath){.points = points,
                                             .runs = runs,
                                             .run_count = 1,
                                             .closed = true,
                                             .filled = true,
                                             .fill = blue});
    drawing_add_circle(
        drawing, &(DrawingCircle){
                     .center = {7, 8}, .radius_pt = 2.5, .filled = true, .fill = blue});
    drawing_add_text(drawing, line, (Point){9, 10}, 90, black);
    drawing_end_group(drawing);

    dump = drawing_dump(drawing);
    g_assert_cmpstr(
        dump, ==,
        "drawing \"name\" 100 x 50 pt, dpi 72, background #ffffff\n"
        "title \"a \\\"title\\\"\"\n"
        "description \"two\\nlines\"\n"
        "group figure \"Said\"\n"
        "  clip 1,2 30 x 40\n"
        "    path stroke #000000 1.5 round dash 4,2: 0,0 10,0 | 3,4 5.13,6\n"
        "  path fill #0000ff/0.5: 0,0 10,0 closed\n"
        "  circle fill #0000ff/0.5 radius 2.5: 7,8\n"
        "  text \"H\" #000000 size 10 width 7.5 turned 90: 9,10\n");
}

/* Larger than a block, and many small ones: nothing moves or is overwritten. */
static void count_path(void *data, const DrawingPath *path)
{
    double *sum = data;

    for (int i = 0; i < path->runs[0]; i++)
        *sum += path->points[i].x;
}

static void test_storage(void)
{
    const DrawingPainter painter = {.path = count_path};
    g_autoptr(Drawing) drawing = drawing_new(1, 1, 72, (Color){0}, NULL, NULL, NULL);
    g_autofree Point *points = g_new0(Point, 5000);
    int count = 5000;
    double sum = 0, expected = 0;

    for (int i = 0; i < count; i++)
        points[i].x = i;
    for (int i = 1; i <= count; i += 499) {
        drawing_add_path(drawing,
                         &(DrawingPath){.points = points, .runs = &i, .run_count = 1});
        expected += i * (i - 1) / 2.0;
    }
    memset(points, 0xff, sizeof *points * 5000);
    drawing_paint(drawing, &painter, &sum);
    g_assert_cmpfloat(sum, ==, expected);
    g_assert_cmpstr(drawing_title(drawing), ==, "");
}

static void test_empty_painter(void)
{
    const DrawingPainter painter = {0};
    g_autoptr(Drawing) drawing = drawing_new(4, 3, 72, black, "n", "t", "d");

    drawing_begin_group(drawing, "a", NULL);
    drawing_begin_clip(drawing, (Rect){0});
    drawing_add_path(drawing, &(DrawingPath){0});
    drawing_add_circle(drawing, &(DrawingCircle){0});
    drawing_end_clip(drawing);
    drawing_end_group(drawing);
    drawing_paint(drawing, &painter, NULL);
    g_assert_cmpfloat(drawing_width(drawing), ==, 4);
    g_assert_cmpfloat(drawing_height(drawing), ==, 3);
    g_assert_cmpfloat(drawing_dpi(drawing), ==, 72);
    g_assert_true(color_equal(drawing_background(drawing), black));
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/drawing/dump", test_dump);
    g_test_add_func("/drawing/storage", test_storage);
    g_test_add_func("/drawing/empty-painter", test_empty_painter);
    status = g_test_run();
#ifdef ACTPLOT_SANITIZED
    text_shutdown();
#endif
    return status;
}
