/* math_reader.h - what the files that read LaTeX share. */
#ifndef ACTPLOT_FORMULA_MATH_READER_H
#define ACTPLOT_FORMULA_MATH_READER_H

#include "formula/lexer.h"
#include "formula/math.h"

#include <string.h>

typedef struct {
    const char *text;
    size_t at;
    int depth;     /* of groups that are open */
    bool in_cases; /* `&` and `\\` end a row */
    Span *fault;
    GError **error;
} MathReader;

/* Sets the error; NULL, of any pointer type. */
#define MATH_FAIL(reader, span, ...)                                                   \
    (formula_fail((span), (reader)->fault, (reader)->error, __VA_ARGS__), NULL)

static inline const char *math_here(const MathReader *reader)
{
    return reader->text + reader->at;
}

static inline void math_skip_space(MathReader *reader)
{
    reader->at += strspn(math_here(reader), " \t\r\n");
}

/* What begins with a backslash (math_command.c). NULL after a failure, as all of these.
 */
Math *math_read_command(MathReader *reader);

/* A group, a command or one character behind command. */
Math *math_read_argument(MathReader *reader, Span command);

/* Adds to row up to one of ends, or to what ends any row. */
bool math_read_row(MathReader *reader, Math *row, const char *ends);

#endif
