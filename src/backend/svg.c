/* svg.c - the Drawing as SVG 1.1: real text, named groups, a title and a description.
 *
 * Ids begin with the figure's name, so that two figures fit in one page.
 */
#include "backend/backend.h"
#include "backend/png_file.h"
#include "backend/svg_attribute.h"
#include "backend/svg_digest.h"
#include "backend/svg_path.h"
#include "backend/svg_text.h"
#include "backend/xml.h"

typedef struct {
    GString *out;
    bool outlines;
    int compression;    /* of images */
    const char *prefix; /* of ids */
    const char *family; /* the document's; NULL before the first text is seen */
    GPtrArray *names;   /* ids of the open groups, innermost last */
    GHashTable *ids;    /* in use */
    GArray *clips;      /* of Rect: the clip paths written so far */
} Svg;

static void append_stroke(GString *out, const Stroke *stroke)
{
    static const char *const caps[] = {
        [CAP_BUTT] = NULL, [CAP_ROUND] = "round", [CAP_SQUARE] = "square"};
    if (!(stroke->width_pt > 0) || stroke->color.alpha <= 0)
        return;
    svg_append_paint(out, "stroke", stroke->color);
    svg_append_length(out, "stroke-width", stroke->width_pt);
    if (caps[stroke->cap]) {
        g_string_append(out, " stroke-linecap=\"");
        g_string_append(out, caps[stroke->cap]);
        g_string_append_c(out, '"');
    }
    if (stroke->cap == CAP_ROUND)
        g_string_append(out, " stroke-linejoin=\"round\"");
    for (int i = 0; i < stroke->dash.count; i++) {
        g_string_append(out, i == 0 ? " stroke-dasharray=\"" : " ");
        svg_append_number(out, stroke->dash.length_pt[i]);
    }
    if (stroke->dash.count > 0)
        g_string_append_c(out, '"');
}

static void append_fill(GString *out, bool filled, Color fill)
{
    if (filled && fill.alpha > 0)
        svg_append_paint(out, "fill", fill);
    else
        g_string_append(out, " fill=\"none\"");
}

static void write_path(void *data, const DrawingPath *drawn)
{
    Svg *svg = data;
    const Point *points = drawn->points;
    SvgPath path;
    g_string_append(svg->out, "<path d=\"");
    svg_path_init(&path, svg->out);
    for (int run = 0; run < drawn->run_count; run++) {
        int count = drawn->runs[run];
        for (int i = 0; i < count; i++)
            if (i == 0)
                svg_path_move(&path, points[i]);
            else
                svg_path_line(&path, points[i]);
        if (drawn->closed)
            svg_path_close(&path);
        points += count;
    }
    g_string_append_c(svg->out, '"');
    append_fill(svg->out, drawn->filled, drawn->fill);
    append_stroke(svg->out, &drawn->stroke);
    g_string_append(svg->out, "/>\n");
}

static void write_circle(void *data, const DrawingCircle *circle)
{
    Svg *svg = data;
    g_string_append(svg->out, "<circle");
    svg_append_length(svg->out, "cx", circle->center.x);
    svg_append_length(svg->out, "cy", circle->center.y);
    svg_append_length(svg->out, "r", circle->radius_pt);
    append_fill(svg->out, circle->filled, circle->fill);
    append_stroke(svg->out, &circle->stroke);
    g_string_append(svg->out, "/>\n");
}

static void write_text(void *data, const DrawingText *text)
{
    Svg *svg = data;
    if (svg->outlines)
        svg_append_outlines(svg->out, text);
    else
        svg_append_text(svg->out, text, svg->family);
}

/* As a PNG within the file; where it is enlarged, browsers mix or do not. */
static void write_image(void *data, const DrawingImage *image)
{
    Svg *svg = data;
    g_autoptr(GByteArray) png = g_byte_array_new();
    if (!png_file_write_image(image, svg->compression, png, NULL))
        return;
    g_autofree char *encoded = g_base64_encode(png->data, png->len);
    g_string_append(svg->out, "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    svg_append_length(svg->out, "x", image->box.x);
    svg_append_length(svg->out, "y", image->box.y);
    svg_append_length(svg->out, "width", image->box.width);
    svg_append_length(svg->out, "height", image->box.height);
    g_string_append_printf(
        svg->out, " preserveAspectRatio=\"none\"%s xlink:href=\"data:image/png;base64,",
        image->smooth
            ? ""
            : " style=\"image-rendering:optimizeSpeed;image-rendering:pixelated\"");
    g_string_append(svg->out, encoded);
    g_string_append(svg->out, "\"/>\n");
}

/* An id of letters, digits, `-` and `_` that no other element has; the table's. */
static const char *make_id(Svg *svg, const char *parent, const char *name)
{
    char *base = g_strconcat(parent, "-", name, NULL);
    for (char *at = base; *at; at++)
        if (!g_ascii_isalnum(*at) && *at != '_')
            *at = '-';
    char *id = base;
    for (int number = 2; g_hash_table_contains(svg->ids, id); number++) {
        if (id != base)
            g_free(id);
        id = g_strdup_printf("%s-%d", base, number);
    }
    if (id != base)
        g_free(base);
    g_hash_table_add(svg->ids, id);
    return id;
}

static void begin_group(void *data, const char *name, const char *title)
{
    Svg *svg = data;
    const char *parent = svg->names->len > 0
                             ? g_ptr_array_index(svg->names, svg->names->len - 1)
                             : svg->prefix;
    const char *id = make_id(svg, parent, name);
    g_ptr_array_add(svg->names, (char *)id);
    g_string_append(svg->out, "<g");
    xml_append_attribute(svg->out, "id", id);
    xml_append_attribute(svg->out, "data-name", name);
    g_string_append(svg->out, ">\n");
    if (title && title[0] != '\0') {
        g_string_append(svg->out, "<title>");
        xml_append_escaped(svg->out, title);
        g_string_append(svg->out, "</title>\n");
    }
}

static void end_group(void *data)
{
    Svg *svg = data;
    g_ptr_array_set_size(svg->names, (int)svg->names->len - 1);
    g_string_append(svg->out, "</g>\n");
}

static bool same_rect(Rect a, Rect b)
{
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

static void begin_clip(void *data, Rect rect)
{
    Svg *svg = data;
    guint index = 0;
    while (index < svg->clips->len &&
           !same_rect(g_array_index(svg->clips, Rect, index), rect))
        index++;
    if (index == svg->clips->len) {
        g_array_append_val(svg->clips, rect);
        g_string_append_printf(svg->out, "<clipPath id=\"%s-clip-%u\"><rect",
                               svg->prefix, index + 1);
        svg_append_length(svg->out, "x", rect.x);
        svg_append_length(svg->out, "y", rect.y);
        svg_append_length(svg->out, "width", rect.width);
        svg_append_length(svg->out, "height", rect.height);
        g_string_append(svg->out, "/></clipPath>\n");
    }
    g_string_append_printf(svg->out, "<g clip-path=\"url(#%s-clip-%u)\">\n",
                           svg->prefix, index + 1);
}

static void end_clip(void *data)
{
    Svg *svg = data;
    g_string_append(svg->out, "</g>\n");
}

static void find_family(void *data, const DrawingText *text)
{
    const char **family = data;
    if (!*family && text->line->run_count > 0)
        *family = text->line->runs[0].family;
}

static void write_head(Svg *svg, const Drawing *drawing)
{
    const char *title = drawing_title(drawing);
    const char *description = drawing_description(drawing);
    GString *out = svg->out;
    if (title[0] == '\0')
        title = drawing_name(drawing);
    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    svg_append_number(out, drawing_width(drawing));
    g_string_append(out, "pt\" height=\"");
    svg_append_number(out, drawing_height(drawing));
    g_string_append(out, "pt\" viewBox=\"0 0 ");
    svg_append_number(out, drawing_width(drawing));
    g_string_append_c(out, ' ');
    svg_append_number(out, drawing_height(drawing));
    g_string_append_printf(out, "\" role=\"img\" aria-labelledby=\"%s-title%s%s%s\"",
                           svg->prefix, description[0] ? " " : "",
                           description[0] ? svg->prefix : "",
                           description[0] ? "-desc" : "");
    if (svg->family && !svg->outlines)
        svg_append_family(out, svg->family);
    g_string_append_printf(out, ">\n<title id=\"%s-title\">", svg->prefix);
    xml_append_escaped(out, title);
    g_string_append(out, "</title>\n");
    if (description[0] != '\0') {
        g_string_append_printf(out, "<desc id=\"%s-desc\">", svg->prefix);
        xml_append_escaped(out, description);
        g_string_append(out, "</desc>\n");
    }
}

static void write_background(Svg *svg, const Drawing *drawing)
{
    Color background = drawing_background(drawing);
    if (background.alpha <= 0)
        return;
    g_string_append(svg->out, "<rect width=\"100%\" height=\"100%\"");
    svg_append_paint(svg->out, "fill", background);
    g_string_append(svg->out, "/>\n");
}

/* Ids begin with a letter, whatever the figure's name, and are this picture's alone. */
static char *make_prefix(const Drawing *drawing)
{
    const char *name = drawing_name(drawing);
    char digest[SVG_DIGEST_SIZE];
    GString *prefix = g_string_new(g_ascii_isalpha(name[0]) ? "" : "figure-");
    for (const char *at = name; *at; at++)
        if (g_ascii_isalnum(*at) || *at == '_' || *at == '-')
            g_string_append_c(prefix, *at);
        else
            g_string_append_printf(prefix, "-%02x", (unsigned char)*at);
    svg_digest(drawing, digest);
    g_string_append_c(prefix, '-');
    g_string_append(prefix, digest);
    return g_string_free(prefix, FALSE);
}

/* Background and items; ids begin with prefix. */
static void write_items(Svg *svg, const Drawing *drawing, const char *prefix)
{
    static const DrawingPainter painter = {
        .path = write_path,
        .circle = write_circle,
        .text = write_text,
        .image = write_image,
        .group_begin = begin_group,
        .group_end = end_group,
        .clip_begin = begin_clip,
        .clip_end = end_clip,
    };
    svg->prefix = prefix;
    g_array_set_size(svg->clips, 0);
    write_background(svg, drawing);
    drawing_paint(drawing, &painter, svg);
}

/* Both pictures; a style shows the one that fits the reader's system. */
static void write_both(Svg *svg, const Drawing *light, const Drawing *dark,
                       const char *prefix)
{
    GString *out = svg->out;
    g_autofree char *dark_prefix = g_strconcat(prefix, "-dark", NULL);
    g_string_append_printf(out,
                           "<style>#%s-in-dark{display:none}"
                           "@media (prefers-color-scheme:dark){"
                           "#%s-in-light{display:none}#%s-in-dark{display:inline}}"
                           "</style>\n<g id=\"%s-in-light\">\n",
                           prefix, prefix, prefix, prefix);
    write_items(svg, light, prefix);
    g_string_append_printf(out, "</g>\n<g id=\"%s-in-dark\">\n", prefix);
    write_items(svg, dark, dark_prefix);
    g_string_append(out, "</g>\n");
}

static bool write_svg(const Drawing *drawing, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)warnings;
    (void)error;
    g_autofree char *prefix = make_prefix(drawing);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GHashTable) ids =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) clips = g_array_new(FALSE, FALSE, sizeof(Rect));
    Svg svg = {
        .out = g_string_sized_new(16 * 1024),
        .outlines = options->outlines,
        .compression = CLAMP(options->compression, 0, 9),
        .prefix = prefix,
        .names = names,
        .ids = ids,
        .clips = clips,
    };
    drawing_paint(drawing, &(DrawingPainter){.text = find_family}, &svg.family);
    write_head(&svg, drawing);
    if (options->dark)
        write_both(&svg, drawing, options->dark, prefix);
    else
        write_items(&svg, drawing, prefix);
    g_string_append(svg.out, "</svg>\n");
    g_byte_array_append(out, (const guint8 *)svg.out->str, (guint)svg.out->len);
    g_string_free(svg.out, TRUE);
    return true;
}

const Backend backend_svg = {
    .name = "svg",
    .help = "vector picture for the web, its text as text (--text outlines: as paths)",
    .shows = "everything",
    .binary = false,
    .write_drawing = write_svg,
};
