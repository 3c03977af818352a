/* runs.c - runs handed out to threads by a counter. */
#include "network/runs.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    unsigned count;
    int next; /* atomic */
    void (*run)(unsigned i, void *data);
    void *data;
} Work;

static int helpers; /* threads of all runs_do() now; atomic */
static int allowed; /* runs_set_threads(); atomic */

void runs_set_threads(unsigned threads)
{
    g_atomic_int_set(&allowed, (int)threads);
}

static int most_helpers(void)
{
    int threads = g_atomic_int_get(&allowed);

    return (threads > 0 ? threads : (int)g_get_num_processors()) - 1;
}

static bool take_helper(void)
{
    if (g_atomic_int_add(&helpers, 1) < most_helpers())
        return true;
    g_atomic_int_add(&helpers, -1);
    return false;
}

static void *work_on(void *data)
{
    Work *work = data;

    for (;;) {
        unsigned i = (unsigned)g_atomic_int_add(&work->next, 1);
        if (i >= work->count)
            return NULL;
        work->run(i, work->data);
    }
}

void runs_do(unsigned count, void (*run)(unsigned i, void *data), void *data)
{
    Work work = {count, 0, run, data};
    g_autoptr(GPtrArray) threads = g_ptr_array_new();

    while (threads->len + 1 < count && take_helper()) {
        GThread *thread = g_thread_try_new("runs", work_on, &work, NULL);
        if (thread)
            g_ptr_array_add(threads, thread);
        else
            g_atomic_int_add(&helpers, -1);
        if (!thread)
            break;
    }
    work_on(&work);
    for (guint i = 0; i < threads->len; i++) {
        g_thread_join(g_ptr_array_index(threads, i));
        g_atomic_int_add(&helpers, -1);
    }
}
