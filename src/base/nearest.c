/* nearest.c - restricted Damerau-Levenshtein distance between names. */
#include "base/nearest.h"

#include <glib.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { NAME_MAX_LENGTH = 64 };

/* Lower case without separators; false if too long to be worth comparing. */
static bool plain_name(const char *name, char plain[NAME_MAX_LENGTH])
{
    size_t length = 0;

    for (; *name != '\0'; name++) {
        if (strchr("_- ", *name) != NULL)
            continue;
        if (length + 1 == NAME_MAX_LENGTH)
            return false;
        plain[length++] = g_ascii_tolower(*name);
    }
    plain[length] = '\0';
    return true;
}

static int distance_between(const char *a, const char *b)
{
    const int rows = (int)strlen(a) + 1;
    const int columns = (int)strlen(b) + 1;
    int cost[NAME_MAX_LENGTH][NAME_MAX_LENGTH];

    for (int i = 0; i < rows; i++)
        cost[i][0] = i;
    for (int j = 0; j < columns; j++)
        cost[0][j] = j;
    for (int i = 1; i < rows; i++) {
        for (int j = 1; j < columns; j++) {
            const int replaced = cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            cost[i][j] = MIN(replaced, MIN(cost[i - 1][j], cost[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = MIN(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[rows - 1][columns - 1];
}

void nearest_init(Nearest *nearest, const char *wanted)
{
    *nearest = (Nearest){.wanted = wanted, .distance = INT_MAX};
}

void nearest_offer(Nearest *nearest, const char *candidate)
{
    char wanted[NAME_MAX_LENGTH];
    char offered[NAME_MAX_LENGTH];

    if (!plain_name(nearest->wanted, wanted) || !plain_name(candidate, offered))
        return;
    const int length = (int)MAX(strlen(wanted), strlen(offered));
    const int distance = distance_between(wanted, offered);

    /* A third of the letters may differ: `gleu` is gelu, `sin` is not `tanh`. */
    if (distance <= (length + 1) / 3 && distance < nearest->distance) {
        nearest->distance = distance;
        nearest->best = candidate;
    }
}
