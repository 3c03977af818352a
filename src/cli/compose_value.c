/* compose_value.c - option values as YAML. */
#include "cli/compose_value.h"

#include "base/number.h"
#include "cli/value.h"

#include <string.h>

void compose_quoted(GString *out, const char *text, size_t length)
{
    g_string_append_c(out, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\')
            g_string_append_printf(out, "\\%c", text[i]);
        else if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
            g_string_append_printf(out, "\\x%02x", (unsigned)text[i]);
        else
            g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '"');
}

void compose_list(GString *out, const char *text)
{
    g_auto(GStrv) items = g_strsplit(text, ",", -1);

    g_string_append_c(out, '[');
    for (char **item = items; *item != NULL; item++) {
        g_strstrip(*item);
        if (item != items)
            g_string_append(out, ", ");
        compose_quoted(out, *item, strlen(*item));
    }
    g_string_append_c(out, ']');
}

static bool append_range(GString *out, const Setting *setting, GError **error)
{
    char low_text[NUMBER_SIZE], high_text[NUMBER_SIZE];
    double low, high;

    if (!value_range(setting->option, setting->value, &low, &high, error))
        return false;
    g_string_append_printf(out, "[%s, %s]", number_format(low, low_text),
                           number_format(high, high_text));
    return true;
}

bool compose_value(GString *out, const Setting *setting, GError **error)
{
    const char *value = setting->value;

    switch (setting->form) {
    case FORM_RANGE:
        return append_range(out, setting, error);
    case FORM_LIST:
        if (strchr(value, ',') == NULL) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                        "%s must be WIDTH,HEIGHT, such as 15cm,9cm, not '%s'",
                        setting->option, value);
            return false;
        }
        compose_list(out, value);
        return true;
    case FORM_EITHER:
        if (strchr(value, ',') != NULL)
            compose_list(out, value);
        else
            compose_quoted(out, value, strlen(value));
        return true;
    case FORM_TEXT:
        break;
    }
    compose_quoted(out, value, strlen(value));
    return true;
}
