/* tex_panel.c - one panel as an axis environment of pgfplots. */
#include "backend/tex_parts.h"
#include "base/number.h"
#include "formula/markup.h"
#include "scene/label.h"
#include "scene/legend.h"

#include <math.h>

#define RING_SHARE 0.45 /* of a dot's radius that its ring takes at most */
#define LEGEND_INSET 0.4
#define LEGEND_ROW_GAP 0.1
#define LEGEND_COLUMN_GAP 1.4

void tex_append_value(GString *out, const char *before, const Scale *scale,
                      double value)
{
    char text[NUMBER_SIZE];
    if (scale->kind == SCALE_SYMLOG)
        value = scale_map(scale, value);
    g_string_append_printf(out, "%s%s", before, number_format(value, text));
}

static bool has_tall_names(const ScenePanel *panel)
{
    g_autoptr(GPtrArray) named = legend_series(panel);
    for (guint i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        if (label_extra_em(&series->label) > 0.2)
            return true;
    }
    return false;
}

static void write_legend_style(Tex *tex, const Rect *frame)
{
    const ScenePanel *panel = tex->panel;
    const DrawingLegend *legend = drawing_legend(tex->drawing, panel);
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    if (!legend)
        return;
    bool outside = legend->outside;
    const Rect *box = &legend->box;
    double size = legend->size_pt;
    tex_append_number(out, "  legend style={at={(",
                      (box->x + box->width / 2 - frame->x) / frame->width);
    tex_append_number(out, ",",
                      1 - (box->y + box->height / 2 - frame->y) / frame->height);
    g_string_append(out, ")}, anchor=center");
    tex_append_number(out, ", inner sep=", outside ? 0 : LEGEND_INSET * size);
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
    if (legend->below)
        tex_append_number(out, ", /tikz/every even column/.append style={column sep=",
                          LEGEND_COLUMN_GAP * size);
    g_string_append_printf(out, "%s}, legend cell align=left, legend columns=%d,\n",
                           legend->below ? "bp}" : "", legend->columns);
}

void tex_append_point(Tex *tex, GString *out, Point point, const char *end)
{
    tex_append_value(out, "", &tex->panel->x.scale, point.x);
    tex_append_value(out, " ", &tex->y->scale, point.y);
    g_string_append(out, end);
}

const char tex_row_end[] = "\\\\\n";

void tex_append_strokes(Tex *tex, GString *out, const GPtrArray *strokes,
                        const char *end)
{
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *points = g_ptr_array_index(strokes, i);
        if (i > 0)
            g_string_append_printf(out, "nan nan%s", end);
        for (guint k = 0; k < points->len; k++)
            tex_append_point(tex, out, g_array_index(points, Point, k), end);
    }
}

/* The table of a curve, in the picture or in a file of its own. */
static void append_table(Tex *tex, const GPtrArray *strokes)
{
    if (tex->options->files) {
        g_autofree char *name =
            g_strdup_printf("%s-curve-%d.dat", tex->stem, tex->curve_number);
        tex_append_strokes(tex, backend_file_add(tex->options->files, name)->text,
                           strokes, "\n");
        g_string_append_printf(tex->out, " table {%s};\n", name);
        return;
    }
    g_string_append(tex->out, " table[row sep=crcr] {\n");
    tex_append_strokes(tex, tex->out, strokes, tex_row_end);
    g_string_append(tex->out, "};\n");
}

/* What stands for a series in the legend. */
static void write_entry(Tex *tex, const SceneSeries *series, const char *color)
{
    GString *out = tex->out;
    bool line = series->width_pt > 0 && series->bars->len == 0;
    bool butt = series->overlaps->len > 0 || series->dash.count > 0;
    if (series->bars->len > 0 || (!line && series->markers->len == 0)) {
        g_string_append(out,
                        "\\addlegendimage{legend image code/.code={\\fill[draw=none");
        tex_append_paint(out, "fill", color, series->fill);
        g_string_append(out, "] (0bp,-2.5bp) rectangle (14bp,2.5bp);}");
    } else if (line) {
        g_string_append_printf(out, "\\addlegendimage{no marks, line cap=%s",
                               butt ? "butt" : "round");
        tex_append_paint(out, "draw", color, series->color);
        tex_append_stroke(out, series->width_pt, &series->dash);
    } else {
        g_string_append_printf(out, "\\addlegendimage{only marks, mark=*, color=%s",
                               color);
        tex_append_number(out, ", mark size=", series->marker_pt / 2);
        g_string_append(out, "bp");
    }
    /* Formulas are set, so that they are not as wide as on one line. */
    g_autofree char *cut = markup_has_math(series->label.pango)
                               ? NULL
                               : estimate_legend_text(tex->scene, tex->panel, series);
    g_string_append(out, "}\n\\addlegendentry{");
    if (cut)
        tex_append_plain(tex, cut);
    else
        tex_append_text(tex, &series->label);
    g_string_append(out, "}\n");
}

static void write_curve(Tex *tex, const Rect *frame, const SceneSeries *series,
                        const char *color)
{
    g_autoptr(GPtrArray) strokes =
        scene_series_strokes(series, tex->panel, frame->width, frame->height);
    GString *out = tex->out;
    bool butt = series->overlaps->len > 0 || series->dash.count > 0;
    if (strokes->len == 0 || series->width_pt <= 0)
        return;
    g_string_append_printf(
        out, "\\addplot[no marks, forget plot, line join=round, line cap=%s",
        butt ? "butt" : "round");
    tex_append_paint(out, "draw", color, series->color);
    tex_append_stroke(out, series->width_pt, &series->dash);
    if (estimate_runs_along_edge(tex->panel, frame, series))
        g_string_append(out, ", clip=false");
    g_string_append_c(out, ']');
    append_table(tex, strokes);
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
            g_string_append(out, "bp, mark options={solid");
            if (filled)
                tex_append_paint(out, "fill", color, series->color);
            else
                g_string_append(out, ", fill=apinside");
            tex_append_paint(out, "draw", color, series->color);
            tex_append_stroke(out, ring, &(Dash){.count = 0});
            g_string_append(out, "}] table[row sep=crcr] {\n");
        }
        tex_append_point(tex, out, dot->at, tex_row_end);
        begun = true;
    }
    if (begun)
        g_string_append(out, "};\n");
}

/* The name of a curve's colour. */
static const char *color_name(int number, char name[32])
{
    g_snprintf(name, 32, "apcurve%d", number);
    return name;
}

/* All names stand in the legend of the first axis; first: the number of the curve
 * before the panel's. */
static void write_legend(Tex *tex, int first)
{
    const ScenePanel *panel = tex->panel;
    g_autoptr(GPtrArray) named = legend_series(panel);
    char color[32];
    for (guint i = 0; i < named->len; i++) {
        guint index = 0;
        g_ptr_array_find(panel->series, g_ptr_array_index(named, i), &index);
        write_entry(tex, g_ptr_array_index(named, i),
                    color_name(first + (int)index + 1, color));
    }
}

/* on_y2: the series to be drawn. */
static void write_series(Tex *tex, const Rect *frame, bool on_y2)
{
    const GPtrArray *all = tex->panel->series;
    int first = tex->curve_number;
    char color[32];
    if (!on_y2 && drawing_legend(tex->drawing, tex->panel))
        write_legend(tex, first);
    for (int layer = 0; layer < 4; layer++) {
        for (guint i = 0; i < all->len; i++) {
            const SceneSeries *series = g_ptr_array_index(all, i);
            tex->curve_number = first + (int)i + 1;
            color_name(tex->curve_number, color);
            if (series->on_y2 != on_y2)
                continue;
            if (layer == 0) {
                tex_write_bands(tex, series, color);
                tex_write_bars(tex, series, color);
            } else if (layer == 1) {
                write_curve(tex, frame, series, color);
                tex_write_markers(tex, series, color);
            } else {
                write_dots(tex, series, color, layer == 3);
            }
        }
    }
    tex->curve_number = first + (int)all->len;
}

static void begin_axis(Tex *tex, const Rect *frame)
{
    GString *out = tex->out;
    double bottom = tex->scene->height_pt - frame->y - frame->height;
    if (tex->y->has_color)
        tex_define_color(out, "apaxistext", tex->y->color);
    tex_append_number(out, "\\begin{axis}[\n  at={(", frame->x);
    tex_append_number(out, "bp,", bottom);
    tex_append_number(out,
                      "bp)}, anchor=south west, scale only axis, width=", frame->width);
    tex_append_number(out, "bp, height=", frame->height);
    g_string_append(out, "bp,\n  clip mode=individual, scaled ticks=false, "
                         "unbounded coords=jump,\n");
}

/* The second y axis with its curves lies over the first. */
static void write_second(Tex *tex, const Rect *frame)
{
    GString *out = tex->out;
    int last = tex->curve_number;
    SceneAxis x = tex->panel->x;
    tex->y = &tex->panel->y2;
    tex->curve_number -= (int)tex->panel->series->len;
    begin_axis(tex, frame);
    x.grid = false;
    tex_write_axis(tex, &x, 'x', "bottom");
    tex_write_axis(tex, tex->y, 'y', "right");
    tex_write_axis_style(tex);
    g_string_append(out, "  axis background/.style={}, axis x line=none,\n]\n");
    write_series(tex, frame, true);
    tex_write_marks(tex);
    g_string_append(out, "\\end{axis}\n");
    tex->curve_number = last;
}

void tex_write_panel(Tex *tex, const ScenePanel *panel, const Rect *frame)
{
    GString *out = tex->out;
    tex->panel = panel;
    tex->y = &panel->y;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        char name[32];
        tex_define_color(out, color_name(tex->curve_number + (int)i + 1, name),
                         series->color);
    }
    begin_axis(tex, frame);
    tex_write_axis(tex, &panel->x, 'x', "bottom");
    tex_write_axis(tex, &panel->y, 'y', "left");
    tex_write_axis_style(tex);
    write_legend_style(tex, frame);
    tex_write_field_style(tex, frame);
    g_string_append(out, "]\n");
    tex_write_field(tex);
    tex_write_spans(tex);
    tex_write_lines(tex);
    tex_write_contours(tex);
    write_series(tex, frame, false);
    tex_write_marks(tex);
    g_string_append(out, "\\end{axis}\n");
    if (panel->has_y2)
        write_second(tex, frame);
}
