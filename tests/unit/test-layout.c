/* test-layout.c - where things stand on pages of many sizes. */
#include "config.h"

#include "layout/layout.h"
#include "look.h"
#include "scene-maker.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define EDGE 0.01 /* points by which a box may leave another */

static bool is_fixed(const Shown *shown)
{
    return !shown_is_of(shown, "notes");
}

/* No text leaves the page; texts other than notes, which go where there is least harm,
 * do not touch one another. */
static void check_texts(const Look *look, Rect page)
{
    for (unsigned i = 0; i < look->texts->len; i++) {
        const Shown *one = shown_at(look->texts, i);
        if (!box_is_inside(one->box, page, EDGE))
            g_error("'%s' of %s leaves the page", one->what, one->group);
        for (unsigned j = 0; j < i; j++) {
            const Shown *other = shown_at(look->texts, j);
            if (is_fixed(one) && is_fixed(other) &&
                boxes_overlap(one->box, other->box, 0))
                g_error("'%s' of %s covers '%s' of %s", one->what, one->group,
                        other->what, other->group);
        }
    }
}

/* Frames of one column share their left and right edges, of one row top and bottom. */
static void check_frames(const Look *look, const Scene *scene, Rect page)
{
    const ScenePanel *first = g_ptr_array_index(scene->panels, 0);
    double least = scene->panels->len > 1 ? 0.25 : 0.35;
    double area = 0;

    if (first->legend == LEGEND_OUTSIDE)
        least = 0.2;
    g_assert_cmpuint(look->frames->len, ==, scene->panels->len);
    for (unsigned i = 0; i < look->frames->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        Rect frame = g_array_index(look->frames, Rect, i);
        area += frame.width * frame.height;
        g_assert_true(box_is_inside(frame, page, EDGE));
        for (unsigned j = 0; j < i; j++) {
            const ScenePanel *mate = g_ptr_array_index(scene->panels, j);
            Rect other = g_array_index(look->frames, Rect, j);
            g_assert_false(boxes_overlap(frame, other, 0));
            if (mate->column == panel->column) {
                g_assert_cmpfloat_with_epsilon(frame.x, other.x, 1e-9);
                g_assert_cmpfloat_with_epsilon(frame.width, other.width, 1e-9);
            }
            if (mate->row == panel->row) {
                g_assert_cmpfloat_with_epsilon(frame.y, other.y, 1e-9);
                g_assert_cmpfloat_with_epsilon(frame.height, other.height, 1e-9);
            }
        }
    }
    g_assert_cmpfloat(area, >, least * page.width * page.height);
}

static void check_legends(const Look *look)
{
    for (unsigned i = 0; i < look->boxes->len; i++) {
        const Shown *legend = shown_at(look->boxes, i);
        Rect frame = g_array_index(look->frames, Rect, (unsigned)legend->panel - 1);
        g_assert_true(box_is_inside(legend->box, frame, EDGE));
        for (unsigned j = 0; j < look->texts->len; j++) {
            const Shown *text = shown_at(look->texts, j);
            if (text->panel == legend->panel && shown_is_of(text, "legend"))
                g_assert_true(box_is_inside(text->box, legend->box, EDGE));
        }
    }
}

/* Returns how many legends stand in boxes. */
static unsigned check_scene(const Scene *scene, TextContext *context,
                            Warnings *warnings)
{
    unsigned boxes;
    Rect page = {0, 0, scene->width_pt, scene->height_pt};
    g_autoptr(Drawing) drawing = layout_scene(scene, context, warnings);
    Look *look = look_new(drawing);

    check_texts(look, page);
    check_frames(look, scene, page);
    check_legends(look);
    g_assert_true(box_is_inside(look->painted, page, EDGE));
    boxes = look->boxes->len;
    look_free(look);
    return boxes;
}

static Scene *full_scene(const Theme *theme, double width, double height, int rows,
                         int columns)
{
    Scene *scene = maker_scene(theme, width, height, rows, columns, 1);

    maker_text(&scene->title, "ReLU vs Leaky ReLU vs PReLU");
    maker_text(&scene->subtitle, "What the negative slope does");
    for (int i = 0; i < rows * columns; i++) {
        ScenePanel *panel = maker_panel(scene, i);
        SceneSeries *series;
        if (rows * columns > 1)
            maker_text(&panel->title, "A panel & its title");
        maker_add_curve(scene, panel, "ReLU", 0);
        maker_add_curve(scene, panel, "Leaky ReLU (α=0.1)", 0.1);
        series = maker_add_curve(scene, panel, "PReLU (α=0.25)", 0.25);
        maker_add_dot(series, 0, 0, true);
        maker_add_dot(series, 0, 1, false);
        maker_add_line(panel, NAN, 1, "y = 1");
        maker_add_line(panel, 2, NAN, "x = 2");
        maker_add_note(panel, 0, 0, "kink");
        maker_add_note(panel, 2, 2, "all three\ncoincide");
    }
    return scene;
}

static const double page_sizes[][2] = {
    {113.4, 85.0}, {226.8, 170.1}, {460, 300}, {720, 432}, {1133.9, 850.4}};

static void check_all_sizes(Theme *theme, LegendPlace place)
{
    static const int grids[][2] = {{1, 1}, {2, 1}, {1, 3}, {2, 2}};
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, warnings);

    for (unsigned s = 0; s < G_N_ELEMENTS(page_sizes); s++) {
        for (unsigned g = 0; g < G_N_ELEMENTS(grids); g++) {
            Scene *scene = full_scene(theme, page_sizes[s][0], page_sizes[s][1],
                                      grids[g][0], grids[g][1]);
            for (unsigned i = 0; i < scene->panels->len; i++)
                maker_panel(scene, (int)i)->legend = place;
            check_scene(scene, context, warnings);
            maker_free(scene);
        }
    }
}

static void test_sizes(void)
{
    g_autofree Theme *theme = maker_theme();

    check_all_sizes(theme, LEGEND_TOP_LEFT);
}

static void test_sizes_legend_outside(void)
{
    g_autofree Theme *theme = maker_theme();

    theme->frame = FRAME_BOX;
    theme->title_align = ALIGN_CENTER;
    check_all_sizes(theme, LEGEND_OUTSIDE);
}

static void test_sizes_frameless(void)
{
    g_autofree Theme *theme = maker_theme();

    theme->frame = FRAME_NONE;
    theme->ticks = TICKS_NONE;
    theme->panel = (Color){0.9, 0.9, 0.9, 1};
    check_all_sizes(theme, LEGEND_BOTTOM_RIGHT);
}

/* Where the author wants it, a legend may stand on curves, and is told of. */
static void test_all_places(void)
{
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);
    unsigned told = 0;

    for (int place = LEGEND_TOP_LEFT; place <= LEGEND_NONE; place++) {
        g_autoptr(Warnings) warnings = warnings_new();
        Scene *scene = full_scene(theme, 460, 300, 1, 1);
        maker_panel(scene, 0)->legend = (LegendPlace)place;
        g_assert_cmpuint(check_scene(scene, context, warnings), ==,
                         place < LEGEND_OUTSIDE ? 1 : 0);
        g_assert_cmpuint(warnings_count(warnings), <=, place < LEGEND_OUTSIDE ? 1 : 0);
        if (warnings_count(warnings) > 0)
            g_assert_true(g_str_has_prefix(warnings_get(warnings, 0),
                                           "the legend stands on curves ("));
        told += warnings_count(warnings);
        maker_free(scene);
    }
    g_assert_cmpuint(told, >, 0);
    g_assert_cmpuint(told, <, LEGEND_OUTSIDE - LEGEND_TOP_LEFT);
}

/* Degenerate pages: no crash, nothing negative (look_new() checks). */
static void test_specks(void)
{
    static const double sizes[][2] = {{1, 1}, {10, 500}, {500, 10}, {30, 20}};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(Warnings) warnings = warnings_new();
        Scene *scene = full_scene(theme, sizes[i][0], sizes[i][1], 3, 3);
        g_autoptr(Drawing) drawing = layout_scene(scene, context, warnings);
        look_free(look_new(drawing));
        g_assert_cmpuint(warnings_count(warnings), >=, 1);
        maker_free(scene);
    }
}

/* On a small page the least important parts go, in one warning that names them. */
static void test_what_goes(void)
{
    g_autofree Theme *theme = maker_theme();
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, warnings);
    Scene *scene = full_scene(theme, 113.4, 85, 1, 1);
    g_autoptr(Drawing) drawing = layout_scene(scene, context, warnings);

    g_assert_cmpfloat(drawing_width(drawing), ==, 113.4);
    g_assert_cmpuint(warnings_count(warnings), ==, 1);
    g_assert_true(g_str_has_prefix(warnings_get(warnings, 0),
                                   "the page is too small and goes without "
                                   "the subtitle, the label of the x axis, "));
    maker_free(scene);
}

static void test_long_texts(void)
{
    g_autofree Theme *theme = maker_theme();
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, warnings);
    g_autofree char *words = g_strnfill(300, 'w');
    Scene *scene = full_scene(theme, 460, 300, 1, 1);
    ScenePanel *panel = maker_panel(scene, 0);

    maker_text(&scene->title, words);
    maker_text(&scene->subtitle, "one line\nand another");
    maker_text(&panel->x.label, words);
    maker_text(&panel->y.label, words);
    maker_add_curve(scene, panel, words, 0.25);
    maker_add_note(panel, 3, 3, words);
    check_scene(scene, context, warnings);
    g_assert_cmpuint(warnings_count(warnings), >=, 3);
    g_assert_nonnull(strstr(warnings_get(warnings, 0), "no room for more than 'www"));
    maker_free(scene);
}

/* Labels that would collide are thinned about zero; all stay while there is room. */
static void test_thinning(void)
{
    static const struct {
        double width, step;
        int labels;
    } cases[] = {{720, 1, 11}, {280, 1, 5}, {240, 0.25, 5}, {2000, 0.25, 41}};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        Scene *scene = maker_scene(theme, cases[i].width, 300, 1, 1, cases[i].step);
        g_autoptr(Drawing) drawing = NULL;
        Look *look;
        int labels = 0;
        bool zero = false;
        maker_text(&maker_panel(scene, 0)->x.label, "");
        drawing = layout_scene(scene, context, NULL);
        look = look_new(drawing);
        for (unsigned t = 0; t < look->texts->len; t++) {
            const Shown *text = shown_at(look->texts, t);
            if (!shown_is_of(text, "ticks-x"))
                continue;
            labels++;
            zero |= strcmp(text->what, "0.00") == 0;
        }
        g_assert_cmpint(labels, ==, cases[i].labels);
        g_assert_true(zero);
        look_free(look);
        maker_free(scene);
    }
}

/* Hairlines fill whole pixels: at 100 dots an inch a line of one pixel stands in the
 * middle of one, whatever the page's size. */
static void count_blurred(void *data, const DrawingPath *path)
{
    int *blurred = data;
    double pixel = 0.72;

    if (path->stroke.width_pt > 1 || path->filled || path->runs[0] != 2)
        return;
    g_assert_cmpfloat_with_epsilon(path->stroke.width_pt, pixel, 1e-9);
    for (int i = 0; i < path->run_count; i++) {
        const Point *ends = &path->points[2 * i];
        double place = (ends[0].y == ends[1].y ? ends[0].y : ends[0].x) / pixel;
        *blurred += fabs(place - floor(place) - 0.5) > 1e-6;
    }
}

static void test_crisp(void)
{
    static const DrawingPainter painter = {.path = count_blurred};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);

    for (double width = 300; width < 310; width += 0.37) {
        Scene *scene = maker_scene(theme, width, 250, 2, 1, 1);
        g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
        int blurred = 0;
        drawing_paint(drawing, &painter, &blurred);
        g_assert_cmpint(blurred, ==, 0);
        maker_free(scene);
    }
}

/* A thousand points on a straight line are two; a curve keeps its shape. */
static void count_points(void *data, const DrawingPath *path)
{
    int *count = data;

    if (path->stroke.width_pt == 2 && path->stroke.cap == CAP_ROUND) {
        for (int i = 0; i < path->run_count; i++)
            *count += path->runs[i];
    }
}

static int points_of(const Theme *theme, TextContext *context, double (*f)(double))
{
    static const DrawingPainter painter = {.path = count_points};
    Scene *scene = maker_scene(theme, 720, 432, 1, 1, 1);
    SceneSeries *series = maker_add_curve(scene, maker_panel(scene, 0), "f", 0);
    ScenePiece *piece = g_ptr_array_index(series->pieces, 0);
    g_autoptr(Drawing) drawing = NULL;
    int count = 0;

    g_array_set_size(piece->points, 0);
    for (int i = 0; i <= 1000; i++) {
        Point point = {-5 + i / 100.0, f(-5 + i / 100.0)};
        g_array_append_val(piece->points, point);
    }
    drawing = layout_scene(scene, context, NULL);
    drawing_paint(drawing, &painter, &count);
    maker_free(scene);
    return count;
}

static double bent(double x)
{
    return x > 0 ? x : 0.1 * x;
}

static void test_reduction(void)
{
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);

    g_assert_cmpint(points_of(theme, context, fabs), ==, 3);
    g_assert_cmpint(points_of(theme, context, bent), ==, 3);
    g_assert_cmpint(points_of(theme, context, sin), >, 100);
    g_assert_cmpint(points_of(theme, context, sin), <, 500);
}

/* A note stands where its offset says, the text's side towards the point, and stays on
 * the page. */
static void test_note_offsets(void)
{
    static const struct {
        double x, y, offset_x, offset_y, left,
            top; /* expected, from the point; NAN: any */
    } cases[] = {
        {0, 2, 30, 0, 32, NAN},     /* to the right: the padding is 2 */
        {0, 2, 0, 30, NAN, -30},    /* above, its foot 30 higher */
        {5, 5, 500, 500, NAN, NAN}, /* off the page: comes back */
    };
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        Scene *scene = maker_scene(theme, 460, 300, 1, 1, 1);
        ScenePanel *panel = maker_panel(scene, 0);
        SceneNote *note;
        g_autoptr(Drawing) drawing = NULL;
        Look *look;
        maker_add_note(panel, cases[i].x, cases[i].y, "here");
        note = &g_array_index(panel->notes, SceneNote, 0);
        note->offset_x_pt = cases[i].offset_x;
        note->offset_y_pt = cases[i].offset_y;
        check_scene(scene, context, NULL);
        drawing = layout_scene(scene, context, NULL);
        look = look_new(drawing);
        Rect frame = g_array_index(look->frames, Rect, 0);
        Point point = {frame.x + (cases[i].x + 5) / 10 * frame.width,
                       frame.y + (5 - cases[i].y) / 6.5 * frame.height};
        for (unsigned t = 0; t < look->texts->len; t++) {
            const Shown *text = shown_at(look->texts, t);
            if (strcmp(text->what, "here") != 0)
                continue;
            if (!isnan(cases[i].left))
                g_assert_cmpfloat_with_epsilon(text->box.x, point.x + cases[i].left, 2);
            if (!isnan(cases[i].top))
                g_assert_cmpfloat_with_epsilon(text->box.y + text->box.height,
                                               point.y + cases[i].top - 2, 3);
        }
        look_free(look);
        maker_free(scene);
    }
}

/* Open dots of several curves at one place share its ring; the disc of a curve that
 * takes that value stays visible within. */
typedef struct {
    int discs, rings, shares;
    double disc_pt, ring_pt;
    bool in_dots;
} DotCount;

static void count_circle(void *data, const DrawingCircle *circle)
{
    DotCount *count = data;

    if (circle->stroke.width_pt > 0) {
        count->rings++;
        count->ring_pt = circle->radius_pt - circle->stroke.width_pt / 2;
    } else {
        count->discs++;
        count->disc_pt = circle->radius_pt;
    }
}

static void count_group(void *data, const char *name, const char *title)
{
    (void)title;
    ((DotCount *)data)->in_dots = strcmp(name, "dots") == 0;
}

static void count_share(void *data, const DrawingPath *path)
{
    DotCount *count = data;

    count->shares += count->in_dots && path->runs[0] > 5;
}

static void test_dots_at_one_place(void)
{
    static const DrawingPainter painter = {
        .circle = count_circle, .path = count_share, .group_begin = count_group};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);
    Scene *scene = maker_scene(theme, 460, 300, 1, 1, 1);
    ScenePanel *panel = maker_panel(scene, 0);
    DotCount count = {0};

    panel->legend = LEGEND_NONE;
    for (int i = 0; i < 4; i++)
        maker_add_dot(maker_add_curve(scene, panel, "f", 0.1 * i), 0, 1, i == 3);
    g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
    drawing_paint(drawing, &painter, &count);
    g_assert_cmpint(count.rings, ==, 1);
    g_assert_cmpint(count.discs, ==, 1);
    g_assert_cmpint(count.shares, ==, 3);
    g_assert_cmpfloat(count.disc_pt, <, count.ring_pt);
    maker_free(scene);
}

/* Two identical strokes that share a stretch: dashes with straight ends there. */
static void count_caps(void *data, const DrawingPath *path)
{
    int *counts = data;

    if (path->stroke.width_pt == 2)
        counts[path->stroke.cap]++;
}

static void test_shared_dashes(void)
{
    static const DrawingPainter painter = {.path = count_caps};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);
    Scene *scene = maker_scene(theme, 460, 300, 1, 1, 1);
    ScenePanel *panel = maker_panel(scene, 0);
    int counts[3] = {0};

    panel->legend = LEGEND_NONE;
    for (int rank = 0; rank < 2; rank++) {
        SceneSeries *series = maker_add_curve(scene, panel, "f", 0.1 * rank);
        SceneOverlap overlap = {.first = 0, .last = 5, .rank = rank, .count = 2};
        g_array_append_val(series->overlaps, overlap);
    }
    g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
    drawing_paint(drawing, &painter, counts);
    g_assert_cmpint(counts[CAP_ROUND], ==, 2);
    g_assert_cmpint(counts[CAP_BUTT], >=, 1);
    maker_free(scene);
}

/* The whole of a page in text. ACTPLOT_GOLDEN=write in the environment writes it
 * anew. */
static void test_golden(void)
{
    g_autofree char *path =
        g_test_build_filename(G_TEST_DIST, "golden", "layout.drawing", NULL);
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "x", 10, false);
    g_autofree char *golden = NULL, *dump = NULL;
    Scene *scene = full_scene(theme, 460, 300, 1, 1);

    g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
    maker_free(scene);
    if (strcmp(line->runs[0].family, theme->font_family) != 0) {
        g_test_skip("DejaVu Sans is not installed");
        return;
    }
    dump = drawing_dump(drawing);
    if (g_strcmp0(g_getenv("ACTPLOT_GOLDEN"), "write") == 0)
        g_assert_true(g_file_set_contents(path, dump, -1, NULL));
    g_assert_true(g_file_get_contents(path, &golden, NULL, NULL));
    g_assert_cmpstr(dump, ==, golden);
}

static void test_group_names(void)
{
    static const char *const names[] = {"group figure \"T\"",
                                        "group title\n",
                                        "group panel-1\n",
                                        "group grid\n",
                                        "group lines\n",
                                        "group curves\n",
                                        "group axis-x \"x\"",
                                        "group axis-y \"f(x)\"",
                                        "group dots\n",
                                        "group notes\n",
                                        "group legend \"Legend\"",
                                        "group curve-1-relu \"ReLU\"",
                                        "group curve-2-a-b-2 \"…A β b′ (2)\""};
    g_autofree Theme *theme = maker_theme();
    g_autoptr(TextContext) context = text_context_new(theme->font_family, NULL);
    Scene *scene = maker_scene(theme, 460, 300, 1, 1, 1);
    ScenePanel *panel = maker_panel(scene, 0);
    g_autofree char *dump = NULL;

    maker_text(&scene->title, "T");
    maker_add_curve(scene, panel, "ReLU", 0);
    maker_add_dot(maker_add_curve(scene, panel, "…A β b′ (2)", 0.2), 0, 0, true);
    maker_add_line(panel, 1, NAN, NULL);
    maker_add_note(panel, 0, 0, "note");
    g_autoptr(Drawing) drawing = layout_scene(scene, context, NULL);
    dump = drawing_dump(drawing);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!strstr(dump, names[i]))
            g_error("no '%s' in\n%s", names[i], dump);
    }
    maker_free(scene);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/sizes", test_sizes);
    g_test_add_func("/layout/sizes-legend-outside", test_sizes_legend_outside);
    g_test_add_func("/layout/sizes-frameless", test_sizes_frameless);
    g_test_add_func("/layout/legend-places", test_all_places);
    g_test_add_func("/layout/specks", test_specks);
    g_test_add_func("/layout/what-goes", test_what_goes);
    g_test_add_func("/layout/long-texts", test_long_texts);
    g_test_add_func("/layout/thinning", test_thinning);
    g_test_add_func("/layout/crisp", test_crisp);
    g_test_add_func("/layout/reduction", test_reduction);
    g_test_add_func("/layout/note-offsets", test_note_offsets);
    g_test_add_func("/layout/shared-dashes", test_shared_dashes);
    g_test_add_func("/layout/dots-at-one-place", test_dots_at_one_place);
    g_test_add_func("/layout/golden", test_golden);
    g_test_add_func("/layout/group-names", test_group_names);
    status = g_test_run();
#ifdef ACTPLOT_SANITIZED
    text_shutdown();
#endif
    return status;
}
