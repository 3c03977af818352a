/* tex_field.c - a heat map with its contours and its colour bar within an axis
 * environment.
 */
#include "backend/tex_parts.h"
#include "base/number.h"

#include <math.h>

/* Cells of a field, a side, that TeX's memory bears; where the values change along one
 * side alone, that one may have up to so many. */
enum { FIELD_SIDE = 60, FIELD_SIDE_MAX = 240 };

#define BAR_GAP 1.0   /* between frame and colour bar, of the tick size */
#define BAR_WIDTH 1.2 /* of the tick size */

/* Sides are made uneven where that leaves this of the mean square error. */
#define CLOSER 0.25

static void write_bar_ticks(Tex *tex, const SceneAxis *bar)
{
    GString *out = tex->out;
    g_autoptr(GString) places = g_string_new(NULL);
    char text[NUMBER_SIZE];
    const char *separator = "";
    g_string_append(out, "yticklabels={");
    for (guint i = 0; i < bar->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(bar->ticks, SceneTick, i);
        if (!tick->major)
            continue;
        g_string_append_printf(
            places, "%s%s", separator,
            number_format_fixed(scale_map(&bar->scale, tick->value), 6, text));
        g_string_append_printf(out, "%s{", separator);
        tex_append_label(tex, tick->label);
        g_string_append_c(out, '}');
        separator = ",";
    }
    g_string_append_printf(out, "}, ytick={%s}", places->str);
}

/* The colour axis runs from 0 to 1, whatever its scale is. */
void tex_write_field_style(Tex *tex, const Rect *frame)
{
    const ScenePanel *panel = tex->panel;
    const SceneField *field = panel->field ? panel->field : panel->strip;
    const Theme *theme = tex->scene->theme;
    GString *out = tex->out;
    char buffer[8];
    if (!field)
        return;
    g_string_append(out, "  colormap={ap}{");
    for (int i = 0; i < 256; i += 15) { /* ends with 255 */
        Color color = field->colors[i];
        g_autofree char *digits = g_ascii_strup(color_format(color, buffer) + 1, -1);
        unsigned rgb = (unsigned)g_ascii_strtoull(digits, NULL, 16);
        g_string_append_printf(out, "rgb255=(%u,%u,%u) ", rgb >> 16, rgb >> 8 & 255,
                               rgb & 255);
    }
    g_string_append(out, "}, point meta min=0, point meta max=1, ");
    if (panel->field)
        g_string_append(out, "axis on top, ");
    g_string_append(out, "enlargelimits=false,\n");
    if (!field->show_bar)
        return;
    tex_append_number(out, "  colorbar, colorbar style={at={(",
                      1 + BAR_GAP * theme->tick_size_pt / frame->width);
    g_string_append(out, ",1)}, anchor=north west");
    tex_append_number(out, ", width=", BAR_WIDTH * theme->tick_size_pt);
    tex_append_number(out, "bp, height=", frame->height);
    g_string_append(out, "bp, axis y line*=right, axis x line*=box, ytick pos=right, "
                         "grid=none, yticklabel style={font=");
    tex_append_font(out, theme->tick_size_pt, false);
    g_string_append(out, "}, ");
    write_bar_ticks(tex, &field->bar);
    if (field->bar.label.plain[0] != '\0') {
        g_string_append(out, ", ylabel={");
        tex_append_text(tex, &field->bar.label);
        g_string_append(out, "}, ylabel style={font=");
        tex_append_font(out, theme->label_size_pt, false);
        g_string_append_c(out, '}');
    }
    g_string_append(out, "},\n");
}

/* A field's values at a coarser grid, as shares of the colour axis. */
typedef struct {
    int columns, rows;
    double *shares; /* row by row from the bottom; NAN: nothing is shown */
    bool shaded;    /* samples from edge to edge, between which colours pass over; else
                       cells, each with one colour */
} Grid;

/* The place of a grid's i of count: of a sample between the edges 0 and 1, or of the
 * middle of a cell. */
static double grid_place(const Grid *grid, int i, int count)
{
    return grid->shaded ? (double)i / (count - 1) : (i + 0.5) / count;
}

static int field_index(const Grid *grid, int i, int count, int all)
{
    return MIN((int)(grid_place(grid, i, count) * all), all - 1);
}

static void fill_grid(Grid *grid, const SceneField *field)
{
    g_autofree double *values = g_new(double, (gsize)field->columns);
    double *share = grid->shares;
    for (int row = 0; row < grid->rows; row++) {
        scene_field_row(field, field_index(grid, row, grid->rows, field->rows), values);
        for (int column = 0; column < grid->columns; column++) {
            int at = field_index(grid, column, grid->columns, field->columns);
            *share++ = CLAMP(scale_map(&field->bar.scale, values[at]), 0, 1);
        }
    }
}

static bool has_holes(const Grid *grid)
{
    for (int i = 0; i < grid->columns * grid->rows; i++)
        if (isnan(grid->shares[i]))
            return true;
    return false;
}

/* How far values are from straight lines between count of them: the mean square;
 * length of them, each stride from the one before. */
static double line_error(const double *values, int length, int stride, int count)
{
    double sum = 0;
    for (int i = 0; i < length; i++) {
        double at = (double)i * (count - 1) / (length - 1);
        int before = MIN((int)at, count - 2);
        double share = at - before;
        const double *low = values + stride * (before * (length - 1) / (count - 1));
        const double *high =
            values + stride * ((before + 1) * (length - 1) / (count - 1));
        double error = fabs(*low + share * (*high - *low) - values[stride * i]);
        sum += isnan(error) ? 1 : error * error;
    }
    return sum / length;
}

/* The same of a whole grid that is shown with fewer columns and rows. */
static double shape_error(const Grid *whole, int columns, int rows)
{
    double sum = 0;
    for (int row = 0; row < whole->rows; row++)
        sum += line_error(whole->shares + row * whole->columns, whole->columns, 1,
                          columns) /
               whole->rows;
    for (int column = 0; column < whole->columns; column++)
        sum += line_error(whole->shares + column, whole->rows, whole->columns, rows) /
               whole->columns;
    return sum;
}

/* The sides that show most with as many samples in all: a wave along one axis wants
 * them there. */
static void choose_sides(Grid *grid, const SceneField *field)
{
    static const int sides[] = {15, 20, 30, 40, 90, 120, 180, 240};
    Grid whole = {.columns = MIN(field->columns, FIELD_SIDE_MAX),
                  .rows = MIN(field->rows, FIELD_SIDE_MAX),
                  .shaded = true};
    if (whole.columns * whole.rows <= FIELD_SIDE * FIELD_SIDE)
        return;
    whole.shares = g_new(double, (gsize)whole.columns *(gsize)whole.rows);
    fill_grid(&whole, field);
    double least = CLOSER * shape_error(&whole, grid->columns, grid->rows);
    for (unsigned i = 0; i < G_N_ELEMENTS(sides); i++) {
        int columns = MIN(sides[i], whole.columns);
        int rows = MIN(FIELD_SIDE * FIELD_SIDE / columns, whole.rows);
        double error = shape_error(&whole, columns, rows);
        if (error >= least)
            continue;
        least = error;
        grid->columns = columns;
        grid->rows = rows;
    }
    g_free(whole.shares);
}

/* A formula's field is one shading: smooth, and little work for TeX. It knows no holes
 * and no edges within, so that other fields are drawn cell by cell. */
static Grid make_grid(const SceneField *field)
{
    Grid grid = {.columns = MIN(field->columns, FIELD_SIDE),
                 .rows = MIN(field->rows, FIELD_SIDE)};
    grid.shaded = field->smooth && grid.columns > 1 && grid.rows > 1;
    if (grid.shaded)
        choose_sides(&grid, field);
    grid.shares = g_new(double, (gsize)grid.columns *(gsize)grid.rows);
    fill_grid(&grid, field);
    if (grid.shaded && has_holes(&grid)) {
        grid.shaded = false;
        fill_grid(&grid, field);
    }
    return grid;
}

/* The number at a share of the way from one number to another, as an axis has it. */
static double between(const Scale *scale, double from, double to, double share)
{
    double low = scale_map(scale, from), high = scale_map(scale, to);
    return scale_invert(scale, low + share * (high - low));
}

void tex_write_field(Tex *tex)
{
    const SceneField *field = tex->panel->field;
    GString *out = tex->out;
    char text[NUMBER_SIZE];
    if (!field)
        return;
    Grid grid = make_grid(field);
    g_string_append_printf(out,
                           "\\addplot[%s, point meta=explicit, forget plot, "
                           "mesh/cols=%d] table[row sep=crcr, meta index=2] {\n",
                           grid.shaded ? "surf, shader=interp" : "matrix plot*",
                           grid.columns);
    for (int i = 0; i < grid.columns * grid.rows; i++) {
        double across = grid_place(&grid, i % grid.columns, grid.columns);
        double up = grid_place(&grid, i / grid.columns, grid.rows);
        Point at = {between(&field->x, field->left, field->right, across),
                    between(&field->y, field->bottom, field->top, up)};
        double share = grid.shares[i];
        tex_append_point(tex, out, at, " ");
        g_string_append(out,
                        isnan(share) ? "nan" : number_format_fixed(share, 4, text));
        g_string_append(out, tex_row_end);
    }
    g_string_append(out, "};\n");
    g_free(grid.shares);
}

void tex_write_contours(Tex *tex)
{
    const SceneField *field = tex->panel->field;
    GString *out = tex->out;
    for (guint i = 0; field && i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        g_autoptr(GPtrArray) strokes = drawing_contour(tex->drawing, contour);
        if (strokes->len == 0)
            continue;
        char name[32];
        tex_define_own_color(tex, contour->color, name);
        g_string_append(out, "\\addplot[no marks, forget plot, line join=round");
        tex_append_paint(out, "draw", name, contour->color);
        tex_append_stroke(out, contour->width_pt, &contour->dash);
        g_string_append(out, "] table[row sep=crcr] {\n");
        tex_append_strokes(tex, out, strokes, tex_row_end);
        g_string_append(out, "};\n");
    }
}
