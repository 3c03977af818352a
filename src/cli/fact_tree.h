/* fact_tree.h - all facts of a function as nested values; the shape is described by
 * assets/catalogue.schema.json.
 */
#ifndef ACTPLOT_CLI_FACT_TREE_H
#define ACTPLOT_CLI_FACT_TREE_H

#include "cli/subject.h"
#include "cli/tree.h"

/* The subject must outlive the tree. */
Tree *fact_tree(const Subject *subject);

#endif
