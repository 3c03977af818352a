/* axis_read.c - `x:` and `y:` of figure files. */
#include "spec/figure_fields.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

enum { TICKS_MAX = 1000, TICK_COUNT_MAX = 100 };

void read_axis(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    AxisSpec *axis = field_member(field, target);

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    fields_read(reader, figure_fields, IN_AXIS, node, axis);
    if (axis->scale == SCALE_LOG && (axis->low <= 0 || axis->high <= 0)) {
        const DocumentNode *range = document_get(node, "range");

        reports_add(reader->reports, range ? range->span : node->span,
                    "'range' must lie above 0 on a log scale");
        axis->low = axis->high = NAN; /* not to be told of each panel again */
    }
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

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void set_tick_list(AxisSpec *axis, GArray *ticks)
{
    g_array_sort(ticks, compare_numbers);
    for (unsigned i = 1; i < ticks->len;)
        if (g_array_index(ticks, double, i) == g_array_index(ticks, double, i - 1))
            g_array_remove_index(ticks, i);
        else
            i++;
    g_clear_pointer(&axis->ticks, g_array_unref);
    axis->ticks = ticks;
    axis->tick_choice = TICK_CHOICE_LIST;
}

void read_ticks(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    AxisSpec *axis = target;
    int count = 0;
    TickChoice choice;

    if (node->kind == DOCUMENT_LIST) {
        GArray *ticks = read_numbers(reader, field, node, 0, TICKS_MAX);

        if (ticks)
            set_tick_list(axis, ticks);
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
                    "'ticks' must be auto, pi, a count within 2 .. %d or a list of "
                    "numbers, not '%s'",
                    TICK_COUNT_MAX, node->text);
        return;
    }
    g_clear_pointer(&axis->ticks, g_array_unref);
    axis->tick_choice = choice;
    axis->tick_count = count;
}
