/* compare.c - the command `compare`: facts of several functions side by side. */
#include "base/error.h"
#include "base/nearest.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/fact_rows.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/tree.h"

#include <math.h>
#include <string.h>

enum { FUNCTIONS_MOST = 100 };

static char *format_name, *rows_text;

static const GOptionEntry options[] = {
    {"rows", 0, 0, G_OPTION_ARG_FILENAME, &rows_text,
     "the facts to show, by their keys: `range,lipschitz`", "KEYS"},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
     "text, md, tex, csv or json (text)", "FORMAT"},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

/* What the article's table has, and what decides between functions. */
static const char default_rows[] =
    "formula,parameters,negative_slope,range,derivative_range,smoothness,monotone,"
    "saturates,sparse,Ef,Ef2,Edf2,gain,use";

/* --- What is asked --- */

static int fault_row(const char *key)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    Nearest nearest;

    nearest_init(&nearest, key);
    for (const FactRow *row = fact_rows; row->key != NULL; row++) {
        nearest_offer(&nearest, row->key);
        g_string_append_printf(keys, "%s%s", keys->len > 0 ? ", " : "", row->key);
    }
    if (nearest.best != NULL)
        return arguments_fault(&command_compare,
                               "--rows has no '%s' (did you mean '%s'?)", key,
                               nearest.best);
    return arguments_fault(&command_compare, "--rows has no '%s', only %s", key,
                           keys->str);
}

/* The rows of that list; NULL: one is unknown, and *status says so. */
static GPtrArray *read_rows(const char *text, int *status)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    g_auto(GStrv) keys = g_strsplit(text, ",", -1);

    for (char **key = keys; *key != NULL; key++) {
        const FactRow *row = fact_row_find(g_strstrip(*key));
        if (row == NULL) {
            *status = fault_row(*key);
            return NULL;
        }
        g_ptr_array_add(rows, (gpointer)row);
    }
    return g_steal_pointer(&rows);
}

static RowNeed most_needed(const GPtrArray *rows)
{
    RowNeed need = NEEDS_NOTHING;

    for (unsigned i = 0; i < rows->len; i++)
        need = MAX(need, ((const FactRow *)rows->pdata[i])->need);
    return need;
}

/* The functions, with as much as the rows need; NULL: one is faulty. */
static GPtrArray *read_subjects(char **texts, RowNeed need, Warnings *warnings,
                                GError **error)
{
    g_autoptr(GPtrArray) subjects =
        g_ptr_array_new_with_free_func((GDestroyNotify)subject_free);

    for (; *texts != NULL; texts++) {
        Subject *subject = need == NEEDS_NOTHING ? subject_new_bare(*texts, error)
                                                 : subject_new(*texts, warnings, error);
        if (subject == NULL)
            return NULL;
        if (need == NEEDS_MEASURE)
            subject_measure(subject);
        g_ptr_array_add(subjects, subject);
    }
    return g_steal_pointer(&subjects);
}

/* --- Formats --- */

static char *cell_text(const FactRow *row, const Subject *subject, Style style)
{
    g_autoptr(GString) text = g_string_new(NULL);

    row->write(subject, style, text);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static bool print_table(const GPtrArray *rows, const GPtrArray *subjects,
                        TableFormat format, GError **error)
{
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_add(columns, g_strdup("fact"));
    for (unsigned k = 0; k < subjects->len; k++)
        g_ptr_array_add(columns, subject_label(subjects->pdata[k], NOTATION_PLAIN));
    g_ptr_array_add(columns, NULL);
    g_autoptr(Table) table = table_new((const char *const *)columns->pdata);
    for (unsigned i = 0; i < rows->len; i++) {
        const FactRow *row = rows->pdata[i];
        g_autofree char *label = fact_row_label(row, STYLE_TEXT);
        table_add_text(table, format == TABLE_CSV ? row->key : label);
        for (unsigned k = 0; k < subjects->len; k++) {
            g_autofree char *text = cell_text(row, subjects->pdata[k], STYLE_TEXT);
            table_add_text(table, text);
        }
    }
    return table_print(table, format, error);
}

static void append_markdown(const GPtrArray *rows, const GPtrArray *subjects,
                            GString *out)
{
    g_string_append(out, "| |");
    for (unsigned k = 0; k < subjects->len; k++) {
        g_autofree char *label = subject_label(subjects->pdata[k], NOTATION_PLAIN);
        g_autofree char *escaped = style_escape(STYLE_MARKDOWN, label);
        g_string_append_printf(out, " %s |", escaped);
    }
    g_string_append(out, "\n|---|");
    for (unsigned k = 0; k < subjects->len; k++)
        g_string_append(out, "---|");
    g_string_append_c(out, '\n');
    for (unsigned i = 0; i < rows->len; i++) {
        g_autofree char *name = fact_row_label(rows->pdata[i], STYLE_MARKDOWN);
        g_string_append_printf(out, "| %s |", name);
        for (unsigned k = 0; k < subjects->len; k++) {
            g_autofree char *text =
                cell_text(rows->pdata[i], subjects->pdata[k], STYLE_MARKDOWN);
            g_string_append_printf(out, " %s |", text);
        }
        g_string_append_c(out, '\n');
    }
}

static void append_latex(const GPtrArray *rows, const GPtrArray *subjects, GString *out)
{
    g_string_append_printf(out, "\\begin{tabular}{l*{%u}{p{%s\\linewidth}}}\n\\hline\n",
                           subjects->len,
                           subjects->len > 4   ? "0.12"
                           : subjects->len > 2 ? "0.2"
                                               : "0.3");
    for (unsigned k = 0; k < subjects->len; k++) {
        g_autofree char *label = subject_label(subjects->pdata[k], NOTATION_LATEX);
        g_string_append_printf(out, " & %s", label);
    }
    g_string_append(out, " \\\\\n\\hline\n");
    for (unsigned i = 0; i < rows->len; i++) {
        g_autofree char *name = fact_row_label(rows->pdata[i], STYLE_LATEX);
        g_string_append(out, name);
        for (unsigned k = 0; k < subjects->len; k++) {
            g_autofree char *text =
                cell_text(rows->pdata[i], subjects->pdata[k], STYLE_LATEX);
            g_string_append_printf(out, " & %s", text);
        }
        g_string_append(out, " \\\\\n");
    }
    g_string_append(out, "\\hline\n\\end{tabular}\n");
}

static Tree *cell_value(const FactRow *row, const Subject *subject)
{
    g_autofree char *text = NULL;

    if (row->number != NULL)
        return tree_number(row->number(subject), TREE_FACT_DIGITS);
    text = cell_text(row, subject, STYLE_TEXT);
    return *text != '\0' ? tree_text(text) : tree_null();
}

static void append_json(const GPtrArray *rows, const GPtrArray *subjects, GString *out)
{
    g_autoptr(Tree) array = tree_array();

    for (unsigned k = 0; k < subjects->len; k++) {
        const Subject *subject = subjects->pdata[k];
        g_autofree char *label = subject_label(subject, NOTATION_PLAIN);
        Tree *object = tree_object();
        tree_put(object, "function", tree_text(subject->text));
        tree_put(object, "label", tree_text(label));
        for (unsigned i = 0; i < rows->len; i++) {
            const FactRow *row = rows->pdata[i];
            tree_put(object, row->key, cell_value(row, subject));
        }
        tree_push(array, object);
    }
    tree_append_json(array, out);
    g_string_append_c(out, '\n');
}

typedef struct {
    const char *name;
    void (*append)(const GPtrArray *rows, const GPtrArray *subjects, GString *out);
    TableFormat table; /* where append is NULL */
} Page;

static const Page pages[] = {
    {"text", NULL, TABLE_TEXT}, {"csv", NULL, TABLE_CSV}, {"md", append_markdown, 0},
    {"tex", append_latex, 0},   {"json", append_json, 0},
};

static const Page *find_page(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        if (name == NULL || strcmp(pages[i].name, name) == 0)
            return &pages[i];
    }
    return NULL;
}

/* --- The command --- */

static bool print(const GPtrArray *rows, const GPtrArray *subjects, const Page *page,
                  GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (page->append == NULL)
        return print_table(rows, subjects, page->table, error);
    page->append(rows, subjects, out);
    return output_print(out->str, out->len, error);
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GPtrArray) rows = NULL, subjects = NULL;
    const Page *page;
    int status;

    if (!arguments_parse(&command_compare, &argc, argv, &status))
        return status;
    page = find_page(format_name);
    if (page == NULL)
        return arguments_fault(&command_compare,
                               "--format must be text, md, tex, csv or json, not '%s'",
                               format_name);
    if (argc < 2 || argc - 1 > FUNCTIONS_MOST)
        return arguments_fault(&command_compare, "1 to %d formulas are needed, not %d",
                               FUNCTIONS_MOST, argc - 1);
    rows = read_rows(rows_text != NULL ? rows_text : default_rows, &status);
    if (rows == NULL)
        return status;
    subjects = read_subjects(argv + 1, most_needed(rows), warnings, &error);
    if (subjects == NULL)
        return arguments_fail(&command_compare, error);
    arguments_warn(&command_compare, NULL, warnings);
    if (!print(rows, subjects, page, &error))
        return arguments_fail(&command_compare, error);
    return ACTPLOT_DONE;
}

const Command command_compare = {
    .name = "compare",
    .arguments = "FORMULA...",
    .takes_formulas = true,
    .summary = "print facts of several functions side by side",
    .description =
        "One column a function, one row a fact, computed as 'actplot info' does. The\n"
        "keys of rows are those of its CSV and pages: formula, derivative, family,\n"
        "aliases, parameters, frameworks, relatives, paper, source, use, range,\n"
        "derivative_range, lipschitz, limits, asymptotes, negative_slope, zeros,\n"
        "fixed_points, extrema, inflections, smoothness, switch_points, monotone,\n"
        "convexity, symmetry, bounded, saturates, homogeneous, sparse, Ef, Ef2, Var,\n"
        "Edf, Edf2, Ed2f2, gain, gain_pytorch and cost, which is measured.",
    .examples = "actplot compare relu leaky_relu prelu\n"
                "actplot compare gelu silu mish --rows=range,lipschitz,Ef,gain "
                "--format=md",
    .run = run,
    .options = options,
};
