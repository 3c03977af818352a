/* known.h - what formulas of the catalogue alone come to, kept for figures to come.
 *
 * A report draws the same functions again and again. What is kept follows from a
 * formula's text (and a range), so it makes no difference who asks first, nor in which
 * thread.
 */
#ifndef ACTPLOT_SCENE_KNOWN_H
#define ACTPLOT_SCENE_KNOWN_H

#include "scene/scene.h"

typedef struct Known Known;

/* What is known of formula, one that names of the scope mean; NULL where these are not
 * the catalogue's alone. A reference of the caller's. */
Known *known_get(const Formula *formula, const Definitions *definitions);
void known_unref(Known *known);

/* Value and slope. The known one's. */
const Tape *known_tape(const Known *known);

/* The formula's label; the caller's. */
SceneText known_label(Known *known);

/* As switches_find(formula, low, high, warnings), of the formula that is known. */
GArray *known_switches(Known *known, const Formula *formula, double low, double high,
                       Warnings *warnings);

/* Frees all, for leak checkers; no other thread may be left. */
void known_forget(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Known, known_unref)

#endif
