/* figure_job.c - one figure file on its way to its pictures. */
#include "cli/figure_job.h"

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/drawing_options.h"
#include "cli/figure_options.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/picture.h"
#include "spec/file_kind.h"

#include <string.h>

bool figure_task_init(FigureTask *task, const char *formats, GError **error)
{
    bool by_ending =
        formats == NULL && task->output != NULL && strcmp(task->output, "-") != 0;
    g_auto(GStrv) names = g_strsplit(formats != NULL ? formats : "png", ",", -1);

    task->formats = g_ptr_array_new();
    for (char **name = names; *name != NULL; name++) {
        const Backend *backend = by_ending ? picture_format_of_file(task->output, error)
                                           : picture_format(g_strstrip(*name), error);

        if (backend == NULL)
            return false;
        if (!g_ptr_array_find(task->formats, backend, NULL))
            g_ptr_array_add(task->formats, (void *)backend);
        if (backend->write_scene == NULL)
            task->needs_text = true;
    }
    return true;
}

void figure_task_release(FigureTask *task)
{
    g_clear_pointer(&task->formats, g_ptr_array_unref);
}

char *figure_job_name(const char *path)
{
    char *base = g_path_get_basename(strcmp(path, "-") == 0 ? "stdin" : path);
    char *point = strrchr(base, '.');

    if (point != NULL && point != base)
        *point = '\0';
    return base;
}

void figure_job_init(FigureJob *job, const char *path)
{
    *job = (FigureJob){
        .path = strcmp(path, "-") == 0 ? "/dev/stdin" : path,
        .name = figure_job_name(path),
        .warnings = warnings_new(),
        .limits = warnings_new(),
        .files = g_ptr_array_new_with_free_func(g_free),
    };
}

void figure_job_release(FigureJob *job)
{
    g_free(job->name);
    warnings_free(job->warnings);
    warnings_free(job->limits);
    g_ptr_array_unref(job->files);
    g_clear_error(&job->error);
}

char *figure_job_output(const FigureJob *job, const FigureTask *task,
                        const Backend *backend)
{
    g_autofree char *file = NULL;

    if (task->output != NULL)
        return g_strdup(task->output);
    file = g_strconcat(job->name, ".", backend->name, NULL);
    return task->folder != NULL ? g_build_filename(task->folder, file, NULL)
                                : g_steal_pointer(&file);
}

/* A picture that is to be drawn. */
typedef struct {
    const Backend *backend;
    char *path;
    char *digest; /* NULL: nobody asks */
} Target;

static void target_free(void *data)
{
    Target *target = data;

    g_free(target->path);
    g_free(target->digest);
    g_free(target);
}

/* Whether all that a picture is made of stands in its figure and in one file: data in
 * files beside it may be gone, the dark theme may have changed. */
static bool is_known(const FigureTask *task, const Figure *figure,
                     const Backend *backend)
{
    BackendOptions settings = task->settings;

    drawing_options_complete(&settings, figure, backend);
    return !(settings.data_files && backend->write_drawing == NULL) &&
           drawing_options.dark == NULL;
}

/* The pictures that are not as they should be; the caller's. */
static GPtrArray *find_targets(const FigureJob *job, const FigureTask *task,
                               const Figure *figure)
{
    GPtrArray *targets = g_ptr_array_new_with_free_func(target_free);

    for (unsigned i = 0; i < task->formats->len; i++) {
        Target *target = g_new0(Target, 1);

        target->backend = g_ptr_array_index(task->formats, i);
        target->path = figure_job_output(job, task, target->backend);
        if (task->update != NULL && is_known(task, figure, target->backend))
            target->digest = update_digest(task->update, figure, target->backend->name,
                                           target->path);
        if (target->digest != NULL &&
            update_is_current(task->update, target->path, target->digest))
            target_free(target);
        else
            g_ptr_array_add(targets, target);
    }
    return targets;
}

static bool write_target(FigureJob *job, const FigureTask *task, Picture *picture,
                         const Target *target)
{
    if (!picture_save(picture, target->backend, &task->settings, target->path,
                      job->limits, &job->error))
        return false;
    if (target->digest != NULL)
        update_note(task->update, target->path, target->digest);
    return true;
}

/* The figure once more in the dark theme, on a page of the same size. */
static Figure *load_dark(FigureJob *job, Picture *picture)
{
    FigureReading reading = figure_options_reading(NULL, job->files);
    g_auto(GStrv) settings = picture_dark_settings(picture, reading.settings);

    reading.settings = (const char *const *)settings;
    return figure_load_with(job->path, &reading, &job->error);
}

static bool asks_for_svg(const GPtrArray *targets)
{
    for (unsigned i = 0; i < targets->len; i++) {
        const Target *target = g_ptr_array_index(targets, i);

        if (strcmp(target->backend->name, "svg") == 0)
            return true;
    }
    return false;
}

/* Where nothing is drawn, themes and palettes may stand among the figures; what comes
 * from standard input can be read only once. */
static bool check_other(FigureJob *job, const FigureTask *task)
{
    bool once = task->formats->len > 0 || strcmp(job->path, "/dev/stdin") == 0;
    FileKind kind = once ? FILE_FIGURE : file_kind_of(job->path);

    if (kind == FILE_FIGURE)
        return false;
    file_check(job->path, kind, job->files, &job->error);
    return true;
}

void figure_job_draw(FigureJob *job, const FigureTask *task, TextContext **text)
{
    const FigureReading reading = figure_options_reading(job->warnings, job->files);
    g_autoptr(Figure) figure = NULL;
    g_autoptr(Figure) dark = NULL;
    g_autoptr(GPtrArray) targets = NULL;
    g_autoptr(Picture) picture = NULL;

    if (check_other(job, task))
        return;
    if (function_options.catalogue != NULL)
        g_ptr_array_add(job->files, g_strdup(function_options.catalogue));
    figure = figure_load_with(job->path, &reading, &job->error);
    if (figure == NULL)
        return;
    figure->checks_only = task->formats->len == 0;
    targets = find_targets(job, task, figure);
    if (targets->len == 0 && task->formats->len > 0)
        return;
    if (*text == NULL && task->needs_text)
        *text = text_context_new(NULL, NULL);
    picture = picture_new(figure, *text, job->warnings, &job->error);
    if (picture != NULL && drawing_options_dark(figure) != NULL &&
        asks_for_svg(targets)) {
        Picture *dark_picture;

        dark = load_dark(job, picture);
        dark_picture =
            dark != NULL ? picture_new(dark, *text, NULL, &job->error) : NULL;
        if (dark_picture == NULL)
            return;
        picture_take_dark(picture, dark_picture);
    }
    for (unsigned i = 0; picture != NULL && i < targets->len; i++) {
        if (!write_target(job, task, picture, g_ptr_array_index(targets, i)))
            return;
    }
}

/* What the threads share; only next changes. */
typedef struct {
    const FigureTask *task;
    FigureJob *jobs;
    int count;
    int next; /* taken atomically */
    Progress *progress;
} Run;

static void *work(void *data)
{
    Run *run = data;
    g_autoptr(TextContext) text = NULL;
    int index;

    while ((index = g_atomic_int_add(&run->next, 1)) < run->count) {
        figure_job_draw(&run->jobs[index], run->task, &text);
        if (run->progress != NULL)
            progress_step(run->progress, run->jobs[index].name);
    }
    return NULL;
}

void figure_jobs_draw(FigureJob *jobs, int count, const FigureTask *task, int threads,
                      Progress *progress)
{
    Run run = {.task = task, .jobs = jobs, .count = count, .progress = progress};
    GThread *others[FIGURE_THREADS_MAX];
    int other_count = MIN(threads, count) - 1;

    for (int i = 0; i < other_count; i++)
        others[i] = g_thread_new("figure", work, &run);
    work(&run);
    for (int i = 0; i < other_count; i++)
        g_thread_join(others[i]);
}

/* What the formats cannot show: each text once, with the first figure that it is true
 * of and how many more there are. */
static void report_limits(const FigureJob *jobs, int count, Warnings *said)
{
    for (int i = 0; i < count; i++) {
        for (unsigned k = 0; k < warnings_count(jobs[i].limits); k++) {
            const char *text = warnings_get(jobs[i].limits, k);
            unsigned more = 0;

            if (warnings_has(said, text))
                continue;
            warnings_add(said, "%s", text);
            for (int other = i + 1; other < count; other++)
                more += warnings_has(jobs[other].limits, text);
            arguments_warn_of_format(jobs[i].path, more, text);
        }
    }
}

int figure_jobs_report(const FigureJob *jobs, int count, const Command *command,
                       bool quiet, Warnings *said)
{
    int status = ACTPLOT_DONE;

    for (int i = 0; i < count; i++) {
        const FigureJob *job = &jobs[i];

        if (!quiet)
            arguments_warn(command, job->path, job->warnings);
        if (job->error != NULL) {
            int failure = arguments_fail_at(job->path, job->error);

            status = MAX(status, failure);
        }
    }
    if (!quiet)
        report_limits(jobs, count, said);
    return status;
}
