/* gnuplot_key.c - which curve is which: by gnuplot's key, or by labels in its place. */
#include "backend/gnuplot_parts.h"

#include "formula/markup.h"
#include "scene/label.h"
#include "scene/legend.h"

#include <math.h>

#define KEY_SAMPLE 2.5
#define KEY_HEIGHT 0.8  /* of the frame's, at the most */
#define KEY_PITCH 1.25  /* of gnuplot's own line */
#define KEY_EXCESS 0.13 /* by which gnuplot takes letters for wider than they are */
#define LEAST_SCALE 0.7 /* to which a label is set smaller where it has no room */
#define BOX_LENGTH 0.62 /* of a sample, for bars; layout's */
#define BOX_HEIGHT 0.72
#define SAFE_SHARE 0.9 /* of an estimated width */

GnuplotKey gnuplot_key_of(const SceneSeries *series)
{
    if (series->bars->len > 0)
        return KEY_BARS;
    if (series->width_pt > 0 && (series->pieces->len > 0 || series->markers->len == 0))
        return KEY_LINE;
    return series->markers->len > 0 ? KEY_MARKERS : KEY_BANDS;
}

static void append_name(Gnuplot *gnuplot, const ScenePanel *panel,
                        const SceneSeries *series)
{
    g_autofree char *cut = estimate_legend_text(gnuplot->scene, panel, series);
    g_autoptr(GString) text = g_string_new(NULL);
    if (cut)
        gnuplot_plain(gnuplot, text, cut);
    else
        gnuplot_text(gnuplot, text, &series->label);
    gnuplot_append_string(gnuplot->out, text->str);
}

/* --- Entries of a key --- */

static bool is_area(const SceneSeries *series)
{
    GnuplotKey key = gnuplot_key_of(series);
    return key == KEY_BARS || key == KEY_BANDS;
}

/* Whether the plot command has its parts in the order of the legend: areas come before
 * curves, and both as they are painted. */
static bool has_order_of_legend(const ScenePanel *panel, const GPtrArray *named)
{
    guint next = 0;
    for (int curves = 0; curves <= 1; curves++) {
        for (guint i = 0; i < panel->series->len; i++) {
            const SceneSeries *series = g_ptr_array_index(panel->series, i);
            if (!series->in_legend || is_area(series) == (curves == 1))
                continue;
            if (g_ptr_array_index(named, next++) != series)
                return false;
        }
    }
    return true;
}

void gnuplot_append_key(Gnuplot *gnuplot, const ScenePanel *panel,
                        const SceneSeries *series, GnuplotKey at_hand)
{
    if (!series->in_legend || gnuplot_key_of(series) != at_hand ||
        gnuplot->naming != NAMED_BY_TITLES) {
        g_string_append(gnuplot->out, " notitle");
        return;
    }
    g_string_append(gnuplot->out, " title ");
    append_name(gnuplot, panel, series);
}

static void append_entry(Gnuplot *gnuplot, const ScenePanel *panel,
                         const SceneSeries *series)
{
    GString *out = gnuplot->out;
    gnuplot_append_next(gnuplot);
    g_string_append(out, "keyentry");
    switch (gnuplot_key_of(series)) {
    case KEY_LINE:
        g_string_append(out, " with lines");
        gnuplot_append_line(gnuplot, series->color, series->width_pt, &series->dash);
        break;
    case KEY_MARKERS:
        g_string_append(out, " with points");
        gnuplot_append_symbol(gnuplot, series->marker, true, series->marker_pt,
                              series->color);
        break;
    case KEY_BARS:
    case KEY_BANDS:
        g_string_append(out, " with filledcurves");
        gnuplot_append_fill(out, series->fill);
    }
    g_string_append(out, " title ");
    append_name(gnuplot, panel, series);
}

void gnuplot_append_key_entries(Gnuplot *gnuplot, const ScenePanel *panel)
{
    g_autoptr(GPtrArray) named = legend_series(panel);
    for (guint i = 0; i < named->len && gnuplot->naming == NAMED_BY_ENTRIES; i++)
        append_entry(gnuplot, panel, g_ptr_array_index(named, i));
}

/* --- The key --- */

/* Characters of the longest label. */
static glong longest_label(const Scene *scene, const ScenePanel *panel,
                           const GPtrArray *named)
{
    glong longest = 0;
    for (guint i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        g_autofree char *cut = estimate_legend_text(scene, panel, series);
        longest = MAX(longest, g_utf8_strlen(cut ? cut : series->label.plain, -1));
    }
    return longest;
}

static bool has_formulas(const GPtrArray *named)
{
    for (guint i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        if (markup_has_math(series->label.pango))
            return true;
    }
    return false;
}

/* 0: the box stands left in its panel's share of the page; 1: right. */
static double nearer_side(const Scene *scene, const Rect *box)
{
    double column = scene->width_pt / scene->columns;
    return fmod(box->x + box->width / 2, column) < column / 2 ? 0 : 1;
}

static void write_box(Gnuplot *gnuplot)
{
    const Theme *theme = gnuplot->scene->theme;
    if (theme->legend_background.alpha > 0)
        gnuplot_append_color(gnuplot->out, " opaque fc ", theme->legend_background);
    if (theme->legend_border.alpha > 0) {
        gnuplot_append_number(gnuplot->out, " box lw ", theme->axis_width_pt);
        gnuplot_append_color(gnuplot->out, " lc ", theme->legend_border);
    }
}

static void write_key(Gnuplot *gnuplot, const DrawingLegend *legend,
                      const GPtrArray *named)
{
    const Scene *scene = gnuplot->scene;
    const Rect *box = &legend->box;
    GString *out = gnuplot->out;
    /* Formulas on one line are wider than typeset ones: the key grows into the frame.
     */
    double side = has_formulas(named) ? nearer_side(scene, box) : 0.5;
    glong longest = longest_label(scene, legend->panel, named);
    gnuplot_append_number(out, "set key at screen ",
                          (box->x + side * box->width) / scene->width_pt);
    gnuplot_append_number(out, ", screen ",
                          1 - (box->y + box->height / 2) / scene->height_pt);
    g_string_append_printf(out, " %s center Left reverse noautotitle",
                           side < 0.5   ? "left"
                           : side > 0.5 ? "right"
                                        : "center");
    gnuplot_append_number(out, " samplen ", KEY_SAMPLE);
    gnuplot_append_number(out, " spacing ", KEY_PITCH);
    gnuplot_append_number(out, " width ", 1 - KEY_EXCESS * (double)longest);
    gnuplot_append_font(out, legend->size_pt);
    gnuplot_append_color(out, " tc ", scene->theme->text);
    write_box(gnuplot);
    g_string_append_c(out, '\n');
}

/* --- Labels in place of a key --- */

static void append_corner(Gnuplot *gnuplot, const char *before, double x, double y)
{
    gnuplot_append_number(gnuplot->out, before, x / gnuplot->scene->width_pt);
    gnuplot_append_number(gnuplot->out, ", screen ", 1 - y / gnuplot->scene->height_pt);
}

static void write_fill(Gnuplot *gnuplot, Rect sample, double length, Color color)
{
    double width = length * sample.width, height = BOX_HEIGHT * sample.height;
    double x = sample.x + (sample.width - width) / 2;
    double y = sample.y + (sample.height - height) / 2;
    append_corner(gnuplot, "set object rectangle from screen ", x, y);
    append_corner(gnuplot, " to screen ", x + width, y + height);
    g_string_append(gnuplot->out, " front");
    gnuplot_append_fill(gnuplot->out, color);
    g_string_append_c(gnuplot->out, '\n');
}

static void write_sample(Gnuplot *gnuplot, const SceneSeries *series, Rect sample)
{
    double middle = sample.y + sample.height / 2;
    GString *out = gnuplot->out;
    if (series->bands->len > 0)
        write_fill(gnuplot, sample, 1, series->fill);
    if (series->bars->len > 0)
        write_fill(gnuplot, sample, BOX_LENGTH, series->fill);
    if (gnuplot_key_of(series) == KEY_LINE) {
        append_corner(gnuplot, "set arrow from screen ", sample.x, middle);
        append_corner(gnuplot, " to screen ", sample.x + sample.width, middle);
        g_string_append(out, " nohead front");
        gnuplot_append_line(gnuplot, series->color, series->width_pt, &series->dash);
        g_string_append_c(out, '\n');
    }
    if (series->markers->len > 0 && series->marker != MARKER_NONE) {
        append_corner(gnuplot, "set label \"\" at screen ", sample.x + sample.width / 2,
                      middle);
        g_string_append(out, " front point");
        gnuplot_append_symbol(gnuplot, series->marker, true,
                              fmin(series->marker_pt, sample.height), series->color);
        g_string_append_c(out, '\n');
    }
}

/* A formula on one line is wider than a typeset one, and then set smaller. */
static void write_name(Gnuplot *gnuplot, const DrawingLegend *legend,
                       const DrawingEntry *entry)
{
    const SceneText *label = &entry->series->label;
    double size = legend->size_pt;
    double width = SAFE_SHARE * size * label_width_em(label->plain);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *broken =
        entry->lines > 1 ? estimate_broken(label, size, 1.25 * entry->room_pt) : NULL;
    if (broken)
        gnuplot_plain(gnuplot, text, broken);
    else
        gnuplot_text(gnuplot, text, label);
    if (label_extra_em(label) > 0 && width > 1.1 * entry->room_pt)
        size *= fmax(entry->room_pt / width, LEAST_SCALE);
    gnuplot_append_label(gnuplot, entry->text, "left", size, false,
                         gnuplot->scene->theme->text, text->str);
}

/* Under the samples and names, which stand in front of all. */
static void write_ground(Gnuplot *gnuplot, Rect box)
{
    const Theme *theme = gnuplot->scene->theme;
    GString *out = gnuplot->out;
    if (theme->legend_background.alpha <= 0 && theme->legend_border.alpha <= 0)
        return;
    append_corner(gnuplot, "set object rectangle from screen ", box.x, box.y);
    append_corner(gnuplot, " to screen ", box.x + box.width, box.y + box.height);
    g_string_append(out, " front");
    gnuplot_append_color(out, " fc ", theme->legend_background);
    g_string_append(out,
                    theme->legend_background.alpha > 0 ? " fs solid" : " fs empty");
    if (theme->legend_border.alpha > 0) {
        gnuplot_append_color(out, " border lc ", theme->legend_border);
        gnuplot_append_number(out, " lw ", theme->axis_width_pt);
    } else {
        g_string_append(out, " noborder");
    }
    g_string_append_c(out, '\n');
}

/* A key would be made of columns of one width, and of more of them where it is about as
 * high as the frame. */
static bool is_simple(const Gnuplot *gnuplot, const DrawingLegend *legend)
{
    Rect frame;
    return !legend->outside && legend->columns == 1 &&
           drawing_frame(gnuplot->drawing, legend->panel, &frame) &&
           legend->box.height < KEY_HEIGHT * frame.height;
}

void gnuplot_write_key(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const DrawingLegend *legend = drawing_legend(gnuplot->drawing, panel);
    g_autoptr(GPtrArray) named = legend_series(panel);
    gnuplot->naming =
        has_order_of_legend(panel, named) ? NAMED_BY_TITLES : NAMED_BY_ENTRIES;
    if (legend && is_simple(gnuplot, legend)) {
        write_key(gnuplot, legend, named);
        return;
    }
    g_string_append(gnuplot->out, "unset key\n");
    if (!legend)
        return;
    gnuplot->naming = NAMED_BY_LABELS;
    if (!legend->outside)
        write_ground(gnuplot, legend->box);
    for (guint i = 0; i < legend->entries->len; i++) {
        const DrawingEntry *entry = &g_array_index(legend->entries, DrawingEntry, i);
        write_sample(gnuplot, entry->series, entry->sample);
        write_name(gnuplot, legend, entry);
    }
}
