/* verify.c - the command `verify`: derivatives by hand against the computed ones. */
#include "activation/verify.h"

#include "activation/activation.h"
#include "base/error.h"
#include "base/number.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"
#include "spec/definitions.h"

/* What is printed, and how many derivatives are wrong. */
typedef struct {
    GString *out;
    int wrong;
} Account;

static void append_difference(GString *out, const char *name, const Verification *found)
{
    const char *const sides[] = {" from the left", "", " from the right"};
    char x[NUMBER_SIZE], computed[NUMBER_SIZE], by_hand[NUMBER_SIZE];

    g_string_append_printf(out,
                           "%s: the derivative at x = %s%s is %s, by hand %s: wrong\n",
                           name, number_format(found->x, x), sides[found->side + 1],
                           number_format(found->computed, computed),
                           number_format(found->by_hand, by_hand));
}

static bool verify(const Definition *definition, const Scope *scope, Account *account,
                   GError **error)
{
    Verification found;

    if (definition->derivative == NULL) {
        g_string_append_printf(account->out, "%s: no derivative by hand\n",
                               definition->key);
        return true;
    }
    if (!verify_derivative(definition, scope, &found, error))
        return false;
    if (found.agree) {
        g_string_append_printf(account->out, "%s: equal at %d places\n",
                               definition->key, found.points);
        return true;
    }
    append_difference(account->out, definition->key, &found);
    account->wrong++;
    return true;
}

static bool verify_own(const Definitions *definitions, Account *account, GError **error)
{
    for (unsigned i = 0; i < definitions->list->len; i++) {
        if (!verify(g_ptr_array_index(definitions->list, i), &definitions->scope,
                    account, error))
            return false;
    }
    return true;
}

static bool verify_catalogue(Account *account, GError **error)
{
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        if (!verify(&activation->definition, &activation_scope, account, error))
            return false;
    }
    return true;
}

static int run(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Definitions) own = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    Account account = {.out = out};
    bool done;
    int status;

    if (!arguments_parse(&command_verify, &argc, argv, &status))
        return status;
    if (argc > 2)
        return arguments_fault(&command_verify, "one file at a time");
    if (argc == 2) {
        const char *path = strcmp(argv[1], "-") == 0 ? "/dev/stdin" : argv[1];

        own = definitions_load(path, &activation_scope, &error);
        if (own == NULL)
            return arguments_fail_at(path, error);
        done = verify_own(own, &account, &error);
    } else {
        done = verify_catalogue(&account, &error);
    }
    if (!done || !output_print(out->str, out->len, &error))
        return arguments_fail(&command_verify, error);
    return account.wrong == 0 ? ACTPLOT_DONE : ACTPLOT_ERROR_INPUT;
}

static const GOptionEntry options[] = {G_OPTION_ENTRY_NULL};

const Command command_verify = {
    .name = "verify",
    .arguments = "[FILE]",
    .summary = "hold derivatives written by hand against the computed ones",
    .description =
        "FILE holds functions of your own, written as in a figure's `define:`, the\n"
        "kind that --catalogue reads; without it the program's own catalogue is held\n"
        "to account. The two are compared at 8,000 points of all sizes and at, left\n"
        "and right of every switch point; the worst x is named. Exit status 2 when a\n"
        "derivative is wrong.",
    .examples = "actplot verify\n"
                "actplot verify plots/own/functions.yaml",
    .run = run,
    .options = options,
};
