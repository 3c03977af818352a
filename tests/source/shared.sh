#!/bin/sh
# shared.sh - what only one file uses is static; what no file uses is not there.
. "${srcdir:-.}/tests/tap.sh"

command -v nm >/dev/null 2>&1 || skip_all "there is no nm"

# Names that a layer's files show to others; names that some object file, of the program,
# the tests or the manual, takes from elsewhere.
nm -P -g --defined-only "$builddir"/lib*.a 2>/dev/null |
    awk '$2 ~ /^[TDRBCGS]$/ && $1 !~ /^_/ { print $1 }' | sort -u >"$work/shown"
find "$builddir" -name '*.o' -exec nm -P -u {} + |
    awk '$2 == "U" { print $1 }' | sort -u >"$work/taken"

# The manual's program is not built where its pages are there already.
unused() {
    comm -23 "$work/shown" "$work/taken" | while read -r name; do
        grep -qw "$name" "$srcdir"/doc/*.c || echo "$name"
    done
}

ok "there are functions to look at" grep -qx "scene_new" "$work/shown"
is "each function that is not static has a user in another file" "$(unused)" ""
finish
