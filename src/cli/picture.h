/* picture.h - a figure on its way to bytes: computed once, written in any formats. */
#ifndef ACTPLOT_CLI_PICTURE_H
#define ACTPLOT_CLI_PICTURE_H

#include "backend/backend.h"
#include "base/warning.h"
#include "layout/text.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

typedef struct Picture Picture;

/* Computes what there is to show. text may serve one picture after another; NULL: no
 * format that lays out a page will be asked for. All must outlive the picture. */
Picture *picture_new(const Figure *figure, TextContext *text, Warnings *warnings,
                     GError **error);
void picture_free(Picture *picture);

/* The page, laid out when it is first asked for; the picture's. */
const Drawing *picture_drawing(Picture *picture);

/* The settings (--set) that the same figure has in the theme of --dark, on a page of
 * the same size: these (NULL: none) and two more. The caller's, ended by NULL. */
char **picture_dark_settings(Picture *picture, const char *const *settings);

/* The same figure in a dark theme, which the picture owns from now on. */
void picture_take_dark(Picture *picture, Picture *dark);

/* The same, written to path (`-`: standard output), together with what stands beside it
 * where options ask for that. */
bool picture_save(Picture *picture, const Backend *backend,
                  const BackendOptions *options, const char *path, Warnings *limits,
                  GError **error);

/* The format of that name, in capitals or not; error says which there are. */
const Backend *picture_format(const char *name, GError **error);

/* By the ending of a file's name; error says what may be done. */
const Backend *picture_format_of_file(const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

#endif
