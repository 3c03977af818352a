/* report.c - gathering faults, in the order of their places. */
#include "spec/report.h"

#include <string.h>

/* More than this many are counted, not kept: a hostile file may have a fault in each
 * of its bytes. */
enum { FAULTS_KEPT = 200 };

typedef struct {
    Span span;
    char *message;
    char *detail; /* NULL: none */
    unsigned number;
} Fault;

static void fault_free(void *data)
{
    Fault *fault = data;

    g_free(fault->message);
    g_free(fault->detail);
    g_free(fault);
}

void reports_init(Reports *reports, const char *name, const char *text)
{
    *reports = (Reports){
        .name = name,
        .text = text,
        .faults = g_ptr_array_new_with_free_func(fault_free),
    };
}

void reports_release(Reports *reports)
{
    g_clear_pointer(&reports->faults, g_ptr_array_unref);
    g_clear_pointer(&reports->repaired, g_free);
}

void reports_repair(Reports *reports, size_t length)
{
    char *repaired = g_utf8_make_valid(reports->text, (gssize)length);

    for (char *c = repaired; *c; c++)
        if (g_ascii_iscntrl(*c) && !g_ascii_isspace(*c))
            *c = '?'; /* it may mean something to a terminal */
    g_free(reports->repaired);
    reports->repaired = repaired;
    reports->text = repaired;
}

bool reports_any(const Reports *reports)
{
    return reports->faults->len > 0;
}

static bool is_known(const Reports *reports, Span span, const char *message)
{
    for (unsigned i = 0; i < reports->faults->len; i++) {
        const Fault *fault = g_ptr_array_index(reports->faults, i);

        if (fault->span.start == span.start && strcmp(fault->message, message) == 0)
            return true;
    }
    return false;
}

static void add(Reports *reports, Span span, const char *detail, const char *format,
                va_list arguments)
{
    char *message;
    Fault *fault;

    if (reports->faults->len >= FAULTS_KEPT)
        return;
    message = g_strdup_vprintf(format, arguments);
    if (is_known(reports, span, message)) {
        g_free(message);
        return;
    }
    fault = g_new0(Fault, 1);
    fault->span = span;
    fault->message = message;
    fault->detail = g_strdup(detail);
    fault->number = reports->faults->len;
    g_ptr_array_add(reports->faults, fault);
}

void reports_add(Reports *reports, Span span, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(reports, span, NULL, format, arguments);
    va_end(arguments);
}

void reports_add_detail(Reports *reports, Span span, const char *detail,
                        const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(reports, span, detail, format, arguments);
    va_end(arguments);
}

static int compare_faults(const void *a, const void *b)
{
    const Fault *left = *(Fault *const *)a;
    const Fault *right = *(Fault *const *)b;

    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    return left->number < right->number ? -1 : left->number > right->number;
}

void report_place(GString *out, const char *name, const char *text,
                  const GArray *settings, Span span, const char *message)
{
    size_t begin = 0;

    for (unsigned i = 0; settings && i < settings->len; i++)
        if (g_array_index(settings, size_t, i) <= span.start) {
            begin = g_array_index(settings, size_t, i);
            name = "--set";
        }
    error_report(out, name, text + begin, (Span){span.start - begin, span.length},
                 message);
}

void reports_raise(Reports *reports, GError **error)
{
    GString *out = g_string_new(NULL);
    unsigned count = reports->faults->len;

    g_assert(count > 0);
    g_ptr_array_sort(reports->faults, compare_faults);
    for (unsigned i = 0; i < MIN(count, REPORTS_SHOWN); i++) {
        const Fault *fault = g_ptr_array_index(reports->faults, i);

        report_place(out, reports->name, reports->text, reports->settings, fault->span,
                     fault->message);
        g_string_append_c(out, '\n');
        if (fault->detail)
            g_string_append_printf(out, "%s\n", fault->detail);
    }
    if (count > REPORTS_SHOWN)
        g_string_append_printf(out, "%s: and %s%u more\n", reports->name,
                               count >= FAULTS_KEPT ? "at least " : "",
                               count - REPORTS_SHOWN);
    g_string_truncate(out, out->len - 1); /* whoever prints a message ends its line */
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, out->str);
    g_string_free(out, TRUE);
}
