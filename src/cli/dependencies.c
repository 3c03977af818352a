/* dependencies.c - what figures are made from, as rules for make. */
#include "cli/dependencies.h"

#include "base/error.h"
#include "cli/output.h"

#include <string.h>

typedef struct {
    GString *out;
    GHashTable *seen; /* names that are targets already */
    GPtrArray *files; /* of const char *: others, each once */
} Rules;

/* A name as make reads it back: what ends a word, begins a comment, a variable or a
 * pattern stands behind a backslash, with the backslashes right before it doubled. For
 * some characters there is no way to write them. */
static bool append_name(GString *out, const char *name, bool is_target, GError **error)
{
    unsigned backslashes = 0;

    if (strpbrk(name, is_target ? "\n;|%" : "\n;|") != NULL) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "--deps: make cannot read a name such as '%s'", name);
        return false;
    }
    if (*name == '~')
        g_string_append(out, "./");
    for (const char *c = name; *c != '\0'; c++) {
        bool special = strchr(" \t#:*?[]", *c) != NULL;

        for (unsigned i = 0; special && i < backslashes; i++)
            g_string_append_c(out, '\\');
        if (*c == '=')
            g_string_append(out, "$(if ,,=)"); /* not to set a variable */
        else
            g_string_append_printf(out, "%s%c",
                                   special     ? "\\"
                                   : *c == '$' ? "$"
                                               : "",
                                   *c);
        backslashes = *c == '\\' ? backslashes + 1 : 0;
    }
    return true;
}

static void add_file(Rules *rules, const char *path)
{
    if (!g_hash_table_contains(rules->seen, path) &&
        !g_ptr_array_find_with_equal_func(rules->files, path, g_str_equal, NULL))
        g_ptr_array_add(rules->files, (void *)path);
}

static bool append_prerequisite(Rules *rules, const char *path, GError **error)
{
    g_string_append(rules->out, " \\\n  ");
    add_file(rules, path);
    return append_name(rules->out, path, false, error);
}

static bool append_targets(Rules *rules, const FigureJob *job, const FigureTask *task,
                           GError **error)
{
    for (unsigned i = 0; i < task->formats->len; i++) {
        char *path = figure_job_output(job, task, g_ptr_array_index(task->formats, i));

        if (i > 0)
            g_string_append_c(rules->out, ' ');
        g_hash_table_add(rules->seen, path);
        if (!append_name(rules->out, path, true, error))
            return false;
    }
    g_string_append_c(rules->out, ':');
    return true;
}

static bool append_rule(Rules *rules, const FigureJob *job, const FigureTask *task,
                        GError **error)
{
    if (!append_targets(rules, job, task, error))
        return false;
    if (strcmp(job->path, "/dev/stdin") != 0 &&
        !append_prerequisite(rules, job->path, error))
        return false;
    for (unsigned i = 0; i < job->files->len; i++) {
        if (!append_prerequisite(rules, g_ptr_array_index(job->files, i), error))
            return false;
    }
    g_string_append_c(rules->out, '\n');
    return true;
}

static bool append_all(Rules *rules, const FigureJob *jobs, int count,
                       const FigureTask *task, GError **error)
{
    for (int i = 0; i < count; i++) {
        if (!append_rule(rules, &jobs[i], task, error))
            return false;
    }
    for (unsigned i = 0; i < rules->files->len; i++) {
        const char *path = g_ptr_array_index(rules->files, i);

        if (strchr(path, '%') != NULL)
            continue; /* would be a pattern */
        g_string_append_c(rules->out, '\n');
        if (!append_name(rules->out, path, true, error))
            return false;
        g_string_append(rules->out, ":\n");
    }
    return true;
}

bool dependencies_write(const char *path, const FigureJob *jobs, int count,
                        const FigureTask *task, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    Rules rules = {.out = out, .seen = seen, .files = files};

    return append_all(&rules, jobs, count, task, error) &&
           output_write(path, out->str, out->len, error);
}
