/* atlas_html.c - index and pages in HTML, the figures as SVG within them. */
#include "cli/atlas_html.h"

#include "backend/backend.h"
#include "backend/xml.h"
#include "formula/typeset.h"

#include <string.h>

static const AtlasEntry *entry_at(const GPtrArray *entries, unsigned index)
{
    return g_ptr_array_index(entries, index);
}

char *atlas_html_name(const Activation *activation)
{
    return g_strconcat(activation->definition.key, ".html", NULL);
}

static void append_element(GString *out, const char *element, const char *text)
{
    g_string_append_printf(out, "<%s>", element);
    xml_append_escaped(out, text);
    g_string_append_printf(out, "</%s>", element);
}

static void append_head(GString *out, const char *title, const char *description)
{
    g_string_append(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                         "<meta charset=\"utf-8\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, "
                         "initial-scale=1\"/>\n"
                         "<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    append_element(out, "title", title);
    g_string_append(out, "\n<meta name=\"description\"");
    xml_append_attribute(out, "content", description);
    g_string_append(out, "/>\n<link rel=\"stylesheet\" href=\"" ATLAS_STYLE_NAME
                         "\"/>\n</head>\n<body>\n");
}

static void append_link(GString *out, const char *relation, const Activation *to,
                        const char *before, const char *after)
{
    g_autofree char *name = atlas_html_name(to);

    g_string_append(out, "<a");
    if (relation != NULL)
        xml_append_attribute(out, "rel", relation);
    xml_append_attribute(out, "href", name);
    g_string_append_printf(out, ">%s", before);
    xml_append_escaped(out, to->definition.label);
    g_string_append_printf(out, "%s</a>", after);
}

static void append_drawing(GString *out, const Drawing *drawing)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();

    /* Writing SVG cannot fail. */
    if (backend_find("svg")->write_drawing(drawing, &backend_options_default, bytes,
                                           NULL, NULL))
        g_string_append_len(out, (const char *)bytes->data, bytes->len);
}

/* The way around: the pages before and after, the index. */
static void append_navigation(GString *out, const GPtrArray *entries, unsigned index)
{
    g_string_append(out, "<nav>\n<span>");
    if (index > 0)
        append_link(out, "prev", entry_at(entries, index - 1)->activation, "← ", "");
    g_string_append(out, "</span>\n<a rel=\"up\" href=\"" ATLAS_INDEX_NAME "#");
    g_string_append(out, entry_at(entries, index)->activation->family);
    g_string_append(out, "\">All functions</a>\n<span>");
    if (index + 1 < entries->len)
        append_link(out, "next", entry_at(entries, index + 1)->activation, "", " →");
    g_string_append(out, "</span>\n</nav>\n");
}

static void append_formula(GString *out, const char *left, const char *formula,
                           const Definition *of)
{
    g_autofree char *mathml = formula_mathml(formula, &activation_scope, of);

    g_string_append_printf(
        out,
        "<math display=\"block\"><mrow>%s<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"
        "<mo>=</mo>%s</mrow></math>\n",
        left, mathml);
}

static void append_formulas(GString *out, const Definition *definition)
{
    g_string_append(out, "<div class=\"formulas\">\n");
    append_formula(out, "<mi>f</mi>", definition_shown(definition), definition);
    if (definition->derivative != NULL)
        append_formula(out, "<mi>f</mi><mo lspace=\"0\" rspace=\"0\">′</mo>",
                       definition_shown_derivative(definition), definition);
    g_string_append(out, "</div>\n");
}

static bool has_page(const GPtrArray *entries, const Activation *activation)
{
    for (unsigned i = 0; i < entries->len; i++) {
        if (entry_at(entries, i)->activation == activation)
            return true;
    }
    return false;
}

static void append_line(GString *out, const GPtrArray *entries, const AtlasLine *line)
{
    g_autofree char *text = atlas_line_text(line);

    if (line->to != NULL && has_page(entries, line->to)) {
        append_link(out, NULL, line->to, "", "");
        g_string_append(out, ": ");
        xml_append_escaped(out, line->text);
    } else {
        xml_append_escaped(out, text);
    }
}

static void append_facts(GString *out, const GPtrArray *entries,
                         const AtlasEntry *entry)
{
    g_string_append(out, "<div>\n<table class=\"facts\">\n<tbody>\n");
    for (unsigned i = 0; i < entry->rows->len; i++) {
        const AtlasRow *row = &g_array_index(entry->rows, AtlasRow, i);

        g_string_append(out, "<tr><th scope=\"row\">");
        xml_append_escaped(out, row->name);
        g_string_append(out, "</th><td>");
        for (unsigned k = 0; k < row->lines->len; k++) {
            g_string_append(out, k > 0 ? "<br/>" : "");
            append_line(out, entries, &g_array_index(row->lines, AtlasLine, k));
        }
        g_string_append(out, "</td></tr>\n");
    }
    g_string_append(out, "</tbody>\n</table>\n<p class=\"note\">" ATLAS_FACTS_NOTE
                         "</p>\n</div>\n");
}

GString *atlas_html_page(const GPtrArray *entries, unsigned index,
                         const Drawing *function, const Drawing *slopes)
{
    const AtlasEntry *entry = entry_at(entries, index);
    const Definition *definition = &entry->activation->definition;
    GString *out = g_string_sized_new(48 * 1024);

    append_head(out, definition->label, entry->activation->help);
    append_navigation(out, entries, index);
    g_string_append(out, "<main>\n");
    append_element(out, "h1", definition->label);
    g_string_append(out, "\n<p class=\"help\">");
    xml_append_escaped(out, entry->activation->help);
    g_string_append(out, "</p>\n");
    append_formulas(out, definition);
    g_string_append(out, "<div class=\"sheet\">\n<div class=\"figures\">\n");
    append_drawing(out, function);
    append_drawing(out, slopes);
    g_string_append(out, "</div>\n");
    append_facts(out, entries, entry);
    g_string_append_printf(out,
                           "</div>\n<p class=\"source\"><code>%s</code> for formulas "
                           "and <code>actplot plot</code>; "
                           "<a href=\"" ATLAS_PDF_NAME
                           "#nameddest=%s\">this page in the PDF</a>"
                           "</p>\n</main>\n</body>\n</html>\n",
                           definition->key, definition->key);
    return out;
}

static void append_families(GString *out, const GPtrArray *entries)
{
    g_string_append(out, "<nav class=\"families\">\n");
    for (unsigned i = 0; i < entries->len; i++) {
        const char *family = entry_at(entries, i)->activation->family;
        g_autofree char *title = atlas_family_title(family);

        if (atlas_begins_family(entries, i))
            g_string_append_printf(out, "<a href=\"#%s\">%s</a>\n", family, title);
    }
    g_string_append(out, "</nav>\n");
}

static void append_card(GString *out, const AtlasEntry *entry)
{
    g_autofree char *name = atlas_html_name(entry->activation);

    g_string_append(out, "<li><a");
    xml_append_attribute(out, "href", name);
    g_string_append(out, ">\n");
    append_drawing(out, entry->thumbnail);
    append_element(out, "span", entry->activation->definition.label);
    g_string_append(out, "</a></li>\n");
}

GString *atlas_html_index(const GPtrArray *entries)
{
    GString *out = g_string_sized_new(256 * 1024);

    append_head(out, "Atlas of activation functions",
                "Activation functions, their derivatives and computed facts.");
    g_string_append_printf(
        out,
        "<main>\n<h1>Atlas of activation functions</h1>\n"
        "<p class=\"help\">%u functions, <span class=\"function\">each</span> over its "
        "<span class=\"slope\">derivative</span>. A page has the second derivative "
        "too, the switch points and what was computed. Also as "
        "<a href=\"" ATLAS_PDF_NAME "\">one PDF</a>.</p>\n",
        entries->len);
    append_families(out, entries);
    for (unsigned i = 0; i < entries->len; i++) {
        const char *family = entry_at(entries, i)->activation->family;
        g_autofree char *title = atlas_family_title(family);

        if (atlas_begins_family(entries, i))
            g_string_append_printf(out, "%s<h2 id=\"%s\">%s</h2>\n<ul>\n",
                                   i > 0 ? "</ul>\n" : "", family, title);
        append_card(out, entry_at(entries, i));
    }
    g_string_append(out, "</ul>\n</main>\n</body>\n</html>\n");
    return out;
}
