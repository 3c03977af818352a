/* tex_note.c - reference lines and notes within an axis environment. */
#include "backend/tex_parts.h"
#include "base/number.h"

#include <math.h>

#define LINE_LABEL_SIZE 0.92  /* of the tick size */
#define LINE_LABEL_GAP_PT 2.5 /* between line and label */

static bool is_within(double share)
{
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void append_place(GString *out, double x, double y)
{
    char text[NUMBER_SIZE];
    g_string_append_printf(out, "axis cs:%s,", number_format(x, text));
    g_string_append(out, number_format(y, text));
}

/* `([xshift=3bp, yshift=-4bp]axis cs:1,2)`; shift: y up. */
static void append_shifted(GString *out, Point at, Point shift)
{
    tex_append_number(out, "([xshift=", shift.x);
    tex_append_number(out, "bp, yshift=", shift.y);
    g_string_append(out, "bp]");
    append_place(out, at.x, at.y);
    g_string_append_c(out, ')');
}

static void append_node(Tex *tex, const char *anchor, const char *align, double size_pt,
                        const char *color_name, Color color)
{
    g_string_append_printf(
        tex->out, "\\node[anchor=%s, align=%s, inner sep=0bp, font=", anchor, align);
    tex_append_font(tex->out, size_pt, false);
    tex_append_paint(tex->out, "text", color_name, color);
    g_string_append(tex->out, "] at ");
}

static void write_line(Tex *tex, const ScenePanel *panel, const SceneLine *line)
{
    const Theme *theme = tex->scene->theme;
    const Scale *x = &panel->x.scale, *y = &panel->y.scale;
    GString *out = tex->out;
    bool level = !isnan(line->y);
    char name[32];
    g_snprintf(name, sizeof name, "apline%d", ++tex->line_number);
    if (!is_within(level ? scale_map(y, line->y) : scale_map(x, line->x)))
        return;
    Point from = {level ? x->low : line->x, level ? line->y : y->low};
    Point to = {level ? x->high : line->x, level ? line->y : y->high};
    tex_define_color(out, name, line->color);
    g_string_append(out, "\\draw[line cap=butt");
    tex_append_paint(out, "draw", name, line->color);
    tex_append_stroke(out, line->width_pt, &line->dash);
    g_string_append(out, "] (");
    append_place(out, from.x, from.y);
    g_string_append(out, ") -- (");
    append_place(out, to.x, to.y);
    g_string_append(out, ");\n");
    if (!line->label || line->label[0] == '\0')
        return;
    double gap = LINE_LABEL_GAP_PT;
    append_node(tex, level ? "south east" : "north west", level ? "right" : "left",
                LINE_LABEL_SIZE * theme->tick_size_pt, "apmuted", theme->muted_text);
    append_shifted(out, to, level ? (Point){-gap, gap} : (Point){gap, -gap});
    g_string_append(out, " {");
    tex_append_label(tex, line->label);
    g_string_append(out, "};\n");
}

void tex_write_lines(Tex *tex, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->lines->len; i++)
        write_line(tex, panel, &g_array_index(panel->lines, SceneLine, i));
}

/* Away from the note's point, as pgf counts. */
static Point shift_from(Point point, Point place)
{
    return (Point){place.x - point.x, point.y - place.y};
}

static void write_note(Tex *tex, const ScenePanel *panel, const Rect *frame,
                       const SceneNote *note)
{
    static const char *const anchors[] = {"east", "center", "west"};
    static const char *const aligns[] = {"right", "center", "left"};
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    EstimatedNote place;
    if (!estimate_note(tex->scene, panel, frame, note, &place))
        return;
    Point point = estimate_point(panel, frame, note->at);
    if (place.has_arrow) {
        g_string_append(out, "\\draw[-stealth, line cap=butt");
        tex_append_paint(out, "color", "apmuted", theme->muted_text);
        tex_append_stroke(out, theme->axis_width_pt, &(Dash){.count = 0});
        g_string_append(out, "] ");
        append_shifted(out, note->at, shift_from(point, place.arrow_from));
        g_string_append(out, " -- ");
        append_shifted(out, note->at, shift_from(point, place.arrow_to));
        g_string_append(out, ";\n");
    }
    append_node(tex, anchors[place.side + 1], aligns[place.side + 1],
                theme->tick_size_pt, "aptext", theme->text);
    append_shifted(out, note->at, shift_from(point, place.text));
    g_string_append(out, " {");
    tex_append_text(tex, &note->text);
    g_string_append(out, "};\n");
}

void tex_write_notes(Tex *tex, const ScenePanel *panel, const Rect *frame)
{
    for (guint i = 0; i < panel->notes->len; i++)
        write_note(tex, panel, frame, &g_array_index(panel->notes, SceneNote, i));
}
