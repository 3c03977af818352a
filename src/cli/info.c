/* info.c - the command `info`: all that is known of one function. */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/fact_rows.h"
#include "cli/fact_tree.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/terminal.h"

#include <limits.h>
#include <string.h>

static char *format_name;
static gboolean with_measure;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
     "text, json, csv, md or tex (text)", "FORMAT"},
    {"measure", 0, 0, G_OPTION_ARG_NONE, &with_measure,
     "also time it on this machine: ns an element", NULL},
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

/* --- Pages --- */

/* Calls visit for each row that has a text. */
static void each_row(const Subject *subject, Style style,
                     void (*visit)(GString *out, const FactRow *row, const char *text),
                     GString *out)
{
    for (const FactRow *row = fact_rows; row->key != NULL; row++) {
        g_autoptr(GString) text = g_string_new(NULL);
        row->write(subject, style, text);
        if (text->len > 0)
            visit(out, row, text->str);
    }
}

enum { LABEL_WIDTH = 30, TEXT_LEAST = 24 };

/* Appends a text in lines that a terminal has room for, broken at spaces, the later
 * ones under the first. */
static void append_lines(GString *out, const char *text)
{
    const int columns = terminal_columns();
    const int room = columns > 0 ? MAX(columns - LABEL_WIDTH, TEXT_LEAST) : INT_MAX;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    glong used = 0;

    for (char **word = words; *word != NULL; word++) {
        const glong length = g_utf8_strlen(*word, -1);
        const bool is_broken = used > 0 && used + 1 + length > room;
        if (is_broken)
            g_string_append_printf(out, "\n%*s", LABEL_WIDTH, "");
        else if (word != words)
            g_string_append_c(out, ' ');
        g_string_append(out, *word);
        used = is_broken ? length : used + length + (word != words);
    }
}

static void visit_text(GString *out, const FactRow *row, const char *text)
{
    g_autofree char *label = fact_row_label(row, STYLE_TEXT);

    g_string_append_printf(out, "%-*s", LABEL_WIDTH, label);
    append_lines(out, text);
    g_string_append_c(out, '\n');
}

static void append_text(const Subject *subject, GString *out)
{
    g_autofree char *label = subject_label(subject, NOTATION_PLAIN);

    g_string_append_printf(out, "%s\n\n", label);
    each_row(subject, STYLE_TEXT, visit_text, out);
}

static void visit_markdown(GString *out, const FactRow *row, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\n", -1);
    g_autofree char *line = g_strjoinv(" ", parts);
    g_autofree char *label = fact_row_label(row, STYLE_MARKDOWN);

    g_string_append_printf(out, "| %s | %s |\n", label, line);
}

static void append_markdown(const Subject *subject, GString *out)
{
    g_autofree char *label = subject_label(subject, NOTATION_PLAIN);
    g_autofree char *title = style_escape(STYLE_MARKDOWN, label);

    g_string_append_printf(out, "## %s\n\n| fact | value |\n|---|---|\n", title);
    each_row(subject, STYLE_MARKDOWN, visit_markdown, out);
}

static void visit_latex(GString *out, const FactRow *row, const char *text)
{
    g_autofree char *label = fact_row_label(row, STYLE_LATEX);

    g_string_append_printf(out, "%s & %s \\\\\n", label, text);
}

static void append_latex(const Subject *subject, GString *out)
{
    g_autofree char *label = subject_label(subject, NOTATION_LATEX);

    g_string_append_printf(out,
                           "\\begin{tabular}{lp{0.7\\linewidth}}\n"
                           "\\multicolumn{2}{l}{%s} \\\\\n\\hline\n",
                           label);
    each_row(subject, STYLE_LATEX, visit_latex, out);
    g_string_append(out, "\\end{tabular}\n");
}

static void append_json(const Subject *subject, GString *out)
{
    g_autoptr(Tree) tree = fact_tree(subject);

    tree_append_json(tree, out);
    g_string_append_c(out, '\n');
}

static void visit_csv(const char *path, const char *text, void *data)
{
    GString *out = data;

    append_csv_cell(out, path);
    g_string_append_c(out, ',');
    append_csv_cell(out, text);
    g_string_append_c(out, '\n');
}

static void append_csv(const Subject *subject, GString *out)
{
    g_autoptr(Tree) tree = fact_tree(subject);

    g_string_append(out, "key,value\n");
    tree_flatten(tree, visit_csv, out);
}

/* --- The command --- */

typedef struct {
    const char *name;
    void (*append)(const Subject *subject, GString *out);
} Page;

static const Page pages[] = {
    {"text", append_text},   {"json", append_json}, {"csv", append_csv},
    {"md", append_markdown}, {"tex", append_latex},
};

static const Page *find_page(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        if (name == NULL || strcmp(pages[i].name, name) == 0)
            return &pages[i];
    }
    return NULL;
}

static int print(const char *text, const Page *page)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(Subject) subject = subject_new(text, warnings, &error);
    g_autoptr(GString) out = g_string_new(NULL);

    if (subject == NULL)
        return arguments_fail(&command_info, error);
    if (with_measure)
        subject_measure(subject);
    page->append(subject, out);
    arguments_warn(&command_info, NULL, warnings);
    if (!output_print(out->str, out->len, &error))
        return arguments_fail(&command_info, error);
    return ACTPLOT_DONE;
}

static int run(int argc, char **argv)
{
    const Page *page;
    int status;

    if (!arguments_parse(&command_info, &argc, argv, &status))
        return status;
    page = find_page(format_name);
    if (page == NULL)
        return arguments_fault(&command_info,
                               "--format must be text, json, csv, md or tex, not '%s'",
                               format_name);
    if (argc != 2)
        return arguments_fault(&command_info, "one formula is needed, not %d",
                               argc - 1);
    return print(argv[1], page);
}

const Command command_info = {
    .name = "info",
    .arguments = "FORMULA",
    .takes_formulas = true,
    .summary = "print what is known of a function: range, slopes, moments, properties",
    .description = "FORMULA is a name of the catalogue, with values for its parameters "
                   "if need be,\n"
                   "or a formula of one's own: both get the same facts, computed from "
                   "the formula\n"
                   "over the whole real line. What does not exist, such as the mean of "
                   "what is not\n"
                   "integrable, is said with the reason. Moments are those for a "
                   "standard normal x,\n"
                   "each to 13 digits. JSON writes infinite numbers as \"inf\" and "
                   "\"-inf\", what is\n"
                   "not there as null; `reasons` says why, `errors` names what is "
                   "estimated only.\n"
                   "For formulas with sin, cos, tan or floor places are looked for "
                   "within -128 to\n"
                   "128; `windows` says what a list covers.",
    .examples = "actplot info gelu\n"
                "actplot info \"x*sigmoid(1.702*x)\" --format=json\n"
                "actplot info \"leaky_relu(alpha=0.1)\" --format=md",
    .run = run,
    .options = options,
};
