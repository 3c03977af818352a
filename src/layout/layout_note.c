/* layout_note.c - reference lines, their labels, and notes with their leaders. */
#include "layout/layout_parts.h"
#include "scene/label.h"

#include <math.h>

#define LINE_LABEL_SIZE 0.92 /* of the tick size */
#define LINE_LABEL_GAP 2.5   /* points between line and label */
#define NOTE_SIZE 1.0        /* of the tick size */
#define CROSSED_SHARE 1.6    /* of its height, that curves may take of a line's label */
#define BEARABLE_SHARE 0.6   /* of its height, that it may lie on curves */
#define NOTE_PADDING 2.0
#define LINE_SHARE 0.5      /* of the frame's width, that a note's line may take, */
#define LINE_LEAST 14.0     /* or of the note's size */
#define SMALL_SHARE 0.12    /* of the frame that a text may take */
#define ARROW_CLEARANCE 3.0 /* between arrow and the point that it means */
#define ARROW_LENGTH 4.5
#define ARROW_WIDTH 3.6
#define LEAST_LEADER 9.0

static bool line_ends(const PanelLayout *panel, const SceneLine *line, Point *from,
                      Point *to)
{
    const Rect *frame = &panel->frame;
    Point at = panel_map(panel, (Point){line->x, line->y});

    if (isfinite(at.y)) {
        *from = (Point){frame->x, at.y};
        *to = (Point){frame->x + frame->width, at.y};
        return at.y >= frame->y - 0.01 && at.y <= frame->y + frame->height + 0.01;
    }
    *from = (Point){at.x, frame->y + frame->height};
    *to = (Point){at.x, frame->y};
    return at.x >= frame->x - 0.01 && at.x <= frame->x + frame->width + 0.01;
}

/* A thin line is fitted to whole pixels, as the grid is. */
static void snap_line(const Page *page, Point *from, Point *to, double width_pt)
{
    if (from->y == to->y)
        from->y = to->y = page_snap(page, from->y, width_pt);
    else
        from->x = to->x = page_snap(page, from->x, width_pt);
}

void lines_paint(Page *page, PanelLayout *panel)
{
    const GArray *lines = panel->panel->lines;

    if (lines->len == 0)
        return;
    drawing_begin_group(page->drawing, "lines", NULL);
    drawing_begin_clip(page->drawing, panel->frame);
    for (unsigned i = 0; i < lines->len; i++) {
        const SceneLine *line = &g_array_index(lines, SceneLine, i);
        Point from, to;
        if (!line_ends(panel, line, &from, &to))
            continue;
        snap_line(page, &from, &to, line->width_pt);
        page_add_line(page, from, to,
                      (Stroke){.color = line->color,
                               .width_pt = line->width_pt,
                               .dash = line->dash});
    }
    drawing_end_clip(page->drawing);
    drawing_end_group(page->drawing);
}

/* The least cluttered of places along the line, on either side of it. */
static Rect place_line_label(const PanelLayout *panel, Point from, Point to,
                             double width, double height)
{
    static const double shares[] = {1, 0, 0.85, 0.15, 0.7, 0.3, 0.5};
    Rect best = {0};
    double best_cost = INFINITY;
    bool level = from.y == to.y;
    double gap = LINE_LABEL_GAP;

    for (unsigned i = 0; i < 2 * G_N_ELEMENTS(shares); i++) {
        double share = shares[i / 2];
        bool other_side = i % 2 != 0;
        Rect box = {.width = width, .height = height};
        double cost;
        if (level) {
            box.x = from.x + gap + share * (to.x - from.x - width - 2 * gap);
            box.y = other_side ? from.y + gap : from.y - gap - height;
        } else {
            box.x = other_side ? from.x - gap - width : from.x + gap;
            box.y = from.y - gap - height + share * (to.y - from.y + height + 2 * gap);
        }
        cost = clutter_hidden(&panel->clutter, box) + i * 0.3 +
               10 * outside_area(box, panel->frame);
        if (cost < best_cost) {
            best_cost = cost;
            best = box;
        }
    }
    return best;
}

bool is_small_in(Rect box, Rect frame)
{
    return box.width * box.height <= SMALL_SHARE * frame.width * frame.height &&
           box.width <= frame.width;
}

/* Moves a box that reaches beyond the page's padding back onto it. */
static void keep_on_page(const Page *page, Rect *box)
{
    double pad = page->padding_pt;

    box->x = MAX(MIN(box->x, page->scene->width_pt - pad - box->width), pad);
    box->y = MAX(MIN(box->y, page->scene->height_pt - pad - box->height), pad);
}

/* A label that would fill much of a small frame is left out. */
static void place_line_labels(Page *page, PanelLayout *panel)
{
    const GArray *lines = panel->panel->lines;
    double size = LINE_LABEL_SIZE * page->theme->tick_size_pt;

    for (unsigned i = 0; i < lines->len; i++) {
        const SceneLine *line = &g_array_index(lines, SceneLine, i);
        NoteLayout note = {.color = page->theme->muted_text, .plain = line->label};
        Point from, to;
        if (!line->label || !*line->label || !line_ends(panel, line, &from, &to))
            continue;
        g_autofree char *markup = label_in(line->label, NOTATION_MARKUP);
        block_set(&note.text, page->text, markup, size, false, page->scene->width_pt);
        note.box =
            place_line_label(panel, from, to, note.text.width_pt, note.text.height_pt);
        keep_on_page(page, &note.box);
        if (!is_small_in(note.box, panel->frame) ||
            clutter_hidden(&panel->clutter, note.box) >
                CROSSED_SHARE * note.text.height_pt) {
            page->dropped[PART_LINE_LABEL] = true;
            block_clear(&note.text);
            continue;
        }
        g_array_append_val(panel->notes, note);
        clutter_add_box(&panel->clutter, note.box);
    }
}

static Rect choose_note_box(const PanelLayout *panel, Point point, double width,
                            double height)
{
    static const double distances[] = {13, 17, 22, 28, 34, 42, 50, 65, 80};
    double cost;

    return place_beside(panel, point,
                        &(PlaceWish){.width = width,
                                     .height = height,
                                     .distances = distances,
                                     .distance_count = G_N_ELEMENTS(distances)},
                        &cost);
}

/* Among several panels a note stays in its frame. */
static bool is_misplaced(const Page *page, const PanelLayout *panel, Rect box)
{
    return is_in_the_way(panel, box) ||
           (page->panel_count > 1 && outside_area(box, panel->frame) > 0.01);
}

static bool place_note(Page *page, PanelLayout *panel, const SceneNote *from,
                       NoteLayout *note)
{
    bool chosen = !isfinite(from->offset_x_pt) || !isfinite(from->offset_y_pt);
    double pad = page->padding_pt;
    double size = NOTE_SIZE * page->theme->tick_size_pt;
    double room_width = page->scene->width_pt - 2 * pad;
    double width, height;

    if (chosen) /* who has placed it has seen it in one line */
        room_width =
            MIN(room_width, MAX(LINE_SHARE * panel->frame.width, LINE_LEAST * size));
    block_set(&note->text, page->text, from->text.pango, size, false,
              room_width - 2 * NOTE_PADDING);
    if (note->text.count == 0)
        return true;
    width = note->text.width_pt + 2 * NOTE_PADDING;
    height = note->text.height_pt + 2 * NOTE_PADDING;
    note->box = chosen ? choose_note_box(panel, note->point, width, height)
                       : note_box(note->point, from->offset_x_pt, from->offset_y_pt,
                                  width, height);
    if (!chosen && (is_misplaced(page, panel, note->box) ||
                    !is_small_in(note->box, panel->frame))) {
        chosen = true; /* meant for a larger page */
        note->box = choose_note_box(panel, note->point, width, height);
        if (clutter_hidden(&panel->clutter, note->box) > BEARABLE_SHARE * height)
            return false;
    }
    keep_on_page(page, &note->box);
    return !chosen || (is_small_in(note->box, panel->frame) &&
                       !is_misplaced(page, panel, note->box));
}

/* Those whose place is given, or the others. */
static void place_notes(Page *page, PanelLayout *panel, bool given)
{
    const GArray *notes = panel->panel->notes;

    for (unsigned i = 0; i < notes->len; i++) {
        const SceneNote *from = &g_array_index(notes, SceneNote, i);
        NoteLayout note = {.from = &from->text,
                           .point = panel_map(panel, from->at),
                           .color = page->theme->text,
                           .align = from->align,
                           .arrow = true};
        if (!isfinite(note.point.x) || !isfinite(note.point.y) ||
            given != isfinite(from->offset_x_pt + from->offset_y_pt))
            continue;
        if (!place_note(page, panel, from, &note)) {
            page->dropped[PART_NOTE] = true;
            block_clear(&note.text);
            continue;
        }
        g_array_append_val(panel->notes, note);
        clutter_add_box(&panel->clutter, note.box);
        clutter_add_segment(&panel->clutter, leave_box(note.box, note.point),
                            note.point);
    }
}

void notes_place(Page *page, PanelLayout *panel)
{
    const GArray *lines = panel->panel->lines;

    panel->notes = g_array_new(FALSE, TRUE, sizeof(NoteLayout));
    for (unsigned i = 0; i < lines->len; i++) {
        Point from, to;
        if (line_ends(panel, &g_array_index(lines, SceneLine, i), &from, &to))
            clutter_add_segment(&panel->clutter, from, to);
    }
    place_notes(page, panel, true);
    marks_place(page, panel); /* before what can stand elsewhere */
    place_notes(page, panel, false);
    place_line_labels(page, panel);
    spans_place_labels(page, panel);
}

void notes_release(PanelLayout *panel)
{
    for (unsigned i = 0; panel->notes && i < panel->notes->len; i++)
        block_clear(&g_array_index(panel->notes, NoteLayout, i).text);
    if (panel->notes)
        g_array_unref(panel->notes);
}

static Color veil_color(const Theme *theme)
{
    Color color = color_mix(theme->background, theme->panel, theme->panel.alpha);

    color.alpha = 0.8;
    return color;
}

/* Behind texts, under the curves, so that grid and lines do not run through them. */
void notes_paint_veils(Page *page, const PanelLayout *panel)
{
    Color color = veil_color(page->theme);
    int count = 4;

    for (unsigned i = 0; i < panel->notes->len; i++) {
        const NoteLayout *note = &g_array_index(panel->notes, NoteLayout, i);
        Rect box = note->box;
        Point points[] = {{box.x, box.y},
                          {box.x + box.width, box.y},
                          {box.x + box.width, box.y + box.height},
                          {box.x, box.y + box.height}};
        /* On a heat map no text can be read without. */
        if (note->text.count == 0 || (!note->arrow && !panel->panel->field))
            continue;
        page_fill(page, points, count, color);
    }
}

/* On a heat map the arrow has an edge of the ground, which NULL leaves out. */
static void paint_arrow(Page *page, Rect box, Point point, const Color *ground)
{
    Point tail = leave_box(box, point);
    double dx = point.x - tail.x, dy = point.y - tail.y;
    double length = hypot(dx, dy);
    double way_x, way_y;
    Color color = page->theme->muted_text;
    int count = 3;

    if (length < LEAST_LEADER)
        return;
    way_x = dx / length;
    way_y = dy / length;
    Point tip = {point.x - ARROW_CLEARANCE * way_x, point.y - ARROW_CLEARANCE * way_y};
    Point neck = {tip.x - ARROW_LENGTH * way_x, tip.y - ARROW_LENGTH * way_y};
    Point head[] = {
        tip,
        {neck.x - ARROW_WIDTH / 2 * way_y, neck.y + ARROW_WIDTH / 2 * way_x},
        {neck.x + ARROW_WIDTH / 2 * way_y, neck.y - ARROW_WIDTH / 2 * way_x}};
    if (ground)
        page_add_line(page, tail, tip,
                      (Stroke){.color = *ground, .width_pt = ARROW_WIDTH});
    page_add_line(page, tail, neck,
                  (Stroke){.color = color, .width_pt = page->theme->axis_width_pt});
    page_fill(page, head, count, color);
}

/* Tells formats that set texts themselves where this one stands. */
static void tell_label(Page *page, const PanelLayout *panel, const NoteLayout *note)
{
    DrawingLabel label = {
        .panel = panel->panel,
        .text = note->from,
        .plain = note->plain,
        .box = note->box,
        .angle = note->angle,
        .size_pt = note->text.size_pt,
        .color = note->color,
        .has_line = note->arrow || note->leader,
        .has_head = note->arrow,
        .to = note->point,
    };

    if (label.has_line)
        label.from =
            leave_box(note->leader ? rect_grown(note->box, 1) : note->box, note->point);
    drawing_add_label(page->drawing, &label);
}

void notes_paint(Page *page, PanelLayout *panel)
{
    Color ground = veil_color(page->theme);

    if (panel->notes->len == 0)
        return;
    drawing_begin_group(page->drawing, "notes", NULL);
    for (unsigned i = 0; i < panel->notes->len; i++) {
        NoteLayout *note = &g_array_index(panel->notes, NoteLayout, i);
        Rect box = note->box;
        double pad = note->arrow ? NOTE_PADDING : 0;
        if (note->text.count == 0)
            continue;
        tell_label(page, panel, note);
        if (note->arrow)
            paint_arrow(page, box, note->point, panel->panel->field ? &ground : NULL);
        if (note->leader)
            page_add_line(page, leave_box(rect_grown(box, 1), note->point), note->point,
                          (Stroke){.color = page->theme->muted_text,
                                   .width_pt = page->theme->axis_width_pt});
        Point corner = {box.x + pad,
                        note->angle != 0 ? box.y + box.height - pad : box.y + pad};
        double share = note->align == NOTE_LEFT    ? 0
                       : note->align == NOTE_RIGHT ? 1
                                                   : 0.5;
        block_paint(&note->text, page, corner, note->angle, share, note->color);
    }
    drawing_end_group(page->drawing);
}
