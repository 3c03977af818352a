/* svg_attribute.c - attributes that several SVG elements have. */
#include "backend/svg_attribute.h"

#include "backend/svg_path.h"
#include "backend/xml.h"
#include "base/number.h"

#include <string.h>

void svg_append_length(GString *out, const char *name, double value)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    svg_append_number(out, value);
    g_string_append_c(out, '"');
}

void svg_append_paint(GString *out, const char *name, Color color)
{
    char buffer[8], opacity[NUMBER_SIZE];
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    g_string_append_len(out, color_format(color, buffer), 7);
    g_string_append_c(out, '"');
    if (color.alpha < 1)
        g_string_append_printf(out, " %s-opacity=\"%s\"", name,
                               number_format_fixed(color.alpha, 3, opacity));
}

void svg_append_family(GString *out, const char *family)
{
    const char *generic = strstr(family, "Mono")    ? "monospace"
                          : strstr(family, "Serif") ? "serif"
                                                    : "sans-serif";
    g_string_append(out, " font-family=\"'");
    for (const char *at = family; *at; at++)
        if (*at != '\'' && *at != '\\') {
            char character[2] = {*at, '\0'};
            if (*at == '&' || *at == '<' || *at == '"')
                xml_append_escaped(out, character);
            else
                g_string_append_c(out, *at);
        }
    g_string_append_printf(out, "', %s\"", generic);
}
