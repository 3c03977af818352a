/* json_writer.h - JSON as it is written: commas, indents and escapes are seen to. */
#ifndef ACTPLOT_BACKEND_JSON_WRITER_H
#define ACTPLOT_BACKEND_JSON_WRITER_H

#include "base/color.h"
#include "spec/theme.h"

#include <glib.h>
#include <stdbool.h>

/* Starts as {.out = out}. Members of objects have a key, those of arrays NULL. */
typedef struct {
    GString *out;
    int depth;      /* of what is open */
    int flat_depth; /* of the outermost that stands on one line; 0: none */
    bool follows;   /* something stands before, at this depth */
} JsonWriter;

void json_begin(JsonWriter *json, const char *key, char bracket); /* `{` or `[` */
/* The same, on one line with all that is in it. */
void json_begin_flat(JsonWriter *json, const char *key, char bracket);
void json_end(JsonWriter *json, char bracket);

void json_string(JsonWriter *json, const char *key, const char *text);
void json_number(JsonWriter *json, const char *key, double value); /* null: infinite */
void json_number_digits(JsonWriter *json, const char *key, double value, int digits);
void json_length(JsonWriter *json, const char *key, double value); /* 3 decimals */
void json_bool(JsonWriter *json, const char *key, bool value);
void json_null(JsonWriter *json, const char *key);
void json_color(JsonWriter *json, const char *key, Color color);

/* Lines of a text: a string, or an array of them. */
void json_lines(JsonWriter *json, const char *key, const char *text);

/* Appends text as a JSON string. */
void json_append_quoted(GString *out, const char *text);

#endif
