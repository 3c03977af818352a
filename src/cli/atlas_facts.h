/* atlas_facts.h - the rows beside an activation's figures. */
#ifndef ACTPLOT_CLI_ATLAS_FACTS_H
#define ACTPLOT_CLI_ATLAS_FACTS_H

#include "cli/atlas_entry.h"

/* Appends to entry's rows what is known of its activation. */
void atlas_facts_add(AtlasEntry *entry, const Formula *formula);

#endif
