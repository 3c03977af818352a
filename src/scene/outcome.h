/* outcome.h - what a panel's experiment gives, as things that panels show.
 *
 * The panel is built from a copy of what the figure says of it, in which the result
 * stands as given curves, histograms and a heat map, and its proposals as titles and
 * axes where the figure leaves them open.
 */
#ifndef ACTPLOT_SCENE_OUTCOME_H
#define ACTPLOT_SCENE_OUTCOME_H

#include "network/experiment.h"
#include "spec/figure.h"

#include <glib.h>

typedef struct {
    PanelSpec *spec;          /* the copy; what it has of the figure's is borrowed */
    ExperimentResult *result; /* NULL: the figure is only checked */
    GPtrArray *curves;        /* of CurveSpec *: the copy's own */
    GPtrArray *histograms;    /* of HistogramSpec *: the same */
    HeatmapSpec *heatmap;     /* the same; NULL: none */
    PanelSpec *empty;         /* for parts that are left out of the copy */
    const char *title, *subtitle; /* of a figure of this panel alone; NULL: none */
} Outcome;

/* Runs the panel's experiment. NULL: error has the fault's place in the figure. */
Outcome *outcome_new(const Figure *figure, const PanelSpec *spec, GError **error);
void outcome_free(Outcome *outcome);

/* Warns of lines by layer, step or epoch that have no value somewhere, once each: one
 * that ends halfway would look as if nothing more had been asked for. curves: of Curve,
 * the panel's. */
void outcome_warn_of_gaps(const Outcome *outcome, const GPtrArray *curves,
                          Warnings *warnings);

#endif
