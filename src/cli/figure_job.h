/* figure_job.h - one figure file on its way to its pictures. */
#ifndef ACTPLOT_CLI_FIGURE_JOB_H
#define ACTPLOT_CLI_FIGURE_JOB_H

#include "backend/backend.h"
#include "base/progress.h"
#include "base/warning.h"
#include "cli/command.h"
#include "cli/update.h"
#include "layout/text.h"

#include <glib.h>
#include <stdbool.h>

enum { FIGURE_THREADS_MAX = 64 };

/* What is made of every figure of a run. */
typedef struct {
    const char *output; /* the only picture, `-` for standard output; NULL: by name */
    const char *folder; /* of the pictures; NULL: the current one */
    GPtrArray *formats; /* of const Backend * */
    bool needs_text;    /* one of them lays out a page */
    BackendOptions settings;
    Update *update; /* what need not be drawn again; NULL: everything is drawn */
} FigureTask;

/* One figure file and what became of it. */
typedef struct {
    const char *path;   /* borrowed */
    char *name;         /* without folder and ending */
    Warnings *warnings; /* of the figure, and */
    Warnings *limits;   /* of what a format cannot show */
    GPtrArray *files;   /* of char *: what it is made from besides path */
    GError *error;      /* NULL: done */
} FigureJob;

/* Reads the formats' names, `png,svg`; NULL: the output's ending, or png. False with
 * error. */
bool figure_task_init(FigureTask *task, const char *formats, GError **error);
void figure_task_release(FigureTask *task);

/* `gates` from `plots/gates.yaml`; the caller's. */
char *figure_job_name(const char *path);

/* path `-` is standard input. */
void figure_job_init(FigureJob *job, const char *path);
void figure_job_release(FigureJob *job);

/* Draws, or fills in error; called by any thread. *text, of that thread, is made when
 * it is first needed; the caller's. */
void figure_job_draw(FigureJob *job, const FigureTask *task, TextContext **text);

/* Draws all, so many at once; progress NULL: nobody looks. */
void figure_jobs_draw(FigureJob *jobs, int count, const FigureTask *task, int threads,
                      Progress *progress);

/* The path of a picture, the caller's. */
char *figure_job_output(const FigureJob *job, const FigureTask *task,
                        const Backend *backend);

/* Says what went wrong, warnings first; these unless quiet. What a format cannot show
 * is said once for all jobs, and not if it is in said, where it goes then. Returns the
 * worst exit status. */
int figure_jobs_report(const FigureJob *jobs, int count, const Command *command,
                       bool quiet, Warnings *said);

#endif
