/* experiment_vocabulary.c - the parameters of experiments as keys of figure files. */
#include "spec/figure.h"

#include "base/number.h"

#include <math.h>

/* What may be written for a number between two limits. */
static char *describe_limits(const ExperimentParameter *parameter)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];

    if (parameter->minimum == 0 && parameter->maximum == 0)
        return g_strdup("number");
    if (fabs(parameter->minimum) >= 1e300 || fabs(parameter->maximum) >= 1e300)
        return g_strdup("number");
    return g_strdup_printf("%s .. %s", number_format_digits(parameter->minimum, 6, low),
                           number_format_digits(parameter->maximum, 6, high));
}

static char *describe_values(const ExperimentParameter *parameter)
{
    switch (parameter->kind) {
    case PARAMETER_NUMBER:
    case PARAMETER_WHOLE:
        return describe_limits(parameter);
    case PARAMETER_WORD:
        return g_strjoinv(" | ", (char **)(void *)parameter->words);
    case PARAMETER_NUMBERS:
        return g_strdup("[number, ...]");
    case PARAMETER_SPAN:
        return g_strdup("[low, high]");
    case PARAMETER_FUNCTIONS:
        return g_strdup(parameter->least > 1 ? "[formula | function, ...]"
                                             : "formula | [formula | function, ...]");
    }
    g_assert_not_reached();
}

static FigureKey describe(const Experiment *experiment,
                          const ExperimentParameter *parameter)
{
    return (FigureKey){
        .where = g_strconcat("experiment ", experiment->key, NULL),
        .key = parameter->key,
        .values = describe_values(parameter),
        .help = g_strdup_printf("%s (default: %s)", parameter->help, parameter->preset),
        .is_word = parameter->kind == PARAMETER_WORD,
    };
}

static void *describe_all(void *data)
{
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(FigureKey));

    (void)data;
    for (const Experiment *const *each = experiments; *each; each++)
        for (const ExperimentParameter *one = (*each)->parameters; one->key; one++) {
            FigureKey key = describe(*each, one);

            g_array_append_val(keys, key);
        }
    return keys;
}

const FigureKey *experiment_keys(unsigned *count)
{
    static GOnce once = G_ONCE_INIT;
    const GArray *keys = g_once(&once, describe_all, NULL);

    *count = keys->len;
    return (const FigureKey *)(const void *)keys->data;
}
