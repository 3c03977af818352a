/* parser.c - precedence climbing with a limit on nesting. */
#include "formula/parser.h"

#include "formula/formula.h"
#include "formula/parser_token.h"

#include <string.h>

static const struct {
    const char *sign;
    Level level;
    const Operation *operation;
} binaries[] = {
    {"||", LEVEL_OR, &operation_or},
    {"&&", LEVEL_AND, &operation_and},
    {"<", LEVEL_COMPARE, &operation_less},
    {"<=", LEVEL_COMPARE, &operation_less_equal},
    {">", LEVEL_COMPARE, &operation_greater},
    {">=", LEVEL_COMPARE, &operation_greater_equal},
    {"==", LEVEL_COMPARE, &operation_equal},
    {"!=", LEVEL_COMPARE, &operation_not_equal},
    {"+", LEVEL_SUM, &operation_add},
    {"-", LEVEL_SUM, &operation_subtract},
    {"*", LEVEL_PRODUCT, &operation_multiply},
    {"/", LEVEL_PRODUCT, &operation_divide},
};

static Syntax *parse_choice(Parser *parser);
static Syntax *parse_operand(Parser *parser);

static bool enter(Parser *parser)
{
    if (++parser->depth <= FORMULA_MAX_DEPTH)
        return true;
    parser_fail(parser, parser->token.span,
                "the formula is nested too deeply (over %d levels)", FORMULA_MAX_DEPTH);
    return false;
}

/* Hands the finished syntax to the tree. */
static Syntax *finish(Parser *parser, Syntax *syntax)
{
    return syntax_tree_add(parser->tree, syntax, parser->end);
}

static void take(Syntax *syntax, const Syntax *value)
{
    syntax_take(syntax, (SyntaxArgument){.value = value});
}

static Syntax *make_operation(Parser *parser, const Operation *operation, size_t start,
                              const Syntax *a, const Syntax *b, const Syntax *c)
{
    Syntax *syntax = syntax_new(SYNTAX_OPERATION, start);
    syntax->operation = operation;
    const Syntax *const values[] = {a, b, c};
    for (int i = 0; i < operation->arity; i++)
        take(syntax, values[i]);
    return finish(parser, syntax);
}

static bool take_primes(Parser *parser, int *primes)
{
    while (parser_at_sign(parser, "'") || parser_at_sign(parser, "''")) {
        int count = (int)strlen(parser->token.sign);
        if (*primes + count > FORMULA_MAX_DEPTH) {
            parser_fail(parser, parser->token.span, "too many primes (at most %d)",
                        FORMULA_MAX_DEPTH);
            return false;
        }
        *primes += count;
        if (!parser_advance(parser))
            return false;
    }
    return true;
}

static bool parse_argument(Parser *parser, Syntax *call)
{
    SyntaxArgument argument = {0};
    if (parser_at_keyword(parser)) {
        argument.keyword_span = parser->token.span;
        argument.keyword = parser_name(parser);
        if (!parser_advance(parser) || !parser_advance(parser))
            return false;
    }
    Span start = parser->token.span;
    const SyntaxArgument *last =
        call->arguments ? syntax_argument(call, call->arguments->len - 1) : NULL;
    argument.value = parse_choice(parser);
    if (!argument.value)
        return false;
    if (last && last->keyword && !argument.keyword) {
        start.length = parser->end - start.start;
        parser_fail(parser, start, "the argument must stand before '%s=' (or be named)",
                    last->keyword);
        return false;
    }
    syntax_take(call, argument);
    return true;
}

/* The arguments of a call up to its closing parenthesis; the opening one comes. */
static bool parse_arguments(Parser *parser, Syntax *call)
{
    Span open = parser->token.span;
    if (!parser_advance(parser))
        return false;
    if (parser_at_sign(parser, ")"))
        return parser_advance(parser);
    for (;;) {
        if (!parse_argument(parser, call))
            return false;
        if (!parser_at_sign(parser, ","))
            return parser_close(parser, ")", open);
        if (!parser_advance(parser))
            return false;
    }
}

/* `diff(` has been read up to its parenthesis. */
static bool parse_diff(Parser *parser, Syntax *diff)
{
    Span open = parser->token.span;
    if (!parser_advance(parser))
        return false;
    const Syntax *value = parse_choice(parser);
    if (!value)
        return false;
    take(diff, value);
    if (!parser_at_sign(parser, ",")) {
        parser_fail_expected(parser, "',' and the name to differentiate by");
        return false;
    }
    if (!parser_advance(parser))
        return false;
    if (parser->token.kind != TOKEN_NAME) {
        parser_fail_expected(parser, "the name to differentiate by (x or a parameter)");
        return false;
    }
    diff->name = parser_name(parser);
    diff->name_span = parser->token.span;
    return parser_advance(parser) && parser_close(parser, ")", open);
}

static Syntax *parse_name(Parser *parser)
{
    size_t start = parser->token.span.start;
    Span span = parser->token.span;
    const char *name = parser_name(parser);
    if (!parser_advance(parser))
        return NULL;

    Syntax *syntax = syntax_new(SYNTAX_NAME, start);
    syntax->name = name;
    syntax->name_span = span;
    bool good;
    if (!strcmp(name, "diff") && parser_at_sign(parser, "(")) {
        syntax->kind = SYNTAX_DIFF;
        good = parse_diff(parser, syntax);
    } else {
        good = take_primes(parser, &syntax->primes);
        if (good && parser_at_sign(parser, "(")) {
            syntax->kind = SYNTAX_CALL;
            good = parse_arguments(parser, syntax);
        }
    }
    if (good)
        return finish(parser, syntax);
    syntax_free(syntax);
    return NULL;
}

static Syntax *parse_parenthesis(Parser *parser)
{
    Span open = parser->token.span;
    if (!parser_advance(parser))
        return NULL;
    Syntax *inner = parse_choice(parser);
    if (!inner || !parser_close(parser, ")", open))
        return NULL;
    inner->parenthesised = true;
    return inner;
}

static Syntax *parse_primary(Parser *parser)
{
    if (parser->token.kind == TOKEN_NUMBER) {
        double number = parser->token.number;
        size_t start = parser->token.span.start;
        if (!parser_advance(parser))
            return NULL;
        Syntax *syntax = syntax_new(SYNTAX_NUMBER, start);
        syntax->number = number;
        return finish(parser, syntax);
    }
    if (parser->token.kind == TOKEN_NAME)
        return parse_name(parser);
    if (parser_at_sign(parser, "("))
        return parse_parenthesis(parser);
    return parser_fail_expected(parser, "a number, a name or '('");
}

/* A primary with what stands behind it: primes and raised digits. */
static Syntax *parse_postfix(Parser *parser)
{
    size_t start = parser->token.span.start;
    Syntax *syntax = parse_primary(parser);
    if (!syntax)
        return NULL;
    int primes = 0;
    if (!take_primes(parser, &primes))
        return NULL;
    if (primes) {
        Syntax *derivative = syntax_new(SYNTAX_PRIME, start);
        derivative->primes = primes;
        take(derivative, syntax);
        syntax = finish(parser, derivative);
    }
    if (parser->token.kind != TOKEN_RAISED)
        return syntax;
    double number = parser->token.number;
    size_t raised = parser->token.span.start;
    if (!parser_advance(parser))
        return NULL;
    Syntax *exponent = syntax_new(SYNTAX_NUMBER, raised);
    exponent->number = number;
    finish(parser, exponent);
    return make_operation(parser, &operation_power, start, syntax, exponent, NULL);
}

static Syntax *parse_power(Parser *parser)
{
    size_t start = parser->token.span.start;
    Syntax *base = parse_postfix(parser);
    if (!base || !parser_at_sign(parser, "^"))
        return base;
    if (!parser_advance(parser))
        return NULL;
    Syntax *exponent = parse_operand(parser);
    if (!exponent)
        return NULL;
    return make_operation(parser, &operation_power, start, base, exponent, NULL);
}

static Syntax *parse_unary(Parser *parser)
{
    size_t start = parser->token.span.start;
    const Operation *operation = parser_at_sign(parser, "-")   ? &operation_negate
                                 : parser_at_sign(parser, "!") ? &operation_not
                                                               : NULL;
    if (!operation && !parser_at_sign(parser, "+"))
        return parse_power(parser);
    if (!parser_advance(parser))
        return NULL;
    Syntax *value = parse_operand(parser);
    if (!value || !operation)
        return value;
    return make_operation(parser, operation, start, value, NULL, NULL);
}

/* What stands behind a sign or a ^. */
static Syntax *parse_operand(Parser *parser)
{
    if (!enter(parser))
        return NULL;
    Syntax *syntax = parse_unary(parser);
    parser->depth--;
    return syntax;
}

/* Index into binaries of the operator that comes, if it binds at least as tightly as
 * level; else -1. */
static int coming_binary(const Parser *parser, Level level)
{
    for (size_t i = 0; i < G_N_ELEMENTS(binaries); i++)
        if (binaries[i].level >= level && parser_at_sign(parser, binaries[i].sign))
            return (int)i;
    return -1;
}

static Syntax *fail_chain(Parser *parser)
{
    return parser_fail(parser, parser->token.span,
                       "comparisons do not chain (write a < b && b < c)");
}

static Syntax *parse_binary(Parser *parser, Level level)
{
    size_t start = parser->token.span.start;
    Syntax *left = parse_unary(parser);
    bool compared = false;
    int i;
    while (left && (i = coming_binary(parser, level)) >= 0) {
        if (binaries[i].level == LEVEL_COMPARE && compared)
            return fail_chain(parser);
        compared = binaries[i].level == LEVEL_COMPARE;
        if (!parser_advance(parser))
            return NULL;
        Syntax *right = parse_binary(parser, binaries[i].level + 1);
        if (!right)
            return NULL;
        left = make_operation(parser, binaries[i].operation, start, left, right, NULL);
    }
    return left;
}

static Syntax *parse_choice_within(Parser *parser)
{
    size_t start = parser->token.span.start;
    Syntax *condition = parse_binary(parser, LEVEL_OR);
    if (!condition || !parser_at_sign(parser, "?"))
        return condition;
    Span open = parser->token.span;
    if (!parser_advance(parser))
        return NULL;
    Syntax *yes = parse_choice(parser);
    if (!yes || !parser_close(parser, ":", open))
        return NULL;
    Syntax *no = parse_choice(parser);
    if (!no)
        return NULL;
    return make_operation(parser, &operation_select, start, condition, yes, no);
}

static Syntax *parse_choice(Parser *parser)
{
    if (!enter(parser))
        return NULL;
    Syntax *syntax = parse_choice_within(parser);
    parser->depth--;
    return syntax;
}

/* Something follows a whole formula. */
static void fail_trailing(Parser *parser)
{
    const Token *token = &parser->token;
    if (parser_at_value(parser))
        parser_fail_adjacent(parser);
    else if (parser_at_sign(parser, ")"))
        parser_fail(parser, token->span, "')' without a '(' before it");
    else if (parser_at_sign(parser, "="))
        parser_fail(parser, token->span,
                    "unexpected '=' (write == to compare; of y = 2*x only 2*x)");
    else if (parser_at_sign(parser, ","))
        parser_fail(parser, token->span, "unexpected ',' (numbers are written 0.5)");
    else
        parser_fail(parser, token->span, "unexpected '%.*s'", (int)token->span.length,
                    parser->text + token->span.start);
}

static bool check_text(const char *text, Span *fault, GError **error)
{
    size_t length = strlen(text);
    const char *end;
    if (length > FORMULA_MAX_BYTES)
        return formula_fail((Span){0, 0}, fault, error,
                            "the formula is too long (over %d bytes)",
                            FORMULA_MAX_BYTES);
    if (!g_utf8_validate(text, (gssize)length, &end))
        return formula_fail((Span){(size_t)(end - text), 1}, fault, error,
                            "the formula is not valid UTF-8");
    return true;
}

SyntaxTree *parser_parse(const char *text, Span *fault, GError **error)
{
    if (!check_text(text, fault, error))
        return NULL;
    g_autoptr(SyntaxTree) tree = syntax_tree_new();
    Parser parser = {.text = text, .tree = tree, .fault = fault, .error = error};
    if (!parser_advance(&parser))
        return NULL;
    if (parser.token.kind == TOKEN_END) {
        parser_fail(&parser, parser.token.span, "the formula is empty");
        return NULL;
    }
    tree->root = parse_choice(&parser);
    if (!tree->root)
        return NULL;
    if (parser.token.kind != TOKEN_END) {
        fail_trailing(&parser);
        return NULL;
    }
    return g_steal_pointer(&tree);
}
