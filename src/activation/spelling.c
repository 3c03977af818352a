/* spelling.c - names compared without case, `_`, `-` and spaces. */
#include "activation/spelling.h"

#include <stddef.h>

/* The next letter or digit of a spelling, lower case; 0 at its end. A name is compared
 * with some four hundred of the catalogue's. */
static inline char next_letter(const char **spelling)
{
    const char *at = *spelling;

    while (*at == '_' || *at == '-' || *at == ' ')
        at++;
    const char letter = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    *spelling = letter == '\0' ? at : at + 1;
    return letter;
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
