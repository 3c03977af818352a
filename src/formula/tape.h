/* tape.h - a formula compiled for evaluation over many points.
 *
 * A tape computes the value and, as far as asked, the first and second derivative
 * in x in one pass over blocks of points. Each result is within a few units in the
 * last place (doc: actplot-formula(7)). NaN in gives NaN out. At +-infinity a result
 * is what the formula gives there; where that is NaN (infinity/infinity), it is the
 * limit as far as eight points, 2^960 .. DBL_MAX (or, should one of them be NaN,
 * 2^64 .. 2^508) show it: all equal is that number, falling at least like the fourth
 * root of 1/|x| is 0, one sign and steadily growing by 5 % or more is infinite, all
 * else stays NaN.
 */
#ifndef ACTPLOT_FORMULA_TAPE_H
#define ACTPLOT_FORMULA_TAPE_H

#include "formula/formula.h"

#include <stddef.h>

typedef struct Tape Tape;

/* order 0: value; 1: and first derivative; 2: and second. */
Tape *tape_new(const Formula *formula, int order);

/* A tape of any nodes of one pool, all in one pass; count >= 1. */
Tape *tape_new_nodes(NodePool *pool, const Node *const *roots, int count);
void tape_free(Tape *tape);

/* results[k][i] is root k (or the derivative of order k) at x[i], i < n. A result may
 * be NULL (not wanted) or may be x. Any n, any alignment. Safe from many threads. */
void tape_evaluate(const Tape *tape, const double *x, size_t n,
                   double *const results[]);

/* The same by that many threads, each a stretch of the arrays: the same bits. */
void tape_evaluate_with(const Tape *tape, const double *x, size_t n,
                        double *const results[], int threads);

/* The same for a formula of x and y, at one y; a tape without y leaves it unread. The
 * limits above are those in x. */
void tape_evaluate_row(const Tape *tape, const double *x, size_t n, double y,
                       double *const results[]);

/* The same at one point. */
void tape_evaluate_at(const Tape *tape, double x, double results[]);

/* How many results there are. */
int tape_roots(const Tape *tape);

/* How many operations a point costs: what the roots share is counted once. */
int tape_steps(const Tape *tape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tape, tape_free)

#endif
