/* json_writer.c - JSON as it is written. */
#include "backend/json_writer.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

void json_append_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '"' || *at == '\\')
            g_string_append_printf(out, "\\%c", *at);
        else if (*at == '\n')
            g_string_append(out, "\\n");
        else if ((unsigned char)*at < 0x20 || *at == 0x7f || *at == '<')
            g_string_append_printf(out, "\\u%04x", (unsigned)*at);
        else
            g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

static void begin_line(JsonWriter *json)
{
    g_string_append_c(json->out, '\n');
    for (int i = 0; i < json->depth; i++)
        g_string_append(json->out, " ");
}

static void begin_value(JsonWriter *json, const char *key)
{
    if (json->follows)
        g_string_append_c(json->out, ',');
    if (json->flat_depth > 0 && json->follows)
        g_string_append_c(json->out, ' ');
    else if (json->flat_depth == 0 && json->depth > 0)
        begin_line(json);
    if (key) {
        json_append_quoted(json->out, key);
        g_string_append(json->out, ": ");
    }
    json->follows = true;
}

void json_begin(JsonWriter *json, const char *key, char bracket)
{
    begin_value(json, key);
    g_string_append_c(json->out, bracket);
    json->depth++;
    json->follows = false;
}

void json_begin_flat(JsonWriter *json, const char *key, char bracket)
{
    json_begin(json, key, bracket);
    if (json->flat_depth == 0)
        json->flat_depth = json->depth;
}

void json_end(JsonWriter *json, char bracket)
{
    bool flat = json->flat_depth > 0;
    if (json->flat_depth == json->depth)
        json->flat_depth = 0;
    json->depth--;
    if (!flat && json->follows)
        begin_line(json);
    g_string_append_c(json->out, bracket);
    json->follows = true;
}

void json_string(JsonWriter *json, const char *key, const char *text)
{
    begin_value(json, key);
    json_append_quoted(json->out, text);
}

void json_number(JsonWriter *json, const char *key, double value)
{
    char text[NUMBER_SIZE];
    begin_value(json, key);
    g_string_append(json->out, isfinite(value) ? number_format(value, text) : "null");
}

void json_number_digits(JsonWriter *json, const char *key, double value, int digits)
{
    char text[NUMBER_SIZE];
    begin_value(json, key);
    g_string_append(json->out, isfinite(value)
                                   ? number_format_digits(value, digits, text)
                                   : "null");
}

void json_length(JsonWriter *json, const char *key, double value)
{
    char text[NUMBER_SIZE];
    begin_value(json, key);
    g_string_append(json->out, number_format_fixed(value, 3, text));
}

void json_bool(JsonWriter *json, const char *key, bool value)
{
    begin_value(json, key);
    g_string_append(json->out, value ? "true" : "false");
}

void json_null(JsonWriter *json, const char *key)
{
    begin_value(json, key);
    g_string_append(json->out, "null");
}

void json_color(JsonWriter *json, const char *key, Color color)
{
    char text[8], opacity[NUMBER_SIZE];
    if (color.alpha >= 1) {
        json_string(json, key, color_format(color, text));
        return;
    }
    g_autofree char *css = g_strdup_printf(
        "rgba(%ld,%ld,%ld,%s)", lround(color.red * 255), lround(color.green * 255),
        lround(color.blue * 255), number_format_fixed(color.alpha, 4, opacity));
    json_string(json, key, color.alpha > 0 ? css : "transparent");
}

void json_lines(JsonWriter *json, const char *key, const char *text)
{
    if (!strchr(text, '\n')) {
        json_string(json, key, text);
        return;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    json_begin_flat(json, key, '[');
    for (char **line = lines; *line; line++)
        json_string(json, NULL, *line);
    json_end(json, ']');
}
