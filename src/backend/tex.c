/* tex.c - the Scene as a picture for pgfplots 1.18.
 *
 * The file is a LaTeX document with a page of the figure's size; within a document it
 * is the picture alone, which \input brings in, in that document's font. What needs
 * texts measured is left to pgfplots, frames stand where ours would.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/tex_parts.h"

#include <math.h>
#include <string.h>

#define BOLD_SHARE 0.9     /* of a line's room: TeX's bold letters are wide */
#define CAPITAL_HALF 0.36  /* of a capital, of its size */
#define BASELINE_DROP 0.26 /* from a line's middle, of its size */

static void append_comment(GString *out, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text), "\r\n", ' ');
    g_string_append_printf(out, "%% %s\n", line);
}

/* LuaLaTeX takes letters that its font lacks from these. */
static const char fallback[] =
    "\\ifdefined\\directlua\n"
    "\\usepackage{fontspec}\n"
    "\\directlua{luaotfload.add_fallback(\"actplot\",\n"
    "  {\"NotoSansCJKsc-Regular:mode=harf;\", \"DejaVuSans:mode=harf;\"})}\n"
    "\\setmainfont{Latin Modern Roman}[RawFeature={fallback=actplot}]\n"
    "\\fi\n";

/* Only LuaLaTeX sets words from right to left by itself. */
static const char right_to_left[] =
    "\\ifdefined\\directlua\n"
    "\\providecommand{\\actplotrtl}[1]{{\\textdirection 1 \\ifdefined\\fontspec "
    "\\fontspec{DejaVu Sans}[Renderer=HarfBuzz, Script=Arabic]\\fi #1}}\n"
    "\\providecommand{\\actplotltr}[1]{{\\textdirection 0 #1}}\n"
    "\\else\n"
    "\\providecommand{\\actplotrtl}[1]{#1}\n"
    "\\providecommand{\\actplotltr}[1]{#1}\n"
    "\\fi\n";

/* Within a document's body LaTeX has no error for missing \begin{document} left. */
static void write_preamble(GString *out, const Tex *tex)
{
    const Scene *scene = tex->scene;
    bool needs_blackboard = strstr(tex->out->str, "\\mathbb") != NULL;

    append_comment(out, scene->name);
    g_string_append(
        out,
        "% drawn by " PACKAGE_NAME " " PACKAGE_VERSION " for pgfplots 1.18\n"
        "% This is a document by itself. \\input{} of it gives the picture, in your "
        "document's font;\n"
        "% that document loads pgfplots and amsmath.\n"
        "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
        "\\def\\actplotend{}\n"
        "\\else\n"
        "\\documentclass{article}\n");
    tex_append_number(out, "\\usepackage[paperwidth=", scene->width_pt);
    tex_append_number(out, "bp, paperheight=", scene->height_pt);
    g_string_append(out, "bp, margin=0bp]{geometry}\n"
                         "\\usepackage[T1]{fontenc}\n"
                         "\\usepackage{lmodern}\n"
                         "\\usepackage{amsmath}\n"
                         "\\usepackage{pgfplots}\n"
                         "\\pgfplotsset{compat=1.18}\n");
    if (needs_blackboard)
        g_string_append(out, "\\usepackage{amssymb}\n");
    if (tex->unknown != 0)
        g_string_append(out, fallback);
    g_string_append(out, "\\pagestyle{empty}\n"
                         "\\setlength{\\parindent}{0pt}\n"
                         "\\setlength{\\topskip}{0pt}\n"
                         "\\hfuzz=1pt \\vfuzz=1pt\n"
                         "\\def\\actplotend{\\end{document}}\n"
                         "\\begin{document}\n"
                         "\\fi\n");
    if (needs_blackboard) /* a document without amssymb has bold letters */
        g_string_append(out, "\\providecommand{\\mathbb}{\\mathbf}\n");
    if (tex->right_to_left)
        g_string_append(out, right_to_left);
}

static void define_colors(GString *out, const Theme *theme)
{
    Color inside = color_mix(theme->background, theme->panel, theme->panel.alpha);
    /* Its opacity would be the samples' too. */
    Color border = color_mix(inside, theme->legend_border, theme->legend_border.alpha);
    const struct {
        const char *name;
        Color color;
    } colors[] = {
        {"appage", theme->background},  {"appanel", theme->panel},
        {"apinside", inside},           {"aptext", theme->text},
        {"apmuted", theme->muted_text}, {"apaxis", theme->axis},
        {"apgrid", theme->grid},        {"aplegend", theme->legend_background},
        {"apborder", border},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(colors); i++)
        tex_define_color(out, colors[i].name, colors[i].color);
}

static void write_titles(Tex *tex, const EstimatedTitle *titles, int count)
{
    GString *out = tex->out;
    for (int i = 0; i < count; i++) {
        const EstimatedTitle *title = &titles[i];
        bool muted = color_equal(title->color, tex->scene->theme->muted_text);
        g_autofree char *broken =
            estimate_broken(title->text, title->size_pt,
                            (title->bold ? BOLD_SHARE : 1) * title->room_pt);
        /* Of several lines the last would stand on the baseline. */
        bool several = broken || strchr(title->text->plain, '\n');
        double baseline =
            title->place.y + (several ? -CAPITAL_HALF : BASELINE_DROP) * title->size_pt;
        g_string_append_printf(out,
                               "\\node[anchor=%s%s, align=%s, inner sep=0bp, font=",
                               several ? "north" : "base",
                               title->centred     ? ""
                               : title->leftwards ? " east"
                                                  : " west",
                               title->centred     ? "center"
                               : title->leftwards ? "right"
                                                  : "left");
        tex_append_font(out, title->size_pt, title->bold);
        tex_append_paint(out, "text", muted ? "apmuted" : "aptext", title->color);
        tex_append_number(out, "] at (", title->place.x);
        tex_append_number(out, ",", tex->scene->height_pt - baseline);
        g_string_append(out, ") {");
        if (broken)
            tex_append_plain(tex, broken);
        else
            tex_append_text(tex, title->text);
        g_string_append(out, "};\n");
    }
}

static void write_picture(Tex *tex)
{
    const Scene *scene = tex->scene;
    GString *out = tex->out;
    EstimatedTitle titles[2];
    g_string_append(out, "\\begin{tikzpicture}[x=1bp, y=1bp]\n"
                         "\\pgfplotsset{compat=1.18}\n");
    define_colors(out, scene->theme);
    bool filled = scene->theme->background.alpha > 0;
    g_string_append(out, "\\path[use as bounding box");
    if (filled)
        tex_append_paint(out, "fill", "appage", scene->theme->background);
    tex_append_number(out, "] (0,0) rectangle (", scene->width_pt);
    tex_append_number(out, ",", scene->height_pt);
    g_string_append(out, ");\n");
    write_titles(tex, titles, estimate_page_titles(scene, tex->frames, titles));
    const GArray *insets = drawing_insets(tex->drawing);
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        tex_write_panel(tex, panel, &tex->frames[i]);
        for (guint k = 0; k < insets->len; k++)
            if (g_array_index(insets, DrawingInset, k).panel == panel)
                tex_write_inset(tex, &g_array_index(insets, DrawingInset, k));
        write_titles(tex, titles,
                     estimate_panel_titles(scene, panel, &tex->frames[i], titles));
        tex_write_labels(tex, panel);
    }
    tex_write_labels(tex, NULL);
    g_string_append(out, "\\end{tikzpicture}%\n\\actplotend\n");
}

static void warn_of_letter(const Tex *tex, Warnings *warnings)
{
    char letter[7] = {0};
    g_unichar_to_utf8(tex->unknown, letter);
    warnings_add(warnings,
                 "'%s' has letters that pdflatex's fonts lack ('%s'): compile its tex "
                 "with lualatex, or load ctex or CJKutf8 in the document around it",
                 tex->scene->name, letter);
}

static bool write_tex(const Drawing *drawing, const Scene *scene,
                      const BackendOptions *options, GByteArray *out,
                      Warnings *warnings, GError **error)
{
    (void)error;
    g_autofree Rect *frames = g_new0(Rect, scene->panels->len);
    g_autoptr(GString) picture = g_string_sized_new(16 * 1024);
    g_autoptr(GString) preamble = g_string_new(NULL);
    g_autofree char *stem =
        backend_stem(options->output_name ? options->output_name : scene->name, "tex");
    Scene sized = *scene; /* of the height that layout found */
    sized.height_pt = drawing_height(drawing);
    scene = &sized;
    Tex tex = {.out = picture,
               .scene = scene,
               .drawing = drawing,
               .text_scale = 1,
               .options = options,
               .stem = stem,
               .frames = frames};
    for (guint i = 0; i < scene->panels->len; i++)
        drawing_frame(drawing, g_ptr_array_index(scene->panels, i), &frames[i]);
    write_picture(&tex);
    write_preamble(preamble, &tex);
    if (tex.unknown != 0)
        warn_of_letter(&tex, warnings);
    g_byte_array_append(out, (const guint8 *)preamble->str, (guint)preamble->len);
    g_byte_array_append(out, (const guint8 *)picture->str, (guint)picture->len);
    return true;
}

const Backend backend_tex = {
    .name = "tex",
    .help = "pgfplots picture for LaTeX: a document by itself, or to \\input",
    .shows = "everything, in the document's font; texts stand about where they do in "
             "other formats",
    .binary = false,
    .write_page = write_tex,
};
