#!/bin/sh
# legend.sh - every format names the curves in the figure's order, and where layout does.
. "${srcdir:-.}/tests/tap.sh"

# names FORMAT SCRIPT: what sed prints of the figure in that format, on one line.
names() {
    sed -n "$2" "$work/order.$1" | tr '\n' ' ' | sed 's/ $//'
}

ok "every format" "$ACTPLOT" render -q "$srcdir/tests/backend/order.yaml" --to "$work" \
    --format png,svg,gp,tex,json,html,term,dump
is "gnuplot: entries of the key" \
    "$(names gp 's/.*keyentry with \([a-z]*\) .* title "\([A-Za-z]*\)".*/\1 \2/p')" \
    "lines ReLU lines GELU filledcurves Bars lines SiLU"
not "gnuplot: and no other titles" sh -c 'grep -v keyentry "$1" | grep " title \""' sh \
    "$work/order.gp"
is "gnuplot: names below the frame" \
    "$(names gp 's/^set label "\(Tanh\|A name[^"]*\|Points\|Another\)" at .*/\1/p')" \
    "Tanh A name that is longer than others Points Another"
is "pgfplots" "$(names tex 's/^.addlegendentry{\(.*\)}$/\1/p')" \
    "ReLU GELU Bars SiLU Tanh A name that is longer than others Points Another"
is "Vega-Lite" "$(sed -n 's/.*"values": \[\("[A-Z].*"\)\].*/\1/p' "$work/order.json" | uniq)" \
    '"ReLU", "GELU", "Bars", "SiLU"
"Tanh", "A name that is longer than others", "Points", "Another"'
has "in characters" "$(tr -s ' ' <"$work/order.term")" "a ReLU b GELU c Bars d SiLU"
is "on a page" "$(names svg 's/.*<text.*<tspan[^>]*>\(ReLU\|GELU\|Bars\|SiLU\)<.*/\1/p')" \
    "ReLU GELU Bars SiLU"

# A legend below the frame has columns of their own widths: names begin where ours do.
screen=$(sed -n 's/^set label "Another" at screen \([0-9.]*\).*/\1/p' "$work/order.gp")
width=$(sed -n 's/.*<svg [^>]*width="\([0-9.]*\)pt".*/\1/p' "$work/order.svg")
ours=$(sed -n 's/.*<tspan x="\([0-9.]*\)".*>Another<.*/\1/p' "$work/order.svg")
ok "names stand where they do on our page" \
    awk "BEGIN { exit !($width > 0 && $ours > 0 && ($screen * $width - $ours)^2 < 0.01) }"
finish
