/* json_parts.h - what the files of the json backend share. */
#ifndef ACTPLOT_BACKEND_JSON_PARTS_H
#define ACTPLOT_BACKEND_JSON_PARTS_H

#include "backend/estimate.h"
#include "backend/json_writer.h"
#include "layout/drawing.h"

#define JSON_PIXELS (96.0 / 72) /* CSS pixels in a point */

typedef struct {
    JsonWriter json;
    const Scene *scene;
    const SceneAxis *y; /* the panel's axis at hand, perhaps its second one: */
    bool on_y2;
    const Drawing *drawing; /* where things stand */
    Rect *frames;           /* of the panels, points on the page, y down */
    bool incomplete;        /* a heat map within an inset is not shown */
} VegaLite;

/* What one panel is: its size, title and layers, written into an open object. */
void json_write_panel(VegaLite *vega, guint index);

/* Layers: reference lines; texts at places of the data and of the page. */
void json_write_lines(VegaLite *vega, const ScenePanel *panel);
void json_write_labels(VegaLite *vega, const ScenePanel *panel, const Rect *frame);

/* Layers (json_field.c): cells in colours with a colour bar, and contour lines. */
void json_write_field(VegaLite *vega, const ScenePanel *panel, const Rect *frame);

/* Layers (json_inset.c): the panel's insets. False: heat maps in them are missing. */
bool json_write_insets(VegaLite *vega, guint index);

/* Layers (json_area.c): regions, bands and bars, below the curves; markers of data and
 * marks, above them. */
void json_write_areas(VegaLite *vega, const ScenePanel *panel);
void json_write_points(VegaLite *vega, const ScenePanel *panel);

/* Bits of the panel's axes (json_axis.c); those of all layers become one. A position is
 * `"x": {"field": "x", ...}`: one layer has it with the axis, ticks and all. */
void json_write_scale_type(JsonWriter *json, const Scale *scale); /* without range */
void json_write_scale(VegaLite *vega, const Scale *scale);
void json_write_ticks(VegaLite *vega, const SceneAxis *axis, bool major);
void json_write_axis_title(VegaLite *vega, const SceneAxis *axis);
void json_write_position(VegaLite *vega, const char *channel, const SceneAxis *axis,
                         bool with_axis);

/* The panel's curves by name: each is another's, whatever their labels are. */
typedef struct {
    char **names, **labels; /* ended by NULL */
    bool same;              /* all names are what the legend shows */
} JsonNames;

typedef enum { JSON_COLOR, JSON_DASH, JSON_WIDTH } JsonChannel;

JsonNames json_names_new(const Scene *scene, const ScenePanel *panel);
void json_names_release(JsonNames *names);
/* The curves' colours, dashes or widths by name (json_legend.c), with the legend that
 * stands beside a frame; NULL: another layer has it. */
void json_write_channel(VegaLite *vega, const ScenePanel *panel, const JsonNames *names,
                        JsonChannel of, const Rect *legend_frame);
/* The width that all curves have, in points; NAN: there are several. */
double json_curve_width(const ScenePanel *panel);

/* A mark's `strokeDash`, if there are dashes. */
void json_write_dash(JsonWriter *json, const Dash *dash);

/* Markup as plain Unicode, `x²` for `x<sup>2</sup>`; the caller's. */
char *json_text(const SceneText *text);

/* The same of a tick's or a line's text; the caller's. */
char *json_label(const char *given);

#endif
