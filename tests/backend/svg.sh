#!/bin/sh
# svg.sh - another renderer shows our SVG as we show the PNG, and its text is text.
. "${srcdir:-.}/tests/tap.sh"
compare=$builddir/tests/backend/compare-png

ok "every figure becomes svg" \
    "$ACTPLOT" render -q "$srcdir"/plots/*.yaml --to "$work" --format png,svg

# text FILE: what stands in its text elements, a line each.
text() {
    sed -n 's/^<text[^>]*>\(.*\)<\/text>$/\1/p' "$1" | sed 's/<[^>]*>//g'
}

is "the title is text" "$(text "$work/relu-family.svg" | grep -c '^ReLU vs Leaky ReLU vs PReLU$')" 1
is "a label with Greek is text" \
    "$(text "$work/relu-family.svg" | grep -c '^Leaky ReLU (α=0.1)$')" 1
is "a Chinese title is text" "$(text "$work/article-zh.svg" | grep -c '^ReLU、Leaky ReLU 与 PReLU$')" 1
is "the title is the document's" \
    "$(sed -n 's/^<title id="relu-family-[0-9a-z]*-title">\(.*\)<\/title>$/\1/p' "$work/relu-family.svg")" \
    "ReLU vs Leaky ReLU vs PReLU"
cat "$work"/*.svg | grep -o ' id="[^"]*"' | sort | uniq -d >"$work/twice"
is "no id stands in two figures" "$(cat "$work/twice")" ""
for function in relu gelu; do
    "$ACTPLOT" plot "$function" --format svg
done | grep -o ' id="[^"]*"' | sort | uniq -d >"$work/twice"
is "nor in two that came through pipes, without a name" "$(cat "$work/twice")" ""

ok "text as outlines" "$ACTPLOT" render -q "$srcdir/plots/article-zh.yaml" \
    --to "$work/outlines" --format svg --text outlines
is "no text element is left" "$(grep -c '<text' "$work/outlines/article-zh.svg")" 0

ok "hostile texts become svg" "$ACTPLOT" render -q "$srcdir/tests/backend/hostile.yaml" \
    --to "$work/hostile" --format svg
"$ACTPLOT" plot relu --title "ReLU שלום (α)" >"$work/right-to-left.svg"
has "text from right to left keeps its brackets in browsers" \
    "$(cat "$work/right-to-left.svg")" 'direction="rtl" unicode-bidi="embed"'
if command -v xmllint >/dev/null; then
    ok "each is well-formed" xmllint --noout "$work"/*.svg "$work"/*/*.svg
    is "hostile texts stand as they are" \
        "$(xmllint --xpath 'string(//*[local-name()="title"])' "$work/hostile/hostile.svg")" \
        "\`touch obeyed\` \"q\" \\n @a %d _x_ {b} ~c &d 'e' ^f"
else
    skip "each is well-formed" "xmllint is missing"
fi

# size NAME: sets width and height to those of its PNG, big endian at byte 16.
size() {
    set -- $(od -An -tu1 -j16 -N8 "$work/$1.png")
    width=$(($3 * 256 + $4)) height=$(($7 * 256 + $8))
}

if command -v rsvg-convert >/dev/null; then
    for figure in "$srcdir"/plots/*.yaml; do
        name=$(basename "$figure" .yaml)
        size "$name"
        rsvg-convert -w $width -h $height "$work/$name.svg" -o "$work/$name.svg.png"
        ok "$name: the same picture" "$compare" "$work/$name.png" "$work/$name.svg.png" 0.04
    done
    rsvg-convert -w 1000 -h 600 "$work/outlines/article-zh.svg" -o "$work/outlines.png"
    ok "outlines: the same picture" "$compare" "$work/article-zh.png" "$work/outlines.png" 0.04
else
    skip "the same pictures" "rsvg-convert is missing"
fi

browser=$(command -v chromium || command -v chromium-browser || :)

# browse FILE PICTURE [OPTION]: as a window of width and height shows it.
browse() {
    timeout 100 "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
        --disable-background-networking --disable-dev-shm-usage --hide-scrollbars \
        --user-data-dir="$work/browser" --force-device-scale-factor=1 \
        --window-size="$width,$height" --screenshot="$2" ${3-} "file://$1" >/dev/null 2>&1
}

# Scripts of all directions, formulas, a field with contours, regions with an opacity.
for name in languages typeset glu saturation-regions; do
    size "$name"
    if command -v inkscape >/dev/null; then
        inkscape --export-type=png -w $width -h $height "$work/$name.svg" \
            --export-filename="$work/$name.inkscape.png" >/dev/null 2>&1
        ok "$name: the same in Inkscape" \
            "$compare" "$work/$name.png" "$work/$name.inkscape.png" 0.02
    else
        skip "$name: the same in Inkscape" "Inkscape is missing"
    fi
    if [ -n "$browser" ]; then
        echo "<body style='margin:0'><img src=$name.svg width=$width height=$height>" \
            >"$work/$name.html"
        browse "$work/$name.html" "$work/$name.browser.png"
        ok "$name: the same in a browser" \
            "$compare" "$work/$name.png" "$work/$name.browser.png" 0.02
    else
        skip "$name: the same in a browser" "chromium is missing"
    fi
done

ok "a dark variant" "$ACTPLOT" render -q "$srcdir/plots/variants.yaml" --dark dark \
    -o "$work/both.svg"
has "dark: chosen by the reader's system" "$(cat "$work/both.svg")" \
    '@media (prefers-color-scheme:dark)'
is "dark: every id once" "$(grep -o ' id="[^"]*"' "$work/both.svg" | sort | uniq -d)" ""
"$ACTPLOT" render -q "$srcdir/plots/variants.yaml" --set theme=dark -o "$work/dark.png"
if [ -n "$browser" ]; then
    size dark
    for scheme in 0:dark 1:light; do
        browse "$work/both.svg" "$work/${scheme#*:}-seen.png" \
            "--blink-settings=preferredColorScheme=${scheme%:*}"
    done
    ok "dark: seen by a browser" test -s "$work/dark-seen.png"
    not "dark: another picture than the light one" \
        "$compare" "$work/dark-seen.png" "$work/light-seen.png" 0.5
else
    skip "dark: seen by a browser" "chromium is missing"
fi
"$ACTPLOT" plot gelu relu --dark dark -o "$work/plot.svg"
is "dark: plot too" "$(grep -c 'id="plot-[0-9a-z]*-in-dark"' "$work/plot.svg")" 1
run "$ACTPLOT" plot gelu --dark nowhere -o "$work/none.svg"
is "dark: an unknown theme" "$status" 2
not "dark: nothing is written then" test -e "$work/none.svg"
finish
