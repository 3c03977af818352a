#!/bin/sh
# experiment.sh - experiments from the command line: listed, checked, drawn, written.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

# The lists.
run "$ACTPLOT" list experiments
is "they are listed" "$status:$err" "0:"
has "with their defaults" "$out" "starts: ["
run "$ACTPLOT" list experiments --format csv
names=$(printf '%s\n' "$out" | sed -n '2,$s/^\([a-z_]*\),.*/\1/p')
has "as CSV" "$names" iteration
run "$ACTPLOT" list experiments --format json
has "as JSON" "$out" '"name": "iteration", "label": "Repeated application"'
run "$ACTPLOT" list keys
has "their parameters are keys" "$out" "experiment iteration"
run "$ACTPLOT" completion bash
has "shells complete the topic" "$out" experiments

# Each can be drawn as it is, in whatever shows lines.
for name in $names; do
    printf 'experiment: %s\n' "$name" >"$name.yaml"
    run "$ACTPLOT" check "$name.yaml"
    is "check $name" "$status:$out$err" "0:"
    run "$ACTPLOT" render "$name.yaml" -o "$name.svg"
    is "render $name" "$status:$err" "0:"
    has "$name has a title" "$(cat "$name.svg")" "<title"
done

# The same bytes each time, except where the machine is measured.
printf 'experiment: {run: gradient_norm, depth: 5, width: 8, seeds: 3}\n' >norm.yaml
run "$ACTPLOT" render norm.yaml --format csv -o first.csv
run "$ACTPLOT" render norm.yaml --format csv -o norm.csv
same "the same numbers in each run" first.csv norm.csv
is "a line for each layer of each function" \
    "$(grep -c '^ReLU,1,' norm.csv):$(grep -c '^Sigmoid,1,' norm.csv)" 5:5

# A check runs nothing: this would take years.
printf 'experiment: {run: gradient_norm, depth: 1000, width: 2048, seeds: 1000, batch: 10000}\n' \
    >long.yaml
run timeout 20 "$ACTPLOT" check long.yaml
is "a check does not run it" "$status:$out$err" "0:"
printf 'experiment: {run: gradient_norm, depht: 10}\n' >faulty.yaml
run "$ACTPLOT" check faulty.yaml
is "a check finds faults" "$status:$(printf '%s\n' "$err" | head -1)" \
    "2:faulty.yaml:1:34: unknown key 'depht' in the experiment 'gradient_norm' (did you mean 'depth'?)"

# Settings, and what the figure depends on.
printf 'experiment: iteration\n' >it.yaml
run "$ACTPLOT" render it.yaml --set experiment.steps=2 \
    --set 'experiment.functions=[tanh]' --set 'experiment.starts=[1]' --format csv -o -
is "keys are set over a bare name" "$status:$(printf '%s\n' "$out" | wc -l)" 0:4
run "$ACTPLOT" render it.yaml --set experiment.step=2 -o it.png
is "with a place in the setting" "$status:$(printf '%s\n' "$err" | head -1)" \
    "2:it.yaml: --set:1:12: unknown key 'step' in the experiment 'iteration' (did you mean 'steps'?)"
run "$ACTPLOT" render it.yaml --deps it.d --format png --to .
is "it depends on the figure file alone" "$(sed -n '/^\.\/it/,/^$/p' it.d |
    grep -c '^  ')$(grep '^  .*yaml' it.d | grep -v themes)" "2  it.yaml \\"
run "$ACTPLOT" render it.yaml --update --format png --to .
run "$ACTPLOT" render it.yaml --update --format png --to .
is "and is not drawn again" "$status:$err" 0:

# Functions of one name that differ in what is learned alone, in one run.
for power in 1 2; do
    printf 'define: {mine: {formula: "max(0,x) + a^%s*4^(%s-1)*min(0,x)", parameters: {a: 0.25}}}
experiment: {run: learned_slope, functions: mine, seeds: 1, epochs: 3}\n' \
        $power $power >power$power.yaml
done
run "$ACTPLOT" render power2.yaml --format csv -o alone.csv
run "$ACTPLOT" render power1.yaml power2.yaml --format csv -j 1
is "two figures of one run" "$status:$err" 0:
same "a result is not taken for another's" alone.csv power2.csv

# The switch.
run "$ACTPLOT" plot --experiment iteration -o plain.png
is "plot --experiment NAME" "$status:$err" 0:
ok "it is drawn" test -s plain.png
run "$ACTPLOT" plot --experiment '{run: iteration, steps: 3}' x/2 --format yaml
is "as a key of the figure file" "$out" 'experiment: {run: iteration, steps: 3}
curves:
  - plot: "x/2"'
run "$ACTPLOT" plot --experiment '{run: iteration, steps: 0}' -o no.png
is "faults name the switch" "$status:$err" \
    "2:actplot plot: --experiment: 'steps' must be a whole number within 1 .. 10000, not '0'"
run "$ACTPLOT" plot --experiment '{run: iter' -o no.png
is "half a map is a fault" "$status" 2
run "$ACTPLOT" plot --experiment iteration --derivative -o no.png
is "slopes of a result there are none" "$status" 2
not "nothing is half-written" test -e no.png
finish
