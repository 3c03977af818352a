/* branches.c - a formula by cases, as lines of running mathematics. */
#include "formula/notation.h"
#include "formula/parser.h"
#include "formula/show.h"
#include "formula/typeset.h"

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

GArray *formula_branches(const char *text, const Scope *scope, const Definition *of,
                         Notation notation)
{
    const Writer writer = {.notation = notation, .scope = scope, .of = of};
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
