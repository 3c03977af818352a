/* layout_solve.c - how large the frames are and what must go on a small page. */
#include "layout/layout_parts.h"

#include <math.h>

#define HEADER_GAP 0.85   /* of the size, under the figure's title and subtitle */
#define PANEL_GAP 0.6     /* under a panel's */
#define SUBTITLE_GAP 0.45 /* between a title and its subtitle */
#define CAPTION_GAP 0.9   /* above a caption, of its size */
#define BELOW_GAP 0.9     /* above a legend under a frame, of its size */
#define PAGE_MAX_PT (200.0 * 72)
#define PADDING_SHARE 0.06
#define GAPS_SHARE 0.12   /* that gaps between panels may take of the page */
#define SINGLE_SHARE 0.35 /* of the page that frames keep */
#define GRID_SHARE 0.27
#define ENOUGH_SHARE 0.8          /* of its width or height */
#define BESIDE_LEGEND_SHARE 0.35  /* of the page's width */
#define BELOW_LEGEND_SHARE 0.35   /* of the page's height */
#define BESIDE_COMFORT_SHARE 0.28 /* of the page's area, for a legend in full size */

enum { SOLVE_ROUNDS = 4 };

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

static bool legend_is_beside(const Page *page, const PanelLayout *panel)
{
    return panel->legend.place == LEGEND_OUTSIDE && panel->legend.entries->len > 0 &&
           !page->dropped[PART_LEGEND_OUTSIDE];
}

static bool legend_is_below(const Page *page, const PanelLayout *panel)
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

double axis_full_depth(const Page *page, const PanelLayout *panel, bool upright)
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

void page_place_common_legend(Page *page)
{
    PanelLayout *panel = page->common_legend;
    const LegendLayout *legend = &panel->legend;
    double bottom = page->scene->height_pt - page->padding_pt -
                    caption_height(page, &page->caption);
    double left = INFINITY, right = 0;

    for (int i = 0; i < page->panel_count; i++) {
        const Rect *frame = &page->panels[i].frame;
        left = MIN(left, frame->x);
        right = MAX(right, frame->x + frame->width);
    }
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

/* What a panel needs around a frame of that size. */
static Margins panel_margins(const Page *page, PanelLayout *panel, double width,
                             double height)
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

typedef struct {
    const char *name;
    bool across, down; /* leaving it out widens, heightens the frames */
} PartKind;

static const PartKind part_kinds[PART_COUNT] = {
    [PART_CAPTION] = {"the caption", false, true},
    [PART_SUBTITLE] = {"the subtitle", false, true},
    [PART_COLOR_BAR] = {"the colour bar", true, false},
    [PART_LEGEND_OUTSIDE] = {"the legend", true, false},
    [PART_LEGEND_BELOW] = {"the legend", false, true},
    [PART_LEGEND_DIRECT] = {"the names beside the curves", true, false},
    [PART_X_LABEL] = {"the label of the x axis", false, true},
    [PART_Y_LABEL] = {"the label of the y axis", true, false},
    [PART_PANEL_TITLE] = {"the panel titles", false, true},
    [PART_TITLE] = {"the title", false, true},
    [PART_X_TICK_LABELS] = {"the numbers of the x axis", false, true},
    [PART_Y_TICK_LABELS] = {"the numbers of the y axis", true, false},
    [PART_TICKS] = {"the tick marks", true, true},
    [PART_LEGEND_INSIDE] = {"the legend", false, false},
    [PART_NOTE] = {"a note", false, false},
    [PART_LINE_LABEL] = {"the label of a line", false, false},
    [PART_SPAN_LABEL] = {"the label of a region", false, false},
    [PART_MARK_LABEL] = {"the label of a mark", false, false},
    [PART_INSET] = {"an inset", false, false},
};

static bool panel_has(const Page *page, const PanelLayout *panel, Part part)
{
    switch (part) {
    case PART_SUBTITLE:
        return panel->subtitle.count > 0;
    case PART_CAPTION:
        return panel->caption.count > 0;
    case PART_COLOR_BAR:
        return panel->bar.axis != NULL;
    case PART_LEGEND_OUTSIDE:
        return legend_is_beside(page, panel);
    case PART_LEGEND_DIRECT:
        return panel_direct_width(page, panel) > 0;
    case PART_LEGEND_BELOW:
        return legend_is_below(page, panel);
    case PART_X_LABEL:
        return panel->x.label.count > 0;
    case PART_Y_LABEL:
        return panel->y.label.count > 0;
    case PART_PANEL_TITLE:
        return panel->title.count > 0;
    case PART_X_TICK_LABELS:
        return panel->x.tick_width_pt > 0;
    case PART_Y_TICK_LABELS:
        return panel->y.tick_width_pt > 0;
    case PART_TICKS:
        return page->theme->ticks == TICKS_OUT;
    default:
        return false;
    }
}

static bool page_has(const Page *page, Part part)
{
    if (page->dropped[part])
        return false;
    if (part == PART_TITLE)
        return page->title.count > 0;
    if (part == PART_SUBTITLE && page->subtitle.count > 0)
        return true;
    if (part == PART_CAPTION && page->caption.count > 0)
        return true;
    for (int i = 0; i < page->panel_count; i++) {
        if (panel_has(page, &page->panels[i], part))
            return true;
    }
    return false;
}

/* The least important part whose going helps in the direction that lacks room. */
static Part choose_part(const Page *page, bool across)
{
    for (Part part = 0; part < PART_COUNT; part++) {
        if ((across ? part_kinds[part].across : part_kinds[part].down) &&
            page_has(page, part))
            return part;
    }
    return PART_COUNT;
}

/* Share of the page's width that legends beside frames take. */
static double legends_share(const Page *page)
{
    double share = 0;

    for (int column = 0; column < page->scene->columns; column++) {
        double widest = 0;
        for (int i = 0; i < page->panel_count; i++) {
            const PanelLayout *panel = &page->panels[i];
            if (panel->panel->column == column && legend_is_beside(page, panel))
                widest = MAX(widest, panel->legend.width_pt);
        }
        share += widest / page->scene->width_pt;
    }
    return share;
}

/* What to leave out next; PART_COUNT when the frames are large enough or nothing more
 * can go. A legend beside the frame counts as if it were inside. */
static Part next_to_drop(const Page *page)
{
    const Scene *scene = page->scene;
    const Rect *frame = &page->panels[0].frame;
    double legends = legends_share(page);
    double width = frame->width * scene->columns / scene->width_pt;
    double height = frame->height * scene->rows / scene->height_pt;
    double wanted = page->panel_count > 1 ? GRID_SHARE : SINGLE_SHARE;
    bool across;
    Part part;

    if (legends > 0 && width < BESIDE_LEGEND_SHARE)
        return PART_LEGEND_OUTSIDE;
    if ((width + legends) * height >= wanted)
        return PART_COUNT;
    if (scene->frame_shape > 0)
        return width + legends < sqrt(wanted) ? choose_part(page, true) : PART_COUNT;
    across = width + legends < height;
    part = choose_part(page, across);
    /* What goes in the other direction helps only if that one is short of room too. */
    if (part == PART_COUNT &&
        (page->overfull || (across ? height : width + legends) < ENOUGH_SHARE))
        part = choose_part(page, !across);
    return part;
}

void page_warn_dropped(const Page *page)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);

    for (Part part = 0; part < PART_COUNT; part++) {
        const char *name = part_kinds[part].name;
        if (page->dropped[part] &&
            !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, (void *)name);
    }
    if (names->len == 0)
        return;
    for (unsigned i = 0; i < names->len; i++) {
        const char *separator = i == 0 ? "" : i + 1 < names->len ? ", " : " and ";
        g_string_append_printf(text, "%s%s", separator,
                               (const char *)g_ptr_array_index(names, i));
    }
    warnings_add(page->warnings, "the page is too small and goes without %s",
                 text->str);
}

static double shrink_gap(double gap, double extent, int count)
{
    return count > 1 ? MIN(gap, GAPS_SHARE * extent / (count - 1)) : 0;
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
        solve_once(page);
}

void page_solve(Page *page)
{
    Part part;

    arrange_legends(page);
    solve_once(page);
    solve_names(page);
    if (legends_leave(page))
        solve_once(page);
    while ((part = next_to_drop(page)) < PART_COUNT) {
        page->dropped[part] = true;
        if (part == PART_LEGEND_DIRECT)
            box_direct_names(page);
        if (part == PART_LEGEND_BELOW && legends_return(page))
            page->dropped[part] = false;
        solve_once(page);
    }
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
