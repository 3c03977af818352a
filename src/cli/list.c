/* list.c - the command `list`: what there is, from the program's own tables. */
#include "activation/activation.h"
#include "activation/framework.h"
#include "backend/backend.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/number.h"
#include "cli/arguments.h"
#include "cli/catalogue_filter.h"
#include "cli/command.h"
#include "cli/functions.h"
#include "cli/table.h"
#include "formula/operation.h"
#include "spec/figure.h"
#include "spec/theme.h"

#include <string.h>

static char *format_name, *smoothness, *framework_name, *family;
static gboolean bounded;
static CatalogueFilter filter;

static const GOptionEntry options[] = {
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, csv or json (text)",
     "FORMAT"},
    {"smooth", 0, 0, G_OPTION_ARG_FILENAME, &smoothness,
     "activations: of that class at least: jump, C0, C1,\n... or smooth", "CLASS"},
    {"bounded", 0, 0, G_OPTION_ARG_NONE, &bounded,
     "activations: bounded above and below", NULL},
    {"framework", 0, 0, G_OPTION_ARG_FILENAME, &framework_name,
     "activations: that this framework has", "NAME"},
    {"family", 0, 0, G_OPTION_ARG_FILENAME, &family, "activations: of that family",
     "NAME"},
    CATALOGUE_OPTION_ENTRY,
    G_OPTION_ENTRY_NULL,
};

/* One thing that can be listed. */
typedef struct {
    const char *name;
    const char *const *columns; /* ended by NULL */
    void (*fill)(Table *table);
} Topic;

/* `alpha=0.25, beta=1`; the caller's. */
static char *parameter_text(const Parameter *parameters)
{
    GString *text = g_string_new(NULL);
    char buffer[NUMBER_SIZE];

    for (; parameters != NULL && parameters->name != NULL; parameters++)
        g_string_append_printf(text, "%s%s=%s", text->len > 0 ? ", " : "",
                               parameters->name,
                               number_format(parameters->value, buffer));
    return g_string_free(text, FALSE);
}

static void add_definition(Table *table, const Definition *definition, const char *kin,
                           const char *help)
{
    g_autofree char *parameters = parameter_text(definition->parameters);
    g_autofree char *label =
        formula_label(definition->key, functions_scope(), NULL, NOTATION_PLAIN);

    table_add_text(table, definition->key);
    table_add_text(table, label);
    table_add_text(table, kin);
    table_add_text(table, parameters);
    table_add_text(table, definition->formula);
    table_add_text(table, help);
}

static void fill_activations(Table *table)
{
    const GPtrArray *own = functions_own();
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        if (catalogue_filter_takes(&filter, activation))
            add_definition(table, &activation->definition, activation->family,
                           activation->help);
    }
    for (unsigned i = 0; own != NULL && i < own->len; i++) {
        const Definition *definition = g_ptr_array_index(own, i);
        if (catalogue_filter_takes_own(&filter, definition))
            add_definition(table, definition, "", "");
    }
}

static const char *const activation_columns[] = {
    "name", "label", "family", "parameters", "formula", "help", NULL};

static void fill_commands(Table *table)
{
    for (const Command *const *command = commands; *command != NULL; command++) {
        table_add_text(table, (*command)->name);
        table_add_text(table, (*command)->arguments);
        table_add_text(table, (*command)->summary);
    }
}

static const char *const command_columns[] = {"name", "arguments", "help", NULL};

static void fill_formats(Table *table)
{
    for (const Backend *const *backend = backends; *backend != NULL; backend++) {
        g_autofree char *missing = unshown_describe((*backend)->unshown);

        table_add_text(table, (*backend)->name);
        table_add_text(table, (*backend)->help);
        table_add_text(table, (*backend)->shows);
        table_add_text(table, missing);
    }
}

static const char *const format_columns[] = {"name", "help", "shows", "leaves out",
                                             NULL};

static void add_keys(Table *table, const FigureKey *keys, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        table_add_text(table, keys[i].where);
        table_add_text(table, keys[i].key);
        table_add_text(table, keys[i].values);
        table_add_text(table, keys[i].help);
    }
}

static void fill_keys(Table *table)
{
    unsigned count;
    const FigureKey *keys = figure_keys(&count);

    add_keys(table, keys, count);
    keys = experiment_keys(&count);
    add_keys(table, keys, count);
}

static const char *const key_columns[] = {"where", "key", "values", "help", NULL};

/* `depth=50, init=he`: what an experiment can be told, with the defaults. */
static char *experiment_parameters(const Experiment *experiment)
{
    GString *text = g_string_new(NULL);

    for (const ExperimentParameter *one = experiment->parameters; one->key != NULL;
         one++)
        g_string_append_printf(text, "%s%s: %s", text->len > 0 ? ", " : "", one->key,
                               one->preset);
    return g_string_free(text, FALSE);
}

static void fill_experiments(Table *table)
{
    for (const Experiment *const *each = experiments; *each != NULL; each++) {
        g_autofree char *parameters = experiment_parameters(*each);

        table_add_text(table, (*each)->key);
        table_add_text(table, (*each)->label);
        table_add_text(table, parameters);
        table_add_text(table, (*each)->help);
    }
}

static const char *const experiment_columns[] = {"name", "label", "parameters", "help",
                                                 NULL};

static void fill_themes(Table *table)
{
    g_auto(GStrv) names = theme_list();

    for (char **name = names; *name != NULL; name++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Theme) theme = theme_load(*name, &error);

        table_add_text(table, *name);
        table_add_text(table, theme != NULL ? theme->help : error->message);
    }
}

static void fill_functions(Table *table)
{
    for (const Operation *const *operation = operations; *operation != NULL;
         operation++) {
        if ((*operation)->signature == NULL)
            continue;
        table_add_text(table, (*operation)->name);
        table_add_text(table, (*operation)->signature);
        table_add_text(table, (*operation)->help);
    }
}

static const char *const function_columns[] = {"name", "signature", "help", NULL};

static void fill_palettes(Table *table)
{
    for (const char *const *name = palette_names(); *name != NULL; name++) {
        g_autoptr(Palette) palette = palette_known(*name);

        table_add_text(table, *name);
        table_add_text(table, palette_kind_name(palette->kind));
        table_add_text(table, palette->help);
    }
}

static const char *const palette_columns[] = {"name", "kind", "help", NULL};
static const char *const theme_columns[] = {"name", "help", NULL};

/* The functions that the framework means otherwise than the catalogue. */
static char *own_conventions(const Framework *framework)
{
    GString *text = g_string_new(NULL);
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        if (activation_convention(activation, framework->key) != NULL)
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "",
                                   activation->definition.key);
    }
    return g_string_free(text, FALSE);
}

static void fill_frameworks(Table *table)
{
    const Framework *framework;

    for (unsigned i = 0; (framework = framework_get(i)) != NULL; i++) {
        g_autofree char *own = own_conventions(framework);
        g_autofree char *count =
            g_strdup_printf("%u", framework_count_functions(framework));

        table_add_text(table, framework->key);
        table_add_text(table, framework->label);
        table_add_text(table, count);
        table_add_text(table, own);
        table_add_text(table, framework->help);
    }
}

static const char *const framework_columns[] = {"name",    "label", "functions",
                                                "differs", "help",  NULL};

static const Topic topics[] = {
    {"activations", activation_columns, fill_activations},
    {"formats", format_columns, fill_formats},
    {"keys", key_columns, fill_keys},
    {"experiments", experiment_columns, fill_experiments},
    {"themes", theme_columns, fill_themes},
    {"functions", function_columns, fill_functions},
    {"palettes", palette_columns, fill_palettes},
    {"commands", command_columns, fill_commands},
    {"frameworks", framework_columns, fill_frameworks},
};

static int fault_topic(const char *name)
{
    g_autoptr(GString) names = g_string_new(NULL);
    Nearest nearest;

    nearest_init(&nearest, name != NULL ? name : "");
    for (size_t i = 0; i < G_N_ELEMENTS(topics); i++) {
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", topics[i].name);
        nearest_offer(&nearest, topics[i].name);
    }
    if (name == NULL)
        return arguments_fault(&command_list, "say what: %s", names->str);
    if (nearest.best != NULL)
        return arguments_fault(&command_list, "cannot list '%s' (did you mean '%s'?)",
                               name, nearest.best);
    return arguments_fault(&command_list, "cannot list '%s', only %s", name,
                           names->str);
}

static int print_topic(const Topic *topic, TableFormat format)
{
    g_autoptr(Table) table = table_new(topic->columns);
    g_autoptr(GError) error = NULL;

    topic->fill(table);
    if (!table_print(table, format, &error))
        return arguments_fail(&command_list, error);
    return ACTPLOT_DONE;
}

static bool filters_in_vain(const char *topic)
{
    bool filters =
        smoothness != NULL || bounded || framework_name != NULL || family != NULL;

    return filters && (topic == NULL || strcmp(topic, "activations") != 0);
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    TableFormat format;
    int status;

    if (!arguments_parse(&command_list, &argc, argv, &status))
        return status;
    if (!table_format_parse(format_name, &format, &error))
        return arguments_fault(&command_list, "%s", error->message);
    if (argc > 2)
        return arguments_fault(&command_list, "one list at a time");
    if (!catalogue_filter_read(&filter, family, framework_name, smoothness, bounded,
                               &error))
        return arguments_fault(&command_list, "%s", error->message);
    if (filters_in_vain(argc == 2 ? argv[1] : NULL))
        return arguments_fault(&command_list,
                               "--smooth, --bounded, --framework and --family are for "
                               "'list activations'");
    for (size_t i = 0; argc == 2 && i < G_N_ELEMENTS(topics); i++) {
        if (strcmp(topics[i].name, argv[1]) == 0)
            return print_topic(&topics[i], format);
    }
    return fault_topic(argc == 2 ? argv[1] : NULL);
}

const Command command_list = {
    .name = "list",
    .arguments = "TOPIC",
    .summary = "list what the program knows",
    .description =
        "TOPIC is activations, formats, keys (of figure files), experiments, themes,\n"
        "functions (of formulas), palettes, commands or frameworks. The lists are\n"
        "printed from the program's own tables. Activations can be filtered: by what\n"
        "is computed of them ('actplot info'), by framework and by family; functions "
        "of\n"
        "your own come last.",
    .examples = "actplot list activations\nactplot list commands --format json\n"
                "actplot list activations --smooth C1 --family gated --framework jax",
    .run = run,
    .options = options,
};
