/* scene-maker.c - scenes made by hand, for tests of what comes after the scene. */
#include "scene-maker.h"

#include "scene/parts.h"

#include <math.h>

static Color gray(double level)
{
    return (Color){level, level, level, 1};
}

Theme *maker_theme(void)
{
    Theme *theme = g_new0(Theme, 1);

    *theme = (Theme){
        .name = (char *)"made",
        .font_family = (char *)"DejaVu Sans",
        .width_pt = 460,
        .height_pt = 300,
        .dpi = 100,
        .title_size_pt = 14,
        .subtitle_size_pt = 11,
        .label_size_pt = 11,
        .tick_size_pt = 9.5,
        .legend_size_pt = 10,
        .title_bold = true,
        .background = gray(1),
        .panel = gray(1),
        .text = gray(0.13),
        .muted_text = gray(0.4),
        .axis = gray(0.3),
        .grid = gray(0.9),
        .axis_width_pt = 0.8,
        .grid_width_pt = 0.6,
        .line_width_pt = 2,
        .tick_length_pt = 4,
        .grid_lines = GRID_BOTH,
        .frame = FRAME_OPEN,
        .ticks = TICKS_OUT,
        .legend_background = {1, 1, 1, 0.85},
        .legend_border = {0.8, 0.8, 0.8, 1},
        .dot_radius_pt = 3,
        .padding_pt = 10,
        .panel_gap_pt = 18,
        .colors = {{0.12, 0.47, 0.71, 1}, {0.85, 0.37, 0.01, 1}, {0.2, 0.63, 0.17, 1}},
        .color_count = 3,
    };
    return theme;
}

void maker_text(SceneText *text, const char *plain)
{
    g_free(text->plain);
    g_free(text->pango);
    g_free(text->latex);
    g_free(text->gnuplot);
    *text = (SceneText){g_strdup(plain), g_markup_escape_text(plain, -1),
                        g_strdup(plain), g_strdup(plain)};
}

static void text_release(SceneText *text)
{
    g_free(text->plain);
    g_free(text->pango);
    g_free(text->latex);
    g_free(text->gnuplot);
}

static void clear_tick(void *tick)
{
    g_free(((SceneTick *)tick)->label);
}

static void make_axis(SceneAxis *axis, const char *label, double low, double high,
                      double step)
{
    *axis = (SceneAxis){
        .scale = {SCALE_LINEAR, low, high, 0}, .grid = true, .show_labels = true};
    maker_text(&axis->label, label);
    axis->ticks = g_array_new(FALSE, TRUE, sizeof(SceneTick));
    g_array_set_clear_func(axis->ticks, clear_tick);
    for (int i = (int)ceil(low / step); i * step <= high + 1e-9; i++) {
        double value = i * step;
        SceneTick tick = {.value = value,
                          .major = true,
                          .label = g_strdup_printf(
                              "%s%d.%02d", value < 0 ? "−" : "", (int)fabs(value),
                              (int)(fmod(fabs(value), 1) * 100 + 0.5))};
        g_array_append_val(axis->ticks, tick);
    }
}

static void panel_free(void *data)
{
    scene_panel_free(data);
}

static ScenePanel *make_panel(int row, int column, double step)
{
    ScenePanel *panel = scene_panel_new();

    maker_text(&panel->title, "");
    maker_text(&panel->subtitle, "");
    maker_text(&panel->caption, "");
    make_axis(&panel->x, "x", -5, 5, step);
    make_axis(&panel->y, "f(x)", -1.5, 5, step);
    panel->legend = LEGEND_TOP_LEFT;
    panel->row = row;
    panel->column = column;
    return panel;
}

Scene *maker_scene(const Theme *theme, double width_pt, double height_pt, int rows,
                   int columns, double step)
{
    Scene *scene = g_new0(Scene, 1);

    scene->name = g_strdup("made");
    maker_text(&scene->title, "");
    maker_text(&scene->subtitle, "");
    maker_text(&scene->caption, "");
    scene->description = g_strdup("made by hand");
    scene->width_pt = width_pt;
    scene->height_pt = height_pt;
    scene->dpi = theme->dpi;
    scene->theme = theme;
    scene->rows = rows;
    scene->columns = columns;
    scene->panels = g_ptr_array_new_with_free_func(panel_free);
    for (int i = 0; i < rows * columns; i++)
        g_ptr_array_add(scene->panels, make_panel(i / columns, i % columns, step));
    return scene;
}

void maker_free(Scene *scene)
{
    g_free(scene->name);
    text_release(&scene->title);
    text_release(&scene->subtitle);
    text_release(&scene->caption);
    g_free(scene->description);
    g_ptr_array_unref(scene->panels);
    g_free(scene);
}

ScenePanel *maker_panel(Scene *scene, int index)
{
    return g_ptr_array_index(scene->panels, (unsigned)index);
}

SceneSeries *maker_add_curve(Scene *scene, ScenePanel *panel, const char *label,
                             double slope)
{
    const Theme *theme = scene->theme;
    const Point points[] = {{-5, -5 * slope}, {0, 0}, {5, 5}};
    SceneSeries *series = scene_series_new();
    ScenePiece *piece = scene_piece_new();

    maker_text(&series->label, label);
    series->in_legend = true;
    series->color = theme->colors[panel->series->len % (unsigned)theme->color_count];
    series->width_pt = theme->line_width_pt;
    g_array_append_vals(piece->points, points, G_N_ELEMENTS(points));
    g_ptr_array_add(series->pieces, piece);
    g_ptr_array_add(panel->series, series);
    return series;
}

void maker_add_dot(SceneSeries *series, double x, double y, bool filled)
{
    SceneDot dot = {.at = {x, y}, .filled = filled};

    g_array_append_val(series->dots, dot);
}

void maker_add_line(ScenePanel *panel, double x, double y, const char *label)
{
    SceneLine line = {
        .x = x, .y = y, .label = g_strdup(label), .color = gray(0.5), .width_pt = 0.8};

    g_array_append_val(panel->lines, line);
}

void maker_add_note(ScenePanel *panel, double x, double y, const char *text)
{
    SceneNote note = {.at = {x, y}, .offset_x_pt = NAN, .offset_y_pt = NAN};

    maker_text(&note.text, text);
    g_array_append_val(panel->notes, note);
}
