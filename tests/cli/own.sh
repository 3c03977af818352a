#!/bin/sh
# own.sh - functions of a user's own, and other frameworks' conventions.
. "${srcdir:-.}/tests/tap.sh"

mine=$srcdir/plots/own/functions.yaml
run "$ACTPLOT" verify "$mine"
is "verify: right derivatives" "$status:$err" "0:"
has "verify counts places" "$out" "soft_ramp: equal at 8000 places"
run "$ACTPLOT" verify
is "verify: the program's own catalogue" "$status:$err" "0:"
records=$("$ACTPLOT" list activations --format csv | sed 1d | wc -l)
is "verify: every record" "$(echo "$out" | grep -c ': equal at')" "$records"

cat >"$work/wrong.yaml" <<'END'
wave: {formula: sin(x)^2, derivative: "2*sin(x)*cos(x)"}
rule: {formula: "x*logistic(x)", derivative: "logistic(x)*(1 + x)"}
kink: {formula: "max(0, x)", derivative: "x >= 0 ? 1 : 0"}
bare: x/3
END
run "$ACTPLOT" verify "$work/wrong.yaml"
is "verify: wrong derivatives, status 2" "$status" 2
has "a right one" "$out" "wave: equal at"
has "a wrong rule, and where it is worst" "$out" "rule: the derivative at x = "
has "a wrong value at a switch point" "$out" \
    "kink: the derivative at x = 0 is 0, by hand 1: wrong"
has "none given" "$out" "bare: no derivative by hand"

# refused WANTED CONTENT: a catalogue file that is not read.
refused() {
    printf '%s\n' "$2" >"$work/bad.yaml"
    for command in "verify $work/bad.yaml" "eval x --at=0 --catalogue=$work/bad.yaml"; do
        run "$ACTPLOT" $command
        is "status of ${command%% *} with: $2" "$status" 2
        has "message of ${command%% *} with: $2" "$err" "bad.yaml:1:"
        has "fault of ${command%% *} with: $2" "$err" "$1"
    done
}
refused "already the name of a function of the program" "gelu: x"
refused "is already a name of 'leaky_relu' (use another" "lrelu: x"
refused "is already a name of 'swish' (use another" "Swish: x"
refused "no part of a catalogue" "{define: {mine: x}, curves: [relu]}"
refused "did you mean 'gelu'" "mine: gellu + 1"
refused "'catalogue' must be a map, not a list" "[relu]"
refused "a definition needs 'formula'" "mine: {derivative: x}"
refused "mine" "mine: mine + 1"

run "$ACTPLOT" eval "soft_ramp(beta=4)" --at=0 --catalogue="$mine"
is "own functions in formulas" "$status:$out" "0:x  f
0  0.17328679513998632"
ok "own functions in figures" "$ACTPLOT" plot soft_ramp hinge --catalogue="$mine" -o "$work/own.svg"
has "own labels" "$(cat "$work/own.svg")" "Soft ramp (β = 2)"
run "$ACTPLOT" info soft_ramp --catalogue="$mine" --format=csv
has "facts name the function of one's own" "$out" "
name,soft_ramp
"
is "and no record" "$(echo "$out" | grep -c ^family)" 0
has "its formula" "$out" "formula,log1p(exp(beta*x))/beta"
run "$ACTPLOT" compare hinge relu --catalogue="$mine" --rows=formula --format=csv
has "own formulas in comparisons" "$out" '"max(0, 1 '
sed 's/^/  /; 1i define:' "$mine" >"$work/wrapped.yaml"
run "$ACTPLOT" eval "soft_ramp(beta=4)" --at=0 --catalogue="$work/wrapped.yaml"
is "a catalogue under 'define'" "$status:$out" "0:x  f
0  0.17328679513998632"
run "$ACTPLOT" find "log1p(exp(2*x))/2" --catalogue="$mine" --count=1 --format=csv
has "own functions are found" "$out" "soft_ramp,"
run "$ACTPLOT" list activations --catalogue="$mine" --format=csv
has "own functions are listed" "$out" "
hinge,hinge,"
run "$ACTPLOT" list activations --catalogue="$mine" --family=radial --format=csv
is "own functions have no family" "$(echo "$out" | grep -c hinge)" 0
printf 'curves: [soft_ramp]\n' >"$work/figure.yaml"
ok "own functions in figure files" "$ACTPLOT" render "$work/figure.yaml" --to "$work" --catalogue="$mine"
run "$ACTPLOT" eval x --at=0 --catalogue="$work/none.yaml"
is "a catalogue that is not there" "$status:$err" \
    "1:actplot eval: cannot open '$work/none.yaml': No such file or directory"

# slope FRAMEWORK...: of leaky_relu at 0
slope() {
    "$ACTPLOT" eval leaky_relu --at=0 --order=1 --format=csv "$@" | sed 1d
}
is "PyTorch's convention" "$(slope)" "0,0,0.01"
is "a framework for the whole run" "$(slope --framework=jax)" "0,0,1"
is "a framework for one function" \
    "$("$ACTPLOT" eval leaky_relu@jax --at=0 --order=1 --format=csv | sed 1d)" "0,0,1"
run "$ACTPLOT" info gelu --framework=jax --format=csv
has "facts name the record that a framework means" "$out" "
name,gelu_tanh
"
run "$ACTPLOT" info leaky_relu --framework=jax --format=csv
has "facts show the framework's formula" "$out" "
formula,x >= 0 ? x : alpha*x
"
run "$ACTPLOT" eval x --at=0 --framework=jaxx
is "a framework that is none" "$status:$err" \
    "2:actplot eval: unknown framework 'jaxx' (did you mean 'jax'?)"
finish
