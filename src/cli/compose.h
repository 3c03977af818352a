/* compose.h - a figure file made from a command line's options.
 *
 * `plot` writes the figure file that its options stand for and hands it to the reader
 * of figure files: one vocabulary, one set of checks, and `--format yaml` shows the
 * file to carry on with.
 */
#ifndef ACTPLOT_CLI_COMPOSE_H
#define ACTPLOT_CLI_COMPOSE_H

#include "base/warning.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

/* How an option's value is written into the file. */
typedef enum {
    FORM_TEXT,   /* as it is, in quotes */
    FORM_LIST,   /* a list, at its commas: a size */
    FORM_EITHER, /* a list when it has a comma, else a text */
    FORM_RANGE,  /* `LOW:HIGH` as a list of two numbers */
    FORM_MAP,    /* `{key: value, ...}` as it is, else a text */
} Form;

/* Where the key stands. */
typedef enum {
    PLACE_FIGURE,
    PLACE_OUTPUT,
    PLACE_X,
    PLACE_Y,
    PLACE_CURVE,
    PLACE_FAMILY
} Place;

/* An option that is a key of figure files. */
typedef struct {
    const char *option; /* as written: `--legend` */
    const char *key;    /* `legend` */
    Place place;
    Form form;
    const char *value; /* NULL: not given */
} Setting;

/* What a command line asks for. All texts are borrowed. */
typedef struct {
    const char *const *formulas; /* ended by NULL; at least one, or an experiment */
    const Setting *settings;
    unsigned setting_count;
    const char *const *labels; /* of the curves in turn; NULL or ended by NULL */
    const char *colors; /* of the curves in turn: `blue,#a00`; NULL: the theme's */
    const char *vary;   /* `alpha=0,0.1,1`; NULL: no families */
    bool derivative;    /* a second panel with the slopes */
    const char *const *overrides; /* of --set, over all this; NULL or ended by NULL */
} Request;

/* The text of a figure file that stands for itself: with the functions that the options
 * name. folder is where it will be, from where it names other files; NULL: here. The
 * caller's. */
char *compose_text(const Request *request, const char *folder, GError **error);

/* The figure. Faults are named by the options that made them. */
Figure *compose_figure(const Request *request, Warnings *warnings, GError **error);

#endif
