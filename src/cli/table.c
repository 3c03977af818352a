/* table.c - rows and columns, printed. */
#include "cli/table.h"

#include "base/error.h"
#include "base/number.h"
#include "cli/output.h"
#include "cli/tree.h"

#include <math.h>
#include <string.h>

static const char *const format_names[] = {"text", "csv", "json", NULL};

bool table_format_parse(const char *name, TableFormat *format, GError **error)
{
    *format = TABLE_TEXT;
    if (name == NULL)
        return true;
    for (int i = 0; format_names[i] != NULL; i++) {
        if (strcmp(format_names[i], name) == 0) {
            *format = (TableFormat)i;
            return true;
        }
    }
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "--format must be text, csv or json, not '%s'", name);
    return false;
}

typedef struct {
    char *text;
    bool is_number;
    bool is_finite;
} Cell;

struct Table {
    const char *const *columns;
    unsigned column_count;
    GArray *cells; /* of Cell, row by row */
};

static void cell_clear(void *cell)
{
    g_free(((Cell *)cell)->text);
}

Table *table_new(const char *const *columns)
{
    Table *table = g_new0(Table, 1);

    table->columns = columns;
    table->column_count = g_strv_length((char **)columns);
    table->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    g_array_set_clear_func(table->cells, cell_clear);
    return table;
}

void table_free(Table *table)
{
    if (table == NULL)
        return;
    g_array_unref(table->cells);
    g_free(table);
}

void table_add_text(Table *table, const char *text)
{
    Cell cell = {.text = g_strdup(text)};

    g_array_append_val(table->cells, cell);
}

void table_add_digits(Table *table, double value, int digits)
{
    char buffer[NUMBER_SIZE];
    Cell cell = {
        .text = g_strdup(number_format_digits(value, digits, buffer)),
        .is_number = true,
        .is_finite = isfinite(value),
    };

    g_array_append_val(table->cells, cell);
}

void table_add_number(Table *table, double value)
{
    table_add_digits(table, value, 17);
}

static unsigned row_count(const Table *table)
{
    g_assert(table->cells->len % table->column_count == 0);
    return table->cells->len / table->column_count;
}

static const Cell *cell_at(const Table *table, unsigned row, unsigned column)
{
    return &g_array_index(table->cells, Cell, row * table->column_count + column);
}

static long width(const char *text)
{
    return g_utf8_strlen(text, -1);
}

/* Cells one below another, two blanks between; none at the end of a line. */
static void append_text(const Table *table, GString *out)
{
    unsigned rows = row_count(table);
    g_autofree long *widths = g_new0(long, table->column_count);

    for (unsigned column = 0; column < table->column_count; column++) {
        widths[column] = width(table->columns[column]);
        for (unsigned row = 0; row < rows; row++)
            widths[column] =
                MAX(widths[column], width(cell_at(table, row, column)->text));
    }
    for (unsigned line = 0; line <= rows; line++) {
        for (unsigned column = 0; column < table->column_count; column++) {
            const char *text = line == 0 ? table->columns[column]
                                         : cell_at(table, line - 1, column)->text;

            if (column > 0)
                g_string_append(out, "  ");
            g_string_append_printf(out, "%s%*s", text,
                                   (int)(widths[column] - width(text)), "");
        }
        while (out->str[out->len - 1] == ' ')
            g_string_truncate(out, out->len - 1);
        g_string_append_c(out, '\n');
    }
}

static void append_csv(const Table *table, GString *out)
{
    unsigned rows = row_count(table);

    for (unsigned line = 0; line <= rows; line++) {
        for (unsigned column = 0; column < table->column_count; column++) {
            if (column > 0)
                g_string_append_c(out, ',');
            append_csv_cell(out, line == 0 ? table->columns[column]
                                           : cell_at(table, line - 1, column)->text);
        }
        g_string_append_c(out, '\n');
    }
}

static void append_json(const Table *table, GString *out)
{
    unsigned rows = row_count(table);

    g_string_append_c(out, '[');
    for (unsigned row = 0; row < rows; row++) {
        g_string_append(out, row == 0 ? "\n  {" : ",\n  {");
        for (unsigned column = 0; column < table->column_count; column++) {
            const Cell *cell = cell_at(table, row, column);

            if (column > 0)
                g_string_append(out, ", ");
            append_json_text(out, table->columns[column]);
            g_string_append(out, ": ");
            if (!cell->is_number)
                append_json_text(out, cell->text);
            else
                g_string_append(out, cell->is_finite ? cell->text : "null");
        }
        g_string_append_c(out, '}');
    }
    g_string_append(out, rows > 0 ? "\n]\n" : "]\n");
}

bool table_print(const Table *table, TableFormat format, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (format == TABLE_CSV)
        append_csv(table, out);
    else if (format == TABLE_JSON)
        append_json(table, out);
    else
        append_text(table, out);
    return output_print(out->str, out->len, error);
}
