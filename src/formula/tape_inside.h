/* tape_inside.h - what compiling a tape leaves for running it. */
#ifndef ACTPLOT_FORMULA_TAPE_INSIDE_H
#define ACTPLOT_FORMULA_TAPE_INSIDE_H

#include "formula/careful.h"
#include "formula/tape.h"
#include "formula/tape_fuse.h"

#include <glib.h>

/* What kernels count in; and points of a block, fewer where a tape needs many
 * registers: all of them together shall stay in the first cache. */
enum { BLOCK_LEAST = 8, BLOCK_MOST = 512, BLOCK_BYTES = 32 * 1024 };

/* Registers count from 0: first the constants, then x, then y and the temporaries.
 * Where a block's x are all below lo or all above hi, nothing reads the result. */
typedef struct {
    Kernel kernel;
    int arity;
    unsigned argument[WORK_ARGUMENTS];
    unsigned result;
    Border border;
    double lo, hi;
    CarefulWatch watch; /* roots 0: nothing is watched */
} Step;

struct Tape {
    size_t block;      /* points a block, a multiple of 8 */
    double *constants; /* of each a whole block; 64-byte aligned */
    unsigned constant_count;
    unsigned temporary_count; /* with x, and y where there is one */
    unsigned y;               /* the register of y; 0: the formula has none */
    GArray *steps;            /* of Step */
    unsigned *roots;          /* the register of each */
    int root_count;
    Careful *careful; /* NULL: no point needs care */
};

/* So many doubles, 64-byte aligned; freed by g_aligned_free(). */
double *tape_doubles_new(size_t rows, size_t columns);

#endif
