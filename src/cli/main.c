/* main.c - the program: finds its command and runs it. */
#include "config.h"

#include "base/error.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/output.h"
#include "layout/text.h"
#include "network/experiment.h"
#include "scene/known.h"

#include <cairo.h>
#include <fcntl.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef HAVE_MALLOPT
#include <malloc.h>
#endif

static int say(const GString *text)
{
    g_autoptr(GError) error = NULL;

    if (output_print(text->str, text->len, &error))
        return ACTPLOT_DONE;
    if (*error->message != '\0')
        fprintf(stderr, "actplot: %s\n", error->message);
    return ACTPLOT_ERROR_IO;
}

static int say_help(void)
{
    g_autoptr(GString) text = g_string_new(NULL);

    help_append_overview(text);
    return say(text);
}

static int say_version(void)
{
    g_autoptr(GString) text = g_string_new("actplot " PACKAGE_VERSION "\n");

#ifdef HAVE_SLEEF
    const char *mathematics = "SLEEF";
#else
    const char *mathematics = "the C library's mathematics";
#endif
    g_string_append_printf(text, "with cairo %s, Pango %s, GLib %u.%u.%u, %s\n",
                           cairo_version_string(), pango_version_string(),
                           glib_major_version, glib_minor_version, glib_micro_version,
                           mathematics);
    return say(text);
}

static int run(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;
    const Command *command;

    if (name == NULL) {
        fputs("usage: actplot COMMAND [OPTION...] [ARGUMENT...]\n"
              "see 'actplot help'\n",
              stderr);
        return ACTPLOT_ERROR_INPUT;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return say_help();
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0)
        return say_version();
    command = command_named(name);
    if (command == NULL)
        return command_unknown(name);
    return command->run(argc - 1, argv + 1);
}

/* A figure's file must not become standard output because that was closed: fill the
 * three with something that cannot be written. */
static void occupy_standard_files(void)
{
    int file;

    do
        file = open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close(file);
}

/* Figure after figure takes and gives back the same large blocks: let the heap keep
 * them, for fresh pages from the kernel cost more than what is done with them. Heaps
 * grow by much at once: a further thread's would ask the kernel for each few pages. */
static void keep_memory(void)
{
#ifdef HAVE_MALLOPT
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 256 * 1024 * 1024);
    mallopt(M_TOP_PAD, 4 * 1024 * 1024);
#endif
}

/* Leak checkers are to see only what is lost: sanitizer builds, and the tests with
 * valgrind. A plain run leaves this to the kernel, which is quicker. */
static void release_libraries(void)
{
#ifndef ACTPLOT_SANITIZED
    if (g_getenv("ACTPLOT_FREE_AT_EXIT") == NULL)
        return;
#endif
    known_forget();
    experiment_forget();
    text_shutdown();
}

int main(int argc, char **argv)
{
    int status;

    keep_memory();
    occupy_standard_files();
    status = run(argc, argv);
    release_libraries();
    return status;
}
