/* legend.c - where a legend hides least. */
#include "scene/legend.h"

#include "scene/label.h"

#include <math.h>
#include <string.h>

/* Detail that does not matter here (pixels). */
static const double ROUGHLY = 0.5;

/* What is hidden, in pixels of curve, that is as bad as going outside; per pixel of
 * the legend's width. */
static const double BEARABLE = 0.2;

static bool same_dash(const Dash *a, const Dash *b)
{
    if (a->count != b->count)
        return false;
    for (int i = 0; i < a->count; i++)
        if (a->length_pt[i] != b->length_pt[i])
            return false;
    return true;
}

static int compare_places(const void *a, const void *b)
{
    const SceneSeries *x = *(SceneSeries *const *)a, *y = *(SceneSeries *const *)b;
    return (x->place > y->place) - (x->place < y->place);
}

GPtrArray *legend_order(const ScenePanel *panel)
{
    GPtrArray *ordered = g_ptr_array_new();
    g_ptr_array_extend(ordered, panel->series, NULL, NULL);
    g_ptr_array_sort(ordered, compare_places);
    return ordered;
}

GPtrArray *legend_series(const ScenePanel *panel)
{
    g_autoptr(GPtrArray) ordered = legend_order(panel);
    GPtrArray *named = g_ptr_array_new();
    for (guint i = 0; i < ordered->len; i++) {
        SceneSeries *series = g_ptr_array_index(ordered, i);
        if (series->in_legend)
            g_ptr_array_add(named, series);
    }
    return named;
}

/* The label without its primes: `ReLU` for `ReLU′`. */
static char *bare_name(const SceneSeries *series)
{
    GString *name = g_string_new(series->label.plain);
    g_string_replace(name, "′", "", 0);
    g_string_replace(name, "″", "", 0);
    return g_string_free(name, FALSE);
}

bool legend_equal(const ScenePanel *a, const ScenePanel *b)
{
    g_autoptr(GPtrArray) all = legend_series(a), others = legend_series(b);
    if (all->len != others->len)
        return false;
    for (guint i = 0; i < all->len; i++) {
        const SceneSeries *one = g_ptr_array_index(all, i);
        const SceneSeries *other = g_ptr_array_index(others, i);
        g_autofree char *name = bare_name(one), *other_name = bare_name(other);
        if (strcmp(name, other_name) != 0 || !color_equal(one->color, other->color) ||
            !same_dash(&one->dash, &other->dash))
            return false;
    }
    return true;
}

/* Size of the legend with the room it wants around it, pixels. Zero: no entries. */
static Rect legend_box(const ScenePanel *panel, const Theme *theme,
                       double pixels_per_pt)
{
    double widest = 0, em = theme->legend_size_pt * pixels_per_pt;
    g_autoptr(GPtrArray) named = legend_series(panel);
    for (guint i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        widest = fmax(widest, label_width_em(series->label.plain));
    }
    if (named->len == 0)
        return (Rect){0, 0, 0, 0};
    return (Rect){.width = (widest + 2.6 + 1.6) * em,
                  .height = (1.45 * named->len + 1.6) * em};
}

static Rect place_box(Rect box, LegendPlace place, const Frame *frame)
{
    double right = frame->width - box.width, top = frame->height - box.height;
    switch (place) {
    case LEGEND_TOP_LEFT:
    case LEGEND_LEFT:
    case LEGEND_BOTTOM_LEFT:
        box.x = 0;
        break;
    case LEGEND_TOP_RIGHT:
    case LEGEND_RIGHT:
    case LEGEND_BOTTOM_RIGHT:
        box.x = right;
        break;
    default:
        box.x = right / 2;
    }
    switch (place) {
    case LEGEND_TOP_LEFT:
    case LEGEND_TOP:
    case LEGEND_TOP_RIGHT:
        box.y = top;
        break;
    case LEGEND_BOTTOM_LEFT:
    case LEGEND_BOTTOM:
    case LEGEND_BOTTOM_RIGHT:
        box.y = 0;
        break;
    default:
        box.y = top / 2;
    }
    return box;
}

double line_within(Rect box, Point a, Point b)
{
    double from = 0, to = 1;
    const double start[2] = {a.x - box.x, a.y - box.y},
                 size[2] = {box.width, box.height};
    const double step[2] = {b.x - a.x, b.y - a.y};
    for (int axis = 0; axis < 2; axis++) {
        if (step[axis] == 0) {
            if (start[axis] < 0 || start[axis] > size[axis])
                return 0;
            continue;
        }
        double enter = -start[axis] / step[axis];
        double leave = (size[axis] - start[axis]) / step[axis];
        from = fmax(from, fmin(enter, leave));
        to = fmin(to, fmax(enter, leave));
    }
    return to > from ? (to - from) * hypot(step[0], step[1]) : 0;
}

static bool is_within(Rect box, Point at)
{
    return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y &&
           at.y <= box.y + box.height;
}

enum { MARKERS_MAX = 2000 };

/* The curves as the frame shows them, for every place that is tried. */
typedef struct {
    GPtrArray *lines; /* of GArray * of Point */
    GArray *dots;     /* of Point */
} Ink;

static void ink_release(Ink *ink)
{
    g_ptr_array_unref(ink->lines);
    g_array_unref(ink->dots);
}

static void add_line(Ink *ink, Point from, Point to)
{
    GArray *line = g_array_new(FALSE, FALSE, sizeof(Point));
    const Point ends[] = {from, to};
    g_array_append_vals(line, ends, G_N_ELEMENTS(ends));
    g_ptr_array_add(ink->lines, line);
}

/* An area counts as its outline and a hatching of lines that far apart (pixels). */
static const double HATCH = 20;

static void add_band(Ink *ink, const SceneBand *band, const Frame *frame)
{
    double next = -INFINITY;
    g_ptr_array_add(ink->lines, polyline_page(band->low, frame, ROUGHLY));
    g_ptr_array_add(ink->lines, polyline_page(band->high, frame, ROUGHLY));
    for (guint i = 0; i < band->low->len; i++) {
        Point low = frame_map(frame, g_array_index(band->low, Point, i));
        Point high = frame_map(frame, g_array_index(band->high, Point, i));
        if (low.x < next)
            continue;
        next = low.x + HATCH;
        add_line(ink, low, high);
    }
}

static void add_bar(Ink *ink, const SceneBar *bar, const Frame *frame)
{
    Point low = frame_map(frame, (Point){bar->left, bar->low});
    Point high = frame_map(frame, (Point){bar->right, bar->high});
    for (double x = fmin(low.x, high.x); x < fmax(low.x, high.x); x += HATCH)
        add_line(ink, (Point){x, low.y}, (Point){x, high.y});
    add_line(ink, high, (Point){high.x, low.y});
    add_line(ink, (Point){low.x, high.y}, high);
}

static void add_data_ink(Ink *ink, const SceneSeries *series, const Frame *frame)
{
    for (guint k = 0; k < series->bands->len; k++)
        add_band(ink, g_ptr_array_index(series->bands, k), frame);
    for (guint k = 0; k < series->bars->len; k++)
        add_bar(ink, &g_array_index(series->bars, SceneBar, k), frame);
    /* Of thousands of markers some tell where they are. */
    guint step = MAX(series->markers->len / MARKERS_MAX, 1);
    for (guint k = 0; k < series->markers->len; k += step) {
        Point at = frame_map(frame, g_array_index(series->markers, Point, k));
        add_line(ink, (Point){at.x - 4, at.y}, (Point){at.x + 4, at.y});
    }
}

static Ink panel_ink(const ScenePanel *panel, const Frame *frame)
{
    Ink ink = {g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
               g_array_new(FALSE, FALSE, sizeof(Point))};
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        Frame own = *frame;
        if (series->on_y2)
            own.y = scale_rising(&panel->y2.scale);
        for (guint k = 0; k < series->pieces->len; k++) {
            const ScenePiece *piece = g_ptr_array_index(series->pieces, k);
            g_ptr_array_add(ink.lines,
                            polyline_page(scene_piece_line(piece), &own, ROUGHLY));
        }
        add_data_ink(&ink, series, &own);
        for (guint k = 0; k < series->dots->len; k++) {
            Point at = frame_map(&own, g_array_index(series->dots, SceneDot, k).at);
            g_array_append_val(ink.dots, at);
        }
    }
    return ink;
}

static double ink_hidden(const Ink *ink, Rect box)
{
    double hidden = 0;
    for (guint i = 0; i < ink->lines->len; i++) {
        const GArray *line = g_ptr_array_index(ink->lines, i);
        for (guint k = 0; k + 1 < line->len; k++)
            hidden += line_within(box, g_array_index(line, Point, k),
                                  g_array_index(line, Point, k + 1));
    }
    for (guint i = 0; i < ink->dots->len; i++)
        hidden +=
            is_within(box, g_array_index(ink->dots, Point, i)) ? 0.5 * box.height : 0;
    return hidden;
}

/* A reference line is known from its other end; a note is not. */
static double marks_hidden(const ScenePanel *panel, Rect box, const Frame *frame,
                           double em)
{
    double hidden = 0;
    for (guint i = 0; i < panel->lines->len; i++) {
        const SceneLine *line = &g_array_index(panel->lines, SceneLine, i);
        double x = scale_map(&frame->x, line->x) * frame->width;
        double y = scale_map(&frame->y, line->y) * frame->height;
        if ((x > box.x && x < box.x + box.width) ||
            (y > box.y && y < box.y + box.height))
            hidden += 0.1 * box.width;
    }
    for (guint i = 0; i < panel->notes->len; i++) {
        const SceneNote *note = &g_array_index(panel->notes, SceneNote, i);
        Point at = frame_map(frame, note->at);
        double dx = isnan(note->offset_x_pt) ? 0 : note->offset_x_pt;
        double dy = isnan(note->offset_y_pt) ? 0 : note->offset_y_pt;
        Point start = {at.x + dx, at.y + dy}, end = start;
        end.x += label_width_em(note->text.plain) * em;
        if (is_within(box, at) || line_within(box, start, end) > 0)
            hidden += box.width;
    }
    return hidden;
}

LegendPlace legend_choose(const ScenePanel *panel, const Theme *theme,
                          const Frame *frame, double pixels_per_pt)
{
    static const LegendPlace places[] = {
        LEGEND_TOP_LEFT, LEGEND_TOP_RIGHT, LEGEND_BOTTOM_LEFT, LEGEND_BOTTOM_RIGHT,
        LEGEND_TOP,      LEGEND_BOTTOM,    LEGEND_LEFT,        LEGEND_RIGHT,
    };
    Rect size = legend_box(panel, theme, pixels_per_pt);
    if (size.width == 0)
        return LEGEND_NONE;
    bool room_outside = size.width < 0.45 * frame->width;
    bool fits = size.width < 0.95 * frame->width && size.height < 0.95 * frame->height;
    if (!fits && room_outside)
        return LEGEND_OUTSIDE;
    double em = theme->legend_size_pt * pixels_per_pt, least = INFINITY;
    LegendPlace best = LEGEND_TOP_LEFT;
    Ink ink = panel_ink(panel, frame);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        Rect box = place_box(size, places[i], frame);
        double hidden = marks_hidden(panel, box, frame, em) + ink_hidden(&ink, box);
        if (hidden < least) {
            least = hidden;
            best = places[i];
        }
    }
    ink_release(&ink);
    return least > BEARABLE * size.width && room_outside ? LEGEND_OUTSIDE : best;
}
