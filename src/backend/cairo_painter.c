/* cairo_painter.c - Drawing items as cairo paths and Pango glyphs. */
#include "config.h"

#include "backend/cairo_painter.h"
#include "backend/image_blit.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>
#ifdef ACTPLOT_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

typedef struct {
    cairo_t *cr;
    double pixels_per_pt; /* 0: no snapping */
    int depth;            /* of open groups */
    int data_depth;       /* of the one that shows data; 0: outside of it */
    bool opaque;          /* colours are mixed with the ground: */
    Color page, ground;
    int ground_depth; /* of the group that the ground is of */
} Painter;

/* More runs than that are data, not a frame or a grid, even if they are square. */
enum { SNAP_MAX_POINTS = 512 };

static void set_color(const Painter *painter, Color color)
{
    cairo_t *cr = painter->cr;
    if (painter->opaque && color.alpha < 1) {
        color = color_mix(painter->ground, color, color.alpha);
        color.alpha = 1;
    }
    if (color.alpha >= 1)
        cairo_set_source_rgb(cr, color.red, color.green, color.blue);
    else
        cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

static void set_stroke(const Painter *painter, const Stroke *stroke)
{
    cairo_t *cr = painter->cr;
    static const cairo_line_cap_t caps[] = {
        [CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
        [CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
        [CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE,
    };
    set_color(painter, stroke->color);
    cairo_set_line_width(cr, stroke->width_pt);
    cairo_set_line_cap(cr, caps[stroke->cap]);
    cairo_set_line_join(cr, stroke->cap == CAP_ROUND ? CAIRO_LINE_JOIN_ROUND
                                                     : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cr, stroke->dash.length_pt, stroke->dash.count, 0);
}

/* Fills and strokes the current path, then clears it. */
static void finish_path(const Painter *painter, bool filled, Color fill,
                        const Stroke *stroke)
{
    cairo_t *cr = painter->cr;
    bool stroked = stroke->width_pt > 0 && stroke->color.alpha > 0;
    if (filled && fill.alpha > 0) {
        set_color(painter, fill);
        cairo_fill_preserve(cr);
    }
    if (stroked) {
        set_stroke(painter, stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

/* A rule, a frame, a grid or a box: every segment is level or upright. */
static bool is_square(const DrawingPath *path)
{
    int at = 0;
    for (int run = 0; run < path->run_count; run++) {
        if (at + path->runs[run] > SNAP_MAX_POINTS)
            return false;
        for (int i = 1; i < path->runs[run]; i++) {
            Point a = path->points[at + i - 1], b = path->points[at + i];
            if (fabs(a.x - b.x) > 1e-9 && fabs(a.y - b.y) > 1e-9)
                return false;
        }
        at += path->runs[run];
    }
    return true;
}

/* To the middle of a pixel for strokes of 1, 3, ... pixels, to its edge otherwise. */
static double snap(double position_pt, double pixels_per_pt, bool middle)
{
    /* The small amount keeps rounding errors from choosing the pixel. */
    double device = position_pt * pixels_per_pt + 1e-4;
    return (middle ? floor(device) + 0.5 : floor(device + 0.5)) / pixels_per_pt;
}

static void trace_path(const Painter *painter, const DrawingPath *path)
{
    double pixels_per_pt = painter->pixels_per_pt;
    double width = path->stroke.width_pt * pixels_per_pt;
    bool snapped = pixels_per_pt > 0 && painter->data_depth == 0 && is_square(path);
    bool middle = width > 0 && (width < 1 || fmod(round(width), 2) != 0);
    const Point *point = path->points;
    for (int run = 0; run < path->run_count; run++) {
        for (int i = 0; i < path->runs[run]; i++, point++) {
            double x = snapped ? snap(point->x, pixels_per_pt, middle) : point->x;
            double y = snapped ? snap(point->y, pixels_per_pt, middle) : point->y;
            if (i == 0)
                cairo_move_to(painter->cr, x, y);
            else
                cairo_line_to(painter->cr, x, y);
        }
        if (path->closed)
            cairo_close_path(painter->cr);
    }
}

static void paint_path(void *data, const DrawingPath *path)
{
    Painter *painter = data;
    bool ground = path->filled && path->closed && path->fill.alpha >= 1;
    trace_path(painter, path);
    finish_path(painter, path->filled, path->fill, &path->stroke);
    if (ground && painter->data_depth == 0) {
        painter->ground = path->fill;
        painter->ground_depth = painter->depth;
    }
}

static void paint_circle(void *data, const DrawingCircle *circle)
{
    const Painter *painter = data;
    if (!(circle->radius_pt > 0))
        return;
    cairo_new_sub_path(painter->cr);
    cairo_arc(painter->cr, circle->center.x, circle->center.y, circle->radius_pt, 0,
              2 * G_PI);
    cairo_close_path(painter->cr);
    finish_path(painter, circle->filled, circle->fill, &circle->stroke);
}

/* A piece of a formula. */
static void paint_part(cairo_t *cr, const TextPart *part)
{
    PangoLayoutLine *line = pango_layout_get_line_readonly(part->layout, 0);
    cairo_save(cr);
    cairo_translate(cr, part->at.x, part->at.y);
    cairo_scale(cr, part->scale, part->scale);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout_line(cr, line);
    cairo_restore(cr);
}

static void paint_text(void *data, const DrawingText *text)
{
    const Painter *painter = data;
    cairo_t *cr = painter->cr;
    PangoLayoutLine *line = pango_layout_get_line_readonly(text->line->layout, 0);
    if (!line)
        return;
    cairo_save(cr);
    cairo_translate(cr, text->origin.x, text->origin.y);
    if (text->angle != 0)
        cairo_rotate(cr, -text->angle * G_PI / 180);
    set_color(painter, text->color);
    for (int i = 0; i < text->line->part_count; i++)
        paint_part(cr, &text->line->parts[i]);
    cairo_scale(cr, text->line->scale, text->line->scale);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout_line(cr, line);
    cairo_restore(cr);
    cairo_new_path(cr);
}

static PixelBox pixel_box(double pixels_per_pt, Rect rect)
{
    return (PixelBox){
        (int)lround(snap(rect.x, pixels_per_pt, false) * pixels_per_pt),
        (int)lround(snap(rect.y, pixels_per_pt, false) * pixels_per_pt),
        (int)lround(snap(rect.x + rect.width, pixels_per_pt, false) * pixels_per_pt),
        (int)lround(snap(rect.y + rect.height, pixels_per_pt, false) * pixels_per_pt),
    };
}

/* Into the pixels themselves, fitted to whole ones. */
static void blit_image(const Painter *painter, cairo_surface_t *surface,
                       const DrawingImage *image)
{
    double x0, y0, x1, y1;
    cairo_clip_extents(painter->cr, &x0, &y0, &x1, &y1);
    cairo_surface_flush(surface);
    Pixels pixels = {
        .pixels = (uint32_t *)(void *)cairo_image_surface_get_data(surface),
        .stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t),
        .width = cairo_image_surface_get_width(surface),
        .height = cairo_image_surface_get_height(surface),
    };
    image_blit(image, &pixels, pixel_box(painter->pixels_per_pt, image->box),
               pixel_box(painter->pixels_per_pt, (Rect){x0, y0, x1 - x0, y1 - y0}));
    cairo_surface_mark_dirty(surface);
}

/* The image as a surface of cairo's, for formats that keep it as it is. */
static cairo_surface_t *image_surface(const DrawingImage *image)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image->columns, image->rows);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    Pixels pixels = {
        .pixels = (uint32_t *)(void *)cairo_image_surface_get_data(surface),
        .stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof(uint32_t),
        .width = image->columns,
        .height = image->rows,
    };
    PixelBox whole = {0, 0, image->columns, image->rows};
    for (size_t i = 0; i < pixels.stride * (size_t)pixels.height; i++)
        pixels.pixels[i] = 0;
    image_blit(image, &pixels, whole, whole);
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void paint_image(void *data, const DrawingImage *image)
{
    const Painter *painter = data;
    cairo_t *cr = painter->cr;
    cairo_surface_t *target = cairo_get_group_target(cr);
    if (painter->pixels_per_pt > 0 &&
        cairo_surface_get_type(target) == CAIRO_SURFACE_TYPE_IMAGE) {
        blit_image(painter, target, image);
        return;
    }
    cairo_surface_t *surface = image_surface(image);
    cairo_save(cr);
    cairo_rectangle(cr, image->box.x, image->box.y, image->box.width,
                    image->box.height);
    cairo_clip(cr);
    cairo_translate(cr, image->box.x, image->box.y);
    cairo_scale(cr, image->box.width / image->columns, image->box.height / image->rows);
    cairo_set_source_surface(cr, surface, 0, 0);
    /* As PostScript cairo 1.16 pads an image or not, from run to run; it is clipped. */
    if (cairo_surface_get_type(target) != CAIRO_SURFACE_TYPE_PS)
        cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(cr), image->smooth
                                                       ? CAIRO_FILTER_BILINEAR
                                                       : CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

static void begin_clip(void *data, Rect rect)
{
    const Painter *painter = data;
    Point from = {rect.x, rect.y};
    Point to = {rect.x + rect.width, rect.y + rect.height};
    if (painter->pixels_per_pt > 0) {
        from.x = snap(from.x, painter->pixels_per_pt, false);
        from.y = snap(from.y, painter->pixels_per_pt, false);
        to.x = snap(to.x, painter->pixels_per_pt, false);
        to.y = snap(to.y, painter->pixels_per_pt, false);
    }
    cairo_save(painter->cr);
    cairo_rectangle(painter->cr, from.x, from.y, to.x - from.x, to.y - from.y);
    cairo_clip(painter->cr);
}

static void end_clip(void *data)
{
    const Painter *painter = data;
    cairo_restore(painter->cr);
}

/* What follows the data stays where it is, to a fraction of a pixel. */
static void begin_group(void *data, const char *name, const char *title)
{
    Painter *painter = data;
    (void)title;
    painter->depth++;
    if (painter->data_depth == 0 && strcmp(name, "curves") == 0)
        painter->data_depth = painter->depth;
}

static void end_group(void *data)
{
    Painter *painter = data;
    if (painter->depth == painter->data_depth)
        painter->data_depth = 0;
    if (painter->depth == painter->ground_depth) {
        painter->ground = painter->page;
        painter->ground_depth = 0;
    }
    painter->depth--;
}

static void paint(Painter *painter, const Drawing *drawing)
{
    static const DrawingPainter vtable = {
        .path = paint_path,
        .circle = paint_circle,
        .text = paint_text,
        .image = paint_image,
        .group_begin = begin_group,
        .group_end = end_group,
        .clip_begin = begin_clip,
        .clip_end = end_clip,
    };
    cairo_t *cr = painter->cr;
    Color background = drawing_background(drawing);
    painter->page = color_mix((Color){1, 1, 1, 1}, background, background.alpha);
    painter->ground = painter->page;
    cairo_save(cr);
    if (painter->pixels_per_pt > 0)
        cairo_scale(cr, painter->pixels_per_pt, painter->pixels_per_pt);
    if (background.alpha > 0) {
        set_color(painter, background);
        cairo_paint(cr);
    }
    drawing_paint(drawing, &vtable, painter);
    cairo_restore(cr);
}

void cairo_painter_paint(cairo_t *cr, const Drawing *drawing, double pixels_per_pt)
{
    Painter painter = {.cr = cr, .pixels_per_pt = pixels_per_pt};
    paint(&painter, drawing);
}

void cairo_painter_paint_opaque(cairo_t *cr, const Drawing *drawing)
{
    Painter painter = {.cr = cr, .opaque = true};
    paint(&painter, drawing);
}

/* cairo 1.16 loses 768 bytes for each CFF font that it embeds;
 * leak checkers need not hear of that. */
void cairo_painter_finish(cairo_surface_t *surface)
{
#ifdef ACTPLOT_SANITIZED
    __lsan_disable();
#endif
    cairo_surface_finish(surface);
#ifdef ACTPLOT_SANITIZED
    __lsan_enable();
#endif
}
