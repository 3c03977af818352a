/* same.c - the command `same`: whether two formulas are one function. */
#include "activation/sameness.h"

#include "base/error.h"
#include "base/number.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/tree.h"
#include "cli/value.h"

#include <math.h>
#include <string.h>

/* Like diff's. */
enum { STATUS_SAME = 0, STATUS_DIFFERENT = 1 };

static char *format_name;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text or json (text)",
     "FORMAT"},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

static const char *const verdicts[] = {
    [SAME_FORMULA] = "equal",
    [SAME_VALUES] = "equal up to rounding",
    [SAME_NOT] = "different",
};

static void append_number(GString *out, const char *before, double value)
{
    char buffer[NUMBER_SIZE];

    g_string_append_printf(out, "%s%s", before,
                           isnan(value) ? "undefined" : number_format(value, buffer));
}

static void append_text(const Sameness *same, GString *out)
{
    g_string_append(out, verdicts[same->kind]);
    switch (same->kind) {
    case SAME_FORMULA:
        g_string_append(out, ": they simplify to the same operations");
        break;
    case SAME_VALUES:
        g_string_append_printf(
            out, ": at %d points they differ by no more than rounding", same->points);
        if (same->worst > 0) {
            append_number(out, ", most by ", same->worst);
            append_number(out, " at x = ", same->worst_x);
        }
        break;
    case SAME_NOT:
        append_number(out, ": going out from 0, first at x = ", same->x);
        append_number(out, ", where they are ", same->first);
        append_number(out, " and ", same->second);
        break;
    }
    g_string_append_c(out, '\n');
    if (same->slopes_differ) {
        append_number(out, "they take different slopes at x = ", same->slope_x);
        append_number(out, ": ", same->first_slope);
        append_number(out, " and ", same->second_slope);
        g_string_append_c(out, '\n');
    }
}

static Tree *number(double value)
{
    return tree_number(value, TREE_EXACT_DIGITS);
}

static void append_json(const Sameness *same, GString *out)
{
    g_autoptr(Tree) tree = tree_object();

    tree_put(tree, "verdict", tree_text(verdicts[same->kind]));
    if (same->kind == SAME_VALUES) {
        tree_put(tree, "points", number(same->points));
        tree_put(tree, "worst", number(same->worst));
        tree_put(tree, "worst_x", number(same->worst_x));
    }
    if (same->kind == SAME_NOT) {
        tree_put(tree, "x", number(same->x));
        tree_put(tree, "first", number(same->first));
        tree_put(tree, "second", number(same->second));
    }
    if (same->slopes_differ) {
        tree_put(tree, "slope_x", number(same->slope_x));
        tree_put(tree, "first_slope", number(same->first_slope));
        tree_put(tree, "second_slope", number(same->second_slope));
    }
    tree_append_json(tree, out);
    g_string_append_c(out, '\n');
}

static int compare(const char *first, const char *second, bool json)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) one = value_formula(first, NULL, &error);
    g_autoptr(Formula) other = one != NULL ? value_formula(second, NULL, &error) : NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    Sameness same;

    if (other == NULL)
        return arguments_fail(&command_same, error);
    same = sameness_of(first, second, functions_scope());
    if (json)
        append_json(&same, out);
    else
        append_text(&same, out);
    if (!output_print(out->str, out->len, &error))
        return arguments_fail(&command_same, error);
    return same.kind == SAME_NOT ? STATUS_DIFFERENT : STATUS_SAME;
}

static int run(int argc, char **argv)
{
    bool json = false;
    int status;

    if (!arguments_parse(&command_same, &argc, argv, &status))
        return status;
    if (format_name != NULL) {
        json = strcmp(format_name, "json") == 0;
        if (!json && strcmp(format_name, "text") != 0)
            return arguments_fault(
                &command_same, "--format must be text or json, not '%s'", format_name);
    }
    if (argc != 3)
        return arguments_fault(&command_same, "two formulas are needed, not %d",
                               argc - 1);
    return compare(argv[1], argv[2], json);
}

const Command command_same = {
    .name = "same",
    .arguments = "FORMULA FORMULA",
    .takes_formulas = true,
    .summary = "say whether two formulas are one function",
    .description =
        "Formulas that simplify to the same operations are equal. Others are compared\n"
        "at some thousand points of all sizes, at their switch points and beside "
        "them,\n"
        "and at infinity: each value is enclosed with its rounding, and enclosures "
        "that\n"
        "do not meet prove a difference. Equal functions may still take different\n"
        "slopes at a kink, which is said too. Exit status: 0 equal, also up to\n"
        "rounding; 1 different (or standard output cannot be written); 2 a faulty\n"
        "formula or usage.",
    .examples = "actplot same \"x*tanh(softplus(x))\" mish\n"
                "actplot same \"1 - 2/(exp(2*x) + 1)\" tanh",
    .run = run,
    .options = options,
};
