/* palette.c - palettes: kept, found, and asked for colours. */
#include "spec/palette.h"

#include "spec/palette_table.h"

#include <math.h>
#include <string.h>

#define READABLE 2.0 /* contrast of a line to its ground */
enum { PROBES = 129 };

Palette *palette_new(const char *name, const char *help, PaletteKind kind,
                     const Color *colors, int count)
{
    Palette *palette = g_new(Palette, 1);

    g_assert(count >= 1);
    *palette = (Palette){
        .name = g_strdup(name),
        .help = g_strdup(help),
        .kind = kind,
        .count = count,
        .colors = g_memdup2(colors, (gsize)count * sizeof *colors),
    };
    g_atomic_ref_count_init(&palette->references);
    return palette;
}

Palette *palette_ref(const Palette *palette)
{
    if (palette)
        g_atomic_ref_count_inc(&((Palette *)palette)->references);
    return (Palette *)palette;
}

void palette_unref(Palette *palette)
{
    if (!palette || !g_atomic_ref_count_dec(&palette->references))
        return;
    g_free(palette->name);
    g_free(palette->help);
    g_free(palette->colors);
    g_free(palette);
}

static Color color_of(unsigned rgb)
{
    return (Color){
        .red = (double)(rgb >> 16 & 0xff) / 255,
        .green = (double)(rgb >> 8 & 0xff) / 255,
        .blue = (double)(rgb & 0xff) / 255,
        .alpha = 1,
    };
}

Palette *palette_known(const char *name)
{
    for (const PaletteRow *row = palette_table; row->name; row++) {
        Color colors[PALETTE_ROW_MAX];

        if (strcmp(row->name, name) != 0)
            continue;
        for (int i = 0; i < row->count; i++)
            colors[i] = color_of(row->colors[i]);
        return palette_new(row->name, row->help, row->kind, colors, row->count);
    }
    return NULL;
}

Color palette_color(const Palette *palette, double share)
{
    double at = CLAMP(share, 0.0, 1.0) * (palette->count - 1);
    int index = CLAMP((int)floor(at), 0, palette->count - 2);

    if (palette->kind == PALETTE_QUALITATIVE || palette->count < 2)
        return palette
            ->colors[CLAMP((int)(share * palette->count), 0, palette->count - 1)];
    return color_mix(palette->colors[index], palette->colors[index + 1], at - index);
}

Color palette_line_color(const Palette *palette, double share, Color ground)
{
    double seen[PROBES];
    int count = 0;

    if (palette->kind == PALETTE_QUALITATIVE)
        return palette_color(palette, share);
    for (int i = 0; i < PROBES; i++) {
        double at = (double)i / (PROBES - 1);
        if (color_contrast(palette_color(palette, at), ground) >= READABLE)
            seen[count++] = at;
    }
    if (count < 2)
        return palette_color(palette, share);
    /* Between two neighbours that are both seen lies what is seen, too; across the pale
     * middle of a diverging palette the nearer one is taken. */
    double at = CLAMP(share, 0.0, 1.0) * (count - 1);
    int index = MIN((int)at, count - 2);
    double step = seen[index + 1] - seen[index];
    double part = at - index;
    if (step > 1.5 / (PROBES - 1))
        part = round(part);
    return palette_color(palette, seen[index] + part * step);
}

const char *palette_kind_name(PaletteKind kind)
{
    static const char *const names[] = {
        [PALETTE_SEQUENTIAL] = "sequential",
        [PALETTE_DIVERGING] = "diverging",
        [PALETTE_QUALITATIVE] = "qualitative",
    };

    return names[kind];
}

static void *collect_names(void *unused)
{
    GPtrArray *names = g_ptr_array_new();

    (void)unused;
    for (const PaletteRow *row = palette_table; row->name; row++)
        g_ptr_array_add(names, (void *)row->name);
    g_ptr_array_add(names, NULL);
    return g_ptr_array_free(names, FALSE);
}

const char *const *palette_names(void)
{
    static GOnce once = G_ONCE_INIT;

    return g_once(&once, collect_names, NULL);
}
