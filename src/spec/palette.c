/* palette.c - sequential palettes: families of curves get their colours here. */
#include "spec/theme.h"

#include <math.h>
#include <string.h>

enum { ANCHORS_MAX = 10 };

/* Evenly spaced colours, sRGB, 0xRRGGBB. A family uses first .. last of the way, the
 * part that can be read on white, so that its first and last curve are as clear as
 * the others. Sources: viridis (and plasma, magma), brewer2003 (blues and so on). */
typedef struct {
    const char *name;
    double first, last;
    int count;
    unsigned anchors[ANCHORS_MAX];
} Palette;

static const Palette palettes[] = {
    {"viridis",
     0,
     0.88,
     10,
     {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
      0xb5de2b, 0xfde725}},
    {"plasma",
     0,
     0.85,
     10,
     {0x0d0887, 0x46039f, 0x7201a8, 0x9c179e, 0xbd3786, 0xd8576b, 0xed7953, 0xfb9f3a,
      0xfdca26, 0xf0f921}},
    {"magma",
     0.1,
     0.8,
     10,
     {0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668,
      0xfeca8d, 0xfcfdbf}},
    {"blues",
     0.4,
     1,
     9,
     {0xf7fbff, 0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6, 0x2171b5, 0x08519c,
      0x08306b}},
    {"greens",
     0.4,
     1,
     9,
     {0xf7fcf5, 0xe5f5e0, 0xc7e9c0, 0xa1d99b, 0x74c476, 0x41ab5d, 0x238b45, 0x006d2c,
      0x00441b}},
    {"oranges",
     0.4,
     1,
     9,
     {0xfff5eb, 0xfee6ce, 0xfdd0a2, 0xfdae6b, 0xfd8d3c, 0xf16913, 0xd94801, 0xa63603,
      0x7f2704}},
    {"greys",
     0.4,
     1,
     9,
     {0xffffff, 0xf0f0f0, 0xd9d9d9, 0xbdbdbd, 0x969696, 0x737373, 0x525252, 0x252525,
      0x000000}},
};

static Color color_of(unsigned rgb)
{
    return (Color){
        .red = (double)(rgb >> 16 & 0xff) / 255,
        .green = (double)(rgb >> 8 & 0xff) / 255,
        .blue = (double)(rgb & 0xff) / 255,
        .alpha = 1,
    };
}

bool palette_color(const char *palette, double share, Color *color)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(palettes); i++) {
        const Palette *p = &palettes[i];
        double at;
        int index;

        if (strcmp(p->name, palette) != 0)
            continue;
        at =
            (p->first + CLAMP(share, 0.0, 1.0) * (p->last - p->first)) * (p->count - 1);
        index = CLAMP((int)floor(at), 0, p->count - 2);
        *color = color_mix(color_of(p->anchors[index]), color_of(p->anchors[index + 1]),
                           at - index);
        return true;
    }
    return false;
}

static void *collect_names(void *unused)
{
    const char **names = g_new0(const char *, G_N_ELEMENTS(palettes) + 1);

    (void)unused;
    for (unsigned i = 0; i < G_N_ELEMENTS(palettes); i++)
        names[i] = palettes[i].name;
    return names;
}

const char *const *palette_names(void)
{
    static GOnce once = G_ONCE_INIT;

    return g_once(&once, collect_names, NULL);
}
