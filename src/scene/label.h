/* label.h - texts of a figure in every notation that formats need. */
#ifndef ACTPLOT_SCENE_LABEL_H
#define ACTPLOT_SCENE_LABEL_H

#include "formula/formula.h"
#include "scene/scene.h"

/* From a user's text: Pango markup (sub, sup, i, b ...), in which `&` and `<` may stand
 * for themselves, with formulas between dollar signs (formula/markup.h); what is not
 * well-formed is taken as it stands. NULL: the empty text. */
SceneText label_new(const char *given);

/* The same for an axis, which has room: fractions are set large, as TeX does in
 * formulas on a line of their own. */
SceneText label_new_axis(const char *given);

/* From a formula as written, with the parameters that bindings set. */
SceneText label_new_formula(const char *text, const Scope *scope,
                            const Binding *bindings);

SceneText label_copy(const SceneText *label);
void label_release(SceneText *label);

/* Whether a text says more than its letters: markup, or a formula. */
bool label_has_markup(const char *given);

/* A short text that the scene keeps as it was written (of a tick, of a line) in one
 * notation; the caller's. */
char *label_in(const char *given, Notation notation);

/* Estimated width in em: CJK one, others a little over half. */
double label_width_em(const char *plain);

/* About how much higher than a line of words its formulas make it, in em. */
double label_extra_em(const SceneText *label);

#endif
