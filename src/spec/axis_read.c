/* axis_read.c - `x:` and `y:` of figure files. */
#include "spec/figure_fields.h"

#include "base/number.h"
#include "base/number_pattern.h"

#include <math.h>
#include <string.h>

enum { TICKS_MAX = 1000, TICK_COUNT_MAX = 100 };

void read_axis(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    AxisSpec *axis = field_member(field, target);

    if (node->kind == DOCUMENT_LIST) {
        const Field range = {.key = "range"};

        read_range(reader, &range, node, axis);
        return;
    }
    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    fields_read(reader, figure_fields, IN_AXIS, node, axis);
    if (axis->scale == SCALE_LOG && (axis->low <= 0 || axis->high <= 0)) {
        const DocumentNode *range = document_get(node, "range");

        reports_add(reader->reports, range ? range->span : node->span,
                    "'range' must lie above 0 on a log scale");
        axis->low = axis->high = NAN; /* not to be told of each panel again */
    }
    if (axis->scale != SCALE_SYMLOG && document_get(node, "linear"))
        reports_add(reader->reports, document_get(node, "linear")->span,
                    "'linear' belongs to `scale: symlog`");
}

bool node_end(Reader *reader, const Field *field, const DocumentNode *node,
              double *value)
{
    if (node->kind == DOCUMENT_TEXT && strcmp(node->text, "auto") == 0) {
        *value = NAN;
        return true;
    }
    return node_number(reader, field, node, value);
}

void read_range(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    AxisSpec *axis = target;
    double low, high;

    if (!node_is_list(reader, field, node, 2, 2) ||
        !node_end(reader, field, g_ptr_array_index(node->items, 0), &low) ||
        !node_end(reader, field, g_ptr_array_index(node->items, 1), &high))
        return;
    if (low >= high) {
        reports_add(reader->reports, node->span,
                    "'range' must rise: its low end is not below its high end");
        return;
    }
    if (isinf(high - low)) {
        reports_add(reader->reports, node->span,
                    "'range' is too wide for floating-point numbers");
        return;
    }
    axis->low = low;
    axis->high = high;
}

GArray *read_numbers(Reader *reader, const Field *field, const DocumentNode *node,
                     unsigned minimum, unsigned maximum)
{
    GArray *numbers;
    bool good = true;

    if (!node_is_list(reader, field, node, minimum, maximum))
        return NULL;
    numbers = g_array_new(FALSE, FALSE, sizeof(double));
    for (unsigned i = 0; i < node->items->len; i++) {
        double value;

        if (node_number(reader, field, g_ptr_array_index(node->items, i), &value))
            g_array_append_val(numbers, value);
        else
            good = false;
    }
    if (good)
        return numbers;
    g_array_unref(numbers);
    return NULL;
}

/* A tick of a list, with the text that stands beside it (NULL: none). */
typedef struct {
    double value;
    char *label;
} ListedTick;

static void clear_listed(void *data)
{
    g_free(((ListedTick *)data)->label);
}

static int compare_listed(const void *a, const void *b)
{
    double x = ((const ListedTick *)a)->value, y = ((const ListedTick *)b)->value;

    return x < y ? -1 : x > y;
}

/* In order, each once. */
static void set_tick_list(AxisSpec *axis, GArray *listed, bool labelled)
{
    g_array_sort(listed, compare_listed);
    g_clear_pointer(&axis->ticks, g_array_unref);
    g_clear_pointer(&axis->tick_labels, g_ptr_array_unref);
    axis->ticks = g_array_new(FALSE, FALSE, sizeof(double));
    if (labelled)
        axis->tick_labels = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < listed->len; i++) {
        ListedTick *tick = &g_array_index(listed, ListedTick, i);

        if (i > 0 && tick->value == tick[-1].value)
            continue;
        g_array_append_val(axis->ticks, tick->value);
        if (labelled)
            g_ptr_array_add(axis->tick_labels, g_steal_pointer(&tick->label));
    }
    axis->tick_choice = TICK_CHOICE_LIST;
}

static void read_tick_list(Reader *reader, const Field *field, const DocumentNode *node,
                           AxisSpec *axis)
{
    g_autoptr(GArray) values = read_numbers(reader, field, node, 0, TICKS_MAX);
    g_autoptr(GArray) listed = g_array_new(FALSE, FALSE, sizeof(ListedTick));

    for (unsigned i = 0; values && i < values->len; i++) {
        ListedTick tick = {.value = g_array_index(values, double, i)};

        g_array_append_val(listed, tick);
    }
    if (values)
        set_tick_list(axis, listed, false);
}

/* `{0: none, pi: "half a turn"}` */
static void read_tick_map(Reader *reader, const Field *field, const DocumentNode *node,
                          AxisSpec *axis)
{
    g_autoptr(GArray) listed = g_array_new(FALSE, FALSE, sizeof(ListedTick));
    bool good = node->items->len / 2 <= TICKS_MAX;

    g_array_set_clear_func(listed, clear_listed);
    if (!good)
        reports_add(reader->reports, node->span, "'%s' must have at most %d items",
                    field->key, TICKS_MAX);
    for (unsigned i = 0; good && i + 1 < node->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(node->items, i);
        const DocumentNode *text = g_ptr_array_index(node->items, i + 1);
        ListedTick tick = {0};

        good = node_number(reader, field, key, &tick.value) &&
               node_is(reader, field, text, DOCUMENT_TEXT);
        if (!good)
            break;
        check_label(reader, text);
        tick.label = g_strdup(text->text);
        g_array_append_val(listed, tick);
    }
    if (good)
        set_tick_list(axis, listed, true);
}

void read_format(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    AxisSpec *axis = target;
    NumberPattern pattern;
    const char *fault;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (!number_pattern_parse(node->text, &pattern, &fault)) {
        reports_add(reader->reports, node->span, "'format' must %s, not '%s'", fault,
                    node->text);
        return;
    }
    g_free(axis->format);
    axis->format = g_strdup(node->text);
}

void read_ticks(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    AxisSpec *axis = target;
    int count = 0;
    TickChoice choice;

    if (node->kind == DOCUMENT_LIST) {
        read_tick_list(reader, field, node, axis);
        return;
    }
    if (node->kind == DOCUMENT_MAP) {
        read_tick_map(reader, field, node, axis);
        return;
    }
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (strcmp(node->text, "auto") == 0) {
        choice = TICK_CHOICE_AUTO;
    } else if (strcmp(node->text, "pi") == 0) {
        choice = TICK_CHOICE_PI;
    } else if (number_parse_int(node->text, 2, TICK_COUNT_MAX, &count)) {
        choice = TICK_CHOICE_COUNT;
    } else {
        reports_add(reader->reports, node->span,
                    "'ticks' must be auto, pi, a count within 2 .. %d, a list of "
                    "numbers or a map of texts, not '%s'",
                    TICK_COUNT_MAX, node->text);
        return;
    }
    g_clear_pointer(&axis->ticks, g_array_unref);
    g_clear_pointer(&axis->tick_labels, g_ptr_array_unref);
    axis->tick_choice = choice;
    axis->tick_count = count;
}
