/* math.c - trees of mathematics: making them, and how their parts stand in a row. */
#include "formula/math.h"

#include "formula/math_symbol.h"

#include <string.h>

static void free_child(void *child)
{
    math_free(child);
}

Math *math_new(MathKind kind, const char *text)
{
    Math *math = g_new0(Math, 1);
    math->kind = kind;
    math->text = g_strdup(text);
    return math;
}

Math *math_new_count(MathKind kind, int count)
{
    Math *math = math_new(kind, NULL);
    math->count = count;
    return math;
}

Math *math_add(Math *parent, Math *child)
{
    if (!parent->children)
        parent->children = g_ptr_array_new_with_free_func(free_child);
    g_ptr_array_add(parent->children, child);
    return parent;
}

Math *math_new_with(MathKind kind, Math *first, Math *second)
{
    return math_add(math_add(math_new(kind, NULL), first), second);
}

Math *math_new_fence(const char *open, Math *inner, const char *close)
{
    Math *math = math_add(math_new(MATH_FENCE, open), inner);
    math->close = g_strdup(close);
    return math;
}

void math_free(Math *math)
{
    if (!math)
        return;
    if (math->children)
        g_ptr_array_unref(math->children);
    g_free(math->text);
    g_free(math->close);
    g_free(math);
}

const Math *math_child(const Math *math, unsigned index)
{
    return math->children && index < math->children->len
               ? g_ptr_array_index(math->children, index)
               : NULL;
}

/* The class that it has by itself. */
static MathClass own_class(const Math *math)
{
    const MathSymbol *symbol;
    switch (math->kind) {
    case MATH_SIGN:
        symbol = math_symbol_of(math->text);
        return symbol ? symbol->class : MATH_ORDINARY;
    case MATH_FUNCTION:
        return MATH_OPERATOR;
    case MATH_SPACE:
    case MATH_TIMES:
        return MATH_NOTHING;
    case MATH_SCRIPT:
    case MATH_ACCENT:
        return math_child(math, 0) ? own_class(math_child(math, 0)) : MATH_ORDINARY;
    default:
        return MATH_ORDINARY;
    }
}

static MathClass class_at(const Math *row, unsigned index)
{
    return own_class(math_child(row, index));
}

MathClass math_class(const Math *row, unsigned index)
{
    MathClass class = class_at(row, index);
    if (class != MATH_BINARY)
        return class;
    /* What stands before it, spaces aside, as far as signs in a row go. */
    MathClass before = MATH_OPENING;
    for (unsigned i = index; i-- > 0;) {
        if (class_at(row, i) == MATH_NOTHING)
            continue;
        before = class_at(row, i);
        break;
    }
    bool no_left = before == MATH_OPENING || before == MATH_BINARY ||
                   before == MATH_RELATION || before == MATH_PUNCTUATION ||
                   before == MATH_OPERATOR;
    bool no_right = !math_child(row, index + 1);
    return no_left || no_right ? MATH_ORDINARY : MATH_BINARY;
}

/* Brackets that grow open for what is before them and close for what follows. */
static bool is_fence(const Math *math)
{
    while (math && math->kind == MATH_SCRIPT)
        math = math_child(math, 0);
    return math && math->kind == MATH_FENCE;
}

int math_space_before(const Math *row, unsigned index)
{
    enum { THIN = 3, MEDIUM = 4, THICK = 5 };
    if (index == 0)
        return 0;
    MathClass left = math_class(row, index - 1), right = math_class(row, index);
    if (is_fence(math_child(row, index - 1)))
        left = MATH_CLOSING;
    if (is_fence(math_child(row, index)))
        right = MATH_OPENING;
    if (left == MATH_NOTHING || right == MATH_NOTHING)
        return 0;
    if ((left == MATH_RELATION) != (right == MATH_RELATION) && left != MATH_OPENING &&
        right != MATH_CLOSING && right != MATH_PUNCTUATION)
        return left == MATH_PUNCTUATION ? THIN : THICK;
    if (left == MATH_PUNCTUATION)
        return THIN;
    if (left == MATH_BINARY || right == MATH_BINARY)
        return MEDIUM;
    if (left == MATH_OPERATOR && (right == MATH_ORDINARY || right == MATH_OPERATOR))
        return THIN;
    if (right == MATH_OPERATOR && (left == MATH_ORDINARY || left == MATH_CLOSING))
        return THIN;
    return 0;
}

bool math_is_tall(const Math *math)
{
    if (math->kind == MATH_FRACTION || math->kind == MATH_CASES)
        return true;
    for (unsigned i = 0; math->children && i < math->children->len; i++) {
        const Math *child = math_child(math, i);
        /* A fraction in an exponent is small. */
        if (child && !(math->kind == MATH_SCRIPT && i > 0) && math_is_tall(child))
            return true;
    }
    return false;
}

/* A name that takes what stands in brackets behind it. */
static bool is_applied(const Math *math)
{
    if ((math->kind == MATH_SCRIPT || math->kind == MATH_ACCENT) && math_child(math, 0))
        return is_applied(math_child(math, 0));
    return math->kind == MATH_NAME || math->kind == MATH_FUNCTION ||
           math->kind == MATH_BOLD || math->kind == MATH_PRIMES ||
           (math->kind == MATH_SIGN && strcmp(math->text, MATH_APPLY) == 0);
}

/* The `d` of `df/dx`. */
static bool is_differential(const Math *math)
{
    static const char *const signs[] = {"d", "∂", "Δ", "∇"};
    for (size_t i = 0; math->kind == MATH_NAME && i < G_N_ELEMENTS(signs); i++)
        if (strcmp(math->text, signs[i]) == 0)
            return true;
    return false;
}

/* Whether a sign between two sides makes a sum, not a product. */
static bool is_sum(const Math *sign)
{
    static const char *const products[] = {"·", "×", "÷", "∗", "⊙", "⊗"};
    for (size_t i = 0; i < G_N_ELEMENTS(products); i++)
        if (g_strcmp0(sign->text, products[i]) == 0)
            return false;
    return true;
}

static MathStrength row_strength(const Math *row)
{
    MathStrength strength = MATH_SINGLE;
    int depth = 0, factors = 0;
    bool applied = false;
    for (unsigned i = 0; row->children && i < row->children->len; i++) {
        const Math *child = math_child(row, i);
        MathClass class = math_class(row, i);
        bool opens = class == MATH_OPENING || child->kind == MATH_FENCE;
        if (depth == 0 && class == MATH_RELATION)
            return MATH_CHOICE;
        if (depth == 0 && class == MATH_BINARY)
            strength = MIN(strength, is_sum(child) ? MATH_SUM : MATH_PRODUCT);
        if (depth == 0 && class != MATH_BINARY && class != MATH_CLOSING &&
            class != MATH_NOTHING && child->kind != MATH_PRIMES &&
            !is_differential(child) && !(opens && applied))
            factors++;
        if (row->children->len == 1)
            strength = math_strength(child);
        applied = class == MATH_NOTHING ? applied : is_applied(child);
        depth += class == MATH_OPENING ? 1 : class == MATH_CLOSING ? -1 : 0;
    }
    return factors > 1 ? MIN(strength, MATH_PRODUCT) : strength;
}

MathStrength math_strength(const Math *math)
{
    switch (math->kind) {
    case MATH_ROW:
        return row_strength(math);
    case MATH_FRACTION:
        return MATH_PRODUCT;
    case MATH_CASES:
        return MATH_CHOICE;
    default:
        return MATH_SINGLE;
    }
}

double math_extra_height(const Math *math)
{
    double inner = 0;
    for (unsigned i = 0; math->children && i < math->children->len; i++) {
        const Math *child = math_child(math, i);
        if (child && !(math->kind == MATH_SCRIPT && i > 0))
            inner = MAX(inner, math_extra_height(child));
    }
    switch (math->kind) {
    case MATH_FRACTION:
        return inner + (math->display ? 1.3 : 0.8);
    case MATH_CASES:
        return inner + 0.62 * math->children->len - 1;
    case MATH_SCRIPT:
        return inner + 0.2;
    case MATH_ROOT:
    case MATH_ACCENT:
        return inner + 0.1;
    default:
        return inner;
    }
}

/* The row's first child before or after that one that takes room; NULL: there is none.
 */
static const Math *neighbour(const Math *row, unsigned index, int step, unsigned *place)
{
    const Math *child;
    do {
        index += (unsigned)step;
        child = index < row->children->len ? math_child(row, index) : NULL;
    } while (child && child->kind == MATH_SPACE);
    *place = index;
    return child;
}

bool math_needs_brackets(const Math *row, unsigned index, bool dotted)
{
    for (int step = -1; step <= 1; step += 2) {
        unsigned place;
        const Math *next = neighbour(row, index, step, &place);
        if (!next || (next->kind == MATH_TIMES && dotted && *next->text))
            continue;
        MathClass class = math_class(row, place);
        bool outside = class == (step < 0 ? MATH_OPENING : MATH_CLOSING);
        bool sign = next->kind == MATH_SIGN && strcmp(next->text, "−") == 0;
        if (class != MATH_BINARY && class != MATH_RELATION &&
            class != MATH_PUNCTUATION && !outside && !sign)
            return true;
    }
    return false;
}
