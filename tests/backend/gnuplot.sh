#!/bin/sh
# gnuplot.sh - gnuplot runs every emitted script without a word and draws our figure.
. "${srcdir:-.}/tests/tap.sh"
command -v gnuplot >/dev/null || skip_all "gnuplot is missing"
compare=$builddir/tests/backend/compare-png

# quiet_by GNUPLOT NAME SCRIPT: it succeeds and says nothing at all.
quiet_by() {
    run sh -c 'cd "$1" && "$2" "$3"' sh "$(dirname "$3")" "$1" "$(basename "$3")"
    is "$2" "$status|$out|$err" "0||"
}

quiet() {
    quiet_by gnuplot "$@"
}

ok "every figure becomes a script" \
    "$ACTPLOT" render -q "$srcdir"/plots/*.yaml --to "$work/ours" --format png,gp
mkdir "$work/theirs"
for figure in "$srcdir"/plots/*.yaml; do
    name=$(basename "$figure" .yaml)
    cp "$work/ours/$name.gp" "$work/theirs/"
    quiet "$name: nothing to complain about" "$work/theirs/$name.gp"
    ok "$name: the same picture" \
        "$compare" "$work/ours/$name.png" "$work/theirs/$name.png" 0.15
    is "$name: no block of data is overwritten by another" \
        "$(grep '^[$].* << EOD' "$work/ours/$name.gp" | sort | uniq -d)" ""
done

for terminal in svg pdfcairo; do
    ok "$terminal: scripts" "$ACTPLOT" render -q "$srcdir/plots/relu-family-derivatives.yaml" \
        "$srcdir/plots/gradient-product.yaml" --to "$work/$terminal" --format gp \
        --terminal "$terminal"
    for name in relu-family-derivatives gradient-product; do
        quiet "$terminal: $name" "$work/$terminal/$name.gp"
        ok "$terminal: $name is written" test -s "$work/$terminal/$name.${terminal%cairo}"
    done
done
if command -v rsvg-convert >/dev/null; then
    rsvg-convert -w 740 -h 480 "$work/svg/gradient-product.svg" -o "$work/svg.png"
    ok "svg: the same picture" "$compare" "$work/ours/gradient-product.png" "$work/svg.png" 0.15
else
    skip "svg: the same picture" "rsvg-convert is missing"
fi
if command -v pdftoppm >/dev/null; then
    pdftoppm -r 100 -png -singlefile "$work/pdfcairo/gradient-product.pdf" "$work/pdf"
    ok "pdfcairo: the same picture" \
        "$compare" "$work/ours/gradient-product.png" "$work/pdf.png" 0.15
else
    skip "pdfcairo: the same picture" "pdftoppm is missing"
fi

# Each panel has its own field, contours and marks, with curves among them or without.
ok "log fields" "$ACTPLOT" render -q "$srcdir/tests/backend/log-fields.yaml" \
    --to "$work/ours" --format png,gp
cp "$work/ours/log-fields.gp" "$work/theirs/"
quiet "log fields: nothing to complain about" "$work/theirs/log-fields.gp"
ok "log fields: the same picture" \
    "$compare" "$work/ours/log-fields.png" "$work/theirs/log-fields.png" 0.03
ok "two fields" "$ACTPLOT" render -q "$srcdir/tests/backend/two-fields.yaml" \
    --to "$work/ours" --format png,gp
cp "$work/ours/two-fields.gp" "$work/theirs/"
quiet "two fields: nothing to complain about" "$work/theirs/two-fields.gp"
ok "two fields: the same picture" \
    "$compare" "$work/ours/two-fields.png" "$work/theirs/two-fields.png" 0.03
has "two fields: a line over a field lies in front" \
    "$(grep 'nohead front' "$work/ours/two-fields.gp")" "first 1, graph 0"
has "two fields: no ticks are none" "$(cat "$work/ours/two-fields.gp")" "unset ytics"

# In windows that nobody sees, one after the other; Qt's own words about that are left out.
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*=false' XDG_RUNTIME_DIR="$work/qt"
qt=$(command -v gnuplot-qt || echo gnuplot)
ok "qt: scripts" "$ACTPLOT" render -q "$srcdir"/plots/*.yaml "$srcdir"/tests/backend/*.yaml \
    --to "$work/qt" --format gp --terminal qt
chmod 700 "$work/qt"
if "$qt" -e 'set terminal qt' 2>/dev/null; then
    for script in "$work"/qt/*.gp; do
        sed -i 's/^pause mouse close$/pause 0/' "$script"
        printf "reset session\nload '%s'\n" "$script"
    done >"$work/all.gp"
    quiet_by "$qt" "qt: every figure" "$work/all.gp"
else
    skip "qt: every figure" "gnuplot-qt is missing"
fi

# widths PDF: of its lines.
widths() {
    pdftocairo -svg "$1" - | grep -o 'stroke-width:[0-9.]*' | sort -u | tr '\n' ' '
}
if command -v pdftocairo >/dev/null; then
    ok "cairolatex: a script" "$ACTPLOT" render -q "$srcdir/plots/gradient-product.yaml" \
        --to "$work/widths" --format gp --terminal cairolatex
    quiet "cairolatex: nothing to complain about" "$work/widths/gradient-product.gp"
    is "cairolatex: lines as wide as pdfcairo's" "$(widths "$work/widths/gradient-product.pdf")" \
        "$(widths "$work/pdfcairo/gradient-product.pdf")"
else
    skip "cairolatex: lines as wide as pdfcairo's" "pdftocairo is missing"
fi

# Names in the key whose order is not that of painting, and names below a frame.
ok "legends" "$ACTPLOT" render -q "$srcdir/tests/backend/order.yaml" \
    --to "$work/ours" --format png,gp
cp "$work/ours/order.gp" "$work/theirs/"
quiet "legends: nothing to complain about" "$work/theirs/order.gp"
ok "legends: the same picture" \
    "$compare" "$work/ours/order.png" "$work/theirs/order.png" 0.05
ok "a note of three lines" "$ACTPLOT" render -q "$srcdir/tests/backend/lines.yaml" \
    --to "$work/ours" --format png,gp
cp "$work/ours/lines.gp" "$work/theirs/"
quiet "a note of three lines: nothing to complain about" "$work/theirs/lines.gp"
ok "a note of three lines: at its place" \
    "$compare" "$work/ours/lines.png" "$work/theirs/lines.png" 0.1
ok "strips" "$ACTPLOT" render -q "$srcdir/tests/page/strip.yaml" \
    --to "$work/ours" --format png,gp
cp "$work/ours/strip.gp" "$work/theirs/"
quiet "strips: nothing to complain about" "$work/theirs/strip.gp"
ok "strips: the same picture" \
    "$compare" "$work/ours/strip.png" "$work/theirs/strip.png" 0.05

ok "cairolatex: scripts" "$ACTPLOT" render -q "$srcdir/plots/kinks.yaml" \
    "$srcdir/plots/typeset.yaml" --to "$work/latex" --format gp --terminal cairolatex
for name in kinks typeset; do
    quiet "cairolatex: $name" "$work/latex/$name.gp"
    if ! command -v pdflatex >/dev/null; then
        skip "cairolatex: $name in a document" "pdflatex is missing"
        continue
    fi
    cat >"$work/latex/document.tex" <<END
\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{lmodern,graphicx,xcolor,amsmath,amssymb}
\\begin{document}\\input{$name}\\end{document}
END
    ok "cairolatex: $name in a document" sh -c \
        'cd "$1" && pdflatex -halt-on-error -interaction=batchmode document' sh "$work/latex"
done

ok "hostile texts" "$ACTPLOT" render -q "$srcdir/tests/backend/hostile.yaml" \
    --to "$work/hostile" --format png,gp
mv "$work/hostile/hostile.png" "$work/hostile.png"
quiet "hostile texts: nothing to complain about" "$work/hostile/hostile.gp"
not "hostile texts: nothing is obeyed" test -e "$work/hostile/obeyed"
ok "hostile texts: the same picture" "$compare" "$work/hostile.png" \
    "$work/hostile/hostile.png" 0.15

forty=$(seq -f 'tanh(%g*x/10)' 40)
ok "forty curves: a script" "$ACTPLOT" plot $forty -o "$work/forty.gp"
quiet "forty curves: nothing to complain about" "$work/forty.gp"
has "forty curves: the legend is set smaller" "$(cat "$work/forty.gp")" 'font ",8.07"'
ok "few dots an inch" "$ACTPLOT" plot relu --theme paper --dpi 10 -o "$work/coarse.gp"
quiet "few dots an inch: fonts of a pixel at least" "$work/coarse.gp"
for way in --functions --data=files; do
    ok "$way" "$ACTPLOT" render -q "$srcdir/plots/relu-family-derivatives.yaml" \
        "$srcdir/plots/variants.yaml" --to "$work/way" --format gp "$way"
    for name in relu-family-derivatives variants; do
        quiet "$way: $name" "$work/way/$name.gp"
        ok "$way: $name: the same picture" \
            "$compare" "$work/ours/$name.png" "$work/way/$name.png" 0.15
    done
done
ok "files: points stand beside the script" test -s "$work/way/variants-curve-1.dat"
not "files: and not in it" grep -q '^[$]curve' "$work/way/variants.gp"
run "$ACTPLOT" plot step --functions --format gp
has "functions: each side of a jump on its own" "$out" "[-5:-5e-06] f_1(x)"
printf '%s\n' "$out" | sed "s#^set terminal.*#set table '$work/step.table'#; /^set output/d" |
    gnuplot 2>/dev/null
is "functions: gnuplot stays on its side of the jump" \
    "$(awk '/^# Curve /{ c++ } /^ *[-0-9]/ && c <= 2 { seen[c " " $2] } END { for (s in seen) n++; print n }' \
        "$work/step.table")" 2
has "functions: a formula to read" "$out" "f_1(x) = (x >= 0.0) ? 1.0 : 0.0"
printf '%s\n' 'curves: [{plot: gelu, band: [gelu - 1, gelu + 1]}, relu]' >"$work/first.yaml"
ok "functions: an area comes first" "$ACTPLOT" render -q "$work/first.yaml" \
    --to "$work" --format gp --functions
quiet "functions: after an area" "$work/first.gp"
run "$ACTPLOT" plot relu --data elsewhere --format gp
is "data elsewhere is refused" "$status" 2
cp "$srcdir/tests/golden/two-panels.gp" "$work/"
quiet "the golden script" "$work/two-panels.gp"
finish
