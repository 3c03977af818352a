/* render.c - the command `render`: figure files to pictures, several at once. */
#include "base/error.h"
#include "base/progress.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/drawing_options.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/picture.h"

#include <errno.h>
#include <string.h>

enum { THREADS_MAX = 64 };

static char *output, *folder;
static int thread_count;

static const GOptionEntry options[] = {
    {"to", 0, 0, G_OPTION_ARG_FILENAME, &folder,
     "write into this folder, made if need be (.)", "DIR"},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
     "write one figure to FILE, `-` for standard output", "FILE"},
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.format,
     "formats, as in png,svg,pdf (png)", "FORMAT,..."},
    {"jobs", 'j', 0, G_OPTION_ARG_INT, &thread_count,
     "figures drawn at once (as many as processors)", "N"},
    DRAWING_OPTION_ENTRIES,
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

/* One figure file and what became of it. */
typedef struct {
    const char *path;
    char *name;         /* without folder and ending */
    Warnings *warnings; /* filled by the thread that draws it */
    GError *error;      /* NULL: done */
} Job;

/* What the threads share; only next and progress change. */
typedef struct {
    Job *jobs;
    int job_count;
    int next;           /* taken atomically */
    GPtrArray *formats; /* of const Backend * */
    bool needs_text;    /* one of them lays out a page */
    BackendOptions settings;
    Progress *progress;
} Run;

/* Where a figure's picture goes; the caller's. */
static char *target_path(const Job *job, const Backend *backend)
{
    g_autofree char *file = NULL;

    if (output != NULL)
        return g_strdup(output);
    file = g_strconcat(job->name, ".", backend->name, NULL);
    return folder != NULL ? g_build_filename(folder, file, NULL)
                          : g_steal_pointer(&file);
}

static bool write_format(const Run *run, const Job *job, Picture *picture,
                         const Backend *backend, GError **error)
{
    g_autofree char *path = target_path(job, backend);
    g_autofree char *base = g_path_get_basename(path);
    BackendOptions settings = run->settings;
    g_autoptr(GByteArray) bytes = NULL;

    if (strcmp(path, "-") != 0)
        settings.output_name = base;
    bytes = picture_write(picture, backend, &settings, error);
    return bytes != NULL && output_write(path, bytes->data, bytes->len, error);
}

static void draw(const Run *run, Job *job, TextContext *text)
{
    g_autoptr(Figure) figure =
        figure_load(job->path, functions_scope(), job->warnings, &job->error);
    g_autoptr(Picture) picture = NULL;

    if (figure == NULL)
        return;
    picture = picture_new(figure, text, job->warnings, &job->error);
    if (picture == NULL)
        return;
    for (unsigned i = 0; i < run->formats->len; i++) {
        const Backend *backend = g_ptr_array_index(run->formats, i);

        if (!write_format(run, job, picture, backend, &job->error))
            return;
    }
}

static void *work(void *data)
{
    Run *run = data;
    g_autoptr(TextContext) text = run->needs_text ? text_context_new(NULL, NULL) : NULL;
    int index;

    while ((index = g_atomic_int_add(&run->next, 1)) < run->job_count) {
        draw(run, &run->jobs[index], text);
        progress_step(run->progress, run->jobs[index].name);
    }
    return NULL;
}

static void draw_all(Run *run, int threads)
{
    GThread *others[THREADS_MAX];
    int other_count = MIN(threads, run->job_count) - 1;

    for (int i = 0; i < other_count; i++)
        others[i] = g_thread_new("render", work, run);
    work(run);
    for (int i = 0; i < other_count; i++)
        g_thread_join(others[i]);
}

/* In the order of the command line, whichever was done first. Returns the worst exit
 * status. */
static int report(const Run *run)
{
    int status = ACTPLOT_DONE;

    for (int i = 0; i < run->job_count; i++) {
        const Job *job = &run->jobs[i];

        if (!drawing_options.quiet)
            arguments_warn(&command_render, job->path, job->warnings);
        if (job->error != NULL) {
            int failure = arguments_fail_at(job->path, job->error);

            status = MAX(status, failure);
        }
    }
    return status;
}

static GPtrArray *read_formats(GError **error)
{
    g_autoptr(GPtrArray) formats = g_ptr_array_new();
    g_auto(GStrv) names = NULL;

    if (drawing_options.format == NULL && output != NULL && strcmp(output, "-") != 0) {
        g_ptr_array_add(formats, (void *)picture_format_of_file(output, error));
        return g_ptr_array_index(formats, 0) != NULL ? g_steal_pointer(&formats) : NULL;
    }
    names = g_strsplit(drawing_options.format != NULL ? drawing_options.format : "png",
                       ",", -1);
    for (char **name = names; *name != NULL; name++) {
        const Backend *backend = picture_format(g_strstrip(*name), error);

        if (backend == NULL)
            return NULL;
        if (!g_ptr_array_find(formats, backend, NULL))
            g_ptr_array_add(formats, (void *)backend);
    }
    return g_steal_pointer(&formats);
}

static bool needs_text(const GPtrArray *formats)
{
    for (unsigned i = 0; i < formats->len; i++) {
        const Backend *backend = g_ptr_array_index(formats, i);

        if (backend->write_drawing != NULL)
            return true;
    }
    return false;
}

/* `gates` from `plots/gates.yaml`; the caller's. */
static char *figure_name(const char *path)
{
    char *base = g_path_get_basename(strcmp(path, "-") == 0 ? "stdin" : path);
    char *point = strrchr(base, '.');

    if (point != NULL && point != base)
        *point = '\0';
    return base;
}

static void jobs_init(Job *jobs, char **paths, int count)
{
    for (int i = 0; i < count; i++) {
        jobs[i] = (Job){
            .path = strcmp(paths[i], "-") == 0 ? "/dev/stdin" : paths[i],
            .name = figure_name(paths[i]),
            .warnings = warnings_new(),
        };
    }
}

static void jobs_release(Job *jobs, int count)
{
    for (int i = 0; i < count; i++) {
        g_free(jobs[i].name);
        warnings_free(jobs[i].warnings);
        g_clear_error(&jobs[i].error);
    }
}

/* The first two files that would be written over each other. */
static bool find_clash(const Job *jobs, int count, const Job *clash[2])
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (int i = 0; i < count; i++) {
        clash[0] = g_hash_table_lookup(seen, jobs[i].name);
        clash[1] = &jobs[i];
        if (clash[0] != NULL)
            return true;
        g_hash_table_insert(seen, jobs[i].name, (void *)&jobs[i]);
    }
    return false;
}

static bool make_folder(GError **error)
{
    if (folder == NULL || g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot make folder '%s': %s",
                folder, g_strerror(errno));
    return false;
}

static int render(Run *run, int threads)
{
    g_autoptr(GError) error = NULL;
    const Job *clash[2];

    if (find_clash(run->jobs, run->job_count, clash))
        return arguments_fault(&command_render,
                               "'%s' and '%s' would be written to the same files",
                               clash[0]->path, clash[1]->path);
    if (!make_folder(&error))
        return arguments_fail(&command_render, error);
    run->progress = progress_new(run->job_count, drawing_options.quiet);
    draw_all(run, threads);
    progress_free(run->progress);
    return report(run);
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) formats = NULL;
    g_autofree Job *jobs = NULL;
    Run task = {0};
    int threads;
    int status;

    if (!arguments_parse(&command_render, &argc, argv, &status))
        return status;
    if (argc < 2)
        return arguments_fault(&command_render, "a figure file is needed");
    if (output != NULL && (argc > 2 || folder != NULL))
        return arguments_fault(&command_render,
                               "-o is for one figure, without --to: use --to");
    if (thread_count < 0 || thread_count > THREADS_MAX)
        return arguments_fault(&command_render, "-j must be within 1 .. %d",
                               THREADS_MAX);
    if (!drawing_options_read(&task.settings, &error))
        return arguments_fault(&command_render, "%s", error->message);
    formats = read_formats(&error);
    if (formats == NULL)
        return arguments_fault(&command_render, "%s", error->message);
    if (output != NULL && formats->len > 1)
        return arguments_fault(&command_render, "-o is for one format");

    threads =
        thread_count > 0 ? thread_count : (int)MIN(g_get_num_processors(), THREADS_MAX);
    jobs = g_new0(Job, (size_t)(argc - 1));
    jobs_init(jobs, argv + 1, argc - 1);
    task.jobs = jobs;
    task.job_count = argc - 1;
    task.formats = formats;
    task.needs_text = needs_text(formats);
    status = render(&task, threads);
    jobs_release(jobs, argc - 1);
    return status;
}

const Command command_render = {
    .name = "render",
    .arguments = "FILE...",
    .summary = "draw figure files",
    .description =
        "Each FILE is a figure in YAML, as actplot-figure(5) and 'actplot list keys'\n"
        "describe; - is standard input. Its picture is named after it: the figure\n"
        "plots/gates.yaml becomes gates.png in the current folder, or in that of "
        "--to.\n"
        "A figure that fails does not stop the others; the exit status is the worst "
        "of\n"
        "all. The same input gives the same bytes, whatever -j.",
    .examples =
        "actplot render plots/relu-family.yaml -o relu-family.pdf\n"
        "actplot render plots/*.yaml --to figures --format png,svg,pdf,gp,csv -j 2",
    .run = run,
    .options = options,
};
