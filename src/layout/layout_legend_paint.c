/* layout_legend_paint.c - a legend painted, and told to formats that set it themselves.
 */
#include "layout/layout_legend.h"

#include <math.h>

#define MIDDLE 0.34 /* from the baseline up to the middle of capitals, of the size */
#define CORNER_PT 2.0

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

/* Where an entry stands in a legend whose box begins at corner. */
static DrawingEntry place_entry(const LegendLayout *legend, const Page *page,
                                unsigned index, Point corner)
{
    const LegendEntry *entry = legend_entry(legend, index);
    double size = legend_size(legend, page), edge = legend_inset(legend, page);
    double lead = (LEGEND_SAMPLE_LENGTH + LEGEND_SAMPLE_GAP) * size;
    int column, row;
    double left, middle, end;

    legend_entry_cell(legend, index, &column, &row);
    left = corner.x + edge + legend->column_pt[column];
    middle = corner.y + edge + legend->row_pt[row] + legend_entry_rise(entry, size) -
             MIDDLE * size;
    end = column + 1 < legend->columns
              ? edge + legend->column_pt[column + 1] - LEGEND_COLUMN_GAP * size
              : legend->width_pt - edge;
    return (DrawingEntry){
        .series = entry->series,
        .sample = {left, middle - size / 2, LEGEND_SAMPLE_LENGTH * size, size},
        .text = {left + lead, middle},
        .room_pt = corner.x + end - left - lead,
        .lines = entry->text.count,
    };
}

static void paint_entry(Page *page, LegendEntry *entry, const DrawingEntry *place,
                        double size)
{
    double rise = entry->text.count ? line_rise(entry->text.lines[0], size) : 0;

    swatch_paint(page, entry, place->sample);
    block_paint(&entry->text, page,
                (Point){place->text.x, place->text.y + MIDDLE * size - rise}, 0, 0,
                page->theme->text);
}

void legend_paint(Page *page, PanelLayout *panel)
{
    LegendLayout *legend = &panel->legend;
    Rect box = panel->legend_box;
    DrawingLegend told = {
        .panel = panel->panel,
        .box = box,
        .outside = legend_is_outside(legend),
        .below = legend->place == LEGEND_BELOW,
        .rows = legend->rows,
        .columns = legend->columns,
        .size_pt = legend_size(legend, page),
    };

    if (legend->place == LEGEND_DIRECT && legend->entries->len > 0)
        direct_paint(page, panel);
    if (box.width <= 0)
        return;
    told.entries = g_array_new(FALSE, FALSE, sizeof(DrawingEntry));
    drawing_begin_group(page->drawing, "legend", "Legend");
    if (!told.outside)
        paint_background(page, box);
    for (unsigned i = 0; i < legend->entries->len; i++) {
        DrawingEntry place = place_entry(legend, page, i, (Point){box.x, box.y});
        paint_entry(page, legend_entry(legend, i), &place, told.size_pt);
        g_array_append_val(told.entries, place);
    }
    drawing_end_group(page->drawing);
    drawing_add_legend(page->drawing, &told);
}
