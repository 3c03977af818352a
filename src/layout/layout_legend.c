/* layout_legend.c - the box that says which curve is which. */
#include "layout/layout_parts.h"

#include "formula/markup.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

enum { INSIDE_COLUMNS_MAX = 4, LABEL_LINES_MAX = 3 };

#define ROW_GAP 0.45 /* all of the text's size */
#define RISE 0.86    /* from an entry's top to its baseline */
#define DROP 0.14
#define SAMPLE_LENGTH 2.1
#define SAMPLE_GAP 0.6
#define COLUMN_GAP 1.4
#define BELOW_COLUMN_GAP 1.8
#define INSET 0.65
#define MARGIN 0.75     /* from the frame to the box */
#define BESIDE_GAP 1.25 /* from the frame to a legend beside it */
#define CORNER_PT 2.0
#define OUTSIDE_SHARE 0.35 /* of the page's width, for a label */
#define INSIDE_SHARE 0.45
#define DIRECT_SHARE 0.3
#define BELOW_SHARE 0.8
#define TOUCH 0.4        /* of its size, by which a box without a border may touch */
#define CHANGE_COST 2    /* of other columns, smaller text, in points of hidden curve */
#define BEARABLE_PT 4    /* the same, for which the text is not made smaller */
#define MUCH_SHARE 0.25  /* of its width, for which a legend leaves the frame */
#define LEAVE_SHARE 0.25 /* of the page's height, that it may take then */
#define COMFORT_SHARE 0.3 /* of the frame's area, for the box */
#define LEGEND_SHARE 0.55 /* the same, when it is set smaller */

static const double scales[] = {1, 0.85, 0.7};

double legend_size(const LegendLayout *legend, const Page *page)
{
    return legend->scale * page->theme->legend_size_pt;
}

double legend_gap(const Page *page)
{
    return BESIDE_GAP * page->theme->legend_size_pt;
}

static LegendEntry *entry_at(const LegendLayout *legend, unsigned index)
{
    return &g_array_index(legend->entries, LegendEntry, index);
}

/* Highest parts above and below the baseline of its first line. */
static double entry_rise(const LegendEntry *entry, double size)
{
    const TextBlock *text = &entry->text;
    double rise = text->count ? line_rise(text->lines[0], size) : 0;

    return MAX(RISE * size, rise + 0.08 * size);
}

static double entry_height(const LegendEntry *entry, double size)
{
    const TextBlock *text = &entry->text;
    double rise = entry_rise(entry, size);

    if (text->count == 0)
        return rise + DROP * size;
    return MAX(rise + DROP * size,
               rise - line_rise(text->lines[0], size) + text->height_pt - 0.1 * size);
}

/* flat: fractions stand on the line. */
static void measure_entries(LegendLayout *legend, Page *page, double scale, bool flat)
{
    double size;

    legend->scale = scale;
    legend->flat = flat;
    size = legend_size(legend, page);
    for (unsigned i = 0; i < legend->entries->len; i++) {
        LegendEntry *entry = entry_at(legend, i);
        g_autofree char *low = flat ? markup_flat_math(entry->label->pango) : NULL;
        block_fit(&entry->text, page->text, low ? low : entry->label->pango, size,
                  &(BlockRoom){.width_pt = legend->label_limit_pt,
                               .lines_max = LABEL_LINES_MAX,
                               .least_scale = 1,
                               .balanced = true});
    }
}

static void clear_entry(void *data)
{
    block_clear(&((LegendEntry *)data)->text);
}

static int compare_places(const void *a, const void *b)
{
    const LegendEntry *x = a, *y = b;

    return (x->series->place > y->series->place) -
           (x->series->place < y->series->place);
}

/* In the file's order, whatever the order of painting. */
static void collect_entries(LegendLayout *legend, const ScenePanel *panel)
{
    for (unsigned i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        LegendEntry entry = {.label = &series->label, .series = series};
        if (series->in_legend)
            g_array_append_val(legend->entries, entry);
    }
    g_array_sort(legend->entries, compare_places);
}

void legend_measure(LegendLayout *legend, Page *page, const ScenePanel *panel)
{
    double share = INSIDE_SHARE;

    legend->entries = g_array_new(FALSE, TRUE, sizeof(LegendEntry));
    g_array_set_clear_func(legend->entries, clear_entry);
    legend->place = panel->legend;
    if (panel->legend == LEGEND_NONE)
        return;
    collect_entries(legend, panel);
    if (panel->legend == LEGEND_OUTSIDE)
        share = OUTSIDE_SHARE;
    else if (panel->legend == LEGEND_DIRECT)
        share = DIRECT_SHARE / page->scene->columns;
    else if (panel->legend == LEGEND_BELOW)
        share = BELOW_SHARE / (page->common_legend ? 1 : page->scene->columns);
    legend->label_limit_pt = share * page->scene->width_pt;
    measure_entries(legend, page, 1, false);
}

void legend_fall_back(LegendLayout *legend, Page *page, const char *why)
{
    legend->place = LEGEND_AUTO;
    legend->label_limit_pt = INSIDE_SHARE * page->scene->width_pt;
    measure_entries(legend, page, 1, false);
    warnings_add(page->warnings, "%s: the names stand in a box", why);
}

void legend_release(LegendLayout *legend)
{
    if (legend->entries)
        g_array_unref(legend->entries);
    if (legend->direct)
        g_array_unref(legend->direct);
    g_free(legend->row_pt);
    g_free(legend->column_pt);
}

/* From the box' edge to its content; beside the frame there is no box to be seen. */
static double inset(const LegendLayout *legend, const Page *page)
{
    bool boxed = legend->place != LEGEND_OUTSIDE && legend->place != LEGEND_BELOW;

    return boxed ? INSET * legend_size(legend, page) : 0;
}

/* Under a frame entries are read along the rows, else down the columns. */
static void entry_cell(const LegendLayout *legend, unsigned index, int *column,
                       int *row)
{
    if (legend->place == LEGEND_BELOW) {
        *column = (int)index % legend->columns;
        *row = (int)index / legend->columns;
    } else {
        *column = (int)index / legend->rows;
        *row = (int)index % legend->rows;
    }
}

static void arrange_columns(LegendLayout *legend, const Page *page, int columns)
{
    double size = legend_size(legend, page);
    double gap = (legend->place == LEGEND_BELOW ? BELOW_COLUMN_GAP : COLUMN_GAP) * size;
    double edge = inset(legend, page);
    int count = (int)legend->entries->len;
    double width = 0, height = 0;

    legend->rows = (count + columns - 1) / columns;
    legend->columns = (count + legend->rows - 1) / legend->rows;
    legend->column_pt = g_renew(double, legend->column_pt, legend->columns + 1);
    legend->row_pt = g_renew(double, legend->row_pt, legend->rows + 1);
    memset(legend->column_pt, 0, sizeof(double) * (size_t)(legend->columns + 1));
    memset(legend->row_pt, 0, sizeof(double) * (size_t)(legend->rows + 1));
    for (unsigned i = 0; i < legend->entries->len; i++) {
        const LegendEntry *entry = entry_at(legend, i);
        int column, row;
        double *wide, *high;
        entry_cell(legend, i, &column, &row);
        wide = &legend->column_pt[column];
        high = &legend->row_pt[row];
        *wide = MAX(*wide, (SAMPLE_LENGTH + SAMPLE_GAP) * size + entry->text.width_pt);
        *high = MAX(*high, entry_height(entry, size));
    }
    /* From sizes to where each begins. */
    for (int i = 0; i <= legend->columns; i++) {
        double extent = legend->column_pt[i];
        legend->column_pt[i] = width;
        width += i < legend->columns ? extent + gap : 0;
    }
    for (int i = 0; i <= legend->rows; i++) {
        double extent = legend->row_pt[i];
        legend->row_pt[i] = height;
        height += i < legend->rows ? extent + ROW_GAP * size : 0;
    }
    legend->width_pt = width - gap + 2 * edge;
    legend->height_pt = height - ROW_GAP * size + 2 * edge;
}

/* Whether some label takes more height than words do. */
static bool has_fractions(const LegendLayout *legend)
{
    for (unsigned i = 0; i < legend->entries->len; i++)
        if (label_extra_em(entry_at(legend, i)->label) > 0)
            return true;
    return false;
}

/* Formulas on one line are wider. */
static bool is_cut(const LegendLayout *legend)
{
    for (unsigned i = 0; i < legend->entries->len; i++) {
        const TextBlock *text = &entry_at(legend, i)->text;
        for (int k = 0; k < text->count; k++)
            if (text->cut[k])
                return true;
    }
    return false;
}

/* Beside the frame a column less is worth a little smaller text. */
static void save_column(LegendLayout *legend, Page *page, double height_pt)
{
    int columns = legend->columns;

    if (legend->place != LEGEND_OUTSIDE || columns < 2)
        return;
    measure_entries(legend, page, scales[1], legend->flat);
    arrange_columns(legend, page, columns - 1);
    if (legend->height_pt <= height_pt)
        return;
    measure_entries(legend, page, scales[0], legend->flat);
    arrange_columns(legend, page, columns);
}

bool legend_arrange(LegendLayout *legend, Page *page, double width_pt, double height_pt,
                    double area)
{
    static const struct {
        double scale;
        bool flat;
    } tries[] = {{1, false},   {1, true},   {0.85, false},
                 {0.85, true}, {0.7, true}, {0.7, false}};
    bool fits = false;

    if (legend->entries->len == 0)
        return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(tries); i++) {
        if (tries[i].flat && !has_fractions(legend))
            continue;
        if (legend->scale != tries[i].scale || legend->flat != tries[i].flat)
            measure_entries(legend, page, tries[i].scale, tries[i].flat);
        if (tries[i].flat && is_cut(legend))
            continue;
        fits = false;
        for (int columns = 1; columns <= INSIDE_COLUMNS_MAX && !fits; columns++) {
            arrange_columns(legend, page, columns);
            fits = legend->width_pt <= width_pt && legend->height_pt <= height_pt;
        }
        if (fits && legend->width_pt * legend->height_pt <= area) {
            if (tries[i].scale == scales[0])
                save_column(legend, page, height_pt);
            return true;
        }
    }
    return fits;
}

/* As many columns as there is width for; false: not even one. */
static bool fill_width(LegendLayout *legend, Page *page, double width_pt, double scale)
{
    int columns = (int)MIN(legend->entries->len, LEGEND_COLUMNS_MAX);

    if (legend->scale != scale)
        measure_entries(legend, page, scale, false);
    do {
        arrange_columns(legend, page, columns);
        columns = legend->columns - 1;
    } while (legend->width_pt > width_pt && columns > 0);
    return legend->width_pt <= width_pt;
}

/* Smaller text is taken for a legend half as high, or when there is no room else. */
bool legend_arrange_below(LegendLayout *legend, Page *page, double width_pt,
                          double height_pt)
{
    int rows = 0;

    for (unsigned s = 0; s < G_N_ELEMENTS(scales); s++) {
        if (!fill_width(legend, page, width_pt, scales[s]))
            continue;
        if (legend->height_pt > height_pt)
            continue;
        if (s == 0 && legend->rows > 2) {
            rows = legend->rows;
            continue;
        }
        if (rows == 0 || 2 * legend->rows <= rows + 1)
            return true;
        return fill_width(legend, page, width_pt, scales[0]);
    }
    return rows > 0 && fill_width(legend, page, width_pt, scales[0]);
}

/* Share of the free room left of and above the box. */
static void place_shares(LegendPlace place, double *x, double *y)
{
    switch (place) {
    case LEGEND_TOP_LEFT:
    case LEGEND_LEFT:
    case LEGEND_BOTTOM_LEFT:
        *x = 0;
        break;
    case LEGEND_TOP:
    case LEGEND_CENTER:
    case LEGEND_BOTTOM:
        *x = 0.5;
        break;
    default:
        *x = 1;
    }
    switch (place) {
    case LEGEND_BOTTOM_LEFT:
    case LEGEND_BOTTOM:
    case LEGEND_BOTTOM_RIGHT:
        *y = 1;
        break;
    case LEGEND_LEFT:
    case LEGEND_CENTER:
    case LEGEND_RIGHT:
        *y = 0.5;
        break;
    default:
        *y = 0;
    }
}

/* The box at a place in the frame. */
static Rect inside_box(const PanelLayout *panel, const Page *page, LegendPlace place)
{
    const LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;
    double margin = MARGIN * page->theme->legend_size_pt;
    double line = page->theme->axis_width_pt, x, y;

    place_shares(place, &x, &y);
    return (Rect){page_snap(page,
                            frame->x + margin +
                                x * (frame->width - 2 * margin - legend->width_pt),
                            line),
                  page_snap(page,
                            frame->y + margin +
                                y * (frame->height - 2 * margin - legend->height_pt),
                            line),
                  legend->width_pt, legend->height_pt};
}

static bool fits_inside(const LegendLayout *legend, const PanelLayout *panel,
                        const Page *page)
{
    double margin = MARGIN * page->theme->legend_size_pt;

    return legend->width_pt <= panel->frame.width - 2 * margin &&
           legend->height_pt <= panel->frame.height - 2 * margin;
}

/* A box without a border may well touch a curve with its edge. */
static double box_hides(const PanelLayout *panel, const Page *page, Rect box)
{
    double edge = 0;

    if (page->theme->legend_border.alpha <= 0)
        edge = TOUCH * legend_size(&panel->legend, page);
    box.x += edge;
    box.y += edge;
    box.width -= 2 * edge;
    box.height -= 2 * edge;
    return clutter_hidden(&panel->clutter, box);
}

/* The place where the box hides least, in how many columns and how small: what a legend
 * does that nobody has given a place. One that hides as little at first wins. */
static void find_free_place(PanelLayout *panel, Page *page)
{
    static const LegendPlace places[] = {
        LEGEND_TOP_LEFT, LEGEND_TOP_RIGHT, LEGEND_BOTTOM_LEFT, LEGEND_BOTTOM_RIGHT,
        LEGEND_TOP,      LEGEND_BOTTOM,    LEGEND_LEFT,        LEGEND_RIGHT,
    };
    LegendLayout *legend = &panel->legend;
    int columns = legend->columns, first = columns;
    LegendPlace best = legend->place;
    double least = INFINITY, scale = legend->scale, given = scale;

    if (best != LEGEND_AUTO)
        least = box_hides(panel, page, inside_box(panel, page, best));
    for (unsigned s = 0; s < G_N_ELEMENTS(scales); s++) {
        if (scales[s] > given || (scales[s] < given && least <= BEARABLE_PT))
            continue;
        if (legend->scale != scales[s])
            measure_entries(legend, page, scales[s], false);
        for (int count = 1; count <= INSIDE_COLUMNS_MAX && least > 0; count++) {
            double extra = (count == first ? 0 : CHANGE_COST) +
                           (scales[s] < given ? CHANGE_COST : 0);
            arrange_columns(legend, page, count);
            for (unsigned i = 0; i < G_N_ELEMENTS(places); i++) {
                Rect box = inside_box(panel, page, places[i]);
                double hidden = box_hides(panel, page, box) + extra;
                if (hidden >= least || !fits_inside(legend, panel, page))
                    continue;
                least = hidden;
                best = places[i];
                columns = count;
                scale = scales[s];
            }
        }
    }
    if (legend->scale != scale)
        measure_entries(legend, page, scale, false);
    arrange_columns(legend, page, columns);
    legend->place = best;
}

bool legend_is_inside(LegendPlace place)
{
    return place != LEGEND_OUTSIDE && place != LEGEND_BELOW && place != LEGEND_DIRECT &&
           place != LEGEND_NONE;
}

/* Whether the best place in the frame still hides much of the curves. */
static bool hides_much(PanelLayout *panel, Page *page)
{
    LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;
    double margin = MARGIN * page->theme->legend_size_pt;
    double area = frame->width * frame->height, hidden = INFINITY;
    Clutter own = panel->clutter;

    clutter_init(&panel->clutter);
    curves_collect(panel);
    if (legend_arrange(legend, page, frame->width - 2 * margin,
                       frame->height - 2 * margin, COMFORT_SHARE * area)) {
        find_free_place(panel, page);
        hidden = box_hides(panel, page, inside_box(panel, page, legend->place));
    }
    clutter_release(&panel->clutter);
    panel->clutter = own;
    return hidden > MUCH_SHARE * legend->width_pt;
}

bool legends_leave(Page *page)
{
    bool any = false;

    for (int i = 0; i < page->panel_count; i++) {
        PanelLayout *panel = &page->panels[i];
        LegendLayout *legend = &panel->legend;
        if (!panel->panel->legend_chosen || legend->entries->len == 0 ||
            !legend_is_inside(legend->place) || !hides_much(panel, page))
            continue;
        legend->place = LEGEND_BELOW;
        any = true;
        if (!legend_arrange_below(legend, page, panel_width(page),
                                  LEAVE_SHARE * page->scene->height_pt /
                                      page->scene->rows))
            legend->place = panel->panel->legend;
    }
    return any;
}

bool legends_return(Page *page)
{
    bool any = false;

    for (int i = 0; i < page->panel_count; i++) {
        PanelLayout *panel = &page->panels[i];
        if (!panel->panel->legend_chosen || !legend_is_inside(panel->panel->legend) ||
            panel->legend.place != LEGEND_BELOW)
            continue;
        panel->legend.place = panel->panel->legend;
        any = true;
    }
    return any;
}

static void place_inside(PanelLayout *panel, Page *page)
{
    LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;
    double margin = MARGIN * page->theme->legend_size_pt;
    double area = frame->width * frame->height;

    if (!legend_arrange(legend, page, frame->width - 2 * margin,
                        frame->height - 2 * margin, COMFORT_SHARE * area) ||
        legend->width_pt * legend->height_pt > LEGEND_SHARE * area) {
        page->dropped[PART_LEGEND_INSIDE] = true;
        return;
    }
    if (panel->panel->legend_chosen || legend->place == LEGEND_AUTO)
        find_free_place(panel, page);
    panel->legend_box = inside_box(panel, page, legend->place);
    clutter_add_box(&panel->clutter, panel->legend_box);
}

/* Under the lowest axis label of the row, about the frame's middle but on the page. */
static void place_below(PanelLayout *panel, Page *page)
{
    const LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;
    double left = frame->x + (frame->width - legend->width_pt) / 2;
    double right = page->scene->width_pt - page->padding_pt;

    if (panel == page->common_legend) {
        page_place_common_legend(page);
        return;
    }
    left = MAX(MIN(left, right - legend->width_pt), page->padding_pt);
    panel->legend_box = (Rect){left, panel_legend_top(page, panel), legend->width_pt,
                               legend->height_pt};
}

void legend_place(PanelLayout *panel, Page *page)
{
    const LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;

    if (legend->entries->len == 0)
        return;
    switch (legend->place) {
    case LEGEND_OUTSIDE:
        if (!page->dropped[PART_LEGEND_OUTSIDE])
            panel->legend_box =
                (Rect){frame->x + frame->width + y2_depth(page, panel) +
                           legend_gap(page) + field_margin(panel, page, frame->height),
                       frame->y, legend->width_pt, legend->height_pt};
        break;
    case LEGEND_BELOW:
        if (!page->dropped[PART_LEGEND_BELOW])
            place_below(panel, page);
        break;
    case LEGEND_DIRECT:
        if (direct_find_places(panel, page))
            break;
        legend_fall_back(&panel->legend, page, LEGEND_NO_ROOM_BESIDE);
        place_inside(panel, page);
        break;
    default:
        place_inside(panel, page);
    }
}

static void paint_background(Page *page, Rect box)
{
    enum { ARC = 4, COUNT = 4 * (ARC + 1) };
    const Theme *theme = page->theme;
    Point points[COUNT];
    int count = COUNT;
    double radius = MIN(CORNER_PT, MIN(box.width, box.height) / 4);

    if (theme->legend_background.alpha <= 0 && theme->legend_border.alpha <= 0)
        return;
    for (int i = 0; i < COUNT; i++) {
        int corner = i / (ARC + 1); /* from the top right one, clockwise */
        double angle = (corner - 1 + (i % (ARC + 1)) / (double)ARC) * G_PI / 2;
        double middle_x = corner < 2 ? box.x + box.width - radius : box.x + radius;
        double middle_y =
            corner == 1 || corner == 2 ? box.y + box.height - radius : box.y + radius;
        points[i] =
            (Point){middle_x + radius * cos(angle), middle_y + radius * sin(angle)};
    }
    drawing_add_path(
        page->drawing,
        &(DrawingPath){
            .points = points,
            .runs = &count,
            .run_count = 1,
            .closed = true,
            .filled = theme->legend_background.alpha > 0,
            .fill = theme->legend_background,
            .stroke = {.color = theme->legend_border,
                       .width_pt = theme->legend_border.alpha > 0
                                       ? page_snap_width(page, theme->axis_width_pt)
                                       : 0},
        });
}

static void paint_entry(Page *page, LegendLayout *legend, unsigned index, Point corner)
{
    LegendEntry *entry = entry_at(legend, index);
    double size = legend_size(legend, page);
    double baseline = corner.y + entry_rise(entry, size);
    double middle = baseline - 0.34 * size;
    double rise = entry->text.count ? line_rise(entry->text.lines[0], size) : 0;

    swatch_paint(page, entry,
                 (Rect){corner.x, middle - size / 2, SAMPLE_LENGTH * size, size});
    block_paint(
        &entry->text, page,
        (Point){corner.x + (SAMPLE_LENGTH + SAMPLE_GAP) * size, baseline - rise}, 0, 0,
        page->theme->text);
}

void legend_paint(Page *page, PanelLayout *panel)
{
    LegendLayout *legend = &panel->legend;
    Rect box = panel->legend_box;
    double edge = inset(legend, page);

    if (legend->place == LEGEND_DIRECT && legend->entries->len > 0)
        direct_paint(page, panel);
    if (box.width <= 0)
        return;
    drawing_begin_group(page->drawing, "legend", "Legend");
    if (edge > 0)
        paint_background(page, box);
    for (unsigned i = 0; i < legend->entries->len; i++) {
        int column, row;
        entry_cell(legend, i, &column, &row);
        paint_entry(page, legend, i,
                    (Point){box.x + edge + legend->column_pt[column],
                            box.y + edge + legend->row_pt[row]});
    }
    drawing_end_group(page->drawing);
}
