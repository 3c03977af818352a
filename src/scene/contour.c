/* contour.c - marching squares, refined on the formula, joined into lines. */
#include "scene/contour.h"

#include "scene/contour_wild.h"
#include "scene/field.h"
#include "scene/parts.h"
#include "scene/tick_label.h"
#include "scene/ticks.h"

#include <math.h>

enum {
    AUTO_LEVELS = 7,
    SIDE_LEAST = 24, /* cells of a formula's grid */
    SIDE_MOST = 400,
    GIVEN_MOST =
        1000, /* of a grid of given values: of a larger one some are left out */
    REFINE_MOST = 24,
};

static const double CELL_PIXELS = 3;
static const double TOLERANCE = 0.1;        /* pixels, of a simplified line */
static const double EDGE_SHARE = 1.0 / 512; /* to which a crossing is found */

/* Where a line comes to an edge: the edges that it goes on to; NONE: no more. */
typedef struct {
    int next[2];
    bool seen;
    Point at;
} Crossing;

enum { NONE = -1 };

/* Values at the corners of cells. Edge 2*corner leads to the right of a corner, edge
 * 2*corner + 1 upwards. */
typedef struct {
    const SceneField *field;
    const Frame *frame;
    int columns, rows; /* corners */
    double *x, *y;     /* of the corners, shares of the scaled axes */
    double *values;
    bool *wild; /* cells without lines; NULL: none */
    double level;
    Crossing *crossings; /* by edge */
    GArray *touched;     /* of int: edges */
} Grid;

/* The number of cells of a formula's grid along a side. */
static int grid_side(double pixels)
{
    return CLAMP((int)(pixels / CELL_PIXELS), SIDE_LEAST, SIDE_MOST);
}

static void fill_from_formula(Grid *grid, double width, double height)
{
    const SceneField *field = grid->field;
    grid->columns = grid_side(width) + 1;
    grid->rows = grid_side(height) + 1;
    grid->x = g_new(double, (gsize)grid->columns);
    grid->y = g_new(double, (gsize)grid->rows);
    grid->values = g_new(double, (gsize)grid->columns *(gsize)grid->rows);
    g_autofree double *at = g_new(double, (gsize)grid->columns);
    for (int i = 0; i < grid->columns; i++) {
        grid->x[i] = (double)i / (grid->columns - 1);
        at[i] = scale_invert(&field->x, grid->x[i]);
    }
    for (int k = 0; k < grid->rows; k++) {
        grid->y[k] = (double)k / (grid->rows - 1);
        double *row = grid->values + (gsize)k * (gsize)grid->columns;
        tape_evaluate_row(field->tape, at, (gsize)grid->columns,
                          scale_invert(&field->y, grid->y[k]), (double *[]){row});
    }
}

/* The corners are the middles of the cells that are shown. */
static void fill_from_values(Grid *grid)
{
    const SceneField *field = grid->field;
    int across = (field->columns + GIVEN_MOST - 1) / GIVEN_MOST;
    int down = (field->rows + GIVEN_MOST - 1) / GIVEN_MOST;
    grid->columns = (field->columns + across - 1) / across;
    grid->rows = (field->rows + down - 1) / down;
    grid->x = g_new(double, (gsize)grid->columns);
    grid->y = g_new(double, (gsize)grid->rows);
    grid->values = g_new(double, (gsize)grid->columns *(gsize)grid->rows);
    for (int i = 0; i < grid->columns; i++)
        grid->x[i] = (i * across + 0.5) / field->columns;
    for (int k = 0; k < grid->rows; k++) {
        const double *row = field->values + (gsize)(k * down) * (gsize)field->columns;
        grid->y[k] = (k * down + 0.5) / field->rows;
        for (int i = 0; i < grid->columns; i++)
            grid->values[(gsize)k * (gsize)grid->columns + (gsize)i] = row[i * across];
    }
}

static void grid_release(Grid *grid)
{
    g_free(grid->x);
    g_free(grid->y);
    g_free(grid->values);
    g_free(grid->wild);
    g_free(grid->crossings);
    g_array_unref(grid->touched);
}

static Point grid_point(const Grid *grid, double x, double y)
{
    return (Point){scale_invert(&grid->field->x, x), scale_invert(&grid->field->y, y)};
}

/* Where the value is the level between two corners, as a share of the way; NAN at a
 * pole, where the value passes the level by way of infinity. */
static double find_crossing(const Grid *grid, Point from, Point to, double low,
                            double high)
{
    double a = 0, b = 1, fa = low - grid->level, fb = high - grid->level;
    int kept = 0; /* the end that stayed: its weight is halved (Illinois) */
    double wa = fa, wb = fb;
    if (!grid->field->formula)
        return isfinite(fa) && isfinite(fb) && fa != fb ? fa / (fa - fb) : 0.5;
    for (int i = 0; i < REFINE_MOST && b - a > EDGE_SHARE; i++) {
        double c = isfinite(wa) && isfinite(wb) ? a + (b - a) * wa / (wa - wb) : 0.5;
        if (!(c > a && c < b) || i % 4 == 3)
            c = (a + b) / 2;
        double fc = field_at(grid->field, grid_point(grid, from.x + c * (to.x - from.x),
                                                     from.y + c * (to.y - from.y))) -
                    grid->level;
        if (isnan(fc))
            return NAN;
        if (fc == 0)
            return c;
        if ((fc < 0) == (fa < 0)) {
            a = c;
            wa = fa = fc;
            wb = kept == 1 ? wb / 2 : fb;
            kept = 1;
        } else {
            b = c;
            wb = fb = fc;
            wa = kept == -1 ? wa / 2 : fa;
            kept = -1;
        }
    }
    bool pole = fabs(fa) > 2 * fabs(low - grid->level) &&
                fabs(fb) > 2 * fabs(high - grid->level);
    return pole ? NAN : a + (b - a) * (fa == fb ? 0.5 : fa / (fa - fb));
}

/* The crossing of an edge, found when it is first asked for; NULL at a pole. */
static Crossing *touch(Grid *grid, int edge)
{
    Crossing *crossing = &grid->crossings[edge];
    int corner = edge / 2, i = corner % grid->columns, k = corner / grid->columns;
    int other = edge % 2 ? corner + grid->columns : corner + 1;
    if (!crossing->seen) {
        Point from = {grid->x[i], grid->y[k]};
        Point to = edge % 2 ? (Point){from.x, grid->y[k + 1]}
                            : (Point){grid->x[i + 1], from.y};
        double share =
            find_crossing(grid, from, to, grid->values[corner], grid->values[other]);
        *crossing = (Crossing){.next = {NONE, NONE}, .seen = true};
        crossing->at = grid_point(grid, from.x + share * (to.x - from.x),
                                  from.y + share * (to.y - from.y));
        g_array_append_val(grid->touched, edge);
    }
    return isnan(crossing->at.x + crossing->at.y) ? NULL : crossing;
}

static void link(Grid *grid, int one, int two)
{
    Crossing *a = touch(grid, one), *b = touch(grid, two);
    if (!a || !b)
        return;
    a->next[a->next[0] != NONE] = two;
    b->next[b->next[0] != NONE] = one;
}

static double cell_centre(const Grid *grid, int i, int k)
{
    if (grid->field->formula)
        return field_at(grid->field, grid_point(grid, (grid->x[i] + grid->x[i + 1]) / 2,
                                                (grid->y[k] + grid->y[k + 1]) / 2));
    const double *at = grid->values + (gsize)k * (gsize)grid->columns + (gsize)i;
    return (at[0] + at[1] + at[grid->columns] + at[grid->columns + 1]) / 4;
}

/* The lines through one cell. */
static void cross_cell(Grid *grid, int i, int k)
{
    int corner = k * grid->columns + i, above = corner + grid->columns;
    const double *v = grid->values;
    if (isnan(v[corner] + v[corner + 1] + v[above] + v[above + 1]))
        return;
    bool high[] = {v[corner] >= grid->level, v[corner + 1] >= grid->level,
                   v[above + 1] >= grid->level, v[above] >= grid->level};
    /* Edges in turn: bottom, right, top, left; edge n is between corners n and n+1. */
    const int edges[] = {2 * corner, 2 * (corner + 1) + 1, 2 * above, 2 * corner + 1};
    int crossed[4], count = 0;
    for (int n = 0; n < 4; n++)
        if (high[n] != high[(n + 1) % 4])
            crossed[count++] = edges[n];
    if (count == 2) {
        link(grid, crossed[0], crossed[1]);
    } else if (count == 4) {
        bool centre = cell_centre(grid, i, k) >= grid->level;
        /* A centre like corner 0 joins it with corner 2: the others are cut off. */
        bool first = centre == high[0];
        link(grid, edges[0], edges[first ? 1 : 3]);
        link(grid, edges[2], edges[first ? 3 : 1]);
    }
}

static void add_vertex(const Grid *grid, GArray *vertices, Point at)
{
    Vertex vertex = {.data = at, .page = frame_map(grid->frame, at)};
    g_array_append_val(vertices, vertex);
}

/* Follows a line from an edge; a closed one comes back to it. */
static void trace(Grid *grid, int start, GPtrArray *pieces)
{
    g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(Vertex));
    int edge = start, before = NONE;
    while (edge != NONE && grid->crossings[edge].seen) {
        Crossing *crossing = &grid->crossings[edge];
        crossing->seen = false;
        add_vertex(grid, vertices, crossing->at);
        int next = crossing->next[0] != before ? crossing->next[0] : crossing->next[1];
        before = edge;
        edge = next;
    }
    if (edge == start && vertices->len > 2)
        add_vertex(grid, vertices, grid->crossings[start].at);
    if (vertices->len < 2)
        return;
    /* So that a closed line is not seen as one chord of no length. */
    g_array_index(vertices, Vertex, vertices->len / 2).keep = true;
    ScenePiece *piece = scene_piece_new();
    polyline_reduce((const Vertex *)(void *)vertices->data, vertices->len, TOLERANCE,
                    piece->points);
    g_ptr_array_add(pieces, piece);
}

/* Open lines from their ends, then closed ones. */
static void find_level(Grid *grid, GPtrArray *pieces)
{
    for (int k = 0; k + 1 < grid->rows; k++)
        for (int i = 0; i + 1 < grid->columns; i++)
            if (!grid->wild || !grid->wild[k * (grid->columns - 1) + i])
                cross_cell(grid, i, k);
    for (int closed = 0; closed < 2; closed++)
        for (guint t = 0; t < grid->touched->len; t++) {
            int edge = g_array_index(grid->touched, int, t);
            const Crossing *crossing = &grid->crossings[edge];
            if (crossing->seen && crossing->next[0] != NONE &&
                (closed || crossing->next[1] == NONE))
                trace(grid, edge, pieces);
        }
    for (guint t = 0; t < grid->touched->len; t++)
        grid->crossings[g_array_index(grid->touched, int, t)].seen = false;
    g_array_set_size(grid->touched, 0);
}

/* On dark colours a light line, on light ones a dark one. */
static Color line_color(const PanelBuild *build, double level)
{
    const SceneField *field = build->panel->field;
    const Theme *theme = build->figure->theme;
    double share = scale_map(&field->bar.scale, level);
    /* A log scale has no place for levels up to 0: they are below its low end. */
    share = isfinite(share) ? CLAMP(share, 0.0, 1.0) : 0;
    Color ground = field->colors[(int)(share * 255)];
    const Color choices[] = {theme->text, theme->panel};
    bool second =
        color_contrast(choices[1], ground) > color_contrast(choices[0], ground);
    Color color = choices[second];
    color.alpha = 0.8;
    return color;
}

static void add_contour(const PanelBuild *build, Grid *grid, double level,
                        const char *label)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    SceneContour *contour = scene_contour_new();
    grid->level = level;
    find_level(grid, contour->pieces);
    contour->level = level;
    contour->label = spec->contour_labels ? g_strdup(label) : NULL;
    contour->color = line_color(build, level);
    contour->width_pt = 0.5 * build->figure->theme->line_width_pt;
    g_ptr_array_add(build->panel->field->contours, contour);
}

/* Ticks of the colour axis, about so many, its ends left out. */
static void add_chosen(const PanelBuild *build, Grid *grid)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    const Scale *scale = &build->panel->field->bar.scale;
    TickWish wish = {
        .choice = TICK_CHOICE_COUNT,
        .count =
            spec->contour_choice == CONTOURS_COUNT ? spec->contour_count : AUTO_LEVELS,
        .length_pt = build->cell.frame_height_pt,
        .font_pt = build->figure->theme->tick_size_pt,
    };
    g_autoptr(GArray) ticks = ticks_choose(scale, &wish);
    for (guint i = 0; i < ticks->len; i++) {
        const SceneTick *tick = &g_array_index(ticks, SceneTick, i);
        if (tick->major && tick->value > scale->low && tick->value < scale->high)
            add_contour(build, grid, tick->value, tick->label);
    }
}

/* A power of ten is written as the ticks of a logarithmic bar are. */
static char *level_label(const Scale *scale, double level)
{
    double exponent = round(log10(level));
    if (scale->kind == SCALE_LOG && fabs(level / pow(10, exponent) - 1) < 1e-9) {
        GString *out = g_string_new(NULL);
        tick_label_power(out, 1, (int)exponent, 1);
        return g_string_free(out, FALSE);
    }
    return tick_label_number(level);
}

static void leave_out_wild(PanelBuild *build, Grid *grid, Warnings *warnings)
{
    grid->wild = contour_wild_cells(build->panel->field, grid->columns, grid->rows,
                                    grid->x, grid->y, grid->values);
    if (grid->wild)
        warnings_add(warnings,
                     "the heat map '%s' oscillates faster than the page can show: no "
                     "contours stand there, and the colours mean little",
                     build->panel->field->bar.label.plain);
}

void contours_find(PanelBuild *build, Warnings *warnings)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    const SceneField *field = build->panel->field;
    if (spec->contour_choice == CONTOURS_NONE)
        return;
    Grid grid = {.field = field,
                 .frame = &build->frame,
                 .touched = g_array_new(FALSE, FALSE, sizeof(int))};
    if (field->formula) {
        fill_from_formula(&grid, build->frame.width, build->frame.height);
        leave_out_wild(build, &grid, warnings);
    } else {
        fill_from_values(&grid);
    }
    grid.crossings = g_new0(Crossing, 2 * (gsize)grid.columns * (gsize)grid.rows);
    if (spec->contour_choice != CONTOURS_LIST)
        add_chosen(build, &grid);
    for (guint i = 0; spec->levels && i < spec->levels->len; i++) {
        double level = g_array_index(spec->levels, double, i);
        g_autofree char *label = level_label(&field->bar.scale, level);
        add_contour(build, &grid, level, label);
    }
    grid_release(&grid);
}
