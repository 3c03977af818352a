/* export.c - the command `export`: the whole catalogue with all facts. */
#include "config.h"

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/fact_rows.h"
#include "cli/fact_tree.h"
#include "cli/output.h"
#include "cli/schema.h"

#include <string.h>

static char *format_name, *output_path, *schema_name;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "json or csv (json)",
     "FORMAT"},
    {"schema", 0, 0, G_OPTION_ARG_FILENAME, &schema_name,
     "instead, a JSON schema of the program's files:\nfigure or theme", "NAME"},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
     "where to write (standard output)", "FILE"},
    G_OPTION_ENTRY_NULL,
};

/* --- JSON --- */

/* The subjects must outlive it. */
static Tree *catalogue_tree(const GPtrArray *subjects)
{
    Tree *tree = tree_object(), *functions = tree_array();

    for (unsigned i = 0; i < subjects->len; i++)
        tree_push(functions, fact_tree(subjects->pdata[i]));
    tree_put(tree, "program", tree_text(PACKAGE_NAME));
    tree_put(tree, "version", tree_text(PACKAGE_VERSION));
    tree_put(tree, "functions", functions);
    return tree;
}

static void append_json(const GPtrArray *subjects, GString *out)
{
    g_autoptr(Tree) tree = catalogue_tree(subjects);

    tree_append_json(tree, out);
    g_string_append_c(out, '\n');
}

/* --- CSV --- */

/* Places in the tree, or keys of rows where what is there is a list. */
static const char *const columns[] = {
    "name",
    "label",
    "family",
    "aliases",
    "parameters",
    "formula",
    "derivative",
    "frameworks",
    "relatives",
    "paper",
    "year",
    "source",
    "range.low.value",
    "range.low.closed",
    "range.high.value",
    "range.high.closed",
    "derivative_range.low.value",
    "derivative_range.low.closed",
    "derivative_range.high.value",
    "derivative_range.high.closed",
    "lipschitz",
    "asymptotes.left.limit",
    "asymptotes.left.slope",
    "asymptotes.left.intercept",
    "asymptotes.right.limit",
    "asymptotes.right.slope",
    "asymptotes.right.intercept",
    "zeros",
    "fixed_points",
    "extrema",
    "inflections",
    "smoothness",
    "switch_points",
    "properties.monotone",
    "properties.convex",
    "properties.concave",
    "properties.odd",
    "properties.even",
    "properties.bounded_above",
    "properties.bounded_below",
    "properties.saturates",
    "properties.positively_homogeneous",
    "properties.sparse",
    "moments.Ef",
    "moments.Ef2",
    "moments.Var",
    "moments.Edf",
    "moments.Edf2",
    "moments.Ed2f2",
    "gain",
    "gain_pytorch",
    "use",
};

static void remember(const char *path, const char *text, void *data)
{
    g_hash_table_insert(data, g_strdup(path), g_strdup(text));
}

/* Lists differ in length from function to function: their text is one cell. */
static bool is_list(const char *column)
{
    static const char *const lists[] = {"parameters",    "relatives",   "zeros",
                                        "extrema",       "inflections", "fixed_points",
                                        "switch_points", NULL};

    return g_strv_contains(lists, column);
}

static void append_row(const Subject *subject, GString *out)
{
    g_autoptr(Tree) tree = fact_tree(subject);
    g_autoptr(GHashTable) values =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    tree_flatten(tree, remember, values);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        const char *value = g_hash_table_lookup(values, columns[i]);
        if (is_list(columns[i]))
            fact_row_find(columns[i])->write(subject, STYLE_TEXT, text);
        else if (value != NULL)
            g_string_append(text, value);
        g_string_append(out, i > 0 ? "," : "");
        append_csv_cell(out, text->str);
    }
    g_string_append_c(out, '\n');
}

static void append_csv(const GPtrArray *subjects, GString *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? "," : "", columns[i]);
    g_string_append_c(out, '\n');
    for (unsigned i = 0; i < subjects->len; i++)
        append_row(subjects->pdata[i], out);
}

/* --- The command --- */

static int write_text(const GString *text)
{
    g_autoptr(GError) error = NULL;
    bool written = output_path != NULL
                       ? output_write(output_path, text->str, text->len, &error)
                       : output_print(text->str, text->len, &error);

    return written ? ACTPLOT_DONE : arguments_fail(&command_export, error);
}

static int export_all(void (*append)(const GPtrArray *subjects, GString *out))
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GPtrArray) subjects =
        g_ptr_array_new_with_free_func((GDestroyNotify)subject_free);

    for (unsigned i = 0; i < activation_count(); i++) {
        Subject *subject =
            subject_new(activation_get(i)->definition.key, warnings, &error);
        if (subject == NULL)
            return arguments_fail(&command_export, error);
        g_ptr_array_add(subjects, subject);
    }
    append(subjects, out);
    arguments_warn(&command_export, NULL, warnings);
    return write_text(out);
}

static int export_schema(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (format_name != NULL)
        return arguments_fault(&command_export, "--schema goes without --format");
    if (!schema_append(out, schema_name))
        return arguments_fault(
            &command_export, "--schema must be figure or theme, not '%s'", schema_name);
    return write_text(out);
}

static int run(int argc, char **argv)
{
    int status;

    if (!arguments_parse(&command_export, &argc, argv, &status))
        return status;
    if (argc > 1)
        return arguments_fault(&command_export, "no argument is needed, not '%s'",
                               argv[1]);
    if (schema_name != NULL)
        return export_schema();
    if (format_name == NULL || strcmp(format_name, "json") == 0)
        return export_all(append_json);
    if (strcmp(format_name, "csv") == 0)
        return export_all(append_csv);
    return arguments_fault(&command_export, "--format must be json or csv, not '%s'",
                           format_name);
}

const Command command_export = {
    .name = "export",
    .arguments = "",
    .summary = "write the whole catalogue with all facts, as data; or a schema",
    .description =
        "Every function of the catalogue with its parameters at their defaults: what\n"
        "the record says and all that 'actplot info' computes. The JSON is described "
        "by\n"
        "catalogue.schema.json among the program's assets; CSV has one row a "
        "function,\n"
        "with lists as text.\n"
        "--schema writes what a figure file or a theme file may hold, for editors "
        "that\n"
        "complete and check YAML; figure.schema.json among the assets is that of "
        "figures.",
    .examples = "actplot export --format=csv -o activations.csv\n"
                "actplot export --schema=figure -o figure.schema.json",
    .run = run,
    .options = options,
};
