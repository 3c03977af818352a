/* test-fonts.c - the program's own font configuration, and when it steps back. */
#include "config.h"

#include "layout/text.h"
#include "layout/text_fonts.h"
#include "spec/assets.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

/* Whether fontconfig has read the file; it keeps a `..` of the source folder's name. */
static bool is_read(const char *path)
{
    FcStrList *files = FcConfigGetConfigFiles(NULL);
    const FcChar8 *file;
    bool found = false;

    while ((file = FcStrListNext(files))) {
        g_autofree char *plain = g_canonicalize_filename((const char *)file, NULL);

        found = found || strcmp(plain, path) == 0;
    }
    FcStrListDone(files);
    return found;
}

static char *own_path(void)
{
    g_autofree char *path = asset_path("fonts.conf");

    return g_canonicalize_filename(path, NULL);
}

static void test_own(void)
{
    g_autofree char *path = own_path();

    text_fonts_load();
    g_assert_true(is_read(path));
    g_assert_false(is_read("/etc/fonts/fonts.conf"));
}

static bool has_family(const char *family)
{
    FcPattern *pattern = FcPatternCreate();
    FcFontSet *fonts;
    bool found;

    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    fonts = FcFontList(NULL, pattern, NULL);
    found = fonts->nfont > 0;
    FcFontSetDestroy(fonts);
    FcPatternDestroy(pattern);
    return found;
}

/* The family that the first run of text gets. */
static void check_family(TextContext *context, const char *font, const char *text,
                         const char *family)
{
    g_autoptr(TextLine) line = NULL;

    if (!has_family(family)) {
        g_test_message("'%s' is not there", family);
        return;
    }
    text_context_use(context, font, NULL);
    line = text_line_new(context, text, 10, false);
    g_assert_cmpint(line->run_count, >, 0);
    g_assert_cmpstr(line->runs[0].family, ==, family);
}

static void test_families(void)
{
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    static const char *const cases[][3] = {
        {"sans-serif", "abc", "DejaVu Sans"},
        {"Sans", "abc", "DejaVu Sans"},
        {"serif", "abc", "DejaVu Serif"},
        {"monospace", "abc", "DejaVu Sans Mono"},
        {"No Such Font", "abc", "DejaVu Sans"},
        {"No Such Font, serif", "abc", "DejaVu Serif"},
        {"Arial", "abc", "Liberation Sans"},
        {"Times New Roman", "abc", "Liberation Serif"},
        {"sans-serif", "激活函数", "Noto Sans CJK SC"},
        {"sans-serif", "かな", "Noto Sans CJK JP"},
        {"sans-serif", "활성화", "Noto Sans CJK KR"},
        {"serif", "激活函数", "Noto Serif CJK SC"},
        {"monospace", "激活函数", "Noto Sans Mono CJK SC"},
        {"Inter", "αβ", "Inter"},
        {"sans-serif", "عربي", "DejaVu Sans"},
        {"sans-serif", "😀", "DejaVu Sans"},
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (i == G_N_ELEMENTS(cases) - 1 && has_family("Noto Color Emoji"))
            break;
        check_family(context, cases[i][0], cases[i][1], cases[i][2]);
    }
}

/* In a process of its own, with the variable set or ACTPLOT_ASSETS leading nowhere. */
static void test_step_back_child(const void *variable)
{
    g_autofree char *path = own_path();

    g_setenv(variable, "/etc/fonts", TRUE);
    if (strcmp(variable, "FONTCONFIG_FILE") == 0)
        g_setenv(variable, "/etc/fonts/fonts.conf", TRUE);
    text_fonts_load();
    g_assert_false(is_read(path));
    g_autoptr(TextContext) context = text_context_new(NULL, NULL);
    g_autoptr(TextLine) line = text_line_new(context, "abc", 10, false);
    g_assert_cmpfloat(line->width_pt, >, 0);
}

static void test_step_back(void)
{
    g_test_trap_subprocess("/fonts/subprocess/file", 0, 0);
    g_test_trap_assert_passed();
    g_test_trap_subprocess("/fonts/subprocess/path", 0, 0);
    g_test_trap_assert_passed();
}

/* A configuration without fonts is not taken. */
static void test_empty_child(void)
{
    g_autofree char *folder = g_dir_make_tmp("actplot-fonts-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "fonts.conf", NULL);

    g_assert_true(g_file_set_contents(path, "<fontconfig></fontconfig>", -1, NULL));
    g_setenv("ACTPLOT_ASSETS", folder, TRUE);
    text_fonts_load();
    g_assert_false(is_read(path));
    g_unlink(path);
    g_rmdir(folder);
}

static void test_empty(void)
{
    g_test_trap_subprocess("/fonts/subprocess/empty", 0, 0);
    g_test_trap_assert_passed();
}

int main(int argc, char **argv)
{
    int status;

    g_unsetenv("FONTCONFIG_FILE");
    g_unsetenv("FONTCONFIG_PATH");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/own", test_own);
    g_test_add_func("/fonts/families", test_families);
    g_test_add_func("/fonts/step-back", test_step_back);
    g_test_add_func("/fonts/empty", test_empty);
    g_test_add_data_func("/fonts/subprocess/file", "FONTCONFIG_FILE",
                         test_step_back_child);
    g_test_add_data_func("/fonts/subprocess/path", "FONTCONFIG_PATH",
                         test_step_back_child);
    g_test_add_func("/fonts/subprocess/empty", test_empty_child);
    status = g_test_run();
#ifdef ACTPLOT_SANITIZED
    text_shutdown();
#endif
    return status;
}
