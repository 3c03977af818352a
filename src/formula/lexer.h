/* lexer.h - a formula's text cut into numbers, names and signs. */
#ifndef ACTPLOT_FORMULA_LEXER_H
#define ACTPLOT_FORMULA_LEXER_H

#include "base/error.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,
    TOKEN_SIGN,
    TOKEN_RAISED, /* superscript digits */
} TokenKind;

typedef struct {
    TokenKind kind;
    Span span;
    double number;    /* of a number or raised digits */
    const char *sign; /* in ASCII, from the lexer's table; "" for other kinds */
} Token;

/* Reads the token at *position and moves past it. text is valid UTF-8. */
bool lexer_next(const char *text, size_t *position, Token *token, Span *fault,
                GError **error);

/* The name that a token stands for, `alpha` for a Greek letter; the caller's. */
char *lexer_name(const char *text, Span span);

/* The Greek letter of a name, `α` for `alpha`; else NULL. */
const char *lexer_greek(const char *name);

/* Sets error (of input) and *fault, where wanted. Returns false. */
bool formula_fail(Span span, Span *fault, GError **error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

#endif
