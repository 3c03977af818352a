/* label.c - texts of a figure in every notation. */
#include "scene/label.h"

#include "formula/markup.h"
#include "formula/math.h"
#include "formula/notation.h"
#include "scene/tick_label.h"

#include <string.h>

/* Plain text and the notations made from it while markup is read. */
typedef struct {
    GString *plain, *latex, *gnuplot;
    const GPtrArray *formulas; /* for the holes in it; NULL: none */
    guint next_formula;
} Writer;

static void append_latex(GString *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '\\')
            g_string_append(out, "\\textbackslash{}");
        else if (*at == '^')
            g_string_append(out, "\\textasciicircum{}");
        else if (*at == '~')
            g_string_append(out, "\\textasciitilde{}");
        else if (strchr("{}$&#_%", *at)) {
            g_string_append_c(out, '\\');
            g_string_append_c(out, *at);
        } else {
            g_string_append_c(out, *at);
        }
    }
}

/* Enhanced text within single quotes. */
static void append_gnuplot(GString *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr("^_{}@&~\\", *at))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
}

static void begin_element(GMarkupParseContext *context, const char *name,
                          const char **attributes, const char **values, void *data,
                          GError **error)
{
    (void)context, (void)attributes, (void)values, (void)error;
    Writer *writer = data;
    if (strcmp(name, "sub") == 0 || strcmp(name, "sup") == 0) {
        bool below = name[2] == 'b';
        g_string_append(writer->latex,
                        below ? "\\textsubscript{" : "\\textsuperscript{");
        g_string_append(writer->gnuplot, below ? "_{" : "^{");
    } else if (strcmp(name, "i") == 0 || strcmp(name, "b") == 0) {
        g_string_append(writer->latex, *name == 'i' ? "\\textit{" : "\\textbf{");
        g_string_append(writer->gnuplot, *name == 'i' ? "{/:Italic " : "{/:Bold ");
    }
}

static void end_element(GMarkupParseContext *context, const char *name, void *data,
                        GError **error)
{
    (void)context, (void)error;
    Writer *writer = data;
    bool known = strcmp(name, "sub") == 0 || strcmp(name, "sup") == 0 ||
                 strcmp(name, "i") == 0 || strcmp(name, "b") == 0;
    if (known) {
        g_string_append_c(writer->latex, '}');
        g_string_append_c(writer->gnuplot, '}');
    }
}

static void append_words(Writer *writer, const char *words)
{
    g_string_append(writer->plain, words);
    append_latex(writer->latex, words);
    append_gnuplot(writer->gnuplot, words);
}

static void append_formula(Writer *writer)
{
    if (!writer->formulas || writer->next_formula >= writer->formulas->len)
        return;
    const Math *math = g_ptr_array_index(writer->formulas, writer->next_formula++);
    g_autofree char *plain = math_plain(math), *latex = math_latex(math);
    g_autofree char *gnuplot = math_gnuplot(math);
    g_string_append(writer->plain, plain);
    g_string_append_printf(writer->latex, "$%s$", latex);
    g_string_append(writer->gnuplot, gnuplot);
}

/* Words with holes for formulas. */
static void append_text(Writer *writer, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, MARKUP_HOLE, -1);
    for (guint i = 0; words[i]; i++) {
        if (i > 0)
            append_formula(writer);
        append_words(writer, words[i]);
    }
}

static void add_text(GMarkupParseContext *context, const char *text, gsize length,
                     void *data, GError **error)
{
    (void)context, (void)error;
    g_autofree char *copy = g_strndup(text, length);
    append_text(data, copy);
}

static bool read_markup(const char *markup, Writer *writer)
{
    static const GMarkupParser parser = {
        .start_element = begin_element, .end_element = end_element, .text = add_text};
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, writer, NULL);
    bool read = g_markup_parse_context_parse(context, "<markup>", -1, NULL) &&
                g_markup_parse_context_parse(context, markup, -1, NULL) &&
                g_markup_parse_context_parse(context, "</markup>", -1, NULL) &&
                g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    return read;
}

/* Whether text begins with `&amp;`, `&#960;` or the like. */
static bool at_entity(const char *text)
{
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(text, names[i]))
            return true;
    size_t digits = text[1] == '#' ? strspn(text + 2, "0123456789abcdefABCDEFx") : 0;
    return digits > 0 && text[2 + digits] == ';';
}

/* Markup in which `&` and `<` that begin nothing, as in `x<sup>2</sup> & 1 < 2`, are
 * written as XML wants it; the caller's. */
static char *tidied(const char *markup)
{
    GString *out = g_string_new(NULL);
    for (const char *at = markup; *at; at++) {
        if (*at == '&' && !at_entity(at))
            g_string_append(out, "&amp;");
        else if (*at == '<' && at[1] != '/' && !g_ascii_isalpha(at[1]))
            g_string_append(out, "&lt;");
        else
            g_string_append_c(out, *at);
    }
    return g_string_free(out, FALSE);
}

/* What is not well-formed markup: as it stands. Returns it as markup. */
static char *read_words(const char *hollow, Writer *writer)
{
    GString *words = g_string_new(hollow);
    g_string_replace(words, "&#36;", "$", 0);
    g_string_truncate(writer->plain, 0);
    g_string_truncate(writer->latex, 0);
    g_string_truncate(writer->gnuplot, 0);
    writer->next_formula = 0;
    append_text(writer, words->str);
    char *escaped = notation_escape(NOTATION_MARKUP, words->str);
    g_string_free(words, TRUE);
    return escaped;
}

SceneText label_new(const char *given)
{
    g_autoptr(GPtrArray) formulas = NULL;
    if (!given)
        given = "";
    g_autofree char *hollow =
        markup_has_math(given) ? markup_hollow(given, &formulas) : NULL;
    g_autofree char *markup = tidied(hollow ? hollow : given);
    Writer writer = {.plain = g_string_new(NULL),
                     .latex = g_string_new(NULL),
                     .gnuplot = g_string_new(NULL),
                     .formulas = formulas};
    if (!read_markup(markup, &writer)) {
        g_free(markup);
        markup = read_words(hollow ? hollow : given, &writer);
    }
    return (SceneText){
        .plain = g_string_free(writer.plain, FALSE),
        .pango = formulas ? markup_refill(markup, formulas) : g_steal_pointer(&markup),
        .latex = g_string_free(writer.latex, FALSE),
        .gnuplot = g_string_free(writer.gnuplot, FALSE),
    };
}

/* A formula with its outer `\\frac` as `\\dfrac`. */
static void append_displayed(GString *out, const char *formula, size_t length)
{
    int depth = 0;
    for (const char *at = formula; at < formula + length; at++) {
        depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
        bool fraction = depth == 0 && g_str_has_prefix(at, "\\frac") &&
                        !g_ascii_isalpha(at[strlen("\\frac")]);
        g_string_append(out, fraction ? "\\d" : "");
        at += fraction;
        g_string_append_c(out, *at);
    }
}

SceneText label_new_axis(const char *given)
{
    g_autoptr(GString) text = g_string_new(NULL);
    MarkupPart part = {.next = given};
    while (given && markup_next(&part)) {
        if (part.is_math) {
            g_string_append_c(text, '$');
            append_displayed(text, part.start, part.length);
            g_string_append_c(text, '$');
        } else {
            g_string_append_len(text, part.start, (gssize)part.length);
        }
    }
    return label_new(text->str);
}

SceneText label_new_formula(const char *text, const Scope *scope,
                            const Binding *bindings)
{
    char *labels[NOTATION_COUNT];
    formula_labels(text, scope, bindings, labels);
    return (SceneText){
        .plain = labels[NOTATION_PLAIN],
        .pango = labels[NOTATION_MARKUP],
        .latex = labels[NOTATION_LATEX],
        .gnuplot = labels[NOTATION_GNUPLOT],
    };
}

SceneText label_copy(const SceneText *label)
{
    return (SceneText){
        .plain = g_strdup(label->plain),
        .pango = g_strdup(label->pango),
        .latex = g_strdup(label->latex),
        .gnuplot = g_strdup(label->gnuplot),
    };
}

void label_release(SceneText *label)
{
    g_free(label->plain);
    g_free(label->pango);
    g_free(label->latex);
    g_free(label->gnuplot);
    *label = (SceneText){.plain = NULL};
}

double label_width_em(const char *plain)
{
    double width = 0;
    for (const char *at = plain; *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (g_unichar_iszerowidth(character))
            continue;
        width += g_unichar_iswide(character) ? 1 : 0.58;
    }
    return width;
}

double label_extra_em(const SceneText *label)
{
    double extra = 0;
    if (!markup_has_math(label->pango))
        return 0;
    g_autoptr(GPtrArray) formulas = NULL;
    g_free(markup_hollow(label->pango, &formulas));
    for (guint i = 0; i < formulas->len; i++)
        extra = MAX(extra, math_extra_height(g_ptr_array_index(formulas, i)));
    return extra;
}

bool label_has_markup(const char *given)
{
    return strpbrk(given, "$<&\\") != NULL;
}

char *label_in(const char *given, Notation notation)
{
    if (!label_has_markup(given))
        return notation_escape(notation, given);
    SceneText text = label_new(given);
    char **member = notation == NOTATION_PLAIN    ? &text.plain
                    : notation == NOTATION_MARKUP ? &text.pango
                    : notation == NOTATION_LATEX  ? &text.latex
                                                  : &text.gnuplot;
    char *written = g_steal_pointer(member);
    label_release(&text);
    return written;
}
