#!/bin/sh
# layers.sh - a file includes from its own layer and from those above it, never below;
# libraries stay in the layers that may use them; only cli/ prints.
. "${srcdir:-.}/tests/tap.sh"
cd "$srcdir/src" || exit 99

layers='base formula activation network spec scene layout backend cli'

# The layers up to and with the given one.
allowed_for() {
    for layer in $layers; do
        printf '%s ' "$layer"
        [ "$layer" != "$1" ] || break
    done
}

# Includes of its files that name no layer, or one that is not allowed.
wrong_includes() {
    pattern=$(allowed_for "$1" | sed 's/ $//; s/ /|/g')
    grep -n '^#include "' "$1"/*.[ch] | grep -vE '"(('"$pattern"')/[a-z_0-9-]+\.h|config\.h)"'
}

# Files outside of the given layers that match.
strangers() {
    pattern=$1
    shift
    find . -name '*.[ch]' | sort | xargs grep -nP "$pattern" |
        grep -vE "^\./($(echo "$*" | tr ' ' '|'))[/.]"
}

for folder in */; do
    layer=${folder%/}
    case " $layers " in
    *" $layer "*) is "$layer includes from above" "$(wrong_includes "$layer")" "" ;;
    *) fail "src/$layer is a layer" ;;
    esac
done

# Headers that no list names are missing from `make dist`.
unlisted() {
    for file in */*.[ch]; do
        grep -qF "src/$file" */local.mk || echo "$file"
    done
}
is "every file is in its layer's local.mk" "$(unlisted)" ""

is "Pango only in layout and backend" \
    "$(strangers '#include <pango' layout backend cli)" ""
is "cairo only in layout and backend" \
    "$(strangers '#include <cairo' layout backend cli)" ""
is "libyaml only in spec" "$(strangers '#include <yaml' spec)" ""
is "libpng only in backend" "$(strangers '#include <png' backend)" ""
is "no GObject, no GIO" "$(strangers '#include <(glib-object|gio/)' none)" ""
is "only cli/ prints, exits or asks for a terminal" \
    "$(strangers '\b(g_print|g_printerr|printf|puts|putchar|perror|exit|isatty)\(|\b(stdout|stderr)\b|STD(OUT|ERR)_FILENO' \
        cli base/progress)" ""
is "numbers are formatted by base/number.h alone" \
    "$(strangers '"[^"]*%(?!\.0f)[-+ #0-9.*]*[eEfgGaA]\b' base/number)" ""
is "numbers are read by base/number.h alone" \
    "$(strangers '\b(strtod|atof|atoi|strtol|sscanf|setlocale)\(' base/number cli/main)" ""
finish
