/* label_read.c - texts that are shown: their formulas are checked where they stand. */
#include "spec/field.h"

#include "formula/markup.h"

#include <string.h>

void check_label(Reader *reader, const DocumentNode *node)
{
    g_autoptr(GError) error = NULL;
    Span fault = {0, 0};
    Span span = node->span;

    if (!markup_has_math(node->text) || markup_check(node->text, &fault, &error))
        return;
    if (node->exact)
        span = (Span){node->text_start + fault.start, fault.length};
    reports_add(reader->reports, span, "%s", error->message);
}

void read_label(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    read_text(reader, field, node, target);
    if (node->kind == DOCUMENT_TEXT)
        check_label(reader, node);
}
