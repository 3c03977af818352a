#!/bin/sh
# valgrind.sh - no invalid access, no use of what was never set, nothing lost.
. "${srcdir:-.}/tests/tap.sh"

command -v valgrind >/dev/null 2>&1 || skip_all "valgrind is not installed"
if grep -q '^#define ACTPLOT_SANITIZED' "$builddir/config.h"; then
    skip_all "the build has sanitizers of its own"
fi

# Valgrind 3.19 cannot read what clang 14 writes for debuggers: then do without.
program=$ACTPLOT
if ! valgrind -q "$program" --version >/dev/null 2>&1; then
    program=$work/actplot
    objcopy --strip-debug "$ACTPLOT" "$program" || exit 99
fi

ACTPLOT_FREE_AT_EXIT=yes
export ACTPLOT_FREE_AT_EXIT

# clean ARGUMENTS...
clean() {
    ok "actplot $*" valgrind -q --error-exitcode=9 --leak-check=full \
        --errors-for-leak-kinds=definite,indirect --show-leak-kinds=definite,indirect \
        "$program" "$@"
}

clean list activations
clean eval "gelu'" --at=-20 --order=2
clean switches "abs(sin(3*x))" --range=-2:2
clean plot step prelu --derivative --title "x₁ 与 y" -o "$work/figure.png"
clean plot step -o "$work/figure.pdf"
clean plot step -o "$work/figure.gp"
clean render "$srcdir/plots/relu-family.yaml" --to "$work" --format svg,csv
finish
