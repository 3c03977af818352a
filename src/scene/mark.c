/* mark.c - points that a panel points out. */
#include "scene/mark.h"

#include "base/number.h"
#include "scene/curve.h"
#include "scene/label.h"
#include "scene/landmark.h"
#include "scene/template.h"

#include <math.h>
#include <string.h>

enum {
    POINTS_MAX = 200, /* of one mark and curve */
    MARKS_MAX = 2000, /* of a panel, */
    LABELS_MAX = 60,  /* and how many of them have labels */
    DIGITS = 4,       /* of numbers in labels */
};

/* Beside the radius of a dot. */
static const double SIZE_PT = 1.6;

/* Marks nearer than this are at one place (pixels). */
static const double SAME_PLACE = 0.5;

void mark_add_range(const PanelBuild *build, const Scale *x, ScaleKind kind,
                    Range *range)
{
    for (guint i = 0; i < build->spec->marks->len; i++) {
        const MarkSpec *spec = &g_array_index(build->spec->marks, MarkSpec, i);
        if (spec->kind == MARK_POINT && spec->x >= x->low && spec->x <= x->high)
            range_add(range, spec->y, kind);
    }
}

/* Whether the mark speaks of the curve that is item number of the file's. */
static bool is_of(const MarkSpec *spec, const Curve *curve, int number)
{
    int wanted;
    if (!spec->of)
        return true;
    if (number_parse_int(spec->of, 1, G_MAXINT, &wanted))
        return wanted == number;
    return g_strcmp0(spec->of, curve->spec->plot) == 0 ||
           g_strcmp0(spec->of, curve->spec->label) == 0 ||
           strcmp(spec->of, curve->series->label.plain) == 0;
}

/* Place of the curve's item in the file, from 1. */
static int item_number(const PanelBuild *build, const Curve *curve)
{
    guint index = 0;
    g_ptr_array_find(build->spec->curves, curve->spec, &index);
    return (int)index + 1;
}

/* The point of given data at x, on the line between its neighbours. */
static bool point_between(const GArray *points, double x, Point *found)
{
    for (guint i = 0; i + 1 < points->len; i++) {
        Point a = g_array_index(points, Point, i);
        Point b = g_array_index(points, Point, i + 1);
        if (!isfinite(a.y + b.y) || fmin(a.x, b.x) > x || fmax(a.x, b.x) < x)
            continue; /* a gap, or elsewhere */
        double share = a.x == b.x ? 0 : (x - a.x) / (b.x - a.x);
        *found = (Point){x, a.y + share * (b.y - a.y)};
        return true;
    }
    return false;
}

/* The lowest or highest of given points. */
static bool extreme_point(const GArray *points, bool lowest, Point *found)
{
    double most = -INFINITY;
    for (guint i = 0; i < points->len; i++) {
        Point point = g_array_index(points, Point, i);
        double height = lowest ? -point.y : point.y;
        if (!(height > most))
            continue;
        most = height;
        *found = point;
    }
    return isfinite(most);
}

/* What a curve without a formula has of it. */
static GArray *points_of_data(const MarkSpec *spec, const Curve *curve)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Point));
    const GArray *points = curve->data      ? curve->data->points
                           : curve->is_bars ? NULL
                                            : curve->points;
    bool lowest = spec->kind == MARK_MINIMUM;
    Point point;
    bool has = false;
    if (points && spec->kind == MARK_X)
        has = point_between(points, spec->x, &point);
    else if (points && (lowest || spec->kind == MARK_MAXIMUM))
        has = extreme_point(points, lowest, &point);
    if (has)
        g_array_append_val(found, point);
    return found;
}

static GArray *points_on(const PanelBuild *build, const MarkSpec *spec,
                         const Curve *curve, Warnings *warnings)
{
    const Scale *x = &build->frame.x;
    if (!curve->formula)
        return points_of_data(spec, curve);
    GArray *found =
        landmark_find(curve->formula, spec->kind, x->low, x->high, warnings);
    if (spec->kind == MARK_X) {
        double results[2];
        tape_evaluate_at(curve->tape, spec->x, results);
        Point point = {spec->x, results[0]};
        g_array_append_val(found, point);
    }
    return found;
}

static bool is_inside(const Frame *frame, Point at)
{
    double x = scale_map(&frame->x, at.x), y = scale_map(&frame->y, at.y);
    return x >= -1e-9 && x <= 1 + 1e-9 && y >= -1e-9 && y <= 1 + 1e-9;
}

static SceneText label_of(const MarkSpec *spec, Point at)
{
    const TemplateValue values[] = {{"x", at.x}, {"y", at.y}, {NULL, 0}};
    if (!spec->label)
        return label_new(NULL);
    g_autofree char *text = template_fill(spec->label, values, DIGITS, NULL);
    return label_new(text);
}

/* Whether a mark that is there already says the same at the same place: curves that
 * meet in a zero have one label. */
static bool is_said(const PanelBuild *build, const SceneMark *mark)
{
    Point place = frame_map(panel_frame(build, mark->on_y2), mark->at);
    for (guint i = 0; i < build->panel->marks->len; i++) {
        const SceneMark *other = &g_array_index(build->panel->marks, SceneMark, i);
        Point at = frame_map(panel_frame(build, other->on_y2), other->at);
        if (hypot(at.x - place.x, at.y - place.y) < SAME_PLACE &&
            strcmp(other->label.plain, mark->label.plain) == 0)
            return true;
    }
    return false;
}

static guint labelled_marks(const PanelBuild *build)
{
    guint count = 0;
    for (guint i = 0; i < build->panel->marks->len; i++)
        count +=
            g_array_index(build->panel->marks, SceneMark, i).label.plain[0] != '\0';
    return count;
}

static void add_mark(PanelBuild *build, const MarkSpec *spec, const SceneSeries *series,
                     Point at)
{
    const Theme *theme = build->figure->theme;
    SceneMark mark = {
        .at = at,
        .marker = spec->marker,
        .filled = true,
        .color = spec->has_color ? spec->color
                 : series        ? series->color
                                 : theme->text,
        .size_pt =
            isnan(spec->size_pt) ? 2 * theme->dot_radius_pt + SIZE_PT : spec->size_pt,
        .label = label_of(spec, at),
        .on_y2 = series && series->on_y2,
    };
    if (labelled_marks(build) >= LABELS_MAX || is_said(build, &mark)) {
        label_release(&mark.label);
        mark.label = label_new(NULL);
    }
    g_array_append_val(build->panel->marks, mark);
}

/* Returns how many marks there are of the curve. */
static guint add_on_curve(PanelBuild *build, const MarkSpec *spec, const Curve *curve,
                          Warnings *warnings)
{
    g_autoptr(GArray) points = points_on(build, spec, curve, warnings);
    guint count = 0;
    if (points->len > POINTS_MAX) {
        warnings_add(warnings, "'%s' has more than %d such points to mark",
                     curve->series->label.plain, POINTS_MAX);
        g_array_set_size(points, POINTS_MAX);
    }
    for (guint i = 0; i < points->len; i++) {
        Point at = g_array_index(points, Point, i);
        if (!is_inside(panel_frame(build, curve->series->on_y2), at))
            continue;
        if (build->panel->marks->len >= MARKS_MAX) {
            warnings_add(warnings, "the panel has more than %d points to mark",
                         MARKS_MAX);
            break;
        }
        add_mark(build, spec, curve->series, at);
        count++;
    }
    return count;
}

static const char *kind_name(MarkKind kind)
{
    static const char *const names[] = {
        [MARK_X] = "value there",   [MARK_POINT] = "point",
        [MARK_MINIMUM] = "minimum", [MARK_MAXIMUM] = "maximum",
        [MARK_MINIMA] = "minimum",  [MARK_MAXIMA] = "maximum",
        [MARK_ZEROS] = "zero",      [MARK_INFLECTIONS] = "inflection",
        [MARK_SWITCHES] = "switch", [MARK_FIXED_POINTS] = "fixed point",
    };
    return names[kind];
}

static bool is_of_points(MarkKind kind)
{
    return kind == MARK_X || kind == MARK_MINIMUM || kind == MARK_MAXIMUM;
}

static bool add_on_curves(PanelBuild *build, const MarkSpec *spec, Warnings *warnings,
                          GError **error)
{
    guint asked = 0, found = 0, given = 0;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (!is_of(spec, curve, item_number(build, curve)))
            continue;
        asked++;
        given += !curve->formula;
        found += add_on_curve(build, spec, curve, warnings);
    }
    if (asked == 0) {
        g_autofree char *message =
            g_strdup_printf("no curve of the panel has the label or formula '%s'",
                            spec->of ? spec->of : "");
        curve_set_error(error, build->figure, spec->of ? spec->of : "", spec->of_place,
                        (Span){0, spec->of ? strlen(spec->of) : 0}, message);
        return false;
    }
    if (found == 0)
        warnings_add(warnings, "there is no %s%s%s within the frame to mark%s",
                     kind_name(spec->kind), spec->of ? " of " : "",
                     spec->of ? spec->of : "",
                     given > 0 && !is_of_points(spec->kind)
                         ? "; of given points only minimum, maximum and values at an x "
                           "are found"
                         : "");
    return true;
}

static void warn_of_labels(const PanelBuild *build, Warnings *warnings)
{
    if (labelled_marks(build) >= LABELS_MAX)
        warnings_add(warnings, "only the first %d marks of the panel have labels",
                     LABELS_MAX);
}

bool mark_add_all(PanelBuild *build, Warnings *warnings, GError **error)
{
    for (guint i = 0; i < build->spec->marks->len; i++) {
        const MarkSpec *spec = &g_array_index(build->spec->marks, MarkSpec, i);
        Point at = {spec->x, spec->y};
        if (spec->kind != MARK_POINT) {
            if (!add_on_curves(build, spec, warnings, error))
                return false;
        } else if (is_inside(&build->frame, at)) {
            add_mark(build, spec, NULL, at);
        } else {
            warnings_add(warnings, "a mark is outside the frame");
        }
    }
    warn_of_labels(build, warnings);
    return true;
}
