/* update.h - which pictures need not be drawn again.
 *
 * Beside the pictures, a file `.actplot-update` holds for each of them a digest of all
 * that it was made from: the text of the figure, of its themes and of its data, the
 * options, the program. Times of files are not asked, so that a file that is put back,
 * copied or checked out counts as what it holds; of a picture itself size and time are
 * kept, to see that nobody has changed it.
 */
#ifndef ACTPLOT_CLI_UPDATE_H
#define ACTPLOT_CLI_UPDATE_H

#include "cli/command.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

typedef struct Update Update;

/* For pictures in folder (NULL: the current one). Of the command's options, which have
 * been read, all count but those that do not change what is drawn. */
Update *update_new(const char *folder, const Command *command);
void update_free(Update *update);

/* The digest of a picture that would be drawn now; the caller's. NULL: one of its files
 * cannot be read. */
char *update_digest(const Update *update, const Figure *figure, const char *format,
                    const char *path);

/* Whether the picture is there as it was drawn with that digest. */
bool update_is_current(const Update *update, const char *path, const char *digest);

/* Remembers a picture that was just written; called by any thread. */
void update_note(Update *update, const char *path, const char *digest);

/* Keeps what was noted, beside what others have kept meanwhile. */
bool update_save(Update *update, GError **error);

#endif
