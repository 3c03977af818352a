/* watch.c - the command `watch`: figures drawn again as their files change. */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/drawing_options.h"
#include "cli/figure_job.h"
#include "cli/figure_options.h"
#include "cli/functions.h"
#include "cli/notice.h"
#include "cli/output.h"
#include "spec/theme.h"

#include <string.h>

/* A file that is gone may be on its way back, milliseconds. */
enum { GRACE = 100 };

static char *folder;

static const GOptionEntry options[] = {
    {"to", 0, 0, G_OPTION_ARG_FILENAME, &folder,
     "write into this folder, made if need be (.)", "DIR"},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.format,
     "formats, as in png,svg,pdf (png)", "FORMAT,..."},
    FIGURE_OPTION_ENTRIES,
    DRAWING_OPTION_ENTRIES,
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

/* A file that a figure is made from, as it was when that was drawn. */
typedef struct {
    char *path;
    Stamp stamp;
    gint64 gone_since; /* microseconds; 0: it is there */
} Source;

typedef struct {
    char *path;
    bool is_listed;  /* found in a folder, not named on the command line */
    GArray *sources; /* of Source; the figure's file first */
} Watched;

typedef struct {
    FigureTask task;
    char **arguments;
    GPtrArray *figures; /* of Watched */
    Notice *notice;
    TextContext *text;
    Warnings *said; /* of formats, once a run */
} Watch;

static void clear_source(void *data)
{
    g_free(((Source *)data)->path);
}

static void watched_free(void *data)
{
    Watched *figure = data;

    g_free(figure->path);
    g_array_unref(figure->sources);
    g_free(figure);
}

static void add_source(Watched *figure, const char *path, Stamp stamp)
{
    const Source source = {.path = g_strdup(path), .stamp = stamp};

    g_array_append_val(figure->sources, source);
}

static Watched *find_figure(const Watch *watch, const char *path)
{
    for (unsigned i = 0; i < watch->figures->len; i++) {
        Watched *figure = g_ptr_array_index(watch->figures, i);

        if (strcmp(figure->path, path) == 0)
            return figure;
    }
    return NULL;
}

static void add_figure(Watch *watch, const char *path, bool is_listed)
{
    Watched *figure;

    if (find_figure(watch, path) != NULL)
        return;
    figure = g_new0(Watched, 1);
    figure->path = g_strdup(path);
    figure->is_listed = is_listed;
    figure->sources = g_array_new(FALSE, FALSE, sizeof(Source));
    g_array_set_clear_func(figure->sources, clear_source);
    g_ptr_array_add(watch->figures, figure);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Its figure files, in the order of their names; editors' hidden files are none. */
static void add_folder(Watch *watch, const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (*name != '.' && g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(names, g_build_filename(path, name, NULL));
    }
    g_ptr_array_sort(names, compare_names);
    for (unsigned i = 0; i < names->len; i++)
        add_figure(watch, g_ptr_array_index(names, i), true);
}

static void find_figures(Watch *watch)
{
    for (char **path = watch->arguments; *path != NULL; path++) {
        notice_watch(watch->notice, *path);
        if (g_file_test(*path, G_FILE_TEST_IS_DIR))
            add_folder(watch, *path);
        else if (find_figure(watch, *path) == NULL && !g_str_has_suffix(*path, "/"))
            add_figure(watch, *path, false);
    }
}

/* Themes and catalogues that lie beside the figures that use them are none. */
static bool is_part_of_another(const Watch *watch, const Watched *figure)
{
    g_autofree char *path = g_canonicalize_filename(figure->path, NULL);

    for (unsigned i = 0; i < watch->figures->len; i++) {
        const Watched *other = g_ptr_array_index(watch->figures, i);

        for (unsigned k = 1; other != figure && k < other->sources->len; k++) {
            const Source *source = &g_array_index(other->sources, Source, k);
            g_autofree char *full = g_canonicalize_filename(source->path, NULL);

            if (strcmp(full, path) == 0)
                return true;
        }
    }
    return false;
}

static void say_pictures(const Watch *watch, const FigureJob *job)
{
    for (unsigned i = 0; i < watch->task.formats->len; i++) {
        g_autofree char *path = figure_job_output(
            job, &watch->task, g_ptr_array_index(watch->task.formats, i));
        g_autofree char *line = g_strconcat(path, "\n", NULL);

        output_print(line, strlen(line), NULL);
    }
}

/* The first other figure whose pictures have the same names; NULL: none. */
static const Watched *find_clash(const Watch *watch, const Watched *figure)
{
    g_autofree char *name = figure_job_name(figure->path);

    for (unsigned i = 0; i < watch->figures->len; i++) {
        const Watched *other = g_ptr_array_index(watch->figures, i);
        g_autofree char *other_name = figure_job_name(other->path);

        if (other == figure)
            return NULL;
        if (strcmp(name, other_name) == 0)
            return other;
    }
    return NULL;
}

static void report_clash(Watched *figure, const Watched *other)
{
    g_autoptr(GError) error =
        g_error_new(ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "'%s' would be written to the same files: not drawn", other->path);

    arguments_fail_at(figure->path, error);
    g_array_set_size(figure->sources, 0);
    add_source(figure, figure->path, stamp_take(figure->path, 0));
}

/* Draws, tells faults, and remembers the files as they were; what was written since the
 * drawing began is young. */
static void draw(Watch *watch, Watched *figure)
{
    gint64 start_ns = g_get_real_time() * 1000;
    FigureJob job;

    figure_job_init(&job, figure->path);
    figure_job_draw(&job, &watch->task, &watch->text);
    g_array_set_size(figure->sources, 0);
    add_source(figure, figure->path, stamp_take(figure->path, start_ns));
    for (unsigned i = 0; i < job.files->len; i++) {
        const char *path = g_ptr_array_index(job.files, i);

        add_source(figure, path, stamp_take(path, start_ns));
    }
    if (!figure->is_listed || !is_part_of_another(watch, figure))
        figure_jobs_report(&job, 1, &command_watch, drawing_options.quiet, watch->said);
    if (job.error == NULL && !drawing_options.quiet)
        say_pictures(watch, &job);
    figure_job_release(&job);
}

/* Whether a file has changed; one that is gone only after a while. */
static bool has_changed(const Watch *watch, Source *source, bool *waits)
{
    const Stamp now = stamp_take(source->path, g_get_real_time() * 1000);

    if (!stamp_differs(watch->notice, source->path, &source->stamp, &now)) {
        source->gone_since = 0;
        return false;
    }
    if (now.is_there)
        return true;
    if (source->gone_since == 0)
        source->gone_since = g_get_monotonic_time();
    if (g_get_monotonic_time() - source->gone_since > GRACE * 1000)
        return true;
    *waits = true;
    return false;
}

static bool needs_drawing(const Watch *watch, Watched *figure, bool *waits)
{
    bool changed = figure->sources->len == 0;

    for (unsigned i = 0; i < figure->sources->len; i++)
        changed |=
            has_changed(watch, &g_array_index(figure->sources, Source, i), waits);
    return changed;
}

static bool is_gone(const Watched *figure)
{
    return figure->is_listed && !g_file_test(figure->path, G_FILE_TEST_EXISTS);
}

/* Looks at everything once. Returns whether to look again in a while. */
static bool look(Watch *watch)
{
    bool waits = false;

    find_figures(watch);
    for (unsigned i = 0; i < watch->figures->len; i++) {
        Watched *figure = g_ptr_array_index(watch->figures, i);

        if (needs_drawing(watch, figure, &waits) && !is_gone(figure)) {
            const Watched *other = find_clash(watch, figure);

            if (other != NULL)
                report_clash(figure, other);
            else
                draw(watch, figure);
        }
        for (unsigned k = 0; k < figure->sources->len; k++)
            notice_watch(watch->notice, g_array_index(figure->sources, Source, k).path);
    }
    for (unsigned i = watch->figures->len; i > 0; i--) {
        const Watched *figure = g_ptr_array_index(watch->figures, i - 1);

        if (is_gone(figure) && !waits)
            g_ptr_array_remove_index(watch->figures, i - 1);
    }
    return waits;
}

static int watch_files(Watch *watch)
{
    NoticeKind kind;

    do {
        bool waits;

        themes_forget();
        waits = look(watch);
        kind = notice_wait(watch->notice, waits ? GRACE : -1);
    } while (kind != NOTICE_END);
    return ACTPLOT_DONE;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    Watch watch = {.arguments = argv + 1};
    int status;

    if (!arguments_parse(&command_watch, &argc, argv, &status) ||
        !figure_options_check(&command_watch, &status))
        return status;
    if (argc < 2)
        return arguments_fault(&command_watch, "a figure file or a folder is needed");
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-") == 0)
            return arguments_fault(&command_watch, "standard input cannot be watched");
    }
    argv[argc] = NULL;
    watch.task.folder = folder;
    if (!drawing_options_read(&watch.task.settings, &error) ||
        !figure_task_init(&watch.task, drawing_options.format, &error))
        return arguments_fault(&command_watch, "%s", error->message);
    if (!output_make_folder(folder, &error) ||
        (watch.notice = notice_new(&error)) == NULL)
        return arguments_fail(&command_watch, error);
    watch.figures = g_ptr_array_new_with_free_func(watched_free);
    watch.said = warnings_new();
    status = watch_files(&watch);
    warnings_free(watch.said);
    g_clear_pointer(&watch.text, text_context_free);
    g_ptr_array_unref(watch.figures);
    notice_free(watch.notice);
    figure_task_release(&watch.task);
    return status;
}

const Command command_watch = {
    .name = "watch",
    .arguments = "FILE|FOLDER...",
    .summary = "draw figures, and draw them again whenever they change",
    .description =
        "Each FILE is a figure, of a FOLDER all that end in .yaml; new ones are found "
        "as\n"
        "they come. A figure is drawn again when its file, its themes, its data or "
        "its\n"
        "catalogue are written or replaced, also by editors that rename files. The "
        "paths\n"
        "of the pictures go to standard output as they are written, faults to "
        "standard\n"
        "error; a faulty figure keeps its old picture. Ended by Ctrl-C or SIGTERM, the "
        "exit\n"
        "status is then 0.",
    .examples = "actplot watch plots --to figures --format svg,png",
    .run = run,
    .options = options,
};
