/* eval.c - the command `eval`: a formula's values. */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/eval_stream.h"
#include "cli/functions.h"
#include "cli/table.h"
#include "cli/value.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

enum { ORDER_MAX = 2, SAMPLES_DEFAULT = 11, THREADS_MAX = 64 };

/* Most samples of a table, which is made before it is printed, and of a stream. */
#define SAMPLES_MAX 1e6
#define SAMPLES_MAX_BINARY 1e15

static char **at_texts;
static char *range_text, *samples_text, *side_name, *format_name;
static double sample_count = SAMPLES_DEFAULT;
static int order, thread_count = 1;

static const GOptionEntry options[] = {
    {"at", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &at_texts,
     "a point; may be given more than once", "X"},
    {"range", 0, 0, G_OPTION_ARG_FILENAME, &range_text, "points evenly from A to B",
     "A:B"},
    {"samples", 0, 0, G_OPTION_ARG_FILENAME, &samples_text,
     "how many of these, ends included (11)", "N"},
    {"order", 0, 0, G_OPTION_ARG_INT, &order,
     "derivatives in x to print beside: 0, 1 or 2 (0)", "N"},
    {"side", 0, 0, G_OPTION_ARG_FILENAME, &side_name,
     "the limit from the left or the right,\nnot the value at the point itself",
     "SIDE"},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
     "text, csv, json, or binary: raw doubles (text)", "FORMAT"},
    {"jobs", 'j', 0, G_OPTION_ARG_INT, &thread_count,
     "how many threads compute a binary stream (1)", "N"},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

static const char *const columns[] = {"x", "f", "df", "d2f", NULL};
static const char *const columns_value[] = {"x", "f", NULL};
static const char *const columns_slope[] = {"x", "f", "df", NULL};
static const char *const *const columns_by_order[] = {columns_value, columns_slope,
                                                      columns};

/* What --at and --range ask for, in the order they are documented. */
static GArray *read_points(GError **error)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(double));
    double low, high;

    for (char **text = at_texts; text != NULL && *text != NULL; text++) {
        double x;

        if (!value_number("--at", *text, &x, error))
            return NULL;
        g_array_append_val(points, x);
    }
    if (range_text != NULL) {
        if (!value_range("--range", range_text, &low, &high, error))
            return NULL;
        for (double i = 0; i < sample_count; i++) {
            double x = eval_point(low, high, i, sample_count);
            g_array_append_val(points, x);
        }
    }
    return g_steal_pointer(&points);
}

static bool read_side(int *side)
{
    *side = 0;
    if (side_name == NULL)
        return true;
    if (strcmp(side_name, "left") == 0)
        *side = -1;
    else if (strcmp(side_name, "right") == 0)
        *side = 1;
    return *side != 0;
}

static void add_row(Table *table, double x, const double values[])
{
    table_add_number(table, x);
    for (int k = 0; k <= order; k++)
        table_add_number(table, values[k]);
}

static void fill_from_side(Table *table, const Formula *formula, const GArray *points,
                           int side)
{
    SidedTape *tape = sided_tape_new(formula);

    for (unsigned i = 0; i < points->len; i++) {
        double x = g_array_index(points, double, i);
        Jet jet = sided_tape_evaluate(tape, x, side);

        add_row(table, x, (const double[]){jet.f, jet.df, jet.d2f});
    }
    sided_tape_free(tape);
}

static void fill(Table *table, const Formula *formula, const GArray *points)
{
    Tape *tape = tape_new(formula, order);
    const double *x = (const double *)(const void *)points->data;
    g_autofree double *values = g_new(double, (size_t)points->len *(ORDER_MAX + 1));
    double *results[ORDER_MAX + 1];

    for (int k = 0; k <= order; k++)
        results[k] = values + (size_t)k * points->len;
    tape_evaluate(tape, x, points->len, results);
    for (unsigned i = 0; i < points->len; i++) {
        double row[ORDER_MAX + 1];

        for (int k = 0; k <= order; k++)
            row[k] = results[k][i];
        add_row(table, x[i], row);
    }
    tape_free(tape);
}

static int evaluate(const char *text, int side, TableFormat format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) points = NULL;
    g_autoptr(Formula) formula = NULL;
    g_autoptr(Table) table = NULL;

    points = read_points(&error);
    if (points == NULL)
        return arguments_fault(&command_eval, "%s", error->message);
    formula = value_formula(text, NULL, &error);
    if (formula == NULL)
        return arguments_fail(&command_eval, error);
    table = table_new(columns_by_order[order]);
    if (side != 0)
        fill_from_side(table, formula, points, side);
    else
        fill(table, formula, points);
    if (!table_print(table, format, &error))
        return arguments_fail(&command_eval, error);
    return ACTPLOT_DONE;
}

static int stream(const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula = NULL;
    double low, high;

    if (range_text == NULL || at_texts != NULL || side_name != NULL)
        return arguments_fault(&command_eval,
                               "binary goes with --range, without --at and --side");
    if (isatty(STDOUT_FILENO))
        return arguments_fault(&command_eval, "binary is not for a terminal");
    if (!value_range("--range", range_text, &low, &high, &error))
        return arguments_fault(&command_eval, "%s", error->message);
    formula = value_formula(text, NULL, &error);
    if (formula == NULL ||
        !eval_stream(formula, order, low, high, sample_count, thread_count, &error))
        return arguments_fail(&command_eval, error);
    return ACTPLOT_DONE;
}

static bool read_samples(double most, GError **error)
{
    if (samples_text != NULL &&
        !value_number("--samples", samples_text, &sample_count, error))
        return false;
    if (sample_count >= 1 && sample_count <= most &&
        sample_count == floor(sample_count))
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "--samples must be a whole number from 1 to %.0f", most);
    return false;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    TableFormat format = TABLE_TEXT;
    int side;
    int status;

    if (!arguments_parse(&command_eval, &argc, argv, &status))
        return status;
    const bool binary = g_strcmp0(format_name, "binary") == 0;
    if (!binary && !table_format_parse(format_name, &format, &error))
        return arguments_fault(&command_eval, "%s", error->message);
    if (argc != 2)
        return arguments_fault(&command_eval, "one formula is needed, not %d",
                               argc - 1);
    if (at_texts == NULL && range_text == NULL)
        return arguments_fault(&command_eval, "say where: --at=X or --range=A:B");
    if (!read_samples(binary ? SAMPLES_MAX_BINARY : SAMPLES_MAX, &error))
        return arguments_fault(&command_eval, "%s", error->message);
    if (order < 0 || order > ORDER_MAX)
        return arguments_fault(&command_eval, "--order must be 0, 1 or 2");
    if (thread_count < 1 || thread_count > THREADS_MAX)
        return arguments_fault(&command_eval, "--jobs must be 1 to %d", THREADS_MAX);
    if (!read_side(&side))
        return arguments_fault(&command_eval, "--side must be left or right, not '%s'",
                               side_name);
    return binary ? stream(argv[1]) : evaluate(argv[1], side, format);
}

const Command command_eval = {
    .name = "eval",
    .arguments = "FORMULA",
    .takes_formulas = true,
    .summary = "print a formula's values, with 17 significant digits",
    .description =
        "The columns are x, f and, as far as --order asks, df and d2f. Numbers may be\n"
        "formulas themselves: --at=pi/2. At a switch point the value is what the\n"
        "formula's own branch says; --side gives the limits. In JSON, what is not a\n"
        "finite number is null. Binary is the rows as doubles in the machine's byte\n"
        "order, for as many samples as you like: --samples=1e9; --jobs=2 computes them "
        "by\n"
        "two threads, the same bytes. actplot-formula(7)\n"
        "describes the language.",
    .examples =
        "actplot eval \"gelu'\" --at=-20 --at=0.5\n"
        "actplot eval relu --at=0 --order=1 --side=right\n"
        "actplot eval \"x*tanh(log1p(exp(x)))\" --range=-3:3 --samples=7 --format=csv",
    .run = run,
    .options = options,
};
