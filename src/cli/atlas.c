/* atlas.c - the command `atlas`: the catalogue as a book, in HTML and PDF. */
#include "activation/activation.h"
#include "base/error.h"
#include "base/progress.h"
#include "cli/arguments.h"
#include "cli/atlas_entry.h"
#include "cli/atlas_html.h"
#include "cli/atlas_pdf.h"
#include "cli/command.h"
#include "cli/output.h"
#include "spec/assets.h"

#include <errno.h>
#include <string.h>

static char *folder;
static gboolean quiet;

static const GOptionEntry options[] = {
    {"to", 0, 0, G_OPTION_ARG_FILENAME, &folder,
     "write into this folder, made if need be (atlas)", "DIR"},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no progress and no warnings", NULL},
    G_OPTION_ENTRY_NULL,
};

static bool write_file(const char *name, const void *data, size_t length,
                       GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return output_write(path, data, length, error);
}

static bool write_page(const char *name, GString *page, GError **error)
{
    bool written = write_file(name, page->str, page->len, error);

    g_string_free(page, TRUE);
    return written;
}

static bool write_style(GError **error)
{
    g_autofree char *path = asset_path("atlas/" ATLAS_STYLE_NAME);
    g_autofree char *text = NULL;
    g_autoptr(GError) fault = NULL;
    gsize length;

    if (g_file_get_contents(path, &text, &length, &fault))
        return write_file(ATLAS_STYLE_NAME, text, length, error);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot open '%s': %s", path,
                fault->message);
    return false;
}

/* One record's pages. */
static bool add_record(const GPtrArray *entries, unsigned index, AtlasPdf *pdf,
                       TextContext *text, GError **error)
{
    AtlasEntry *entry = g_ptr_array_index(entries, index);
    g_autoptr(Drawing) function = atlas_entry_draw(entry, ATLAS_FUNCTION, text, error);
    g_autoptr(Drawing) slopes =
        function != NULL ? atlas_entry_draw(entry, ATLAS_SLOPES, text, error) : NULL;
    g_autofree char *name = atlas_html_name(entry->activation);

    if (slopes == NULL)
        return false;
    atlas_pdf_add_page(pdf, function, slopes);
    return write_page(name, atlas_html_page(entries, index, function, slopes), error);
}

static bool write_atlas(const GPtrArray *entries, TextContext *text, Progress *progress,
                        GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(AtlasPdf) pdf = atlas_pdf_new(bytes, entries, text);

    if (!write_style(error) ||
        !write_page(ATLAS_INDEX_NAME, atlas_html_index(entries), error))
        return false;
    for (unsigned i = 0; i < entries->len; i++) {
        const AtlasEntry *entry = g_ptr_array_index(entries, i);

        if (!add_record(entries, i, pdf, text, error))
            return false;
        progress_step(progress, entry->activation->definition.key);
    }
    return atlas_pdf_finish(pdf, error) &&
           write_file(ATLAS_PDF_NAME, bytes->data, bytes->len, error);
}

static void free_entry(void *data)
{
    atlas_entry_free(data);
}

/* The chosen activations, all when none is named, computed in the catalogue's order. */
static GPtrArray *collect(char **names, int count, TextContext *text,
                          Progress *progress, GError **error)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(free_entry);

    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        bool wanted = count == 0;
        AtlasEntry *entry;

        for (int k = 0; k < count && !wanted; k++)
            wanted = activation_find(names[k]) == activation;
        if (!wanted)
            continue;
        entry = atlas_entry_new(activation, text, error);
        if (entry == NULL)
            return NULL;
        g_ptr_array_add(entries, entry);
        progress_step(progress, activation->definition.key);
    }
    return g_steal_pointer(&entries);
}

static void warn_of(const GPtrArray *entries)
{
    for (unsigned i = 0; i < entries->len && !quiet; i++) {
        const AtlasEntry *entry = g_ptr_array_index(entries, i);

        arguments_warn(&command_atlas, entry->activation->definition.key,
                       entry->warnings);
    }
}

static bool make_folder(GError **error)
{
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot make folder '%s': %s",
                folder, g_strerror(errno));
    return false;
}

static int make_atlas(char **names, int count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TextContext) text = text_context_new(NULL, NULL);
    g_autoptr(GPtrArray) entries = NULL;
    Progress *progress =
        progress_new(2 * (count > 0 ? count : (int)activation_count()), quiet);
    bool done = make_folder(&error);

    if (done)
        entries = collect(names, count, text, progress, &error);
    done = entries != NULL && write_atlas(entries, text, progress, &error);
    progress_free(progress);
    if (entries != NULL)
        warn_of(entries);
    return done ? ACTPLOT_DONE : arguments_fail(&command_atlas, error);
}

static int run(int argc, char **argv)
{
    int status;

    if (!arguments_parse(&command_atlas, &argc, argv, &status))
        return status;
    for (int i = 1; i < argc; i++) {
        if (activation_find(argv[i]) == NULL)
            return arguments_fault(&command_atlas,
                                   "the catalogue has no '%s' (see 'actplot list "
                                   "activations')",
                                   argv[i]);
    }
    if (folder == NULL)
        folder = g_strdup("atlas");
    return make_atlas(argv + 1, argc - 1);
}

const Command command_atlas = {
    .name = "atlas",
    .arguments = "[NAME...]",
    .summary = "draw the whole catalogue as a book",
    .description =
        "Writes a page for each activation of the catalogue, or for those named: the\n"
        "function, its first and second derivative, where it switches branches, and "
        "what\n"
        "was computed of it. DIR gets web pages (open index.html; they need neither "
        "a\n"
        "network nor scripts) and the same as one file, atlas.pdf, with an outline. "
        "The\n"
        "stretch of x is chosen so that switch points, bends and limits are seen.",
    .examples = "actplot atlas --to atlas\nactplot atlas relu gelu --to two",
    .run = run,
    .options = options,
};
