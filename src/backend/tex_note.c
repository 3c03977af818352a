/* tex_note.c - reference lines and notes within an axis environment. */
#include "backend/tex_parts.h"
#include "base/number.h"

#include <math.h>

static bool is_within(double share)
{
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void append_place(Tex *tex, double x, double y)
{
    tex_append_value(tex->out, "axis cs:", &tex->panel->x.scale, x);
    tex_append_value(tex->out, ",", &tex->panel->y.scale, y);
}

static void write_line(Tex *tex, const SceneLine *line)
{
    const ScenePanel *panel = tex->panel;
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
    append_place(tex, from.x, from.y);
    g_string_append(out, ") -- (");
    append_place(tex, to.x, to.y);
    g_string_append(out, ");\n");
}

void tex_write_lines(Tex *tex)
{
    for (guint i = 0; i < tex->panel->lines->len; i++)
        write_line(tex, &g_array_index(tex->panel->lines, SceneLine, i));
}

/* A place on the page, y down. */
static void append_page_place(Tex *tex, const char *before, Point place)
{
    tex_append_number(tex->out, before, place.x);
    tex_append_number(tex->out, ",", tex->scene->height_pt - place.y);
    g_string_append_c(tex->out, ')');
}

static void write_label(Tex *tex, const DrawingLabel *label)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    Point middle = {label->box.x + label->box.width / 2,
                    label->box.y + label->box.height / 2};
    tex_define_color(out, "aplabel", label->color);
    if (label->has_line) {
        g_string_append_printf(out, "\\draw[%sline cap=butt",
                               label->has_head ? "-stealth, " : "");
        if (label->leftmost)
            tex_append_paint(out, "color", "aplabel", label->color);
        else
            tex_append_paint(out, "color", "apmuted", theme->muted_text);
        tex_append_stroke(out, theme->axis_width_pt, &(Dash){.count = 0});
        append_page_place(tex, "] (", label->from);
        append_page_place(tex, " -- (", label->to);
        g_string_append(out, ";\n");
    }
    if (label->leftmost)
        middle.x = label->box.x;
    /* On a heat map no text can be read without a ground; contours have theirs. */
    bool veiled = label->panel && label->panel->field && !label->of_field;
    if (veiled)
        tex_define_color(
            out, "apground",
            color_mix(theme->background, theme->panel, theme->panel.alpha));
    g_string_append_printf(
        out, "\\node[anchor=%s, align=%s, inner sep=%s, font=",
        label->leftmost ? "west" : "center", label->leftmost ? "left" : "center",
        veiled ? "1bp, fill=apground, fill opacity=0.8, text opacity=1" : "0bp");
    tex_append_font(out, label->size_pt, false);
    tex_append_paint(out, "text", "aplabel", label->color);
    if (label->angle != 0)
        tex_append_number(out, ", rotate=", label->angle);
    append_page_place(tex, "] at (", middle);
    g_string_append(out, " {");
    if (label->text)
        tex_append_text(tex, label->text);
    else
        tex_append_label(tex, label->plain);
    g_string_append(out, "};\n");
}

void tex_write_labels(Tex *tex, const ScenePanel *panel)
{
    const GArray *labels = drawing_labels(tex->drawing);
    for (guint i = 0; i < labels->len; i++) {
        const DrawingLabel *label = &g_array_index(labels, DrawingLabel, i);
        if (label->panel == panel)
            write_label(tex, label);
    }
}

static void write_box(Tex *tex, Rect box, const char *options, const Stroke *stroke)
{
    GString *out = tex->out;
    g_string_append_printf(out, "\\path[%s", options);
    tex_append_paint(out, "draw", "apinset", stroke->color);
    tex_append_stroke(out, stroke->width_pt, &stroke->dash);
    append_page_place(tex, "] (", (Point){box.x, box.y});
    append_page_place(tex, " rectangle (",
                      (Point){box.x + box.width, box.y + box.height});
    g_string_append(out, ";\n");
}

void tex_write_inset(Tex *tex, const DrawingInset *inset)
{
    GString *out = tex->out;
    Rect frame;
    if (!drawing_frame(tex->drawing, inset->inset, &frame))
        return;
    tex_define_color(out, "apinset", inset->stroke.color);
    tex_define_color(out, "apground", inset->ground);
    for (int i = 0; i < inset->joint_count; i++) {
        g_string_append(out, "\\path[line cap=butt");
        tex_append_paint(out, "draw", "apinset", inset->stroke.color);
        tex_append_stroke(out, inset->stroke.width_pt, &inset->stroke.dash);
        append_page_place(tex, "] (", inset->joints[i][0]);
        append_page_place(tex, " -- (", inset->joints[i][1]);
        g_string_append(out, ";\n");
    }
    if (inset->target.width > 0)
        write_box(tex, inset->target, "line cap=butt", &inset->stroke);
    write_box(tex, inset->box, "fill=apground", &inset->stroke);
    tex->text_scale = inset->text_scale;
    tex_write_panel(tex, inset->inset, &frame);
    tex->text_scale = 1;
    tex_write_labels(tex, inset->inset);
    if (inset->inset->title.plain[0] == '\0')
        return;
    g_string_append(out, "\\node[anchor=west, inner sep=0bp, font=");
    tex_append_font(out, inset->text_scale * tex->scene->theme->label_size_pt, false);
    tex_append_paint(out, "text", "aptext", tex->scene->theme->text);
    append_page_place(tex, "] at (", (Point){frame.x, (inset->box.y + frame.y) / 2});
    g_string_append(out, " {");
    tex_append_text(tex, &inset->inset->title);
    g_string_append(out, "};\n");
}
