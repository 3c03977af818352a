/* dump.c - the scene as text. */
#include "scene/scene.h"

#include "base/number.h"

#include <math.h>
#include <stdarg.h>

/* A line of `name value value ...`, indented by two spaces a level. */
static void begin_line(GString *out, int level, const char *name)
{
    g_string_append_printf(out, "%*s%s", 2 * level, "", name);
}

static void end_line(GString *out)
{
    g_string_append_c(out, '\n');
}

static void add_number(GString *out, double value)
{
    char buffer[NUMBER_SIZE];
    g_string_append_c(out, ' ');
    g_string_append(out, number_format_digits(value, 6, buffer));
}

static void add_numbers(GString *out, int count, ...)
{
    va_list values;
    va_start(values, count);
    for (int i = 0; i < count; i++)
        add_number(out, va_arg(values, double));
    va_end(values);
}

/* In quotes, line ends and quotes escaped. */
static void add_text(GString *out, const char *text)
{
    g_string_append(out, " \"");
    for (const char *at = text; *at; at++) {
        if (*at == '\n') {
            g_string_append(out, "\\n");
            continue;
        }
        if (*at == '"' || *at == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

static void dump_text(GString *out, int level, const char *name, const SceneText *text)
{
    begin_line(out, level, name);
    add_text(out, text->plain);
    end_line(out);
    const char *const others[] = {text->pango, text->latex, text->gnuplot};
    static const char *const names[] = {"pango", "latex", "gnuplot"};
    for (int i = 0; i < 3; i++) {
        if (g_strcmp0(others[i], text->plain) == 0)
            continue;
        begin_line(out, level + 1, names[i]);
        add_text(out, others[i]);
        end_line(out);
    }
}

/* Most figures have none. */
static void dump_caption(GString *out, int level, const SceneText *caption)
{
    if (caption->plain[0] != '\0')
        dump_text(out, level, "caption", caption);
}

static void dump_stroke(GString *out, int level, Color color, double width_pt,
                        const Dash *dash)
{
    char buffer[8];
    begin_line(out, level, "stroke ");
    g_string_append(out, color_format(color, buffer));
    if (color.alpha < 1)
        add_number(out, color.alpha);
    g_string_append(out, " width");
    add_number(out, width_pt);
    if (dash->count > 0)
        g_string_append(out, " dash");
    for (int i = 0; i < dash->count; i++)
        add_number(out, dash->length_pt[i]);
    end_line(out);
}

static void dump_axis(GString *out, const char *name, const SceneAxis *axis)
{
    begin_line(out, 2, name);
    static const char *const kinds[] = {
        [SCALE_LINEAR] = " linear", [SCALE_LOG] = " log", [SCALE_SYMLOG] = " symlog"};
    g_string_append(out, kinds[axis->scale.kind]);
    add_numbers(out, 2, axis->scale.low, axis->scale.high);
    if (axis->scale.kind == SCALE_SYMLOG)
        add_number(out, axis->scale.linear);
    g_string_append(out, axis->grid ? " grid" : "");
    if (axis->has_color) {
        char buffer[8];
        g_string_append_printf(out, " color %s", color_format(axis->color, buffer));
    }
    g_string_append(out, axis->show_labels ? "" : " unlabelled");
    end_line(out);
    dump_text(out, 3, "label", &axis->label);
    begin_line(out, 3, "ticks");
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        add_number(out, tick->value);
        if (tick->major)
            add_text(out, tick->label);
    }
    end_line(out);
}

static void dump_point(GString *out, Point point)
{
    begin_line(out, 3, "");
    add_numbers(out, 2, point.x, point.y);
    end_line(out);
}

static void dump_data(GString *out, const SceneSeries *series)
{
    static const char *const markers[] = {
        [MARKER_NONE] = "none",         [MARKER_CIRCLE] = "circle",
        [MARKER_SQUARE] = "square",     [MARKER_DIAMOND] = "diamond",
        [MARKER_TRIANGLE] = "triangle", [MARKER_CROSS] = "cross",
        [MARKER_PLUS] = "plus",
    };
    for (guint i = 0; i < series->bands->len; i++) {
        const SceneBand *band = g_ptr_array_index(series->bands, i);
        begin_line(out, 3, "band");
        g_string_append_printf(out, " %u\n", band->low->len);
        for (guint k = 0; k < band->low->len; k++) {
            Point low = g_array_index(band->low, Point, k);
            begin_line(out, 3, "");
            add_numbers(out, 3, low.x, low.y, g_array_index(band->high, Point, k).y);
            end_line(out);
        }
    }
    for (guint i = 0; i < series->bars->len; i++) {
        const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
        begin_line(out, 3, "bar");
        add_numbers(out, 4, bar->left, bar->right, bar->low, bar->high);
        end_line(out);
    }
    if (series->markers->len == 0)
        return;
    begin_line(out, 3, "markers ");
    g_string_append(out, markers[series->marker]);
    add_numbers(out, 2, series->marker_pt, (double)series->markers->len);
    end_line(out);
    for (guint i = 0; i < series->markers->len; i++)
        dump_point(out, g_array_index(series->markers, Point, i));
}

static void dump_series(GString *out, const SceneSeries *series)
{
    dump_text(out, 2, series->in_legend ? "series" : "series-unnamed", &series->label);
    if (series->on_y2) {
        begin_line(out, 3, "on y2");
        end_line(out);
    }
    dump_stroke(out, 3, series->color, series->width_pt, &series->dash);
    for (guint i = 0; i < series->overlaps->len; i++) {
        const SceneOverlap *overlap = &g_array_index(series->overlaps, SceneOverlap, i);
        begin_line(out, 3, "overlap");
        add_numbers(out, 2, overlap->first, overlap->last);
        g_string_append_printf(out, " rank %d of %d, leader %d", overlap->rank,
                               overlap->count, overlap->leader);
        end_line(out);
    }
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        begin_line(out, 3, "piece");
        g_string_append_printf(out, " %u\n", piece->points->len);
        for (guint k = 0; k < piece->points->len; k++) {
            Point point = g_array_index(piece->points, Point, k);
            begin_line(out, 3, "");
            add_numbers(out, 2, point.x, point.y);
            end_line(out);
        }
    }
    dump_data(out, series);
    for (guint i = 0; i < series->dots->len; i++) {
        const SceneDot *dot = &g_array_index(series->dots, SceneDot, i);
        begin_line(out, 3, dot->filled ? "dot filled" : "dot open");
        add_numbers(out, 2, dot->at.x, dot->at.y);
        end_line(out);
    }
}

static void dump_spans(GString *out, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->spans->len; i++) {
        const SceneSpan *span = &g_array_index(panel->spans, SceneSpan, i);
        char buffer[8];
        begin_line(out, 2, span->of_y ? "span y" : "span x");
        g_string_append(out, span->begins ? "" : " (more)");
        add_numbers(out, 2, span->first, span->last);
        g_string_append_printf(out, " fill %s", color_format(span->fill, buffer));
        add_number(out, span->fill.alpha);
        end_line(out);
        dump_text(out, 3, "label", &span->label);
    }
}

static void dump_marks(GString *out, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->lines->len; i++) {
        const SceneLine *line = &g_array_index(panel->lines, SceneLine, i);
        begin_line(out, 2, isnan(line->x) ? "line y" : "line x");
        add_number(out, isnan(line->x) ? line->y : line->x);
        if (line->label)
            add_text(out, line->label);
        end_line(out);
        dump_stroke(out, 3, line->color, line->width_pt, &line->dash);
    }
    for (guint i = 0; i < panel->marks->len; i++) {
        static const char *const shapes[] = {
            [MARKER_NONE] = "none",         [MARKER_CIRCLE] = "circle",
            [MARKER_SQUARE] = "square",     [MARKER_DIAMOND] = "diamond",
            [MARKER_TRIANGLE] = "triangle", [MARKER_CROSS] = "cross",
            [MARKER_PLUS] = "plus"};
        const SceneMark *mark = &g_array_index(panel->marks, SceneMark, i);
        char buffer[8];
        begin_line(out, 2, "mark at");
        add_numbers(out, 2, mark->at.x, mark->at.y);
        g_string_append_printf(out, " %s%s%s %s", mark->on_y2 ? "y2 " : "",
                               mark->filled ? "" : "open ", shapes[mark->marker],
                               color_format(mark->color, buffer));
        add_number(out, mark->size_pt);
        end_line(out);
        dump_text(out, 3, "label", &mark->label);
    }
    for (guint i = 0; i < panel->notes->len; i++) {
        const SceneNote *note = &g_array_index(panel->notes, SceneNote, i);
        begin_line(out, 2, "note at");
        add_numbers(out, 2, note->at.x, note->at.y);
        g_string_append(out, " offset");
        add_numbers(out, 2, note->offset_x_pt, note->offset_y_pt);
        if (note->align != NOTE_CENTER)
            g_string_append(out, note->align == NOTE_LEFT ? " left" : " right");
        end_line(out);
        dump_text(out, 3, "text", &note->text);
    }
}

static void dump_contour(GString *out, const SceneContour *contour)
{
    begin_line(out, 3, "contour");
    add_number(out, contour->level);
    if (contour->label)
        add_text(out, contour->label);
    end_line(out);
    dump_stroke(out, 4, contour->color, contour->width_pt, &contour->dash);
    for (guint i = 0; i < contour->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(contour->pieces, i);
        Point first = g_array_index(piece->points, Point, 0);
        Point middle = g_array_index(piece->points, Point, piece->points->len / 2);
        begin_line(out, 4, "piece");
        g_string_append_printf(out, " %u by", piece->points->len);
        add_numbers(out, 4, first.x, first.y, middle.x, middle.y);
        end_line(out);
    }
}

/* Nine tell enough. */
static void dump_colors(GString *out, const SceneField *field)
{
    char buffer[8];
    begin_line(out, 3, "colors");
    for (int i = 0; i <= 8; i++)
        g_string_append_printf(out, " %s",
                               color_format(field->colors[i * 255 / 8], buffer));
    end_line(out);
}

/* Values of nine samples tell enough. */
static void dump_field(GString *out, const SceneField *field)
{
    g_autofree double *row = g_new(double, (gsize)field->columns);
    begin_line(out, 2, "field");
    g_string_append_printf(out, " %d x %d%s%s%s%s over", field->columns, field->rows,
                           field->smooth ? " smooth" : " cells",
                           field->below ? " below" : "", field->above ? " above" : "",
                           field->show_bar ? "" : " no bar");
    add_numbers(out, 4, field->left, field->right, field->bottom, field->top);
    end_line(out);
    for (int i = 1; i <= 5; i += 2) {
        scene_field_row(field, field->rows * i / 6, row);
        begin_line(out, 3, "values");
        for (int k = 1; k <= 5; k += 2)
            add_number(out, row[field->columns * k / 6]);
        end_line(out);
    }
    dump_colors(out, field);
    dump_axis(out, "bar", &field->bar);
    for (guint i = 0; i < field->contours->len; i++)
        dump_contour(out, g_ptr_array_index(field->contours, i));
}

static void dump_strip(GString *out, const SceneField *strip)
{
    begin_line(out, 2, "strip");
    end_line(out);
    dump_colors(out, strip);
    dump_axis(out, "bar", &strip->bar);
}

static const char *legend_name(LegendPlace place)
{
    static const char *const names[] = {
        [LEGEND_AUTO] = "auto",       [LEGEND_TOP_LEFT] = "top-left",
        [LEGEND_TOP] = "top",         [LEGEND_TOP_RIGHT] = "top-right",
        [LEGEND_LEFT] = "left",       [LEGEND_CENTER] = "center",
        [LEGEND_RIGHT] = "right",     [LEGEND_BOTTOM_LEFT] = "bottom-left",
        [LEGEND_BOTTOM] = "bottom",   [LEGEND_BOTTOM_RIGHT] = "bottom-right",
        [LEGEND_OUTSIDE] = "outside", [LEGEND_BELOW] = "below",
        [LEGEND_DIRECT] = "direct",   [LEGEND_NONE] = "none",
    };
    return names[place];
}

static void dump_panel(GString *out, const ScenePanel *panel)
{
    begin_line(out, 1, "panel");
    g_string_append_printf(out, " row %d column %d legend %s", panel->row,
                           panel->column, legend_name(panel->legend));
    end_line(out);
    dump_text(out, 2, "title", &panel->title);
    dump_text(out, 2, "subtitle", &panel->subtitle);
    dump_caption(out, 2, &panel->caption);
    dump_axis(out, "x", &panel->x);
    dump_axis(out, "y", &panel->y);
    if (panel->has_y2)
        dump_axis(out, "y2", &panel->y2);
    for (guint i = 0; i < panel->series->len; i++)
        dump_series(out, g_ptr_array_index(panel->series, i));
    if (panel->strip)
        dump_strip(out, panel->strip);
    if (panel->field)
        dump_field(out, panel->field);
    dump_spans(out, panel);
    dump_marks(out, panel);
    for (guint i = 0; i < panel->insets->len; i++) {
        const SceneInset *inset = g_ptr_array_index(panel->insets, i);
        begin_line(out, 1, inset->is_zoom ? "inset zoom" : "inset");
        add_numbers(out, 4, inset->left, inset->top, inset->width, inset->height);
        end_line(out);
        dump_panel(out, inset->panel);
    }
}

char *scene_dump(const Scene *scene)
{
    static const char *const shares[] = {"none", "x", "y", "both", "auto"};
    GString *out = g_string_new("scene");
    add_text(out, scene->name);
    end_line(out);
    dump_text(out, 1, "title", &scene->title);
    dump_text(out, 1, "subtitle", &scene->subtitle);
    dump_caption(out, 1, &scene->caption);
    begin_line(out, 1, "description");
    add_text(out, scene->description);
    end_line(out);
    begin_line(out, 1, "page");
    add_numbers(out, 3, scene->width_pt, scene->height_pt, scene->dpi);
    end_line(out);
    begin_line(out, 1, "grid");
    g_string_append_printf(out, " %d x %d share %s", scene->rows, scene->columns,
                           shares[scene->share]);
    end_line(out);
    for (guint i = 0; i < scene->panels->len; i++)
        dump_panel(out, g_ptr_array_index(scene->panels, i));
    return g_string_free(out, FALSE);
}
