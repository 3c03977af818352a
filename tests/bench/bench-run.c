/* bench-run.c - times commands against each other: rounds in turn, medians, ratios.
 *
 * Use: bench-run ROUNDS FOLDER RECORD TITLE NAME COMMAND [NAME COMMAND ...]. A
 * COMMAND's words are expanded as a shell would, once, and run without one. After one
 * round that does not count, every round runs each command once, so that a machine
 * whose speed drifts treats all alike; before each run the files in FOLDER, where the
 * commands write, are removed, for replacing a file costs more than making one. The
 * ratio is the median over the rounds of a peer's time divided by the first command's
 * in the same round. Prints a Markdown table and adds to RECORD a line each of title,
 * name, milliseconds, ratio and megabytes, with tabs between. Time is wall time of the
 * whole process; memory its largest resident set, as the kernel counts it.
 */
#include <dirent.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <wordexp.h>

extern char **environ;

typedef struct {
    const char *name;
    wordexp_t words; /* of the command */
    double *seconds; /* one a round */
    long peak_kilobytes;
} Contender;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Removes the files in a folder; folders in it stay. */
static void empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;

    if (!folder)
        return;
    while ((entry = readdir(folder)))
        unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}

/* Seconds that the command took; negative if it failed. */
static double run(Contender *contender)
{
    char **words = contender->words.we_wordv;
    struct rusage usage;
    pid_t child;
    int status = 0;

    const double started = now();
    if (posix_spawnp(&child, words[0], NULL, NULL, words, environ) != 0 ||
        wait4(child, &status, 0, &usage) != child)
        status = -1;
    const double taken = now() - started;
    if (status != 0)
        return -1;
    if (usage.ru_maxrss > contender->peak_kilobytes)
        contender->peak_kilobytes = usage.ru_maxrss;
    return taken;
}

static int compare(const void *a, const void *b)
{
    const double left = *(const double *)a;
    const double right = *(const double *)b;

    return (left > right) - (left < right);
}

/* Sorts values. */
static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare);
    return count % 2 == 1 ? values[count / 2]
                          : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static bool run_rounds(Contender *contenders, int count, int rounds, const char *folder)
{
    for (int round = -1; round < rounds; round++) {
        for (int i = 0; i < count; i++) {
            empty_folder(folder);
            const double taken = run(&contenders[i]);
            if (taken < 0) {
                fprintf(stderr, "bench-run: '%s' failed\n", contenders[i].name);
                return false;
            }
            if (round >= 0)
                contenders[i].seconds[round] = taken;
        }
    }
    return true;
}

static void print_table(const char *title, Contender *contenders, int count, int rounds,
                        FILE *record)
{
    double *ratios = calloc((size_t)rounds, sizeof *ratios);
    double *own = calloc((size_t)rounds, sizeof *own);

    memcpy(own, contenders[0].seconds, (size_t)rounds * sizeof *own);
    printf("\n| %s | median | times the first | peak memory |\n", title);
    printf("|---|--:|--:|--:|\n");
    for (int i = 0; i < count; i++) {
        for (int round = 0; round < rounds; round++)
            ratios[round] = contenders[i].seconds[round] / own[round];
        const double milliseconds = 1e3 * median(contenders[i].seconds, rounds);
        const double ratio = median(ratios, rounds);
        const double megabytes = (double)contenders[i].peak_kilobytes / 1024;
        printf("| %s | %.1f ms | %.2f | %.1f MB |\n", contenders[i].name, milliseconds,
               ratio, megabytes);
        fprintf(record, "%s\t%s\t%g\t%g\t%g\n", title, contenders[i].name, milliseconds,
                ratio, megabytes);
    }
    free(ratios);
    free(own);
}

/* Fills contenders from NAME COMMAND pairs. */
static bool read_contenders(Contender *contenders, int count, int rounds, char **pairs)
{
    for (int i = 0; i < count; i++) {
        contenders[i].name = pairs[2 * i];
        contenders[i].seconds = calloc((size_t)rounds, sizeof(double));
        if (wordexp(pairs[2 * i + 1], &contenders[i].words, WRDE_NOCMD) != 0 ||
            contenders[i].words.we_wordc == 0) {
            fprintf(stderr, "bench-run: not a command: %s\n", pairs[2 * i + 1]);
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? atoi(argv[1]) : 0;
    const int count = (argc - 5) / 2;

    if (argc < 7 || argc % 2 == 0 || rounds < 1) {
        fprintf(stderr, "usage: bench-run ROUNDS FOLDER RECORD TITLE NAME COMMAND "
                        "[NAME COMMAND ...]\n");
        return 2;
    }
    FILE *record = fopen(argv[3], "a");
    if (!record) {
        perror(argv[3]);
        return 1;
    }
    Contender *contenders = calloc((size_t)count, sizeof *contenders);
    const bool done = read_contenders(contenders, count, rounds, argv + 5) &&
                      run_rounds(contenders, count, rounds, argv[2]);
    if (done)
        print_table(argv[4], contenders, count, rounds, record);
    for (int i = 0; i < count; i++) {
        free(contenders[i].seconds);
        wordfree(&contenders[i].words);
    }
    free(contenders);
    return fclose(record) == 0 && done ? 0 : 1;
}
