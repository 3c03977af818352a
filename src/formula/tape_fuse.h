/* tape_fuse.h - which kernel does a node's work on a tape, and from which nodes. */
#ifndef ACTPLOT_FORMULA_TAPE_FUSE_H
#define ACTPLOT_FORMULA_TAPE_FUSE_H

#include "formula/kernel.h"
#include "formula/node.h"

enum { WORK_ARGUMENTS = 4 };

/* What computes a node in one pass: often its operation's own kernel, sometimes one
 * that takes an argument's work along. The bits are the same either way. */
typedef struct {
    Kernel kernel;
    int arity;
    const Node *argument[WORK_ARGUMENTS];
} Work;

/* Of a node that is neither a constant nor a symbol. */
Work work_of(const Node *node);

#endif
