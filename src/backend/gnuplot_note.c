/* gnuplot_note.c - reference lines and notes, with their labels and arrows. */
#include "backend/gnuplot_parts.h"

#include <math.h>

#define LINE_LABEL_SIZE 0.92  /* of the tick size */
#define LINE_LABEL_GAP_PT 2.5 /* between line and label */
#define ARROW_HEAD_PT 4.5

static bool is_within(double share)
{
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void write_line(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame,
                       const SceneLine *line)
{
    const Theme *theme = gnuplot->scene->theme;
    GString *out = gnuplot->out;
    char value[NUMBER_SIZE];
    bool level = !isnan(line->y);
    double share = level ? scale_map(&panel->y.scale, line->y)
                         : scale_map(&panel->x.scale, line->x);
    if (!is_within(share))
        return;
    if (level)
        g_string_append_printf(out, "set arrow from graph 0, first %s rto graph 1, 0",
                               number_format(line->y, value));
    else
        g_string_append_printf(out, "set arrow from first %s, graph 0 rto graph 0, 1",
                               number_format(line->x, value));
    g_string_append(out, " nohead back");
    gnuplot_append_line(gnuplot, line->color, line->width_pt, &line->dash);
    g_string_append_c(out, '\n');
    if (!line->label || line->label[0] == '\0')
        return;
    g_autoptr(GString) label = g_string_new(NULL);
    double size = LINE_LABEL_SIZE * theme->tick_size_pt;
    double rise = LINE_LABEL_GAP_PT + estimate_text_height(size) / 2;
    Point place = level ? (Point){frame->x + frame->width - LINE_LABEL_GAP_PT,
                                  frame->y + (1 - share) * frame->height - rise}
                        : (Point){frame->x + share * frame->width + LINE_LABEL_GAP_PT,
                                  frame->y + rise};
    gnuplot_append_words(label, line->label);
    gnuplot_append_label(gnuplot, place, level ? "right" : "left", size, false,
                         theme->muted_text, label->str);
}

static void write_arrow(Gnuplot *gnuplot, Point from, Point to)
{
    const Scene *scene = gnuplot->scene;
    GString *out = gnuplot->out;
    gnuplot_append_number(out, "set arrow from screen ", from.x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", 1 - from.y / scene->height_pt);
    gnuplot_append_number(out, " to screen ", to.x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", 1 - to.y / scene->height_pt);
    gnuplot_append_number(out, " front filled size screen ",
                          ARROW_HEAD_PT / scene->width_pt);
    gnuplot_append_number(out, ",22,90 lw ", scene->theme->axis_width_pt);
    gnuplot_append_color(out, " lc ", scene->theme->muted_text);
    g_string_append_c(out, '\n');
}

static void write_note(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame,
                       const SceneNote *note)
{
    static const char *const aligns[] = {"right", "center", "left"};
    const Theme *theme = gnuplot->scene->theme;
    EstimatedNote place;
    if (!estimate_note(gnuplot->scene, panel, frame, note, &place))
        return;
    gnuplot_append_label(gnuplot, place.text, aligns[place.side + 1],
                         theme->tick_size_pt, false, theme->text, note->text.gnuplot);
    if (place.has_arrow)
        write_arrow(gnuplot, place.arrow_from, place.arrow_to);
}

void gnuplot_write_notes(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame)
{
    for (guint i = 0; i < panel->lines->len; i++)
        write_line(gnuplot, panel, frame, &g_array_index(panel->lines, SceneLine, i));
    for (guint i = 0; i < panel->notes->len; i++)
        write_note(gnuplot, panel, frame, &g_array_index(panel->notes, SceneNote, i));
}

void gnuplot_write_caption(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame)
{
    const Theme *theme = gnuplot->scene->theme;
    Point place;
    g_auto(GStrv) lines = estimate_caption(gnuplot->scene, panel, frame, &place);
    for (char **line = lines; *line; line++) {
        g_autoptr(GString) text = g_string_new(NULL);
        gnuplot_escape(text, *line);
        gnuplot_append_label(gnuplot, place, "left", theme->tick_size_pt, false,
                             theme->muted_text, text->str);
        place.y += ESTIMATE_LINE_PITCH * theme->tick_size_pt;
    }
}

static void write_leader(Gnuplot *gnuplot, Point from, Point to, Color color)
{
    const Scene *scene = gnuplot->scene;
    GString *out = gnuplot->out;
    gnuplot_append_number(out, "set arrow from screen ", from.x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", 1 - from.y / scene->height_pt);
    gnuplot_append_number(out, " to screen ", to.x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", 1 - to.y / scene->height_pt);
    g_string_append(out, " nohead front");
    gnuplot_append_line(gnuplot, color, scene->theme->axis_width_pt,
                        &(Dash){.count = 0});
    g_string_append_c(out, '\n');
}

void gnuplot_write_names(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame)
{
    g_autoptr(GArray) names = estimate_names(gnuplot->scene, panel, frame);
    for (guint i = 0; i < names->len; i++) {
        const DirectName *name = &g_array_index(names, DirectName, i);
        Point place = {name->box.x, name->box.y + name->box.height / 2};
        if (name->has_leader)
            write_leader(gnuplot, name->leader_from, name->leader_to,
                         name->series->color);
        gnuplot_append_label(gnuplot, place, "left",
                             gnuplot->scene->theme->legend_size_pt, false,
                             name->series->color, name->series->label.gnuplot);
    }
}
