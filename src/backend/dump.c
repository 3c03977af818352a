/* dump.c - Drawing and Scene as text, for tests and for the curious. */
#include "backend/backend.h"

#include <string.h>

static bool write_dump(const Drawing *drawing, const BackendOptions *options,
                       GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    (void)error;
    g_autofree char *text = drawing_dump(drawing);
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
    return true;
}

const Backend backend_dump = {
    .name = "dump",
    .help = "the page as text: each stroke and word with its place in points",
    .shows = "everything",
    .binary = false,
    .write_drawing = write_dump,
};

static bool write_scene(const Scene *scene, const BackendOptions *options,
                        GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    (void)error;
    g_autofree char *text = scene_dump(scene);
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
    return true;
}

const Backend backend_scene = {
    .name = "scene",
    .help = "what there is to show as text: scales, ticks, each curve's points",
    .shows = "everything",
    .binary = false,
    .write_scene = write_scene,
};
