/* rewrite.c - the table of rules and how they are matched. */
#include "formula/rewrite.h"

#include "formula/operation.h"

const Node *rewrite(NodePool *pool, const Operation *operation,
                    const Node *const argument[])
{
    (void)pool, (void)operation, (void)argument;
    return NULL;
}
