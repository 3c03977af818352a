/* parser.h - from a formula's text to its tree. */
#ifndef ACTPLOT_FORMULA_PARSER_H
#define ACTPLOT_FORMULA_PARSER_H

#include "formula/syntax.h"

/* The tree of text; the caller's. NULL: an error, as formula_new() reports it. */
SyntaxTree *parser_parse(const char *text, Span *fault, GError **error);

#endif
