/* heatmap_read.c - `heatmap:` of figure files. */
#include "spec/figure_fields.h"

#include "base/number.h"
#include "formula/respell.h"

#include <math.h>
#include <string.h>

enum {
    SIDE_MAX = 20000,        /* samples a side */
    CELLS_MAX = 100 << 20,   /* of them in all */
    VALUES_MAX = 100 * 1000, /* that stand in the file */
    LEVELS_MAX = 200,
};

HeatmapSpec *heatmap_spec_new(void)
{
    HeatmapSpec *heatmap = g_new0(HeatmapSpec, 1);

    heatmap->low = heatmap->high = heatmap->linear = NAN;
    heatmap->bar = heatmap->contour_labels = true;
    return heatmap;
}

void heatmap_spec_free(HeatmapSpec *heatmap)
{
    if (!heatmap)
        return;
    g_free(heatmap->z);
    g_free(heatmap->label);
    data_spec_release(&heatmap->data);
    palette_unref(heatmap->palette);
    g_clear_pointer(&heatmap->rows, g_ptr_array_unref);
    g_clear_pointer(&heatmap->levels, g_array_unref);
    g_free(heatmap);
}

static void check_z(Reader *reader, const DocumentNode *node, const char *text)
{
    Span fault = {0, 0}, span = node->span;
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new_plane(text, &reader->definitions->scope, NULL, &fault, &error);

    if (formula)
        return;
    if (node->exact)
        span = (Span){node->text_start + fault.start, fault.length};
    reports_add(reader->reports, span, "%s", error->message);
}

void read_z(Reader *reader, const Field *field, const DocumentNode *node, void *target)
{
    HeatmapSpec *heatmap = target;
    char *respelled;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    g_free(heatmap->z);
    heatmap->z = g_strdup(node->text);
    respelled = formula_respell(heatmap->z, &reader->definitions->scope);
    if (respelled) {
        g_free(heatmap->z);
        heatmap->z = respelled;
    }
    heatmap->place = node->exact ? (Span){node->text_start, strlen(node->text)}
                                 : (Span){node->span.start, 0};
    check_z(reader, node, heatmap->z);
}

static void free_row(void *row)
{
    g_array_unref(row);
}

/* The first row is the lowest, as y rises. */
void read_values(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    HeatmapSpec *heatmap = target;
    unsigned length = 0;

    if (!node_is_list(reader, field, node, 1, VALUES_MAX))
        return;
    g_clear_pointer(&heatmap->rows, g_ptr_array_unref);
    heatmap->rows = g_ptr_array_new_with_free_func(free_row);
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        GArray *row = read_numbers(reader, field, item, 1, VALUES_MAX);

        if (!row)
            continue;
        g_ptr_array_add(heatmap->rows, row);
        if (length > 0 && row->len != length)
            reports_add(reader->reports, item->span,
                        "'values' must have rows of one length: %u here, %u above",
                        row->len, length);
        length = row->len;
    }
}

void read_heatmap_palette(Reader *reader, const Field *field, const DocumentNode *node,
                          void *target)
{
    HeatmapSpec *heatmap = target;
    Palette *palette =
        node_palette(reader, field, node, reader->figure->theme, PALETTE_SEQUENTIAL);

    if (!palette)
        return;
    palette_unref(heatmap->palette);
    heatmap->palette = palette;
}

void read_color_range(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    HeatmapSpec *heatmap = target;
    AxisSpec axis = {.low = NAN, .high = NAN};

    read_range(reader, field, node, &axis);
    heatmap->low = axis.low;
    heatmap->high = axis.high;
}

static bool read_side(Reader *reader, const DocumentNode *node, int *side)
{
    if (node->kind == DOCUMENT_TEXT && number_parse_int(node->text, 2, SIDE_MAX, side))
        return true;
    reports_add(reader->reports, node->span,
                "'samples' must be a whole number within 2 .. %d or two of them",
                SIDE_MAX);
    return false;
}

void read_grid_samples(Reader *reader, const Field *field, const DocumentNode *node,
                       void *target)
{
    HeatmapSpec *heatmap = target;
    int columns, rows;

    if (node->kind == DOCUMENT_LIST) {
        if (!node_is_list(reader, field, node, 2, 2) ||
            !read_side(reader, g_ptr_array_index(node->items, 0), &columns) ||
            !read_side(reader, g_ptr_array_index(node->items, 1), &rows))
            return;
    } else {
        if (!read_side(reader, node, &columns))
            return;
        rows = columns;
    }
    if ((long)columns * rows > CELLS_MAX) {
        reports_add(reader->reports, node->span,
                    "'samples' must be at most %d million in all", CELLS_MAX >> 20);
        return;
    }
    heatmap->columns = columns;
    heatmap->row_count = rows;
}

void read_contours(Reader *reader, const Field *field, const DocumentNode *node,
                   void *target)
{
    HeatmapSpec *heatmap = target;

    if (node->kind == DOCUMENT_LIST) {
        GArray *levels = read_numbers(reader, field, node, 1, LEVELS_MAX);

        if (!levels)
            return;
        g_clear_pointer(&heatmap->levels, g_array_unref);
        heatmap->levels = levels;
        heatmap->contour_choice = CONTOURS_LIST;
        return;
    }
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (strcmp(node->text, "auto") == 0 || strcmp(node->text, "true") == 0)
        heatmap->contour_choice = CONTOURS_AUTO;
    else if (strcmp(node->text, "none") == 0 || strcmp(node->text, "false") == 0)
        heatmap->contour_choice = CONTOURS_NONE;
    else if (number_parse_int(node->text, 1, 100, &heatmap->contour_count))
        heatmap->contour_choice = CONTOURS_COUNT;
    else
        reports_add(reader->reports, node->span,
                    "'contours' must be auto, none, a count within 1 .. 100 or a list "
                    "of levels, not '%s'",
                    node->text);
}

/* What a heat map's keys say together. */
static void check_heatmap(Reader *reader, const DocumentNode *node,
                          const HeatmapSpec *heatmap)
{
    const DocumentNode *z = document_get(node, "z");
    const DocumentNode *values = document_get(node, "values");
    const DocumentNode *data = document_get(node, "data");
    int given = (z != NULL) + (values != NULL) + (data != NULL);
    const DocumentNode *range = document_get(node, "range");
    const DocumentNode *center = document_get(node, "center");
    const DocumentNode *samples = document_get(node, "samples");

    if (given == 0 && !reader->panel->experiment)
        reports_add(reader->reports, node->span,
                    "a heat map needs 'z', 'values' or 'data'");
    if (given > 1)
        reports_add(reader->reports, (data ? data : values)->span,
                    "a heat map has one of 'z', 'values' and 'data', not several");
    if (given > 0 && !z && samples)
        reports_add(reader->reports, samples->span,
                    "'samples' is for formulas, not for given values");
    if (range && heatmap->scale == HEAT_LOG &&
        (heatmap->low <= 0 || heatmap->high <= 0))
        reports_add(reader->reports, range->span,
                    "'range' must lie above 0 on a log scale");
    if (center && heatmap->scale != HEAT_DIVERGING)
        reports_add(reader->reports, center->span,
                    "'center' goes with 'scale: diverging'");
    if (center && range &&
        !(heatmap->center > heatmap->low && heatmap->center < heatmap->high) &&
        isfinite(heatmap->low) && isfinite(heatmap->high))
        reports_add(reader->reports, center->span, "'center' must lie within 'range'");
}

void read_heatmap(Reader *reader, const Field *field, const DocumentNode *node,
                  void *target)
{
    PanelSpec *panel = target;

    (void)field;
    heatmap_spec_free(panel->heatmap);
    panel->heatmap = heatmap_spec_new();
    if (node->kind == DOCUMENT_TEXT) {
        static const Field z = {.key = "heatmap"};
        read_z(reader, &z, node, panel->heatmap);
        return;
    }
    if (node->kind != DOCUMENT_MAP) {
        reports_add(reader->reports, node->span,
                    "'heatmap' must be a formula or a map, not %s",
                    document_kind_name(node->kind));
        return;
    }
    fields_read(reader, figure_fields, IN_HEATMAP, node, panel->heatmap);
    check_heatmap(reader, node, panel->heatmap);
}
