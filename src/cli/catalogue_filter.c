/* catalogue_filter.c - which records of the catalogue are wanted. */
#include "cli/catalogue_filter.h"

#include "activation/facts.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/number.h"
#include "cli/functions.h"

#include <string.h>

/* Classes by rank: a jump, C0, C1, ... and smooth, which is above all. */
enum { RANK_ANY = -2, RANK_JUMP = -1, RANK_MOST = 99, RANK_SMOOTH = 100 };

/* False: it is no class. A pole or an end of the domain ranks below a jump. */
static bool read_rank(const char *name, int *rank)
{
    if (g_ascii_strcasecmp(name, "smooth") == 0)
        *rank = RANK_SMOOTH;
    else if (g_ascii_strcasecmp(name, "jump") == 0)
        *rank = RANK_JUMP;
    else
        return (*name == 'C' || *name == 'c') &&
               number_parse_int(name + 1, 0, RANK_MOST, rank);
    return true;
}

static bool read_family(const char *name, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    const char *last = "";
    Nearest nearest;

    nearest_init(&nearest, name);
    for (unsigned i = 0; i < activation_count(); i++) {
        const char *family = activation_get(i)->family;
        if (strcmp(family, name) == 0)
            return true;
        nearest_offer(&nearest, family);
        if (strcmp(family, last) != 0)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", family);
        last = family;
    }
    if (nearest.best != NULL)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "there is no family '%s' (did you mean '%s'?)", name, nearest.best);
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "there is no family '%s', only %s", name, names->str);
    return false;
}

bool catalogue_filter_read(CatalogueFilter *filter, const char *family,
                           const char *framework, const char *smoothness, bool bounded,
                           GError **error)
{
    *filter = (CatalogueFilter){
        .family = family,
        .framework = framework != NULL ? framework_find(framework) : NULL,
        .smoothness = RANK_ANY,
        .bounded = bounded,
    };
    if (family != NULL && !read_family(family, error))
        return false;
    if (framework != NULL && filter->framework == NULL) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "there is no framework '%s' (see 'actplot list frameworks')",
                    framework);
        return false;
    }
    if (smoothness != NULL && !read_rank(smoothness, &filter->smoothness)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "--smooth must be jump, C0, C1 and so on, or smooth, not '%s'",
                    smoothness);
        return false;
    }
    return true;
}

static bool has_facts(const CatalogueFilter *filter, const char *key,
                      const Scope *scope)
{
    if (!filter->bounded && filter->smoothness == RANK_ANY)
        return true;
    g_autoptr(Formula) formula = formula_new(key, scope, NULL, NULL, NULL);
    g_autoptr(Facts) facts = facts_new(formula, NULL);
    int rank = RANK_ANY;

    if (filter->smoothness > RANK_ANY &&
        (!read_rank(facts->smoothness, &rank) || rank < filter->smoothness))
        return false;
    return !filter->bounded || (facts->bounded_above && facts->bounded_below);
}

/* What costs nothing is asked first. */
bool catalogue_filter_takes(const CatalogueFilter *filter, const Activation *activation)
{
    if (filter->family != NULL && strcmp(filter->family, activation->family) != 0)
        return false;
    if (filter->framework != NULL &&
        !activation_is_in(activation, filter->framework->key))
        return false;
    return has_facts(filter, activation->definition.key, &activation_scope);
}

bool catalogue_filter_takes_own(const CatalogueFilter *filter,
                                const Definition *definition)
{
    return filter->family == NULL && filter->framework == NULL &&
           has_facts(filter, definition->key, functions_scope());
}
