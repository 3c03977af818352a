/* value.c - readers of plain values: numbers, lengths, words, colours, dashes. */
#include "spec/field.h"

#include "base/length.h"
#include "base/nearest.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

/* An empty value is most often a colour whose '#' began a comment. */
static void report_empty(Reader *reader, const Field *field, const DocumentNode *node)
{
    const char *rest = reader->source + node->span.start;

    rest += strspn(rest, " \t");
    reports_add(reader->reports, node->span, "'%s' needs a value%s", field->key,
                *rest == '#' ? " ('#' begins a comment unless it stands in quotes)"
                             : "");
}

bool node_is(Reader *reader, const Field *field, const DocumentNode *node,
             DocumentKind kind)
{
    bool empty = node->kind == DOCUMENT_TEXT && node->plain && node->text[0] == '\0';

    if (empty) {
        report_empty(reader, field, node);
        return false;
    }
    if (node->kind == kind)
        return true;
    reports_add(reader->reports, node->span, "'%s' must be %s, not %s", field->key,
                document_kind_name(kind), document_kind_name(node->kind));
    return false;
}

bool node_is_list(Reader *reader, const Field *field, const DocumentNode *node,
                  unsigned minimum, unsigned maximum)
{
    unsigned count;

    if (!node_is(reader, field, node, DOCUMENT_LIST))
        return false;
    count = node->items->len;
    if (count >= minimum && count <= maximum)
        return true;
    if (minimum == maximum)
        reports_add(reader->reports, node->span, "'%s' must have %u item%s, not %u",
                    field->key, minimum, minimum == 1 ? "" : "s", count);
    else if (count < minimum)
        reports_add(reader->reports, node->span, "'%s' must have at least %u item%s",
                    field->key, minimum, minimum == 1 ? "" : "s");
    else
        reports_add(reader->reports, node->span,
                    "'%s' must have at most %u items, not %u", field->key, maximum,
                    count);
    return false;
}

void read_text(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    char **text = field_member(field, target);

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    g_free(*text);
    *text = g_strdup(node->text);
}

void read_flag(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    bool *flag = field_member(field, target);

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (strcmp(node->text, "true") == 0)
        *flag = true;
    else if (strcmp(node->text, "false") == 0)
        *flag = false;
    else
        reports_add(reader->reports, node->span, "'%s' must be true or false, not '%s'",
                    field->key, node->text);
}

/* The value of a formula without x, such as `-2*pi`. */
static bool constant_value(const char *text, double *value)
{
    g_autoptr(Formula) formula = formula_new(text, NULL, NULL, NULL, NULL);

    if (!formula || !node_is_constant(formula->root))
        return false;
    *value = formula->root->value;
    return true;
}

/* field's limits; both 0 stand for none. */
static bool is_within(Reader *reader, const Field *field, const DocumentNode *node,
                      double value, const char *unit)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    double minimum = field->minimum, maximum = field->maximum;

    if (minimum == 0 && maximum == 0) {
        minimum = -INFINITY;
        maximum = INFINITY;
    }
    if (isfinite(value) && value >= minimum && value <= maximum)
        return true;
    if (!isfinite(value)) {
        reports_add(reader->reports, node->span, "'%s' must be a finite number",
                    field->key);
        return false;
    }
    number_format_digits(minimum, 6, low);
    number_format_digits(maximum, 6, high);
    if (isinf(maximum))
        reports_add(reader->reports, node->span, "'%s' must be at least %s%s, not '%s'",
                    field->key, low, unit, node->text);
    else
        reports_add(reader->reports, node->span,
                    "'%s' must be within %s .. %s%s, not '%s'", field->key, low, high,
                    unit, node->text);
    return false;
}

bool node_number(Reader *reader, const Field *field, const DocumentNode *node,
                 double *value)
{
    if (node->kind != DOCUMENT_TEXT) {
        reports_add(reader->reports, node->span, "'%s' must be a number, not %s",
                    field->key, document_kind_name(node->kind));
        return false;
    }
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return false;
    if (!number_parse(node->text, value) && !constant_value(node->text, value)) {
        reports_add(reader->reports, node->span, "'%s' must be a number, not '%s'",
                    field->key, node->text);
        return false;
    }
    return is_within(reader, field, node, *value, "");
}

void read_number(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    double value;

    if (node_number(reader, field, node, &value))
        memcpy(field_member(field, target), &value, sizeof value);
}

void read_whole(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    int minimum = (int)field->minimum, maximum = (int)field->maximum;
    int value;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (number_parse_int(node->text, minimum, maximum, &value))
        memcpy(field_member(field, target), &value, sizeof value);
    else
        reports_add(reader->reports, node->span,
                    "'%s' must be a whole number within %d .. %d, not '%s'", field->key,
                    minimum, maximum, node->text);
}

bool node_length(Reader *reader, const Field *field, const DocumentNode *node,
                 double *points)
{
    g_autoptr(GError) error = NULL;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return false;
    if (!length_parse(node->text, reader->dpi, points, &error)) {
        reports_add(reader->reports, node->span, "'%s': %s", field->key,
                    error->message);
        return false;
    }
    return is_within(reader, field, node, *points, " pt");
}

bool node_side(Reader *reader, const Field *field, const DocumentNode *node,
               double *points)
{
    const Field any = {.key = field->key};
    double value;

    if (!node_length(reader, &any, node, &value))
        return false;
    if (value >= PAGE_MIN_PT && value <= PAGE_MAX_PT) {
        *points = value;
        return true;
    }
    reports_add(reader->reports, node->span,
                "'%s' must be within 0.5 cm .. 200 in, not '%s'", field->key,
                node->text);
    return false;
}

void read_length(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    double points;

    if (node_length(reader, field, node, &points))
        memcpy(field_member(field, target), &points, sizeof points);
}

static void report_word(Reader *reader, const Field *field, const DocumentNode *node)
{
    g_autofree char *known = words_describe(field->words);
    Nearest nearest;

    nearest_init(&nearest, node->text);
    for (const Word *word = field->words; word->name; word++)
        nearest_offer(&nearest, word->name);
    if (nearest.best)
        reports_add(reader->reports, node->span,
                    "'%s' cannot be '%s' (did you mean '%s'?)", field->key, node->text,
                    nearest.best);
    else
        reports_add(reader->reports, node->span, "'%s' must be %s, not '%s'",
                    field->key, known, node->text);
}

void read_word(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    const Word *word = field->words;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    while (word->name && strcmp(word->name, node->text) != 0)
        word++;
    if (!word->name)
        report_word(reader, field, node);
    else
        memcpy(field_member(field, target), &word->value, sizeof word->value);
}

bool node_color(Reader *reader, const Field *field, const DocumentNode *node,
                Color *color)
{
    g_autoptr(GError) error = NULL;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return false;
    if (color_parse(node->text, color, &error))
        return true;
    reports_add(reader->reports, node->span, "'%s': %s", field->key, error->message);
    return false;
}

void read_color(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    Color color;

    if (!node_color(reader, field, node, &color))
        return;
    memcpy(field_member(field, target), &color, sizeof color);
    field_given(field, target);
}

/* Named patterns look right at the usual widths of 1 to 3 pt. */
static const struct {
    const char *name;
    Dash dash;
} dashes[] = {
    {"solid", {.count = 0}},
    {"dashed", {.length_pt = {6, 3}, .count = 2}},
    {"dotted", {.length_pt = {1.5, 2.5}, .count = 2}},
    {"dashdot", {.length_pt = {6, 2.5, 1.5, 2.5}, .count = 4}},
};

static void report_dash(Reader *reader, const Field *field, const DocumentNode *node)
{
    Nearest nearest;

    nearest_init(&nearest, node->text);
    for (unsigned i = 0; i < G_N_ELEMENTS(dashes); i++)
        nearest_offer(&nearest, dashes[i].name);
    if (nearest.best)
        reports_add(reader->reports, node->span,
                    "'%s' cannot be '%s' (did you mean '%s'?)", field->key, node->text,
                    nearest.best);
    else
        reports_add(reader->reports, node->span,
                    "'%s' cannot be '%s' (write solid, dashed, dotted, dashdot or a "
                    "list of lengths)",
                    field->key, node->text);
}

static bool named_dash(Reader *reader, const Field *field, const DocumentNode *node,
                       Dash *dash)
{
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return false;
    for (unsigned i = 0; i < G_N_ELEMENTS(dashes); i++)
        if (strcmp(dashes[i].name, node->text) == 0) {
            *dash = dashes[i].dash;
            return true;
        }
    report_dash(reader, field, node);
    return false;
}

bool node_dash(Reader *reader, const Field *field, const DocumentNode *node, Dash *dash)
{
    const Field one = {.key = field->key, .minimum = 0, .maximum = 1000};
    Dash result = {.count = 0};
    double sum = 0;

    if (node->kind != DOCUMENT_LIST)
        return named_dash(reader, field, node, dash);
    if (!node_is_list(reader, field, node, 2, THEME_DASH_MAX))
        return false;
    for (unsigned i = 0; i < node->items->len; i++) {
        if (!node_length(reader, &one, g_ptr_array_index(node->items, i),
                         &result.length_pt[i]))
            return false;
        sum += result.length_pt[i];
    }
    if (node->items->len % 2 != 0) {
        reports_add(reader->reports, node->span,
                    "'%s' must be lengths on, off in turn: 2 or 4 of them", field->key);
        return false;
    }
    if (sum < 0.1) {
        reports_add(reader->reports, node->span,
                    "'%s' must be at least 0.1 pt long in all", field->key);
        return false;
    }
    result.count = (int)node->items->len;
    *dash = result;
    return true;
}

void read_dash(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    Dash dash;

    if (!node_dash(reader, field, node, &dash))
        return;
    memcpy(field_member(field, target), &dash, sizeof dash);
    field_given(field, target);
}
