#!/bin/sh
# switches.sh - the command switches: its rows, formats and refusals.
. "${srcdir:-.}/tests/tap.sh"

header=x,kind,f_left,f_right,f,df_left,df_right,df

rows() {
    "$ACTPLOT" switches --format=csv "$@" | sed 1d
}

run "$ACTPLOT" switches relu --format=csv
is "relu: status 0" "$status" 0
is "relu: a kink" "$out" "$header
0,kink,0,0,0,0,1,0"
is "step: a jump, and the value taken" "$(rows step)" 0,jump,0,1,1,0,0,0
is "ELU: only its curvature jumps" "$(rows elu | cut -d, -f 1,2)" 0,curvature
is "a kink that is not taken" "$(rows 'x == 1 ? 5 : x' | cut -d, -f 1-5)" 1,jump,1,1,5
is "abs(sin(3*x)): three" "$(rows 'abs(sin(3*x))' --range=-2:2 | cut -d, -f 1,2)" \
    "-1.0471975511965976,kink
0,kink
1.0471975511965976,kink"
is "abs(sin(40*x)): 255" "$(rows 'abs(sin(40*x))' --range=-10:10 | grep -c kink)" 255
is "max(0, x^2-2): two" "$(rows 'max(0, x^2 - 2)' | cut -d, -f 2 | tr '\n' ' ')" "kink kink "
is "abs(x^2): smooth, not shown" "$(rows 'abs(x^2)')" ""
is "abs(x^2): smooth, with --all" "$(rows 'abs(x^2)' --all | cut -d, -f 1,2)" 0,smooth
is "a pole" "$(rows '1/x' | cut -d, -f 1-4)" 0,pole,-inf,inf
is "an edge" "$(rows 'sqrt(x)' | cut -d, -f 1-3)" 0,edge,nan
is "nothing: the header alone" "$("$ACTPLOT" switches tanh --format=csv)" "$header"
is "nothing: an empty list" "$("$ACTPLOT" switches tanh --format=json)" "[]"
run "$ACTPLOT" switches relu --format json
has "JSON" "$out" '{"x": 0, "kind": "kink", "f_left": 0,'
run "$ACTPLOT" switches relu
has "text" "$out" "x  kind  f_left"

for arguments in "" "relu gelu" "relu --range=1:0" "relu --range=-inf:0" "rleu" \
    "relu --format=xml" "relu --alll"; do
    run "$ACTPLOT" switches $arguments
    is "status of: switches $arguments" "$status" 2
    is "standard output of: switches $arguments" "$out" ""
    has "standard error of: switches $arguments" "$err" "actplot switches: "
done
finish
