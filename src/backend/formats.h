/* formats.h - the record of each format, one a file; backend.c lists them. */
#ifndef ACTPLOT_BACKEND_FORMATS_H
#define ACTPLOT_BACKEND_FORMATS_H

#include "backend/backend.h"

extern const Backend backend_png;
extern const Backend backend_svg;
extern const Backend backend_pdf;
extern const Backend backend_gp;
extern const Backend backend_csv;
extern const Backend backend_dump;
extern const Backend backend_scene;

#endif
