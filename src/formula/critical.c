/* critical.c - the critical nodes of a graph, from the innermost outwards. */
#include "formula/critical.h"

#include "formula/double_rank.h"
#include "formula/interval_rounding.h"

#include <math.h>

/* About half a second; a formula of one switch takes some hundred. */
#define WORK_MOST (G_GUINT64_CONSTANT(8) << 20)

/* --- What has the zeros of a node --- */

/* Operations that are 0 where their argument is, and there only. */
static const Operation *const keeps_zeros[] = {
    &operation_negate,       &operation_abs,
    &operation_sqrt,         &operation_cbrt,
    &operation_expm1,        &operation_log1p,
    &operation_sinh,         &operation_tanh,
    &operation_asinh,        &operation_atan,
    &operation_erf,          &operation_sign,
    &operation_softsign,     &operation_x_logistic,
    &operation_x_normal_cdf, &operation_x_tanh_softplus,
    &operation_gelu_tanh,
};

/* Operations that are never 0, though they may round to it. */
static const Operation *const has_no_zeros[] = {
    &operation_exp,        &operation_cosh,       &operation_erfc,
    &operation_logistic,   &operation_softplus,   &operation_normal_cdf,
    &operation_normal_pdf, &operation_sech2,      &operation_gauss,
    &operation_softsign_1, &operation_logistic_1,
};

static bool is_one_of(const Operation *operation, const Operation *const *list,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i] == operation)
            return true;
    }
    return false;
}

/* Appends the nodes that together have the zeros of node. */
static void append_factors(const Node *node, GPtrArray *factors)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)node);
    while (todo->len > 0) {
        node = g_ptr_array_steal_index(todo, todo->len - 1);
        const Operation *operation = node->operation;
        bool power =
            operation == &operation_power && node_is_constant(node->argument[1]);

        if (node_is_constant(node) ||
            is_one_of(operation, has_no_zeros, G_N_ELEMENTS(has_no_zeros)))
            continue;
        if (operation == &operation_multiply)
            g_ptr_array_add(todo, (gpointer)node->argument[1]);
        if (power && node->argument[1]->value <= 0)
            continue;
        if (power || operation == &operation_multiply ||
            operation == &operation_divide ||
            is_one_of(operation, keeps_zeros, G_N_ELEMENTS(keeps_zeros)))
            g_ptr_array_add(todo, (gpointer)node->argument[0]);
        else if (!g_ptr_array_find(factors, node, NULL))
            g_ptr_array_add(factors, (gpointer)node);
    }
}

/* --- Searching --- */

static void find_operation(CriticalSet *set, const Node *node);

static gint compare_roots(gconstpointer a, gconstpointer b)
{
    const Root *one = a, *other = b;
    return one->x < other->x ? -1 : one->x > other->x;
}

/* Finds the zeros of all critical nodes in root's graph, and returns those zeros in
 * order; the caller's. */
static GArray *find_inside(CriticalSet *set, const Node *root)
{
    GArray *breaks = g_array_new(FALSE, FALSE, sizeof(Root));
    g_autofree bool *reached = g_new0(bool, root->index + 1);
    g_autoptr(GPtrArray) critical = g_ptr_array_new();
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);
        if (reached[node->index])
            continue;
        reached[node->index] = true;
        if (node->operation && node->operation->critical != CRITICAL_NONE)
            g_ptr_array_add(critical, (gpointer)node);
        for (int i = 0; i < NODE_ARGUMENTS && node->argument[i]; i++)
            g_ptr_array_add(todo, (gpointer)node->argument[i]);
    }
    set->work -= MIN(set->work, root->index);
    for (unsigned i = 0; i < critical->len; i++) {
        find_operation(set, critical->pdata[i]);
        GPtrArray *searches = g_hash_table_lookup(set->operations, critical->pdata[i]);
        for (unsigned k = 0; k < searches->len; k++) {
            const RootSearch *search = searches->pdata[k];
            g_array_append_vals(breaks, search->roots->data, search->roots->len);
        }
    }
    g_array_sort(breaks, compare_roots);
    return breaks;
}

static void search_between(RootSearch *search, const GArray *breaks)
{
    double start = search->lo;

    for (unsigned i = 0; i < breaks->len; i++) {
        const Root *root = &g_array_index(breaks, Root, i);
        root_search_stretch(search, start, root->before);
        start = fmax(start, root->after);
    }
    root_search_stretch(search, start, search->hi);
}

static RootSearch *find_zeros(CriticalSet *set, const Node *node, bool steps)
{
    RootSearch *search = g_hash_table_lookup(set->found[steps], node);
    if (search)
        return search;
    search = root_search_new(set->pool, node, steps, set->lo, set->hi, set->limit,
                             &set->work);
    g_ptr_array_add(set->searches, search);
    g_hash_table_insert(set->found[steps], (gpointer)node, search);

    g_autoptr(GArray) breaks = find_inside(set, node);
    if (root_search_possible(search))
        search_between(search, breaks);
    return search;
}

/* The depth of this recursion is that of choices within conditions of choices, which
 * the limit of a formula's depth keeps small. */
static void find_operation(CriticalSet *set, const Node *node)
{
    const Operation *operation = node->operation;
    if (g_hash_table_contains(set->operations, node))
        return;
    GPtrArray *searches = g_ptr_array_new();
    g_hash_table_insert(set->operations, (gpointer)node, searches);

    const Node *critical = operation->critical_node(set->pool, node);
    g_autoptr(GPtrArray) factors = g_ptr_array_new();
    bool steps = operation->critical == CRITICAL_STEP;
    if (!critical || node_is_constant(critical))
        return;
    if (steps)
        g_ptr_array_add(factors, (gpointer)critical);
    else
        append_factors(critical, factors);
    for (unsigned i = 0; i < factors->len; i++)
        g_ptr_array_add(searches, find_zeros(set, factors->pdata[i], steps));
}

CriticalSet *critical_set_new(NodePool *pool, const Node *root, double lo, double hi,
                              unsigned limit)
{
    CriticalSet *set = g_new0(CriticalSet, 1);
    set->pool = node_pool_ref(pool);
    /* What rounding puts just outside belongs to the ends. */
    set->lo = fmax(double_step(lo, -4), -DBL_MAX);
    set->hi = fmin(double_step(hi, 4), DBL_MAX);
    set->limit = limit;
    set->work = WORK_MOST;
    set->searches = g_ptr_array_new_with_free_func((GDestroyNotify)root_search_free);
    for (int i = 0; i < 2; i++)
        set->found[i] = g_hash_table_new(NULL, NULL);
    set->operations =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    g_array_unref(find_inside(set, root));
    return set;
}

void critical_set_free(CriticalSet *set)
{
    if (!set)
        return;
    g_hash_table_unref(set->operations);
    for (int i = 0; i < 2; i++)
        g_hash_table_unref(set->found[i]);
    g_ptr_array_unref(set->searches);
    node_pool_unref(set->pool);
    g_free(set);
}

const RootSearch *critical_set_zeros(CriticalSet *set, const Node *root)
{
    return find_zeros(set, root, false);
}

bool critical_set_doubt(const CriticalSet *set, Interval *part)
{
    *part = (Interval){.lo = INFINITY, .hi = -INFINITY};
    for (unsigned i = 0; i < set->searches->len; i++) {
        const RootSearch *search = set->searches->pdata[i];
        const GArray *gaps = search->gaps;
        if (gaps->len == 0)
            continue;
        part->lo = fmin(part->lo, g_array_index(gaps, Interval, 0).lo);
        part->hi = fmax(part->hi, g_array_index(gaps, Interval, gaps->len - 1).hi);
    }
    return part->lo <= part->hi;
}
