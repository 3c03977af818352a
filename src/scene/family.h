/* family.h - the curves that one formula gives for several values of its parameters. */
#ifndef ACTPLOT_SCENE_FAMILY_H
#define ACTPLOT_SCENE_FAMILY_H

#include "scene/panel.h"
#include "spec/figure.h"

/* One member, its place among the values of both parameters, and what they are; of a
 * family over one parameter second is 0 and second_count 1. */
typedef struct {
    guint first, second;
    guint first_count, second_count;
    double first_value, second_value;
} FamilyMember;

guint family_size(const CurveSpec *spec);
FamilyMember family_member(const CurveSpec *spec, guint index);

/* What the member's formula is given, ended by a NULL name. */
void family_bind(const CurveSpec *spec, const FamilyMember *member,
                 Binding bindings[3]);

/* Its colour (by the first parameter, along the palette), dash or width (by the
 * second), label, and whether the legend names it. series has the style that a single
 * curve would have. */
void family_style(const PanelBuild *build, const CurveSpec *spec,
                  const FamilyMember *member, SceneSeries *series);

/* Whether it has more members than a legend names. */
bool family_is_large(const CurveSpec *spec);

/* The colour at a share 0 .. 1 of the way from its first value to its last; with a
 * colour of its own all curves have that. */
Color family_color(const PanelBuild *build, const CurveSpec *spec, double share);

/* What all its members' labels say, with the first parameter's symbol in place of the
 * values: `Swish (β)`. */
SceneText family_title(const PanelBuild *build, const CurveSpec *spec);

/* Series without curves that name in the legend the values of a family that is too
 * large to name each member: of the first parameter by colours, of the second by dashes
 * or widths. Array of SceneSeries *, the caller's; empty when members are named. */
GPtrArray *family_legend(const PanelBuild *build, const CurveSpec *spec,
                         const SceneSeries *model);

#endif
