/* check.c - the command `check`: are figure files good? */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/figure_job.h"
#include "cli/figure_options.h"
#include "cli/functions.h"

static gboolean quiet;

static const GOptionEntry options[] = {
    FIGURE_OPTION_ENTRIES,
    FUNCTION_OPTION_ENTRIES,
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no warnings", NULL},
    G_OPTION_ENTRY_NULL,
};

static int run(int argc, char **argv)
{
    g_autofree FigureJob *jobs = NULL;
    g_autoptr(GPtrArray) no_formats = g_ptr_array_new();
    const FigureTask task = {.formats = no_formats};
    int count;
    int status;

    if (!arguments_parse(&command_check, &argc, argv, &status) ||
        !figure_options_check(&command_check, &status))
        return status;
    if (argc < 2)
        return arguments_fault(&command_check, "a figure file is needed");
    count = argc - 1;
    jobs = g_new0(FigureJob, (size_t)count);
    for (int i = 0; i < count; i++)
        figure_job_init(&jobs[i], argv[i + 1]);
    figure_jobs_draw(jobs, count, &task,
                     (int)MIN(g_get_num_processors(), FIGURE_THREADS_MAX), NULL);
    status = figure_jobs_report(jobs, count, &command_check, quiet, NULL);
    for (int i = 0; i < count; i++)
        figure_job_release(&jobs[i]);
    return status;
}

const Command command_check = {
    .name = "check",
    .arguments = "FILE...",
    .summary = "say what is wrong with figure and theme files, without drawing them",
    .description =
        "Each FILE is a figure as for 'actplot render'; - is standard input. All "
        "faults\n"
        "of a file are told, those of its formulas, theme and data too. Files of "
        "themes\n"
        "and palettes are known by their keys. The exit status is 0 when all is good, "
        "2\n"
        "when something is not, 1 when a file cannot be read. With --json-errors each\n"
        "message is a line of JSON with file, line, column, length, severity, message "
        "and\n"
        "hint.",
    .examples = "actplot check plots/*.yaml\n"
                "actplot check --json-errors plots/saturation.yaml",
    .run = run,
    .options = options,
};
