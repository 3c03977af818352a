/* warning.c - a set of warnings in the order they came. */
#include "base/warning.h"

struct Warnings {
    GPtrArray *texts;
};

Warnings *warnings_new(void)
{
    Warnings *warnings = g_new0(Warnings, 1);

    warnings->texts = g_ptr_array_new_with_free_func(g_free);
    return warnings;
}

void warnings_free(Warnings *warnings)
{
    if (warnings == NULL)
        return;
    g_ptr_array_unref(warnings->texts);
    g_free(warnings);
}

bool warnings_has(const Warnings *warnings, const char *text)
{
    return warnings != NULL &&
           g_ptr_array_find_with_equal_func(warnings->texts, text, g_str_equal, NULL);
}

void warnings_add(Warnings *warnings, const char *format, ...)
{
    va_list arguments;

    if (warnings == NULL)
        return;
    va_start(arguments, format);
    char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (warnings_has(warnings, text))
        g_free(text);
    else
        g_ptr_array_add(warnings->texts, text);
}

unsigned warnings_count(const Warnings *warnings)
{
    return warnings == NULL ? 0 : warnings->texts->len;
}

const char *warnings_get(const Warnings *warnings, unsigned index)
{
    return g_ptr_array_index(warnings->texts, index);
}
