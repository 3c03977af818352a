/* html.c - one page that needs nothing else: the Drawing as SVG, and the Scene's
 * formulas as JavaScript, so that the page can go on computing.
 */
#include "backend/backend.h"
#include "backend/html_model.h"
#include "backend/xml.h"
#include "base/error.h"
#include "spec/assets.h"

#include <errno.h>
#include <string.h>

extern const Backend backend_svg;

/* A file of assets/html, the caller's. */
static char *load_asset(const char *name, GError **error)
{
    g_autofree char *asset = g_strconcat("html/", name, NULL);
    g_autofree char *path = asset_path(asset);
    g_autoptr(GError) cause = NULL;
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, &cause))
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot read '%s': %s",
                    path, g_strerror(ENOENT));
    return text;
}

/* What the page's style takes from the theme. */
static void append_colors(GString *out, const Theme *theme)
{
    const struct {
        const char *name;
        Color color;
    } colors[] = {
        {"background",
         color_mix((Color){1, 1, 1, 1}, theme->background, theme->background.alpha)},
        {"text", theme->text},
        {"muted", theme->muted_text},
        {"line", theme->grid},
        {"focus", theme->color_count > 0 ? theme->colors[0] : theme->text},
    };
    char buffer[8];
    g_string_append(out, ":root {");
    for (size_t i = 0; i < G_N_ELEMENTS(colors); i++)
        g_string_append_printf(out, " --%s: %s;", colors[i].name,
                               color_format(colors[i].color, buffer));
    g_string_append(out, " --font: ");
    for (const char *at = theme->font_family ? theme->font_family : ""; *at; at++)
        if (g_ascii_isalnum(*at) || strchr(" ,-", *at) || (unsigned char)*at >= 0x80)
            g_string_append_c(out, *at);
    g_string_append(out, "; }\n");
}

static void append_head(GString *out, const Drawing *drawing, const Scene *scene,
                        const char *style)
{
    const char *title = drawing_title(drawing);
    g_string_append(
        out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    xml_append_escaped(out, *title ? title : drawing_name(drawing));
    g_string_append(out, "</title>\n<style>\n");
    append_colors(out, scene->theme);
    g_string_append(out, style);
    g_string_append(out, "</style>\n</head>\n");
}

static const char help[] =
    "<p class=\"help\">Point at a curve to read it. Drag to move, turn the wheel or "
    "pinch to zoom, double click to go back. Keys: <kbd>&larr;</kbd> <kbd>&rarr;</kbd> "
    "read (<kbd>Shift</kbd>: finely, <kbd>Alt</kbd>: move), <kbd>&uarr;</kbd> "
    "<kbd>&darr;</kbd> move, <kbd>+</kbd> <kbd>&minus;</kbd> zoom, <kbd>0</kbd> back."
    "</p>\n";

static bool write_html(const Drawing *drawing, const Scene *scene,
                       const BackendOptions *options, GByteArray *out,
                       Warnings *warnings, GError **error)
{
    g_autofree char *style = load_asset("figure.css", error);
    g_autofree char *program = style ? load_asset("figure.js", error) : NULL;
    g_autoptr(GString) page = g_string_sized_new(64 * 1024);
    g_autoptr(GByteArray) picture = g_byte_array_new();
    if (!program ||
        !backend_svg.write_drawing(drawing, options, picture, warnings, error))
        return false;
    append_head(page, drawing, scene, style);
    g_string_append(page, "<body>\n<main>\n<figure>\n");
    g_string_append_len(page, (const char *)picture->data, picture->len);
    g_string_append(
        page, "</figure>\n<div class=\"controls\"></div>\n"
              "<div class=\"controls\"></div>\n"
              "<div class=\"status\" role=\"status\" aria-live=\"polite\"></div>\n");
    g_string_append(page, help);
    g_string_append(page, "</main>\n<script>\n");
    html_append_model(page, drawing, scene);
    g_string_append(page, program);
    g_string_append(page, "globalThis.actplot = startFigure(figure, document);\n"
                          "</script>\n</body>\n</html>\n");
    g_byte_array_append(out, (const guint8 *)page->str, (guint)page->len);
    return true;
}

const Backend backend_html = {
    .name = "html",
    .help =
        "one page to explore in a browser: reading, zoom, curves on and off, sliders",
    .shows = "everything; while zoomed, notes and marks are hidden",
    .binary = false,
    .write_page = write_html,
};
