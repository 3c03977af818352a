/* figure_read.c - figure files as a whole: the page, its panels, and the reader. */
#include "spec/figure_fields.h"
#include "spec/file_kind.h"
#include "spec/settings.h"

#include <math.h>
#include <string.h>

enum { PANELS_MAX = 100, SIDE_MAX_PIXELS = 30000 };

Theme *node_theme(Reader *reader, const Field *field, const DocumentNode *node)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;
    Theme *theme = NULL;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return NULL;
    path = theme_path(node->text, reader->folder, &error);
    if (path)
        theme = theme_load_noting(path, reader->figure->files, &error);
    if (!theme && strchr(error->message, '\n'))
        reports_add_detail(reader->reports, node->span, error->message,
                           "the theme '%s' has faults", node->text);
    else if (!theme)
        reports_add(reader->reports, node->span, "%s", error->message);
    return theme;
}

void read_figure_theme(Reader *reader, const Field *field, const DocumentNode *node,
                       void *target)
{
    Figure *figure = target;

    figure->theme = node_theme(reader, field, node);
    if (figure->theme)
        reader->dpi = figure->theme->dpi;
}

/* Of an axis that was copied: what both have now. */
static void share_ticks(AxisSpec *axis)
{
    axis->format = g_strdup(axis->format);
    if (axis->ticks)
        g_array_ref(axis->ticks);
    if (axis->tick_labels)
        g_ptr_array_ref(axis->tick_labels);
}

/* A panel begins as what the figure says of all its panels. */
static PanelSpec *inherit(const PanelSpec *from)
{
    PanelSpec *panel = panel_spec_new();

    panel->x = from->x;
    panel->y = from->y;
    panel->y2 = from->y2;
    panel->x.label = g_strdup(from->x.label);
    panel->y.label = g_strdup(from->y.label);
    panel->y2.label = g_strdup(from->y2.label);
    share_ticks(&panel->x);
    share_ticks(&panel->y);
    share_ticks(&panel->y2);
    panel->legend = from->legend;
    panel->overlap = from->overlap;
    return panel;
}

/* A second y axis needs curves on either. */
static void check_y2(Reader *reader, const DocumentNode *map)
{
    const GPtrArray *curves = reader->panel->curves;
    const DocumentNode *y2 = document_get(map, "y2");
    unsigned count = 0;

    for (unsigned i = 0; i < curves->len; i++)
        count += ((const CurveSpec *)g_ptr_array_index(curves, i))->axis == CURVE_ON_Y2;
    if (count > 0 && document_get(map, "heatmap"))
        reports_add(reader->reports, document_get(map, "curves")->span,
                    "beside a heat map there is one y axis only");
    if (y2 && count == 0 && curves->len > 0)
        reports_add(reader->reports, y2->span, "'y2' needs a curve with `axis: y2`");
    if (count > 0 && count == curves->len && !document_get(map, "experiment"))
        reports_add(
            reader->reports, document_get(map, "curves")->span,
            "all curves have `axis: y2`; some must be left to the first y axis");
}

/* Every panel needs curves; at is where their absence is reported. */
static void check_curves(Reader *reader, const DocumentNode *map, Span at,
                         const char *what)
{
    check_y2(reader, map);
    if (!document_get(map, "curves") && !document_get(map, "histogram") &&
        !document_get(map, "heatmap") && !document_get(map, "experiment"))
        reports_add(reader->reports, at, "%s needs 'curves'", what);
}

/* With panels, curves and what stands beside them have no place in the figure itself.
 */
static void refuse_beside_panels(Reader *reader, const DocumentNode *root)
{
    static const char *const keys[] = {"curves",  "experiment", "histogram",
                                       "heatmap", "lines",      "notes",
                                       "shade",   "marks",      "insets"};

    for (unsigned i = 0; i + 1 < root->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(root->items, i);

        for (unsigned k = 0; k < G_N_ELEMENTS(keys); k++)
            if (strcmp(key->text, keys[k]) == 0)
                reports_add(reader->reports, key->span,
                            "'%s' cannot stand beside 'panels' (move it into a panel)",
                            keys[k]);
    }
}

void read_panels(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    Figure *figure = target;
    PanelSpec *defaults = reader->panel;

    if (!node_is_list(reader, field, node, 1, PANELS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        PanelSpec *panel;

        if (item->kind != DOCUMENT_MAP) {
            reports_add(reader->reports, item->span, "a panel must be a map, not %s",
                        document_kind_name(item->kind));
            continue;
        }
        panel = inherit(defaults);
        g_ptr_array_add(figure->panels, panel);
        reader->panel = panel;
        fields_read(reader, figure_fields, IN_PANEL, item, panel);
        check_curves(reader, item, item->span, "a panel");
    }
    reader->panel = defaults;
}

/* The page in pixels must be one that can be painted. */
static void check_pixels(Reader *reader, const DocumentNode *root, const Figure *figure)
{
    const DocumentNode *size = document_get(root, "size");
    const DocumentNode *dpi = document_get(root, "dpi");
    const DocumentNode *named = size ? size : dpi;
    const Theme *theme = figure->theme;
    double width, height, scale;

    if (!named || !theme)
        return;
    scale = (isfinite(figure->dpi) ? figure->dpi : theme->dpi) / 72;
    width = (isfinite(figure->width_pt) ? figure->width_pt : theme->width_pt) * scale;
    height =
        (isfinite(figure->height_pt) ? figure->height_pt : theme->height_pt) * scale;
    if (width <= SIDE_MAX_PIXELS && height <= SIDE_MAX_PIXELS)
        return;
    reports_add(reader->reports, named->span,
                "the page of %d x %d pixels is too large (at most %d a side: lower "
                "'size' or 'dpi')",
                (int)width, (int)height, SIDE_MAX_PIXELS);
}

static void read_root(Reader *reader, const DocumentNode *root)
{
    Figure *figure = reader->figure;
    const DocumentNode *panels;
    g_autoptr(GError) error = NULL;

    if (root->kind != DOCUMENT_MAP) {
        reports_add(reader->reports, root->span,
                    "a figure must be a map such as `curves: [gelu, silu]`, not %s",
                    document_kind_name(root->kind));
        return;
    }
    if (file_kind(root) != FILE_FIGURE) {
        bool theme = file_kind(root) == FILE_THEME;
        reports_add(reader->reports, (Span){0, 0},
                    "this is a %s, not a figure: a figure uses it by '%s: FILE'",
                    theme ? "theme" : "palette", theme ? "theme" : "palette");
        return;
    }
    if (!document_get(root, "theme")) {
        figure->theme = theme_load_noting(NULL, figure->files, &error);
        if (figure->theme)
            reader->dpi = figure->theme->dpi;
        else
            reports_add(reader->reports, (Span){0, 0}, "%s", error->message);
    }
    fields_read(reader, figure_fields, IN_FIGURE, root, figure);
    check_pixels(reader, root, figure);
    panels = document_get(root, "panels");
    if (panels)
        refuse_beside_panels(reader, root);
    else
        check_curves(reader, root, (Span){0, 0}, "a figure");
}

static char *bare_name(const char *path)
{
    char *name = g_path_get_basename(path);
    char *ending = strrchr(name, '.');

    if (ending && ending > name)
        *ending = '\0';
    return name;
}

/* The panel that the figure's own keys describe is the only one, or was only the
 * model of those in `panels`. */
static void settle_panels(Figure *figure, PanelSpec *own)
{
    g_ptr_array_add(figure->panels, own);
    if (figure->panels->len > 1)
        g_ptr_array_remove_index(figure->panels, figure->panels->len - 1);
}

Figure *figure_parse_with(const char *text, size_t length, const char *source_name,
                          const FigureReading *reading, GError **error)
{
    g_autoptr(Figure) figure = figure_blank(reading->outer);
    g_autofree char *folder = g_path_get_dirname(source_name);
    g_autoptr(DocumentNode) root = NULL;
    Reports reports;
    Reader reader = {
        .reports = &reports,
        .figure = figure,
        .definitions = &figure->definitions,
        .panel = panel_spec_new(),
        .folder = folder,
        .dpi = 100,
        .warnings = reading->warnings,
    };
    bool good;

    figure->name = bare_name(source_name);
    figure->source_name = g_strdup(source_name);
    figure->source = settings_source(text, length, reading->settings, figure->settings);
    if (reading->files) {
        g_ptr_array_unref(figure->files);
        figure->files = g_ptr_array_ref(reading->files);
    }
    reader.files = figure->files;
    reader.source = figure->source;
    reports_init(&reports, source_name, figure->source);
    reports.settings = figure->settings;
    root = document_parse(figure->source, length, &reports);
    if (root && settings_apply(root, figure->source, figure->settings, &reports))
        read_root(&reader, root);
    settle_panels(figure, reader.panel);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    reports_release(&reports);
    return good ? g_steal_pointer(&figure) : NULL;
}

Figure *figure_parse(const char *text, size_t length, const char *source_name,
                     const Scope *outer, Warnings *warnings, GError **error)
{
    const FigureReading reading = {.outer = outer, .warnings = warnings};

    return figure_parse_with(text, length, source_name, &reading, error);
}

Figure *figure_load_with(const char *path, const FigureReading *reading, GError **error)
{
    size_t length;
    g_autofree char *text = document_load(path, &length, error);

    if (!text)
        return NULL;
    return figure_parse_with(text, length, path, reading, error);
}

Figure *figure_load(const char *path, const Scope *outer, Warnings *warnings,
                    GError **error)
{
    const FigureReading reading = {.outer = outer, .warnings = warnings};

    return figure_load_with(path, &reading, error);
}

void figure_report(GString *out, const Figure *figure, Span place, const char *message)
{
    report_place(out, figure->source_name, figure->source, figure->settings, place,
                 message);
}
