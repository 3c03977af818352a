/* render.c - the command `render`: figure files to pictures, several at once. */
#include "base/error.h"
#include "base/progress.h"
#include "cli/arguments.h"
#include "cli/book.h"
#include "cli/command.h"
#include "cli/dependencies.h"
#include "cli/drawing_options.h"
#include "cli/figure_job.h"
#include "cli/figure_options.h"
#include "cli/functions.h"
#include "cli/output.h"
#include "cli/terminal.h"

static char *output, *folder, *dependencies;
static gboolean update;
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
    {"update", 0, 0, G_OPTION_ARG_NONE, &update,
     "draw only what would change; what was drawn from\n"
     "is kept in .actplot-update beside the pictures",
     NULL},
    {"deps", 0, 0, G_OPTION_ARG_FILENAME, &dependencies,
     "write rules for make: pictures: figure, theme, data", "FILE"},
    FIGURE_OPTION_ENTRIES,
    DRAWING_OPTION_ENTRIES,
    FUNCTION_OPTION_ENTRIES,
    G_OPTION_ENTRY_NULL,
};

/* The first two files that would be written over each other. */
static bool find_clash(const FigureJob *jobs, int count, const FigureJob *clash[2])
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

static int render(FigureJob *jobs, int count, const FigureTask *task)
{
    bool silent = drawing_options.quiet || figure_options.json_errors;
    int threads = thread_count > 0
                      ? thread_count
                      : (int)MIN(g_get_num_processors(), FIGURE_THREADS_MAX);
    g_autoptr(Warnings) said = warnings_new();
    g_autoptr(GError) error = NULL;
    const FigureJob *clash[2];
    Progress *progress;
    int status;

    if (find_clash(jobs, count, clash))
        return arguments_fault(&command_render,
                               "'%s' and '%s' would be written to the same files",
                               clash[0]->path, clash[1]->path);
    if (!output_make_folder(folder, &error))
        return arguments_fail(&command_render, error);
    progress = progress_new(count, silent);
    figure_jobs_draw(jobs, count, task, threads, progress);
    progress_free(progress);
    status =
        figure_jobs_report(jobs, count, &command_render, drawing_options.quiet, said);
    if ((task->update != NULL && !update_save(task->update, &error)) ||
        (dependencies != NULL &&
         !dependencies_write(dependencies, jobs, count, task, &error)))
        status = MAX(status, arguments_fail(&command_render, error));
    return status;
}

static int render_files(char **paths, int count, const FigureTask *task)
{
    g_autofree FigureJob *jobs = g_new0(FigureJob, (size_t)count);
    int status;

    for (int i = 0; i < count; i++)
        figure_job_init(&jobs[i], paths[i]);
    status = render(jobs, count, task);
    for (int i = 0; i < count; i++)
        figure_job_release(&jobs[i]);
    return status;
}

static int render_all(char **paths, int count, FigureTask *task)
{
    g_autofree char *beside = output != NULL ? g_path_get_dirname(output) : NULL;
    int status;

    if (update)
        task->update = update_new(beside != NULL ? beside : folder, &command_render);
    status = render_files(paths, count, task);
    update_free(task->update);
    return status;
}

static bool is_format(const FigureTask *task, const char *name)
{
    const Backend *backend = g_ptr_array_index(task->formats, 0);

    return strcmp(backend->name, name) == 0;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    FigureTask task = {.output = NULL};
    int status;

    if (!arguments_parse(&command_render, &argc, argv, &status) ||
        !figure_options_check(&command_render, &status))
        return status;
    if (argc < 2)
        return arguments_fault(&command_render, "a figure file is needed");
    if (output != NULL && folder != NULL)
        return arguments_fault(&command_render, "-o FILE or --to FOLDER, not both");
    if ((update || dependencies != NULL) && g_strcmp0(output, "-") == 0)
        return arguments_fault(&command_render, "%s needs a picture in a file",
                               update ? "--update" : "--deps");
    if (thread_count < 0 || thread_count > FIGURE_THREADS_MAX)
        return arguments_fault(&command_render, "-j must be within 1 .. %d",
                               FIGURE_THREADS_MAX);
    task.output = output;
    task.folder = folder;
    if (!drawing_options_read(&task.settings, &error))
        return arguments_fault(&command_render, "%s", error->message);
    if (!figure_task_init(&task, drawing_options.format, &error))
        status = arguments_fault(&command_render, "%s", error->message);
    else if (output != NULL && task.formats->len > 1)
        status = arguments_fault(&command_render, "-o is for one format");
    else if (output != NULL && argc > 2 && !is_format(&task, "pdf"))
        status = arguments_fault(
            &command_render,
            "-o is for one figure, or for several in one pdf: use --to FOLDER");
    else if (output != NULL && argc > 2 && (update || dependencies != NULL))
        status = arguments_fault(&command_render,
                                 "--update and --deps are for a picture a figure");
    else if (output != NULL && argc > 2)
        status = book_render(argv + 1, argc - 1, &task, &command_render,
                             drawing_options.quiet);
    else {
        if (g_strcmp0(output, "-") == 0 && is_format(&task, "term"))
            terminal_ask(&task.settings);
        status = render_all(argv + 1, argc - 1, &task);
    }
    figure_task_release(&task);
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
        "Several figures with -o BOOK.pdf become the pages of one PDF with an "
        "outline.\n"
        "A figure that fails does not stop the others; the exit status is the worst "
        "of\n"
        "all. The same input gives the same bytes, whatever -j.",
    .examples =
        "actplot render plots/relu-family.yaml -o relu-family.pdf\n"
        "actplot render plots/*.yaml --to figures --format png,svg,pdf,gp,csv -j 2\n"
        "actplot render plots/*.yaml -o plots.pdf",
    .run = run,
    .options = options,
};
