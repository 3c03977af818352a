/* branches.c - a formula by cases, as lines of running mathematics. */
#include "formula/notation.h"
#include "formula/parser.h"
#include "formula/show.h"
#include "formula/typeset.h"

#include <string.h>

enum { MAX_DEPTH = 2 * FORMULA_MAX_DEPTH }; /* deeper ones are shown as they are */

static void clear_branch(void *data)
{
    FormulaBranch *branch = data;
    g_free(branch->value);
    g_free(branch->condition);
}

static void add_branch(GArray *branches, char *value, char *condition)
{
    const FormulaBranch branch = {value, condition};
    g_array_append_val(branches, branch);
}

static const Syntax *part(const Syntax *syntax, unsigned number)
{
    return syntax_argument(syntax, number)->value;
}

/* e to a power. */
static char *show_exp(Notation notation, const char *inner)
{
    return notation_power(notation, "e", inner);
}

static char *show_expm1(Notation notation, const char *inner)
{
    g_autofree char *power = notation_power(notation, "e", inner);
    return g_strdup_printf("(%s %s 1)", power, notation_sign(notation, "-"));
}

static char *show_sech2(Notation notation, const char *inner)
{
    g_autofree char *name = notation_power(notation, "sech", "2");
    return g_strdup_printf("%s(%s)", name, inner);
}

static char *show_normal_cdf(Notation notation, const char *inner)
{
    (void)notation;
    return g_strdup_printf("Φ(%s)", inner);
}

static char *show_normal_pdf(Notation notation, const char *inner)
{
    (void)notation;
    return g_strdup_printf("φ(%s)", inner);
}

/* What mathematics writes otherwise than the language does. */
static char *show_call_displayed(const Writer *writer, const Syntax *syntax)
{
    static const struct {
        const char *name;
        char *(*show)(Notation notation, const char *inner);
    } displayed[] = {
        {"exp", show_exp},
        {"expm1", show_expm1},
        {"sech2", show_sech2},
        {"normal_cdf", show_normal_cdf},
        {"normal_pdf", show_normal_pdf},
    };
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    if (!first || first->keyword || syntax->arguments->len > 1 || syntax->primes)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(displayed); i++) {
        if (strcmp(displayed[i].name, syntax->name) != 0)
            continue;
        g_autofree char *inner = show(writer, first->value, LEVEL_CHOICE);
        return displayed[i].show(writer->notation, inner);
    }
    return NULL;
}

GArray *formula_branches(const char *text, const Scope *scope, const Definition *of,
                         Notation notation)
{
    const Writer writer = {.notation = notation,
                           .scope = scope,
                           .of = of,
                           .show_call = show_call_displayed};
    GArray *branches = g_array_new(FALSE, FALSE, sizeof(FormulaBranch));
    g_array_set_clear_func(branches, clear_branch);
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    if (!tree || tree->root->depth > MAX_DEPTH) {
        add_branch(branches, notation_escape(notation, text), NULL);
        return branches;
    }
    const Syntax *rest = tree->root;
    while (rest->kind == SYNTAX_OPERATION && rest->operation == &operation_select) {
        add_branch(branches, show(&writer, part(rest, 1), LEVEL_CHOICE),
                   show(&writer, part(rest, 0), LEVEL_OR));
        rest = part(rest, 2);
    }
    add_branch(branches, show(&writer, rest, LEVEL_CHOICE), NULL);
    return branches;
}
