/* compose.c - a figure file made from a command line's options. */
#include "cli/compose.h"

#include "base/error.h"
#include "base/nearest.h"
#include "cli/compose_value.h"
#include "cli/functions.h"
#include "cli/value.h"
#include "spec/document.h"

#include <string.h>

/* The text as it grows, and the option that each of its lines came from. */
typedef struct {
    GString *text;
    GPtrArray *options; /* of const char *, a line each; NULL: no option */
    const Request *request;
    Binding binding[2]; /* the varied parameter at its first value, or none */
    char *parameter;    /* varied; NULL: none */
} Composer;

static void composer_release(Composer *composer)
{
    g_string_free(composer->text, TRUE);
    g_ptr_array_unref(composer->options);
    g_free(composer->parameter);
}

static void end_line(Composer *composer, const char *option)
{
    g_string_append_c(composer->text, '\n');
    g_ptr_array_add(composer->options, (void *)option);
}

/* The settings of one place, a line each. */
static bool append_settings(Composer *composer, Place place, const char *indent,
                            GError **error)
{
    for (unsigned i = 0; i < composer->request->setting_count; i++) {
        const Setting *setting = &composer->request->settings[i];

        if (setting->place != place || setting->value == NULL)
            continue;
        g_string_append_printf(composer->text, "%s%s: ", indent, setting->key);
        if (!compose_value(composer->text, setting, error))
            return false;
        end_line(composer, setting->option);
    }
    return true;
}

/* Whether anything is given for a place; key NULL: any key. */
static bool is_set(const Request *request, Place place, const char *key)
{
    for (unsigned i = 0; i < request->setting_count; i++) {
        const Setting *setting = &request->settings[i];

        if (setting->place == place && setting->value != NULL &&
            (key == NULL || strcmp(key, setting->key) == 0))
            return true;
    }
    return false;
}

/* The settings of one place, as a map of that key; nothing for none. */
static bool append_map(Composer *composer, const char *key, Place place,
                       const char *indent, GError **error)
{
    g_autofree char *deeper = g_strconcat(indent, "  ", NULL);

    if (!is_set(composer->request, place, NULL))
        return true;
    g_string_append_printf(composer->text, "%s%s:", indent, key);
    end_line(composer, NULL);
    return append_settings(composer, place, deeper, error);
}

/* The formula of the slope: `relu'`, `leaky_relu(alpha=0.1)'`, `(x*tanh(x))'`. */
static char *slope_of(const char *formula)
{
    const char *c = formula;
    int depth = 0;

    while (g_ascii_isalpha(*c) || *c == '_' || (c > formula && g_ascii_isdigit(*c)))
        c++;
    if (*c == '(') {
        do {
            depth += (*c == '(') - (*c == ')');
            c++;
        } while (depth > 0 && *c != '\0');
    }
    c += strspn(c, "'");
    if (*c == '\0' && c != formula && depth == 0)
        return g_strconcat(formula, "'", NULL);
    return g_strconcat("(", formula, ")'", NULL);
}

static const char *nth(const char *const *texts, unsigned index)
{
    for (unsigned i = 0; texts != NULL && texts[i] != NULL; i++) {
        if (i == index)
            return texts[i];
    }
    return NULL;
}

/* Whether a formula has the varied parameter; it then makes a family. */
static bool is_family(const Composer *composer, const char *formula)
{
    Formula *bound = NULL;

    if (composer->parameter != NULL)
        bound = value_formula(formula, composer->binding, NULL);
    formula_free(bound);
    return bound != NULL;
}

static bool append_curve(Composer *composer, unsigned index, bool slope,
                         const char *indent, char **colors, GError **error)
{
    const Request *request = composer->request;
    const char *formula = request->formulas[index];
    const char *label = slope ? NULL : nth(request->labels, index);
    const char *color = nth((const char *const *)colors, index);
    g_autofree char *plot = slope ? slope_of(formula) : g_strdup(formula);
    g_autofree char *deeper = g_strconcat(indent, "  ", NULL);

    g_string_append_printf(composer->text, "%s- plot: ", indent);
    document_write_quoted(composer->text, plot, strlen(plot));
    end_line(composer, formula);
    if (label != NULL) {
        g_string_append_printf(composer->text, "%slabel: ", deeper);
        document_write_quoted(composer->text, label, strlen(label));
        end_line(composer, "--label");
    }
    if (color != NULL) {
        g_string_append_printf(composer->text, "%scolor: ", deeper);
        document_write_quoted(composer->text, color, strlen(color));
        end_line(composer, "--color");
    }
    if (is_family(composer, formula)) {
        g_string_append_printf(composer->text, "%svary: {", deeper);
        document_write_quoted(composer->text, composer->parameter,
                              strlen(composer->parameter));
        g_string_append(composer->text, ": ");
        compose_list(composer->text, strchr(request->vary, '=') + 1);
        g_string_append_c(composer->text, '}');
        end_line(composer, "--vary");
        if (!append_settings(composer, PLACE_FAMILY, deeper, error))
            return false;
    }
    return append_settings(composer, PLACE_CURVE, deeper, error);
}

static bool append_curves(Composer *composer, bool slope, const char *indent,
                          GError **error)
{
    const Request *request = composer->request;
    g_auto(GStrv) colors =
        request->colors != NULL ? g_strsplit(request->colors, ",", -1) : NULL;
    g_autofree char *deeper = g_strconcat(indent, "  ", NULL);

    if (request->formulas[0] == NULL)
        return true;
    for (char **color = colors; color != NULL && *color != NULL; color++)
        g_strstrip(*color);
    g_string_append_printf(composer->text, "%scurves:", indent);
    end_line(composer, NULL);
    for (unsigned i = 0; request->formulas[i] != NULL; i++) {
        if (!append_curve(composer, i, slope, deeper, colors, error))
            return false;
    }
    return true;
}

/* One panel: its title says what the axis would. */
static bool append_panel(Composer *composer, bool slope, GError **error)
{
    g_string_append_printf(composer->text, "  - title: \"%s\"",
                           slope ? "f′(x)" : "f(x)");
    end_line(composer, NULL);
    g_string_append(composer->text, "    y:");
    end_line(composer, NULL);
    if (slope || !is_set(composer->request, PLACE_Y, "label")) {
        g_string_append(composer->text, "      label: \"\"");
        end_line(composer, NULL);
    }
    return (slope || append_settings(composer, PLACE_Y, "      ", error)) &&
           append_curves(composer, slope, "    ", error);
}

/* Functions on the left, their slopes on the right; --y-range and the like are said
 * of the functions. */
static bool append_panels(Composer *composer, GError **error)
{
    g_string_append(composer->text, "columns: 2");
    end_line(composer, NULL);
    g_string_append(composer->text, "panels:");
    end_line(composer, NULL);
    return append_panel(composer, false, error) && append_panel(composer, true, error);
}

/* `alpha=0,0.1`: the parameter, and its first value for checking the formulas. */
static bool read_vary(Composer *composer, GError **error)
{
    const char *vary = composer->request->vary;
    const char *equals = vary != NULL ? strchr(vary, '=') : NULL;
    g_autofree char *first = NULL;

    if (vary == NULL)
        return true;
    if (equals == NULL || equals == vary || equals[1] == '\0') {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "--vary must be NAME=VALUE,..., such as alpha=0,0.1,0.25, not '%s'",
                    vary);
        return false;
    }
    composer->parameter = g_strndup(vary, (size_t)(equals - vary));
    g_strstrip(composer->parameter);
    first = g_strndup(equals + 1, strcspn(equals + 1, ","));
    composer->binding[0].name = composer->parameter;
    return value_number("--vary", first, &composer->binding[0].value, error);
}

/* With the nearest parameter of the functions that stand alone as formulas. */
static void fail_vary(const Composer *composer, GError **error)
{
    const Scope *scope = functions_scope();
    Nearest nearest;

    nearest_init(&nearest, composer->parameter);
    for (unsigned i = 0; composer->request->formulas[i] != NULL; i++) {
        g_autofree char *name = g_strdup(composer->request->formulas[i]);
        const Definition *function;

        name[strcspn(name, "('")] = '\0';
        function = scope_find(scope, g_strstrip(name));
        for (const Parameter *parameter = function != NULL ? function->parameters
                                                           : NULL;
             parameter != NULL && parameter->name != NULL; parameter++)
            nearest_offer(&nearest, parameter->name);
    }
    if (nearest.best != NULL && strcmp(nearest.best, composer->parameter) == 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "--vary: the formulas give '%s' its value themselves (leave it out "
                    "there)",
                    composer->parameter);
        return;
    }
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "--vary: no formula has a parameter '%s'%s%s%s", composer->parameter,
                nearest.best != NULL ? " (did you mean '" : "",
                nearest.best != NULL ? nearest.best : "",
                nearest.best != NULL ? "'?)" : "");
}

/* A faulty formula is shown by itself, not as a part of the composed file. A formula
 * may lack the varied parameter, but not all of them. */
static bool check_formulas(const Composer *composer, GError **error)
{
    const Request *request = composer->request;
    bool varied = composer->parameter == NULL;

    for (unsigned i = 0; request->formulas[i] != NULL; i++) {
        bool family = is_family(composer, request->formulas[i]);
        Formula *formula =
            family ? NULL : value_formula(request->formulas[i], NULL, error);

        if (!family && formula == NULL)
            return false;
        formula_free(formula);
        varied = varied || family;
    }
    if (!varied)
        fail_vary(composer, error);
    return varied;
}

static bool is_text(const char *option, const char *text, GError **error)
{
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s must be UTF-8 text",
                option);
    return false;
}

static bool check_texts(const Request *request, GError **error)
{
    for (unsigned i = 0; i < request->setting_count; i++) {
        if (!is_text(request->settings[i].option, request->settings[i].value, error))
            return false;
    }
    for (unsigned i = 0; request->formulas[i] != NULL; i++) {
        if (!is_text("a formula", request->formulas[i], error) ||
            !is_text("--label", nth(request->labels, i), error))
            return false;
    }
    return is_text("--color", request->colors, error) &&
           is_text("--vary", request->vary, error);
}

static bool compose(Composer *composer, GError **error)
{
    const Request *request = composer->request;

    return check_texts(request, error) && read_vary(composer, error) &&
           check_formulas(composer, error) &&
           append_settings(composer, PLACE_FIGURE, "", error) &&
           append_map(composer, "output", PLACE_OUTPUT, "", error) &&
           append_map(composer, "x", PLACE_X, "", error) &&
           (request->derivative ? append_panels(composer, error)
                                : append_map(composer, "y", PLACE_Y, "", error) &&
                                      append_curves(composer, false, "", error));
}

static Composer composer_of(const Request *request)
{
    return (Composer){
        .text = g_string_new(NULL),
        .options = g_ptr_array_new(),
        .request = request,
    };
}

/* The functions that the options bring, as keys of the figure. */
static void append_functions(Composer *composer)
{
    const struct {
        const char *key, *value;
    } keys[] = {
        {"framework", function_options.framework},
        {"catalogue", function_options.catalogue},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (keys[i].value == NULL)
            continue;
        g_string_append_printf(composer->text, "%s: ", keys[i].key);
        document_write_quoted(composer->text, keys[i].value, strlen(keys[i].value));
        end_line(composer, NULL);
    }
}

char *compose_text(const Request *request, const char *folder, GError **error)
{
    Composer composer = composer_of(request);
    char *text = NULL;

    append_functions(&composer);
    if (compose(&composer, error))
        text = compose_settled(composer.text->str, request->overrides, folder, error);
    composer_release(&composer);
    return text;
}

Figure *compose_figure(const Request *request, Warnings *warnings, GError **error)
{
    const FigureReading reading = {
        .outer = functions_scope(),
        .settings = request->overrides,
        .warnings = warnings,
    };
    Composer composer = composer_of(request);
    g_autoptr(GError) fault = NULL;
    Figure *figure = NULL;

    if (compose(&composer, error)) {
        figure = figure_parse_with(composer.text->str, composer.text->len, COMPOSE_NAME,
                                   &reading, &fault);
        if (figure == NULL)
            g_propagate_error(error, compose_fault(composer.options, fault));
    }
    /* Later faults are to show the formula, not a file that nobody wrote. */
    if (figure != NULL)
        g_clear_pointer(&figure->source, g_free);
    composer_release(&composer);
    return figure;
}
