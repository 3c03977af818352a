/* experiment.h - an experiment: what activations do to signals, gradients and learning.
 *
 * Each experiment is one const record in a file of its own, and a row of experiments[]
 * in experiment.c. Its parameters are records too: figure files, the manual and
 * `actplot list experiments` read them. Running one needs no file, prints nothing, and
 * gives the same bits for the same setup on any machine and any number of threads,
 * alone excepted `cost`, which measures the machine, and the last bits of the theory of
 * `output_distribution`, which are the C library's.
 */
#ifndef ACTPLOT_NETWORK_EXPERIMENT_H
#define ACTPLOT_NETWORK_EXPERIMENT_H

#include "base/color.h"
#include "base/geometry.h"
#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
    PARAMETER_NUMBER,
    PARAMETER_WHOLE,
    PARAMETER_WORD,
    PARAMETER_NUMBERS,   /* a list, as long as the record says */
    PARAMETER_SPAN,      /* [low, high], low < high */
    PARAMETER_FUNCTIONS, /* a list of formulas of x */
} ExperimentParameterKind;

/* What an experiment can be told. An array of these ends with a NULL key. */
typedef struct {
    const char *key; /* `learning_rate` */
    ExperimentParameterKind kind;
    double minimum, maximum;  /* of each number; of words and functions unused */
    unsigned least, most;     /* items of a list */
    const char *const *words; /* ended by NULL; their index is the value */
    const char *preset;       /* the default, as a figure file would have it: `0.1`,
                                 `he`, `[1, 2]`, `[relu, tanh]` */
    const char *help;         /* one line with its unit; no default, no full stop */
} ExperimentParameter;

/* A function that takes part. */
typedef struct {
    char *text;         /* as written */
    char *label;        /* as a legend shows it, markup (markup.h) */
    const Scope *scope; /* in which text was read; outlives the run */
    Formula *formula;   /* of x */
    Span place;         /* of text in the figure's source */
    bool has_color;     /* the figure says in which colour it is shown */
    Color color;
} ExperimentFunction;

/* The value of one parameter: the member of its kind. */
typedef struct {
    double number;        /* of NUMBER, WHOLE, WORD (the index) */
    GArray *numbers;      /* of double: of NUMBERS, SPAN; else NULL */
    GPtrArray *functions; /* of ExperimentFunction *; else NULL */
} ExperimentValue;

typedef struct Experiment Experiment;

/* An experiment with all that it is told. */
typedef struct {
    const Experiment *experiment;
    ExperimentValue *values; /* one a parameter, in the record's order */
} ExperimentSetup;

typedef enum {
    RESULT_LINE,
    RESULT_POINTS,
    RESULT_STEPS, /* a value holds up to the next x */
    RESULT_BARS,  /* y at the places 0, 1, ... named by ExperimentResult.names */
    RESULT_BINS,  /* a histogram: y holds from its x to the next one's; the last y is
                     unused */
} ExperimentShape;

/* What was found, as one line of a legend. */
typedef struct {
    ExperimentShape shape;
    char *label;        /* markup (markup.h); NULL: not in the legend */
    GArray *points;     /* of Point; NAN as y: a gap */
    GArray *low, *high; /* of Point, over the same x: a band about them; NULL: none */
    int color;          /* series of one number are of one colour, from 0 on; where
                           functions differ in colour it is their place in the list */
    bool is_theory;     /* computed, not measured: drawn dashed */
    bool is_fine;       /* many strokes: drawn thin, behind the others */
    bool is_guide;      /* to compare with, as a diagonal: thin, of no curve's colour */
} ExperimentSeries;

/* Values over a grid, samples in the middle of evenly spaced cells. */
typedef struct {
    int columns, rows;
    double left, right, bottom, top; /* outer edges of the outer cells */
    double *values; /* row by row from the bottom, each from left to right; NAN: none */
    bool is_log;    /* best shown on a log scale */
    bool is_smooth; /* samples of a surface: colours are mixed between them */
    double center;  /* of values that diverge from it; NAN: none */
    char *label;    /* of the values, markup */
} ExperimentGrid;

/* The texts are markup (markup.h); NULL: none. What is here is a proposal: a figure's
 * own axes, titles and scales come first. */
typedef struct {
    GPtrArray *series; /* of ExperimentSeries *, at least one unless there is a grid */
    ExperimentGrid *grid; /* NULL: none */
    GPtrArray *names;     /* of char *, for RESULT_BARS; else NULL */
    char *title, *subtitle, *x_label, *y_label;
    bool x_is_log, y_is_log;
    bool x_is_whole; /* x counts layers, steps, epochs */
    int references;  /* the thread-safe count of owners */
} ExperimentResult;

/* A kind of experiment. run() fills in a result (experiment_result_new()'s) or sets
 * error, whose message has no place, and *fault (preset to NULL) to the function at
 * fault, if one is. */
struct Experiment {
    const char *key;   /* `gradient_norm` */
    const char *label; /* `Gradient norm by depth` */
    const char *help; /* one sentence without full stop: what it measures or computes */
    const char *source; /* key into BIBLIOGRAPHY.md; NULL: none */
    const ExperimentParameter *parameters;
    bool (*run)(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error);
};

/* All, in the order of the manual; ends with NULL. */
extern const Experiment *const experiments[];

/* By key; `-` stands for `_`. NULL: unknown. */
const Experiment *experiment_find(const char *key);

/* The value of a parameter of that key, which the experiment has. */
const ExperimentValue *experiment_value(const ExperimentSetup *setup, const char *key);
double experiment_number(const ExperimentSetup *setup, const char *key);
int experiment_whole(const ExperimentSetup *setup, const char *key); /* words too */

/* An empty setup, without values; the functions' fields are the caller's to fill. */
ExperimentSetup *experiment_setup_new(const Experiment *experiment);
void experiment_setup_free(ExperimentSetup *setup);
void experiment_function_free(ExperimentFunction *function);

/* Runs it; a setup equal to one of the last few is not run again. NULL: error is set,
 * and *fault as run() says. The caller's, to be given back by _unref(). Safe from many
 * threads. */
ExperimentResult *experiment_run(const ExperimentSetup *setup,
                                 const ExperimentFunction **fault, GError **error);
void experiment_result_unref(ExperimentResult *result);

/* Gives back what experiment_run() keeps. */
void experiment_forget(void);

/* For run(): a series at the end of result, whose label (NULL: none) is copied. */
ExperimentSeries *experiment_add_series(ExperimentResult *result, ExperimentShape shape,
                                        int color, const char *label);
void experiment_add_point(ExperimentSeries *series, double x, double y);

/* The same with a band; all points of a series, or none. */
void experiment_add_banded(ExperimentSeries *series, double x, double low, double y,
                           double high);

/* An empty grid as result's, all NAN. */
ExperimentGrid *experiment_add_grid(ExperimentResult *result, int columns, int rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ExperimentSetup, experiment_setup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ExperimentResult, experiment_result_unref)

#endif
