#!/bin/sh
# set.sh - keys of figures set on the command line, standard input and output, and
# messages as JSON.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

cat >gates.yaml <<'END'
title: Gates
panels:
  - curves: [gelu, silu]
  - curves: [relu]
END
cat >wanted.yaml <<'END'
title: "Two: gates"
panels:
  - curves: [{plot: gelu, color: "#f00"}, silu]
  - curves: [relu]
    x: {range: [-3, auto]}
    y: {scale: symlog}
END
sed -i 's/symlog/linear/' wanted.yaml
run "$ACTPLOT" render gates.yaml -o set.svg --set "title=Two: gates" \
    --set 'curves.1=' --set "panels.1.curves.1.color=#f00"
is "a fault in one of three: status 2" "$status" 2
is "it is shown within its argument, with its figure" "$err" "gates.yaml: --set:1:8: 'curves' has 0 items, no 1 ('+' adds one)
  curves.1=
         ^"
run "$ACTPLOT" render gates.yaml -o gates.svg --set "title=Two: gates" \
    --set "panels.1.curves.1.color=#f00" --set panels.2.x.range=-3: \
    --set panels.2.y.scale=linear
is "several settings" "$status$err" 0
"$ACTPLOT" render wanted.yaml -o wanted.svg
sed 's/wanted/gates/g' wanted.svg >renamed.svg
same "are as if the file said so" gates.svg renamed.svg
run "$ACTPLOT" render gates.yaml -o x.svg --set title=T --set panels.2.x.range=3:-3
is "a fault in a value: status 2" "$status" 2
is "a fault in a value: its place" "$err" "gates.yaml: --set:1:18: 'range' must rise: its low end is not below its high end
  panels.2.x.range=3:-3
                   ^~~~"
run "$ACTPLOT" plot relu -o x.svg --set 'curves.1.color=rde'
is "of plot: its place" "$err" "actplot plot: --set:1:16: 'color': unknown colour 'rde' (did you mean 'red'?)
  curves.1.color=rde
                 ^~~"
ok "and nothing is written" test ! -e x.svg

# Standard input and output, of every command that takes files.
echo 'curves: [relu]' >one.yaml
echo 'own: {formula: 2*x, derivative: "2"}' >own.yaml
piped() {
    run sh -c 'file=$1; shift; "$@" <"$file"' - "$@"
}
piped one.yaml "$ACTPLOT" render - -o - --format svg
has "render - -o -" "$out" "<svg"
piped one.yaml "$ACTPLOT" check -
is "check -" "$status$out$err" 0
piped own.yaml "$ACTPLOT" verify -
is "verify -" "$status$err" 0
piped own.yaml "$ACTPLOT" eval own --at=1 --format=csv --catalogue -
is "--catalogue -" "$status$out" "0x,f
1,2"
run "$ACTPLOT" plot relu --write-figure -
has "plot --write-figure -" "$out" '- plot: "relu"'
run "$ACTPLOT" export --schema=figure -o -
has "export -o -" "$out" '"$schema"'
run "$ACTPLOT" render one.yaml -o - --deps x.d
is "render -o - --deps: status 2" "$status" 2

# Messages as JSON: one object a line.
json() {
    run "$ACTPLOT" "$@" --json-errors
    printf '%s\n' "$err" | python3 -c '
import json, sys
for line in sys.stdin:
    fault = json.loads(line)
    assert list(fault) == ["file", "line", "column", "length", "severity", "message", "hint"]
    print(*(fault[key] for key in fault), sep="|")' >table 2>&1
    table=$(cat table)
}
if command -v python3 >/dev/null 2>&1; then
    printf 'titel: x\ncurves: [relu, rleu, "é + 1"]\n' >bad.yaml
    json render bad.yaml
    is "JSON: status" "$status" 2
    is "JSON: all faults" "$table" "bad.yaml|1|1|5|error|unknown key 'titel' in a figure|did you mean 'title'?
bad.yaml|2|16|4|error|unknown name 'rleu'|did you mean 'relu'?
bad.yaml|2|23|1|error|unknown name 'é'|a parameter of your own needs a value"
    json render missing.yaml
    is "JSON: a missing file" "$status $table" \
        "1 missing.yaml|None|None|None|error|cannot open 'missing.yaml': No such file or directory|None"
    json plot "x*foo(2)" -o x.png
    is "JSON: a formula" "$table" "None|1|3|3|error|unknown function 'foo'|did you mean 'floor'?"
    json plot relu --no-such-option
    is "JSON: the command line" "$table" \
        "None|None|None|None|error|unknown option '--no-such-option'|None"
    json render gates.yaml --set titel=x -o x.svg
    is "JSON: a setting" "$table" "--set|1|1|5|error|unknown key 'titel' in a figure|did you mean 'title'?"
    echo '{curves: [relu], lines: [{y: 1}]}' >one.yaml
    cp one.yaml two.yaml
    json render one.yaml two.yaml gates.yaml --format csv
    is "JSON: a warning, once a run" "$table" \
        "one.yaml|None|None|None|warning|csv shows it without the lines|None"
    json render gates.yaml
    is "JSON: nothing to say" "$status$err" 0
else
    skip "messages as JSON" "python3 is not installed"
fi
run "$ACTPLOT" render one.yaml two.yaml gates.yaml --format csv
is "a warning of a format, once a run" "$err" \
    "one.yaml: warning: csv shows it without the lines (the same of 1 more)"
finish
