/* data_read.c - files of data, bars and histograms in figure files. */
#include "spec/figure_fields.h"

#include <math.h>
#include <string.h>

enum { BARS_MAX = 500, HISTOGRAMS_MAX = 50, EDGES_MAX = 100000, WHERE_MAX = 8 };

static Span text_place(const DocumentNode *node)
{
    return node->exact ? (Span){node->text_start, strlen(node->text)} : node->span;
}

static void take_placed(PlacedText *to, const DocumentNode *node, const char *text)
{
    g_free(to->text);
    *to = (PlacedText){.text = g_strdup(text), .place = text_place(node)};
}

void read_placed_text(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    if (node_is(reader, field, node, DOCUMENT_TEXT))
        take_placed(field_member(field, target), node, node->text);
}

void read_placed_formula(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target)
{
    if (node_is(reader, field, node, DOCUMENT_TEXT) &&
        check_formula(reader, node, node->text, NULL))
        take_placed(field_member(field, target), node, node->text);
}

void read_data(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    DataSpec *data = field_member(field, target);
    g_autofree char *path = NULL;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (strcmp(node->text, "-") == 0) {
        reports_add(reader->reports, node->span,
                    "data cannot be read from standard input: they are read twice "
                    "(name a file)");
        return;
    }
    if (g_path_is_absolute(node->text) || strcmp(reader->folder, ".") == 0)
        path = g_strdup(node->text);
    else
        path = g_build_filename(reader->folder, node->text, NULL);
    take_placed(&data->path, node, path);
    figure_add_file(reader->figure, path);
}

static void clear_condition(void *data)
{
    g_free(((DataCondition *)data)->column.text);
    g_free(((DataCondition *)data)->text);
}

void read_data_where(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    DataSpec *data = field_member(field, target);

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (node->items->len > 2 * WHERE_MAX) {
        reports_add(reader->reports, node->span, "'where' has at most %d conditions",
                    WHERE_MAX);
        return;
    }
    data->where = g_array_new(FALSE, TRUE, sizeof(DataCondition));
    g_array_set_clear_func(data->where, clear_condition);
    for (unsigned i = 0; i + 1 < node->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(node->items, i);
        const DocumentNode *value = g_ptr_array_index(node->items, i + 1);
        DataCondition condition = {.text = NULL};

        if (!node_is(reader, field, value, DOCUMENT_TEXT))
            continue;
        take_placed(&condition.column, key, key->text);
        condition.text = g_strdup(value->text);
        g_array_append_val(data->where, condition);
    }
}

void read_curve_band(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    CurveSpec *curve = target;
    const DocumentNode *low, *high;

    if (node->kind == DOCUMENT_TEXT) {
        read_placed_text(reader, field, node, target);
        return;
    }
    if (!node_is_list(reader, field, node, 2, 2))
        return;
    low = g_ptr_array_index(node->items, 0);
    high = g_ptr_array_index(node->items, 1);
    if (node_is(reader, field, low, DOCUMENT_TEXT) &&
        node_is(reader, field, high, DOCUMENT_TEXT)) {
        take_placed(&curve->band_low, low, low->text);
        take_placed(&curve->band_high, high, high->text);
    }
}

static void clear_bar(void *data)
{
    g_free(((BarSpec *)data)->name);
}

void read_bars(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    CurveSpec *curve = target;

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (node->items->len == 0 || node->items->len > 2 * BARS_MAX) {
        reports_add(reader->reports, node->span, "'bars' must name 1 .. %d values",
                    BARS_MAX);
        return;
    }
    curve->bars = g_array_new(FALSE, TRUE, sizeof(BarSpec));
    g_array_set_clear_func(curve->bars, clear_bar);
    for (unsigned i = 0; i + 1 < node->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(node->items, i);
        BarSpec bar = {.value = NAN};

        if (!node_number(reader, field, g_ptr_array_index(node->items, i + 1),
                         &bar.value))
            continue;
        bar.name = g_strdup(key->text);
        g_array_append_val(curve->bars, bar);
    }
}

/* What the keys about data say together; false: the curve has neither data nor bars. */
bool check_data(Reader *reader, const DocumentNode *node, const CurveSpec *curve)
{
    static const char *const of_files[] = {"x", "y", "where", "group", "columns"};
    const DocumentNode *data = document_get(node, "data");
    const DocumentNode *bars = document_get(node, "bars");
    const DocumentNode *plot = document_get(node, "plot");
    const DocumentNode *band = document_get(node, "band");
    const DocumentNode *flat = document_get(node, "horizontal");

    for (unsigned i = 0; !data && i < G_N_ELEMENTS(of_files); i++) {
        const DocumentNode *other = document_get(node, of_files[i]);

        if (other)
            reports_add(reader->reports, other->span,
                        "'%s' is for curves with 'data', which name a file",
                        of_files[i]);
    }
    if (band && !plot && !data)
        reports_add(reader->reports, band->span,
                    "'band' is for curves with 'data' or 'plot'");
    if (plot && curve->band_low.text && !curve->band_high.text)
        reports_add(reader->reports, band->span,
                    "the band of a formula needs two formulas, as in "
                    "`band: [x - 1, x + 1]`");
    if (plot && band && curve->band_high.text)
        for (unsigned i = 0; i < 2; i++) {
            const DocumentNode *bound = g_ptr_array_index(band->items, i);

            check_formula(reader, bound, bound->text, NULL);
        }
    if (flat && !bars && !data && curve->style != STYLE_BARS)
        reports_add(reader->reports, flat->span, "'horizontal' is for bars");
    if (plot && curve->style != STYLE_AUTO && curve->style != STYLE_LINE &&
        !((curve->style == STYLE_POINTS || curve->style == STYLE_LINE_POINTS) &&
          curve->samples > 0))
        reports_add(reader->reports, document_get(node, "style")->span,
                    "a formula is drawn as a line, or with 'samples' as points");
    return data || bars;
}

void read_bins(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    HistogramSpec *histogram = target;
    const Field count = {.key = "bins",
                         .offset = offsetof(HistogramSpec, bin_count),
                         .minimum = 1,
                         .maximum = EDGES_MAX};

    if (node->kind == DOCUMENT_TEXT && strcmp(node->text, "auto") == 0)
        return;
    if (node->kind != DOCUMENT_LIST) {
        histogram->choice = BINS_COUNT;
        read_whole(reader, &count, node, target);
        return;
    }
    histogram->choice = BINS_EDGES;
    histogram->edges = read_numbers(reader, field, node, 2, EDGES_MAX);
    for (unsigned i = 1; histogram->edges && i < histogram->edges->len; i++)
        if (g_array_index(histogram->edges, double, i) <=
            g_array_index(histogram->edges, double, i - 1)) {
            reports_add(reader->reports, node->span,
                        "the edges in 'bins' must rise from one to the next");
            return;
        }
}

static void read_one_histogram(Reader *reader, const DocumentNode *node,
                               PanelSpec *panel)
{
    HistogramSpec *histogram;

    if (node->kind != DOCUMENT_MAP) {
        reports_add(reader->reports, node->span, "a histogram must be a map, not %s",
                    document_kind_name(node->kind));
        return;
    }
    histogram = g_new0(HistogramSpec, 1);
    histogram->style = STYLE_BARS;
    g_ptr_array_add(panel->histograms, histogram);
    fields_read(reader, figure_fields, IN_HISTOGRAM, node, histogram);
    if (!document_get(node, "data"))
        reports_add(reader->reports, node->span, "a histogram needs 'data'");
}

void read_histogram(Reader *reader, const Field *field, const DocumentNode *node,
                    void *target)
{
    if (node->kind != DOCUMENT_LIST) {
        read_one_histogram(reader, node, target);
        return;
    }
    if (!node_is_list(reader, field, node, 1, HISTOGRAMS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++)
        read_one_histogram(reader, g_ptr_array_index(node->items, i), target);
}

void data_spec_release(DataSpec *data)
{
    g_free(data->path.text);
    g_free(data->x.text);
    g_free(data->y.text);
    g_free(data->group.text);
    g_clear_pointer(&data->where, g_array_unref);
}

void histogram_spec_free(HistogramSpec *histogram)
{
    if (!histogram)
        return;
    data_spec_release(&histogram->data);
    g_free(histogram->of.text);
    g_free(histogram->label);
    g_clear_pointer(&histogram->edges, g_array_unref);
    g_clear_pointer(&histogram->heights, g_array_unref);
    g_free(histogram);
}
