/* theme.c - theme files: their keys, what they build on, where they are. */
#include "spec/theme.h"

#include "base/nearest.h"
#include "spec/assets.h"
#include "spec/field.h"

#include <string.h>

enum { BASES_MAX = 8 };

static FieldReader read_theme_size, read_base, read_colors, read_dashes, read_palette;

static const Word align_words[] = {
    {"left", ALIGN_LEFT},
    {"center", ALIGN_CENTER},
    {NULL, 0},
};
static const Word grid_words[] = {
    {"none", GRID_NONE}, {"x", GRID_X}, {"y", GRID_Y}, {"both", GRID_BOTH}, {NULL, 0},
};
static const Word frame_words[] = {
    {"box", FRAME_BOX},
    {"open", FRAME_OPEN},
    {"none", FRAME_NONE},
    {NULL, 0},
};
static const Word tick_words[] = {
    {"out", TICKS_OUT},
    {"in", TICKS_IN},
    {"none", TICKS_NONE},
    {NULL, 0},
};

#define MEMBER(name) .offset = offsetof(Theme, name)

static const Field fields[] = {
    {.where = IN_THEME,
     .key = "base",
     .values = "a theme's name or file",
     .help = "the theme that this one changes (default: default)",
     .read = read_base},
    {.where = IN_THEME,
     .key = "help",
     .values = "text",
     .help = "one line about the theme, for `actplot list themes`",
     .read = read_text,
     MEMBER(help)},
    {.where = IN_THEME,
     .key = "font",
     .values = "family, family, ...",
     .help = "font families; the first one that has a character draws it",
     .read = read_text,
     MEMBER(font_family)},
    {.where = IN_THEME,
     .key = "dpi",
     .values = "10 .. 2400",
     .help = "pixels an inch",
     .read = read_number,
     MEMBER(dpi),
     .minimum = 10,
     .maximum = 2400},
    {.where = IN_THEME,
     .key = "size",
     .values = "[width, height]",
     .help = "page of a figure of one panel",
     .read = read_theme_size},
    {.where = IN_THEME,
     .key = "title_size",
     .values = "length",
     .help = "font size of titles",
     .read = read_length,
     MEMBER(title_size_pt),
     .minimum = 1,
     .maximum = 500},
    {.where = IN_THEME,
     .key = "subtitle_size",
     .values = "length",
     .help = "font size of subtitles",
     .read = read_length,
     MEMBER(subtitle_size_pt),
     .minimum = 1,
     .maximum = 500},
    {.where = IN_THEME,
     .key = "label_size",
     .values = "length",
     .help = "font size of axis labels",
     .read = read_length,
     MEMBER(label_size_pt),
     .minimum = 1,
     .maximum = 500},
    {.where = IN_THEME,
     .key = "tick_size",
     .values = "length",
     .help = "font size of the numbers at ticks and of notes",
     .read = read_length,
     MEMBER(tick_size_pt),
     .minimum = 1,
     .maximum = 500},
    {.where = IN_THEME,
     .key = "legend_size",
     .values = "length",
     .help = "font size of the legend",
     .read = read_length,
     MEMBER(legend_size_pt),
     .minimum = 1,
     .maximum = 500},
    {.where = IN_THEME,
     .key = "title_bold",
     .values = "true | false",
     .help = "whether titles are bold",
     .read = read_flag,
     MEMBER(title_bold)},
    {.where = IN_THEME,
     .key = "title_align",
     .help = "where titles stand over the panel",
     .read = read_word,
     MEMBER(title_align),
     .words = align_words},
    {.where = IN_THEME,
     .key = "background",
     .values = "colour",
     .help = "the page",
     .read = read_color,
     MEMBER(background)},
    {.where = IN_THEME,
     .key = "panel",
     .values = "colour",
     .help = "the inside of a frame",
     .read = read_color,
     MEMBER(panel)},
    {.where = IN_THEME,
     .key = "text",
     .values = "colour",
     .help = "titles, labels, notes",
     .read = read_color,
     MEMBER(text)},
    {.where = IN_THEME,
     .key = "muted_text",
     .values = "colour",
     .help = "subtitles and the numbers at ticks",
     .read = read_color,
     MEMBER(muted_text)},
    {.where = IN_THEME,
     .key = "axis",
     .values = "colour",
     .help = "frames and ticks, and reference lines by default",
     .read = read_color,
     MEMBER(axis)},
    {.where = IN_THEME,
     .key = "grid",
     .values = "colour",
     .help = "grid lines",
     .read = read_color,
     MEMBER(grid)},
    {.where = IN_THEME,
     .key = "axis_width",
     .values = "length",
     .help = "width of frames and ticks",
     .read = read_length,
     MEMBER(axis_width_pt),
     .maximum = 100},
    {.where = IN_THEME,
     .key = "grid_width",
     .values = "length",
     .help = "width of grid lines",
     .read = read_length,
     MEMBER(grid_width_pt),
     .maximum = 100},
    {.where = IN_THEME,
     .key = "line_width",
     .values = "length",
     .help = "width of curves",
     .read = read_length,
     MEMBER(line_width_pt),
     .maximum = 100},
    {.where = IN_THEME,
     .key = "tick_length",
     .values = "length",
     .help = "length of tick marks",
     .read = read_length,
     MEMBER(tick_length_pt),
     .maximum = 100},
    {.where = IN_THEME,
     .key = "grid_dash",
     .values = "dash",
     .help = "pattern of grid lines",
     .read = read_dash,
     MEMBER(grid_dash)},
    {.where = IN_THEME,
     .key = "grid_lines",
     .help = "which ticks have grid lines",
     .read = read_word,
     MEMBER(grid_lines),
     .words = grid_words},
    {.where = IN_THEME,
     .key = "frame",
     .help = "box: all four sides; open: left and bottom",
     .read = read_word,
     MEMBER(frame),
     .words = frame_words},
    {.where = IN_THEME,
     .key = "ticks",
     .help = "the side of the frame where tick marks stand",
     .read = read_word,
     MEMBER(ticks),
     .words = tick_words},
    {.where = IN_THEME,
     .key = "x_margin",
     .values = "0 .. 1",
     .help = "room left and right of the data, as a share of its extent",
     .read = read_number,
     MEMBER(x_margin),
     .maximum = 1},
    {.where = IN_THEME,
     .key = "y_margin",
     .values = "0 .. 1",
     .help = "room below and above the data, as a share of its extent",
     .read = read_number,
     MEMBER(y_margin),
     .maximum = 1},
    {.where = IN_THEME,
     .key = "legend_background",
     .values = "colour",
     .help = "the inside of the legend's box",
     .read = read_color,
     MEMBER(legend_background)},
    {.where = IN_THEME,
     .key = "legend_border",
     .values = "colour",
     .help = "the outline of the legend's box",
     .read = read_color,
     MEMBER(legend_border)},
    {.where = IN_THEME,
     .key = "dot_radius",
     .values = "length",
     .help = "radius of the dots at jumps",
     .read = read_length,
     MEMBER(dot_radius_pt),
     .maximum = 100},
    {.where = IN_THEME,
     .key = "padding",
     .values = "length",
     .help = "room between the page's edge and what is drawn",
     .read = read_length,
     MEMBER(padding_pt),
     .maximum = 1000},
    {.where = IN_THEME,
     .key = "panel_gap",
     .values = "length",
     .help = "room between panels",
     .read = read_length,
     MEMBER(panel_gap_pt),
     .maximum = 1000},
    {.where = IN_THEME,
     .key = "colors",
     .values = "[colour, ...]",
     .help = "of curves, in turn; up to 16",
     .read = read_colors},
    {.where = IN_THEME,
     .key = "dashes",
     .values = "[dash, ...]",
     .help = "of curves, in turn once the colours are used up; up to 8",
     .read = read_dashes},
    {.where = IN_THEME,
     .key = "dash_each",
     .values = "true | false",
     .help =
         "whether dashes change with each curve, not only once the colours are used up",
     .read = read_flag,
     MEMBER(dash_each)},
    {.where = IN_THEME,
     .key = "palette",
     .values = "a palette's name",
     .help = "colours of a family (`vary`)",
     .read = read_palette},
};

static const FieldTable table = {fields, G_N_ELEMENTS(fields)};

/* The files that are being read, each the base of the one before. */
typedef struct {
    char *paths[BASES_MAX];
    int count;
} Chain;

static bool read_file(Theme *theme, const char *path, Chain *chain, GError **error);

static void read_base(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    (void)target; /* load_base() has read it, ahead of all other keys */
    node_is(reader, field, node, DOCUMENT_TEXT);
}

static void read_theme_size(Reader *reader, const Field *field,
                            const DocumentNode *node, void *target)
{
    Theme *theme = target;

    reader->dpi = theme->dpi;
    if (!node_is_list(reader, field, node, 2, 2))
        return;
    node_side(reader, field, g_ptr_array_index(node->items, 0), &theme->width_pt);
    node_side(reader, field, g_ptr_array_index(node->items, 1), &theme->height_pt);
}

static void read_colors(Reader *reader, const Field *field, const DocumentNode *node,
                        void *target)
{
    Theme *theme = target;

    if (!node_is_list(reader, field, node, 1, THEME_COLORS_MAX))
        return;
    theme->color_count = (int)node->items->len;
    for (unsigned i = 0; i < node->items->len; i++)
        node_color(reader, field, g_ptr_array_index(node->items, i), &theme->colors[i]);
}

static void read_dashes(Reader *reader, const Field *field, const DocumentNode *node,
                        void *target)
{
    Theme *theme = target;

    if (!node_is_list(reader, field, node, 1, THEME_DASHES_MAX))
        return;
    theme->dash_count = (int)node->items->len;
    for (unsigned i = 0; i < node->items->len; i++)
        node_dash(reader, field, g_ptr_array_index(node->items, i), &theme->dashes[i]);
}

static void read_palette(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target)
{
    Theme *theme = target;
    char *palette = node_palette(reader, field, node);

    if (!palette)
        return;
    g_free(theme->palette);
    theme->palette = palette;
}

static bool is_path(const char *name)
{
    return strchr(name, '/') || g_str_has_suffix(name, ".yaml") ||
           g_str_has_suffix(name, ".yml");
}

static void set_unknown(const char *name, GError **error)
{
    g_auto(GStrv) known = theme_list();
    g_autofree char *all = g_strjoinv(", ", known);
    Nearest nearest;

    nearest_init(&nearest, name);
    for (char **each = known; *each; each++)
        nearest_offer(&nearest, *each);
    if (nearest.best)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown theme '%s' (did you mean '%s'?)", name, nearest.best);
    else if (!*known)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "unknown theme '%s' (the program's themes were not found)", name);
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown theme '%s' (known are %s)", name, all);
}

char *theme_path(const char *name, const char *folder, GError **error)
{
    g_autofree char *asset = NULL;
    char *path;

    if (is_path(name) && (g_path_is_absolute(name) || !folder || !strcmp(folder, ".")))
        return g_strdup(name);
    if (is_path(name))
        return g_build_filename(folder, name, NULL);
    asset = g_strdup_printf("themes/%s.yaml", name);
    path = asset_path(asset);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    g_free(path);
    set_unknown(name, error);
    return NULL;
}

static bool enter(Chain *chain, const char *path, GError **error)
{
    char *full = g_canonicalize_filename(path, NULL);

    for (int i = 0; i < chain->count; i++)
        if (strcmp(chain->paths[i], full) == 0) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                        "the theme '%s' is built on itself", path);
            g_free(full);
            return false;
        }
    if (chain->count == BASES_MAX) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "the theme '%s' is built on too many others", path);
        g_free(full);
        return false;
    }
    chain->paths[chain->count++] = full;
    return true;
}

/* True for the program's own default theme, on which all others are built. */
static bool is_root(const char *path)
{
    g_autofree char *root = asset_path("themes/default.yaml");
    g_autofree char *full_root = g_canonicalize_filename(root, NULL);
    g_autofree char *full = g_canonicalize_filename(path, NULL);

    return strcmp(full, full_root) == 0;
}

static void load_base(Reader *reader, const DocumentNode *root, Chain *chain,
                      Theme *theme)
{
    const DocumentNode *node = document_get(root, "base");
    bool named = node && node->kind == DOCUMENT_TEXT && node->text[0] != '\0';
    const char *name = named ? node->text : "default";
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;

    path = theme_path(name, reader->folder, &error);
    if (path && read_file(theme, path, chain, &error))
        return;
    if (strchr(error->message, '\n'))
        reports_add_detail(reader->reports, named ? node->span : root->span,
                           error->message, "the base theme '%s' has faults", name);
    else
        reports_add(reader->reports, named ? node->span : root->span, "%s",
                    error->message);
}

/* The root theme has to say everything. */
static void check_complete(Reader *reader, const DocumentNode *root)
{
    for (size_t i = 0; i < table.count; i++)
        if (strcmp(fields[i].key, "base") != 0 && !document_get(root, fields[i].key))
            reports_add(reader->reports, root->span, "the key '%s' is missing",
                        fields[i].key);
}

static void read_root(Reader *reader, const DocumentNode *root, Chain *chain,
                      Theme *theme)
{
    if (root->kind != DOCUMENT_MAP) {
        reports_add(reader->reports, root->span, "a theme must be a map, not %s",
                    document_kind_name(root->kind));
        return;
    }
    if (is_root(chain->paths[chain->count - 1]))
        check_complete(reader, root);
    else
        load_base(reader, root, chain, theme);
    reader->dpi = theme->dpi > 0 ? theme->dpi : 100;
    fields_read(reader, table, IN_THEME, root, theme);
}

/* Reads a file and what it is built on into theme. */
static bool read_file(Theme *theme, const char *path, Chain *chain, GError **error)
{
    g_autofree char *text = NULL;
    size_t length;
    Reports reports;
    Reader reader;
    DocumentNode *root;
    bool good;

    if (!enter(chain, path, error))
        return false;
    text = document_load(path, &length, error);
    if (!text)
        return false;
    reports_init(&reports, path, text);
    reader = (Reader){.reports = &reports, .source = text};
    reader.folder = g_path_get_dirname(path);
    root = document_parse(text, length, &reports);
    if (root)
        read_root(&reader, root, chain, theme);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    document_node_free(root);
    g_free(reader.folder);
    reports_release(&reports);
    return good;
}

Theme *theme_load(const char *name, GError **error)
{
    const char *wanted = name ? name : "default";
    g_autofree char *path = theme_path(wanted, NULL, error);
    Chain chain = {.count = 0};
    Theme *theme;
    bool good;

    if (!path)
        return NULL;
    theme = g_new0(Theme, 1);
    good = read_file(theme, path, &chain, error);
    for (int i = 0; i < chain.count; i++)
        g_free(chain.paths[i]);
    if (!good) {
        theme_free(theme);
        return NULL;
    }
    theme->name = g_path_get_basename(path);
    if (strrchr(theme->name, '.'))
        *strrchr(theme->name, '.') = '\0';
    return theme;
}

void theme_free(Theme *theme)
{
    if (!theme)
        return;
    g_free(theme->name);
    g_free(theme->help);
    g_free(theme->font_family);
    g_free(theme->palette);
    g_free(theme);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **theme_list(void)
{
    g_autofree char *first = asset_path("themes/default.yaml");
    g_autofree char *folder = g_path_get_dirname(first);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new();
    const char *name;

    while (dir && (name = g_dir_read_name(dir)))
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".yaml")));
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

typedef struct {
    FigureKey *keys;
    unsigned count;
} Vocabulary;

static void *describe(void *unused)
{
    Vocabulary *vocabulary = g_new0(Vocabulary, 1);

    (void)unused;
    vocabulary->keys = fields_describe(table, &vocabulary->count);
    return vocabulary;
}

const FigureKey *theme_keys(unsigned *count)
{
    static GOnce once = G_ONCE_INIT;
    const Vocabulary *vocabulary = g_once(&once, describe, NULL);

    *count = vocabulary->count;
    return vocabulary->keys;
}
