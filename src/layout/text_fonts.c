/* text_fonts.c - fontconfig with the program's own configuration.
 *
 * A system's configuration is some fifty files; reading them is the dearest part of a
 * short run (HACKING.md, "Where the time goes"), and what they say differs from system
 * to system, and so would figures.
 */
#include "layout/text_fonts.h"

#include "spec/assets.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <stdbool.h>

static bool is_set(const char *variable)
{
    const char *value = g_getenv(variable);

    return value != NULL && *value != '\0';
}

static bool has_fonts(FcConfig *config)
{
    const FcFontSet *fonts = FcConfigGetFonts(config, FcSetSystem);

    return fonts != NULL && fonts->nfont > 0;
}

static void *load(void *unused)
{
    g_autofree char *path = NULL;
    FcConfig *config;

    (void)unused;
    if (is_set("FONTCONFIG_FILE") || is_set("FONTCONFIG_PATH"))
        return NULL;
    path = asset_path("fonts.conf");
    config = FcConfigCreate();
    if (config == NULL)
        return NULL;
    if (FcConfigParseAndLoad(config, (const FcChar8 *)path, FcFalse) &&
        FcConfigBuildFonts(config) && has_fonts(config))
        FcConfigSetCurrent(config);
    FcConfigDestroy(config);
    return NULL;
}

void text_fonts_load(void)
{
    static GOnce once = G_ONCE_INIT;

    g_once(&once, load, NULL);
}
