/* tex_axis.c - an axis as options of an axis environment: range, ticks, label, lines.
 */
#include "backend/tex_parts.h"
#include "base/number.h"

#include <math.h>

#define MINOR_LENGTH 0.55 /* of a major tick's; layout's */
#define TICK_GAP 0.38     /* between tick and label, of the label's size */
#define TEX_POINT 1.00375 /* of pgfplots' tick lengths, in ours: 72.27 / 72 */

/* pgfplots takes \empty for no major ticks, but not for no minor ones. */
static void write_ticks(Tex *tex, const SceneAxis *axis, char name, bool major)
{
    GString *out = tex->out;
    g_autoptr(GString) values = g_string_new(NULL);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (tick->major == major)
            tex_append_value(values, values->len > 0 ? "," : "", &axis->scale,
                             tick->value);
    }
    if (values->len > 0)
        g_string_append_printf(out, "  %s%ctick={%s},\n", major ? "" : "minor ", name,
                               values->str);
    else if (major)
        g_string_append_printf(out, "  %ctick=\\empty,\n", name);
    else
        g_string_append_printf(out, "  %cminorticks=false,\n", name);
}

/* The colour of an axis' texts. */
static void append_axis_paint(GString *out, const Theme *theme, const SceneAxis *axis)
{
    if (!axis->has_color)
        tex_append_paint(out, "text", "aptext", theme->text);
    else
        tex_append_paint(out, "text", "apaxistext", axis->color);
}

static void write_tick_labels(Tex *tex, const SceneAxis *axis, char name)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    const char *separator = "";
    g_string_append_printf(out, "  %cticklabels={", name);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (!tick->major)
            continue;
        g_string_append_printf(out, "%s{", separator);
        if (drawing_shows(tex->drawing, tick))
            tex_append_label(tex, tick->label);
        g_string_append_c(out, '}');
        separator = ",";
    }
    g_string_append_printf(out, "},\n  %cticklabel style={font=", name);
    tex_append_font(out, tex->text_scale * theme->tick_size_pt, false);
    tex_append_number(out,
                      ", inner sep=", TICK_GAP * tex->text_scale * theme->tick_size_pt);
    g_string_append(out, "bp");
    append_axis_paint(out, theme, axis);
    g_string_append(out, "},\n");
}

static void write_axis_label(Tex *tex, const SceneAxis *axis, char name)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    if (!axis->show_labels || axis->label.plain[0] == '\0')
        return;
    double room = name == 'x' ? tex->frames[0].width : tex->frames[0].height;
    g_autofree char *broken =
        estimate_broken(&axis->label, theme->label_size_pt, 1.1 * room);
    g_string_append_printf(out, "  %clabel={", name);
    if (broken)
        tex_append_plain(tex, broken);
    else
        tex_append_text(tex, &axis->label);
    g_string_append_printf(out, "}, %clabel style={align=center, font=", name);
    tex_append_font(out, theme->label_size_pt, false);
    append_axis_paint(out, theme, axis);
    g_string_append(out, "},\n");
}

/* The side on which an axis stands: the second y axis on the right. */
void tex_write_axis(Tex *tex, const SceneAxis *axis, char name, const char *side)
{
    static const bool boxed[] = {
        [FRAME_BOX] = true, [FRAME_OPEN] = false, [FRAME_NONE] = true};
    const Scale *scale = &axis->scale;
    bool box = tex->text_scale < 1 || /* an inset */
               (boxed[tex->scene->theme->frame] && !tex->panel->has_y2);
    GString *out = tex->out;
    g_string_append_printf(out, "  %cmode=%s, ", name,
                           scale->kind == SCALE_LOG ? "log" : "normal");
    g_string_append_printf(out, "%cmin=", name);
    tex_append_value(out, "", scale, fmin(scale->low, scale->high));
    g_string_append_printf(out, ", %cmax=", name);
    tex_append_value(out, "", scale, fmax(scale->low, scale->high));
    if (scale->low > scale->high && scale->kind != SCALE_SYMLOG)
        g_string_append_printf(out, ", %c dir=reverse", name);
    g_string_append_printf(out, ",\n  axis %c line*=%s, %ctick pos=%s,\n", name,
                           box ? "box" : side, name, side);
    write_ticks(tex, axis, name, true);
    write_ticks(tex, axis, name, false);
    write_tick_labels(tex, axis, name);
    write_axis_label(tex, axis, name);
    if (axis->grid && tex->scene->theme->grid_width_pt > 0)
        g_string_append_printf(out, "  %cmajorgrids,\n", name);
}

void tex_write_axis_style(Tex *tex)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    bool drawn = theme->frame != FRAME_NONE && theme->axis_width_pt > 0;
    bool ticked = theme->ticks != TICKS_NONE && theme->axis_width_pt > 0;
    double length = ticked ? theme->tick_length_pt : 0;
    const Dash solid = {.count = 0};
    g_string_append(out, "  axis line style={line cap=rect");
    tex_append_stroke(out, theme->axis_width_pt, &solid);
    if (drawn)
        tex_append_paint(out, "draw", "apaxis", theme->axis);
    g_string_append_printf(out, "%s},\n  tick align=%s, tick style={line cap=butt",
                           drawn ? "" : ", draw=none",
                           theme->ticks == TICKS_IN ? "inside" : "outside");
    tex_append_stroke(out, theme->axis_width_pt, &solid);
    if (ticked)
        tex_append_paint(out, "draw", "apaxis", theme->axis);
    g_string_append_printf(out, "%s},\n", ticked ? "" : ", draw=none");
    tex_append_number(out, "  major tick length=", TEX_POINT * length);
    tex_append_number(out, "pt, minor tick length=", TEX_POINT * MINOR_LENGTH * length);
    g_string_append(out, "pt,\n  grid style={line cap=butt");
    tex_append_stroke(out, theme->grid_width_pt, &theme->grid_dash);
    tex_append_paint(out, "draw", "apgrid", theme->grid);
    g_string_append(out, "},\n");
    if (theme->panel.alpha > 0 && !color_equal(theme->panel, theme->background)) {
        g_string_append(out, "  axis background/.style={draw=none");
        tex_append_paint(out, "fill", "appanel", theme->panel);
        g_string_append(out, "},\n");
    }
}
