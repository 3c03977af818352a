/* text_fonts.h - which fonts there are, and which stands in for which. */
#ifndef ACTPLOT_LAYOUT_TEXT_FONTS_H
#define ACTPLOT_LAYOUT_TEXT_FONTS_H

/* Has fontconfig use assets/fonts.conf in this process. The system's configuration
 * stays where the user has set FONTCONFIG_FILE or FONTCONFIG_PATH, where the asset is
 * missing or faulty, and where it leads to no font. Call it before Pango is asked for a
 * font map; from any thread, the work is done once. */
void text_fonts_load(void);

#endif
