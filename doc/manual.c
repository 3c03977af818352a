/* manual.c - prints a manual page: prose from a template, tables from the program.
 *
 * Use: manual TEMPLATE >PAGE. A line of the template that is @NAME@ alone is replaced
 * by that table; @VERSION@ and @DATE@ are replaced within lines. Run while building,
 * so that no page can fall behind the program.
 */
#include "activation/activation.h"
#include "backend/backend.h"
#include "base/number.h"
#include "cli/command.h"
#include "formula/formula.h"
#include "formula/operation.h"
#include "formula/switches.h"
#include "network/experiment.h"
#include "spec/figure.h"
#include "spec/theme.h"

#include "config.h"

#include <stdio.h>
#include <string.h>

/* The date of the newest release, not of the build: pages are reproducible. */
#define MANUAL_DATE "November 2026"

/* text with what roff would take for itself escaped. */
static void append_text(GString *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if ((c == text || c[-1] == '\n') && (*c == '.' || *c == '\''))
            g_string_append(out, "\\&");
        if (*c == '\\')
            g_string_append(out, "\\e");
        else if (*c == '-')
            g_string_append(out, "\\-");
        else if (*c == '\'')
            g_string_append(out, "\\(aq");
        else if (*c == '^')
            g_string_append(out, "\\(ha");
        else
            g_string_append_c(out, *c);
    }
}

/* A tagged paragraph: a bold name, what follows it, and its text. */
static void append_entry(GString *out, const char *name, const char *rest,
                         const char *text)
{
    g_string_append(out, ".TP\n\\fB");
    append_text(out, name);
    g_string_append(out, "\\fR");
    if (rest != NULL) {
        g_string_append_c(out, ' ');
        append_text(out, rest);
    }
    g_string_append_c(out, '\n');
    append_text(out, text != NULL ? text : "");
    g_string_append_c(out, '\n');
}

static void append_option(GString *out, const GOptionEntry *option)
{
    g_autoptr(GString) name = g_string_new(NULL);

    if (option->short_name != 0)
        g_string_append_printf(name, "-%c, ", option->short_name);
    g_string_append_printf(name, "--%s", option->long_name);
    if (option->arg_description != NULL)
        g_string_append_printf(name, "=%s", option->arg_description);
    append_entry(out, name->str, NULL, option->description);
}

static void print_commands(GString *out)
{
    for (const Command *const *c = commands; *c != NULL; c++) {
        g_string_append(out, ".SS actplot ");
        append_text(out, (*c)->name);
        g_string_append_c(out, ' ');
        append_text(out, (*c)->arguments);
        g_string_append_c(out, '\n');
        append_text(out, (*c)->description);
        g_string_append_c(out, '\n');
        for (const GOptionEntry *o = (*c)->options; o->long_name != NULL; o++) {
            if ((o->flags & G_OPTION_FLAG_HIDDEN) == 0)
                append_option(out, o);
        }
        g_string_append(out, ".PP\nExamples:\n.PP\n.RS\n.EX\n");
        append_text(out, (*c)->examples);
        g_string_append(out, "\n.EE\n.RE\n");
    }
}

static void print_formats(GString *out)
{
    for (const Backend *const *b = backends; *b != NULL; b++) {
        g_autofree char *missing = unshown_describe((*b)->unshown);
        g_autofree char *text =
            g_strdup_printf("%s. %s%s%s.", (*b)->help, (*b)->shows,
                            *missing != '\0' ? "; without " : "", missing);
        append_entry(out, (*b)->name, NULL, text);
    }
}

static void append_keys(GString *out, const FigureKey *keys, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (i == 0 || strcmp(keys[i].where, keys[i - 1].where) != 0) {
            g_string_append_printf(out, ".SS In %s ",
                                   strchr("aeiou", keys[i].where[0]) != NULL ? "an"
                                                                             : "a");
            append_text(out, keys[i].where);
            g_string_append_c(out, '\n');
        }
        append_entry(out, keys[i].key, keys[i].values, keys[i].help);
    }
}

static void print_keys(GString *out)
{
    unsigned count;
    const FigureKey *keys = figure_keys(&count);

    append_keys(out, keys, count);
}

/* A section an experiment: what it does, then what it can be told. */
static void print_experiments(GString *out)
{
    unsigned count;
    const FigureKey *keys = experiment_keys(&count);

    for (const Experiment *const *each = experiments; *each != NULL; each++) {
        g_autofree char *where = g_strconcat("experiment ", (*each)->key, NULL);

        g_string_append_printf(out, ".SS %s\n", (*each)->key);
        append_text(out, (*each)->label);
        g_string_append(out, ": ");
        append_text(out, (*each)->help);
        g_string_append(out, ".\n");
        for (unsigned i = 0; i < count; i++) {
            if (strcmp(keys[i].where, where) == 0)
                append_entry(out, keys[i].key, keys[i].values, keys[i].help);
        }
    }
}

static void print_themes(GString *out)
{
    g_auto(GStrv) names = theme_list();

    for (char **name = names; *name != NULL; name++) {
        g_autoptr(Theme) theme = theme_load(*name, NULL);
        append_entry(out, *name, NULL, theme != NULL ? theme->help : "");
    }
}

static void print_theme_keys(GString *out)
{
    unsigned count;
    const FigureKey *keys = theme_keys(&count);

    append_keys(out, keys, count);
}

static void print_palettes(GString *out)
{
    for (const char *const *name = palette_names(); *name != NULL; name++) {
        g_autoptr(Palette) palette = palette_known(*name);

        append_entry(out, *name, palette_kind_name(palette->kind), palette->help);
    }
}

static void print_palette_keys(GString *out)
{
    unsigned count;
    const FigureKey *keys = palette_keys(&count);

    append_keys(out, keys, count);
}

static void print_operations(GString *out)
{
    for (const Operation *const *o = operations; *o != NULL; o++) {
        if ((*o)->signature != NULL)
            append_entry(out, (*o)->signature, NULL, (*o)->help);
    }
    for (const LanguageForm *form = language_forms; form->signature != NULL; form++)
        append_entry(out, form->signature, NULL, form->help);
}

static void print_activations(GString *out)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        g_autoptr(GString) name = g_string_new(activation->definition.key);
        char value[NUMBER_SIZE];

        for (const Parameter *p = activation->definition.parameters; p && p->name;
             p++) {
            g_string_append_printf(name, "%s%s=%s",
                                   p == activation->definition.parameters ? "(" : ", ",
                                   p->name, number_format(p->value, value));
        }
        if (activation->definition.parameters != NULL)
            g_string_append_c(name, ')');
        g_autofree char *text =
            g_strdup_printf("%s: %s %s", activation->definition.label,
                            activation->definition.formula, activation->help);
        append_entry(out, name->str, NULL, text);
    }
}

static void print_limits(GString *out)
{
    g_string_append_printf(
        out,
        "A formula has at most %d bytes, nests at most %d deep, and\n"
        "has at most %d nodes once every name stands for its own\n"
        "formula.\nAt most %d switch points are found in a range.\n",
        FORMULA_MAX_BYTES, FORMULA_MAX_DEPTH, FORMULA_MAX_NODES, SWITCHES_MAX);
}

static const struct {
    const char *line;
    void (*print)(GString *out);
} tables[] = {
    {"@COMMANDS@", print_commands},
    {"@FORMATS@", print_formats},
    {"@KEYS@", print_keys},
    {"@EXPERIMENTS@", print_experiments},
    {"@THEMES@", print_themes},
    {"@THEMEKEYS@", print_theme_keys},
    {"@PALETTEKEYS@", print_palette_keys},
    {"@PALETTES@", print_palettes},
    {"@OPERATIONS@", print_operations},
    {"@ACTIVATIONS@", print_activations},
    {"@LIMITS@", print_limits},
};

static void print_line(GString *out, const char *line)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (strcmp(line, tables[i].line) == 0) {
            tables[i].print(out);
            return;
        }
    }
    g_string_append_printf(out, "%s\n", line);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *template = NULL;

    if (argc != 2 || !g_file_get_contents(argv[1], &template, NULL, &error)) {
        fprintf(stderr, "manual: %s\n", error != NULL ? error->message : "which page?");
        return 2;
    }
    g_auto(GStrv) lines = g_strsplit(g_strchomp(template), "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        print_line(out, *line);
    g_string_replace(out, "@VERSION@", PACKAGE_VERSION, 0);
    g_string_replace(out, "@DATE@", MANUAL_DATE, 0);
    return fwrite(out->str, 1, out->len, stdout) == out->len && fflush(stdout) == 0 ? 0
                                                                                    : 1;
}
