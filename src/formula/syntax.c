/* syntax.c - the tree of a formula as written. */
#include "formula/syntax.h"

SyntaxTree *syntax_tree_new(void)
{
    SyntaxTree *tree = g_new0(SyntaxTree, 1);
    tree->nodes = g_ptr_array_new_with_free_func((GDestroyNotify)syntax_free);
    tree->names = g_string_chunk_new(64);
    return tree;
}

void syntax_tree_free(SyntaxTree *tree)
{
    if (!tree)
        return;
    g_ptr_array_unref(tree->nodes);
    g_string_chunk_free(tree->names);
    g_free(tree);
}

Syntax *syntax_new(SyntaxKind kind, size_t start)
{
    Syntax *syntax = g_new0(Syntax, 1);
    syntax->kind = kind;
    syntax->span.start = start;
    syntax->depth = 1;
    return syntax;
}

void syntax_free(Syntax *syntax)
{
    if (!syntax)
        return;
    g_clear_pointer(&syntax->arguments, g_array_unref);
    g_free(syntax);
}

void syntax_take(Syntax *syntax, SyntaxArgument argument)
{
    if (!syntax->arguments)
        syntax->arguments = g_array_new(FALSE, FALSE, sizeof(SyntaxArgument));
    g_array_append_val(syntax->arguments, argument);
    syntax->depth = MAX(syntax->depth, argument.value->depth + 1);
}

Syntax *syntax_tree_add(SyntaxTree *tree, Syntax *syntax, size_t end)
{
    syntax->span.length = end - syntax->span.start;
    syntax->index = tree->nodes->len;
    tree->root = syntax;
    g_ptr_array_add(tree->nodes, syntax);
    return syntax;
}

const SyntaxArgument *syntax_argument(const Syntax *syntax, unsigned number)
{
    if (!syntax->arguments || number >= syntax->arguments->len)
        return NULL;
    return &g_array_index(syntax->arguments, SyntaxArgument, number);
}
