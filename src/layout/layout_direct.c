/* layout_direct.c - names of curves beside the curves, in their colours. */
#include "layout/layout_parts.h"

#define GUESSED_WIDTH 0.8 /* of a frame, of its part of the page */
#define GUESSED_HEIGHT 0.7
#define MARGIN_SHARE 0.4 /* of its part of the page that names beside a frame take */
#define LEADER_ALPHA 0.6

static LegendEntry *entry_of(const LegendLayout *legend, const DirectName *name)
{
    for (unsigned i = 0; i < legend->entries->len; i++) {
        LegendEntry *entry = &g_array_index(legend->entries, LegendEntry, i);
        if (entry->series == name->series)
            return entry;
    }
    return NULL;
}

bool direct_arrange(LegendLayout *legend, const Page *page, const ScenePanel *panel)
{
    double size = legend_size(legend, page), width = panel_width(page);
    Rect frame = {0, 0, GUESSED_WIDTH * width,
                  GUESSED_HEIGHT * page->scene->height_pt / page->scene->rows};

    legend->direct = direct_names(panel);
    for (unsigned i = 0; i < legend->direct->len; i++) {
        DirectName *name = &g_array_index(legend->direct, DirectName, i);
        const LegendEntry *entry = entry_of(legend, name);
        name->width_pt = entry->text.width_pt;
        name->height_pt = entry->text.height_pt;
    }
    return direct_settle(legend->direct, panel, frame, size) &&
           direct_margin(legend->direct, size) <= MARGIN_SHARE * width;
}

bool direct_arrange_again(PanelLayout *panel, const Page *page)
{
    const LegendLayout *legend = &panel->legend;

    return direct_settle(legend->direct, panel->panel, panel->frame,
                         legend_size(legend, page));
}

bool direct_find_places(PanelLayout *panel, Page *page)
{
    const LegendLayout *legend = &panel->legend;

    if (!direct_place(legend->direct, panel->panel, panel->frame,
                      legend_size(legend, page)))
        return false;
    for (unsigned i = 0; i < legend->direct->len; i++)
        clutter_add_box(&panel->clutter,
                        g_array_index(legend->direct, DirectName, i).box);
    return true;
}

void direct_paint(Page *page, PanelLayout *panel)
{
    const LegendLayout *legend = &panel->legend;

    drawing_begin_group(page->drawing, "legend", "Legend");
    for (unsigned i = 0; i < legend->direct->len; i++) {
        const DirectName *name = &g_array_index(legend->direct, DirectName, i);
        LegendEntry *entry = entry_of(legend, name);
        Color line = name->series->color;
        line.alpha *= LEADER_ALPHA;
        if (name->has_leader)
            page_add_line(
                page, name->leader_from, name->leader_to,
                (Stroke){.color = line, .width_pt = page->theme->axis_width_pt});
        drawing_add_label(page->drawing, &(DrawingLabel){.panel = panel->panel,
                                                         .text = &name->series->label,
                                                         .box = name->box,
                                                         .size_pt = entry->text.size_pt,
                                                         .color = name->series->color,
                                                         .has_line = name->has_leader,
                                                         .from = name->leader_from,
                                                         .to = name->leader_to});
        block_paint(&entry->text, page, (Point){name->box.x, name->box.y}, 0, 0,
                    name->series->color);
    }
    drawing_end_group(page->drawing);
}
