/* json_parts.h - what the files of the json backend share. */
#ifndef ACTPLOT_BACKEND_JSON_PARTS_H
#define ACTPLOT_BACKEND_JSON_PARTS_H

#include "backend/estimate.h"
#include "backend/json_writer.h"

#define JSON_PIXELS (96.0 / 72) /* CSS pixels in a point */

typedef struct {
    JsonWriter json;
    const Scene *scene;
    Rect *frames; /* of the panels, points on the page, y down */
} VegaLite;

/* What one panel is: its size, title and layers, written into an open object. */
void json_write_panel(VegaLite *vega, guint index);

/* Layers: reference lines and notes with their labels. */
void json_write_lines(VegaLite *vega, const ScenePanel *panel);
void json_write_captions(VegaLite *vega, const ScenePanel *panel, const Rect *frame);
void json_write_direct(VegaLite *vega, const ScenePanel *panel, const Rect *frame);
void json_write_notes(VegaLite *vega, const ScenePanel *panel, const Rect *frame);

/* `"x": {"datum": 2, ...}` on the panel's axes; these of all layers become one. */
void json_write_datum(VegaLite *vega, const char *channel, const SceneAxis *axis,
                      double value);
void json_write_scale(VegaLite *vega, const Scale *scale);
void json_write_axis_title(VegaLite *vega, const SceneAxis *axis);

/* Markup as plain Unicode, `x²` for `x<sup>2</sup>`; the caller's. */
char *json_text(const SceneText *text);

/* The same of a tick's or a line's text; the caller's. */
char *json_label(const char *given);

#endif
