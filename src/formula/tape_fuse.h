/* tape_fuse.h - which kernel does a node's work on a tape, and from which nodes. */
#ifndef ACTPLOT_FORMULA_TAPE_FUSE_H
#define ACTPLOT_FORMULA_TAPE_FUSE_H

#include "formula/kernel.h"
#include "formula/node.h"

#include <stdbool.h>

enum { WORK_ARGUMENTS = 6 };

/* Of a choice by x alone: the argument that all points below at[0] take, the one of
 * those between, the one of those above at[1]; at[0] <= at[1], where it may be either
 * neighbour or, should they be equal, any. The first argument that may be taken is
 * `first`; 0: it is no such choice. */
typedef struct {
    double at[2];
    int taken[3];
    int first;
} Border;

/* What computes a node in one pass: often its operation's own kernel, sometimes one
 * that takes an argument's work along. The bits are the same either way. */
typedef struct {
    Kernel kernel;
    int arity;
    const Node *argument[WORK_ARGUMENTS];
    Border border;
} Work;

/* Of a node that is neither a constant nor a symbol. readers[i]: how many read the node
 * with that index; work is taken along from a node that has one. */
Work work_of(const Node *node, const unsigned readers[]);

/* Whether it is the symbol x. */
bool work_is_x(const Node *node);

/* The argument that all points from lo to hi take, or -1. */
int border_taken(const Border *border, double lo, double hi);

/* Narrows lo .. hi to where the argument may be taken. */
void border_narrow(const Border *border, int argument, double *lo, double *hi);

#endif
