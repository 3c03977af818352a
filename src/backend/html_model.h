/* html_model.h - what an interactive page computes with. */
#ifndef ACTPLOT_BACKEND_HTML_MODEL_H
#define ACTPLOT_BACKEND_HTML_MODEL_H

#include "layout/drawing.h"
#include "scene/scene.h"

#include <glib.h>

/* Appends JavaScript that defines `figure`, as assets/html/figure.js describes it: the
 * frames, axes and series, the formulas as functions, and the parameters that they
 * have. Fit for a <script> element. */
void html_append_model(GString *out, const Drawing *drawing, const Scene *scene);

#endif
