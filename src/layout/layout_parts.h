/* layout_parts.h - what the files of this layer share while a page is laid out. */
#ifndef ACTPLOT_LAYOUT_LAYOUT_PARTS_H
#define ACTPLOT_LAYOUT_LAYOUT_PARTS_H

#include "base/geometry.h"
#include "base/warning.h"
#include "layout/drawing.h"
#include "layout/text.h"
#include "scene/direct.h"
#include "scene/scene.h"

#include <glib.h>
#include <stdbool.h>

/* ---- blocks of text (layout_block.c) ---- */

enum { BLOCK_LINES_MAX = 24 };

/* A few lines of one size under one another; count 0 takes no room. */
typedef struct {
    TextLine *lines[BLOCK_LINES_MAX]; /* NULL once painted */
    bool cut[BLOCK_LINES_MAX];
    int count;
    double size_pt;
    double width_pt, height_pt;
    bool right_to_left; /* its first letter with a direction is read so */
} TextBlock;

/* What a block may take. */
typedef struct {
    double width_pt;
    double height_pt;   /* lines of one pitch in it; 0: any */
    int lines_max;      /* of which BLOCK_LINES_MAX are the most */
    double least_scale; /* 1: its size stays; down to 0.7 it gets smaller first */
    bool bold, balanced;
} BlockRoom;

/* The room that a line takes above and below its baseline: the ink, at least that
 * of capitals and of a `p`, so that lines of one size stand alike. */
double line_rise(const TextLine *line, double size_pt);
double line_drop(const TextLine *line, double size_pt);

/* Sets markup into lines no wider than the room. What is too long for the lines that it
 * may have is set down to least_scale smaller, then cut with an ellipsis; painting
 * warns of that. */
void block_fit(TextBlock *block, TextContext *text, const char *markup, double size_pt,
               const BlockRoom *room);
/* The same in as many lines as it takes. */
void block_set(TextBlock *block, TextContext *text, const char *markup, double size_pt,
               bool bold, double max_pt);
void block_clear(TextBlock *block);
/* From a line's baseline to the next one's. */
double block_step(const TextBlock *block, int index);
size_t block_says(const TextBlock *block); /* bytes of its text, without ellipses */

/* ---- clutter: what a text had better not cover (layout_clutter.c) ---- */

typedef struct {
    GArray *segments; /* of Point, two each: curves and lines */
    GArray *boxes;    /* of Rect: texts, legends, dots */
} Clutter;

void clutter_init(Clutter *clutter);
void clutter_release(Clutter *clutter);
void clutter_add_segment(Clutter *clutter, Point from, Point to);
void clutter_add_box(Clutter *clutter, Rect box);

/* What of all may lie in reach, for many questions about it: boxes, and of more than
 * most segments some, evenly. near is the caller's to release. */
void clutter_take_near(Clutter *near, const Clutter *all, Rect reach, unsigned most);
/* How much box hides, in points of curve length; a covered text counts heavily. */
double clutter_hidden(const Clutter *clutter, Rect box);
/* How often the way from one point to another crosses curves or texts. */
int clutter_crossings(const Clutter *clutter, Point from, Point to);
/* Whether some curve passes within distance of a point. */
bool clutter_is_near(const Clutter *clutter, Point point, double distance);
/* Length of the part of from .. to that is inside box. */
double segment_inside(Point from, Point to, Rect box);

/* ---- axes (layout_axis.c) ---- */

typedef struct {
    TextBlock text; /* empty: no label */
    double value;   /* data */
    double share;   /* of the axis, 0 .. 1 */
    bool major;
    bool crowded;  /* stands so near a symlog axis' 0 that only one can be read */
    bool labelled; /* its label is shown: thinned labels are not */
} TickLayout;

typedef struct {
    const SceneAxis *axis;
    bool upright;  /* a y axis */
    bool far;      /* at the right: the second one */
    GArray *ticks; /* of TickLayout */
    TextBlock label;
    double tick_width_pt, tick_rise_pt, tick_drop_pt; /* largest of its tick labels */
} AxisLayout;

/* ---- notes and the labels of lines (layout_note.c) ---- */

typedef struct {
    TextBlock text;
    Rect box;
    Point point; /* what the arrow points at */
    Color color;
    double angle; /* of the text: 0 or 90, reading upwards */
    NoteAlign align;
    bool arrow;
    bool leader;           /* a plain line to the point instead */
    const SceneText *from; /* the text in all notations; NULL: plain is it */
    const char *plain;
} NoteLayout;

/* ---- legends (layout_legend.c) ---- */

enum { LEGEND_COLUMNS_MAX = 24 };

typedef struct {
    const SceneText *label;
    const SceneSeries *series;
    TextBlock text;
} LegendEntry;

typedef struct {
    GArray *entries;   /* of LegendEntry */
    LegendPlace place; /* where it stands in the end; LEGEND_AUTO: in the corner that
                          hides least */
    int rows, columns;
    double *row_pt, *column_pt; /* where each begins, from the first; one more */
    double scale;               /* of the theme's text size */
    bool flat;                  /* fractions stand on the line */
    double label_limit_pt;
    double width_pt, height_pt;
    GArray *direct; /* of DirectName, one an entry, for LEGEND_DIRECT; else NULL */
} LegendLayout;

/* ---- a page (layout.c) ---- */

/* What is left out when the page is too small, least important first. */
typedef enum {
    PART_CAPTION,
    PART_COLOR_BAR,
    PART_SUBTITLE,
    PART_LEGEND_OUTSIDE,
    PART_LEGEND_BELOW,
    PART_LEGEND_DIRECT,
    PART_X_LABEL,
    PART_Y_LABEL,
    PART_PANEL_TITLE,
    PART_TITLE,
    PART_X_TICK_LABELS,
    PART_Y_TICK_LABELS,
    PART_TICKS,
    PART_LEGEND_INSIDE,
    PART_NOTE,
    PART_LINE_LABEL,
    PART_SPAN_LABEL,
    PART_MARK_LABEL,
    PART_INSET,
    PART_COUNT
} Part;

typedef struct {
    double left, right, top, bottom;
} Margins;

typedef struct InsetLayout InsetLayout; /* layout_inset.c */

typedef struct {
    const ScenePanel *panel;
    TextBlock title, subtitle, caption;
    AxisLayout x, y, y2;
    AxisLayout bar; /* of the field's colours; its axis is NULL: none is shown */
    LegendLayout legend;
    Margins margins; /* in the end those of its column and row */
    Rect frame;
    Rect legend_box;   /* width 0: none */
    GArray *notes;     /* of NoteLayout */
    GPtrArray *insets; /* of InsetLayout * */
    Clutter clutter;
} PanelLayout;

typedef struct {
    const Scene *scene; /* sized */
    Scene sized;        /* what there is to show, with the page's final height */
    const Theme *theme;
    TextContext *text;
    Warnings *warnings;
    Drawing *drawing;
    double pixel_pt;   /* of the figure's resolution */
    double padding_pt; /* the theme's, less on a small page */
    double gap_x_pt, gap_y_pt;
    bool overfull; /* frames and what is beside them are wider than the page */
    bool dropped[PART_COUNT];
    TextBlock title, subtitle, caption;
    PanelLayout *panels;
    int panel_count;
    PanelLayout *common_legend; /* whose legend stands under all panels; NULL: none */
    int curve_count;            /* painted so far, for names */
    int inset_count;            /* the same */
    int inset;                  /* the number of the inset that is painted; 0: none */
    GArray *batch; /* of Point, two each: lines to be painted as one path */
} Page;

/* A hairline's width in whole pixels, and the place nearest to value where a line of
 * that width fills whole pixels. */
double page_snap_width(const Page *page, double width_pt);
double page_snap(const Page *page, double value, double width_pt);

/* Where a value stands on the page; NAN where the scale does not have it. */
Point panel_map(const PanelLayout *panel, Point value);
Point panel_map_on(const PanelLayout *panel, bool on_y2, Point value);

/* Finds the frames; leaves out what a small page has no room for (layout_solve.c), of
 * which a warning tells in the end (layout_drop.c). */
void page_solve(Page *page);
void page_warn_dropped(const Page *page);

/* What stands around the frames (layout_room.c). */
void page_choose_gaps(Page *page); /* before anything is measured */
double page_padding(double padding_pt, double width_pt, double height_pt);
double title_gap(const TextBlock *title); /* to its subtitle */
double page_header_height(const Page *page);
double panel_header_height(const Page *page, const PanelLayout *panel);
/* From a frame's edge to the axis label: the deepest of the panel's row, or column when
 * upright. */
double axis_label_depth(const Page *page, const PanelLayout *panel, bool upright);
/* From the frame to the far side of the second y axis; 0 without one. */
double y2_depth(const Page *page, const PanelLayout *panel);
/* Where what stands under a panel begins. */
double panel_legend_top(const Page *page, const PanelLayout *panel);
double panel_caption_top(const Page *page, const PanelLayout *panel);
double page_caption_top(const Page *page);
void page_place_common_legend(Page *page);
/* From the leftmost frame's left side to the rightmost one's right side. */
void page_frames_reach(const Page *page, double *left, double *right);
double panel_width(const Page *page); /* of the page, that each column has */

/* Paints into the box whose top left corner in the direction of reading is corner,
 * turned by angle (0 or 90); share 0 aligns lines left, 0.5 centres, 1 right. */
void block_paint(TextBlock *block, Page *page, Point corner, double angle, double share,
                 Color color);

void page_add_line(Page *page, Point from, Point to, Stroke stroke);
/* One polygon; those whose points (of Point) and numbers of points (of int) are given.
 */
void page_fill(Page *page, const Point *points, int count, Color fill);
void page_fill_all(Page *page, const GArray *points, const GArray *runs, Color fill);
/* Lines of one stroke make one path: smaller files, and where they cross a translucent
 * colour is not laid on twice. */
void page_batch_line(Page *page, Point from, Point to);
void page_paint_batch(Page *page, Stroke stroke);

void axis_measure(AxisLayout *axis, Page *page, const SceneAxis *from, bool upright);
void axis_release(AxisLayout *axis);
/* Chooses which labels are shown on an axis of that length. */
void axis_thin(AxisLayout *axis, const Page *page, double length_pt);
/* How far shown labels reach beyond the axis' low and high ends. */
void axis_overhang(const AxisLayout *axis, const Page *page, double length_pt,
                   double *low_pt, double *high_pt);
/* From the frame to the far side of the tick labels. */
double axis_depth(const AxisLayout *axis, const Page *page);
void axis_paint_grid(Page *page, PanelLayout *panel);
void axis_paint(Page *page, PanelLayout *panel, AxisLayout *axis, double label_depth);
/* From the tick labels to the axis label. */
double axis_label_gap(const Page *page);

void legend_measure(LegendLayout *legend, Page *page, const ScenePanel *panel);
/* Arranges the entries within a room, best within area (square points); false: they
 * do not fit. */
bool legend_arrange(LegendLayout *legend, Page *page, double width_pt, double height_pt,
                    double area);
/* The same for rows of entries under a frame. */
bool legend_arrange_below(LegendLayout *legend, Page *page, double width_pt,
                          double height_pt);
double legend_size(const LegendLayout *legend, const Page *page); /* of its text */
/* Sets legend_box inside the frame, or outside at its right or below. */
void legend_place(PanelLayout *panel, Page *page);
void legend_paint(Page *page, PanelLayout *panel);
void legend_release(LegendLayout *legend);
double legend_gap(const Page *page); /* between frame and a legend outside */
/* Names beside curves (layout_direct.c): whether there is room for them, by a guess at
 * the frame's size; their places, false: there are none; paint. */
bool direct_arrange(LegendLayout *legend, const Page *page, const ScenePanel *panel);
/* The same for the frame that came out: more names may stand beside it. */
bool direct_arrange_again(PanelLayout *panel, const Page *page);
bool direct_find_places(PanelLayout *panel, Page *page);
void direct_paint(Page *page, PanelLayout *panel);
/* What a legend does that cannot stand where it was meant to. */
#define LEGEND_NO_ROOM_BESIDE "there is no room for names beside the curves"
void legend_fall_back(LegendLayout *legend, Page *page, const char *why);
/* Legends that nobody has placed, and that would hide much of the curves, go below the
 * frames; and back, where that takes too much of them. Whether any did. */
bool legends_leave(Page *page);
bool legends_return(Page *page);
/* What stands for an entry's curve, in the middle of a box as high as its text. */
void swatch_paint(Page *page, const LegendEntry *entry, Rect sample);

void curves_collect(PanelLayout *panel);
/* Appends the mapped run without the points that do not matter; returns how many. */
int run_append(GArray *out, const PanelLayout *panel, bool on_y2, const GArray *data);
void curves_paint(Page *page, PanelLayout *panel);
/* A line that covers an area rather than that it shows a course: paints its outline.
 * false: it is no such line, nothing was painted (layout_dense.c). */
bool dense_paint(Page *page, const Point *points, int count, double width_pt,
                 Color color);

/* Bands, bars and markers of all curves (layout_data.c). */
void areas_collect(PanelLayout *panel);
void areas_paint(Page *page, const PanelLayout *panel);
void markers_paint(Page *page, const PanelLayout *panel);
#define MARKER_ARM_SHARE 0.22 /* a cross' line, of its size */
/* The corners of a shape of diameter 1 about the origin, at most 14; 0 for crosses. */
int marker_corners(Marker marker, Point corners[]);
/* Many markers as the area that they cover. false: the page is too large for that
 * (layout_cloud.c). */
bool cloud_paint(Page *page, Marker marker, const GArray *centers, double size_pt,
                 Color color);
/* Markers at centers (of Point, on the page). */
void markers_add(Page *page, Marker marker, const GArray *centers, double size_pt,
                 Color color);

void dots_paint(Page *page, PanelLayout *panel);

void lines_paint(Page *page, PanelLayout *panel);
/* ---- places beside points (layout_place.c) ---- */

typedef struct {
    double width, height;
    const double *distances; /* to be tried, from the point to the text */
    int distance_count;
    double clearance; /* between text and curves */
    double radius;    /* of what stands at the point, which the way does not cross */
} PlaceWish;

/* Where a text near point hides least, and its way to the point crosses least; cost
 * says how much, in points of hidden curve. */
Rect place_beside(const PanelLayout *panel, Point point, const PlaceWish *wish,
                  double *cost);
/* The box of a text set off from point, y up: it touches the offset's end with the
 * side that faces the point. */
Rect note_box(Point point, double offset_x, double offset_y, double width,
              double height);
/* Where the way from the middle of box to point leaves it. */
Point leave_box(Rect box, Point point);
Rect rect_grown(Rect box, double by);
double box_distance(Rect box, Point point); /* 0 inside */
/* Whether a text's box is on the axes' side of the frame, or on another text. */
bool is_in_the_way(const PanelLayout *panel, Rect box);
/* Whether a label that could be left out may stand there: not if it is too large for
 * the frame, in the way, or crossed by curves. */
bool is_readable_at(const PanelLayout *panel, Rect box);
/* How far box reaches out of room, in square points. */
double outside_area(Rect box, Rect room);

/* ---- insets (layout_inset.c) ---- */

/* Keeps the places of insets that are given from the legend. */
void insets_reserve(PanelLayout *panel);
/* After curves and legend have their places, before notes get theirs. */
void insets_place(Page *page, PanelLayout *panel);
void insets_paint(Page *page, PanelLayout *panel);
void insets_release(PanelLayout *panel);

/* ---- marks (layout_mark.c, layout_marker.c) ---- */

/* Finds places for their labels. */
void marks_place(Page *page, PanelLayout *panel);
void marks_paint(Page *page, PanelLayout *panel);
/* edge runs around the closed shapes; cross and plus are drawn in the fill's colour. */
void marker_paint(Page *page, Point center, Marker marker, double size_pt, Color fill,
                  Stroke edge);

/* Whether a text of that size may stand in a frame: not if it filled much of it. */
bool is_small_in(Rect box, Rect frame);

/* The heat map, its contour lines with their labels, and its colour bar
 * (layout_field.c). field_margin() is what the bar takes at the frame's right. */
void field_measure(PanelLayout *panel, Page *page);
void field_release(PanelLayout *panel);
double field_margin(PanelLayout *panel, const Page *page, double height_pt);
/* What names beside the curves take there; the bar stands beyond. */
double panel_direct_width(const Page *page, const PanelLayout *panel);
void field_paint(Page *page, PanelLayout *panel);
void field_paint_bar(Page *page, PanelLayout *panel);
void contours_paint(Page *page, PanelLayout *panel); /* layout_contour.c */

/* Shaded regions, and places for their labels (layout_span.c). */
void spans_paint(Page *page, PanelLayout *panel);
void spans_place_labels(Page *page, PanelLayout *panel);

/* Finds places for the labels of lines and for notes, after curves and legend. */
void notes_place(Page *page, PanelLayout *panel);
void notes_paint_veils(Page *page, const PanelLayout *panel);
void notes_paint(Page *page, PanelLayout *panel);
void notes_release(PanelLayout *panel);

#endif
