#!/bin/sh
# length.sh - a file of the source is read at one sitting: 400 lines at most.
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# Tables: a row is looked up, nobody reads them through.
tables='src/activation/rectified.c
src/cli/fact_rows.c
src/formula/careful_function.c
src/spec/figure_fields.c'

long() {
    find src -name '*.c' -exec awk '
        FNR == 401 { print FILENAME }' {} + | sort | grep -vxF "$tables"
}

is "no file but a table is longer than 400 lines" "$(long)" ""
finish
