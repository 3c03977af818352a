/* subject.c - a function that a command speaks about, and what is known of it. */
#include "cli/subject.h"

#include "activation/cost.h"
#include "cli/functions.h"
#include "cli/value.h"
#include "formula/function.h"
#include "formula/parser.h"

#include <string.h>

/* --- The function behind a text --- */

static unsigned parameter_index(const Definition *definition, const char *name)
{
    unsigned i = 0;

    while (definition->parameters[i].name != NULL &&
           !parameter_is(&definition->parameters[i], name))
        i++;
    return i;
}

/* The values that a call's keywords give. */
static void read_keywords(Subject *subject, const Syntax *call)
{
    const Definition *definition = subject->definition;
    const SyntaxArgument *argument;

    for (unsigned i = 0; (argument = syntax_argument(call, i)) != NULL; i++) {
        Span span = argument->value->span;
        g_autofree char *text = g_strndup(subject->text + span.start, span.length);
        unsigned index = parameter_index(definition, argument->keyword);
        if (definition->parameters[index].name != NULL)
            value_number("", text, &subject->parameters[index], NULL);
    }
}

/* The record of a definition, its own or that of a framework's convention. Not found by
 * its key: a user may call a function what the catalogue calls another one besides. */
static const Activation *record_of(const Definition *definition)
{
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        const Convention *convention = activation->conventions;
        if (definition == &activation->definition)
            return activation;
        for (; convention != NULL && convention->frameworks != NULL; convention++) {
            if (definition == &convention->definition)
                return activation;
        }
    }
    return NULL;
}

/* Whether the text is a function's name, maybe with values for its parameters. */
static void find_definition(Subject *subject)
{
    g_autoptr(SyntaxTree) tree = parser_parse(subject->text, NULL, NULL);
    const SyntaxArgument *argument;

    if (tree == NULL || tree->root->primes > 0 ||
        (tree->root->kind != SYNTAX_NAME && tree->root->kind != SYNTAX_CALL))
        return;
    for (unsigned i = 0; (argument = syntax_argument(tree->root, i)) != NULL; i++) {
        if (argument->keyword == NULL)
            return;
    }
    subject->definition = scope_find(functions_scope(), tree->root->name);
    if (subject->definition == NULL)
        return;
    subject->activation = record_of(subject->definition);
    const Parameter *known = subject->definition->parameters;
    unsigned count = 0;
    while (known != NULL && known[count].name != NULL)
        count++;
    subject->parameters = g_new0(double, count + 1);
    for (unsigned i = 0; i < count; i++)
        subject->parameters[i] = known[i].value;
    if (count > 0)
        read_keywords(subject, tree->root);
}

Subject *subject_new_bare(const char *text, GError **error)
{
    g_autoptr(Subject) subject = g_new0(Subject, 1);

    subject->text = g_strdup(text);
    subject->formula = value_formula(text, NULL, error);
    if (subject->formula == NULL)
        return NULL;
    find_definition(subject);
    return g_steal_pointer(&subject);
}

Subject *subject_new(const char *text, Warnings *warnings, GError **error)
{
    Subject *subject = subject_new_bare(text, error);

    if (subject != NULL)
        subject->facts = facts_new(subject->formula, warnings);
    return subject;
}

void subject_free(Subject *subject)
{
    if (subject == NULL)
        return;
    facts_free(subject->facts);
    formula_free(subject->formula);
    g_free(subject->parameters);
    g_free(subject->text);
    g_free(subject);
}

/* --- Cost --- */

void subject_measure(Subject *subject)
{
    subject->value_ns = cost_measure(subject->formula, 0);
    subject->slope_ns = cost_measure(subject->formula, 1);
}

/* --- Texts --- */

char *subject_label(const Subject *subject, Notation notation)
{
    return formula_label(subject->text, functions_scope(), NULL, notation);
}

char *subject_formula(const Subject *subject, Notation notation)
{
    const char *text = subject->definition != NULL
                           ? definition_shown(subject->definition)
                           : subject->text;

    return formula_label(text, functions_scope(), NULL, notation);
}

char *subject_derivative(const Subject *subject, Notation notation)
{
    g_autoptr(Formula) derivative = NULL;
    g_autofree char *text = NULL;

    if (subject->definition != NULL && subject->definition->derivative != NULL)
        return formula_label(definition_shown_derivative(subject->definition),
                             functions_scope(), NULL, notation);
    derivative = formula_derivative(subject->formula);
    text = formula_print(derivative);
    return text == NULL ? NULL : formula_label(text, functions_scope(), NULL, notation);
}
