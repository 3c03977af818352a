/* term_chafa.c - libchafa, loaded by hand: no other command has to wait for it. */
#include "config.h"

#include "backend/term_chafa.h"

#include "base/error.h"

#include <string.h>

#ifdef HAVE_CHAFA

#include <chafa.h>
#include <dlfcn.h>

/* The functions that are called, each of the type that chafa.h declares. */
/* clang-format off */
#define CHAFA(row) \
    row(chafa_term_db_get_default) \
    row(chafa_term_db_detect) \
    row(chafa_term_info_have_seq) \
    row(chafa_term_info_unref) \
    row(chafa_canvas_config_new) \
    row(chafa_canvas_config_unref) \
    row(chafa_canvas_config_set_geometry) \
    row(chafa_canvas_config_set_pixel_mode) \
    row(chafa_canvas_config_set_canvas_mode) \
    row(chafa_canvas_config_set_cell_geometry) \
    row(chafa_canvas_config_set_symbol_map) \
    row(chafa_symbol_map_new) \
    row(chafa_symbol_map_add_by_tags) \
    row(chafa_symbol_map_unref) \
    row(chafa_canvas_new) \
    row(chafa_canvas_unref) \
    row(chafa_canvas_draw_all_pixels) \
    row(chafa_canvas_print)
/* clang-format on */

#define MEMBER(name) __typeof__(name) *name;
typedef struct {
    CHAFA(MEMBER)
} Library;

#define LOAD(name) {#name, G_STRUCT_OFFSET(Library, name)},

static void *load(void *unused)
{
    static Library library;
    static const struct {
        const char *name;
        size_t offset;
    } functions[] = {CHAFA(LOAD)};
    void *handle = dlopen("libchafa.so.0", RTLD_NOW | RTLD_LOCAL);

    (void)unused;
    if (!handle)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        void *function = dlsym(handle, functions[i].name);
        if (!function)
            return NULL;
        memcpy((char *)&library + functions[i].offset, &function, sizeof function);
    }
    return &library;
}

static const Library *library_get(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, load, NULL);
}

const char *term_chafa_detect(void)
{
    const Library *chafa = library_get();
    if (!chafa)
        return NULL;
    g_auto(GStrv) environment = g_get_environ();
    ChafaTermInfo *info =
        chafa->chafa_term_db_detect(chafa->chafa_term_db_get_default(), environment);
    const char *way = NULL;
    if (chafa->chafa_term_info_have_seq(info,
                                        CHAFA_TERM_SEQ_BEGIN_KITTY_IMMEDIATE_IMAGE_V1))
        way = "kitty";
    else if (chafa->chafa_term_info_have_seq(info, CHAFA_TERM_SEQ_BEGIN_SIXELS))
        way = "sixel";
    chafa->chafa_term_info_unref(info);
    return way;
}

/* A terminal that has the sequences of that way, whatever the environment tells. */
static ChafaTermInfo *info_new(const Library *chafa, const char *way)
{
    const char *name = strcmp(way, "kitty") == 0   ? "TERM=xterm-kitty"
                       : strcmp(way, "sixel") == 0 ? "TERM=mlterm"
                                                   : "TERM=xterm-256color";
    char *environment[] = {(char *)name, (char *)"COLORTERM=truecolor", NULL};
    return chafa->chafa_term_db_detect(chafa->chafa_term_db_get_default(), environment);
}

bool term_chafa_print(const uint32_t *pixels, int width, int height, const char *way,
                      int columns, int rows, GString *out, GError **error)
{
    const Library *chafa = library_get();
    if (!chafa) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot load libchafa, which draws '%s' in terminals (package "
                    "libchafa0; --terminal braille needs none)",
                    way);
        return false;
    }
    ChafaPixelMode mode = strcmp(way, "kitty") == 0   ? CHAFA_PIXEL_MODE_KITTY
                          : strcmp(way, "sixel") == 0 ? CHAFA_PIXEL_MODE_SIXELS
                                                      : CHAFA_PIXEL_MODE_SYMBOLS;
    ChafaCanvasConfig *config = chafa->chafa_canvas_config_new();
    ChafaSymbolMap *symbols = chafa->chafa_symbol_map_new();
    chafa->chafa_symbol_map_add_by_tags(
        symbols, CHAFA_SYMBOL_TAG_BLOCK | CHAFA_SYMBOL_TAG_BORDER |
                     CHAFA_SYMBOL_TAG_SPACE | CHAFA_SYMBOL_TAG_QUAD);
    chafa->chafa_canvas_config_set_symbol_map(config, symbols);
    chafa->chafa_canvas_config_set_geometry(config, columns, rows);
    chafa->chafa_canvas_config_set_cell_geometry(config, width / columns,
                                                 height / rows);
    chafa->chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR);
    chafa->chafa_canvas_config_set_pixel_mode(config, mode);
    ChafaCanvas *canvas = chafa->chafa_canvas_new(config);
    ChafaTermInfo *info = info_new(chafa, way);
    chafa->chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_BGRA8_PREMULTIPLIED,
                                        (const guint8 *)pixels, width, height,
                                        width * (int)sizeof *pixels);
    GString *text = chafa->chafa_canvas_print(canvas, info);
    g_string_append_len(out, text->str, (gssize)text->len);
    g_string_append_c(out, '\n');
    g_string_free(text, TRUE);
    chafa->chafa_term_info_unref(info);
    chafa->chafa_canvas_unref(canvas);
    chafa->chafa_symbol_map_unref(symbols);
    chafa->chafa_canvas_config_unref(config);
    return true;
}

#else

const char *term_chafa_detect(void)
{
    return NULL;
}

bool term_chafa_print(const uint32_t *pixels, int width, int height, const char *way,
                      int columns, int rows, GString *out, GError **error)
{
    (void)pixels, (void)width, (void)height, (void)columns, (void)rows, (void)out;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "this program was built without libchafa, which draws '%s' in "
                "terminals (--terminal braille needs none)",
                way);
    return false;
}

#endif
