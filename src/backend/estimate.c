/* estimate.c - titles and legends by layout's rules, from sizes alone. */
#include "backend/estimate.h"

#include "layout/text_wrap.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

/* Shares of the text's size; layout's. */
#define CAPITAL_RISE 0.72
#define LETTER_DROP 0.2
#define LINE_PITCH 1.25
#define SUBTITLE_GAP 0.45
#define PANEL_GAP 0.6
#define PANEL_TITLE_SIZE 1.05

/* Shares of the page. */
#define OUTSIDE_SHARE 0.4 /* for a label, whose width is guessed on the safe side */
#define INSIDE_SHARE 0.75

#define SAFE_SHARE 0.9 /* of an estimated width, which is on the wide side */
#define PADDING_SHARE 0.06

/* Of a subtitle, whose words are many small letters, the guess is on the wide side by
 * so much more; a line too many would push titles off the page. */
#define SUBTITLE_SLACK 1.2
#define EDGE_SHARE 0.9

static double page_padding(const Scene *scene)
{
    return fmin(scene->theme->padding_pt,
                PADDING_SHARE * fmin(scene->width_pt, scene->height_pt));
}

static double estimate_text_height(double size_pt)
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

char *estimate_broken_words(const char *plain, double size_pt, double room_pt)
{
    double room_em = room_pt / size_pt / SAFE_SHARE;
    if (strchr(plain, '\n') || label_width_em(plain) <= room_em)
        return NULL;
    g_auto(GStrv) lines = break_words(plain, room_em);
    return g_strjoinv("\n", lines);
}

char *estimate_broken(const SceneText *text, double size_pt, double room_pt)
{
    return label_extra_em(text) > 0
               ? NULL
               : estimate_broken_words(text->plain, size_pt, room_pt);
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

/* What is read from right to left ends at right, unless it is centred. */
static void turn_titles(EstimatedTitle *titles, int count, double right)
{
    for (int i = 0; i < count; i++)
        if (!titles[i].centred && text_is_right_to_left(titles[i].text->plain)) {
            titles[i].leftwards = true;
            titles[i].place.x = right;
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
                                           page_text_width(scene),
                                           false};
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
                                           page_text_width(scene),
                                           false};
    }
    turn_titles(titles, count, right);
    return count;
}

/* At most to the page's edge, with room for what the estimate may be off. */
static double subtitle_room(const Scene *scene, const SceneText *subtitle, double x)
{
    double room = page_text_width(scene) / scene->columns;
    double edge = (scene->width_pt + page_text_width(scene)) / 2;
    for (const char *at = subtitle->plain; *at; at = g_utf8_next_char(at))
        if (g_unichar_iswide(g_utf8_get_char(at)))
            return panel_text_width(scene);
    return fmin(SUBTITLE_SLACK * room, EDGE_SHARE * (edge - x));
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
        double wide = subtitle_room(scene, &panel->subtitle, frame->x);
        y -= panel_gap(size) + block_height(&panel->subtitle, size, wide);
        titles[count++] =
            (EstimatedTitle){&panel->subtitle,
                             {x, y + title_middle(&panel->subtitle, size)},
                             size,
                             false,
                             centred,
                             theme->muted_text,
                             wide,
                             false};
    }
    if (panel->title.plain[0] != '\0') {
        double size = panel_title_size(theme);
        y -= y < frame->y ? subtitle_gap(size) : panel_gap(size);
        y -= block_height(&panel->title, size, room);
        titles[count++] =
            (EstimatedTitle){&panel->title, {x, y + title_middle(&panel->title, size)},
                             size,          theme->title_bold,
                             centred,       theme->text,
                             room,          false};
    }
    turn_titles(titles, count, frame->x + frame->width);
    return count;
}

static Point page_point(const ScenePanel *panel, const Rect *frame, Point value)
{
    double x = scale_map(&panel->x.scale, value.x);
    double y = scale_map(&panel->y.scale, value.y);
    return (Point){frame->x + x * frame->width, frame->y + (1 - y) * frame->height};
}

bool estimate_runs_along_edge(const ScenePanel *panel, const Rect *frame,
                              const SceneSeries *series)
{
    double half = series->width_pt / 2;
    for (guint p = 0; p < series->pieces->len; p++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, p);
        for (guint i = 1; i < piece->points->len; i++) {
            Point a =
                page_point(panel, frame, g_array_index(piece->points, Point, i - 1));
            Point b = page_point(panel, frame, g_array_index(piece->points, Point, i));
            bool at_top = fmax(a.y, b.y) < frame->y + half;
            bool at_bottom = fmin(a.y, b.y) > frame->y + frame->height - half;
            if ((at_top || at_bottom) && fabs(b.x - a.x) >= 4 * half)
                return true;
        }
    }
    return false;
}
