/* functions_read.c - `framework:` and `catalogue:`: whose functions formulas may use.
 */
#include "spec/figure_fields.h"

#include "activation/activation.h"
#include "activation/framework.h"
#include "base/nearest.h"

#include <string.h>

/* Whether a scope is the program's own catalogue, in some framework's reading. */
static bool is_catalogue(const Scope *scope)
{
    const Framework *framework;

    for (unsigned i = 0; (framework = framework_get(i)); i++)
        if (scope == &framework->scope)
            return true;
    return !scope || scope == &activation_scope;
}

void read_framework(Reader *reader, const Field *field, const DocumentNode *node,
                    void *target)
{
    const Framework *framework;
    Nearest nearest;

    (void)target;
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    framework = framework_find(node->text);
    if (framework && is_catalogue(reader->definitions->scope.outer)) {
        reader->definitions->scope.outer = &framework->scope;
        return;
    }
    if (framework) {
        reports_add(
            reader->reports, node->span,
            "'framework' cannot be changed under functions of --catalogue (name "
            "their file in the figure: `catalogue: FILE.yaml`)");
        return;
    }
    nearest_init(&nearest, node->text);
    for (unsigned i = 0; (framework = framework_get(i)); i++)
        nearest_offer(&nearest, framework->key);
    if (nearest.best)
        reports_add(reader->reports, node->span,
                    "unknown framework '%s' (did you mean '%s'?)", node->text,
                    nearest.best);
    else
        reports_add(reader->reports, node->span,
                    "unknown framework '%s' (see 'actplot list frameworks')",
                    node->text);
}

void read_catalogue(Reader *reader, const Field *field, const DocumentNode *node,
                    void *target)
{
    Figure *figure = target;
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    path = g_path_is_absolute(node->text) || strcmp(reader->folder, ".") == 0
               ? g_strdup(node->text)
               : g_build_filename(reader->folder, node->text, NULL);
    figure_add_file(figure, path);
    figure->catalogue =
        definitions_load(path, reader->definitions->scope.outer, &error);
    if (figure->catalogue)
        reader->definitions->scope.outer = &figure->catalogue->scope;
    else if (strchr(error->message, '\n'))
        reports_add_detail(reader->reports, node->span, error->message,
                           "the catalogue '%s' has faults", node->text);
    else
        reports_add(reader->reports, node->span, "%s", error->message);
}
