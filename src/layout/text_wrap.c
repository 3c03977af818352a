/* text_wrap.c - lines that are not wider than a column. */
#include "layout/text_wrap.h"

#include "formula/markup.h"

#include <pango/pango.h>
#include <string.h>

enum { BALANCE_ROUNDS = 12 };

/* A stretch between two places where a line may break. */
typedef struct {
    char *markup;       /* with the elements that are open around it */
    gsize start, end;   /* in the whole markup */
    char *open, *close; /* the elements open at start and at end */
    double width_pt;    /* without the spaces at its end */
    double space_pt;    /* of those */
    bool ends_line;     /* a line break follows */
} Word;

static void clear_word(void *data)
{
    Word *word = data;

    g_free(word->markup);
    g_free(word->open);
    g_free(word->close);
}

/* Markup as read so far: its text, where each letter of it stands, and the elements
 * that are open there. */
typedef struct {
    GString *plain;
    GArray *places;     /* of gsize: each letter's first byte in the markup */
    GPtrArray *opening; /* of char *: at each letter, the tags that lead to it */
    GPtrArray *closing;
    GPtrArray *stack; /* of char *: open tags, as written */
} Scan;

static void scan_init(Scan *scan)
{
    scan->plain = g_string_new(NULL);
    scan->places = g_array_new(FALSE, FALSE, sizeof(gsize));
    scan->opening = g_ptr_array_new_with_free_func(g_free);
    scan->closing = g_ptr_array_new_with_free_func(g_free);
    scan->stack = g_ptr_array_new_with_free_func(g_free);
}

static void scan_release(Scan *scan)
{
    g_string_free(scan->plain, TRUE);
    g_array_unref(scan->places);
    g_ptr_array_unref(scan->opening);
    g_ptr_array_unref(scan->closing);
    g_ptr_array_unref(scan->stack);
}

static void note_letter(Scan *scan, gsize place)
{
    GString *opening = g_string_new(NULL), *closing = g_string_new(NULL);

    for (unsigned i = 0; i < scan->stack->len; i++) {
        const char *tag = g_ptr_array_index(scan->stack, i);
        g_autofree char *name = g_strndup(tag + 1, strcspn(tag + 1, " \t\n/>"));
        g_autofree char *end = g_strdup_printf("</%s>", name);
        g_string_append(opening, tag);
        g_string_prepend(closing, end);
    }
    g_array_append_val(scan->places, place);
    g_ptr_array_add(scan->opening, g_string_free(opening, FALSE));
    g_ptr_array_add(scan->closing, g_string_free(closing, FALSE));
}

/* The end of the tag that begins at text: `>` may stand within quotes. */
static const char *tag_end(const char *text)
{
    char quote = '\0';

    for (; *text; text++) {
        if (quote ? *text == quote : *text == '"' || *text == '\'')
            quote = quote ? '\0' : *text;
        else if (*text == '>' && !quote)
            return text + 1;
    }
    return text;
}

static const char *scan_tag(Scan *scan, const char *at)
{
    const char *end = tag_end(at);

    if (at[1] == '/' && scan->stack->len > 0)
        g_ptr_array_set_size(scan->stack, (int)scan->stack->len - 1);
    else if (at[1] != '/' && end[-2] != '/')
        g_ptr_array_add(scan->stack, g_strndup(at, (gsize)(end - at)));
    return end;
}

/* Behind the formula that begins at text. */
static const char *formula_end(const char *text)
{
    MarkupPart part = {.next = text};

    markup_next(&part);
    return part.next;
}

/* markup is well-formed. */
static void scan_markup(Scan *scan, const char *markup)
{
    const char *at = markup;

    while (*at) {
        const char *next = g_utf8_next_char(at);
        if (*at == '<') {
            at = scan_tag(scan, at);
            continue;
        }
        note_letter(scan, (gsize)(at - markup));
        if (*at == '$' && strchr(at + 1, '$')) { /* a formula stays together */
            next = formula_end(at);
            g_string_append_c(scan->plain, 'n');
        } else if (*at == '&') { /* any letter will do */
            next = strchr(at, ';') ? strchr(at, ';') + 1 : next;
            g_string_append_c(scan->plain, 'n');
        } else {
            g_string_append_len(scan->plain, at, next - at);
        }
        at = next;
    }
    note_letter(scan, (gsize)(at - markup));
}

static double width_of(TextContext *context, const char *markup, double size_pt,
                       bool bold)
{
    g_autoptr(TextLine) line = text_line_new(context, markup, size_pt, bold);

    return line->width_pt;
}

typedef struct {
    TextContext *context;
    const char *markup;
    double size_pt, space_pt;
    bool bold;
} Measure;

/* The letters from first to end - 1, of which the last spaces count apart. */
static Word make_word(const Measure *measure, const Scan *scan,
                      const PangoLogAttr *breaks, unsigned first, unsigned end)
{
    unsigned last = end;
    Word word = {.start = g_array_index(scan->places, gsize, first),
                 .ends_line = breaks[end].is_mandatory_break != 0};

    while (last > first && breaks[last - 1].is_white)
        last--;
    word.end = g_array_index(scan->places, gsize, last);
    word.open = g_strdup(g_ptr_array_index(scan->opening, first));
    word.close = g_strdup(g_ptr_array_index(scan->closing, last));
    word.markup = g_strdup_printf("%s%.*s%s", word.open, (int)(word.end - word.start),
                                  measure->markup + word.start, word.close);
    word.width_pt =
        width_of(measure->context, word.markup, measure->size_pt, measure->bold);
    word.space_pt = (end - last) * measure->space_pt;
    return word;
}

static GArray *split_words(const Measure *measure)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
    Scan scan;
    unsigned first = 0, count;

    scan_init(&scan);
    scan_markup(&scan, measure->markup);
    count = scan.places->len - 1;
    g_autofree PangoLogAttr *breaks = g_new0(PangoLogAttr, count + 1);
    pango_get_log_attrs(scan.plain->str, (int)scan.plain->len, -1,
                        pango_language_from_string("en"), breaks, (int)count + 1);
    g_array_set_clear_func(words, clear_word);
    for (unsigned i = 1; i <= count; i++) {
        Word word;
        if (i < count && !breaks[i].is_line_break)
            continue;
        word = make_word(measure, &scan, breaks, first, i);
        g_array_append_val(words, word);
        first = i;
    }
    scan_release(&scan);
    return words;
}

/* Sets ends, where not NULL, to the index after each line's last word; returns how many
 * lines there are. */
static int break_lines(const GArray *words, double width_pt, GArray *ends)
{
    double used = 0, space = 0;
    int lines = 0;
    bool begun = false;

    for (unsigned i = 0; i < words->len; i++) {
        const Word *word = &g_array_index(words, Word, i);
        if (begun && used + space + word->width_pt > width_pt) {
            lines++;
            if (ends)
                g_array_append_val(ends, i);
            begun = false;
        }
        used = begun ? used + space + word->width_pt : word->width_pt;
        space = word->space_pt;
        begun = true;
        if (word->ends_line && i + 1 < words->len) {
            unsigned end = i + 1;
            lines++;
            if (ends)
                g_array_append_val(ends, end);
            begun = false;
        }
    }
    if (ends)
        g_array_append_val(ends, words->len);
    return lines + 1;
}

/* The least width that needs no more lines. */
static double balanced_width(const GArray *words, double width_pt)
{
    int lines = break_lines(words, width_pt, NULL);
    double low = 0, high = width_pt;

    for (unsigned i = 0; i < words->len; i++)
        low = MAX(low, g_array_index(words, Word, i).width_pt);
    if (low >= high)
        return high;
    for (int round = 0; round < BALANCE_ROUNDS; round++) {
        double middle = (low + high) / 2;
        if (break_lines(words, middle, NULL) > lines)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static char **join_lines(const Measure *measure, const GArray *words, double width_pt)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(unsigned));
    GPtrArray *lines = g_ptr_array_new();
    unsigned first = 0;

    break_lines(words, width_pt, ends);
    for (unsigned i = 0; i < ends->len; i++) {
        unsigned end = g_array_index(ends, unsigned, i);
        const Word *from = &g_array_index(words, Word, first);
        const Word *to = &g_array_index(words, Word, end - 1);
        g_ptr_array_add(
            lines, g_strdup_printf("%s%.*s%s", from->open, (int)(to->end - from->start),
                                   measure->markup + from->start, to->close));
        first = end;
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

static char *well_formed(const char *markup)
{
    g_autofree char *valid = g_utf8_make_valid(markup, -1);
    g_autofree char *words = markup_has_math(valid) ? markup_plain_math(valid) : NULL;

    return pango_parse_markup(words ? words : valid, -1, 0, NULL, NULL, NULL, NULL)
               ? g_steal_pointer(&valid)
               : g_markup_escape_text(valid, -1);
}

char **text_wrap(TextContext *context, const char *markup, double size_pt, bool bold,
                 double width_pt, bool balanced)
{
    g_autofree char *text = well_formed(markup);
    Measure measure = {context, text, size_pt, 0, bold};
    Warnings *warnings = text_context_warn(context, NULL); /* of words one by one */

    measure.space_pt = width_of(context, "n n", size_pt, bold) -
                       width_of(context, "nn", size_pt, bold);
    g_autoptr(GArray) words = split_words(&measure);
    text_context_warn(context, warnings);
    if (words->len == 0) {
        char *const none[] = {"", NULL};
        return g_strdupv((char **)none);
    }
    if (balanced)
        width_pt = balanced_width(words, width_pt);
    return join_lines(&measure, words, width_pt);
}

bool text_is_right_to_left(const char *plain)
{
    for (; *plain; plain = g_utf8_next_char(plain)) {
        gunichar letter = g_utf8_get_char(plain);
        if (!g_unichar_isalpha(letter))
            continue;
        switch (g_unichar_get_script(letter)) {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_ADLAM:
            return true;
        default:
            return false;
        }
    }
    return false;
}
