/* layout_legend_place.c - where a legend stands: in the frame, beside or below it. */
#include "layout/layout_legend.h"

#include <math.h>

#define MARGIN 0.75      /* from the frame to the box, of the text's size */
#define TOUCH 0.4        /* of its size, by which a box without a border may touch */
#define CHANGE_COST 2    /* of other columns, smaller text, in points of hidden curve */
#define BEARABLE_PT 4    /* the same, for which the text is not made smaller */
#define MUCH_SHARE 0.25  /* of its width, for which a legend leaves the frame */
#define LEAVE_SHARE 0.25 /* of the page's height, that it may take then */
#define COMFORT_SHARE 0.3 /* of the frame's area, for the box */
#define LEGEND_SHARE 0.55 /* the same, when it is set smaller */

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
    for (unsigned s = 0; s < LEGEND_SCALES; s++) {
        if (legend_scales[s] > given ||
            (legend_scales[s] < given && least <= BEARABLE_PT))
            continue;
        if (legend->scale != legend_scales[s])
            legend_measure_entries(legend, page, legend_scales[s], false);
        for (int count = 1; count <= LEGEND_INSIDE_COLUMNS_MAX && least > 0; count++) {
            double extra = (count == first ? 0 : CHANGE_COST) +
                           (legend_scales[s] < given ? CHANGE_COST : 0);
            legend_arrange_columns(legend, page, count);
            for (unsigned i = 0; i < G_N_ELEMENTS(places); i++) {
                Rect box = inside_box(panel, page, places[i]);
                double hidden = box_hides(panel, page, box) + extra;
                if (hidden >= least || !fits_inside(legend, panel, page))
                    continue;
                least = hidden;
                best = places[i];
                columns = count;
                scale = legend_scales[s];
            }
        }
    }
    if (legend->scale != scale)
        legend_measure_entries(legend, page, scale, false);
    legend_arrange_columns(legend, page, columns);
    legend->place = best;
}

static bool is_inside(LegendPlace place)
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
            !is_inside(legend->place) || !hides_much(panel, page))
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
        if (!panel->panel->legend_chosen || !is_inside(panel->panel->legend) ||
            panel->legend.place != LEGEND_BELOW)
            continue;
        panel->legend.place = panel->panel->legend;
        any = true;
    }
    return any;
}

/* A place that was asked for is kept. */
static void warn_of_hidden(const PanelLayout *panel, Page *page)
{
    const char *title = panel->panel->title.plain;
    bool named = *title && page->panel_count > 1;

    if (box_hides(panel, page, panel->legend_box) <=
        MUCH_SHARE * panel->legend.width_pt)
        return;
    warnings_add(page->warnings,
                 "the legend stands on curves%s%s%s ('legend: auto' looks for a better "
                 "place)",
                 named ? " of '" : "", named ? title : "", named ? "'" : "");
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
    bool free = panel->panel->legend_chosen || legend->place == LEGEND_AUTO;
    if (free)
        find_free_place(panel, page);
    panel->legend_box = inside_box(panel, page, legend->place);
    if (!free)
        warn_of_hidden(panel, page);
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
