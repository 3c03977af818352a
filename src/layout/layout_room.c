/* layout_room.c - the room that everything around the frames takes, and where it is. */
#include "layout/layout_solve.h"

#include <math.h>

#define HEADER_GAP 0.85   /* of the size, under the figure's title and subtitle */
#define PANEL_GAP 0.6     /* under a panel's */
#define SUBTITLE_GAP 0.45 /* between a title and its subtitle */
#define CAPTION_GAP 0.9   /* above a caption, of its size */
#define BELOW_GAP 0.9     /* above a legend under a frame, of its size */
#define PADDING_SHARE 0.06
#define GAPS_SHARE 0.12 /* that gaps between panels may take of the page */

double title_gap(const TextBlock *title)
{
    return SUBTITLE_GAP * title->size_pt;
}

/* Of a title, a subtitle and the room under them. */
static double header_height(const TextBlock *title, const TextBlock *subtitle,
                            double gap)
{
    double height = 0;

    if (title)
        height = title->height_pt + gap * title->size_pt;
    if (subtitle)
        height = (title ? title->height_pt + title_gap(title) : 0) +
                 subtitle->height_pt + gap * subtitle->size_pt;
    return height;
}

static const TextBlock *shown(const Page *page, const TextBlock *block, Part part)
{
    return block->count > 0 && !page->dropped[part] ? block : NULL;
}

double page_header_height(const Page *page)
{
    return header_height(shown(page, &page->title, PART_TITLE),
                         shown(page, &page->subtitle, PART_SUBTITLE), HEADER_GAP);
}

double panel_header_height(const Page *page, const PanelLayout *panel)
{
    return header_height(shown(page, &panel->title, PART_PANEL_TITLE),
                         shown(page, &panel->subtitle, PART_SUBTITLE), PANEL_GAP);
}

bool legend_is_beside(const Page *page, const PanelLayout *panel)
{
    return panel->legend.place == LEGEND_OUTSIDE && panel->legend.entries->len > 0 &&
           !page->dropped[PART_LEGEND_OUTSIDE];
}

bool legend_is_below(const Page *page, const PanelLayout *panel)
{
    return panel->legend.place == LEGEND_BELOW && panel->legend.entries->len > 0 &&
           !page->dropped[PART_LEGEND_BELOW];
}

double panel_direct_width(const Page *page, const PanelLayout *panel)
{
    const LegendLayout *legend = &panel->legend;

    return legend->place == LEGEND_DIRECT && legend->direct
               ? direct_margin(legend->direct, legend_size(legend, page))
               : 0;
}

/* With the gap above it. */
static double legend_below_height(const Page *page, const PanelLayout *panel)
{
    return legend_is_below(page, panel)
               ? panel->legend.height_pt + BELOW_GAP * page->theme->legend_size_pt
               : 0;
}

static double caption_height(const Page *page, const TextBlock *caption)
{
    return shown(page, caption, PART_CAPTION)
               ? caption->height_pt + CAPTION_GAP * caption->size_pt
               : 0;
}

double page_footer_height(const Page *page)
{
    double height = caption_height(page, &page->caption);

    return page->common_legend ? height + legend_below_height(page, page->common_legend)
                               : height;
}

double axis_label_depth(const Page *page, const PanelLayout *panel, bool upright)
{
    double depth = 0;

    for (int i = 0; i < page->panel_count; i++) {
        const PanelLayout *other = &page->panels[i];
        bool mates = upright ? other->panel->column == panel->panel->column
                             : other->panel->row == panel->panel->row;
        if (mates)
            depth = MAX(depth, axis_depth(upright ? &other->y : &other->x, page));
    }
    return depth + axis_label_gap(page);
}

/* The same to the label's far side. */
static double axis_full_depth(const Page *page, const PanelLayout *panel, bool upright)
{
    double depth = axis_label_depth(page, panel, upright), label = 0;

    for (int i = 0; i < page->panel_count; i++) {
        const PanelLayout *other = &page->panels[i];
        bool mates = upright ? other->panel->column == panel->panel->column
                             : other->panel->row == panel->panel->row;
        const TextBlock *text = shown(page, upright ? &other->y.label : &other->x.label,
                                      upright ? PART_Y_LABEL : PART_X_LABEL);
        if (mates && text)
            label = MAX(label, text->height_pt);
    }
    return label > 0 ? depth + label : depth - axis_label_gap(page);
}

double y2_depth(const Page *page, const PanelLayout *panel)
{
    const TextBlock *label = shown(page, &panel->y2.label, PART_Y_LABEL);

    if (!panel->panel->has_y2)
        return 0;
    return axis_depth(&panel->y2, page) +
           (label ? axis_label_gap(page) + label->height_pt : 0);
}

double panel_legend_top(const Page *page, const PanelLayout *panel)
{
    return panel->frame.y + panel->frame.height + axis_full_depth(page, panel, false) +
           BELOW_GAP * page->theme->legend_size_pt;
}

/* A caption stands under the panel's own legend. */
double panel_caption_top(const Page *page, const PanelLayout *panel)
{
    double legend = panel == page->common_legend ? 0 : legend_below_height(page, panel);

    return panel->frame.y + panel->frame.height + axis_full_depth(page, panel, false) +
           legend + CAPTION_GAP * panel->caption.size_pt;
}

double page_caption_top(const Page *page)
{
    return page->scene->height_pt - page->padding_pt - page->caption.height_pt;
}

void page_frames_reach(const Page *page, double *left, double *right)
{
    *left = INFINITY;
    *right = 0;
    for (int i = 0; i < page->panel_count; i++) {
        const Rect *frame = &page->panels[i].frame;
        *left = MIN(*left, frame->x);
        *right = MAX(*right, frame->x + frame->width);
    }
}

void page_place_common_legend(Page *page)
{
    PanelLayout *panel = page->common_legend;
    const LegendLayout *legend = &panel->legend;
    double bottom = page->scene->height_pt - page->padding_pt -
                    caption_height(page, &page->caption);
    double left, right;

    page_frames_reach(page, &left, &right);
    left = (left + right - legend->width_pt) / 2;
    right = page->scene->width_pt - page->padding_pt;
    left = MAX(MIN(left, right - legend->width_pt), page->padding_pt);
    panel->legend_box =
        (Rect){left, bottom - legend->height_pt, legend->width_pt, legend->height_pt};
}

double panel_width(const Page *page)
{
    int columns = page->scene->columns;
    double room = page->scene->width_pt - 2 * page->padding_pt;

    return MAX(room - (columns - 1) * page->gap_x_pt, 0) / columns;
}

Margins panel_margins(const Page *page, PanelLayout *panel, double width, double height)
{
    double low_x, high_x, low_y, high_y;
    Margins margins;

    axis_thin(&panel->x, page, width);
    axis_thin(&panel->y, page, height);
    axis_overhang(&panel->x, page, width, &low_x, &high_x);
    axis_overhang(&panel->y, page, height, &low_y, &high_y);
    if (panel->panel->has_y2)
        axis_thin(&panel->y2, page, height);

    margins = (Margins){.left = axis_full_depth(page, panel, true),
                        .bottom = axis_full_depth(page, panel, false)};
    margins.top = MAX(panel_header_height(page, panel), high_y);
    margins.left = MAX(margins.left, low_x);
    margins.bottom = MAX(margins.bottom, low_y);
    if (panel != page->common_legend)
        margins.bottom += legend_below_height(page, panel);
    margins.bottom += caption_height(page, &panel->caption);
    double beside = y2_depth(page, panel);
    if (panel->bar.axis)
        beside += field_margin(panel, page, height);
    margins.right = MAX(high_x, beside);
    if (legend_is_beside(page, panel))
        margins.right =
            MAX(margins.right, beside + legend_gap(page) + panel->legend.width_pt);
    margins.right = MAX(margins.right, panel_direct_width(page, panel));
    return margins;
}

static double shrink_gap(double gap, double extent, int count)
{
    return count > 1 ? MIN(gap, GAPS_SHARE * extent / (count - 1)) : 0;
}

void page_choose_gaps(Page *page)
{
    const Scene *scene = page->scene;
    double gap = page->theme->panel_gap_pt;

    page->gap_x_pt = shrink_gap(gap, scene->width_pt, scene->columns);
    page->gap_y_pt = shrink_gap(gap, scene->height_pt, scene->rows);
}

double page_padding(double padding_pt, double width_pt, double height_pt)
{
    return MIN(padding_pt, PADDING_SHARE * MIN(width_pt, height_pt));
}
