/* spelling.c - names compared without case, `_`, `-` and spaces. */
#include "activation/spelling.h"

#include <glib.h>
#include <string.h>

/* The next letter or digit of a spelling, lower case; 0 at its end. */
static char next_letter(const char **spelling)
{
    while (**spelling != '\0' && strchr("_- ", **spelling) != NULL)
        (*spelling)++;
    return **spelling == '\0' ? '\0' : g_ascii_tolower(*(*spelling)++);
}

bool spelling_is_same(const char *a, const char *b)
{
    for (;;) {
        const char letter = next_letter(&a);
        if (letter != next_letter(&b))
            return false;
        if (letter == '\0')
            return true;
    }
}

bool spelling_is_among(const char *const *names, const char *name)
{
    for (; names != NULL && *names != NULL; names++) {
        if (spelling_is_same(*names, name))
            return true;
    }
    return false;
}
