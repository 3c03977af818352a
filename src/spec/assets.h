/* assets.h - where the program's own files are. */
#ifndef ACTPLOT_SPEC_ASSETS_H
#define ACTPLOT_SPEC_ASSETS_H

/* The path of an asset such as `themes/default.yaml`; the caller's. Looked for in
 * $ACTPLOT_ASSETS, beside a program run from its build tree, and where it was
 * installed. The answer is the last of these when none has it. */
char *asset_path(const char *name);

#endif
