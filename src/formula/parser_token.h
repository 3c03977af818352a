/* parser_token.h - what the parser knows of its text at one moment. */
#ifndef ACTPLOT_FORMULA_PARSER_TOKEN_H
#define ACTPLOT_FORMULA_PARSER_TOKEN_H

#include "formula/lexer.h"
#include "formula/syntax.h"

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

/* Takes the token; false: what follows is no token. */
bool parser_advance(Parser *parser);

/* Whether that sign comes; a number, a name or `(`. */
bool parser_at_sign(const Parser *parser, const char *sign);
bool parser_at_value(const Parser *parser);

/* Takes the sign that closes what opened at open. */
bool parser_close(Parser *parser, const char *sign, Span open);

/* Report a fault: any; another token than expected; two values with nothing between
 * them. Return NULL. */
Syntax *parser_fail(Parser *parser, Span span, const char *format, ...)
    G_GNUC_PRINTF(3, 4);
Syntax *parser_fail_expected(Parser *parser, const char *expected);
Syntax *parser_fail_adjacent(Parser *parser);

/* The name that comes; the tree's. */
const char *parser_name(Parser *parser);

/* Whether `name =` comes, for which two tokens are looked at. */
bool parser_at_keyword(const Parser *parser);

#endif
