/* palette_read.c - palettes named, listed or read from files. */
#include "spec/figure_fields.h"

#include "base/nearest.h"

#include <string.h>

/* A palette while its map is read. */
typedef struct {
    char *help;
    int kind;
    int count;
    Color colors[PALETTE_COLORS_MAX];
} PaletteSpec;

static FieldReader read_palette_colors;

static const Word kind_words[] = {
    {"sequential", PALETTE_SEQUENTIAL},
    {"diverging", PALETTE_DIVERGING},
    {"qualitative", PALETTE_QUALITATIVE},
    {NULL, 0},
};

static const Field fields[] = {
    {.where = IN_PALETTE,
     .key = "kind",
     .help = "sequential: low to high; diverging: with a neutral middle; qualitative: "
             "of curves, in turn (default: sequential)",
     .read = read_word,
     .offset = offsetof(PaletteSpec, kind),
     .words = kind_words},
    {.where = IN_PALETTE,
     .key = "colors",
     .values = "[colour, ...]",
     .help = "evenly spaced, 2 to 256; what is between is mixed",
     .read = read_palette_colors},
    {.where = IN_PALETTE,
     .key = "help",
     .values = "text",
     .help = "one line about the palette",
     .read = read_text,
     .offset = offsetof(PaletteSpec, help)},
};

const FieldTable palette_fields = {fields, G_N_ELEMENTS(fields)};

static void read_palette_colors(Reader *reader, const Field *field,
                                const DocumentNode *node, void *target)
{
    PaletteSpec *spec = target;

    if (!node_is_list(reader, field, node, 2, PALETTE_COLORS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++)
        if (!node_color(reader, field, g_ptr_array_index(node->items, i),
                        &spec->colors[i]))
            return;
    spec->count = (int)node->items->len;
}

static Palette *finish(PaletteSpec *spec, const char *name)
{
    Palette *palette = NULL;

    if (spec->count > 0)
        palette = palette_new(name, spec->help, (PaletteKind)spec->kind, spec->colors,
                              spec->count);
    g_free(spec->help);
    return palette;
}

Palette *node_palette_whole(Reader *reader, const Field *field,
                            const DocumentNode *node, const char *name,
                            PaletteKind kind_of_list)
{
    PaletteSpec spec = {.kind = PALETTE_SEQUENTIAL};

    if (node->kind == DOCUMENT_LIST) {
        spec.kind = (int)kind_of_list;
        read_palette_colors(reader, field, node, &spec);
    } else if (node_is(reader, field, node, DOCUMENT_MAP)) {
        unsigned before = reader->reports->faults->len;

        fields_read(reader, palette_fields, IN_PALETTE, node, &spec);
        if (!document_get(node, "colors"))
            reports_add(reader->reports, node->span, "a palette needs 'colors'");
        if (reader->reports->faults->len > before)
            spec.count = 0;
    }
    return finish(&spec, name);
}

Palette *palette_load(const char *path, GPtrArray *files, GError **error)
{
    static const Field field = {.key = "palette"};
    g_autoptr(DocumentNode) root = NULL;
    g_autofree char *text = NULL;
    g_autofree char *name = g_path_get_basename(path);
    Palette *palette = NULL;
    size_t length;
    Reports reports;
    Reader reader = {.reports = &reports, .dpi = 100};

    if (strrchr(name, '.'))
        *strrchr(name, '.') = '\0';
    if (files && !g_ptr_array_find_with_equal_func(files, path, g_str_equal, NULL))
        g_ptr_array_add(files, g_strdup(path));
    text = document_load(path, &length, error);
    if (!text)
        return NULL;
    reports_init(&reports, path, text);
    reader.source = text;
    root = document_parse(text, length, &reports);
    if (root)
        palette = node_palette_whole(&reader, &field, root, name, PALETTE_SEQUENTIAL);
    if (reports_any(&reports)) {
        reports_raise(&reports, error);
        g_clear_pointer(&palette, palette_unref);
    }
    reports_release(&reports);
    return palette;
}

static bool is_path(const char *name)
{
    return strchr(name, '/') || g_str_has_suffix(name, ".yaml") ||
           g_str_has_suffix(name, ".yml");
}

static Palette *load_beside(Reader *reader, const DocumentNode *node)
{
    bool absolute = g_path_is_absolute(node->text) || !reader->folder ||
                    !strcmp(reader->folder, ".");
    g_autofree char *path = absolute
                                ? g_strdup(node->text)
                                : g_build_filename(reader->folder, node->text, NULL);
    g_autoptr(GError) error = NULL;
    Palette *palette = palette_load(path, reader->files, &error);

    if (palette)
        return palette;
    if (strchr(error->message, '\n'))
        reports_add_detail(reader->reports, node->span, error->message,
                           "the palette '%s' has faults", node->text);
    else
        reports_add(reader->reports, node->span, "%s", error->message);
    return NULL;
}

static void report_unknown(Reader *reader, const DocumentNode *node,
                           const GPtrArray *own)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    Nearest nearest;

    for (unsigned i = 0; own && i < own->len; i++)
        g_ptr_array_add(all, ((Palette *)g_ptr_array_index(own, i))->name);
    for (const char *const *name = palette_names(); *name; name++)
        g_ptr_array_add(all, (void *)*name);
    nearest_init(&nearest, node->text);
    for (unsigned i = 0; i < all->len; i++)
        nearest_offer(&nearest, g_ptr_array_index(all, i));
    g_ptr_array_add(all, NULL);
    if (nearest.best) {
        reports_add(reader->reports, node->span,
                    "unknown palette '%s' (did you mean '%s'?)", node->text,
                    nearest.best);
    } else {
        g_autofree char *known = g_strjoinv(", ", (char **)all->pdata);
        reports_add(reader->reports, node->span, "unknown palette '%s' (known are %s)",
                    node->text, known);
    }
}

Palette *node_palette(Reader *reader, const Field *field, const DocumentNode *node,
                      const Theme *theme, PaletteKind kind_of_list)
{
    const GPtrArray *own = theme ? theme->palettes : NULL;
    Palette *palette;

    if (node->kind == DOCUMENT_LIST)
        return node_palette_whole(reader, field, node, "", kind_of_list);
    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return NULL;
    for (unsigned i = 0; own && i < own->len; i++) {
        const Palette *each = g_ptr_array_index(own, i);
        if (strcmp(each->name, node->text) == 0)
            return palette_ref(each);
    }
    palette = palette_known(node->text);
    if (palette)
        return palette;
    if (is_path(node->text))
        return load_beside(reader, node);
    report_unknown(reader, node, own);
    return NULL;
}

/* A qualitative palette gives curves their colours in turn, others those of families
 * and heat maps. */
void read_figure_palette(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target)
{
    Theme *theme = ((Figure *)target)->theme;
    g_autoptr(Palette) palette = NULL;

    if (!theme) /* which is at fault itself */
        return;
    palette = node_palette(reader, field, node, theme, PALETTE_QUALITATIVE);
    if (palette)
        theme_use_palette(theme, palette);
}

void read_family_palette(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target)
{
    CurveSpec *curve = target;
    Palette *palette =
        node_palette(reader, field, node, reader->figure->theme, PALETTE_SEQUENTIAL);

    if (!palette)
        return;
    palette_unref(curve->palette);
    curve->palette = palette;
}

const FigureKey *palette_keys(unsigned *count)
{
    static GOnce once = G_ONCE_INIT;

    return fields_vocabulary(&palette_fields, &once, count);
}
