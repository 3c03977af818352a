/* output_read.c - `output:` of figure files: how the formats are written. */
#include "spec/figure_fields.h"

#include <string.h>

enum { OF_GNUPLOT = 1, OF_TERM };

static const Word terminal_words[] = {
    {"pngcairo", OF_GNUPLOT}, {"svg", OF_GNUPLOT},
    {"pdfcairo", OF_GNUPLOT}, {"cairolatex", OF_GNUPLOT},
    {"qt", OF_GNUPLOT},       {"kitty", OF_TERM},
    {"sixel", OF_TERM},       {"blocks", OF_TERM},
    {"braille", OF_TERM},     {NULL, 0},
};

bool output_terminal_is_gnuplot(const char *terminal)
{
    for (const Word *word = terminal_words; word->name; word++)
        if (strcmp(word->name, terminal) == 0)
            return word->value == OF_GNUPLOT;
    return false;
}

void read_output_terminal(Reader *reader, const Field *field, const DocumentNode *node,
                          void *target)
{
    const Field word = {.key = field->key, .words = terminal_words};
    OutputSpec *output = target;
    int kind = 0;

    read_word(reader, &word, node, &kind);
    if (kind)
        output->terminal = g_strdup(node->text);
}

/* The theme is read as it will be, so that its faults have their place. */
void read_output_dark(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    g_autoptr(Theme) theme = node_theme(reader, field, node);
    OutputSpec *output = target;

    if (theme)
        output->dark = g_strdup(node->text);
}

void read_output(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    Figure *figure = target;

    if (node_is(reader, field, node, DOCUMENT_MAP))
        fields_read(reader, figure_fields, IN_OUTPUT, node, &figure->output);
}
