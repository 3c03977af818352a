/* layout_solve.c - how large the frames are and where they stand. */
#include "layout/layout_solve.h"
#include "layout/layout_title.h"

#include <math.h>

#define PAGE_MAX_PT (200.0 * 72)
#define BELOW_LEGEND_SHARE 0.35   /* of the page's height */
#define BESIDE_COMFORT_SHARE 0.28 /* of the page's area, for a legend in full size */

enum { SOLVE_ROUNDS = 4 };

/* The largest margins of each column (left, right) and row (top, bottom). They only
 * grow from round to round: else labels that are thinned in one round and come back
 * in the next would keep it from settling. */
static void gather_margins(const Page *page, Margins *columns, Margins *rows)
{
    for (int i = 0; i < page->panel_count; i++) {
        const PanelLayout *panel = &page->panels[i];
        Margins *column = &columns[panel->panel->column];
        Margins *row = &rows[panel->panel->row];
        column->left = MAX(column->left, panel->margins.left);
        column->right = MAX(column->right, panel->margins.right);
        row->top = MAX(row->top, panel->margins.top);
        row->bottom = MAX(row->bottom, panel->margins.bottom);
    }
}

static double frame_extent(double room, double margins, int count, double gap)
{
    double extent = (room - margins - (count - 1) * gap) / count;

    return MAX(extent, 0.25 * room / count); /* never negative, come what may */
}

/* Edges on whole pixels, so that the frame's lines are crisp. */
static Rect snap_frame(const Page *page, double x, double y, double width,
                       double height)
{
    /* Without lines the fill's edges count: as for a line of two pixels. */
    double line = page->theme->frame == FRAME_NONE ? 2 * page->pixel_pt
                                                   : page->theme->axis_width_pt;
    double left = page_snap(page, x, line), right = page_snap(page, x + width, line);
    double top = page_snap(page, y, line), bottom = page_snap(page, y + height, line);

    if (right - left < page->pixel_pt || bottom - top < page->pixel_pt)
        return (Rect){x, y, width, height};
    return (Rect){left, top, right - left, bottom - top};
}

static void place_frames(Page *page, Rect room, double width, double height,
                         const Margins *columns, const Margins *rows)
{
    const Scene *scene = page->scene;
    g_autofree double *x = g_new(double, (gsize)scene->columns);
    g_autofree double *y = g_new(double, (gsize)scene->rows);
    double at = room.x;

    for (int i = 0; i < scene->columns; i++) {
        x[i] = at + columns[i].left;
        at = x[i] + width + columns[i].right + page->gap_x_pt;
    }
    at = room.y;
    for (int i = 0; i < scene->rows; i++) {
        y[i] = at + rows[i].top;
        at = y[i] + height + rows[i].bottom + page->gap_y_pt;
    }
    for (int i = 0; i < page->panel_count; i++) {
        const ScenePanel *panel = page->panels[i].panel;
        page->panels[i].frame =
            snap_frame(page, x[panel->column], y[panel->row], width, height);
        page->panels[i].margins =
            (Margins){columns[panel->column].left, columns[panel->column].right,
                      rows[panel->row].top, rows[panel->row].bottom};
    }
}

/* Makes the page as high as frames of that height need it, in whole pixels, which the
 * frames take up; returns their height. */
static double set_height(Page *page, double frame_pt, double margins_pt)
{
    Scene *scene = &page->sized;
    double around = margins_pt + (scene->rows - 1) * page->gap_y_pt +
                    2 * page->padding_pt + page_header_height(page) +
                    page_footer_height(page);
    double height = around + scene->rows * frame_pt;

    scene->height_pt =
        CLAMP(ceil(height / page->pixel_pt - 1e-6) * page->pixel_pt, 1, PAGE_MAX_PT);
    return MAX((scene->height_pt - around) / scene->rows, 1);
}

/* Margins depend a little on the frame's size (labels that reach beyond its ends), so
 * a few rounds settle both. */
static void solve_once(Page *page)
{
    const Scene *scene = page->scene;
    double header = page_header_height(page);
    Rect room = {
        page->padding_pt, page->padding_pt + header,
        MAX(scene->width_pt - 2 * page->padding_pt, 0),
        MAX(scene->height_pt - 2 * page->padding_pt - header - page_footer_height(page),
            0)};
    double width = room.width / scene->columns, height = room.height / scene->rows;
    g_autofree Margins *columns = g_new0(Margins, (gsize)scene->columns);
    g_autofree Margins *rows = g_new0(Margins, (gsize)scene->rows);

    for (int round = 0; round < SOLVE_ROUNDS; round++) {
        double across = 0, down = 0;
        for (int i = 0; i < page->panel_count; i++)
            page->panels[i].margins =
                panel_margins(page, &page->panels[i], width, height);
        gather_margins(page, columns, rows);
        for (int i = 0; i < scene->columns; i++)
            across += columns[i].left + columns[i].right;
        for (int i = 0; i < scene->rows; i++)
            down += rows[i].top + rows[i].bottom;
        width = frame_extent(room.width, across, scene->columns, page->gap_x_pt);
        height = frame_extent(room.height, down, scene->rows, page->gap_y_pt);
        page->overfull =
            scene->columns * width + across + (scene->columns - 1) * page->gap_x_pt >
            room.width + 1e-6;
        if (scene->frame_shape > 0)
            height = set_height(page, scene->frame_shape * width, down);
    }
    place_frames(page, room, width, height, columns, rows);
    for (int i = 0; i < page->panel_count; i++) {
        PanelLayout *panel = &page->panels[i];
        axis_thin(&panel->x, page, panel->frame.width);
        axis_thin(&panel->y, page, panel->frame.height);
        if (panel->panel->has_y2)
            axis_thin(&panel->y2, page, panel->frame.height);
    }
}

static void solve(Page *page)
{
    bool changed = false;

    solve_once(page);
    for (int i = 0; i < page->panel_count; i++)
        changed |= panel_fit_titles(page, &page->panels[i]);
    if (changed)
        solve_once(page);
}

/* Legends that do not stand in a frame take their shape before frames get theirs. */
static void arrange_legends(Page *page)
{
    const Scene *scene = page->scene;
    double area = scene->width_pt * scene->height_pt / scene->rows;

    for (int i = 0; i < page->panel_count; i++) {
        PanelLayout *panel = &page->panels[i];
        bool common = panel == page->common_legend;
        if (panel->legend.place == LEGEND_OUTSIDE &&
            !legend_arrange(&panel->legend, page, 0.55 * scene->width_pt,
                            0.86 * scene->height_pt / scene->rows,
                            BESIDE_COMFORT_SHARE * area))
            page->dropped[PART_LEGEND_OUTSIDE] = true;
        if (panel->legend.place == LEGEND_DIRECT &&
            !direct_arrange(&panel->legend, page, panel->panel))
            legend_fall_back(&panel->legend, page, LEGEND_NO_ROOM_BESIDE);
        if (panel->legend.place == LEGEND_BELOW && panel->legend.entries->len > 0 &&
            !legend_arrange_below(
                &panel->legend, page,
                common ? scene->width_pt - 2 * page->padding_pt : panel_width(page),
                BELOW_LEGEND_SHARE * scene->height_pt / (common ? 1 : scene->rows)))
            page->dropped[PART_LEGEND_BELOW] = true;
    }
}

static void box_direct_names(Page *page)
{
    page->dropped[PART_LEGEND_DIRECT] = false; /* the warning says what is done */
    for (int i = 0; i < page->panel_count; i++) {
        LegendLayout *legend = &page->panels[i].legend;
        if (legend->place == LEGEND_DIRECT)
            legend_fall_back(legend, page, LEGEND_NO_ROOM_BESIDE);
    }
}

/* Names beside curves depend on the frames, and these on them. */
static void solve_names(Page *page)
{
    bool any = false;

    for (int i = 0; i < page->panel_count; i++) {
        PanelLayout *panel = &page->panels[i];
        if (panel->legend.place != LEGEND_DIRECT || panel->legend.entries->len == 0)
            continue;
        if (!direct_arrange_again(panel, page))
            legend_fall_back(&panel->legend, page, LEGEND_NO_ROOM_BESIDE);
        any = true;
    }
    if (any)
        solve(page);
}

void page_solve(Page *page)
{
    Part part;

    arrange_legends(page);
    solve(page);
    solve_names(page);
    if (legends_leave(page))
        solve(page);
    while ((part = page_next_to_drop(page)) < PART_COUNT) {
        page->dropped[part] = true;
        if (part == PART_LEGEND_DIRECT)
            box_direct_names(page);
        if (part == PART_LEGEND_BELOW && legends_return(page))
            page->dropped[part] = false;
        solve(page);
    }
}
