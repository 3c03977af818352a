/* xml.h - text within XML. */
#ifndef ACTPLOT_BACKEND_XML_H
#define ACTPLOT_BACKEND_XML_H

#include <glib.h>

/* Appends text escaped for element content and quoted attributes. What XML cannot
 * hold (control characters, U+FFFE, U+FFFF) is dropped; bytes that are not UTF-8
 * become U+FFFD. */
void xml_append_escaped(GString *out, const char *text);

/* Appends ` name="text"`. */
void xml_append_attribute(GString *out, const char *name, const char *text);

#endif
