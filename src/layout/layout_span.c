/* layout_span.c - shaded regions behind the curves, and their labels. */
#include "layout/layout_parts.h"

#include <math.h>

#define LEAST_WIDTH 1.5  /* points: no region is too narrow to be seen */
#define LABEL_SIZE 0.92  /* of the tick size */
#define LABEL_GAP 3.0    /* points, from label to the region's edges */
#define CLEARANCE 2.0    /* points, from label to curves */
#define BESIDE_COST 12.0 /* of a label that stands outside its region */
#define UPRIGHT_COST 6.0

enum { REGIONS_MAX = 40 }; /* of one condition, that are tried for its label */

/* The region on the page; width 0 when the frame shows nothing of it. */
static Rect span_box(const PanelLayout *panel, const SceneSpan *span)
{
    const Rect *frame = &panel->frame;
    const Scale *scale = span->of_y ? &panel->y.axis->scale : &panel->x.axis->scale;
    double first = scale_map(scale, span->first), last = scale_map(scale, span->last);
    double low = CLAMP(MIN(first, last), 0, 1), high = CLAMP(MAX(first, last), 0, 1);
    double extent = span->of_y ? frame->height : frame->width;
    double grow = MAX(LEAST_WIDTH - (high - low) * extent, 0) / 2;

    if (!(high >= low))
        return (Rect){0, 0, 0, 0};
    if (span->of_y)
        return (Rect){frame->x, frame->y + (1 - high) * extent - grow, frame->width,
                      (high - low) * extent + 2 * grow};
    return (Rect){frame->x + low * extent - grow, frame->y,
                  (high - low) * extent + 2 * grow, frame->height};
}

void spans_paint(Page *page, PanelLayout *panel)
{
    const GArray *spans = panel->panel->spans;

    if (spans->len == 0)
        return;
    drawing_begin_group(page->drawing, "regions", NULL);
    drawing_begin_clip(page->drawing, panel->frame);
    for (unsigned i = 0; i < spans->len; i++) {
        const SceneSpan *span = &g_array_index(spans, SceneSpan, i);
        Rect box = span_box(panel, span);
        Point corners[] = {{box.x, box.y},
                           {box.x + box.width, box.y},
                           {box.x + box.width, box.y + box.height},
                           {box.x, box.y + box.height}};
        if (box.width > 0)
            page_fill(page, corners, 4, span->fill);
    }
    drawing_end_clip(page->drawing);
    drawing_end_group(page->drawing);
}

typedef struct {
    Rect box;
    double angle, cost;
} Choice;

static void offer(const PanelLayout *panel, Choice *best, Rect box, double angle,
                  double cost)
{
    const Rect *frame = &panel->frame;

    if (box.x < frame->x || box.x + box.width > frame->x + frame->width ||
        box.y < frame->y || box.y + box.height > frame->y + frame->height)
        return;
    cost += clutter_hidden(&panel->clutter, (Rect){box.x - CLEARANCE, box.y - CLEARANCE,
                                                   box.width + 2 * CLEARANCE,
                                                   box.height + 2 * CLEARANCE});
    if (cost < best->cost)
        *best = (Choice){box, angle, cost};
}

/* Places of a box of that size up the region, or along it: in it where it fits, else
 * on either side. */
static void offer_in(const PanelLayout *panel, Choice *best, Rect region, double width,
                     double height, double angle, bool of_y)
{
    static const double shares[] = {0, 1, 0.15, 0.85, 0.3, 0.7, 0.5};
    double gap = LABEL_GAP;
    double across = of_y ? region.height - height : region.width - width;
    bool inside = across >= gap;
    double upright = angle != 0 ? UPRIGHT_COST : 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(shares); i++) {
        for (int side = -1; side <= 1; side++) {
            Rect box = {region.x + across / 2, region.y + across / 2, width, height};
            double shift = inside ? side * (across / 2 - gap)
                                  : side * ((of_y ? region.height : region.width) / 2 +
                                            gap + (of_y ? height : width) / 2);
            double cost = i * 0.3 + upright + (inside ? fabs(side * 0.5) : BESIDE_COST);
            if (!inside && side == 0)
                continue;
            if (of_y) {
                box.x = region.x + gap + shares[i] * (region.width - width - 2 * gap);
                box.y += shift;
            } else {
                box.x += shift;
                box.y = region.y + gap + shares[i] * (region.height - height - 2 * gap);
            }
            offer(panel, best, box, angle, cost);
        }
    }
}

/* A label says the condition of the stretches first .. end once, in the best place. */
static Choice choose_place(const PanelLayout *panel, const TextBlock *text,
                           unsigned first, unsigned end)
{
    Choice best = {.cost = INFINITY};

    for (unsigned i = first; i < end; i += 1 + (end - first) / REGIONS_MAX) {
        const SceneSpan *span = &g_array_index(panel->panel->spans, SceneSpan, i);
        Rect region = span_box(panel, span);
        if (region.width <= 0)
            continue;
        offer_in(panel, &best, region, text->width_pt, text->height_pt, 0, span->of_y);
        if (!span->of_y)
            offer_in(panel, &best, region, text->height_pt, text->width_pt, 90, false);
    }
    return best;
}

void spans_place_labels(Page *page, PanelLayout *panel)
{
    const GArray *spans = panel->panel->spans;
    double size = LABEL_SIZE * page->theme->tick_size_pt;

    for (unsigned first = 0, end; first < spans->len; first = end) {
        const SceneSpan *span = &g_array_index(spans, SceneSpan, first);
        NoteLayout note = {.color = page->theme->muted_text, .from = &span->label};
        for (end = first + 1; end < spans->len; end++)
            if (g_array_index(spans, SceneSpan, end).begins)
                break;
        if (!*span->label.plain)
            continue;
        block_set(&note.text, page->text, span->label.pango, size, false,
                  page->scene->width_pt);
        Choice choice = choose_place(panel, &note.text, first, end);
        if (!isfinite(choice.cost) || !is_readable_at(panel, choice.box)) {
            page->dropped[PART_SPAN_LABEL] = true;
            block_clear(&note.text);
            continue;
        }
        note.box = choice.box;
        note.angle = choice.angle;
        g_array_append_val(panel->notes, note);
        clutter_add_box(&panel->clutter, note.box);
    }
}
