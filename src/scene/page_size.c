/* page_size.c - the sides of a page. */
#include "scene/page_size.h"

#include "scene/label.h"

#include <math.h>

#define LINE_PITCH 1.3    /* of a text's size, its gaps included */
#define LEAST_SHARE 0.3   /* of its cell that a frame keeps */
#define LEGEND_SAMPLE 4.2 /* ems that an entry takes beside its name */

static const double SIDE_MIN_PT = 0.5 / 2.54 * 72, SIDE_MAX_PT = 200 * 72;

/* Room beside the frames that the page has anyway, and that each panel needs. */
typedef struct {
    double page, panel;
} Room;

static Room room_across(const Theme *theme, int columns)
{
    return (Room){2 * theme->padding_pt + (columns - 1) * theme->panel_gap_pt,
                  theme->tick_length_pt + 2.5 * theme->tick_size_pt +
                      1.6 * theme->label_size_pt};
}

static double title_height(const SceneText *text, double size_pt, double gap)
{
    return text->plain[0] != '\0' ? (LINE_PITCH + gap) * size_pt : 0;
}

static double caption_height(const SceneText *caption, double size_pt, double width_pt)
{
    double lines = ceil(label_width_em(caption->plain) * size_pt / fmax(width_pt, 1));
    return caption->plain[0] != '\0' ? (LINE_PITCH * lines + 1) * size_pt : 0;
}

/* Lines of the longest of the panels' captions. */
static double panel_captions(const Figure *figure, double size_pt, double width_pt)
{
    double most = 0;
    for (guint i = 0; i < figure->panels->len; i++) {
        const PanelSpec *panel = g_ptr_array_index(figure->panels, i);
        if (panel->caption && panel->caption[0] != '\0')
            most = fmax(most, label_width_em(panel->caption) * size_pt);
    }
    return most > 0 ? (LINE_PITCH * ceil(most / fmax(width_pt, 1)) + 1) * size_pt : 0;
}

static bool is_any(const GPtrArray *panels, size_t offset)
{
    for (guint i = 0; i < panels->len; i++) {
        const char *const *text =
            (const void *)((const char *)g_ptr_array_index(panels, i) + offset);
        if (*text && **text)
            return true;
    }
    return false;
}

static double legend_below(const Figure *figure, const Theme *theme, double width_pt)
{
    double most = 0;
    for (guint i = 0; i < figure->panels->len; i++) {
        const PanelSpec *panel = g_ptr_array_index(figure->panels, i);
        if (panel->legend == LEGEND_BELOW)
            most = fmax(most, panel->curves->len);
    }
    double entries =
        fmax(floor(width_pt / (theme->legend_size_pt * (LEGEND_SAMPLE + 5))), 1);
    return most > 0 ? (1.45 * ceil(most / entries) + 1) * theme->legend_size_pt : 0;
}

static Room room_down(const Scene *scene, const Figure *figure, double width_pt)
{
    const Theme *theme = scene->theme;
    double text_pt = width_pt - 2 * theme->padding_pt;
    Room room = {2 * theme->padding_pt + (scene->rows - 1) * theme->panel_gap_pt,
                 theme->tick_length_pt + 1.5 * theme->tick_size_pt +
                     1.6 * theme->label_size_pt};
    room.page += title_height(&scene->title, theme->title_size_pt, 0.5) +
                 title_height(&scene->subtitle, theme->subtitle_size_pt, 0.3) +
                 caption_height(&scene->caption, theme->tick_size_pt, text_pt);
    if (figure->panels->len > 1) {
        if (is_any(figure->panels, offsetof(PanelSpec, title)))
            room.panel += (LINE_PITCH + 0.4) * theme->label_size_pt;
        if (is_any(figure->panels, offsetof(PanelSpec, subtitle)))
            room.panel += LINE_PITCH * theme->subtitle_size_pt;
    }
    room.panel += legend_below(figure, theme, text_pt / scene->columns) +
                  panel_captions(figure, theme->tick_size_pt, text_pt / scene->columns);
    return room;
}

/* Height of a frame of width 1 on the theme's page. */
static double frame_shape(const Theme *theme)
{
    Room across = room_across(theme, 1);
    double width = theme->width_pt - across.page - across.panel;
    double height = theme->height_pt - across.page - theme->tick_length_pt -
                    1.5 * theme->tick_size_pt - 1.6 * theme->label_size_pt -
                    (LINE_PITCH + 0.5) * theme->title_size_pt;
    return CLAMP(height / fmax(width, 1), 0.2, 5);
}

static double frame_extent(double side_pt, Room room, int count)
{
    double extent = (side_pt - room.page) / count - room.panel;
    return fmax(extent, LEAST_SHARE * side_pt / count);
}

static double page_side(double frame_pt, Room room, int count)
{
    double side = count * (frame_pt + room.panel) + room.page;
    return CLAMP(side, SIDE_MIN_PT, SIDE_MAX_PT);
}

/* The theme's size is for one panel; a grid gets more, each panel a little less. */
static void theme_size(Scene *scene)
{
    const Theme *theme = scene->theme;
    double wide = scene->columns > 1 ? 0.72 * scene->columns : 1;
    double high = scene->rows > 1 ? 0.72 * scene->rows : 1;
    if (scene->columns > 1 && scene->rows == 1)
        high = 0.8;
    scene->width_pt = theme->width_pt * wide;
    scene->height_pt = theme->height_pt * high;
}

void page_size_choose(Scene *scene, const Figure *figure)
{
    const Theme *theme = scene->theme;
    double shape = frame_shape(theme);
    Room across = room_across(theme, scene->columns);
    scene->dpi = isnan(figure->dpi) ? theme->dpi : figure->dpi;
    theme_size(scene);
    if (!isnan(figure->width_pt))
        scene->width_pt = figure->width_pt;
    if (!isnan(figure->height_pt))
        scene->height_pt = figure->height_pt;
    if (isnan(figure->width_pt) == isnan(figure->height_pt))
        return;
    Room down = room_down(scene, figure, scene->width_pt);
    if (isnan(figure->height_pt)) {
        double width = frame_extent(scene->width_pt, across, scene->columns);
        scene->height_pt = page_side(shape * width, down, scene->rows);
        scene->frame_shape = shape;
    } else {
        double height = frame_extent(scene->height_pt, down, scene->rows);
        scene->width_pt = page_side(height / shape, across, scene->columns);
    }
}
