/* layout_swatch.c - what stands for a curve, a band or bars in a legend. */
#include "layout/layout_parts.h"

#define BOX_HEIGHT 0.72 /* of the sample's */
#define BOX_LENGTH 0.62 /* of the sample's length; bands and their lines take all */

static void paint_box(Page *page, Rect box, Color fill)
{
    Point corners[] = {{box.x, box.y},
                       {box.x + box.width, box.y},
                       {box.x + box.width, box.y + box.height},
                       {box.x, box.y + box.height}};
    int count = G_N_ELEMENTS(corners);

    drawing_add_path(page->drawing, &(DrawingPath){.points = corners,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = true,
                                                   .fill = fill});
}

static Rect swatch_box(Rect sample, double length)
{
    double width = length * sample.width, height = BOX_HEIGHT * sample.height;

    return (Rect){sample.x + (sample.width - width) / 2,
                  sample.y + (sample.height - height) / 2, width, height};
}

void swatch_paint(Page *page, const LegendEntry *entry, Rect sample)
{
    const SceneSeries *series = entry->series;
    double middle = sample.y + sample.height / 2;

    if (series->bands->len > 0)
        paint_box(page, swatch_box(sample, 1), series->fill);
    if (series->bars->len > 0)
        paint_box(page, swatch_box(sample, BOX_LENGTH), series->fill);
    if (series->width_pt > 0 && series->bars->len == 0)
        page_add_line(page, (Point){sample.x, middle},
                      (Point){sample.x + sample.width, middle},
                      (Stroke){.color = series->color,
                               .width_pt = series->width_pt,
                               .dash = series->dash,
                               .cap = CAP_BUTT});
    if (series->markers->len > 0 && series->marker_pt > 1.6 * series->width_pt) {
        g_autoptr(GArray) centers = g_array_new(FALSE, FALSE, sizeof(Point));
        Point center = {sample.x + sample.width / 2, middle};
        g_array_append_val(centers, center);
        markers_add(page, series->marker, centers,
                    MIN(series->marker_pt, sample.height), series->color);
    }
}
