/* term_chafa.h - pictures in a terminal by libchafa, which is loaded when needed. */
#ifndef ACTPLOT_BACKEND_TERM_CHAFA_H
#define ACTPLOT_BACKEND_TERM_CHAFA_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* What the terminal that the environment tells of can show: `kitty` or `sixel`; NULL:
 * characters only, or there is no libchafa. */
const char *term_chafa_detect(void);

/* Appends a picture (premultiplied ARGB, as cairo has it) of at most that many
 * characters in way `kitty`, `sixel` or `blocks`. */
bool term_chafa_print(const uint32_t *pixels, int width, int height, const char *way,
                      int columns, int rows, GString *out, GError **error);

#endif
