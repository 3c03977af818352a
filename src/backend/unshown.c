/* unshown.c - what of a scene a format cannot show. */
#include "backend/unshown.h"

static unsigned series_parts(const ScenePanel *panel)
{
    unsigned parts = 0;

    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        parts |= series->bands->len > 0 ? UNSHOWN_BANDS : 0;
        parts |= series->bars->len > 0 ? UNSHOWN_BARS : 0;
        parts |= series->markers->len > 0 ? UNSHOWN_POINTS : 0;
    }
    return parts;
}

static unsigned panel_parts(const ScenePanel *panel)
{
    unsigned parts = series_parts(panel);

    if (panel->spans->len > 0)
        parts |= UNSHOWN_SPANS;
    if (panel->marks->len > 0)
        parts |= UNSHOWN_MARKS;
    if (panel->insets->len > 0)
        parts |= UNSHOWN_INSETS;
    if (panel->has_y2)
        parts |= UNSHOWN_Y2;
    if (panel->lines->len > 0)
        parts |= UNSHOWN_LINES;
    if (panel->notes->len > 0)
        parts |= UNSHOWN_NOTES;
    if (panel->x.scale.kind == SCALE_SYMLOG || panel->y.scale.kind == SCALE_SYMLOG)
        parts |= UNSHOWN_SYMLOG;
    if (panel->field)
        parts |= UNSHOWN_FIELD;
    return parts;
}

char *unshown_describe(unsigned parts)
{
    static const struct {
        Unshown part;
        const char *name;
    } names[] = {
        {UNSHOWN_BANDS, "the bands"},
        {UNSHOWN_BARS, "the bars"},
        {UNSHOWN_POINTS, "the points"},
        {UNSHOWN_LINES, "the lines"},
        {UNSHOWN_NOTES, "the notes"},
        {UNSHOWN_SPANS, "the shaded regions"},
        {UNSHOWN_MARKS, "the marks"},
        {UNSHOWN_INSETS, "the insets"},
        {UNSHOWN_FIELD, "the heat map"},
        {UNSHOWN_Y2, "the second y axis with its curves"},
        {UNSHOWN_SYMLOG, "the symlog scale (a linear one stands for it)"},
    };
    g_autoptr(GPtrArray) missing = g_ptr_array_new();
    GString *list = g_string_new(NULL);

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (parts & names[i].part)
            g_ptr_array_add(missing, (void *)names[i].name);
    for (guint i = 0; i < missing->len; i++)
        g_string_append_printf(list, "%s%s",
                               i == 0                 ? ""
                               : i + 1 < missing->len ? ", "
                                                      : " and ",
                               (const char *)g_ptr_array_index(missing, i));
    return g_string_free(list, FALSE);
}

void unshown_warn(const Scene *scene, unsigned parts, const char *name,
                  Warnings *warnings)
{
    g_autofree char *missing = NULL;
    unsigned present = 0;

    for (guint i = 0; i < scene->panels->len; i++)
        present |= panel_parts(g_ptr_array_index(scene->panels, i));
    missing = unshown_describe(present & parts);
    if (*missing != '\0')
        warnings_add(warnings, "%s shows it without %s", name, missing);
}
