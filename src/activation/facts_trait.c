/* facts_trait.c - symmetry, smoothness and other traits of a function. */
#include "activation/facts_trait.h"

#include <math.h>

/* --- Symmetry --- */

static bool agrees(const Profile *value, double x, int sign)
{
    double right = line_value(value->line, x), left = line_value(value->line, -x);

    if (isnan(left) || isnan(right))
        return isnan(left) == isnan(right);
    if (isinf(left) || isinf(right))
        return left == sign * right;
    double noise = line_noise(value->line, x) + line_noise(value->line, -x);
    return fabs(left - sign * right) <= (isfinite(noise) ? noise : 0);
}

bool trait_is_symmetric(const Profile *value, int sign)
{
    enum { POINTS = 160 };
    bool defined = false;

    for (int i = 0; i < POINTS; i++) {
        double x = 1e-6 * pow(1.1771, i); /* up to 1e5 */
        if (!agrees(value, x, sign))
            return false;
        defined = defined || !isnan(line_value(value->line, x));
    }
    for (unsigned i = 0; i < value->switches->len; i++) {
        const Switch *at = &g_array_index(value->switches, Switch, i);
        double beside = 1e-4 * fmax(1, fabs(at->x));
        if (!agrees(value, at->x, sign) || !agrees(value, at->x + beside, sign) ||
            !agrees(value, at->x - beside, sign))
            return false;
    }
    return defined && agrees(value, 0, sign);
}

/* --- Homogeneity --- */

bool trait_is_homogeneous(const Profile *value, Line *curvature)
{
    for (unsigned i = 0; i < value->switches->len; i++) {
        const Switch *at = &g_array_index(value->switches, Switch, i);
        if (at->kind == SWITCH_SMOOTH)
            continue;
        if (at->x != 0 || at->left.f != 0 || at->right.f != 0)
            return false;
    }
    return line_value(value->line, 0) == 0 && line_is_zero(curvature, -INFINITY, 0) &&
           line_is_zero(curvature, 0, INFINITY);
}

/* --- Smoothness --- */

static int order_of_kind(SwitchKind kind)
{
    switch (kind) {
    case SWITCH_SMOOTH:
        return -1;
    case SWITCH_CURVATURE:
        return 2;
    case SWITCH_KINK:
        return 1;
    case SWITCH_JUMP:
    case SWITCH_POLE:
    case SWITCH_EDGE:
        break;
    }
    return 0;
}

/* Whether only the value taken is beside both limits: 0 at x = 0 of a derivative of
 * `x == 0 ? 1 : sin(x)/x`. */
static bool is_mended(const Switch *at)
{
    double apart = fabs(at->left.f - at->right.f);

    return at->kind == SWITCH_JUMP &&
           apart <= 1e-6 * (1 + fabs(at->left.f) + fabs(at->right.f));
}

/* Looks at the switch points of the derivative of that order. */
static void look_at_derivative(const Profile *value, const Node *derivative, int order,
                               GArray *orders, Warnings *warnings)
{
    const Formula *formula = value->line->formula;
    g_autoptr(Line) line = line_new(formula->pool, derivative, formula->text);
    g_autoptr(GArray) switches = line_switches(line, warnings);

    for (unsigned i = 0; i < orders->len; i++) {
        int *known = &g_array_index(orders, int, i);
        double x = g_array_index(value->switches, Switch, i).x;
        for (unsigned k = 0; k < switches->len && *known < 0; k++) {
            const Switch *at = &g_array_index(switches, Switch, k);
            int here = order_of_kind(at->kind);
            if (fabs(at->x - x) <= 0x1p-48 * fabs(x) && here >= 0 && !is_mended(at))
                *known = order + here;
        }
    }
}

static bool has_unknown(const GArray *orders)
{
    for (unsigned i = 0; i < orders->len; i++) {
        if (g_array_index(orders, int, i) < 0)
            return true;
    }
    return false;
}

GArray *trait_jump_orders(const Profile *value, int most, Warnings *warnings)
{
    GArray *orders = g_array_new(FALSE, FALSE, sizeof(int));
    const Formula *formula = value->line->formula;
    const Node *derivative = formula->root;

    for (unsigned i = 0; i < value->switches->len; i++) {
        int order = order_of_kind(g_array_index(value->switches, Switch, i).kind);
        g_array_append_val(orders, order);
    }
    for (int order = 2; order < most && has_unknown(orders); order += 2) {
        for (int k = 0; k < 2; k++)
            derivative = node_derivative(formula->pool, derivative, "x");
        look_at_derivative(value, derivative, order, orders, warnings);
    }
    return orders;
}
