#!/bin/sh
# html.sh - the interactive page in a browser without a screen: it reads, zooms, hides and
# recomputes by mouse and by keys, and needs nothing from elsewhere.
. "${srcdir:-.}/tests/tap.sh"
browser=$(command -v chromium || command -v chromium-browser) || skip_all "chromium is missing"

# visit PAGE: sets $seen to what tests/backend/html.js says of it.
visit() {
    grep -v '^</body>$\|^</html>$' "$1" >"$work/visited.html"
    { echo '<script>'; cat "$srcdir/tests/backend/html.js"
      echo '</script></body></html>'; } >>"$work/visited.html"
    seen=$(timeout 100 "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
        --disable-background-networking --disable-dev-shm-usage \
        --user-data-dir="$work/browser" --dump-dom \
        "file://$work/visited.html" 2>"$work/browser.log" |
        sed -n '/.*<pre id="seen">/,/<\/pre>/p' | sed '1s/.*<pre id="seen">//; s/<\/pre>.*//')
}

page=$work/page.html
mkdir "$work/again"
ok "a page" "$ACTPLOT" plot "leaky_relu(alpha=0.1)" prelu gelu step -o "$page"
ok "the same every time" sh -c '"$1" plot "leaky_relu(alpha=0.1)" prelu gelu step \
    -o "$2/page.html" && cmp "$2/page.html" "$3"' sh "$ACTPLOT" "$work/again" "$page"
not "nothing from elsewhere" grep -nE '(src|href)=|@import|url\((["]?)[a-z]+:|fetch\(' "$page"
visit "$page"
if [ -z "$seen" ]; then
    skip "a visit" "the browser does not start: $(head -n 1 "$work/browser.log")"
    finish
fi
while IFS= read -r line; do
    has "$line" "$seen" "$line"
done <<'END'
panels: 1.00000000000000
parameters: Leaky ReLU α=0.1, PReLU α=0.25, Binary step θ=0
nothing is read: 0.00000000000000
arrow key: x = 0.1
finely: x = 0.11
rows: 4.00000000000000
reads: Leaky ReLU (α=0.1) | 0.11 | 1
nothing is read again: 0.00000000000000
pointer: x = 2.5
zoomed: -3.500000 4.500000
back: -5 5
moved: true
wheel: true
double click: -5 5
dragged: -6.0000 4.0000
buttons: Leaky ReLU (α=0.1), PReLU, GELU, Binary step, Reset view
hidden: false true
shown: true true
slider: -1.5 0.5
renamed: Leaky ReLU (α=0.5)
curve: Leaky ReLU (α=0.1) in 1 runs, dots []
curve: Binary step in 2 runs, dots [{"x":0,"y":0,"filled":false},{"x":0,"y":1,"filled":true}]
END

for figure in relu-family-derivatives prelu-alpha-gradient prelu-slopes variants; do
    ok "$figure" "$ACTPLOT" render -q "$srcdir/plots/$figure.yaml" --to "$work" --format html
    visit "$work/$figure.html"
    has "$figure: is visited to the end" "$seen" "curve: "
    is "$figure: without a fault" "$(printf '%s\n' "$seen" | grep '^fault')" ""
done

ok "curves painted in another order" "$ACTPLOT" render -q \
    "$srcdir/tests/backend/order.yaml" --to "$work" --format html
visit "$work/order.html"
has "buttons are in the figure's order" "$seen" "buttons: ReLU, GELU, Bars, SiLU, Tanh"

ok "a large family" "$ACTPLOT" plot relu elu --vary 'alpha=0,1,2,3,4,5,6,7,8' \
    -o "$work/family.html"
visit "$work/family.html"
has "one button for all of it" "$seen" "buttons: ReLU, ELU (α=0) … ELU (α=8), Reset view"

cat >"$work/hostile.yaml" <<'END'
title: "</script><script>say('fault', 'run')</script>"
curves:
  - {plot: relu, label: "</script><b>\"x\"</b>"}
  - {points: [[0, 0], [1, 1], [2, 0.5]], label: "'); alert(1); ('"}
END
ok "hostile texts" "$ACTPLOT" render -q "$work/hostile.yaml" --to "$work" --format html
visit "$work/hostile.html"
has "hostile texts stay texts" "$seen" 'curve: &lt;/script&gt;&lt;b&gt;"x"&lt;/b&gt; in 1 runs'
is "hostile texts do nothing" "$(printf '%s\n' "$seen" | grep '^fault')" ""
finish
