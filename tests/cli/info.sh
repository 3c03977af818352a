#!/bin/sh
# info.sh - the command info: what it says, its formats and refusals.
. "${srcdir:-.}/tests/tap.sh"

# value KEY FORMULA: the value of a flattened key.
value() {
    "$ACTPLOT" info "$2" --format=csv | sed -n "s/^$1,//p"
}

run "$ACTPLOT" info gelu
is "gelu: status 0" "$status" 0
is "gelu: standard error" "$err" ""
has "the label first" "$out" "GELU
"
has "range" "$out" "[-0.169971207479904, inf), least at x = -0.751791524693564"
has "moments to 13 digits" "$out" "0.2820947917739
"
is "lipschitz" "$(value lipschitz gelu)" 1.12890414518515
is "range" "$(value range.low.value gelu)" -0.169971207479904
is "infinite ends" "$(value range.high.value gelu)" inf
is "moments" "$(value moments.Ef2 relu)" 0.5
is "PyTorch's gain" "$(value gain_pytorch 'leaky_relu(alpha=0)')" 1.4142135623731
is "what is not there is empty" "$(value moments.Ed2f2 relu)" ""
has "and has a reason" "$(value reasons.moments.Ed2f2 relu)" "f' jumps at x = 0"
is "the parameter as given" "$(value parameters.0.value 'leaky_relu(alpha=0.1)')" 0.1
is "a derivative is a formula" "$(value range.high.value "tanh'")" 1
is "a formula of one's own: the same facts" \
    "$(value moments.Ef 'x*tanh(log(1+exp(x)))')" "$(value moments.Ef mish)"
is "the same bytes each time" "$("$ACTPLOT" info mish --format=json)" \
    "$("$ACTPLOT" info mish --format=json)"

# A framework's conventions, and functions of one's own.
is "--framework: its formula" "$(value formula leaky_relu@jax)" \
    "$("$ACTPLOT" info leaky_relu --framework=jax --format=csv | sed -n 's/^formula,//p')"
has "--framework: its slope" "$("$ACTPLOT" info leaky_relu --framework=jax)" \
    "f' 0.01 to 1, taken 1"
cat >"$work/own.yaml" <<'YAML'
bend:
  formula: "x > 0 ? x : k*x"
  parameters: {k: 0.5}
YAML
run "$ACTPLOT" info 'bend(k=0.25)' --catalogue="$work/own.yaml" --format=csv
is "--catalogue: status 0" "$status" 0
has "--catalogue: the formula" "$out" "
formula,x > 0 ? x : k*x
"
has "--catalogue: the parameter" "$out" "
parameters.0.value,0.25
"
has "--catalogue: facts" "$out" "
derivative_range.low.value,0.25
"

# In a locale with a decimal comma too.
is "no locale in numbers" "$(LC_ALL=de_DE.UTF-8 "$ACTPLOT" info elu --format=tex)" \
    "$("$ACTPLOT" info elu --format=tex)"

for format in json csv md tex text; do
    for formula in relu sin step 'sqrt(x)' '1/x' 'x*sigmoid(1.702*x)' 3; do
        run "$ACTPLOT" info "$formula" --format=$format
        is "$format of $formula: status" "$status" 0
        is "$format of $formula: no warning" "$err" ""
        case $out in
        *nan*) fail "$format of $formula has no nan" "$out" ;;
        *) pass "$format of $formula has no nan" ;;
        esac
    done
done
if command -v python3 >/dev/null 2>&1; then
    for formula in relu sin 'x"y' ; do
        "$ACTPLOT" info "$formula" --format=json >"$work/info.json" 2>/dev/null || continue
        ok "$formula: JSON" python3 -m json.tool "$work/info.json"
    done
else
    skip "JSON" "there is no python3"
fi
has "--measure times it" "$("$ACTPLOT" info relu --measure)" "cost, ns an element"

for arguments in "" "relu gelu" "rleu" "relu --format=xml" "relu --measured"; do
    run "$ACTPLOT" info $arguments
    is "status of: info $arguments" "$status" 2
    is "standard output of: info $arguments" "$out" ""
    has "standard error of: info $arguments" "$err" "actplot info: "
done
run "$ACTPLOT" info "leaky_relu(alpha=nan)"
is "a parameter that is not finite: status" "$status" 2
has "a parameter that is not finite: a hint" "$err" "unknown name 'nan' (numbers are finite"
for name in "Leaky ReLU" leaky-relu nn.LeakyReLU; do
    is "found: $name" "$(value name "$name")" leaky_relu
done
finish
