/* table.h - rows and columns, printed as text, CSV or JSON. */
#ifndef ACTPLOT_CLI_TABLE_H
#define ACTPLOT_CLI_TABLE_H

#include <glib.h>
#include <stdbool.h>

/* Text is aligned for people; CSV is RFC 4180 with `\n`; JSON is an array of objects,
 * one a line, where a number that JSON cannot write (inf, nan) is null. Numbers have
 * the 17 significant digits that give the same double again. */
typedef enum { TABLE_TEXT, TABLE_CSV, TABLE_JSON } TableFormat;

/* name NULL is text. */
bool table_format_parse(const char *name, TableFormat *format, GError **error);

typedef struct Table Table;

/* columns: their names, ended by NULL; borrowed. */
Table *table_new(const char *const *columns);
void table_free(Table *table);

/* The next cell, row by row. */
void table_add_text(Table *table, const char *text);
void table_add_number(Table *table, double value);
void table_add_digits(Table *table, double value, int digits); /* not all 17 */

/* Prints to standard output; error as output_print(). */
bool table_print(const Table *table, TableFormat format, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)

#endif
