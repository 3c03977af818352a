/* theme_fields.c - the keys of theme files. */
#include "spec/field.h"
#include "spec/theme.h"

static FieldReader read_theme_size, read_base, read_colors, read_dashes, read_palettes;
static FieldReader read_palette, read_diverging;

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
     .key = "palettes",
     .values = "{name: [colour, ...] | {kind, colors, help}, ...}",
     .help = "palettes of the theme's own, for its figures to name",
     .read = read_palettes},
    {.where = IN_THEME,
     .key = "palette",
     .values = "name | FILE.yaml | [colour, ...]",
     .help = "colours of families (`vary`) and heat maps",
     .read = read_palette},
    {.where = IN_THEME,
     .key = "diverging",
     .values = "name | FILE.yaml | [colour, ...]",
     .help = "colours of heat maps about a centre",
     .read = read_diverging},
};

const FieldTable theme_fields = {fields, G_N_ELEMENTS(fields)};

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

static void free_palette(void *palette)
{
    palette_unref(palette);
}

static void *copy_palette(const void *palette, void *unused)
{
    (void)unused;
    return palette_ref(palette);
}

/* Several may come from a theme and from those that it is built on. */
static void read_palettes(Reader *reader, const Field *field, const DocumentNode *node,
                          void *target)
{
    Theme *theme = target;
    GPtrArray *all = g_ptr_array_new_with_free_func(free_palette);

    if (theme->palettes)
        g_ptr_array_extend(all, theme->palettes, copy_palette, NULL);
    g_clear_pointer(&theme->palettes, g_ptr_array_unref);
    theme->palettes = all;
    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    for (unsigned i = 0; i + 1 < node->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(node->items, i);
        Palette *palette =
            node_palette_whole(reader, field, g_ptr_array_index(node->items, i + 1),
                               key->text, PALETTE_SEQUENTIAL);
        if (palette)
            g_ptr_array_insert(all, 0, palette); /* before the base's of that name */
    }
}

static void take_palette(Reader *reader, const Field *field, const DocumentNode *node,
                         const Theme *theme, PaletteKind kind, Palette **place)
{
    Palette *palette = node_palette(reader, field, node, theme, kind);

    if (!palette)
        return;
    palette_unref(*place);
    *place = palette;
}

static void read_palette(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target)
{
    Theme *theme = target;

    take_palette(reader, field, node, theme, PALETTE_SEQUENTIAL, &theme->palette);
}

static void read_diverging(Reader *reader, const Field *field, const DocumentNode *node,
                           void *target)
{
    Theme *theme = target;

    take_palette(reader, field, node, theme, PALETTE_DIVERGING, &theme->diverging);
}

const FigureKey *theme_keys(unsigned *count)
{
    static GOnce once = G_ONCE_INIT;

    return fields_vocabulary(&theme_fields, &once, count);
}
