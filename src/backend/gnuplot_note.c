/* gnuplot_note.c - reference lines and notes, with their labels and arrows. */
#include "backend/gnuplot_parts.h"

#include <math.h>
#include <string.h>

#define ARROW_HEAD_PT 4.5
#define LINE_PITCH 1.25 /* of the text's size */

static bool is_within(double share)
{
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void write_line(Gnuplot *gnuplot, const ScenePanel *panel, const SceneLine *line)
{
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
    /* Curves hide lines, but a field would hide them altogether. */
    g_string_append(out, panel->field ? " nohead front" : " nohead back");
    gnuplot_append_line(gnuplot, line->color, line->width_pt, &line->dash);
    g_string_append_c(out, '\n');
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

/* A formula that stands higher than a line is longer in one: then it is broken, plain,
 * into lines of about the room that layout gave it. */
static char *label_text(const Gnuplot *gnuplot, const DrawingLabel *label)
{
    g_autoptr(GString) out = g_string_new(NULL);
    bool high = label->box.height > 2 * label->size_pt && label->angle == 0;
    g_autofree char *broken =
        label->text && high ? estimate_broken_words(label->text->plain, label->size_pt,
                                                    1.4 * label->box.width)
                            : NULL;
    if (broken)
        gnuplot_plain(gnuplot, out, broken);
    else if (label->text)
        gnuplot_text(gnuplot, out, label->text);
    else
        gnuplot_words(gnuplot, out, label->plain);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* On a heat map no text can be read without a ground; contours have theirs. */
static bool is_veiled(const DrawingLabel *label)
{
    return label->panel && label->panel->field && !label->of_field;
}

static void write_veil(Gnuplot *gnuplot)
{
    const Theme *theme = gnuplot->scene->theme;
    Color ground = color_mix(theme->background, theme->panel, theme->panel.alpha);
    ground.alpha = 0.8;
    g_string_append(gnuplot->out, "set style textbox opaque noborder margins 0.4,0.4");
    gnuplot_append_color(gnuplot->out, " fc ", ground);
    g_string_append_c(gnuplot->out, '\n');
}

static int count_breaks(const Gnuplot *gnuplot, const char *text)
{
    const char *mark = gnuplot->terminal->latex ? "\\\\{}" : "\n";
    int count = 0;
    for (const char *at = strstr(text, mark); at; at = strstr(at + 1, mark))
        count++;
    return count;
}

static void write_label(Gnuplot *gnuplot, const DrawingLabel *label)
{
    g_autofree char *text = label_text(gnuplot, label);
    Point middle = {label->box.x + label->box.width / 2,
                    label->box.y + label->box.height / 2};
    if (label->angle == 0) /* gnuplot has the first line there */
        middle.y -= count_breaks(gnuplot, text) * LINE_PITCH / 2 * label->size_pt;
    char degrees[NUMBER_SIZE];
    g_autofree char *turned = g_strdup_printf(
        "center rotate by %s", number_format_fixed(label->angle, 1, degrees));
    const char *align = label->angle != 0 ? turned : "center";
    if (label->leftmost) {
        align = "left";
        middle.x = label->box.x;
    }
    g_autofree char *boxed =
        is_veiled(label) ? g_strconcat(align, " boxed", NULL) : NULL;
    if (boxed)
        align = boxed;
    gnuplot_append_label(gnuplot, middle, align, label->size_pt, false, label->color,
                         text);
    if (label->has_line && label->has_head)
        write_arrow(gnuplot, label->from, label->to);
    else if (label->has_line)
        write_leader(gnuplot, label->from, label->to,
                     label->leftmost ? label->color
                                     : gnuplot->scene->theme->muted_text);
}

void gnuplot_write_lines(Gnuplot *gnuplot, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->lines->len; i++)
        write_line(gnuplot, panel, &g_array_index(panel->lines, SceneLine, i));
}

void gnuplot_write_labels(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const GArray *labels = drawing_labels(gnuplot->drawing);
    bool veil = false;
    for (guint i = 0; i < labels->len; i++) {
        const DrawingLabel *label = &g_array_index(labels, DrawingLabel, i);
        if (label->panel != panel)
            continue;
        if (is_veiled(label) && !veil)
            write_veil(gnuplot);
        veil |= is_veiled(label);
        write_label(gnuplot, label);
    }
}

static void append_screen(Gnuplot *gnuplot, const char *before, Point place)
{
    gnuplot_append_number(gnuplot->out, before, place.x / gnuplot->scene->width_pt);
    gnuplot_append_number(gnuplot->out, ", screen ",
                          1 - place.y / gnuplot->scene->height_pt);
}

static void write_box(Gnuplot *gnuplot, Rect box, const char *fill,
                      const Stroke *stroke)
{
    append_screen(gnuplot, "set object rectangle from screen ", (Point){box.x, box.y});
    append_screen(gnuplot, " to screen ",
                  (Point){box.x + box.width, box.y + box.height});
    g_string_append(gnuplot->out, fill);
    gnuplot_append_color(gnuplot->out, " border lc ", stroke->color);
    gnuplot_append_number(gnuplot->out, " lw ", stroke->width_pt);
    g_string_append_c(gnuplot->out, '\n');
}

void gnuplot_write_inset(Gnuplot *gnuplot, const DrawingInset *inset)
{
    g_autoptr(GString) ground = g_string_new(" behind");
    g_autoptr(GString) title = g_string_new(NULL);
    const Theme *theme = gnuplot->scene->theme;
    double size = inset->text_scale * theme->label_size_pt;
    Rect frame;
    for (int i = 0; i < inset->joint_count; i++)
        write_leader(gnuplot, inset->joints[i][0], inset->joints[i][1],
                     inset->stroke.color);
    if (inset->target.width > 0)
        write_box(gnuplot, inset->target, " front fs empty", &inset->stroke);
    gnuplot_append_color(ground, " fc ", inset->ground);
    g_string_append(ground, " fs solid");
    write_box(gnuplot, inset->box, ground->str, &inset->stroke);
    gnuplot_text(gnuplot, title, &inset->inset->title);
    if (title->len > 0 && drawing_frame(gnuplot->drawing, inset->inset, &frame))
        gnuplot_append_label(gnuplot, (Point){frame.x, (inset->box.y + frame.y) / 2},
                             "left", size, false, theme->text, title->str);
}
