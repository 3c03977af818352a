/* parser_token.c - the token to come, and what is said when it is the wrong one. */
#include "formula/parser_token.h"

#include "formula/function.h"

#include <string.h>

bool parser_advance(Parser *parser)
{
    parser->end = parser->token.span.start + parser->token.span.length;
    return lexer_next(parser->text, &parser->position, &parser->token, parser->fault,
                      parser->error);
}

bool parser_at_sign(const Parser *parser, const char *sign)
{
    return *parser->token.sign == *sign && !strcmp(parser->token.sign, sign);
}

Syntax *parser_fail(Parser *parser, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    formula_fail(span, parser->fault, parser->error, "%s", message);
    return NULL;
}

Syntax *parser_fail_expected(Parser *parser, const char *expected)
{
    const Token *token = &parser->token;
    if (token->kind == TOKEN_END)
        return parser_fail(parser, token->span, "the formula ends where %s is expected",
                           expected);
    return parser_fail(parser, token->span, "expected %s, not '%.*s'", expected,
                       (int)token->span.length, parser->text + token->span.start);
}

Syntax *parser_fail_adjacent(Parser *parser)
{
    const Token *token = &parser->token;
    const char *here = parser->text + token->span.start;
    int length = (int)token->span.length;
    /* The number or name that stands before it, for the hint. */
    size_t start = parser->end;
    while (start > 0 && (g_ascii_isalnum(parser->text[start - 1]) ||
                         strchr("._", parser->text[start - 1])))
        start--;
    int before = (int)(parser->end - start);
    g_autofree char *word = g_strndup(here, (gsize)length);
    const char *foreign = token->kind == TOKEN_NAME ? name_foreign(word) : NULL;
    if (foreign)
        return parser_fail(parser, token->span, "'%s' is not used in formulas (%s)",
                           word, foreign);
    g_autofree char *name = g_strndup(parser->text + start, (gsize)before);
    const Operation *function = operation_find(name);
    if (token->kind != TOKEN_SIGN && function && function->signature)
        return parser_fail(parser, token->span,
                           "parentheses are missing (write %s(%.*s))", name, length,
                           here);
    if (before > 0 && token->kind != TOKEN_SIGN)
        return parser_fail(parser, token->span,
                           "an operator is missing (write %s*%.*s)", name, length,
                           here);
    return parser_fail(parser, token->span,
                       "an operator is missing before '%.*s' (write * to multiply)",
                       length, here);
}

bool parser_at_value(const Parser *parser)
{
    return parser->token.kind == TOKEN_NAME || parser->token.kind == TOKEN_NUMBER ||
           parser_at_sign(parser, "(");
}

bool parser_close(Parser *parser, const char *sign, Span open)
{
    if (parser_at_sign(parser, sign))
        return parser_advance(parser);
    if (parser_at_value(parser)) {
        parser_fail_adjacent(parser);
        return false;
    }
    long column = g_utf8_pointer_to_offset(parser->text, parser->text + open.start) + 1;
    const char *opening = parser->text + open.start;
    if (parser->token.kind == TOKEN_END)
        parser_fail(parser, parser->token.span,
                    "'%s' is missing for the '%.*s' in column %ld", sign,
                    (int)open.length, opening, column);
    else
        parser_fail(parser, parser->token.span,
                    "expected '%s' for the '%.*s' in column %ld, not '%.*s'", sign,
                    (int)open.length, opening, column, (int)parser->token.span.length,
                    parser->text + parser->token.span.start);
    return false;
}

const char *parser_name(Parser *parser)
{
    g_autofree char *name = lexer_name(parser->text, parser->token.span);
    return g_string_chunk_insert(parser->tree->names, name);
}

bool parser_at_keyword(const Parser *parser)
{
    if (parser->token.kind != TOKEN_NAME)
        return false;
    Token token;
    size_t position = parser->position;
    return lexer_next(parser->text, &position, &token, NULL, NULL) &&
           !strcmp(token.sign, "=");
}
