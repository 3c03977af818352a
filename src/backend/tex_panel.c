/* tex_panel.c - one panel as an axis environment of pgfplots. */
#include "backend/tex_parts.h"
#include "base/number.h"
#include "scene/label.h"

#include <math.h>

#define MINOR_LENGTH 0.55 /* of a major tick's; layout's */
#define TICK_GAP 0.38     /* between tick and label, of the label's size */
#define RING_SHARE 0.45   /* of a dot's radius that its ring takes at most */
#define TEX_POINTS                                                                     \
    (72.27 / 72) /* in one of ours; pgfplots takes tick lengths in pt                  \
                  */
#define LEGEND_MARGIN 0.75
#define LEGEND_BESIDE 1.25
#define LEGEND_INSET 0.4
#define LEGEND_ROW_GAP 0.1
#define LEGEND_COLUMN_GAP 1.4

static void append_value(GString *out, const char *before, double value)
{
    char text[NUMBER_SIZE];
    g_string_append_printf(out, "%s%s", before, number_format(value, text));
}

/* pgfplots takes \empty for no major ticks, but not for no minor ones. */
static void write_ticks(Tex *tex, const SceneAxis *axis, char name, bool major)
{
    GString *out = tex->out;
    g_autoptr(GString) values = g_string_new(NULL);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (tick->major == major)
            append_value(values, values->len > 0 ? "," : "", tick->value);
    }
    if (values->len > 0)
        g_string_append_printf(out, "  %s%ctick={%s},\n", major ? "" : "minor ", name,
                               values->str);
    else if (major)
        g_string_append_printf(out, "  %ctick=\\empty,\n", name);
    else
        g_string_append_printf(out, "  %cminorticks=false,\n", name);
}

static void write_tick_labels(Tex *tex, const SceneAxis *axis, char name)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    const char *separator = "";
    g_string_append_printf(out, "  %cticklabels={", name);
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (!tick->major || !axis->show_labels)
            continue;
        g_string_append_printf(out, "%s{", separator);
        tex_append_label(tex, tick->label);
        g_string_append_c(out, '}');
        separator = ",";
    }
    g_string_append_printf(out, "},\n  %cticklabel style={font=", name);
    tex_append_font(out, theme->tick_size_pt, false);
    tex_append_number(out, ", inner sep=", TICK_GAP * theme->tick_size_pt);
    g_string_append(out, "bp");
    tex_append_paint(out, "text", "aptext", theme->text);
    g_string_append(out, "},\n");
}

static void write_axis_label(Tex *tex, const SceneAxis *axis, char name)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    if (!axis->show_labels || axis->label.plain[0] == '\0')
        return;
    g_string_append_printf(out, "  %clabel={", name);
    tex_append_text(tex, &axis->label);
    g_string_append_printf(out, "}, %clabel style={align=center, font=", name);
    tex_append_font(out, theme->label_size_pt, false);
    tex_append_paint(out, "text", "aptext", theme->text);
    g_string_append(out, "},\n");
}

static void write_axis(Tex *tex, const SceneAxis *axis, char name)
{
    static const char *const sides[] = {
        [FRAME_BOX] = "box", [FRAME_OPEN] = NULL, [FRAME_NONE] = "box"};
    const Scale *scale = &axis->scale;
    const char *side = sides[tex->scene->theme->frame];
    GString *out = tex->out;
    g_string_append_printf(out, "  %cmode=%s, ", name,
                           scale->kind == SCALE_LOG ? "log" : "normal");
    g_string_append_printf(out, "%cmin=", name);
    append_value(out, "", fmin(scale->low, scale->high));
    g_string_append_printf(out, ", %cmax=", name);
    append_value(out, "", fmax(scale->low, scale->high));
    if (scale->low > scale->high)
        g_string_append_printf(out, ", %c dir=reverse", name);
    if (!side)
        side = name == 'x' ? "bottom" : "left";
    g_string_append_printf(out, ",\n  axis %c line*=%s, %ctick pos=%s,\n", name, side,
                           name, name == 'x' ? "bottom" : "left");
    write_ticks(tex, axis, name, true);
    write_ticks(tex, axis, name, false);
    write_tick_labels(tex, axis, name);
    write_axis_label(tex, axis, name);
    if (axis->grid && tex->scene->theme->grid_width_pt > 0)
        g_string_append_printf(out, "  %cmajorgrids,\n", name);
}

static void write_style(Tex *tex)
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
    tex_append_number(out, "  major tick length=", TEX_POINTS * length);
    tex_append_number(out,
                      "pt, minor tick length=", TEX_POINTS * MINOR_LENGTH * length);
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

typedef struct {
    const char *anchor;
    double x, y; /* shares of the frame, y up */
} LegendCorner;

static const LegendCorner legend_corners[] = {
    [LEGEND_TOP_LEFT] = {"north west", 0, 1},
    [LEGEND_TOP] = {"north", 0.5, 1},
    [LEGEND_TOP_RIGHT] = {"north east", 1, 1},
    [LEGEND_LEFT] = {"west", 0, 0.5},
    [LEGEND_CENTER] = {"center", 0.5, 0.5},
    [LEGEND_RIGHT] = {"east", 1, 0.5},
    [LEGEND_BOTTOM_LEFT] = {"south west", 0, 0},
    [LEGEND_BOTTOM] = {"south", 0.5, 0},
    [LEGEND_BOTTOM_RIGHT] = {"south east", 1, 0},
    [LEGEND_OUTSIDE] = {"north west", 1, 1},
    [LEGEND_BELOW] = {"north", 0.5, 0},
};

static bool has_tall_names(const ScenePanel *panel)
{
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (series->in_legend && label_extra_em(&series->label) > 0.2)
            return true;
    }
    return false;
}

static void write_legend_style(Tex *tex, const ScenePanel *panel)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    if (!estimate_has_legend(panel))
        return;
    const LegendCorner *corner = &legend_corners[panel->legend];
    bool below = panel->legend == LEGEND_BELOW;
    bool outside = panel->legend == LEGEND_OUTSIDE || below;
    EstimatedLegend legend = estimate_legend(tex->scene, panel);
    double size = legend.size_pt, margin = LEGEND_MARGIN * size;
    tex_append_number(out, "  legend style={at={(", corner->x);
    tex_append_number(out, ",", corner->y);
    g_string_append_printf(out, ")}, anchor=%s", corner->anchor);
    double shift_x = outside ? LEGEND_BESIDE * size : margin * (1 - 2 * corner->x);
    double shift_y = outside ? 0 : margin * (1 - 2 * corner->y);
    tex_append_number(out, ", xshift=", below ? 0 : shift_x);
    tex_append_number(
        out, "bp, yshift=", below ? -estimate_legend_drop(tex->scene, panel) : shift_y);
    tex_append_number(out, "bp, inner sep=", outside ? 0 : LEGEND_INSET * size);
    tex_append_number(out, "bp, row sep=", LEGEND_ROW_GAP * size);
    g_string_append(out, "bp, font=");
    tex_append_font(out, size, false);
    tex_append_paint(out, "text", "aptext", theme->text);
    if (theme->text.alpha >= 1)
        g_string_append(out, ", text opacity=1");
    if (!outside && theme->legend_background.alpha > 0)
        tex_append_paint(out, "fill", "aplegend", theme->legend_background);
    else
        g_string_append(out, ", fill=none");
    tex_append_stroke(out, theme->axis_width_pt, &(Dash){.count = 0});
    if (!outside && theme->legend_border.alpha > 0)
        g_string_append(out, ", draw=apborder");
    else
        g_string_append(out, ", draw=none");
    if (has_tall_names(panel)) /* pgfplots has them all as deep as words */
        g_string_append(out, ", nodes={inner sep=2pt, text depth=}");
    if (below)
        tex_append_number(out, ", /tikz/every even column/.append style={column sep=",
                          LEGEND_COLUMN_GAP * size);
    g_string_append_printf(out, "%s}, legend cell align=left, legend columns=%d,\n",
                           below ? "bp}" : "", legend.columns);
}

static void append_point(GString *out, Point point, const char *end)
{
    append_value(out, "", point.x);
    append_value(out, " ", point.y);
    g_string_append(out, end);
}

static const char row_end[] = "\\\\\n"; /* of a table within the picture */

static void append_strokes(GString *out, const GPtrArray *strokes, const char *end)
{
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *points = g_ptr_array_index(strokes, i);
        if (i > 0)
            g_string_append_printf(out, "nan nan%s", end);
        for (guint k = 0; k < points->len; k++)
            append_point(out, g_array_index(points, Point, k), end);
    }
}

/* The table of a curve, in the picture or in a file of its own. */
static void append_table(Tex *tex, const GPtrArray *strokes)
{
    if (tex->options->files) {
        g_autofree char *name =
            g_strdup_printf("%s-curve-%d.dat", tex->stem, tex->curve_number);
        append_strokes(backend_file_add(tex->options->files, name)->text, strokes,
                       "\n");
        g_string_append_printf(tex->out, " table {%s};\n", name);
        return;
    }
    g_string_append(tex->out, " table[row sep=crcr] {\n");
    append_strokes(tex->out, strokes, row_end);
    g_string_append(tex->out, "};\n");
}

static void write_curve(Tex *tex, const ScenePanel *panel, const Rect *frame,
                        const SceneSeries *series, const char *color)
{
    g_autoptr(GPtrArray) strokes =
        scene_series_strokes(series, panel, frame->width, frame->height);
    GString *out = tex->out;
    bool named = series->in_legend && estimate_has_legend(panel);
    bool butt = series->overlaps->len > 0 || series->dash.count > 0;
    if (strokes->len == 0 && !named)
        return;
    g_string_append(out, strokes->len > 0 ? "\\addplot[" : "\\addlegendimage{");
    g_string_append_printf(out, "no marks, line join=round, line cap=%s",
                           butt ? "butt" : "round");
    tex_append_paint(out, "draw", color, series->color);
    tex_append_stroke(out, series->width_pt, &series->dash);
    if (strokes->len > 0 && estimate_runs_along_edge(panel, frame, series))
        g_string_append(out, ", clip=false");
    if (strokes->len > 0) {
        g_string_append_printf(out, "%s]", named ? "" : ", forget plot");
        append_table(tex, strokes);
    } else {
        g_string_append(out, "}\n");
    }
    if (!named)
        return;
    g_autofree char *cut = estimate_legend_text(tex->scene, panel, series);
    g_string_append(out, "\\addlegendentry{");
    if (cut)
        tex_append_plain(tex, cut);
    else
        tex_append_text(tex, &series->label);
    g_string_append(out, "}\n");
}

/* Open ones before filled ones, so that no value is hidden. */
static void write_dots(Tex *tex, const SceneSeries *series, const char *color,
                       bool filled)
{
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    double ring = fmin(series->width_pt, RING_SHARE * theme->dot_radius_pt);
    bool begun = false;
    for (guint i = 0; i < series->dots->len; i++) {
        const SceneDot *dot = &g_array_index(series->dots, SceneDot, i);
        if (dot->filled != filled)
            continue;
        if (!begun) {
            g_string_append(out, "\\addplot[only marks, mark=*, forget plot");
            tex_append_number(out, ", mark size=", theme->dot_radius_pt - ring / 2);
            g_string_append_printf(out, "bp, mark options={solid, fill=%s",
                                   filled ? color : "apinside");
            tex_append_paint(out, "draw", color, series->color);
            tex_append_stroke(out, ring, &(Dash){.count = 0});
            g_string_append(out, "}] table[row sep=crcr] {\n");
        }
        append_point(out, dot->at, row_end);
        begun = true;
    }
    if (begun)
        g_string_append(out, "};\n");
}

static void write_series(Tex *tex, const ScenePanel *panel, const Rect *frame)
{
    int first = tex->curve_number;
    char color[32];
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        g_snprintf(color, sizeof color, "apcurve%d", ++tex->curve_number);
        tex_define_color(tex->out, color, series->color);
        write_curve(tex, panel, frame, series, color);
    }
    for (int filled = 0; filled <= 1; filled++) {
        for (guint i = 0; i < panel->series->len; i++) {
            g_snprintf(color, sizeof color, "apcurve%d", first + (int)i + 1);
            write_dots(tex, g_ptr_array_index(panel->series, i), color, filled);
        }
    }
}

void tex_write_panel(Tex *tex, guint index)
{
    const ScenePanel *panel = g_ptr_array_index(tex->scene->panels, index);
    const Rect *frame = &tex->frames[index];
    GString *out = tex->out;
    double bottom = tex->scene->height_pt - frame->y - frame->height;
    tex_append_number(out, "\\begin{axis}[\n  at={(", frame->x);
    tex_append_number(out, "bp,", bottom);
    tex_append_number(out,
                      "bp)}, anchor=south west, scale only axis, width=", frame->width);
    tex_append_number(out, "bp, height=", frame->height);
    g_string_append(out, "bp,\n  clip mode=individual, scaled ticks=false, "
                         "unbounded coords=jump,\n");
    write_axis(tex, &panel->x, 'x');
    write_axis(tex, &panel->y, 'y');
    write_style(tex);
    write_legend_style(tex, panel);
    g_string_append(out, "]\n");
    tex_write_lines(tex, panel);
    write_series(tex, panel, frame);
    tex_write_notes(tex, panel, frame);
    g_string_append(out, "\\end{axis}\n");
}
