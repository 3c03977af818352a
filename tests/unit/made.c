/* made.c - a figure file's text as a figure and its scene, for tests. */
#include "made.h"

#include "activation/activation.h"

#include <glib.h>
#include <string.h>

Made made_new(const char *text)
{
    g_autoptr(GError) error = NULL;
    Made made = {NULL, NULL};

    made.figure =
        figure_parse(text, strlen(text), "f.yaml", &activation_scope, NULL, &error);
    g_assert_no_error(error);
    made.scene = scene_new(made.figure, NULL, &error);
    g_assert_no_error(error);
    return made;
}

void made_release(Made *made)
{
    scene_free(made->scene);
    figure_free(made->figure);
}
