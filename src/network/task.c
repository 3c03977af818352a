/* task.c - the two spirals, by turning a point step by step. */
#include "network/task.h"

#include <math.h>

#define INNER_RADIUS 0.2
#define OUTER_RADIUS 2.2

/* The C library's sin() and cos() differ between processors in the last bit; these
 * series are for small angles. */
static double small_cosine(double angle)
{
    double square = angle * angle, sum = 1;

    for (int k = 16; k > 0; k -= 2)
        sum = 1 - sum * square / (k * (k - 1));
    return sum;
}

static double small_sine(double angle)
{
    double square = angle * angle, sum = 1;

    for (int k = 17; k > 1; k -= 2)
        sum = 1 - sum * square / (k * (k - 1));
    return angle * sum;
}

Task *task_new(size_t samples, double turns, double shift)
{
    Task *task = g_new0(Task, 1);
    size_t half = samples / 2;
    double step = turns * 6.283185307179586 / (double)half;
    double cosine = small_cosine(step), sine = small_sine(step), x = 1, y = 0;

    task->samples = samples;
    task->inputs = g_new(double, TASK_FEATURES *samples);
    task->signs = g_new(double, samples);
    for (size_t i = 0; i < half; i++) {
        double share = ((double)i + 0.5) / (double)half, turned = x * cosine - y * sine;
        double radius = INNER_RADIUS + (OUTER_RADIUS - INNER_RADIUS) * share;
        for (size_t k = 0; k < 2; k++) {
            double sign = k == 0 ? 1 : -1;
            task->inputs[2 * i + k] = sign * radius * x + shift;
            task->inputs[samples + 2 * i + k] = sign * radius * y + shift;
            task->signs[2 * i + k] = sign;
        }
        y = x * sine + y * cosine;
        x = turned;
    }
    return task;
}

void task_free(Task *task)
{
    if (!task)
        return;
    g_free(task->inputs);
    g_free(task->signs);
    g_free(task);
}
