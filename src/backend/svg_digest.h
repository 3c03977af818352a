/* svg_digest.h - a short text that tells one picture from another. */
#ifndef ACTPLOT_BACKEND_SVG_DIGEST_H
#define ACTPLOT_BACKEND_SVG_DIGEST_H

#include "layout/drawing.h"

enum { SVG_DIGEST_SIZE = 7 };

/* Six letters and digits that follow from what the drawing shows, as far as a file
 * tells it: two pictures of one name have ids of their own where both stand in one
 * page. */
void svg_digest(const Drawing *drawing, char digest[SVG_DIGEST_SIZE]);

#endif
