/* nearest.h - "did you mean": the name most like a mistyped one. */
#ifndef ACTPLOT_BASE_NEAREST_H
#define ACTPLOT_BASE_NEAREST_H

/* Restricted Damerau-Levenshtein distance, case and `_`, `-`, space ignored, kept
 * up over several calls of nearest_offer(). Borrowed names must outlive the search. */
typedef struct {
    const char *wanted;
    const char *best; /* NULL while nothing is near enough */
    int distance;
} Nearest;

void nearest_init(Nearest *nearest, const char *wanted);
void nearest_offer(Nearest *nearest, const char *candidate);

#endif
