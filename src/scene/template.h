/* template.h - texts with places for numbers: `β = {beta:.2f}`. */
#ifndef ACTPLOT_SCENE_TEMPLATE_H
#define ACTPLOT_SCENE_TEMPLATE_H

#include <stdbool.h>

/* What a name in braces stands for. An array of these ends with a NULL name. */
typedef struct {
    const char *name;
    double value;
} TemplateValue;

/* text with every `{name}` replaced by its value, of at most digits (1 .. 17)
 * significant digits, and every `{name:.2f}` as the pattern says
 * (number_pattern_parse_bare()). Other braces stay as they are. used (may be NULL) says
 * whether anything was replaced. The caller's. */
char *template_fill(const char *text, const TemplateValue *values, int digits,
                    bool *used);

#endif
