/* layout_legend.c - the box that says which curve is which. */
#include "layout/layout_legend.h"

#include "formula/markup.h"
#include "scene/label.h"
#include "scene/legend.h"

#include <math.h>
#include <string.h>

enum { LABEL_LINES_MAX = 3 };

#define ROW_GAP 0.45 /* all of the text's size */
#define RISE 0.86    /* from an entry's top to its baseline */
#define DROP 0.14
#define BELOW_COLUMN_GAP 1.8
#define INSET 0.65
#define BESIDE_GAP 1.25    /* from the frame to a legend beside it */
#define OUTSIDE_SHARE 0.35 /* of the page's width, for a label */
#define INSIDE_SHARE 0.45
#define DIRECT_SHARE 0.3
#define BELOW_SHARE 0.8

const double legend_scales[LEGEND_SCALES] = {1, 0.85, 0.7};

double legend_size(const LegendLayout *legend, const Page *page)
{
    return legend->scale * page->theme->legend_size_pt;
}

double legend_gap(const Page *page)
{
    return BESIDE_GAP * page->theme->legend_size_pt;
}

LegendEntry *legend_entry(const LegendLayout *legend, unsigned index)
{
    return &g_array_index(legend->entries, LegendEntry, index);
}

double legend_entry_rise(const LegendEntry *entry, double size)
{
    const TextBlock *text = &entry->text;
    double rise = text->count ? line_rise(text->lines[0], size) : 0;

    return MAX(RISE * size, rise + 0.08 * size);
}

static double entry_height(const LegendEntry *entry, double size)
{
    const TextBlock *text = &entry->text;
    double rise = legend_entry_rise(entry, size);

    if (text->count == 0)
        return rise + DROP * size;
    return MAX(rise + DROP * size,
               rise - line_rise(text->lines[0], size) + text->height_pt - 0.1 * size);
}

void legend_measure_entries(LegendLayout *legend, Page *page, double scale, bool flat)
{
    double size;

    legend->scale = scale;
    legend->flat = flat;
    size = legend_size(legend, page);
    for (unsigned i = 0; i < legend->entries->len; i++) {
        LegendEntry *entry = legend_entry(legend, i);
        g_autofree char *low = flat ? markup_flat_math(entry->label->pango) : NULL;
        block_fit(&entry->text, page->text, low ? low : entry->label->pango, size,
                  &(BlockRoom){.width_pt = legend->label_limit_pt,
                               .lines_max = LABEL_LINES_MAX,
                               .least_scale = 1,
                               .balanced = true});
    }
}

static void clear_entry(void *data)
{
    block_clear(&((LegendEntry *)data)->text);
}

static void collect_entries(LegendLayout *legend, const ScenePanel *panel)
{
    g_autoptr(GPtrArray) named = legend_series(panel);

    for (unsigned i = 0; i < named->len; i++) {
        const SceneSeries *series = g_ptr_array_index(named, i);
        LegendEntry entry = {.label = &series->label, .series = series};
        g_array_append_val(legend->entries, entry);
    }
}

void legend_measure(LegendLayout *legend, Page *page, const ScenePanel *panel)
{
    double share = INSIDE_SHARE;

    legend->entries = g_array_new(FALSE, TRUE, sizeof(LegendEntry));
    g_array_set_clear_func(legend->entries, clear_entry);
    legend->place = panel->legend;
    if (panel->legend == LEGEND_NONE)
        return;
    collect_entries(legend, panel);
    if (panel->legend == LEGEND_OUTSIDE)
        share = OUTSIDE_SHARE;
    else if (panel->legend == LEGEND_DIRECT)
        share = DIRECT_SHARE / page->scene->columns;
    else if (panel->legend == LEGEND_BELOW)
        share = BELOW_SHARE / (page->common_legend ? 1 : page->scene->columns);
    legend->label_limit_pt = share * page->scene->width_pt;
    legend_measure_entries(legend, page, 1, false);
}

void legend_fall_back(LegendLayout *legend, Page *page, const char *why)
{
    legend->place = LEGEND_AUTO;
    legend->label_limit_pt = INSIDE_SHARE * page->scene->width_pt;
    legend_measure_entries(legend, page, 1, false);
    warnings_add(page->warnings, "%s: the names stand in a box", why);
}

void legend_release(LegendLayout *legend)
{
    if (legend->entries)
        g_array_unref(legend->entries);
    if (legend->direct)
        g_array_unref(legend->direct);
    g_free(legend->row_pt);
    g_free(legend->column_pt);
}

bool legend_is_outside(const LegendLayout *legend)
{
    return legend->place == LEGEND_OUTSIDE || legend->place == LEGEND_BELOW;
}

double legend_inset(const LegendLayout *legend, const Page *page)
{
    return legend_is_outside(legend) ? 0 : INSET * legend_size(legend, page);
}

void legend_entry_cell(const LegendLayout *legend, unsigned index, int *column,
                       int *row)
{
    if (legend->place == LEGEND_BELOW) {
        *column = (int)index % legend->columns;
        *row = (int)index / legend->columns;
    } else {
        *column = (int)index / legend->rows;
        *row = (int)index % legend->rows;
    }
}

void legend_arrange_columns(LegendLayout *legend, const Page *page, int columns)
{
    double size = legend_size(legend, page);
    double gap =
        (legend->place == LEGEND_BELOW ? BELOW_COLUMN_GAP : LEGEND_COLUMN_GAP) * size;
    double edge = legend_inset(legend, page);
    int count = (int)legend->entries->len;
    double width = 0, height = 0;

    legend->rows = (count + columns - 1) / columns;
    legend->columns = (count + legend->rows - 1) / legend->rows;
    legend->column_pt = g_renew(double, legend->column_pt, legend->columns + 1);
    legend->row_pt = g_renew(double, legend->row_pt, legend->rows + 1);
    memset(legend->column_pt, 0, sizeof(double) * (size_t)(legend->columns + 1));
    memset(legend->row_pt, 0, sizeof(double) * (size_t)(legend->rows + 1));
    for (unsigned i = 0; i < legend->entries->len; i++) {
        const LegendEntry *entry = legend_entry(legend, i);
        int column, row;
        double *wide, *high;
        legend_entry_cell(legend, i, &column, &row);
        wide = &legend->column_pt[column];
        high = &legend->row_pt[row];
        *wide = MAX(*wide, (LEGEND_SAMPLE_LENGTH + LEGEND_SAMPLE_GAP) * size +
                               entry->text.width_pt);
        *high = MAX(*high, entry_height(entry, size));
    }
    /* From sizes to where each begins. */
    for (int i = 0; i <= legend->columns; i++) {
        double extent = legend->column_pt[i];
        legend->column_pt[i] = width;
        width += i < legend->columns ? extent + gap : 0;
    }
    for (int i = 0; i <= legend->rows; i++) {
        double extent = legend->row_pt[i];
        legend->row_pt[i] = height;
        height += i < legend->rows ? extent + ROW_GAP * size : 0;
    }
    legend->width_pt = width - gap + 2 * edge;
    legend->height_pt = height - ROW_GAP * size + 2 * edge;
}

/* Whether some label takes more height than words do. */
static bool has_fractions(const LegendLayout *legend)
{
    for (unsigned i = 0; i < legend->entries->len; i++)
        if (label_extra_em(legend_entry(legend, i)->label) > 0)
            return true;
    return false;
}

/* Formulas on one line are wider. */
static bool is_cut(const LegendLayout *legend)
{
    for (unsigned i = 0; i < legend->entries->len; i++) {
        const TextBlock *text = &legend_entry(legend, i)->text;
        for (int k = 0; k < text->count; k++)
            if (text->cut[k])
                return true;
    }
    return false;
}

/* Beside the frame a column less is worth a little smaller text. */
static void save_column(LegendLayout *legend, Page *page, double height_pt)
{
    int columns = legend->columns;

    if (legend->place != LEGEND_OUTSIDE || columns < 2)
        return;
    legend_measure_entries(legend, page, legend_scales[1], legend->flat);
    legend_arrange_columns(legend, page, columns - 1);
    if (legend->height_pt <= height_pt)
        return;
    legend_measure_entries(legend, page, legend_scales[0], legend->flat);
    legend_arrange_columns(legend, page, columns);
}

bool legend_arrange(LegendLayout *legend, Page *page, double width_pt, double height_pt,
                    double area)
{
    static const struct {
        double scale;
        bool flat;
    } tries[] = {{1, false},   {1, true},   {0.85, false},
                 {0.85, true}, {0.7, true}, {0.7, false}};
    bool fits = false;

    if (legend->entries->len == 0)
        return true;
    for (unsigned i = 0; i < G_N_ELEMENTS(tries); i++) {
        if (tries[i].flat && !has_fractions(legend))
            continue;
        if (legend->scale != tries[i].scale || legend->flat != tries[i].flat)
            legend_measure_entries(legend, page, tries[i].scale, tries[i].flat);
        if (tries[i].flat && is_cut(legend))
            continue;
        fits = false;
        for (int columns = 1; columns <= LEGEND_INSIDE_COLUMNS_MAX && !fits;
             columns++) {
            legend_arrange_columns(legend, page, columns);
            fits = legend->width_pt <= width_pt && legend->height_pt <= height_pt;
        }
        if (fits && legend->width_pt * legend->height_pt <= area) {
            if (tries[i].scale == legend_scales[0])
                save_column(legend, page, height_pt);
            return true;
        }
    }
    return fits;
}

/* As many columns as there is width for; false: not even one. */
static bool fill_width(LegendLayout *legend, Page *page, double width_pt, double scale)
{
    int columns = (int)MIN(legend->entries->len, LEGEND_COLUMNS_MAX);

    if (legend->scale != scale)
        legend_measure_entries(legend, page, scale, false);
    do {
        legend_arrange_columns(legend, page, columns);
        columns = legend->columns - 1;
    } while (legend->width_pt > width_pt && columns > 0);
    return legend->width_pt <= width_pt;
}

/* Smaller text is taken for a legend half as high, or when there is no room else. */
bool legend_arrange_below(LegendLayout *legend, Page *page, double width_pt,
                          double height_pt)
{
    int rows = 0;

    for (unsigned s = 0; s < LEGEND_SCALES; s++) {
        if (!fill_width(legend, page, width_pt, legend_scales[s]))
            continue;
        if (legend->height_pt > height_pt)
            continue;
        if (s == 0 && legend->rows > 2) {
            rows = legend->rows;
            continue;
        }
        if (rows == 0 || 2 * legend->rows <= rows + 1)
            return true;
        return fill_width(legend, page, width_pt, legend_scales[0]);
    }
    return rows > 0 && fill_width(legend, page, width_pt, legend_scales[0]);
}
