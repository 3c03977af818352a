/* print.c - a graph of nodes as text in the language. */
#include "base/number.h"
#include "formula/formula.h"
#include "formula/operation.h"

#include <math.h>
#include <string.h>

typedef struct {
    NodePool *pool;
    GString *out;
    int depth;
    bool failed; /* beyond a limit: what is printed could not be read again */
} Printer;

static void print_node(Printer *printer, const Node *node, Level weakest);

/* Numbers that the language has no name for are quotients. */
static void print_constant(Printer *printer, double value, Level weakest)
{
    char buffer[NUMBER_SIZE];
    if (isnan(value) || isinf(value)) {
        g_string_append(printer->out, isnan(value) ? "(0/0)"
                                      : value < 0  ? "(-1/0)"
                                                   : "(1/0)");
        return;
    }
    bool wrap = signbit(value) && weakest > LEVEL_MINUS;
    g_string_append_printf(printer->out, wrap ? "(%s)" : "%s",
                           number_format(value, buffer));
}

static void print_call(Printer *printer, const Node *node)
{
    g_string_append_printf(printer->out, "%s(", node->operation->name);
    for (int i = 0; i < node->operation->arity; i++) {
        if (i > 0)
            g_string_append(printer->out, ", ");
        print_node(printer, node->argument[i], LEVEL_CHOICE);
    }
    g_string_append_c(printer->out, ')');
}

/* What the sign looks like between its operands. */
static void print_sign(Printer *printer, const Operation *operation)
{
    bool tight = operation->level >= LEVEL_PRODUCT;
    g_string_append_printf(printer->out, tight ? "%s" : " %s ", operation->name);
}

/* a + b + c is deep on its left side only: a loop, not a recursion. */
static void print_binary(Printer *printer, const Node *node)
{
    Level level = node->operation->level;
    if (level == LEVEL_POWER || level == LEVEL_COMPARE) {
        print_node(printer, node->argument[0],
                   level == LEVEL_POWER ? LEVEL_CALL : level + 1);
        print_sign(printer, node->operation);
        print_node(printer, node->argument[1],
                   level == LEVEL_POWER ? LEVEL_MINUS : level + 1);
        return;
    }
    g_autoptr(GPtrArray) spine = g_ptr_array_new();
    const Node *left = node;
    while (left->operation && left->operation->arity == 2 &&
           left->operation->level == level) {
        g_ptr_array_add(spine, (gpointer)left);
        left = left->argument[0];
    }
    print_node(printer, left, level);
    for (guint i = spine->len; i-- > 0;) {
        const Node *step = g_ptr_array_index(spine, i);
        print_sign(printer, step->operation);
        print_node(printer, step->argument[1], level + 1);
    }
}

static void print_written(Printer *printer, const Node *node)
{
    const Operation *operation = node->operation;
    if (operation->level == LEVEL_CALL)
        print_call(printer, node);
    else if (operation->arity == 1) {
        g_string_append(printer->out, operation->name);
        print_node(printer, node->argument[0], LEVEL_MINUS);
    } else if (operation->arity == 2)
        print_binary(printer, node);
    else {
        print_node(printer, node->argument[0], LEVEL_OR);
        g_string_append(printer->out, " ? ");
        print_node(printer, node->argument[1], LEVEL_CHOICE);
        g_string_append(printer->out, " : ");
        print_node(printer, node->argument[2], LEVEL_CHOICE);
    }
}

static void print_operation(Printer *printer, const Node *node, Level weakest)
{
    if (node->operation->expand)
        node = node->operation->expand(printer->pool, node);
    if (!node->operation) {
        print_node(printer, node, weakest);
        return;
    }
    bool wrap = node->operation->level < weakest;
    if (wrap)
        g_string_append_c(printer->out, '(');
    print_written(printer, node);
    if (wrap)
        g_string_append_c(printer->out, ')');
}

static void print_node(Printer *printer, const Node *node, Level weakest)
{
    if (printer->depth >= FORMULA_MAX_DEPTH || printer->out->len > FORMULA_MAX_BYTES)
        printer->failed = true;
    if (printer->failed)
        return;
    printer->depth++;
    if (node->operation)
        print_operation(printer, node, weakest);
    else if (node->symbol)
        g_string_append(printer->out, node->symbol);
    else
        print_constant(printer, node->value, weakest);
    printer->depth--;
}

char *formula_print(const Formula *formula)
{
    Printer printer = {.pool = formula->pool, .out = g_string_new(NULL)};
    print_node(&printer, formula->root, LEVEL_CHOICE);
    if (printer.out->len > FORMULA_MAX_BYTES)
        printer.failed = true;
    return g_string_free(printer.out, printer.failed);
}
