/* text_script.h - what scripts ask for: a package of fonts, a language. */
#ifndef ACTPLOT_LAYOUT_TEXT_SCRIPT_H
#define ACTPLOT_LAYOUT_TEXT_SCRIPT_H

#include <glib.h>
#include <pango/pango.h>

/* The Debian package with a font for a character, NULL where none is known. */
const char *text_package_for(gunichar character);

/* Adds to attributes the language of text's Han, kana and hangul, which chooses among
 * the shapes that Chinese, Japanese and Korean fonts give to one character. */
void text_add_languages(PangoAttrList *attributes, const char *text);

#endif
