/* estimate.c - frames and texts on the page by layout's rules, from sizes alone:
 * programs that measure each panel by itself would not align the frames of a column. */
#include "backend/estimate.h"

#include "scene/label.h"

#include <math.h>
#include <string.h>

/* Shares of the text's size; layout's. */
#define CAPITAL_RISE 0.72
#define LETTER_DROP 0.2
#define LINE_PITCH 1.25
#define HEADER_GAP 0.95
#define SUBTITLE_GAP 0.45
#define PANEL_GAP 0.6
#define PANEL_TITLE_SIZE 1.05
#define TICK_GAP 0.38
#define AXIS_LABEL_GAP 0.55
#define LEGEND_MARGIN 0.75
#define LEGEND_SAMPLE 4.0 /* sample, gaps and inset beside the label */
#define LEGEND_PITCH 1.65
#define LEGEND_ROW_GAP 0.45 /* layout's, between rows */
#define BELOW_GAP 0.9
#define BELOW_COLUMN_GAP 1.8
#define CAPTION_GAP 0.9

/* Shares of the page. */
#define OUTSIDE_SHARE 0.4 /* for a label, whose width is guessed on the safe side */
#define INSIDE_SHARE 0.75
#define LEGEND_HEIGHT 0.7 /* for a legend, above which it takes columns */
#define LEGEND_WIDTH 0.45 /* for columns that need not be set smaller */

/* Of its part of the page, that a frame has before it is known. */
#define GUESSED_WIDTH 0.8
#define GUESSED_HEIGHT 0.7

#define NOTE_OFFSET_PT 22.0 /* where the figure does not say */
#define NOTE_GAP_PT 3.0     /* between arrow and point */
#define NOTE_PADDING_PT 2.0 /* between arrow and text */
#define LEAST_ARROW_PT 9.0

#define SAFE_SHARE 0.9 /* of an estimated width, which is on the wide side */
#define PADDING_SHARE 0.06
#define GAPS_SHARE 0.12
#define LEAST_FRAME_SHARE 0.25

typedef struct {
    double left, right, top, bottom;
} Margins;

static double page_padding(const Scene *scene)
{
    return fmin(scene->theme->padding_pt,
                PADDING_SHARE * fmin(scene->width_pt, scene->height_pt));
}

double estimate_text_height(double size_pt)
{
    return (CAPITAL_RISE + LETTER_DROP) * size_pt;
}

/* Lines of words, about that wide. */
static char **break_words(const char *plain, double width_em)
{
    g_auto(GStrv) words = g_strsplit_set(plain, " \n", -1);
    GPtrArray *lines = g_ptr_array_new();
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word; word++) {
        g_autofree char *longer = g_strdup_printf("%s %s", line->str, *word);
        if (line->len > 0 && label_width_em(longer) > width_em) {
            g_ptr_array_add(lines, g_strdup(line->str));
            g_string_truncate(line, 0);
        }
        g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", *word);
    }
    if (line->len > 0)
        g_ptr_array_add(lines, g_strdup(line->str));
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

char *estimate_broken(const SceneText *text, double size_pt, double room_pt)
{
    double room_em = room_pt / size_pt / SAFE_SHARE;
    if (strchr(text->plain, '\n') || label_extra_em(text) > 0 ||
        label_width_em(text->plain) <= room_em)
        return NULL;
    g_auto(GStrv) lines = break_words(text->plain, room_em);
    return g_strjoinv("\n", lines);
}

static double block_height(const SceneText *text, double size_pt, double room_pt)
{
    g_autofree char *broken = estimate_broken(text, size_pt, room_pt);
    double height = estimate_text_height(size_pt) + label_extra_em(text) * size_pt;
    const char *plain = broken ? broken : text->plain;
    for (const char *at = strchr(plain, '\n'); at; at = strchr(at + 1, '\n'))
        height += LINE_PITCH * size_pt;
    return height;
}

static double page_text_width(const Scene *scene)
{
    return scene->width_pt - 2 * page_padding(scene);
}

static double panel_text_width(const Scene *scene)
{
    return page_text_width(scene) / scene->columns -
           (scene->columns > 1 ? scene->theme->panel_gap_pt : 0);
}

/* From the top of a text to the middle of its first line. */
static double title_middle(const SceneText *text, double size_pt)
{
    return (estimate_text_height(size_pt) + label_extra_em(text) * size_pt) / 2;
}

static double header_gap(double size_pt)
{
    return HEADER_GAP * size_pt;
}

static double subtitle_gap(double size_pt)
{
    return SUBTITLE_GAP * size_pt;
}

static double panel_gap(double size_pt)
{
    return PANEL_GAP * size_pt;
}

static double panel_title_size(const Theme *theme)
{
    return PANEL_TITLE_SIZE * theme->label_size_pt;
}

static const ScenePanel *lone_panel(const Scene *scene)
{
    return scene->panels->len == 1 && scene->title.plain[0] == '\0'
               ? g_ptr_array_index(scene->panels, 0)
               : NULL;
}

static const SceneText *page_title(const Scene *scene)
{
    const ScenePanel *lone = lone_panel(scene);
    return lone ? &lone->title : &scene->title;
}

static const SceneText *page_subtitle(const Scene *scene)
{
    const ScenePanel *lone = lone_panel(scene);
    return lone && scene->subtitle.plain[0] == '\0' ? &lone->subtitle
                                                    : &scene->subtitle;
}

static bool has_panel_titles(const Scene *scene)
{
    if (scene->panels->len > 1)
        return true;
    const ScenePanel *panel =
        scene->panels->len == 1 ? g_ptr_array_index(scene->panels, 0) : NULL;
    return panel && !lone_panel(scene) &&
           strcmp(panel->title.plain, scene->title.plain) != 0;
}

static double titles_height(const SceneText *title, double title_size_pt,
                            const SceneText *subtitle, double subtitle_size_pt,
                            double room_pt, double (*gap_under)(double size_pt))
{
    double height = 0, gap = 0;
    if (title->plain[0] != '\0') {
        height += block_height(title, title_size_pt, room_pt);
        gap = gap_under(title_size_pt);
    }
    if (subtitle->plain[0] != '\0') {
        if (height > 0)
            height += subtitle_gap(title_size_pt);
        height += block_height(subtitle, subtitle_size_pt, room_pt);
        gap = gap_under(subtitle_size_pt);
    }
    return height + gap;
}

/* From the frame to the far side of the axis' label; along is the text's extent away
 * from the frame, in sizes. */
static double axis_depth(const Theme *theme, const SceneAxis *axis, double along)
{
    double depth = theme->ticks == TICKS_OUT ? theme->tick_length_pt : 0;
    if (!axis->show_labels)
        return depth;
    depth += (TICK_GAP + along) * theme->tick_size_pt;
    if (axis->label.plain[0] != '\0')
        depth += AXIS_LABEL_GAP * theme->label_size_pt +
                 block_height(&axis->label, theme->label_size_pt, INFINITY);
    return depth;
}

static double widest_tick(const SceneAxis *axis)
{
    double widest = 0;
    for (guint i = 0; i < axis->ticks->len; i++)
        widest = fmax(widest,
                      label_width_em(g_array_index(axis->ticks, SceneTick, i).label));
    return widest;
}

/* Half of the last label stands right of the frame when its tick is at the end. */
static double right_overhang(const Theme *theme, const SceneAxis *axis)
{
    if (!axis->show_labels || axis->ticks->len == 0)
        return 0;
    const SceneTick *last =
        &g_array_index(axis->ticks, SceneTick, axis->ticks->len - 1);
    return label_width_em(last->label) * theme->tick_size_pt / 2;
}

bool estimate_is_common_legend(const Scene *scene, const ScenePanel *panel)
{
    if (panel->legend != LEGEND_BELOW || scene->panels->len < 2)
        return false;
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *other = g_ptr_array_index(scene->panels, i);
        if (other != panel && other->legend != LEGEND_NONE)
            return false;
    }
    return true;
}

void estimate_fit_legend(EstimatedLegend *legend, const ScenePanel *panel, Rect box)
{
    double pitch = 1 + LEGEND_ROW_GAP;
    double rows = (box.height / legend->size_pt + LEGEND_ROW_GAP) / pitch;
    int count = 0;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        count += series->in_legend ? 1 : 0;
    }
    legend->rows = MAX((int)lround(rows), 1);
    legend->columns = MAX((count + legend->rows - 1) / legend->rows, 1);
    legend->size_pt =
        fmin(legend->size_pt, box.height / (legend->rows * pitch - LEGEND_ROW_GAP));
}

EstimatedLegend estimate_legend(const Scene *scene, const ScenePanel *panel)
{
    static const double scales[] = {1, 0.85, 0.7};
    double widest = 0, count = 0;
    EstimatedLegend legend = {.size_pt = scene->theme->legend_size_pt, .columns = 1};
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (!series->in_legend)
            continue;
        g_autofree char *cut = estimate_legend_text(scene, panel, series);
        double width = label_width_em(cut ? cut : series->label.plain);
        widest = fmax(widest, width + LEGEND_SAMPLE);
        count++;
    }
    if (panel->legend == LEGEND_BELOW && count > 0) {
        int columns_of_panels =
            estimate_is_common_legend(scene, panel) ? 1 : scene->columns;
        double room = scene->width_pt / columns_of_panels - page_padding(scene);
        double entry = (widest - LEGEND_SAMPLE + 2.7 + BELOW_COLUMN_GAP);
        double columns = CLAMP(floor(room / (entry * legend.size_pt)), 1, count);
        double rows = ceil(count / columns);
        legend.rows = (int)rows;
        legend.columns = (int)ceil(count / rows);
        legend.height_pt = (rows * LEGEND_PITCH + BELOW_GAP) * legend.size_pt;
        return legend;
    }
    if (panel->legend != LEGEND_OUTSIDE || count == 0)
        return legend;
    for (size_t i = 0; i < G_N_ELEMENTS(scales); i++) {
        double size = scales[i] * scene->theme->legend_size_pt;
        double room = LEGEND_HEIGHT * scene->height_pt / scene->rows;
        double columns = ceil(count * LEGEND_PITCH * size / room);
        legend = (EstimatedLegend){
            .size_pt = size,
            .width_pt = (columns * widest + LEGEND_MARGIN) * size,
            .columns = (int)columns,
        };
        if (columns < 2 || legend.width_pt < LEGEND_WIDTH * scene->width_pt)
            break;
    }
    return legend;
}

bool estimate_has_legend(const ScenePanel *panel)
{
    return panel->legend != LEGEND_NONE && panel->legend != LEGEND_AUTO &&
           panel->legend != LEGEND_DIRECT;
}

/* A frame of about the size that it has in the end decides which names stand in it. */
static GArray *settled_names(const Scene *scene, const ScenePanel *panel)
{
    double size = scene->theme->legend_size_pt;
    Rect frame = {0, 0, GUESSED_WIDTH * scene->width_pt / scene->columns,
                  GUESSED_HEIGHT * scene->height_pt / scene->rows};
    GArray *names = direct_names(panel);
    if (panel->legend != LEGEND_DIRECT)
        g_array_set_size(names, 0);
    for (guint i = 0; i < names->len; i++) {
        DirectName *name = &g_array_index(names, DirectName, i);
        name->width_pt = label_width_em(name->series->label.plain) * size;
        name->height_pt = estimate_text_height(size);
    }
    direct_settle(names, panel, frame, size);
    return names;
}

GArray *estimate_names(const Scene *scene, const ScenePanel *panel, const Rect *frame)
{
    GArray *names = settled_names(scene, panel);
    if (!direct_place(names, panel, *frame, scene->theme->legend_size_pt))
        g_array_set_size(names, 0);
    return names;
}

static char **caption_lines(const Scene *scene, const SceneText *caption,
                            double width_pt)
{
    return break_words(caption->plain,
                       width_pt / scene->theme->tick_size_pt / SAFE_SHARE);
}

static double caption_height(const Scene *scene, const SceneText *caption,
                             double width_pt)
{
    g_auto(GStrv) lines = caption_lines(scene, caption, width_pt);
    guint count = g_strv_length(lines);
    return count > 0 ? (CAPTION_GAP + count * LINE_PITCH) * scene->theme->tick_size_pt
                     : 0;
}

char **estimate_caption(const Scene *scene, const ScenePanel *panel, const Rect *frame,
                        Point *place)
{
    double size = scene->theme->tick_size_pt;
    double height;
    if (!frame) {
        height = caption_height(scene, &scene->caption, page_text_width(scene));
        *place = (Point){page_padding(scene), scene->height_pt - page_padding(scene) -
                                                  height + (CAPTION_GAP + 0.5) * size};
        return caption_lines(scene, &scene->caption, page_text_width(scene));
    }
    double left = axis_depth(scene->theme, &panel->y, widest_tick(&panel->y));
    *place = (Point){fmax(frame->x - left, page_padding(scene)),
                     frame->y + frame->height +
                         axis_depth(scene->theme, &panel->x, CAPITAL_RISE) +
                         (estimate_is_common_legend(scene, panel)
                              ? 0
                              : estimate_legend(scene, panel).height_pt) +
                         (CAPTION_GAP + 0.5) * size};
    return caption_lines(scene, &panel->caption, panel_text_width(scene));
}

Point estimate_legend_top(const Scene *scene, const ScenePanel *panel,
                          const Rect *frame)
{
    double gap = BELOW_GAP * scene->theme->legend_size_pt;
    if (estimate_is_common_legend(scene, panel))
        return (Point){
            scene->width_pt / 2,
            scene->height_pt - page_padding(scene) -
                caption_height(scene, &scene->caption, page_text_width(scene)) -
                estimate_legend(scene, panel).height_pt + gap};
    return (Point){frame->x + frame->width / 2,
                   frame->y + frame->height +
                       axis_depth(scene->theme, &panel->x, CAPITAL_RISE) + gap};
}

/* Under all panels. */
static double common_legend_height(const Scene *scene)
{
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        if (estimate_is_common_legend(scene, panel))
            return estimate_legend(scene, panel).height_pt;
    }
    return 0;
}

char *estimate_legend_text(const Scene *scene, const ScenePanel *panel,
                           const SceneSeries *series)
{
    double share = panel->legend == LEGEND_OUTSIDE ? OUTSIDE_SHARE : INSIDE_SHARE;
    double limit_em = share * scene->width_pt / scene->theme->legend_size_pt;
    double width = label_width_em(series->label.plain);
    if (width <= limit_em)
        return NULL;
    glong length = g_utf8_strlen(series->label.plain, -1);
    glong kept = (glong)((double)length * limit_em / width);
    g_autofree char *start = g_utf8_substring(series->label.plain, 0, MAX(kept - 1, 0));
    return g_strconcat(start, "…", NULL);
}

static Margins panel_margins(const Scene *scene, const ScenePanel *panel)
{
    const Theme *theme = scene->theme;
    Margins margins = {
        .left = axis_depth(theme, &panel->y, widest_tick(&panel->y)),
        .right = right_overhang(theme, &panel->x),
        .top = CAPITAL_RISE * theme->tick_size_pt / 2,
        .bottom = axis_depth(theme, &panel->x, CAPITAL_RISE),
    };
    if (has_panel_titles(scene))
        margins.top =
            fmax(margins.top, titles_height(&panel->title, panel_title_size(theme),
                                            &panel->subtitle, theme->subtitle_size_pt,
                                            panel_text_width(scene), panel_gap));
    if (panel->legend == LEGEND_OUTSIDE)
        margins.right = fmax(margins.right, estimate_legend(scene, panel).width_pt);
    if (panel->legend == LEGEND_DIRECT) {
        g_autoptr(GArray) names = settled_names(scene, panel);
        margins.right =
            fmax(margins.right, direct_margin(names, theme->legend_size_pt));
    }
    if (panel->legend == LEGEND_BELOW && !estimate_is_common_legend(scene, panel))
        margins.bottom += estimate_legend(scene, panel).height_pt;
    margins.bottom += caption_height(scene, &panel->caption, panel_text_width(scene));
    return margins;
}

/* The largest margins of each column (left, right) and row (top, bottom). */
static void gather_margins(const Scene *scene, Margins *columns, Margins *rows)
{
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        Margins margins = panel_margins(scene, panel);
        Margins *column = &columns[panel->column], *row = &rows[panel->row];
        column->left = fmax(column->left, margins.left);
        column->right = fmax(column->right, margins.right);
        row->top = fmax(row->top, margins.top);
        row->bottom = fmax(row->bottom, margins.bottom);
    }
}

static double frame_extent(double room, double margins, int count, double gap)
{
    double extent = (room - margins - (count - 1) * gap) / count;
    return fmax(extent, LEAST_FRAME_SHARE * room / count);
}

static double panel_distance(double gap, double extent, int count)
{
    return count > 1 ? fmin(gap, GAPS_SHARE * extent / (count - 1)) : 0;
}

void estimate_frames(const Scene *scene, Rect *frames)
{
    const Theme *theme = scene->theme;
    double padding = page_padding(scene);
    double header =
        titles_height(page_title(scene), theme->title_size_pt, page_subtitle(scene),
                      theme->subtitle_size_pt, page_text_width(scene), header_gap);
    double footer = caption_height(scene, &scene->caption, page_text_width(scene)) +
                    common_legend_height(scene);
    double gap_x = panel_distance(theme->panel_gap_pt, scene->width_pt, scene->columns);
    double gap_y = panel_distance(theme->panel_gap_pt, scene->height_pt, scene->rows);
    g_autofree Margins *columns = g_new0(Margins, (gsize)scene->columns);
    g_autofree Margins *rows = g_new0(Margins, (gsize)scene->rows);
    g_autofree double *x = g_new(double, (gsize)scene->columns);
    g_autofree double *y = g_new(double, (gsize)scene->rows);
    double across = 0, down = 0;

    gather_margins(scene, columns, rows);
    for (int i = 0; i < scene->columns; i++)
        across += columns[i].left + columns[i].right;
    for (int i = 0; i < scene->rows; i++)
        down += rows[i].top + rows[i].bottom;
    double width =
        frame_extent(scene->width_pt - 2 * padding, across, scene->columns, gap_x);
    double height = frame_extent(scene->height_pt - 2 * padding - header - footer, down,
                                 scene->rows, gap_y);
    double at = padding;
    for (int i = 0; i < scene->columns; i++) {
        x[i] = at + columns[i].left;
        at = x[i] + width + columns[i].right + gap_x;
    }
    at = padding + header;
    for (int i = 0; i < scene->rows; i++) {
        y[i] = at + rows[i].top;
        at = y[i] + height + rows[i].bottom + gap_y;
    }
    for (guint i = 0; i < scene->panels->len; i++) {
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        frames[i] = (Rect){x[panel->column], y[panel->row], width, height};
    }
}

int estimate_page_titles(const Scene *scene, const Rect *frames,
                         EstimatedTitle titles[2])
{
    const Theme *theme = scene->theme;
    const SceneText *title = page_title(scene), *subtitle = page_subtitle(scene);
    bool centred = theme->title_align == ALIGN_CENTER;
    double right = 0, y = page_padding(scene);
    int count = 0;
    for (guint i = 0; i < scene->panels->len; i++)
        right = fmax(right, frames[i].x + frames[i].width);
    double x = centred ? (frames[0].x + right) / 2 : y;
    if (title->plain[0] != '\0') {
        double size = theme->title_size_pt;
        titles[count++] = (EstimatedTitle){title,
                                           {x, y + title_middle(title, size)},
                                           size,
                                           theme->title_bold,
                                           centred,
                                           theme->text,
                                           page_text_width(scene)};
        y += block_height(title, size, page_text_width(scene)) + subtitle_gap(size);
    }
    if (subtitle->plain[0] != '\0') {
        double size = theme->subtitle_size_pt;
        titles[count++] = (EstimatedTitle){subtitle,
                                           {x, y + title_middle(subtitle, size)},
                                           size,
                                           false,
                                           centred,
                                           theme->muted_text,
                                           page_text_width(scene)};
    }
    return count;
}

/* From the frame upwards: the subtitle stands nearer. */
int estimate_panel_titles(const Scene *scene, const ScenePanel *panel,
                          const Rect *frame, EstimatedTitle titles[2])
{
    const Theme *theme = scene->theme;
    bool centred = theme->title_align == ALIGN_CENTER;
    double x = centred ? frame->x + frame->width / 2 : frame->x, y = frame->y;
    double room = panel_text_width(scene);
    int count = 0;
    if (!has_panel_titles(scene))
        return 0;
    if (panel->subtitle.plain[0] != '\0') {
        double size = theme->subtitle_size_pt;
        y -= panel_gap(size) + block_height(&panel->subtitle, size, room);
        titles[count++] =
            (EstimatedTitle){&panel->subtitle,
                             {x, y + title_middle(&panel->subtitle, size)},
                             size,
                             false,
                             centred,
                             theme->muted_text,
                             room};
    }
    if (panel->title.plain[0] != '\0') {
        double size = panel_title_size(theme);
        y -= y < frame->y ? subtitle_gap(size) : panel_gap(size);
        y -= block_height(&panel->title, size, room);
        titles[count++] =
            (EstimatedTitle){&panel->title, {x, y + title_middle(&panel->title, size)},
                             size,          theme->title_bold,
                             centred,       theme->text,
                             room};
    }
    return count;
}

bool estimate_runs_along_edge(const ScenePanel *panel, const Rect *frame,
                              const SceneSeries *series)
{
    double half = series->width_pt / 2;
    for (guint p = 0; p < series->pieces->len; p++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, p);
        for (guint i = 1; i < piece->points->len; i++) {
            Point a = estimate_point(panel, frame,
                                     g_array_index(piece->points, Point, i - 1));
            Point b =
                estimate_point(panel, frame, g_array_index(piece->points, Point, i));
            bool at_top = fmax(a.y, b.y) < frame->y + half;
            bool at_bottom = fmin(a.y, b.y) > frame->y + frame->height - half;
            if ((at_top || at_bottom) && fabs(b.x - a.x) >= 4 * half)
                return true;
        }
    }
    return false;
}

Point estimate_point(const ScenePanel *panel, const Rect *frame, Point value)
{
    double x = scale_map(&panel->x.scale, value.x);
    double y = scale_map(&panel->y.scale, value.y);
    return (Point){frame->x + x * frame->width, frame->y + (1 - y) * frame->height};
}

/* Towards the frame's middle when the figure does not say where. */
bool estimate_note(const Scene *scene, const ScenePanel *panel, const Rect *frame,
                   const SceneNote *note, EstimatedNote *place)
{
    Point point = estimate_point(panel, frame, note->at);
    if (!isfinite(point.x) || !isfinite(point.y) || note->text.plain[0] == '\0')
        return false;
    bool chosen = isnan(note->offset_x_pt) || isnan(note->offset_y_pt);
    bool is_left = point.x < frame->x + frame->width / 2;
    bool is_low = point.y > frame->y + frame->height / 2;
    double dx =
        chosen ? (is_left ? NOTE_OFFSET_PT : -NOTE_OFFSET_PT) : note->offset_x_pt;
    double dy =
        chosen ? (is_low ? NOTE_OFFSET_PT : -NOTE_OFFSET_PT) : note->offset_y_pt;
    double distance = hypot(dx, dy);
    Point end = {point.x + dx, point.y - dy};
    bool above = fabs(dx) < fabs(dy) / 2;
    double shift = above ? 0 : copysign(NOTE_PADDING_PT, dx);
    double half = estimate_text_height(scene->theme->tick_size_pt) / 2;
    double rise = fabs(dy) > fabs(dx) / 2 ? copysign(half + NOTE_PADDING_PT, dy) : 0;
    double short_of = NOTE_GAP_PT / distance;
    *place = (EstimatedNote){
        .side = above    ? 0
                : dx > 0 ? 1
                         : -1,
        .text = {end.x + shift, end.y - rise},
        .has_arrow = distance >= LEAST_ARROW_PT,
        .arrow_from = end,
        .arrow_to = {point.x + short_of * dx, point.y - short_of * dy},
    };
    return true;
}
