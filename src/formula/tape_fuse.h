/* tape_fuse.h - which kernel does a node's work on a tape, and from which nodes. */
#ifndef ACTPLOT_FORMULA_TAPE_FUSE_H
#define ACTPLOT_FORMULA_TAPE_FUSE_H

#include "formula/kernel.h"
#include "formula/node.h"

enum { WORK_ARGUMENTS = 4 };

/* Of a choice by x alone: the argument that all points below `at` take, and the one of
 * those above; at `at` itself it may be any. 0: it is no such choice. */
typedef struct {
    double at;
    int below, above;
} Border;

/* What computes a node in one pass: often its operation's own kernel, sometimes one
 * that takes an argument's work along. The bits are the same either way. */
typedef struct {
    Kernel kernel;
    int arity;
    const Node *argument[WORK_ARGUMENTS];
    Border border;
} Work;

/* Of a node that is neither a constant nor a symbol. */
Work work_of(const Node *node);

/* The argument that all points from lo to hi take, or -1. */
int border_taken(const Border *border, double lo, double hi);

/* Narrows lo .. hi to where the argument may be taken. */
void border_narrow(const Border *border, int argument, double *lo, double *hi);

#endif
