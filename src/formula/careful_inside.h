/* careful_inside.h - a graph as a list of operations, as finding and computing share
 * it.
 */
#ifndef ACTPLOT_FORMULA_CAREFUL_INSIDE_H
#define ACTPLOT_FORMULA_CAREFUL_INSIDE_H

#include "formula/careful.h"
#include "formula/careful_function.h"

#include <stdbool.h>

typedef struct {
    const Node *node;           /* while the graph is described */
    const Operation *operation; /* NULL: a constant or a symbol */
    const CarefulFunction *function;
    char symbol; /* x, y, or 0 for a constant */
    double value;
    unsigned argument[NODE_ARGUMENTS];
    uint8_t roots;
    bool varies;  /* with x or y */
    bool rough;   /* it or a part of it is rounded by more than + and * */
    bool wild;    /* it or a part of it is a product that may lose a factor */
    double sum;   /* it is a sum that loses digits where it is smaller than so much of a
                     part; 0: it is not */
    double error; /* an estimate, in units in the last place */
    double scale; /* of the argument for zones */
    bool tense;   /* it or a part of it is such a sum, or has zones */
    bool fades;
    bool decided_by; /* something is decided by its rounded value */
} CarefulItem;

struct Careful {
    CarefulItem *items; /* arguments first */
    unsigned count;
    unsigned *positions; /* by index of a node: 1 + its item, or 0 */
    unsigned pool_size;
    unsigned *roots;
    int root_count;
    uint8_t cared; /* the roots that need it */
};

/* Whether the argument's value, not only a decision by it, is in the result. */
bool careful_is_passed(const CarefulItem *item, int argument);

#endif
