#!/bin/sh
# vega.sh - Vega-Lite takes every emitted specification and draws our curves.
#
# Its packages come from npm, by `make fetch-vega`, into the build's folder or the one
# that ACTPLOT_VEGA names; the rest needs none.
. "${srcdir:-.}/tests/tap.sh"
folder=${ACTPLOT_VEGA-$builddir/tests/backend/vega}

ok "every figure becomes a specification" "$ACTPLOT" render -q "$srcdir"/plots/*.yaml \
    "$srcdir"/tests/backend/*.yaml "$srcdir/tests/page/strip.yaml" \
    --to "$work/vega" --format json,dump
cp "$srcdir/tests/backend/axes.yaml" "$work/"
ok "one is the same every time" sh -c '"$1" render -q "$2/axes.yaml" --to "$2/again" \
    --format json && cmp "$2/again/axes.json" "$2/vega/axes.json"' sh "$ACTPLOT" "$work"
has "raised text is raised" "$(cat "$work/vega/gradient-product.json")" "0.25ⁿ"
has "a page with its schema" "$(head -n 2 "$work/vega/axes.json")" \
    '"$schema": "https://vega.github.io/schema/vega-lite/v5.json"'
printf '%s\n' 'x: [-4, 4]' 'y: [-4, 4]' 'heatmap: {z: x*y}' \
    'insets: [{x: {range: [0.5, 1.5]}, y: {range: [0.5, 1.5]}}]' >"$work/inset.yaml"
run "$ACTPLOT" render "$work/inset.yaml" -o "$work/inset.json"
has "what an inset cannot show is told" "$err" "json shows it without the heat maps of insets"
run "$ACTPLOT" render "$srcdir/plots/kinks.yaml" -o "$work/kinks.json"
is "curves it can" "$status|$err" "0|"
if command -v python3 >/dev/null; then
    for file in "$work"/vega/*.json; do
        ok "$(basename "$file"): is JSON" python3 -m json.tool "$file"
    done
else
    skip "they are JSON" "python3 is missing"
fi

if ! command -v node >/dev/null || ! [ -d "$folder/node_modules/vega-lite" ]; then
    skip "valid, and drawn as ours" "node or Vega-Lite is missing (make fetch-vega)"
    finish
fi
cmp -s "$srcdir/tests/backend/vega/check.mjs" "$folder/check.mjs" ||
    cp "$srcdir/tests/backend/vega/check.mjs" "$folder/check.mjs"
for file in "$work"/vega/*.json; do
    name=$(basename "$file" .json)
    set -- "$@" "$name"
done
node "$folder/check.mjs" "$work/vega" "$@" >"$work/check" 2>&1
is "Vega says nothing but results" "$(grep -Ev '^(not )?ok |^# |^1\.\.' "$work/check")" ""
for name; do
    ok "$name: valid, and drawn as ours" sh -c 'grep -q "^ok [0-9]* - $1\$" "$2" ||
        { cat "$2"; false; }' sh "$name" "$work/check"
    ok "$name: a picture" grep -q '<path' "$work/vega/$name.svg"
done
not "each curve has its own width" grep -q '<path[^>]*stroke-width="0"' "$work/vega/order.svg"
# Titles have other places there, and Vega measures none without a canvas.
if command -v rsvg-convert >/dev/null; then
    for name in swish-field glu palettes; do
        "$ACTPLOT" render -q "$srcdir/plots/$name.yaml" -o "$work/$name.png"
        set -- $(od -An -tu1 -j16 -N8 "$work/$name.png")
        rsvg-convert -b white -w $(($3 * 256 + $4)) -h $(($7 * 256 + $8)) \
            "$work/vega/$name.svg" -o "$work/$name-seen.png"
        ok "$name: the same colours" "$builddir/tests/backend/compare-png" \
            "$work/$name.png" "$work/$name-seen.png" 0.1
    done
else
    skip "the same colours" "rsvg-convert is missing"
fi
finish
