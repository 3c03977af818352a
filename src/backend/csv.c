/* csv.c - the curves' points as a table (RFC 4180, lines ended by LF).
 *
 * The long form, one point a row: curves have their own sample places, and the two
 * sides of a jump share an x but not a piece. Numbers are the shortest that read
 * back as the same double.
 */
#include "backend/backend.h"
#include "base/number.h"

#include <string.h>

static void append_field(GString *out, const char *text)
{
    if (!strpbrk(text, ",\"\r\n")) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

/* start is what comes before the piece's number in each row. */
static void append_piece(GString *out, const char *start, guint piece_number,
                         const ScenePiece *piece)
{
    char x[NUMBER_SIZE], f[NUMBER_SIZE];
    for (guint i = 0; i < piece->points->len; i++) {
        Point point = g_array_index(piece->points, Point, i);
        g_string_append_printf(out, "%s,%u,%s,%s\n", start, piece_number,
                               number_format(point.x, x), number_format(point.y, f));
    }
}

static void append_panel(GString *out, const ScenePanel *panel, const char *start)
{
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        g_autoptr(GString) row = g_string_new(start);
        append_field(row, series->label.plain);
        for (guint k = 0; k < series->pieces->len; k++)
            append_piece(out, row->str, k + 1, g_ptr_array_index(series->pieces, k));
    }
}

static bool write_csv(const Scene *scene, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    (void)error;
    bool has_panels = scene->panels->len > 1;
    g_autoptr(GString) text =
        g_string_new(has_panels ? "panel,curve,piece,x,f\n" : "curve,piece,x,f\n");
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        g_autofree char *start =
            has_panels ? g_strdup_printf("%u,", i + 1) : g_strdup("");
        append_panel(text, panel, start);
    }
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_csv = {
    .name = "csv",
    .help = "the curves' points as a table: panel (if several), curve, piece, x, f",
    .shows = "curves alone; the two sides of a jump are two pieces",
    .unshown =
        UNSHOWN_LINES | UNSHOWN_NOTES | UNSHOWN_SPANS | UNSHOWN_MARKS | UNSHOWN_INSETS,
    .binary = false,
    .write_scene = write_csv,
};
