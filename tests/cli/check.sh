#!/bin/sh
# check.sh - the command check: all faults, an exit status, nothing drawn.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

printf 'curves: [relu, gelu]\n' >good.yaml
printf 'titel: T\ncurves: [rleu, {plot: "x + "}]\n' >bad.yaml
printf 'theme: mine.yaml\ncurves: [relu]\n' >themed.yaml
printf 'line_width: thick\n' >mine.yaml
printf 'curves: [relu]\nnotes: [{at: [99, 99], text: far}]\n' >warned.yaml
printf 'base: dark\nline_width: 3 pt\nthick: 2\n' >own.yaml
printf 'base: dark\nline_width: 3 pt\n' >fine.yaml
printf 'kind: diverging\ncolors: [red, white]\n' >colours.yaml
touch before after
ls >before

run "$ACTPLOT" check good.yaml
is "a good figure: status 0, nothing to say" "$status$out$err" 0
run "$ACTPLOT" check good.yaml bad.yaml themed.yaml
is "faulty figures: status 2" "$status" 2
is "all their faults, with places" "$(printf '%s\n' "$err" | grep -oE '^[a-z]+\.yaml:[0-9]+:[0-9]+' | tr '\n' ' ')" \
    "bad.yaml:1:1 bad.yaml:2:10 bad.yaml:2:28 themed.yaml:1:8 mine.yaml:1:13 "
run "$ACTPLOT" check good.yaml missing.yaml
is "a missing file: status 1" "$status" 1
run "$ACTPLOT" check warned.yaml
is "a warning: status 0" "$status" 0
has "a warning is told" "$err" "warned.yaml: warning: the note 'far' is outside the frame"
run "$ACTPLOT" check -q warned.yaml
is "-q silences it" "$status$err" 0
run sh -c '"$1" check - <bad.yaml' - "$ACTPLOT"
is "- is standard input" "$status" 2
has "and is named" "$err" "/dev/stdin:1:1: unknown key 'titel'"
run "$ACTPLOT" check good.yaml --set x.range=3:2
is "a setting is checked too" "$status" 2
run "$ACTPLOT" check fine.yaml colours.yaml "$srcdir"/assets/themes/*.yaml
is "themes and palettes are known by their keys" "$status$out$err" 0
run "$ACTPLOT" check own.yaml
is "a theme with a fault: status 2" "$status" 2
has "which is a theme's" "$err" "own.yaml:3:1: unknown key 'thick' in a theme"
run "$ACTPLOT" render fine.yaml
is "a theme is not drawn" "$status" 2
has "and called what it is" "$err" \
    "fine.yaml:1:1: this is a theme, not a figure: a figure uses it by 'theme: FILE'"
run "$ACTPLOT" check
is "no file: status 2" "$status" 2
ls >after
same "no file is made" before after
run "$ACTPLOT" check "$srcdir"/plots/*.yaml
is "the gallery is good" "$status$err" 0
finish
