/* find.c - the command `find`: functions of the catalogue that are like a formula. */
#include "activation/activation.h"
#include "activation/sameness.h"
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/functions.h"
#include "cli/table.h"
#include "cli/value.h"

enum { COUNT_DEFAULT = 5 };

static char *range_text, *format_name;
static int count = COUNT_DEFAULT;

static const GOptionEntry options[] = {
    {"range", 0, 0, G_OPTION_ARG_FILENAME, &range_text,
     "over which distances are taken (-5:5)", "A:B"},
    {"count", 0, 0, G_OPTION_ARG_INT, &count, "how many to name at most (5)", "N"},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, csv or json (text)",
     "FORMAT"},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

typedef struct {
    const Definition *definition;
    unsigned index; /* in the catalogue, then among the user's own */
    Distance distance;
    SameKind kind;
} Candidate;

/* Equal ones first, then by distance, then in the catalogue's order. */
static gint compare(gconstpointer a, gconstpointer b)
{
    const Candidate *one = a, *other = b;
    double near = one->distance.root_mean_square;
    double far = other->distance.root_mean_square;

    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    if (near != far)
        return near < far ? -1 : 1;
    return one->index < other->index ? -1 : 1;
}

/* Only functions this near can be equal up to rounding. */
#define EQUAL_MOST 1e-6

static Candidate candidate_new(const Definition *definition, const char *text,
                               const Formula *formula, double low, double high)
{
    g_autoptr(Formula) other = value_formula(definition->key, NULL, NULL);
    Candidate candidate = {.definition = definition, .kind = SAME_NOT};

    candidate.distance = distance_between(formula, other, low, high);
    if (candidate.distance.most < EQUAL_MOST)
        candidate.kind = sameness_of(text, definition->key, functions_scope()).kind;
    return candidate;
}

static GArray *rank(const char *text, const Formula *formula, double low, double high)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    const GPtrArray *own = functions_own();
    unsigned records = activation_count(), all = records + (own ? own->len : 0);

    for (unsigned i = 0; i < all; i++) {
        const Definition *definition = i < records
                                           ? &activation_get(i)->definition
                                           : g_ptr_array_index(own, i - records);
        Candidate candidate = candidate_new(definition, text, formula, low, high);
        candidate.index = i;
        g_array_append_val(found, candidate);
    }
    g_array_sort(found, compare);
    return found;
}

static const char *const columns[] = {"name",           "label",          "relation",
                                      "max_difference", "rms_difference", NULL};

static void fill(Table *table, const GArray *found)
{
    static const char *const relations[] = {
        [SAME_FORMULA] = "equal",
        [SAME_VALUES] = "equal up to rounding",
        [SAME_NOT] = "near",
    };

    for (unsigned i = 0; i < MIN(found->len, (unsigned)count); i++) {
        const Candidate *candidate = &g_array_index(found, Candidate, i);
        const Definition *definition = candidate->definition;
        g_autofree char *label =
            formula_label(definition->key, functions_scope(), NULL, NOTATION_PLAIN);
        table_add_text(table, definition->key);
        table_add_text(table, label);
        table_add_text(table, relations[candidate->kind]);
        table_add_digits(table, candidate->distance.most, 6);
        table_add_digits(table, candidate->distance.root_mean_square, 6);
    }
}

static int find(const char *text, double low, double high, TableFormat format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula = value_formula(text, NULL, &error);
    g_autoptr(Table) table = table_new(columns);
    g_autoptr(GArray) found = NULL;

    if (formula == NULL)
        return arguments_fail(&command_find, error);
    found = rank(text, formula, low, high);
    fill(table, found);
    if (!table_print(table, format, &error))
        return arguments_fail(&command_find, error);
    return ACTPLOT_DONE;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    TableFormat format;
    double low = -5, high = 5;
    int status;

    if (!arguments_parse(&command_find, &argc, argv, &status))
        return status;
    if (!table_format_parse(format_name, &format, &error))
        return arguments_fault(&command_find, "%s", error->message);
    if (count < 1)
        return arguments_fault(&command_find, "--count must be at least 1, not %d",
                               count);
    if (argc != 2)
        return arguments_fault(&command_find, "one formula is needed, not %d",
                               argc - 1);
    if (range_text != NULL && !value_range("--range", range_text, &low, &high, &error))
        return arguments_fault(&command_find, "%s", error->message);
    return find(argv[1], low, high, format);
}

const Command command_find = {
    .name = "find",
    .arguments = "FORMULA",
    .takes_formulas = true,
    .summary = "name functions of the catalogue that equal a formula, or are nearest",
    .description =
        "Every function of the catalogue and of --catalogue, its parameters at their\n"
        "defaults, is compared with the formula: those that are equal come first\n"
        "('actplot help same' says how that is found), then the nearest by the root "
        "of\n"
        "the mean square difference over the range, at 4001 points; max_difference is\n"
        "the largest among these.",
    .examples = "actplot find \"x/(1 + exp(-1.702*x))\"\n"
                "actplot find \"max(0, x)^2\" --range=-1:1 --count=3 --format=csv",
    .run = run,
    .options = options,
};
