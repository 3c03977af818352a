/* compose_value.c - option values as YAML. */
#include "cli/compose_value.h"

#include "base/number.h"
#include "cli/value.h"
#include "spec/document.h"

#include <string.h>

void compose_list(GString *out, const char *text)
{
    g_auto(GStrv) items = g_strsplit(text, ",", -1);

    g_string_append_c(out, '[');
    for (char **item = items; *item != NULL; item++) {
        g_strstrip(*item);
        if (item != items)
            g_string_append(out, ", ");
        document_write_quoted(out, *item, strlen(*item));
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

/* On one line, whatever the value's own lines are. */
static bool append_map(GString *out, const Setting *setting, GError **error)
{
    g_autoptr(DocumentNode) map = NULL;
    Reports reports;
    bool good;

    reports_init(&reports, setting->option, setting->value);
    map = document_parse(setting->value, strlen(setting->value), &reports);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    reports_release(&reports);
    if (!good)
        return false;
    document_write(out, map);
    g_string_truncate(out, out->len - 1);
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
            document_write_quoted(out, value, strlen(value));
        return true;
    case FORM_MAP:
        if (*value == '{')
            return append_map(out, setting, error);
        break;
    case FORM_TEXT:
        break;
    }
    document_write_quoted(out, value, strlen(value));
    return true;
}
