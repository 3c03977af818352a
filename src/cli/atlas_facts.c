/* atlas_facts.c - the rows of `info`, set as a book sets them. */
#include "cli/atlas_facts.h"

#include "activation/framework.h"
#include "cli/fact_rows.h"

#include <string.h>

/* What a page tells elsewhere, or in rows of its own. */
static bool is_told(const char *key)
{
    static const char *const told[] = {"formula", "derivative", "family",
                                       "use",     "frameworks", "relatives",
                                       "paper",   "source",     "negative_slope"};

    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        if (strcmp(told[i], key) == 0)
            return true;
    }
    return false;
}

static bool is_word(char character)
{
    return g_ascii_isalnum(character) || character == '_';
}

/* Signs that stand for others in plain text; word: only where no letter is beside. */
static const struct {
    const char *plain, *set;
    bool word;
} signs[] = {
    {"<=", "≤", false}, {">=", "≥", false},   {"->", "→", false},  {"-inf", "−∞", true},
    {"inf", "∞", true}, {"f'''", "f‴", true}, {"f''", "f″", true}, {"f'", "f′", true},
    {"^2", "²", false}, {"*x", "x", false},
};

static size_t match_sign(const char *text, const char *at, GString *out)
{
    bool apart = at == text || !is_word(at[-1]);

    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        size_t length = strlen(signs[i].plain);

        if (strncmp(at, signs[i].plain, length) != 0 ||
            (signs[i].word && (!apart || is_word(at[length]))))
            continue;
        g_string_append(out, signs[i].set);
        return length;
    }
    /* A minus sign, not a hyphen. */
    if (*at == '-' && apart &&
        (g_ascii_isdigit(at[1]) || at[1] == 'x' || at[1] == ' ')) {
        g_string_append(out, "−");
        return 1;
    }
    return 0;
}

/* The text in the signs of print; the caller's. */
static char *set_signs(const char *text)
{
    GString *out = g_string_new(NULL);

    for (const char *at = text; *at != '\0';) {
        size_t length = match_sign(text, at, out);

        if (length == 0)
            g_string_append_c(out, *at);
        at += MAX(length, 1);
    }
    return g_string_free(out, FALSE);
}

static void clear_line(void *data)
{
    g_free(((AtlasLine *)data)->text);
}

static void clear_row(void *data)
{
    AtlasRow *row = data;

    g_free(row->name);
    g_array_unref(row->lines);
}

static AtlasRow *add_row(GArray *rows, const char *name)
{
    AtlasRow row = {
        .name = set_signs(name),
        .lines = g_array_new(FALSE, FALSE, sizeof(AtlasLine)),
    };

    g_array_set_clear_func(row.lines, clear_line);
    g_array_append_val(rows, row);
    return &g_array_index(rows, AtlasRow, rows->len - 1);
}

static void add_line(AtlasRow *row, const Activation *to, const char *text)
{
    AtlasLine line = {to, set_signs(text)};

    g_array_append_val(row->lines, line);
}

/* One item a line; `;` within parentheses is part of an item. */
static void add_items(AtlasRow *row, const char *text)
{
    const char *start = text, *at;
    int depth = 0;

    for (at = text; *at != '\0'; at++) {
        depth += (*at == '(' || *at == '[') - (*at == ')' || *at == ']');
        if (depth == 0 && at[0] == ';' && at[1] == ' ') {
            g_autofree char *item = g_strndup(start, (gsize)(at - start));

            add_line(row, NULL, item);
            start = at + 2;
        }
    }
    add_line(row, NULL, start);
}

static bool has_items(const char *key)
{
    return strcmp(key, "switch_points") == 0 || strcmp(key, "extrema") == 0 ||
           strcmp(key, "parameters") == 0;
}

static void add_fact(GArray *rows, const Subject *subject, const FactRow *fact)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *label = fact_row_label(fact, STYLE_TEXT);

    fact->write(subject, STYLE_TEXT, text);
    if (text->len == 0)
        return;
    if (has_items(fact->key))
        add_items(add_row(rows, label), text->str);
    else
        add_line(add_row(rows, label), NULL, text->str);
}

/* `PyTorch, JAX`; the caller's. */
static char *framework_names(const char *const *keys)
{
    GString *names = g_string_new(NULL);

    for (; keys != NULL && *keys != NULL; keys++) {
        const Framework *framework = framework_find(*keys);

        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                               framework != NULL ? framework->label : *keys);
    }
    return g_string_free(names, FALSE);
}

/* Who has it, who means something else by it, and where it comes from. */
static void add_origin(GArray *rows, const Activation *activation)
{
    g_autofree char *names = framework_names(activation->frameworks);
    const Convention *convention = activation->conventions;
    AtlasRow *row = NULL;

    if (*names != '\0')
        add_line(add_row(rows, "frameworks"), NULL, names);
    for (; convention != NULL && convention->frameworks != NULL; convention++) {
        g_autofree char *who = framework_names(convention->frameworks);
        g_autofree char *text = g_strconcat(who, ": ", convention->help, NULL);

        if (row == NULL)
            row = add_row(rows, "conventions");
        add_line(row, NULL, text);
    }
    if (activation->paper != NULL) {
        g_autofree char *year = activation->year != 0
                                    ? g_strdup_printf(" %d", activation->year)
                                    : g_strdup("");
        g_autofree char *paper = g_strconcat(activation->paper, year, NULL);

        add_line(add_row(rows, "paper"), NULL, paper);
    }
}

static void add_relatives(GArray *rows, const Activation *activation)
{
    const Relative *relative = activation->relatives;
    AtlasRow *row = NULL;

    for (; relative != NULL && relative->key != NULL; relative++) {
        g_autofree char *text =
            relative->same != NULL
                ? g_strdup_printf("%s; the same as %s", relative->help, relative->same)
                : g_strdup(relative->help);

        if (row == NULL)
            row = add_row(rows, "related");
        add_line(row, activation_find(relative->key), text);
    }
}

GArray *atlas_facts_new(const Subject *subject)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(AtlasRow));

    g_array_set_clear_func(rows, clear_row);
    add_origin(rows, subject->activation);
    for (const FactRow *fact = fact_rows; fact->key != NULL; fact++) {
        if (fact->need != NEEDS_MEASURE && !is_told(fact->key))
            add_fact(rows, subject, fact);
    }
    add_relatives(rows, subject->activation);
    return rows;
}

char *atlas_line_text(const AtlasLine *line)
{
    if (line->to == NULL)
        return g_strdup(line->text);
    return g_strconcat(line->to->definition.label, ": ", line->text, NULL);
}
