#!/bin/sh
# edges.sh - what people write at the edges of the vocabulary: odd values, odd files, odd
# combinations. Nothing ends the program, nothing is left out without a word.
. "${srcdir:-.}/tests/tap.sh"

# draw NAME FORMAT: the figure on standard input; sets $status, $out, $err.
draw() {
    cat >"$work/$1.yaml"
    run "$ACTPLOT" render "$work/$1.yaml" --format "$2" -o -
}

# ---- histograms of values that no bin was made for
printf 'v\n0\n5e-324\n0\n' >"$work/tiny.csv"
printf 'v\n-1.7e308\n1.7e308\n0\n' >"$work/huge.csv"
printf 'v\n1\n1.0000000000000002\n' >"$work/near.csv"
printf 'v\nNA\nnan\ninf\n' >"$work/none.csv"
for values in tiny huge near; do
    for bins in auto 10 10000 '[0, 1]'; do
        draw histogram data.json <<YAML
histogram: {data: $values.csv, bins: $bins, density: true}
YAML
        is "histogram of $values values, bins $bins" "$status" 0
    done
done
for value in -1.7e308 1.7e308 -5e-324; do
    echo "$value" >"$work/lone.csv"
    draw lone png <<YAML
curves: [{data: lone.csv, style: points}]
YAML
    is "a lone point at $value" "$status" 0
done
draw steep png <<YAML
heatmap: {z: x*y, contours: 5, scale: diverging}
y: [1.6e308, 1.7e308]
YAML
is "a heat map beyond the numbers" "$status" 0
draw near data.json <<YAML
histogram: {data: near.csv, bins: 10000}
YAML
has "values that are nearly one are counted" "$out" '2'
draw few scene <<YAML
histogram: {data: near.csv, bins: 1}
YAML
has "counts have no halves" "$out" 'ticks 0 "0" 1 "1" 2 "2"'
draw none png <<YAML
histogram: {data: none.csv}
YAML
has "a histogram of nothing says so" "$err" "the histogram of 'v' has no values"

# ---- ticks of a symlog axis: those at 0 crowd, the others stay
draw symlog svg <<YAML
y: {scale: symlog, linear: 1}
x: [-1e4, 1e4]
curves: [x^3, x]
YAML
has "symlog: the decades far from 0 have labels" "$out" '>−10¹⁰<'

# ---- grounds of the user's own
draw navy png <<YAML
background: navy
curves: [relu, gelu]
YAML
has "texts that cannot be read are warned of" "$err" '`theme: dark` has light ones'
draw yellow dump <<YAML
background: lightyellow
curves: [relu, gelu]
YAML
is "a light ground: no warning" "$err" ""
is "the legend's box is of that ground" "$(echo "$out" | grep -c 'ffffffe6')" 0
is "direct names with a second axis: no warning" "$(
    printf 'legend: direct\ny2: {label: s}\ncurves: [gelu, {plot: relu, axis: y2}]\n' |
        "$ACTPLOT" render - --format png -o /dev/null 2>&1
)" ""

# ---- labels and marks
draw written scene <<YAML
curves:
  - {plot: "x*sigmoid(beta*x + c)", vary: {beta: [0.5, 1, 2], c: [-1, 0, 1]},
     label: "b={beta}, c={c}"}
YAML
is "two parameters with a written label: each is named" \
    "$(echo "$out" | grep -c 'series "b=')" 9
draw zeros dump <<YAML
curves: [sin(x), "x^2/10 - 1"]
marks: [{at: zeros, label: "zero {y}"}]
YAML
is "the value at a zero is 0" "$(echo "$out" | grep -c 'zero .*10')" 0
printf 'x,y\n0,3\n1,2\n2,NA\n3,1\n4,5\n' >"$work/points.csv"
draw points scene <<YAML
curves: [{data: points.csv, label: d}]
marks: [{at: minimum, label: "least {y}"}, {at: 0.5, label: "there {y}"},
        {at: 2, label: "gap {y}"}, {at: zeros}]
YAML
has "marks on a file: the minimum" "$out" 'least 1'
has "marks on a file: at an x" "$out" 'there 2.5'
is "marks on a file: none in a gap" "$(echo "$out" | grep -c gap)" 0
has "marks on a file: what is not found" "$err" 'of given points only minimum'

# ---- texts on a heat map stand on a ground, in each format
cat >"$work/map.yaml" <<'YAML'
heatmap: x*y
y: [-5, 5]
lines: [{x: 1, label: one}]
shade: [{x: [2, 4], label: band}]
marks: [{at: [-3, -3], label: here}]
YAML
is "three grounds under three labels" "$("$ACTPLOT" render "$work/map.yaml" --format svg -o - |
    grep -c 'fill="#ffffff" fill-opacity="0.8"')" 3
gp=$("$ACTPLOT" render "$work/map.yaml" --format gp -o -)
is "gnuplot: boxed" "$(echo "$gp" | grep -c ' boxed front')" 3
has "gnuplot: the region is not behind the map" "$gp" 'graph 1 front'
is "pgfplots: filled" "$("$ACTPLOT" render "$work/map.yaml" --format tex -o - |
    grep -c 'fill=apground, fill opacity=0.8')" 3

# ---- the terminal: as wide as it is said to be, and frames that say something
printf 'panels: [{curves: [relu]}, {curves: [gelu]}, {curves: [silu]}]\n' \
    >"$work/three.yaml"
out=$(COLUMNS=40 "$ACTPLOT" render -q "$work/three.yaml" --format term -o -)
ok "no line is wider than 40 columns" test "$(echo "$out" | LC_ALL=C.UTF-8 wc -L)" -le 40
is "each frame has its eight rows" "$(echo "$out" | grep -c -e ┤ -e │)" 24

draw inset dump <<YAML
curves: [relu, gelu]
insets: [{x: [2, 3], at: [0.6, 0.6], size: [0.3, 0.2], title: third}]
YAML
is "a small inset placed by hand stays" "$err" ""

draw note dump <<'YAML'
curves: [relu]
notes: [{at: [0, 0], text: "a long note that wants lines, as nobody reads one across a whole figure"}]
YAML
is "a long note is broken" "$(echo "$out" | grep -c 'one across a whole figure"')$(
    echo "$out" | grep -c 'note that wants lines, as nobody reads one')" 10
draw wrapped png <<YAML
caption: "A caption of some length, which is broken into lines, one of them with \U0001F9FF\U0012345, which no font has, and then it goes on for a while so that there are two."
curves: [relu]
YAML
is "a missing character is told once" "$(echo "$err" | grep -c 'no font has')" \
    "$(echo "$err" | grep -c 'no font has' | sed 's/[2-9]/1/')"

finish
