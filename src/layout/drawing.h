/* drawing.h - a page: where every stroke and word goes, in points.
 *
 * Origin at the top left, y down. A Drawing is a flat list; backends walk it with a
 * DrawingPainter. Numbers are exact positions; nothing is left for a backend to lay
 * out.
 */
#ifndef ACTPLOT_LAYOUT_DRAWING_H
#define ACTPLOT_LAYOUT_DRAWING_H

#include "base/color.h"
#include "base/geometry.h"
#include "layout/text.h"
#include "scene/scene.h"
#include "spec/theme.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef enum { CAP_BUTT, CAP_ROUND, CAP_SQUARE } LineCap;

/* Join is round for curves (CAP_ROUND), mitre otherwise. */
typedef struct {
    Color color;
    double width_pt; /* 0: no stroke */
    Dash dash;
    LineCap cap;
} Stroke;

/* Polylines: runs[k] points each follow one another in points. */
typedef struct {
    const Point *points;
    const int *runs;
    int run_count;
    bool closed;
    bool filled;
    Color fill;
    Stroke stroke;
} DrawingPath;

typedef struct {
    Point center;
    double radius_pt;
    bool filled;
    Color fill;
    Stroke stroke;
} DrawingCircle;

/* A line of text whose baseline begins at origin, turned by angle (degrees, counter
 * clockwise: 90 reads upwards). */
typedef struct {
    const TextLine *line;
    Point origin;
    double angle;
    Color color;
} DrawingText;

enum { IMAGE_CLEAR = 255 }; /* the pixel through which one sees what is below */

/* A grid of colours over a box: row by row from the top, a byte a pixel that tells
 * which of the colours it has. Levels of one scale follow one another, so that what is
 * between two pixels may be mixed from their numbers. */
typedef struct {
    Rect box;
    int columns, rows;
    const uint8_t *pixels;
    uint32_t colors[256]; /* 0xAARRGGBB, not premultiplied; [IMAGE_CLEAR] is clear */
    bool smooth;          /* mixed where it is enlarged; else cells with edges */
} DrawingImage;

typedef struct Drawing Drawing;

/* What a backend does with each item. Groups nest and have names such as `panel-1`,
 * `curves`, `curve-relu`, `legend`; title (may be NULL) says them to a person. What is
 * within `curves` stands where the data is; the rest may be moved to whole pixels. A
 * clip holds until its end. Any member may be NULL. */
typedef struct {
    void (*path)(void *data, const DrawingPath *path);
    void (*circle)(void *data, const DrawingCircle *circle);
    void (*text)(void *data, const DrawingText *text);
    void (*image)(void *data, const DrawingImage *image);
    void (*group_begin)(void *data, const char *name, const char *title);
    void (*group_end)(void *data);
    void (*clip_begin)(void *data, Rect rect);
    void (*clip_end)(void *data);
} DrawingPainter;

void drawing_paint(const Drawing *drawing, const DrawingPainter *painter, void *data);

double drawing_width(const Drawing *drawing); /* points */
double drawing_height(const Drawing *drawing);
double drawing_dpi(const Drawing *drawing);
Color drawing_background(const Drawing *drawing);
const char *drawing_name(const Drawing *drawing);
const char *drawing_title(const Drawing *drawing); /* plain; "" for none */
const char *drawing_description(const Drawing *drawing);

/* What formats that set texts themselves ask: where the data of a panel stands; whether
 * a tick's label is shown. false: it is not on the page. */
bool drawing_frame(const Drawing *drawing, const ScenePanel *panel, Rect *frame);
bool drawing_shows(const Drawing *drawing, const SceneTick *tick);

/* A name in a legend. */
typedef struct {
    const SceneSeries *series;
    Rect sample;    /* of what looks as the curve does, as high as the text */
    Point text;     /* left, in the middle of capitals of its first line */
    double room_pt; /* from there to what follows */
    int lines;
} DrawingEntry;

/* A panel's box of names. */
typedef struct {
    const ScenePanel *panel;
    Rect box;
    bool outside; /* of the frame, without a ground or an edge of its own */
    bool below;   /* the frame: names are read along the rows, else down the columns */
    int rows, columns;
    double size_pt;
    GArray *entries; /* of DrawingEntry */
} DrawingLegend;
/* NULL: the panel has none on the page, though names may stand beside its curves. */
const DrawingLegend *drawing_legend(const Drawing *drawing, const ScenePanel *panel);

/* A text that belongs to a place of the data: a note, the label of a mark, of a region,
 * of a line. */
typedef struct {
    const ScenePanel *panel; /* NULL: a line of the page's caption */
    const SceneText *text;   /* the scene's; NULL: plain */
    const char *plain;
    Rect box;
    double angle;  /* degrees, counter clockwise: 90 reads upwards */
    bool of_field; /* a contour line's */
    double size_pt;
    Color color;
    bool leftmost;           /* its left edge stays where it is in another font */
    bool has_line, has_head; /* from the text to what it is about */
    Point from, to;
} DrawingLabel;
const GArray *drawing_labels(const Drawing *drawing); /* of DrawingLabel */

/* A contour line as it is painted, with room for its labels: GArray of Point (data
 * units) each. The caller's, the lines are the drawing's. */
GPtrArray *drawing_contour(const Drawing *drawing, const SceneContour *contour);

/* A panel within a panel: its box, and the part of the panel that it shows with lines
 * from there to the box. */
typedef struct {
    const ScenePanel *panel, *inset;
    Rect box;
    Rect target; /* width 0: it shows no part */
    Point joints[2][2];
    int joint_count;
    Stroke stroke;
    Color ground;
    double text_scale; /* of the theme's sizes */
} DrawingInset;
const GArray *drawing_insets(const Drawing *drawing); /* of DrawingInset */

/* Making one; used by layout alone. Items are copied; lines of text are taken over, and
 * the strokes of their formulas become paths. */
Drawing *drawing_new(double width_pt, double height_pt, double dpi, Color background,
                     const char *name, const char *title, const char *description);
void drawing_free(Drawing *drawing);
/* A title that is told (to readers of screens, in metadata) where none is shown. */
void drawing_set_title(Drawing *drawing, const char *title);
void drawing_add_frame(Drawing *drawing, const ScenePanel *panel, Rect frame);
/* Takes over its entries. */
void drawing_add_legend(Drawing *drawing, const DrawingLegend *legend);
void drawing_add_tick(Drawing *drawing, const SceneTick *tick);
/* Takes over points. */
void drawing_add_contour(Drawing *drawing, const SceneContour *contour, GArray *points);
void drawing_add_inset(Drawing *drawing, const DrawingInset *inset);
void drawing_add_label(Drawing *drawing, const DrawingLabel *label);
void drawing_add_path(Drawing *drawing, const DrawingPath *path);
void drawing_add_circle(Drawing *drawing, const DrawingCircle *circle);
void drawing_add_text(Drawing *drawing, TextLine *line, Point origin, double angle,
                      Color color);
/* Takes the pixels over, which g_free() will free. */
void drawing_take_image(Drawing *drawing, const DrawingImage *image);
void drawing_begin_group(Drawing *drawing, const char *name, const char *title);
void drawing_end_group(Drawing *drawing);
void drawing_begin_clip(Drawing *drawing, Rect rect);
void drawing_end_clip(Drawing *drawing);

/* The drawing as text, one item a line, for tests. */
char *drawing_dump(const Drawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Drawing, drawing_free)

#endif
