/* script_words.h - how each operation is written in each language of scripts. */
#ifndef ACTPLOT_FORMULA_SCRIPT_WORDS_H
#define ACTPLOT_FORMULA_SCRIPT_WORDS_H

#include "formula/operation.h"
#include "formula/script.h"

typedef struct {
    const char *text;     /* $1, $2, $3 are the arguments */
    const char *function; /* of ours that it calls; NULL: the language's own */
    bool is_call;         /* needs no parentheses, nor do its arguments */
    bool twice;           /* an argument stands in it twice */
} ScriptWord;

/* NULL: the operation has to be expanded. */
const ScriptWord *script_word(const Operation *operation, ScriptLanguage language);

#endif
