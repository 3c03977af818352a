/* bench-run.c - times commands against each other: rounds in turn, medians, ratios.
 *
 * Use: bench-run ROUNDS TITLE NAME COMMAND [NAME COMMAND ...]. Each COMMAND is given
 * to sh. After one round that does not count, every round runs each command once, so
 * that a machine whose speed drifts treats all alike. The ratio is the median over
 * the rounds of a peer's time divided by the first command's in the same round.
 * Prints a Markdown table. Time is wall time of the whole process; memory the largest
 * resident set of a process of the command's, as the kernel counts it.
 */
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

typedef struct {
    const char *name;
    const char *command;
    double *seconds; /* one a round */
    long peak_kilobytes;
} Contender;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Seconds that the command took; negative if it failed. */
static double run(Contender *contender)
{
    char shell[] = "sh";
    char option[] = "-c";
    char *command = strdup(contender->command);
    char *arguments[] = {shell, option, command, NULL};
    struct rusage usage;
    pid_t child;
    int status = 0;

    const double started = now();
    if (posix_spawnp(&child, "sh", NULL, NULL, arguments, environ) != 0 ||
        wait4(child, &status, 0, &usage) != child)
        status = -1;
    const double taken = now() - started;
    free(command);
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

static bool run_rounds(Contender *contenders, int count, int rounds)
{
    for (int round = -1; round < rounds; round++) {
        for (int i = 0; i < count; i++) {
            const double taken = run(&contenders[i]);
            if (taken < 0) {
                fprintf(stderr, "bench-run: '%s' failed\n", contenders[i].command);
                return false;
            }
            if (round >= 0)
                contenders[i].seconds[round] = taken;
        }
    }
    return true;
}

static void print_table(const char *title, Contender *contenders, int count, int rounds)
{
    double *ratios = calloc((size_t)rounds, sizeof *ratios);
    double *own = calloc((size_t)rounds, sizeof *own);

    memcpy(own, contenders[0].seconds, (size_t)rounds * sizeof *own);
    printf("\n| %s | median | times the first | peak memory |\n", title);
    printf("|---|--:|--:|--:|\n");
    for (int i = 0; i < count; i++) {
        for (int round = 0; round < rounds; round++)
            ratios[round] = contenders[i].seconds[round] / own[round];
        printf("| %s | %.1f ms | %.2f | %.1f MB |\n", contenders[i].name,
               1e3 * median(contenders[i].seconds, rounds), median(ratios, rounds),
               (double)contenders[i].peak_kilobytes / 1024);
    }
    free(ratios);
    free(own);
}

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? atoi(argv[1]) : 0;
    const int count = (argc - 3) / 2;

    if (argc < 5 || argc % 2 == 0 || rounds < 1) {
        fprintf(stderr,
                "usage: bench-run ROUNDS TITLE NAME COMMAND [NAME COMMAND ...]\n");
        return 2;
    }
    Contender *contenders = calloc((size_t)count, sizeof *contenders);
    for (int i = 0; i < count; i++) {
        contenders[i].name = argv[3 + 2 * i];
        contenders[i].command = argv[4 + 2 * i];
        contenders[i].seconds = calloc((size_t)rounds, sizeof(double));
    }
    const bool done = run_rounds(contenders, count, rounds);
    if (done)
        print_table(argv[2], contenders, count, rounds);
    for (int i = 0; i < count; i++)
        free(contenders[i].seconds);
    free(contenders);
    return done ? 0 : 1;
}
