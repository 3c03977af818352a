#!/bin/sh
# compare.sh - the commands compare, same and find.
. "${srcdir:-.}/tests/tap.sh"

# --- compare ---
run "$ACTPLOT" compare relu leaky_relu prelu --rows=negative_slope,sparse,smoothness \
    --format=csv
is "compare: status 0" "$status" 0
is "compare: one column a function, one row a fact" "$out" "fact,ReLU,Leaky ReLU,PReLU
negative_slope,0,0.01,0.25
sparse,0.5,0,0
smoothness,C0,C0,C0"
is "compare: parameters as given" \
    "$("$ACTPLOT" compare 'leaky_relu(alpha=0.2)' --rows negative_slope --format csv)" \
    "fact,Leaky ReLU (α=0.2)
negative_slope,0.2"
is "compare: Markdown" "$("$ACTPLOT" compare relu 'x^2' --rows=gain,monotone --format=md)" \
    "| | ReLU | x² |
|---|---|---|
| gain for a mean square of 1 | 1.414213562373 | 0.5773502691896 |
| monotone | increasing | neither |"
run "$ACTPLOT" compare relu tanh --rows=range --format=tex
has "compare: LaTeX" "$out" 'range & $[0, \infty)$'
run "$ACTPLOT" compare relu tanh --rows=Ef,range --format=json
has "compare: numbers in JSON" "$out" '"Ef": 0.398942280401433'
has "compare: texts in JSON" "$out" '"range": "(-1, 1)'
has "compare: what is not there says why" \
    "$("$ACTPLOT" compare relu --rows=Ed2f2)" "none (f' jumps at x = 0"
has "compare: the article's rows" "$("$ACTPLOT" compare relu leaky_relu prelu)" \
    "slope far left"
has "compare: cost, measured" "$("$ACTPLOT" compare relu --rows=cost)" "with the slope"
run "$ACTPLOT" compare relu --rows=rang
has "compare: an unknown row" "$err" "did you mean 'range'?"

# --- same ---
run "$ACTPLOT" same 'x*tanh(softplus(x))' mish
is "same: equal: status 0" "$status" 0
has "same: equal" "$out" "equal: "
run "$ACTPLOT" same 'x*(tanh(x/2) + 1)/2' silu
is "same: up to rounding: status 0" "$status" 0
has "same: up to rounding" "$out" "equal"
run "$ACTPLOT" same 'x*x*x - 1' '(x - 1)*(x^2 + x + 1)'
has "same: rounding alone" "$out" "equal up to rounding: "
run "$ACTPLOT" same relu relu6
is "same: different: status 1" "$status" 1
has "same: where" "$out" "first at x = 6.000000000000001"
run "$ACTPLOT" same gelu gelu_tanh
is "same: near is not equal" "$status" 1
run "$ACTPLOT" same 'x > 0 ? 1 : 0' 'x >= 0 ? 1 : 0'
has "same: at one point only" "$out" "first at x = 0, where they are 0 and 1"
run "$ACTPLOT" same 'x > 0 ? x : 0.01*x' 'x >= 0 ? x : 0.01*x'
is "same: slopes aside" "$status" 0
has "same: other slopes" "$out" "different slopes at x = 0: 0.01 and 1"
run "$ACTPLOT" same 'sqrt(x)' 'x^0.5' --format=json
has "same: JSON" "$out" '"verdict": "equal'
run "$ACTPLOT" same 1/x '1/x + 1e-9'
is "same: a small constant" "$status" 1

# --- find ---
first() {
    "$ACTPLOT" find "$@" --format=csv | sed -n 2p | cut -d, -f 1,3
}
is "find: an equal one" "$(first 'x/(1 + exp(-x))')" "silu,equal"
is "find: another spelling" "$(first 'x*tanh(log(1 + exp(x)))')" "mish,equal"
is "find: the nearest" "$(first 'x*sigmoid(1.7*x)')" "gelu_sigmoid,near"
is "find: as many as asked" \
    "$("$ACTPLOT" find x --count=3 --format=csv | wc -l | tr -d ' ')" 4
run "$ACTPLOT" find 1/x --range=-1:1
is "find: a pole" "$status" 0

for arguments in "compare" "compare rleu" "compare relu --format=xml" "same relu" \
    "same relu rleu" "same relu relu --format=csv" "find" "find rleu" \
    "find relu --count=0" "find relu --range=1:0"; do
    run "$ACTPLOT" $arguments
    is "status of: $arguments" "$status" 2
    is "standard output of: $arguments" "$out" ""
    has "standard error of: $arguments" "$err" "actplot ${arguments%% *}: "
done
finish
