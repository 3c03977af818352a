#!/bin/sh
# watch.sh - figures are drawn again when anything that they are made from changes.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99
mkdir plots plots/themes
echo 'base: paper' >plots/themes/mine.yaml
echo 'curves: [relu]' >plots/one.yaml
printf 'theme: themes/mine.yaml\ncurves: [gelu]\n' >plots/two.yaml
echo 'line_width: 3 pt' >plots/beside.yaml
printf 'theme: beside.yaml\ncurves: [mish]\n' >plots/three.yaml
: >log
: >faults
"$ACTPLOT" watch plots --to out --format svg >log 2>faults &
watcher=$!
trap 'kill $watcher 2>/dev/null; rm -rf "$work"' EXIT

# until_true COMMAND...: succeeds once the command does, fails after a long while.
until_true() {
    tries=0
    until "$@" 2>/dev/null; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || return 1
        sleep 0.1
    done
}
# drawn COUNT NAME: the picture was written so many times at least.
drawn() {
    test "$(grep -c "^out/$2.svg\$" log)" -ge "$1"
}
# again NAME COMMAND...: the picture is written again after the command.
again() {
    picture=$1
    count=$(grep -c "^out/$picture.svg\$" log)
    shift
    "$@"
    until_true drawn $((count + 1)) "$picture"
}
write() {
    printf '%s\n' "$2" >"$1"
}
replace() {
    printf '%s\n' "$2" >"$1.new"
    mv "$1.new" "$1"
}
# As vim does: the old file becomes a backup, a new one is written.
back_up() {
    mv "$1" "$1~"
    sleep 0.02
    printf '%s\n' "$2" >"$1"
    rm "$1~"
}
link() {
    printf '%s\n' "$2" >elsewhere.yaml
    ln -sf ../elsewhere.yaml "$1"
}
new_folder() {
    mv plots/themes plots/gone
    sleep 0.3
    mkdir plots/themes
    write plots/themes/mine.yaml "$1"
}

ok "all are drawn at first" until_true drawn 1 two
ok "and the first of them" until_true drawn 1 one
ok "and the one whose theme lies beside it" until_true drawn 1 three
ok "written" again one write plots/one.yaml '{title: written, curves: [relu]}'
has "as it says now" "$(cat out/one.svg)" ">written<"
ok "replaced" again one replace plots/one.yaml '{title: replaced, curves: [relu]}'
has "as it says now" "$(cat out/one.svg)" ">replaced<"
ok "replaced with a backup" again one back_up plots/one.yaml '{title: backed, curves: [relu]}'
ok "made a link" again one link plots/one.yaml '{title: linked, curves: [relu]}'
ok "the link's target written" again one write elsewhere.yaml '{title: far, curves: [relu]}'
has "as it says now" "$(cat out/one.svg)" ">far<"
ok "its theme written" again two write plots/themes/mine.yaml 'base: default'
ok "its theme replaced" again two replace plots/themes/mine.yaml 'base: paper'
ok "its theme's folder made anew" again two new_folder 'base: article'
is "the one beside it has nothing to do with that" "$(grep -c three log)" 1
ok "a new figure" again four write plots/four.yaml 'curves: [silu]'
ok "its theme beside it written" again three write plots/beside.yaml 'line_width: 4 pt'

: >faults
write plots/two.yaml 'curves: [gleu]'
ok "a fault is told" until_true grep -q "plots/two.yaml:1:10: unknown name 'gleu'" faults
ok "and its picture stays" test -s out/two.svg
ok "mended" again two write plots/two.yaml '{title: mended, curves: [gelu]}'
rm plots/four.yaml
ok "the others go on" again one write elsewhere.yaml '{title: on, curves: [relu]}'
ok "a figure that comes back" again four write plots/four.yaml 'curves: [silu]'
is "a theme beside figures is no faulty figure" "$(grep beside "$work/faults")" ""

# Twice within a tick of the clock, with the same size.
write plots/one.copy x
for digit in 1 2 3 4 5 6 7 8 9; do
    write elsewhere.yaml "{title: n$digit, curves: [relu]}"
done
shows_nine() {
    grep -q '>n9<' out/one.svg
}
ok "the last of many quick changes is drawn" until_true shows_nine

kill -TERM $watcher
wait $watcher
is "ended by SIGTERM: status 0" "$?" 0
mkdir twin
cp plots/four.yaml twin/four.yaml
run timeout --foreground --preserve-status 1 "$ACTPLOT" watch plots twin --to out --format svg
has "two of one name" "$err" \
    "twin/four.yaml: 'plots/four.yaml' would be written to the same files: not drawn"
for arguments in "-" "" "plots --format jpeg" "plots --scale=0" "plots --set title=$(printf '\377')"; do
    run "$ACTPLOT" watch $arguments
    is "status of: watch $arguments" "$status" 2
done
finish
