#!/bin/sh
# update.sh - make dependencies, and drawing only what would change.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99
unset MAKEFLAGS MAKELEVEL MFLAGS # of a make that runs this

printf 'base: paper\nline_width: 3 pt\n' >mine.yaml
printf 'base: mine.yaml\nline_width: 2 pt\n' >ours.yaml
printf 'own: 2*x\n' >functions.yaml
printf '[red, blue]\n' >colours.yaml
printf 'x,y\n0,1\n1,2\n' >points.csv
printf 'theme: ours.yaml\ncatalogue: functions.yaml\npalette: colours.yaml\n' >one.yaml
printf 'curves: [relu, own, {data: points.csv, x: x, y: y}]\n' >>one.yaml
printf 'curves: [gelu]\n' >two.yaml

# --- --deps ---

run "$ACTPLOT" render one.yaml two.yaml --to out --format svg,png --deps figures.d
is "--deps: status 0" "$status$out$err" 0
assets=$(sed -n 's|^  \(.*\)/themes/paper.yaml.*|\1|p' figures.d)
is "a rule for each figure, and one for each file that it is made from" \
    "$(sed "s|$assets|ASSETS|" figures.d)" 'out/one.svg out/one.png: \
  one.yaml \
  ours.yaml \
  mine.yaml \
  ASSETS/themes/paper.yaml \
  ASSETS/themes/default.yaml \
  colours.yaml \
  functions.yaml \
  points.csv
out/two.svg out/two.png: \
  two.yaml \
  ASSETS/themes/default.yaml

one.yaml:

ours.yaml:

mine.yaml:

ASSETS/themes/paper.yaml:

ASSETS/themes/default.yaml:

colours.yaml:

functions.yaml:

points.csv:

two.yaml:'

# needs_make: make thinks that the picture is to be made anew.
needs_make() {
    test "$(make -s -n -f rules 2>/dev/null | grep -c drawn)" -gt 0
}
printf 'out/one.svg:\n\t@echo drawn\ninclude figures.d\n' >rules
if make --version >/dev/null 2>&1; then
    not "make has nothing to do" needs_make
    for file in one.yaml mine.yaml ours.yaml functions.yaml colours.yaml points.csv; do
        touch -d '1 hour' $file
        ok "make has when $file is newer" needs_make
        touch -d '1 hour ago' $file
    done
    mv mine.yaml away
    ok "make does not miss a file that was taken away" make -n -f rules
    mv away mine.yaml

    # Names that make would take for something else.
    mkdir odd
    cp two.yaml two.copy
    for name in 'a b' 'c#d' 'e$f' 'g:h' 'q=r' 's[t]' 'u*v' 'y\z' 'b\ c' '~a' 'Größe'; do
        cp two.copy "$name.yaml"
        "$ACTPLOT" render "$name.yaml" --to odd --format svg --deps odd.d
        is "make reads '$name': nothing to do" "$(make -q -f odd.d 2>&1; echo $?)" 0
        touch -d '1 hour' "$name.yaml"
        has "make reads '$name': its figure is newer" "$(make -n -d -f odd.d 2>&1)" \
            "is newer than target"
        rm "$name.yaml"
    done
else
    skip "make and the rules" "make is not installed"
fi
cp two.yaml 'semi;colon.yaml'
run "$ACTPLOT" render 'semi;colon.yaml' --to odd --deps no.d
is "a name that make cannot read: status 2" "$status" 2
has "a name that make cannot read is said" "$err" "make cannot read a name such as"
ok "and nothing is written" test ! -e no.d
printf 'theme: broken.yaml\ncurves: [relu]\n' >broken-figure.yaml
echo 'line_width: thick' >broken.yaml
run "$ACTPLOT" render broken-figure.yaml --deps broken.d
is "a faulty figure: status 2" "$status" 2
has "a faulty figure has dependencies too" "$(cat broken.d)" "broken.yaml"

# --- --update ---

# drawn ARGUMENTS...: which pictures are written; they are made to look old first.
drawn() {
    touch -d '2020-01-01' new/*.* 2>/dev/null
    # What was drawn is known by size and time, so say that it was then.
    [ ! -e new/.actplot-update ] ||
        sed -i "s/ [0-9]*\.[0-9]* / $(date -d 2020-01-01 +%s).000000000 /" new/.actplot-update
    run "$ACTPLOT" render --update --to new --format svg "$@"
    drawn=$(find new -name '*.svg' -newermt 2021-01-01 | sort | sed 's|new/||' | tr '\n' ' ')
}
mkdir new
drawn one.yaml two.yaml
is "at first all are drawn" "$drawn" "one.svg two.svg "
drawn one.yaml two.yaml
is "then none" "$status$err$drawn" 0
touch one.yaml
drawn one.yaml two.yaml
is "nor when a file is newer but the same" "$drawn" ""
echo '# a comment' >>two.yaml
drawn one.yaml two.yaml
is "the figure changed" "$drawn" "two.svg "
printf 'base: paper\nline_width: 1 pt\n' >mine.yaml
touch -d '10 years ago' mine.yaml
drawn one.yaml two.yaml
is "the base of its theme changed, with an old date" "$drawn" "one.svg "
printf 'own: 3*x\n' >functions.yaml
drawn one.yaml two.yaml
is "its functions changed" "$drawn" "one.svg "
echo 2,3 >>points.csv
drawn one.yaml two.yaml
is "its data changed" "$drawn" "one.svg "
echo '[green, blue]' >colours.yaml
drawn one.yaml two.yaml
is "its palette changed" "$drawn" "one.svg "
drawn one.yaml two.yaml --text outlines
is "an option changed" "$drawn" "one.svg two.svg "
drawn one.yaml two.yaml --text outlines -j 2 -q
is "options that change no picture" "$drawn" ""
drawn one.yaml two.yaml --text outlines --set title=T
is "a setting changed" "$drawn" "one.svg two.svg "
drawn one.yaml two.yaml
is "and back" "$drawn" "one.svg two.svg "
drawn one.yaml two.yaml --dark dark
drawn one.yaml two.yaml --dark dark
is "with a dark theme, always" "$drawn" "one.svg two.svg "
drawn one.yaml two.yaml
echo broken >new/two.svg
drawn one.yaml two.yaml
is "somebody wrote over a picture" "$drawn" "two.svg "
rm new/one.svg
drawn one.yaml two.yaml
is "somebody took one away" "$drawn" "one.svg "
echo nonsense >new/.actplot-update
drawn one.yaml two.yaml
is "what is kept is broken" "$status$drawn" "0one.svg two.svg "
run "$ACTPLOT" render --update two.yaml --to new --format svg,png
is "another format: only that" "$status$(find new -name '*.png' | wc -l)" 01
echo 'curves: [rleu]' >two.yaml
drawn one.yaml two.yaml
is "a fault is told each time" "$status" 2
drawn one.yaml two.yaml
is "a fault is told the second time" "$status" 2
run "$ACTPLOT" render --update one.yaml -o -
is "standard output cannot be looked at: status 2" "$status" 2
run "$ACTPLOT" render --update one.yaml -o new/single.svg --deps -
is "with -o" "$status" 0
has "with the rule on standard output" "$out" "new/single.svg: "
"$ACTPLOT" render two.yaml --to plain --format svg 2>/dev/null
ok "without --update nothing is kept" test ! -e plain/.actplot-update
finish
