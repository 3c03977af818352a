/* tex_area.c - regions, bands, bars, markers and marks within an axis environment. */
#include "backend/tex_parts.h"
#include "base/number.h"

#include <math.h>

const char *tex_define_own_color(Tex *tex, Color color, char name[32])
{
    g_snprintf(name, 32, "aparea%d", ++tex->area_number);
    tex_define_color(tex->out, name, color);
    return name;
}

/* A rectangle between two places of the data. */
static void append_rectangle(Tex *tex, Point from, Point to)
{
    tex_append_value(tex->out, "(axis cs:", &tex->panel->x.scale, from.x);
    tex_append_value(tex->out, ",", &tex->y->scale, from.y);
    tex_append_value(tex->out, ") rectangle (axis cs:", &tex->panel->x.scale, to.x);
    tex_append_value(tex->out, ",", &tex->y->scale, to.y);
    g_string_append_c(tex->out, ')');
}

void tex_write_spans(Tex *tex)
{
    const Scale *x = &tex->panel->x.scale, *y = &tex->panel->y.scale;
    for (guint i = 0; i < tex->panel->spans->len; i++) {
        const SceneSpan *span = &g_array_index(tex->panel->spans, SceneSpan, i);
        char name[32];
        tex_define_own_color(tex, span->fill, name);
        g_string_append(tex->out, "\\path[draw=none");
        tex_append_paint(tex->out, "fill", name, span->fill);
        g_string_append(tex->out, "] ");
        if (span->of_y)
            append_rectangle(tex, (Point){x->low, span->first},
                             (Point){x->high, span->last});
        else
            append_rectangle(tex, (Point){span->first, y->low},
                             (Point){span->last, y->high});
        g_string_append(tex->out, ";\n");
    }
}

void tex_write_bands(Tex *tex, const SceneSeries *series, const char *color)
{
    GString *out = tex->out;
    for (guint i = 0; i < series->bands->len; i++) {
        const SceneBand *band = g_ptr_array_index(series->bands, i);
        g_string_append(out, "\\addplot[draw=none, no marks, forget plot");
        tex_append_paint(out, "fill", color, series->fill);
        g_string_append(out, "] table[row sep=crcr] {\n");
        for (guint k = 0; k < band->low->len; k++)
            tex_append_point(tex, out, g_array_index(band->low, Point, k), tex_row_end);
        for (guint k = band->high->len; k-- > 0;)
            tex_append_point(tex, out, g_array_index(band->high, Point, k),
                             tex_row_end);
        g_string_append(out, "} -- cycle;\n");
    }
}

void tex_write_bars(Tex *tex, const SceneSeries *series, const char *color)
{
    GString *out = tex->out;
    if (series->bars->len == 0)
        return;
    g_string_append(out, "\\path[draw=none");
    tex_append_paint(out, "fill", color, series->fill);
    g_string_append_c(out, ']');
    for (guint i = 0; i < series->bars->len; i++) {
        const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
        g_string_append(out, "\n  ");
        append_rectangle(tex, (Point){bar->left, bar->low},
                         (Point){bar->right, bar->high});
    }
    g_string_append(out, ";\n");
}

/* --- Markers and marks --- */

static const char *mark_name(Marker marker)
{
    static const char *const names[] = {
        [MARKER_NONE] = "*",
        [MARKER_CIRCLE] = "*",
        [MARKER_SQUARE] = "square*",
        [MARKER_DIAMOND] = "diamond*",
        [MARKER_TRIANGLE] = "triangle*",
        [MARKER_CROSS] = "x",
        [MARKER_PLUS] = "+",
    };
    return names[marker];
}

static void begin_marks(Tex *tex, Marker marker, bool filled, double size_pt,
                        const char *color)
{
    GString *out = tex->out;
    g_string_append_printf(out, "\\addplot[only marks, forget plot, mark=%s",
                           mark_name(marker));
    tex_append_number(out, ", mark size=", size_pt / 2);
    g_string_append_printf(out, "bp, mark options={solid, draw=%s, fill=%s}]", color,
                           filled ? color : "apinside");
    g_string_append(out, " table[row sep=crcr] {\n");
}

void tex_write_markers(Tex *tex, const SceneSeries *series, const char *color)
{
    if (series->markers->len == 0 || series->marker == MARKER_NONE)
        return;
    begin_marks(tex, series->marker, true, series->marker_pt, color);
    for (guint i = 0; i < series->markers->len; i++)
        tex_append_point(tex, tex->out, g_array_index(series->markers, Point, i),
                         tex_row_end);
    g_string_append(tex->out, "};\n");
}

void tex_write_marks(Tex *tex)
{
    for (guint i = 0; i < tex->panel->marks->len; i++) {
        const SceneMark *mark = &g_array_index(tex->panel->marks, SceneMark, i);
        if (mark->on_y2 != (tex->y == &tex->panel->y2))
            continue;
        char name[32];
        begin_marks(tex, mark->marker, mark->filled, mark->size_pt,
                    tex_define_own_color(tex, mark->color, name));
        tex_append_point(tex, tex->out, mark->at, tex_row_end);
        g_string_append(tex->out, "};\n");
    }
}
