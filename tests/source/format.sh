#!/bin/sh
# format.sh - every C file is as clang-format 14 writes it, and says what it is.
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

files=$(find src tests -name '*.[ch]' | sort)

# Files whose first line is not `/* NAME - what it is`.
untitled() {
    for file in $files; do
        case $(head -n 1 "$file") in
        "/* ${file##*/} - "*) ;;
        *) echo "$file" ;;
        esac
    done
}

is "every C file begins with its name and what it is" "$(untitled)" ""
is "no tabs and no blanks at line ends" \
    "$(grep -nP '\t|[ \t]+$' $files)" ""
is "no line is wider than 100 characters" \
    "$(LC_ALL=C.UTF-8 grep -nE '^.{101}' $files)" ""
is "nothing names a place on somebody's machine" \
    "$(grep -rnE '[/](work|home|root)/|[/]tmp/[a-z]' $files tests/cli tests/source \
        doc plots assets quickstart .ci Makefile.am configure.ac 2>/dev/null)" ""
is "nothing is left to do" \
    "$(grep -nE '\<(TO''DO|FIX''ME|X''XX)\>' $files)" ""

if command -v clang-format-14 >/dev/null 2>&1; then
    ok "clang-format 14 changes nothing" clang-format-14 --dry-run --Werror $files
else
    skip "clang-format 14 changes nothing" "clang-format-14 is not installed"
fi
finish
