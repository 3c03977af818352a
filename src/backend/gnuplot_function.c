/* gnuplot_function.c - formulas as functions that gnuplot computes itself.
 *
 * Points are then gnuplot's own, evenly over each piece; what coincides is painted
 * over. Given points stay data.
 */
#include "backend/gnuplot_parts.h"
#include "formula/formula.h"
#include "formula/script.h"

#include <math.h>

enum { SAMPLES = 1001 }; /* of each piece */

/* One part in so many of a piece is left out where it ends within the frame: gnuplot
 * takes an x for 0 that is less than some 1e-8 of a step from it, and would then be on
 * the other side. */
#define INWARDS 1e6

bool gnuplot_is_function(const Gnuplot *gnuplot, const SceneSeries *series)
{
    return gnuplot->options->functions && series->formula;
}

static void write_function(Gnuplot *gnuplot, const SceneSeries *series, GString *out,
                           GHashTable *called)
{
    g_autoptr(Formula) formula =
        formula_new(series->formula, series->scope,
                    (const Binding *)(void *)series->bindings->data, NULL, NULL);
    const Node *const nodes[] = {formula->root};
    g_autofree char *text =
        script_print(formula->pool, nodes, 1, SCRIPT_GNUPLOT, NULL, called);
    g_autofree char *label = g_strdelimit(g_strdup(series->label.plain), "\r\n", ' ');
    g_string_append_printf(out, "f_%d(x) = %s # %s\n", gnuplot->data_number, text,
                           label);
}

void gnuplot_write_functions(Gnuplot *gnuplot)
{
    g_autoptr(GHashTable) called = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) functions = g_string_new(NULL);
    if (!gnuplot->options->functions)
        return;
    g_string_append_printf(gnuplot->out, "samples_of_functions = %d\n", SAMPLES);
    gnuplot->data_number = 0;
    for (guint i = 0; i < gnuplot->views->len; i++) {
        const ScenePanel *panel = g_array_index(gnuplot->views, GnuplotView, i).panel;
        for (guint k = 0; k < panel->series->len; k++) {
            const SceneSeries *series = g_ptr_array_index(panel->series, k);
            gnuplot->data_number++;
            if (gnuplot_is_function(gnuplot, series))
                write_function(gnuplot, series, functions, called);
        }
    }
    g_autofree char *own = script_functions(SCRIPT_GNUPLOT, called);
    g_string_append_printf(gnuplot->out, "%s%s\n", own, functions->str);
}

/* At an end within the frame another branch may be taken: it is left out. */
void gnuplot_append_function(Gnuplot *gnuplot, const ScenePanel *panel,
                             const ScenePiece *piece)
{
    const Scale x = scale_rising(&panel->x.scale);
    double first = g_array_index(piece->points, Point, 0).x;
    double last = g_array_index(piece->points, Point, piece->points->len - 1).x;
    bool log = x.kind == SCALE_LOG;
    if (first > x.low)
        first += (log ? first : last - first) / INWARDS;
    if (last < x.high)
        last -= (log ? last : last - first) / INWARDS;
    char from[NUMBER_SIZE], to[NUMBER_SIZE];
    g_string_append_printf(gnuplot->out, "[%s:%s] f_%d(x)", number_format(first, from),
                           number_format(last, to), gnuplot->data_number);
}
