/* switches.c - the command `switches`: where a formula changes branch. */
#include "formula/switches.h"

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/functions.h"
#include "cli/table.h"
#include "cli/value.h"

static char *range_text, *format_name;
static gboolean with_smooth;

static const GOptionEntry options[] = {
    {"range", 0, 0, G_OPTION_ARG_FILENAME, &range_text, "where to look (-10:10)",
     "A:B"},
    {"all", 0, 0, G_OPTION_ARG_NONE, &with_smooth,
     "also where f, f' and f'' pass smoothly", NULL},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, csv or json (text)",
     "FORMAT"},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

static const char *const columns[] = {"x",       "kind",     "f_left", "f_right", "f",
                                      "df_left", "df_right", "df",     NULL};

static void fill(Table *table, const GArray *switches)
{
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *at = &g_array_index(switches, Switch, i);

        if (at->kind == SWITCH_SMOOTH && !with_smooth)
            continue;
        table_add_number(table, at->x);
        table_add_text(table, switch_kind_name(at->kind));
        table_add_number(table, at->left.f);
        table_add_number(table, at->right.f);
        table_add_number(table, at->at.f);
        table_add_number(table, at->left.df);
        table_add_number(table, at->right.df);
        table_add_number(table, at->at.df);
    }
}

static int find(const char *text, double low, double high, TableFormat format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Formula) formula = value_formula(text, NULL, &error);
    g_autoptr(GArray) switches = NULL;
    g_autoptr(Table) table = NULL;

    if (formula == NULL)
        return arguments_fail(&command_switches, error);
    switches = switches_find(formula, low, high, warnings);
    table = table_new(columns);
    fill(table, switches);
    arguments_warn(&command_switches, NULL, warnings);
    if (!table_print(table, format, &error))
        return arguments_fail(&command_switches, error);
    return ACTPLOT_DONE;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    TableFormat format;
    double low = -10.0, high = 10.0;
    int status;

    if (!arguments_parse(&command_switches, &argc, argv, &status))
        return status;
    if (!table_format_parse(format_name, &format, &error))
        return arguments_fault(&command_switches, "%s", error->message);
    if (argc != 2)
        return arguments_fault(&command_switches, "one formula is needed, not %d",
                               argc - 1);
    if (range_text != NULL && !value_range("--range", range_text, &low, &high, &error))
        return arguments_fault(&command_switches, "%s", error->message);
    return find(argv[1], low, high, format);
}

const Command command_switches = {
    .name = "switches",
    .arguments = "FORMULA",
    .takes_formulas = true,
    .summary = "list a formula's kinks, jumps and curvature jumps",
    .description =
        "One row a place, in order of x: where it is (the nearest double), what it "
        "is,\n"
        "the limits of f from the left and the right and the value taken, and the "
        "same\n"
        "of the slope. Kinds are jump, kink and curvature, pole and edge where f is\n"
        "unbounded or ends, and with --all smooth. actplot-formula(7) says what is\n"
        "always found; where some may be missing, a warning names that part of the "
        "range.",
    .examples = "actplot switches \"abs(sin(3*x))\" --range=-2:2\n"
                "actplot switches hard_swish --format=json",
    .run = run,
    .options = options,
};
