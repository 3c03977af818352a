/* rewrite_form.c - forms that people write in more ways than patterns can say. */
#include "formula/rewrite_form.h"

#include "formula/operation.h"

#include <float.h>
#include <math.h>

/* node as a polynomial in u: sum of coefficient[i] * u^i. */
enum { DEGREE = 3 };

static bool is_polynomial(const Node *node, const Node *u, int depth,
                          double coefficient[DEGREE + 1])
{
    double left[DEGREE + 1], right[DEGREE + 1];
    for (int i = 0; i <= DEGREE; i++)
        coefficient[i] = 0;
    if (node == u || node_is_constant(node)) {
        coefficient[node == u] = node == u ? 1 : node->value;
        return true;
    }
    bool sum = node->operation == &operation_add;
    if (depth == 0 || (!sum && node->operation != &operation_multiply) ||
        !is_polynomial(node->argument[0], u, depth - 1, left) ||
        !is_polynomial(node->argument[1], u, depth - 1, right))
        return false;
    for (int i = 0; i <= DEGREE; i++)
        for (int j = 0; j <= DEGREE && !sum; j++) {
            if (i + j <= DEGREE)
                coefficient[i + j] += left[i] * right[j];
            else if (left[i] * right[j] != 0)
                return false;
        }
    for (int i = 0; i <= DEGREE && sum; i++)
        coefficient[i] = left[i] + right[i];
    return true;
}

static bool is_near(double value, double wanted)
{
    return fabs(value - wanted) <= 8 * DBL_EPSILON * fabs(wanted);
}

const Node *rewrite_gelu_tanh(NodePool *pool, const Node *u, const Node *gate)
{
    const double linear = 1.5957691216057307117, cubic = 0.044715;
    double coefficient[DEGREE + 1];
    if (gate->operation != &operation_logistic ||
        !is_polynomial(gate->argument[0], u, 6, coefficient) || coefficient[0] != 0 ||
        coefficient[2] != 0)
        return NULL;
    double sign = coefficient[1] < 0 ? -1 : 1;
    if (!is_near(sign * coefficient[1], linear) ||
        !is_near(sign * coefficient[3], linear * cubic))
        return NULL;
    const Node *factor = node_constant(pool, sign);
    u = node_apply(pool, &operation_multiply, factor, u, NULL);
    u = node_apply(pool, &operation_gelu_tanh, u, NULL, NULL);
    return node_apply(pool, &operation_multiply, factor, u, NULL);
}

/* s for (u - m)/s and u - m. */
static bool is_line(const Node *node, const Node **u, const Node **m, double *s)
{
    *s = 1;
    if (node->operation == &operation_divide && node_is_constant(node->argument[1])) {
        *s = node->argument[1]->value;
        node = node->argument[0];
    } else if (node->operation == &operation_multiply &&
               node_is_constant(node->argument[0])) {
        *s = 1 / node->argument[0]->value;
        node = node->argument[1];
    }
    *u = node->argument[0];
    *m = node->argument[1];
    return node->operation == &operation_subtract && node_is_constant(*m) && *s > 0 &&
           isfinite(*s);
}

const Node *rewrite_normal(NodePool *pool, const Operation *operation,
                           const Node *argument)
{
    const Node *u, *m;
    double s;

    if (operation != &operation_normal_cdf && operation != &operation_normal_pdf)
        return NULL;
    if (!is_line(argument, &u, &m, &s) || node_is_constant(u))
        return NULL;
    return node_apply(pool,
                      operation == &operation_normal_cdf ? &operation_normal_cdf_line
                                                         : &operation_normal_pdf_line,
                      u, m, node_constant(pool, s));
}

/* d for u/d, written in any way; 0: node is not of that kind. */
static double divisor_of(const Node *node, const Node *u)
{
    if (node == u)
        return 1;
    if (node->operation == &operation_negate)
        return -divisor_of(node->argument[0], u);
    if (node->operation == &operation_divide && node->argument[0] == u &&
        node_is_constant(node->argument[1]))
        return node->argument[1]->value;
    if (node->operation == &operation_multiply && node->argument[1] == u &&
        node_is_constant(node->argument[0]))
        return 1 / node->argument[0]->value;
    return 0;
}

const Node *rewrite_soft_root(NodePool *pool, const Node *u, const Node *below)
{
    if (below->operation != &operation_add)
        return NULL;
    for (int i = 0; i < 2; i++) {
        const Node *fading = below->argument[i];
        if (fading->operation != &operation_exp)
            continue;
        double a = divisor_of(below->argument[1 - i], u);
        double b = -divisor_of(fading->argument[0], u);
        if (a > 0 && b > 0 && isfinite(a) && isfinite(b))
            return node_apply(pool, &operation_soft_root, u, node_constant(pool, a),
                              node_constant(pool, b));
    }
    return NULL;
}
