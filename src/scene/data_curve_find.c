/* data_curve_find.c - the file and the columns that a curve's figure keys name. */
#include "base/error.h"
#include "base/number.h"
#include "scene/data_curve.h"

#include <string.h>

static void figure_fault(const Figure *figure, Span place, const char *message,
                         GError **error)
{
    g_autoptr(GString) report = g_string_new(NULL);
    if (figure->source)
        error_report(report, figure->source_name, figure->source, place, message);
    else
        g_string_append(report, message);
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, report->str);
}

int data_spec_column(const Figure *figure, const DataFile *file, const PlacedText *name,
                     GError **error)
{
    int column = data_file_find(file, name->text);
    if (column >= 0)
        return column;
    g_autofree char *message = data_file_missing(file, name->text);
    figure_fault(figure, name->place, message, error);
    return -1;
}

void data_place_error(const Figure *figure, const PlacedText *path, GError *cause,
                      GError **error)
{
    bool has_place = strchr(cause->message, '\n') != NULL;
    if (has_place || !figure->source) {
        g_propagate_error(error, cause);
        return;
    }
    figure_fault(figure, path->place, cause->message, error);
    if (error && *error)
        (*error)->code = cause->code;
    g_error_free(cause);
}

DataFile *data_spec_open(const Figure *figure, const DataSpec *spec, DataWish *wish,
                         GError **error)
{
    GError *cause = NULL;
    g_autoptr(DataFile) file = data_file_open(spec->path.text, spec->columns, &cause);
    *wish = (DataWish){.group = -1};
    if (!file) {
        data_place_error(figure, &spec->path, cause, error);
        return NULL;
    }
    for (guint i = 0; spec->where && i < spec->where->len; i++) {
        const DataCondition *condition = &g_array_index(spec->where, DataCondition, i);
        int column = data_spec_column(figure, file, &condition->column, error);
        if (column < 0)
            return NULL;
        wish->where_columns[wish->where_count] = column;
        wish->where_texts[wish->where_count++] = condition->text;
    }
    return g_steal_pointer(&file);
}

/* Puts a column into the wish; its place there. */
static int wish_for(DataCurve *data, int column)
{
    data->wish.columns[data->wish.count] = column;
    return data->wish.count++;
}

/* The column of that name, which nobody has asked for; -1: none. */
static int find_named(const DataFile *file, const char *name)
{
    for (guint i = 0; i < file->names->len; i++)
        if (strcmp(g_ptr_array_index(file->names, i), name) == 0)
            return (int)i;
    return -1;
}

static int default_y(const DataFile *file, int x)
{
    int y = find_named(file, "y");
    if (y < 0 || y == x)
        y = find_named(file, "f");
    if (y >= 0 && y != x)
        return y;
    return x + 1 < data_file_columns(file) ? x + 1 : 0;
}

static bool find_band(DataCurve *data, GError **error)
{
    const CurveSpec *spec = data->spec;
    const PlacedText *const bounds[] = {&spec->band_low, &spec->band_high};
    int *const places[] = {&data->low, &data->high};
    for (int i = 0; i < 2; i++) {
        if (!bounds[i]->text)
            continue;
        int column = data_spec_column(data->figure, data->file, bounds[i], error);
        if (column < 0)
            return false;
        *places[i] = wish_for(data, column);
    }
    return true;
}

static bool is_number(const char *text)
{
    double value;
    return number_parse(text, &value) || data_word(text, strlen(text), &value);
}

/* A column whose first text is no number holds names. */
static bool take_names(DataCurve *data, int column, GError **error)
{
    DataFile *file = data->file;
    GError *cause = NULL;
    if (!file->format->texts)
        return true;
    file->wish = data->wish;
    g_autoptr(GPtrArray) names = file->format->texts(file, column, &cause);
    if (names && (names->len == 0 || is_number(g_ptr_array_index(names, 0))))
        return true;
    if (names && names->len <= DATA_TEXTS_MAX) {
        data->names = g_steal_pointer(&names);
        return true;
    }
    if (names)
        g_set_error(&cause, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "column %d of %s holds more than %d names", column + 1, file->path,
                    DATA_TEXTS_MAX);
    data_place_error(data->figure, &data->spec->data.path, cause, error);
    return false;
}

bool data_curve_find_columns(DataCurve *data, GError **error)
{
    const DataSpec *spec = &data->spec->data;
    const DataFile *file = data->file;
    int x = -1, y = -1, group = find_named(file, "piece");
    if (spec->x.text)
        x = data_spec_column(data->figure, file, &spec->x, error);
    else if (data_file_columns(file) > 1)
        x = MAX(find_named(file, "x"), 0);
    if (spec->x.text && x < 0)
        return false;
    y = spec->y.text ? data_spec_column(data->figure, file, &spec->y, error)
                     : default_y(file, x);
    if (y < 0)
        return false;
    if (spec->group.text)
        group = data_spec_column(data->figure, file, &spec->group, error);
    if (spec->group.text && group < 0)
        return false;
    if (x >= 0 && x != y && !take_names(data, x, error))
        return false;
    data->wish.group = group == x || group == y || data->names ? -1 : group;
    /* The only column asked for, as y: rows are counted. */
    if (!spec->x.text && x == y)
        x = -1;
    data->x = x < 0 || data->names ? -1 : wish_for(data, x);
    data->y = wish_for(data, y);
    data->x_name = g_strdup(x < 0 ? "" : g_ptr_array_index(file->names, (guint)x));
    data->y_name = g_strdup(g_ptr_array_index(file->names, (guint)y));
    return find_band(data, error);
}
