/* figure_fields.h - what the readers of the several maps of a figure file share. */
#ifndef ACTPLOT_SPEC_FIGURE_FIELDS_H
#define ACTPLOT_SPEC_FIGURE_FIELDS_H

#include "spec/field.h"

/* A figure without a theme and without panels. */
Figure *figure_blank(const Scope *outer);

/* Readers of keys whose values are more than a plain type. */
FieldReader read_figure_theme, read_panels;                         /* figure_read.c */
FieldReader read_figure_size, read_font, read_background, read_gap; /* page_read.c */
FieldReader read_axis, read_range, read_ticks, read_format;         /* axis_read.c */
FieldReader read_curves, read_plot, read_vary, read_points;         /* curve_read.c */
FieldReader read_figure_palette, read_family_palette;               /* palette_read.c */
FieldReader read_lines, read_notes, read_at, read_offset;           /* note_read.c */
FieldReader read_shades, read_where, read_band;                     /* shade_read.c */
FieldReader read_marks, read_mark_at, read_of;                      /* mark_read.c */
FieldReader read_insets, read_inset_at, read_inset_size;            /* inset_read.c */
FieldReader read_inset_title;
FieldReader read_framework, read_catalogue; /* functions_read.c */
FieldReader read_define, read_parameters;   /* define_read.c */
FieldReader read_data, read_data_where, read_curve_band, read_bars; /* data_read.c */
FieldReader read_heatmap, read_z, read_values, read_color_range;    /* heatmap_read.c */
FieldReader read_heatmap_palette, read_grid_samples, read_contours;
FieldReader read_experiment;                                     /* experiment_read.c */
FieldReader read_output, read_output_dark, read_output_terminal; /* output_read.c */
FieldReader read_placed_text, read_placed_formula, read_bins, read_histogram;

/* Rows of a table of words: where something may stand in a frame. */
#define PLACE_WORDS                                                                    \
    {"auto", LEGEND_AUTO}, {"top-left", LEGEND_TOP_LEFT}, {"top", LEGEND_TOP},         \
        {"top-right", LEGEND_TOP_RIGHT}, {"center-left", LEGEND_LEFT},                 \
        {"center", LEGEND_CENTER}, {"center-right", LEGEND_RIGHT},                     \
        {"bottom-left", LEGEND_BOTTOM_LEFT}, {"bottom", LEGEND_BOTTOM},                \
    {                                                                                  \
        "bottom-right", LEGEND_BOTTOM_RIGHT                                            \
    }

enum { FAMILY_MAX = 10000 };

/* `vary: {alpha: {from: 0, to: 1, count: 5}}`; NAN and 0: not given. */
typedef struct {
    double from, to;
    int count;
} FamilySpec;

/* One entry of `define:` while it is read. */
typedef struct {
    char *formula, *label, *derivative;
    GArray *parameters; /* of Parameter, their texts owned by whoever takes them */
} DefineSpec;

/* The theme that node names; the caller's, NULL after a report. */
Theme *node_theme(Reader *reader, const Field *field, const DocumentNode *node);

/* Checks the formula that node holds; its faults are reported at their place in the
 * file. bindings as for formula_new(). */
bool check_formula(Reader *reader, const DocumentNode *node, const char *text,
                   const Binding *bindings);

/* Where a formula stands in the figure's source, for its faults. */
Span formula_place(const DocumentNode *node);

/* A number, or `auto`, which leaves that end open: NAN. false after a report. */
bool node_end(Reader *reader, const Field *field, const DocumentNode *node,
              double *value);

/* True: node, an item of a list, is a map. Else false, after a report on what. */
bool node_is_item(Reader *reader, const DocumentNode *node, const char *what);

/* Reports what keys about data say wrongly together. False: the curve has no data of a
 * file and no bars. */
bool check_data(Reader *reader, const DocumentNode *node, const CurveSpec *curve);

/* True for letters, digits and `_` that do not begin with a digit. */
bool is_name(const char *text);

/* A list of numbers as an array of double; NULL after a report. */
GArray *read_numbers(Reader *reader, const Field *field, const DocumentNode *node,
                     unsigned minimum, unsigned maximum);

#endif
