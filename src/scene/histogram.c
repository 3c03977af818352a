/* histogram.c - how often values lie where. */
#include "scene/histogram.h"

#include "base/error.h"
#include "scene/curve.h"
#include "scene/label.h"
#include "scene/parts.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { BLOCK_ROWS = 16384, KEPT_MAX = 1000000, FINE_BINS = 65536, BINS_MAX = 10000 };

/* A file's values on their way. */
typedef struct {
    const HistogramSpec *spec;
    const Figure *figure;
    DataFile *file;
    DataWish wish;
    Formula *formula; /* NULL: the values themselves */
    Tape *tape;
    double block[BLOCK_ROWS];
} Source;

/* Takes in values, finite ones. */
typedef void Taker(void *target, const double *values, size_t count);

static bool source_open(Source *source, GError **error)
{
    const HistogramSpec *spec = source->spec;
    source->file = data_spec_open(source->figure, &spec->data, &source->wish, error);
    if (!source->file)
        return false;
    int column = 0;
    if (spec->data.y.text)
        column = data_spec_column(source->figure, source->file, &spec->data.y, error);
    if (column < 0)
        return false;
    source->wish.columns[source->wish.count++] = column;
    if (!spec->of.text)
        return true;
    source->formula =
        curve_formula_new(source->figure, spec->of.text, spec->of.place, NULL, error);
    if (source->formula)
        source->tape = tape_new(source->formula, 0);
    return source->formula;
}

static void source_free(Source *source)
{
    data_file_close(source->file);
    tape_free(source->tape);
    formula_free(source->formula);
    g_free(source);
}

static bool source_read(Source *source, Taker *take, void *target, GError **error)
{
    double *block = source->block;
    if (!data_file_begin(source->file, &source->wish, error))
        return false;
    for (;;) {
        gssize rows = data_file_read(source->file, &block, BLOCK_ROWS, error);
        size_t count = 0;
        if (rows <= 0)
            return rows == 0;
        if (source->tape)
            tape_evaluate(source->tape, block, (size_t)rows, &block);
        for (gssize i = 0; i < rows; i++)
            if (isfinite(block[i]))
                block[count++] = block[i];
        take(target, block, count);
    }
}

/* What is to be known before bins are chosen: all values, of too many their extent. */
typedef struct {
    GArray *kept; /* of double */
    gint64 count;
    double low, high;
} Extent;

static void take_extent(void *target, const double *values, size_t count)
{
    Extent *extent = target;
    for (size_t i = 0; i < count; i++) {
        extent->low = values[i] < extent->low ? values[i] : extent->low;
        extent->high = values[i] > extent->high ? values[i] : extent->high;
    }
    extent->count += (gint64)count;
    if (extent->count <= KEPT_MAX)
        g_array_append_vals(extent->kept, values, (guint)count);
    else
        g_array_set_size(extent->kept, 0);
}

/* Counts between edges; the last bin holds its upper edge, as NumPy has it. */
typedef struct {
    const double *edges;
    int bins;
    bool even; /* of one width */
    gint64 *counts;
    gint64 total;
} Counter;

static void take_counts(void *target, const double *values, size_t count)
{
    Counter *counter = target;
    const double *edges = counter->edges;
    int bins = counter->bins;
    double low = edges[0], high = edges[bins], scale = bins / (high - low);
    bool even = counter->even && isfinite(scale) && scale > 0;
    counter->total += (gint64)count;
    for (size_t i = 0; i < count; i++) {
        double value = values[i];
        int first = 0, last = bins;
        if (!(value >= low && value <= high))
            continue;
        if (even) {
            int guess = MIN((int)((value - low) * scale), bins - 1);
            guess -= guess > 0 && value < edges[guess];
            guess += guess < bins - 1 && value >= edges[guess + 1];
            counter->counts[guess]++;
            continue;
        }
        while (last - first > 1) {
            int middle = (first + last) / 2;
            if (value >= edges[middle])
                first = middle;
            else
                last = middle;
        }
        counter->counts[first]++;
    }
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The value at a share of the sorted ones, between two of them in proportion. */
static double quantile(const double *sorted, size_t count, double share)
{
    double at = share * (double)(count - 1);
    size_t below = (size_t)at;
    double rest = at - (double)below;
    if (below + 1 >= count)
        return sorted[count - 1];
    return sorted[below] + rest * (sorted[below + 1] - sorted[below]);
}

/* The two rules, from the extent, the middle half's width and how many there are. */
static int bins_by_rules(double extent, double middle_half, double count)
{
    double sturges = extent / (log2(count) + 1);
    double freedman = 2 * middle_half / cbrt(count);
    double width = freedman > 0 ? fmin(freedman, sturges) : sturges;
    if (!isfinite(extent)) /* wider than the numbers: of Sturges alone */
        return (int)ceil(log2(count) + 1);
    if (!(extent > 0) || !(width > 0))
        return 1;
    return (int)CLAMP(ceil(extent / width), 1, BINS_MAX);
}

int histogram_auto_bins(const double *values, size_t count)
{
    if (count == 0)
        return 1;
    return bins_by_rules(values[count - 1] - values[0],
                         quantile(values, count, 0.75) - quantile(values, count, 0.25),
                         (double)count);
}

static GArray *even_edges(double low, double high, int bins)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(double));
    double size = fmax(fmax(fabs(low), fabs(high)), DBL_MIN);
    /* One value, or none, or so near each other that edges would coincide. */
    if (!(high - low > 4 * bins * DBL_EPSILON * size)) {
        double room = fmax(0.5, fabs(low) * 1e-6);
        low = isfinite(low) ? low - room : 0;
        high = isfinite(high) ? high + room : 1;
    }
    for (int i = 0; i <= bins; i++) {
        double share = (double)i / bins;
        double edge = i == bins              ? high
                      : isfinite(high - low) ? low + share * (high - low)
                                             : (1 - share) * low + share * high;
        g_array_append_val(edges, edge);
    }
    return edges;
}

/* Of more values than are kept the quantiles are those of very fine bins. */
static bool fine_bins(Source *source, const Extent *extent, int *bins, GError **error)
{
    g_autofree gint64 *counts = g_new0(gint64, FINE_BINS);
    g_autoptr(GArray) edges = even_edges(extent->low, extent->high, FINE_BINS);
    Counter counter = {(const double *)(void *)edges->data, FINE_BINS, true, counts, 0};
    if (!source_read(source, take_counts, &counter, error))
        return false;
    double quarter = NAN, three = NAN, sum = 0, total = (double)extent->count;
    for (int i = 0; i < FINE_BINS; i++) {
        sum += (double)counts[i];
        if (isnan(quarter) && sum >= 0.25 * total)
            quarter = g_array_index(edges, double, i);
        if (isnan(three) && sum >= 0.75 * total)
            three = g_array_index(edges, double, i);
    }
    *bins = bins_by_rules(extent->high - extent->low, three - quarter, total);
    return true;
}

static bool choose_edges(Histogram *histogram, Source *source, Extent *extent,
                         GError **error)
{
    const HistogramSpec *spec = histogram->spec;
    int bins = spec->bin_count;
    if (spec->choice == BINS_EDGES) {
        histogram->edges = g_array_ref(spec->edges);
        return true;
    }
    if (spec->choice == BINS_AUTO && extent->count <= KEPT_MAX) {
        g_array_sort(extent->kept, compare_doubles);
        bins = histogram_auto_bins((const double *)(void *)extent->kept->data,
                                   extent->kept->len);
    } else if (spec->choice == BINS_AUTO && !fine_bins(source, extent, &bins, error)) {
        return false;
    }
    histogram->edges = even_edges(extent->low, extent->high, bins);
    return true;
}

static bool count_values(Histogram *histogram, Source *source, const Extent *extent,
                         GError **error)
{
    int bins = (int)histogram->edges->len - 1;
    g_autofree gint64 *counts = g_new0(gint64, (gsize)bins);
    Counter counter = {
        .edges = (const double *)(void *)histogram->edges->data,
        .bins = bins,
        .even = histogram->spec->choice != BINS_EDGES,
        .counts = counts,
    };
    if (extent->count <= KEPT_MAX)
        take_counts(&counter, (const double *)(void *)extent->kept->data,
                    extent->kept->len);
    else if (!source_read(source, take_counts, &counter, error))
        return false;
    double inside = 0;
    for (int i = 0; i < bins; i++)
        inside += (double)counts[i];
    for (int i = 0; i < bins; i++) {
        double width = counter.edges[i + 1] - counter.edges[i];
        double height = (double)counts[i];
        if (histogram->spec->density)
            height = inside > 0 ? height / (inside * width) : 0;
        g_array_append_val(histogram->heights, height);
    }
    return true;
}

static char *counted_name(const Source *source)
{
    const HistogramSpec *spec = source->spec;
    if (spec->of.text)
        return formula_label(spec->of.text, &source->figure->definitions.scope, NULL,
                             NOTATION_PLAIN);
    return g_strdup(
        g_ptr_array_index(source->file->names, (guint)source->wish.columns[0]));
}

static bool fill(Histogram *histogram, Source *source, GError **error)
{
    Extent extent = {g_array_new(FALSE, FALSE, sizeof(double)), 0, INFINITY, -INFINITY};
    bool done = source_read(source, take_extent, &extent, error) &&
                choose_edges(histogram, source, &extent, error) &&
                count_values(histogram, source, &extent, error);
    g_array_unref(extent.kept);
    return done;
}

/* What an experiment has counted. */
static void take_heights(Histogram *histogram, const HistogramSpec *spec)
{
    histogram->edges = g_array_ref(spec->edges);
    g_array_append_vals(histogram->heights, spec->heights->data, spec->heights->len);
    histogram->of_name = g_strdup("");
}

Histogram *histogram_new(const Figure *figure, const HistogramSpec *spec,
                         SceneSeries *series, GError **error)
{
    Histogram *histogram = g_new0(Histogram, 1);
    *histogram = (Histogram){.spec = spec, .series = series};
    histogram->heights = g_array_new(FALSE, FALSE, sizeof(double));
    if (spec->heights) {
        take_heights(histogram, spec);
        return histogram;
    }
    Source *source = g_new0(Source, 1);
    source->spec = spec;
    source->figure = figure;
    bool done = source_open(source, error);
    if (done) {
        histogram->of_name = counted_name(source);
        done = fill(histogram, source, error);
    }
    source_free(source);
    if (done)
        return histogram;
    histogram_free(histogram);
    return NULL;
}

void histogram_free(Histogram *histogram)
{
    if (!histogram)
        return;
    g_clear_pointer(&histogram->edges, g_array_unref);
    g_array_unref(histogram->heights);
    g_free(histogram->of_name);
    g_free(histogram);
}

void histogram_add_range(const Histogram *histogram, const Scale *x, ScaleKind kind,
                         Range *range)
{
    range_add(range, 0, kind);
    for (guint i = 0; i < histogram->heights->len; i++)
        if (g_array_index(histogram->edges, double, i + 1) > x->low &&
            g_array_index(histogram->edges, double, i) < x->high)
            range_add(range, g_array_index(histogram->heights, double, i), kind);
}

static void draw_outline(const Histogram *histogram, const Frame *frame)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    double base = frame->y.kind == SCALE_LOG ? frame->y.low : 0;
    guint bins = histogram->heights->len;
    for (guint i = 0; i < bins; i++) {
        double left = g_array_index(histogram->edges, double, i);
        double right = g_array_index(histogram->edges, double, i + 1);
        double height = fmax(g_array_index(histogram->heights, double, i), base);
        Point corners[] = {
            {left, base}, {left, height}, {right, height}, {right, base}};
        g_array_append_vals(points, &corners[i > 0],
                            i + 1 == bins ? 4 - (i > 0) : 3 - (i > 0));
    }
    polyline_clip(points, frame, histogram->series->pieces);
}

/* An empty frame without a word would look like a fault of the program's. */
static void check_values(const Histogram *histogram, const Frame *frame,
                         Warnings *warnings)
{
    for (guint i = 0; i < histogram->heights->len; i++)
        if (g_array_index(histogram->heights, double, i) > 0 &&
            g_array_index(histogram->edges, double, i) < frame->x.high &&
            g_array_index(histogram->edges, double, i + 1) > frame->x.low)
            return;
    warnings_add(warnings,
                 "the histogram of '%s' has no values within the range of its axis",
                 histogram->of_name);
}

void histogram_draw(const Histogram *histogram, const Frame *frame, Warnings *warnings)
{
    SceneSeries *series = histogram->series;
    check_values(histogram, frame, warnings);
    if (histogram->spec->style != STYLE_BARS) {
        draw_outline(histogram, frame);
        return;
    }
    series->width_pt = 0;
    for (guint i = 0; i < histogram->heights->len; i++) {
        double left = g_array_index(histogram->edges, double, i);
        double right = g_array_index(histogram->edges, double, i + 1);
        double height = g_array_index(histogram->heights, double, i);
        SceneBar bar = {
            .left = fmax(left, frame->x.low),
            .right = fmin(right, frame->x.high),
            .low = CLAMP(0, frame->y.low, frame->y.high),
            .high = CLAMP(height, frame->y.low, frame->y.high),
        };
        if (bar.left < bar.right && bar.low < bar.high)
            g_array_append_val(series->bars, bar);
    }
}
