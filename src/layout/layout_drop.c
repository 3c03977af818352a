/* layout_drop.c - what a small page goes without, so that its frames are large enough.
 */
#include "layout/layout_solve.h"

#include <math.h>

#define SINGLE_SHARE 0.35 /* of the page that frames keep */
#define GRID_SHARE 0.27
#define ENOUGH_SHARE 0.8         /* of its width or height */
#define BESIDE_LEGEND_SHARE 0.35 /* of the page's width */

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

/* A legend beside the frame counts as if it were inside. */
Part page_next_to_drop(const Page *page)
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
