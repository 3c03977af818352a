/* terminal.c - what the terminal at standard output can show. */
#include "cli/terminal.h"

#include "backend/term_chafa.h"
#include "base/number.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { COLUMNS_LEAST = 20, ROWS_LEAST = 10, SIDE_MOST = 1000 };

static int side(const char *variable, int told, int least)
{
    const char *text = g_getenv(variable);
    double value = told, given;

    if (text != NULL && number_parse(text, &given) && given >= 1)
        value = given;
    return value > 0 ? (int)CLAMP(value, least, SIDE_MOST) : 0;
}

static bool is_set(const char *variable)
{
    const char *text = g_getenv(variable);

    return text != NULL && *text != '\0' && strcmp(text, "0") != 0;
}

static int colors(bool to_terminal)
{
    const char *kind = g_getenv("TERM"), *depth = g_getenv("COLORTERM");

    if (is_set("NO_COLOR") ||
        (!is_set("CLICOLOR_FORCE") &&
         (!to_terminal || kind == NULL || strcmp(kind, "dumb") == 0)))
        return 0;
    return depth != NULL && (!strcmp(depth, "truecolor") || !strcmp(depth, "24bit"))
               ? 1 << 24
               : 256;
}

int terminal_columns(void)
{
    struct winsize size = {0};

    if (isatty(STDOUT_FILENO) == 0)
        return 0;
    (void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    return side("COLUMNS", size.ws_col, COLUMNS_LEAST);
}

void terminal_ask(BackendOptions *options)
{
    bool to_terminal = isatty(STDOUT_FILENO) != 0;
    struct winsize size = {0};

    if (to_terminal)
        (void)ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    options->columns = side("COLUMNS", size.ws_col, COLUMNS_LEAST);
    options->rows = side("LINES", size.ws_row, ROWS_LEAST);
    options->colors = colors(to_terminal);
    if (options->terminal == NULL && to_terminal && options->colors > 0)
        options->terminal = term_chafa_detect();
}
