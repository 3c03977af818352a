/* picture.c - a figure on its way to bytes. */
#include "cli/picture.h"

#include "base/error.h"
#include "base/number.h"
#include "cli/drawing_options.h"
#include "cli/output.h"
#include "layout/drawing.h"
#include "layout/layout.h"
#include "layout/text.h"
#include "scene/scene.h"

#include <string.h>

struct Picture {
    TextContext *text;
    const Figure *figure;
    Warnings *warnings;
    Scene *scene;
    Drawing *drawing; /* NULL until needed */
    Picture *dark;    /* NULL: nobody asks for one */
};

Picture *picture_new(const Figure *figure, TextContext *text, Warnings *warnings,
                     GError **error)
{
    Scene *scene = scene_new(figure, warnings, error);
    Picture *picture;

    if (scene == NULL)
        return NULL;
    picture = g_new0(Picture, 1);
    picture->text = text;
    picture->warnings = warnings;
    picture->figure = figure;
    picture->scene = scene;
    return picture;
}

void picture_free(Picture *picture)
{
    if (picture == NULL)
        return;
    picture_free(picture->dark);
    drawing_free(picture->drawing);
    scene_free(picture->scene);
    g_free(picture);
}

const Drawing *picture_drawing(Picture *picture)
{
    if (picture->drawing == NULL) {
        text_context_use(picture->text, picture->scene->theme->font_family,
                         picture->warnings);
        picture->drawing =
            layout_scene(picture->scene, picture->text, picture->warnings);
    }
    return picture->drawing;
}

char **picture_dark_settings(Picture *picture, const char *const *settings)
{
    GPtrArray *all = g_ptr_array_new();
    const Drawing *drawing = picture_drawing(picture);
    char width[NUMBER_SIZE], height[NUMBER_SIZE];

    for (; settings != NULL && *settings != NULL; settings++)
        g_ptr_array_add(all, g_strdup(*settings));
    g_ptr_array_add(all,
                    g_strconcat("theme=", drawing_options_dark(picture->figure), NULL));
    g_ptr_array_add(all,
                    g_strdup_printf("size=[%s pt, %s pt]",
                                    number_format(drawing_width(drawing), width),
                                    number_format(drawing_height(drawing), height)));
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}

void picture_take_dark(Picture *picture, Picture *dark)
{
    picture->dark = dark;
}

/* The figure in one format; the page is laid out when a format first needs it. What the
 * format cannot show goes to limits. The bytes are the caller's. */
static GByteArray *picture_bytes(Picture *picture, const Backend *backend,
                                 const BackendOptions *given, Warnings *limits,
                                 GError **error)
{
    GByteArray *out = g_byte_array_new();
    BackendOptions settings = *given;
    const BackendOptions *options = &settings;
    bool written;

    if (picture->dark != NULL)
        settings.dark = picture_drawing(picture->dark);
    if (backend->write_scene != NULL)
        written = backend->write_scene(picture->scene, options, out, limits, error);
    else if (backend->write_page != NULL)
        written = backend->write_page(picture_drawing(picture), picture->scene, options,
                                      out, limits, error);
    else
        written = backend->write_drawing(picture_drawing(picture), options, out, limits,
                                         error);
    unshown_warn(picture->scene, backend->unshown, backend->name, limits);
    if (written)
        return out;
    g_byte_array_unref(out);
    return NULL;
}

bool picture_save(Picture *picture, const Backend *backend,
                  const BackendOptions *options, const char *path, Warnings *limits,
                  GError **error)
{
    bool to_file = strcmp(path, "-") != 0;
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(backend_file_free);
    BackendOptions settings = *options;
    g_autoptr(GByteArray) bytes = NULL;

    drawing_options_complete(&settings, picture->figure, backend);
    if (to_file) {
        settings.output_name = base;
        settings.files = settings.data_files ? files : NULL;
    }
    bytes = picture_bytes(picture, backend, &settings, limits, error);
    for (unsigned i = 0; bytes != NULL && i < files->len; i++) {
        const BackendFile *file = g_ptr_array_index(files, i);
        g_autofree char *beside = g_build_filename(folder, file->name, NULL);

        if (!output_write(beside, file->text->str, file->text->len, error))
            return false;
    }
    return bytes != NULL && output_write(path, bytes->data, bytes->len, error);
}

/* `png, svg or pdf`: the formats' names for messages; the caller's. */
static char *format_names(void)
{
    GString *names = g_string_new(NULL);

    for (const Backend *const *backend = backends; *backend != NULL; backend++) {
        if (names->len > 0)
            g_string_append(names, backend[1] != NULL ? ", " : " or ");
        g_string_append(names, (*backend)->name);
    }
    return g_string_free(names, FALSE);
}

const Backend *picture_format(const char *name, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    const Backend *backend = backend_find(lower);
    g_autofree char *names = NULL;

    if (backend != NULL)
        return backend;
    names = format_names();
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "there is no format '%s', only %s", name, names);
    return NULL;
}

const Backend *picture_format_of_file(const char *path, GError **error)
{
    g_autofree char *base = g_path_get_basename(path);
    const char *point = strrchr(base, '.');
    /* `.data.json` is another format than `.json`. */
    const char *longer = point ? g_strrstr_len(base, point - base, ".") : NULL;
    g_autofree char *two = longer ? g_ascii_strdown(longer + 1, -1) : g_strdup("");
    g_autofree char *ending =
        point != NULL ? g_ascii_strdown(point + 1, -1) : g_strdup("");
    const Backend *backend = backend_find(two);
    g_autofree char *names = NULL;

    if (backend == NULL)
        backend = backend_find(ending);
    if (backend != NULL)
        return backend;
    names = format_names();
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "the ending of '%s' names no format (%s): say it with --format", path,
                names);
    return NULL;
}
