/* syntax.c - the parser: precedence climbing with a limit on nesting. */
#include "formula/syntax.h"

#include "formula/formula.h"
#include "formula/lexer.h"

#include <string.h>

typedef struct {
    const char *text;
    SyntaxTree *tree;
    Token token; /* the one to come */
    size_t position;
    size_t end; /* of the last token taken */
    int depth;
    Span *fault;
    GError **error;
} Parser;

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

static void syntax_free(gpointer data)
{
    Syntax *syntax = data;
    g_clear_pointer(&syntax->arguments, g_array_unref);
    g_free(syntax);
}

void syntax_tree_free(SyntaxTree *tree)
{
    if (!tree)
        return;
    g_ptr_array_unref(tree->nodes);
    g_string_chunk_free(tree->names);
    g_free(tree);
}

const SyntaxArgument *syntax_argument(const Syntax *syntax, unsigned number)
{
    if (!syntax->arguments || number >= syntax->arguments->len)
        return NULL;
    return &g_array_index(syntax->arguments, SyntaxArgument, number);
}

static bool advance(Parser *parser)
{
    parser->end = parser->token.span.start + parser->token.span.length;
    return lexer_next(parser->text, &parser->position, &parser->token, parser->fault,
                      parser->error);
}

static bool at_sign(const Parser *parser, const char *sign)
{
    return parser->token.kind == TOKEN_SIGN && !strcmp(parser->token.sign, sign);
}

G_GNUC_PRINTF(3, 4)
static Syntax *fail(Parser *parser, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    formula_fail(span, parser->fault, parser->error, "%s", message);
    return NULL;
}

static Syntax *fail_expected(Parser *parser, const char *expected)
{
    const Token *token = &parser->token;
    if (token->kind == TOKEN_END)
        return fail(parser, token->span, "the formula ends where %s is expected",
                    expected);
    return fail(parser, token->span, "expected %s, not '%.*s'", expected,
                (int)token->span.length, parser->text + token->span.start);
}

static bool enter(Parser *parser)
{
    if (++parser->depth <= FORMULA_MAX_DEPTH)
        return true;
    fail(parser, parser->token.span,
         "the formula is nested too deeply (over %d levels)", FORMULA_MAX_DEPTH);
    return false;
}

/* Two values with nothing between them. */
static Syntax *fail_adjacent(Parser *parser)
{
    const Token *token = &parser->token;
    const char *here = parser->text + token->span.start;
    int length = (int)token->span.length;
    /* The number or name that stands before it, for the hint. */
    size_t start = parser->end;
    while (start > 0 && (g_ascii_isalnum(parser->text[start - 1]) ||
                         strchr("._", parser->text[start - 1])))
        start--;
    if (start < parser->end && token->kind != TOKEN_SIGN)
        return fail(parser, token->span, "an operator is missing (write %.*s*%.*s)",
                    (int)(parser->end - start), parser->text + start, length, here);
    return fail(parser, token->span,
                "an operator is missing before '%.*s' (write * to multiply)", length,
                here);
}

static bool at_value(const Parser *parser)
{
    return parser->token.kind == TOKEN_NAME || parser->token.kind == TOKEN_NUMBER ||
           at_sign(parser, "(");
}

/* Takes the sign that closes what opened at open. */
static bool close_with(Parser *parser, const char *sign, Span open)
{
    if (at_sign(parser, sign))
        return advance(parser);
    if (at_value(parser)) {
        fail_adjacent(parser);
        return false;
    }
    long column = g_utf8_pointer_to_offset(parser->text, parser->text + open.start) + 1;
    const char *opening = parser->text + open.start;
    if (parser->token.kind == TOKEN_END)
        fail(parser, parser->token.span, "'%s' is missing for the '%.*s' in column %ld",
             sign, (int)open.length, opening, column);
    else
        fail(parser, parser->token.span,
             "expected '%s' for the '%.*s' in column %ld, not '%.*s'", sign,
             (int)open.length, opening, column, (int)parser->token.span.length,
             parser->text + parser->token.span.start);
    return false;
}

static Syntax *make(Parser *parser, SyntaxKind kind, size_t start)
{
    Syntax *syntax = g_new0(Syntax, 1);
    syntax->kind = kind;
    syntax->span = (Span){start, parser->end - start};
    syntax->depth = 1;
    return syntax;
}

/* Hands the finished syntax to the tree. */
static Syntax *finish(Parser *parser, Syntax *syntax)
{
    syntax->span.length = parser->end - syntax->span.start;
    syntax->index = parser->tree->nodes->len;
    g_ptr_array_add(parser->tree->nodes, syntax);
    return syntax;
}

static void take(Syntax *syntax, const Syntax *value)
{
    const SyntaxArgument argument = {.value = value};
    if (!syntax->arguments)
        syntax->arguments = g_array_new(FALSE, FALSE, sizeof(SyntaxArgument));
    g_array_append_val(syntax->arguments, argument);
    syntax->depth = MAX(syntax->depth, value->depth + 1);
}

static Syntax *make_operation(Parser *parser, const Operation *operation, size_t start,
                              const Syntax *a, const Syntax *b, const Syntax *c)
{
    Syntax *syntax = make(parser, SYNTAX_OPERATION, start);
    syntax->operation = operation;
    const Syntax *const values[] = {a, b, c};
    for (int i = 0; i < operation->arity; i++)
        take(syntax, values[i]);
    return finish(parser, syntax);
}

static bool take_primes(Parser *parser, int *primes)
{
    while (at_sign(parser, "'") || at_sign(parser, "''")) {
        int count = (int)strlen(parser->token.sign);
        if (*primes + count > FORMULA_MAX_DEPTH) {
            fail(parser, parser->token.span, "too many primes (at most %d)",
                 FORMULA_MAX_DEPTH);
            return false;
        }
        *primes += count;
        if (!advance(parser))
            return false;
    }
    return true;
}

/* Whether `name =` comes, for which two tokens are looked at. */
static bool at_keyword(const Parser *parser)
{
    if (parser->token.kind != TOKEN_NAME)
        return false;
    Token token;
    size_t position = parser->position;
    return lexer_next(parser->text, &position, &token, NULL, NULL) &&
           !strcmp(token.sign, "=");
}

static bool parse_argument(Parser *parser, Syntax *call)
{
    SyntaxArgument argument = {0};
    if (at_keyword(parser)) {
        argument.keyword_span = parser->token.span;
        g_autofree char *name = lexer_name(parser->text, parser->token.span);
        argument.keyword = g_string_chunk_insert(parser->tree->names, name);
        if (!advance(parser) || !advance(parser))
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
        fail(parser, start, "the argument must stand before '%s=' (or be named)",
             last->keyword);
        return false;
    }
    take(call, argument.value);
    g_array_index(call->arguments, SyntaxArgument, call->arguments->len - 1) = argument;
    return true;
}

/* The arguments of a call up to its closing parenthesis; the opening one comes. */
static bool parse_arguments(Parser *parser, Syntax *call)
{
    Span open = parser->token.span;
    if (!advance(parser))
        return false;
    if (at_sign(parser, ")"))
        return advance(parser);
    for (;;) {
        if (!parse_argument(parser, call))
            return false;
        if (!at_sign(parser, ","))
            return close_with(parser, ")", open);
        if (!advance(parser))
            return false;
    }
}

/* `diff(` has been read up to its parenthesis. */
static bool parse_diff(Parser *parser, Syntax *diff)
{
    Span open = parser->token.span;
    if (!advance(parser))
        return false;
    const Syntax *value = parse_choice(parser);
    if (!value)
        return false;
    take(diff, value);
    if (!at_sign(parser, ",")) {
        fail_expected(parser, "',' and the name to differentiate by");
        return false;
    }
    if (!advance(parser))
        return false;
    if (parser->token.kind != TOKEN_NAME) {
        fail_expected(parser, "the name to differentiate by (x or a parameter)");
        return false;
    }
    g_autofree char *name = lexer_name(parser->text, parser->token.span);
    diff->name = g_string_chunk_insert(parser->tree->names, name);
    diff->name_span = parser->token.span;
    return advance(parser) && close_with(parser, ")", open);
}

static Syntax *parse_name(Parser *parser)
{
    size_t start = parser->token.span.start;
    Span span = parser->token.span;
    g_autofree char *name = lexer_name(parser->text, span);
    if (!advance(parser))
        return NULL;

    Syntax *syntax = make(parser, SYNTAX_NAME, start);
    syntax->name = g_string_chunk_insert(parser->tree->names, name);
    syntax->name_span = span;
    bool good;
    if (!strcmp(name, "diff") && at_sign(parser, "(")) {
        syntax->kind = SYNTAX_DIFF;
        good = parse_diff(parser, syntax);
    } else {
        good = take_primes(parser, &syntax->primes);
        if (good && at_sign(parser, "(")) {
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
    if (!advance(parser))
        return NULL;
    Syntax *inner = parse_choice(parser);
    if (!inner || !close_with(parser, ")", open))
        return NULL;
    inner->parenthesised = true;
    return inner;
}

static Syntax *parse_primary(Parser *parser)
{
    if (parser->token.kind == TOKEN_NUMBER) {
        double number = parser->token.number;
        size_t start = parser->token.span.start;
        if (!advance(parser))
            return NULL;
        Syntax *syntax = make(parser, SYNTAX_NUMBER, start);
        syntax->number = number;
        return finish(parser, syntax);
    }
    if (parser->token.kind == TOKEN_NAME)
        return parse_name(parser);
    if (at_sign(parser, "("))
        return parse_parenthesis(parser);
    return fail_expected(parser, "a number, a name or '('");
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
        Syntax *derivative = make(parser, SYNTAX_PRIME, start);
        derivative->primes = primes;
        take(derivative, syntax);
        syntax = finish(parser, derivative);
    }
    if (parser->token.kind != TOKEN_RAISED)
        return syntax;
    double number = parser->token.number;
    size_t raised = parser->token.span.start;
    if (!advance(parser))
        return NULL;
    Syntax *exponent = make(parser, SYNTAX_NUMBER, raised);
    exponent->number = number;
    finish(parser, exponent);
    return make_operation(parser, &operation_power, start, syntax, exponent, NULL);
}

static Syntax *parse_power(Parser *parser)
{
    size_t start = parser->token.span.start;
    Syntax *base = parse_postfix(parser);
    if (!base || !at_sign(parser, "^"))
        return base;
    if (!advance(parser))
        return NULL;
    Syntax *exponent = parse_operand(parser);
    if (!exponent)
        return NULL;
    return make_operation(parser, &operation_power, start, base, exponent, NULL);
}

static Syntax *parse_unary(Parser *parser)
{
    size_t start = parser->token.span.start;
    const Operation *operation = at_sign(parser, "-")   ? &operation_negate
                                 : at_sign(parser, "!") ? &operation_not
                                                        : NULL;
    if (!operation && !at_sign(parser, "+"))
        return parse_power(parser);
    if (!advance(parser))
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
        if (binaries[i].level >= level && at_sign(parser, binaries[i].sign))
            return (int)i;
    return -1;
}

static Syntax *fail_chain(Parser *parser)
{
    return fail(parser, parser->token.span,
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
        if (!advance(parser))
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
    if (!condition || !at_sign(parser, "?"))
        return condition;
    Span open = parser->token.span;
    if (!advance(parser))
        return NULL;
    Syntax *yes = parse_choice(parser);
    if (!yes || !close_with(parser, ":", open))
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
    if (at_value(parser))
        fail_adjacent(parser);
    else if (at_sign(parser, ")"))
        fail(parser, token->span, "')' without a '(' before it");
    else if (at_sign(parser, "="))
        fail(parser, token->span, "unexpected '=' (write == to compare)");
    else
        fail(parser, token->span, "unexpected '%.*s'", (int)token->span.length,
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

SyntaxTree *syntax_parse(const char *text, Span *fault, GError **error)
{
    if (!check_text(text, fault, error))
        return NULL;
    g_autoptr(SyntaxTree) tree = g_new0(SyntaxTree, 1);
    tree->nodes = g_ptr_array_new_with_free_func(syntax_free);
    tree->names = g_string_chunk_new(64);
    Parser parser = {.text = text, .tree = tree, .fault = fault, .error = error};
    if (!advance(&parser))
        return NULL;
    if (parser.token.kind == TOKEN_END) {
        fail(&parser, parser.token.span, "the formula is empty");
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
