#!/bin/sh
# labels.sh - formulas and many scripts in labels, in every format.
. "${srcdir:-.}/tests/tap.sh"

cat >"$work/labels.yaml" <<'YAML'
title: 'A $\frac{1}{1+e^{-x}}$, \$5'
x: {label: '$x \in \mathbb{R}$', ticks: {0: '$0$', 2: '$\sqrt{4}$'}}
y: {label: Συνάρτηση η f}
curves:
  - {plot: relu, label: 'קו עברי'}
  - {plot: gelu, label: 'α of $\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise}\end{cases}$'}
lines: [{y: 1, label: '$\bar{f}$'}]
YAML

run "$ACTPLOT" render -q "$work/labels.yaml" --to "$work" --format svg,png,pdf,eps,tex,gp,json
is "every format: status 0" "$status" 0

tex=$(cat "$work/labels.tex")
has "tex: a fraction" "$tex" '\frac{1}{1 + e^{-x}}'
has "tex: a dollar sign" "$tex" '\$5'
has "tex: letters with a double stroke, where amssymb is" "$tex" '\usepackage{amssymb}'
has "tex: ticks" "$tex" '{$\sqrt{4}$}'
has "tex: a line's label" "$tex" '$\bar{f}$'
has "tex: Greek words are words" "$tex" 'Συνάρτηση η f'
has "tex: a Greek letter is none" "$tex" '\ensuremath{\alpha } of'
has "tex: from right to left" "$tex" '\actplotrtl{קו עברי}'
has "gp: enhanced text on one line" "$(cat "$work/labels.gp")" 'A 1/(1 + e^{−x}), $5'
has "gp: cases" "$(cat "$work/labels.gp")" '\\{x if x > 0; 0 otherwise\\}'
has "json: Unicode" "$(cat "$work/labels.json")" 'A 1/(1 + e⁻ˣ), $5'
svg=$(cat "$work/labels.svg")
has "svg: text that can be read aloud" "$svg" '>A 1/(1 + e⁻ˣ), $5</title>'
has "svg: slanted letters" "$svg" 'font-style="italic">e</tspan>'
has "term: Unicode" "$("$ACTPLOT" render -q "$work/labels.yaml" --format term -o -)" \
    'A 1/(1 + e⁻ˣ), $5'

run "$ACTPLOT" plot gelu --y-label 'slope $\frac{df}{1+\frac{1}{x}}$, \$5' --format tex
has "tex: an axis has room for a fraction" "$out" 'slope $\dfrac{df}{1 + \frac{1}{x}}$, \$5'

run "$ACTPLOT" plot gelu --title 'of $\fraq{1}{2}$' -o "$work/none.png"
is "the command line: status 2" "$status" 2
has "the command line: what was meant" "$err" "did you mean '\\frac'?"
is "the command line: no file" "$(ls "$work"/none.png 2>/dev/null)" ""

if command -v gnuplot >/dev/null 2>&1; then
    run sh -c 'cd "$1" && gnuplot labels.gp' - "$work"
    is "gnuplot takes it" "$status:$err" "0:"
else
    skip "gnuplot takes it" "gnuplot is not installed"
fi
sed -e '/קו/d' -e '/^y:/d' "$work/labels.yaml" >"$work/latin.yaml"
run "$ACTPLOT" render -q "$work/latin.yaml" --to "$work" --format tex
if command -v pdflatex >/dev/null 2>&1; then
    run sh -c 'cd "$1" && pdflatex -interaction=nonstopmode -halt-on-error latin.tex' - "$work"
    is "pdflatex takes it" "$status" 0
else
    skip "pdflatex takes it" "pdflatex is not installed"
fi
printf 'title: "עברית עם GELU 2 וגם & 5%%"\ncurves: [relu]\n' >"$work/mixed.yaml"
tex=$("$ACTPLOT" render -q "$work/mixed.yaml" --format tex -o -)
has "tex: Latin words within right to left are turned back" "$tex" \
    '\actplotrtl{עברית עם \actplotltr{GELU 2} וגם} \& 5\%'
printf 'title: "שלום"\nsubtitle: plain\ncurves: [relu]\n' >"$work/leftwards.yaml"
run "$ACTPLOT" render -q "$work/leftwards.yaml" --to "$work" --format gp,tex,json
is "a title read from right to left: status 0" "$status" 0
is "gp: stands at the right, the subtitle does not" \
    "$(grep -c '^set label.* right front' "$work/leftwards.gp")" 1
is "tex: the same" "$(grep -c 'anchor=base east, align=right' "$work/leftwards.tex")" 1
has "json: the same" "$(cat "$work/leftwards.json")" '"anchor": "end"'

finish
