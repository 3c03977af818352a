/* test-page.c - the gallery on pages of many sizes and in several fonts: nothing
 * overlaps, nothing is cut. Boxes are those of the drawing, so that whatever is
 * painted is held to it. */
#include "activation/activation.h"
#include "layout/layout.h"
#include "layout/text_wrap.h"
#include "look.h"
#include "scene/legend.h"
#include "scene/scene.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static const double sizes_cm[][2] = {
    {4, 3}, {8.5, 6}, {16, 10}, {25, 16}, {40, 30},
};
static const char *const fonts[] = {"DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"};

#define EDGE 0.02  /* points by which a box may leave another, */
#define TOUCH 0.05 /* and by which two may overlap */

/* ---- what must hold ---- */

/* Faults are gathered, so that one run tells all. */
typedef struct {
    const char *figure;
    int faults;
    char setting[64];
} Check;

G_GNUC_PRINTF(2, 3) static void fault(Check *check, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list arguments;

    va_start(arguments, format);
    text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_test_message("%s at %s: %s", check->figure, check->setting, text);
    check->faults++;
}

static void check_texts(Check *check, const Look *look, Rect page)
{
    for (unsigned i = 0; i < look->texts->len; i++) {
        const Shown *one = shown_at(look->texts, i);
        if (!box_is_inside(one->box, page, EDGE))
            fault(check, "'%s' of %s leaves the page", one->what, one->group);
        for (unsigned j = 0; j < i; j++) {
            const Shown *other = shown_at(look->texts, j);
            if (boxes_overlap(one->box, other->box, TOUCH))
                fault(check, "'%s' of %s covers '%s' of %s", one->what, one->group,
                      other->what, other->group);
        }
    }
}

/* What belongs beside the frames. */
static bool is_outside_text(const Shown *shown)
{
    static const char *const groups[] = {"axis-x", "axis-y",      "axis-y2",
                                         "title",  "panel-title", "caption"};

    for (unsigned i = 0; i < G_N_ELEMENTS(groups); i++)
        if (shown_is_of(shown, groups[i]))
            return true;
    return false;
}

static void check_frames(Check *check, const Look *look, Rect page)
{
    double area = 0;

    for (unsigned i = 0; i < look->frames->len; i++) {
        Rect frame = g_array_index(look->frames, Rect, i);
        area += frame.width * frame.height;
        if (!box_is_inside(frame, page, EDGE))
            fault(check, "frame %u leaves the page", i + 1);
        for (unsigned j = 0; j < look->texts->len; j++) {
            const Shown *text = shown_at(look->texts, j);
            if ((is_outside_text(text) || (unsigned)text->panel != i + 1) &&
                boxes_overlap(text->box, frame, TOUCH) && !strstr(text->group, "inset"))
                fault(check, "'%s' of %s reaches into frame %u", text->what,
                      text->group, i + 1);
        }
    }
    if (area < 0.2 * page.width * page.height)
        fault(check, "the frames have but %.0f %% of the page",
              100 * area / page.width / page.height);
}

static double covered(const Look *look, Rect box, int panel)
{
    double length = 0;

    for (unsigned i = 0; i < look->segment_boxes->len; i++)
        if (g_array_index(look->segment_boxes, int, i) == panel)
            length += line_within(box, g_array_index(look->segments, Point, 2 * i),
                                  g_array_index(look->segments, Point, 2 * i + 1));
    return length;
}

/* Without the empty edge, which may touch a curve. */
static Rect inner_box(Rect box)
{
    const double edge = 4;

    return (Rect){box.x + edge, box.y + edge, fmax(box.width - 2 * edge, 0),
                  fmax(box.height - 2 * edge, 0)};
}

/* A box of names lies on no curve while a corner of the frame has room for it. */
static void check_legends(Check *check, const Look *look, const Scene *scene)
{
    for (unsigned i = 0; i < look->boxes->len; i++) {
        const Shown *legend = shown_at(look->boxes, i);
        Rect frame = g_array_index(look->frames, Rect, (unsigned)legend->panel - 1);
        const ScenePanel *panel =
            g_ptr_array_index(scene->panels, (unsigned)legend->panel - 1);
        Rect box = legend->box;
        double least = INFINITY, own = covered(look, inner_box(box), legend->panel);
        if (!box_is_inside(box, frame, EDGE))
            fault(check, "the legend leaves its frame");
        for (int corner = 0; corner < 4; corner++) {
            Rect other = box;
            double gap =
                fmin(box.x - frame.x, frame.x + frame.width - box.x - box.width);
            other.x =
                corner % 2 ? frame.x + frame.width - box.width - gap : frame.x + gap;
            gap = fmin(box.y - frame.y, frame.y + frame.height - box.y - box.height);
            other.y =
                corner / 2 ? frame.y + frame.height - box.height - gap : frame.y + gap;
            least = fmin(least, covered(look, other, legend->panel));
        }
        if (panel->legend_chosen && own > 4 && least == 0)
            fault(check, "the legend covers %.0f pt of curves and need not", own);
    }
}

static bool is_boxed(const Look *look, const Shown *text)
{
    for (unsigned i = 0; i < look->boxes->len; i++)
        if (box_is_inside(text->box, shown_at(look->boxes, i)->box, EDGE))
            return true;
    return false;
}

/* Whether there is much of its frame beside a text. */
static bool has_room(const Look *look, const Shown *text)
{
    Rect frame = g_array_index(look->frames, Rect, (unsigned)text->panel - 1);

    return frame.width > 2.5 * text->box.width;
}

/* Notes, names and labels of lines stand beside the curves; a stroke may run through a
 * word on a page with no room for it. An inset hides what lies under it. */
static void check_curves(Check *check, const Look *look, Rect page)
{
    for (unsigned i = 0; i < look->texts->len; i++) {
        const Shown *text = shown_at(look->texts, i);
        double length;
        if (is_outside_text(text) || text->panel == 0 || page.width < 400 ||
            is_boxed(look, text) || strstr(text->group, "/inset-") ||
            !has_room(look, text))
            continue;
        length = covered(look, text->box, text->panel);
        if (length > 0.1 * (text->box.width + text->box.height))
            fault(check, "'%s' of %s lies on %.0f pt of curves", text->what,
                  text->group, length);
    }
}

static void check_page(Check *check, const Scene *scene, TextContext *context,
                       Warnings *warnings)
{
    g_autoptr(Drawing) drawing = layout_scene(scene, context, warnings);
    Rect page = {0, 0, drawing_width(drawing), drawing_height(drawing)};
    Look *look = look_new(drawing);

    check_texts(check, look, page);
    check_frames(check, look, page);
    check_legends(check, look, scene);
    check_curves(check, look, page);
    if (!box_is_inside(look->painted, page, EDGE))
        fault(check, "something leaves the page");
    look_free(look);
}

static void check_figure(Check *check, const char *path, const double size_cm[2],
                         const char *font, TextContext *context)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Figure) figure = figure_load(path, &activation_scope, warnings, &error);
    g_autoptr(Scene) scene = NULL;

    g_assert_no_error(error);
    figure->width_pt = size_cm[0] / 2.54 * 72;
    figure->height_pt = size_cm[1] / 2.54 * 72;
    g_free(figure->theme->font_family);
    figure->theme->font_family = g_strdup(font);
    scene = scene_new(figure, warnings, &error);
    g_assert_no_error(error);
    g_snprintf(check->setting, sizeof check->setting, "%g x %g cm in %s", size_cm[0],
               size_cm[1], font);
    text_context_use(context, font, warnings);
    check_page(check, scene, context, warnings);
}

static void test_figure(const void *data)
{
    const char *path = data;
    g_autofree char *name = g_path_get_basename(path);
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Check check = {.figure = name};

    for (unsigned s = 0; s < G_N_ELEMENTS(sizes_cm); s++)
        for (unsigned f = 0; f < G_N_ELEMENTS(fonts); f++)
            check_figure(&check, path, sizes_cm[s], fonts[f], context);
    if (check.faults > 0)
        g_test_fail();
}

static void add_folder(const char *folder, GPtrArray *paths)
{
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    const char *name;

    while (entries && (name = g_dir_read_name(entries))) {
        g_autofree char *test = g_strdup_printf("/page/%s", name);
        char *path;
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        path = g_build_filename(folder, name, NULL);
        g_ptr_array_add(paths, path);
        g_test_add_data_func(test, path, test_figure);
    }
}

/* ---- single things ---- */

typedef struct {
    Figure *figure;
    Scene *scene;
    Warnings *warnings;
    Drawing *drawing;
    Look *look;
} Page;

static Page lay_out(const char *text, TextContext *context)
{
    Page page = {.warnings = warnings_new()};
    g_autoptr(GError) error = NULL;

    page.figure = figure_parse(text, strlen(text), "test.yaml", &activation_scope,
                               page.warnings, &error);
    g_assert_no_error(error);
    page.scene = scene_new(page.figure, page.warnings, &error);
    g_assert_no_error(error);
    text_context_use(context, page.scene->theme->font_family, page.warnings);
    page.drawing = layout_scene(page.scene, context, page.warnings);
    page.look = look_new(page.drawing);
    return page;
}

static void page_release(Page *page)
{
    look_free(page->look);
    drawing_free(page->drawing);
    scene_free(page->scene);
    figure_free(page->figure);
    warnings_free(page->warnings);
}

/* NULL: no such text. */
static const Shown *find_text(const Page *page, const char *what)
{
    for (unsigned i = 0; i < page->look->texts->len; i++)
        if (strcmp(shown_at(page->look->texts, i)->what, what) == 0)
            return shown_at(page->look->texts, i);
    return NULL;
}

static unsigned count_texts(const Page *page, const char *group)
{
    unsigned count = 0;

    for (unsigned i = 0; i < page->look->texts->len; i++)
        if (g_str_has_suffix(shown_at(page->look->texts, i)->group, group))
            count++;
    return count;
}

/* An open side follows from the frames, which get their shape to a pixel. */
static void test_auto_height(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page = lay_out("{size: [9 cm, auto], title: a title, caption: a caption,"
                        " legend: below, curves: [relu, gelu]}",
                        context);
    Rect frame = g_array_index(page.look->frames, Rect, 0);

    g_assert_cmpfloat_with_epsilon(drawing_width(page.drawing), 9 / 2.54 * 72, 1e-9);
    g_assert_cmpfloat_with_epsilon(frame.height, page.scene->frame_shape * frame.width,
                                   3 * 72.0 / 100);
    g_assert_nonnull(find_text(&page, "a caption"));
    g_assert_cmpuint(warnings_count(page.warnings), ==, 0);
    page_release(&page);
}

static void test_auto_width(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page = lay_out("{size: [auto, 6 cm], curves: [relu, gelu]}", context);

    g_assert_cmpfloat_with_epsilon(drawing_height(page.drawing), 6 / 2.54 * 72, 1e-9);
    g_assert_cmpfloat(drawing_width(page.drawing), >, 200);
    g_assert_cmpfloat(drawing_width(page.drawing), <, 400);
    page_release(&page);
}

/* What all panels name stands once, under all of them, over the caption. */
static void test_common_legend(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page = lay_out("{legend: below, caption: under it, panels: ["
                        "{curves: [relu, gelu]}, {curves: [relu', gelu']}]}",
                        context);
    const Shown *name = find_text(&page, "GELU"),
                *caption = find_text(&page, "under it");
    Rect frame = g_array_index(page.look->frames, Rect, 0);

    g_assert_cmpuint(count_texts(&page, "legend"), ==, 2);
    g_assert_nonnull(name);
    g_assert_nonnull(caption);
    g_assert_cmpfloat(name->box.y, >, frame.y + frame.height);
    g_assert_cmpfloat(caption->box.y, >, name->box.y + name->box.height);
    page_release(&page);
}

/* Ends of their own have their names at the right; the others stand in the frame. */
static void test_direct(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page =
        lay_out("{legend: direct, curves: [arctan, softsign, sigmoid]}", context);
    Rect frame = g_array_index(page.look->frames, Rect, 0);
    const Shown *high = find_text(&page, "Arctangent");
    const Shown *low = find_text(&page, "Softsign");

    g_assert_cmpuint(page.look->boxes->len, ==, 0);
    g_assert_cmpfloat(high->box.x, >, frame.x + frame.width);
    g_assert_cmpfloat(low->box.x, >, frame.x + frame.width);
    g_assert_cmpfloat(high->box.y, <, low->box.y);
    g_assert_nonnull(find_text(&page, "Sigmoid"));
    page_release(&page);
}

/* A second axis stands at the right: names are in the frame, at their own curves. */
static void test_direct_on_y2(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page =
        lay_out("{legend: direct, x: {range: [0, 1]}, y: {label: v, range: [0, 10]},"
                " y2: {label: s, range: [0, 1]},"
                " curves: [{plot: 0*x + 2, label: low},"
                " {plot: 0*x + 0.8, label: high, axis: y2}]}",
                context);
    Rect frame = g_array_index(page.look->frames, Rect, 0);
    const Shown *high = find_text(&page, "high"), *low = find_text(&page, "low");
    double high_share = (high->box.y + high->box.height / 2 - frame.y) / frame.height;
    double low_share = (low->box.y + low->box.height / 2 - frame.y) / frame.height;

    g_assert_cmpuint(warnings_count(page.warnings), ==, 0);
    g_assert_cmpuint(page.look->boxes->len, ==, 0);
    g_assert_cmpfloat(high->box.x + high->box.width, <, frame.x + frame.width);
    g_assert_cmpfloat(fabs(high_share - 0.2), <, 0.1);
    g_assert_cmpfloat(fabs(low_share - 0.8), <, 0.1);
    page_release(&page);
}

static void test_direct_without_room(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page page = lay_out("{legend: direct, size: [9 cm, 3 cm], curves: ["
                        "{plot: prelu, vary: {alpha: {from: 0, to: 1, count: 12}}}]}",
                        context);

    g_assert_cmpuint(warnings_count(page.warnings), >=, 1);
    g_assert_true(g_str_has_prefix(warnings_get(page.warnings, 0),
                                   "there is no room for names beside the curves"));
    page_release(&page);
}

static void test_ground(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    Page clear = lay_out("{background: transparent, curves: [relu']}", context);
    Page ivory = lay_out("{background: ivory, theme: dark, curves: [relu']}", context);

    g_assert_cmpfloat(drawing_background(clear.drawing).alpha, ==, 0);
    g_assert_cmpfloat(drawing_background(ivory.drawing).blue, ==, 240.0 / 255);
    page_release(&clear);
    page_release(&ivory);
}

/* ---- lines ---- */

static void check_wrap(TextContext *context, const char *markup, double width,
                       bool balanced, const char *expected)
{
    g_auto(GStrv) lines = text_wrap(context, markup, 10, false, width, balanced);
    g_autofree char *joined = g_strjoinv("|", lines);

    g_assert_cmpstr(joined, ==, expected);
}

static void test_wrap(void)
{
    g_autoptr(TextContext) context = text_context_new("DejaVu Sans Mono", NULL);
    const double letter = 6.02; /* of that font at 10 pt */

    check_wrap(context, "one two three", 100 * letter, false, "one two three");
    check_wrap(context, "one two three", 8 * letter, false, "one two|three");
    check_wrap(context, "one two three four", 14 * letter, false, "one two three|four");
    check_wrap(context, "one two three four", 14 * letter, true, "one two|three four");
    check_wrap(context, "one\ntwo", 100 * letter, false, "one|two");
    check_wrap(context, "a <b>bold word</b> c", 7 * letter, false,
               "a <b>bold</b>|<b>word</b> c");
    check_wrap(context, "R&amp;D &lt;x&gt;", 4 * letter, false, "R&amp;D|&lt;x&gt;");
    check_wrap(context, "1 < 2 is no markup", 12 * letter, false,
               "1 &lt; 2 is no|markup");
    check_wrap(context, "so $a + b < c$ ends", 4 * letter, false,
               "so|$a + b < c$|ends");
    check_wrap(context, "unbreakable", 3 * letter, false, "unbreakable");
    check_wrap(context, "", 3 * letter, false, "");
    g_assert_true(text_is_right_to_left("«שלום» and"));
    g_assert_false(text_is_right_to_left("12 and שלום"));
}

int main(int argc, char **argv)
{
    int status;
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

    g_test_init(&argc, &argv, NULL);
    g_autofree char *plots = g_test_build_filename(G_TEST_DIST, "..", "plots", NULL);
    g_autofree char *golden = g_test_build_filename(G_TEST_DIST, "golden", NULL);
    g_autofree char *own = g_test_build_filename(G_TEST_DIST, "page", NULL);
    g_test_add_func("/page/wrap", test_wrap);
    g_test_add_func("/page/auto-height", test_auto_height);
    g_test_add_func("/page/auto-width", test_auto_width);
    g_test_add_func("/page/common-legend", test_common_legend);
    g_test_add_func("/page/direct", test_direct);
    g_test_add_func("/page/direct-on-y2", test_direct_on_y2);
    g_test_add_func("/page/direct-without-room", test_direct_without_room);
    g_test_add_func("/page/ground", test_ground);
    add_folder(plots, paths);
    add_folder(golden, paths);
    add_folder(own, paths);
    status = g_test_run();
    text_shutdown();
    return status;
}
