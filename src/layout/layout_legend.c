/* layout_legend.c - the box that says which curve is which. */
#include "layout/layout_parts.h"

#include <math.h>

enum { COLUMNS_MAX = 4 };

#define ROW_PITCH 1.45 /* all of the text's size */
#define SAMPLE_LENGTH 2.1
#define SAMPLE_GAP 0.6
#define COLUMN_GAP 1.4
#define INSET 0.65
#define MARGIN 0.75     /* from the frame to the box */
#define BESIDE_GAP 1.25 /* from the frame to a legend beside it */
#define CORNER_PT 2.0
#define OUTSIDE_SHARE 0.35 /* of the page's width, for a label */
#define INSIDE_SHARE 0.6
#define COMFORT_SHARE 0.3 /* of the frame's area, for the box */
#define LEGEND_SHARE 0.55 /* the same, when it is set smaller */

static double text_size(const LegendLayout *legend, const Page *page)
{
    return legend->scale * page->theme->legend_size_pt;
}

double legend_gap(const Page *page)
{
    return BESIDE_GAP * page->theme->legend_size_pt;
}

static void measure_lines(LegendLayout *legend, Page *page, double scale)
{
    double limit = legend->label_limit_pt;
    double widest = 0, size;

    legend->scale = scale;
    size = text_size(legend, page);
    g_ptr_array_set_size(legend->lines, 0);
    for (unsigned i = 0; i < legend->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(legend->series, i);
        bool cut = false;
        TextLine *line = text_line_new_cut(page->text, series->label.pango, size, false,
                                           limit, &cut);
        widest = MAX(widest, line->width_pt);
        g_ptr_array_add(legend->lines, line);
    }
    legend->row_pt = ROW_PITCH * size;
    legend->column_pt = (SAMPLE_LENGTH + SAMPLE_GAP) * size + widest;
}

static void free_line(void *line)
{
    text_line_free(line);
}

void legend_measure(LegendLayout *legend, Page *page, const ScenePanel *panel)
{
    legend->series = g_ptr_array_new();
    legend->lines = g_ptr_array_new_with_free_func(free_line);
    legend->beside = panel->legend == LEGEND_OUTSIDE;
    if (panel->legend == LEGEND_NONE)
        return;
    for (unsigned i = 0; i < panel->series->len; i++) {
        SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (series->in_legend)
            g_ptr_array_add(legend->series, series);
    }
    legend->label_limit_pt =
        (legend->beside ? OUTSIDE_SHARE : INSIDE_SHARE) * page->scene->width_pt;
    measure_lines(legend, page, 1);
}

void legend_release(LegendLayout *legend)
{
    if (!legend->series)
        return;
    g_ptr_array_unref(legend->series);
    g_ptr_array_unref(legend->lines);
}

/* From the box' edge to its content; beside the frame there is no box to be seen. */
static double inset(const LegendLayout *legend, const Page *page)
{
    return legend->beside ? 0 : INSET * text_size(legend, page);
}

static void arrange_columns(LegendLayout *legend, const Page *page, int columns)
{
    double size = text_size(legend, page);
    double edge = inset(legend, page);
    int count = (int)legend->series->len;

    legend->rows = (count + columns - 1) / columns;
    legend->columns = (count + legend->rows - 1) / legend->rows;
    legend->width_pt = legend->columns * legend->column_pt +
                       (legend->columns - 1) * COLUMN_GAP * size + 2 * edge;
    legend->height_pt =
        legend->rows * legend->row_pt - (ROW_PITCH - 1) * size + 2 * edge;
}

bool legend_arrange(LegendLayout *legend, Page *page, double width_pt, double height_pt,
                    double area)
{
    static const double scales[] = {1, 0.85, 0.7};
    bool fits = false;

    if (legend->series->len == 0)
        return true;
    for (unsigned s = 0; s < G_N_ELEMENTS(scales); s++) {
        if (legend->scale != scales[s])
            measure_lines(legend, page, scales[s]);
        fits = false;
        for (int columns = 1; columns <= COLUMNS_MAX && !fits; columns++) {
            arrange_columns(legend, page, columns);
            fits = legend->width_pt <= width_pt && legend->height_pt <= height_pt;
        }
        if (fits && legend->width_pt * legend->height_pt <= area)
            return true;
    }
    return fits;
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

void legend_place(PanelLayout *panel, Page *page)
{
    LegendLayout *legend = &panel->legend;
    const Rect *frame = &panel->frame;
    double margin = MARGIN * page->theme->legend_size_pt;
    double free_width = frame->width - 2 * margin;
    double free_height = frame->height - 2 * margin;
    double area = frame->width * frame->height;
    double x, y;

    if (legend->series->len == 0)
        return;
    if (legend->beside) {
        if (!page->dropped[PART_LEGEND_OUTSIDE])
            panel->legend_box = (Rect){frame->x + frame->width + legend_gap(page),
                                       frame->y, legend->width_pt, legend->height_pt};
        return;
    }
    if (!legend_arrange(legend, page, free_width, free_height, COMFORT_SHARE * area) ||
        legend->width_pt * legend->height_pt > LEGEND_SHARE * area) {
        page->dropped[PART_LEGEND_INSIDE] = true;
        return;
    }
    place_shares(panel->panel->legend, &x, &y);
    panel->legend_box =
        (Rect){frame->x + margin + x * (free_width - legend->width_pt),
               frame->y + margin + y * (free_height - legend->height_pt),
               legend->width_pt, legend->height_pt};
    panel->legend_box.x =
        page_snap(page, panel->legend_box.x, page->theme->axis_width_pt);
    panel->legend_box.y =
        page_snap(page, panel->legend_box.y, page->theme->axis_width_pt);
    clutter_add_box(&panel->clutter, panel->legend_box);
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
    const SceneSeries *series = g_ptr_array_index(legend->series, index);
    TextLine *line = g_ptr_array_index(legend->lines, index);
    double size = text_size(legend, page);
    double baseline = corner.y + 0.86 * size;
    double middle = baseline - 0.34 * size;

    if (g_str_has_suffix(line->plain, "…") &&
        !g_str_has_suffix(series->label.plain, "…"))
        warnings_add(page->warnings, "there is no room for more than '%s'",
                     line->plain);

    page_add_line(page, (Point){corner.x, middle},
                  (Point){corner.x + SAMPLE_LENGTH * size, middle},
                  (Stroke){.color = series->color,
                           .width_pt = series->width_pt,
                           .dash = series->dash,
                           .cap = CAP_BUTT});
    drawing_add_text(page->drawing, line,
                     (Point){corner.x + (SAMPLE_LENGTH + SAMPLE_GAP) * size, baseline},
                     0, page->theme->text);
}

void legend_paint(Page *page, PanelLayout *panel)
{
    LegendLayout *legend = &panel->legend;
    Rect box = panel->legend_box;
    double size = text_size(legend, page);
    double edge = inset(legend, page);

    if (box.width <= 0)
        return;
    drawing_begin_group(page->drawing, "legend", "Legend");
    if (!legend->beside)
        paint_background(page, box);
    for (unsigned i = 0; i < legend->series->len; i++) {
        int column = (int)i / legend->rows, row = (int)i % legend->rows;
        paint_entry(
            page, legend, i,
            (Point){box.x + edge + column * (legend->column_pt + COLUMN_GAP * size),
                    box.y + edge + row * legend->row_pt});
    }
    g_ptr_array_set_free_func(legend->lines, NULL); /* the drawing has them now */
    drawing_end_group(page->drawing);
}
