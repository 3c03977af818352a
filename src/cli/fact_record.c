/* fact_record.c - what a record of the catalogue says of itself, as text. */
#include "cli/fact_record.h"

#include "base/number.h"
#include "cli/fact_text.h"

#include <math.h>

enum { PARAMETER_DIGITS = 15 };

void record_formula(const Subject *subject, Style style, GString *out)
{
    g_autofree char *text = subject_formula(subject, style_notation(style));

    g_string_append(out, text);
}

void record_derivative(const Subject *subject, Style style, GString *out)
{
    g_autofree char *text = subject_derivative(subject, style_notation(style));

    g_string_append(out, text != NULL ? text : "too long to print");
}

void record_family(const Subject *subject, Style style, GString *out)
{
    if (subject->activation != NULL)
        text_escaped(style, subject->activation->family, out);
}

void record_aliases(const Subject *subject, Style style, GString *out)
{
    if (subject->definition != NULL)
        text_list(style, subject->definition->aliases, out);
}

/* `greater than 0`, ` and at most 1`. */
static void append_bound(Style style, bool open, bool below, double bound, GString *out)
{
    const char *words = below ? (open ? "greater than " : "at least ")
                              : (open ? "less than " : "at most ");

    g_string_append(out, words);
    text_number(style, bound, 0, PARAMETER_DIGITS, out);
}

static void append_domain(const Parameter *parameter, Style style, GString *out)
{
    bool below = isfinite(parameter->minimum), above = isfinite(parameter->maximum);

    g_string_append(out, " (");
    if (below)
        append_bound(style, parameter->minimum_open, true, parameter->minimum, out);
    if (below && above)
        g_string_append(out, " and ");
    if (above)
        append_bound(style, parameter->maximum_open, false, parameter->maximum, out);
    if (!below && !above)
        g_string_append(out, "any number");
    if (parameter->help != NULL)
        g_string_append(out, "; ");
    text_escaped(style, parameter->help, out);
    g_string_append_c(out, ')');
}

void record_parameters(const Subject *subject, Style style, GString *out)
{
    const Parameter *known =
        subject->definition != NULL ? subject->definition->parameters : NULL;

    for (unsigned i = 0; known != NULL && known[i].name != NULL; i++) {
        char buffer[NUMBER_SIZE];
        g_string_append(out, i > 0 ? "; " : "");
        text_escaped(style, known[i].name, out);
        g_string_append(out, known[i].also != NULL ? ", also " : "");
        text_escaped(style, known[i].also, out);
        g_string_append_printf(out, known[i].also != NULL ? ", = %s" : " = %s",
                               number_format(subject->parameters[i], buffer));
        append_domain(&known[i], style, out);
    }
}

void record_frameworks(const Subject *subject, Style style, GString *out)
{
    if (subject->activation != NULL)
        text_list(style, subject->activation->frameworks, out);
}

/* `Hendrycks, Gimpel 2016 (hendrycks2016)` */
void record_paper(const Subject *subject, Style style, GString *out)
{
    const Activation *activation = subject->activation;

    if (activation == NULL || activation->paper == NULL)
        return;
    text_escaped(style, activation->paper, out);
    if (activation->year > 0)
        g_string_append_printf(out, " %d", activation->year);
}

void record_relatives(const Subject *subject, Style style, GString *out)
{
    const Relative *relative =
        subject->activation != NULL ? subject->activation->relatives : NULL;

    for (; relative != NULL && relative->key != NULL; relative++) {
        g_string_append(out, out->len > 0 ? "; " : "");
        text_escaped(style, relative->key, out);
        g_string_append(out, ": ");
        text_escaped(style, relative->help, out);
    }
}

void record_source(const Subject *subject, Style style, GString *out)
{
    if (subject->activation != NULL)
        text_escaped(style, subject->activation->source, out);
}

void record_use(const Subject *subject, Style style, GString *out)
{
    if (subject->activation != NULL)
        text_escaped(style, subject->activation->help, out);
}
