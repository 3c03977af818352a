#!/bin/sh
# tex.sh - LaTeX takes every emitted picture without a warning and draws our figure.
. "${srcdir:-.}/tests/tap.sh"
command -v pdflatex >/dev/null || skip_all "pdflatex is missing"
kpsewhich pgfplots.sty >/dev/null || skip_all "pgfplots is missing"
command -v pdftoppm >/dev/null || skip_all "pdftoppm is missing"
compare=$builddir/tests/backend/compare-png
export HOME="$work" TEXMFVAR="$work/texmf" SOURCE_DATE_EPOCH=0

# compiles NAME ENGINE FILE: it does, and its log holds no warning of anybody.
compiles() {
    run sh -c 'cd "$1" && "$2" -interaction=nonstopmode -halt-on-error "$3"' sh \
        "$(dirname "$3")" "$2" "$(basename "$3")"
    wrong=$(grep -E '^!|[Ww]arning: |^(Over|Under)full|Missing character' "${3%.tex}.log")
    is "$1" "$status|$wrong" "0|"
}

# draws NAME LIMIT: the page is as large as ours and has its ink where ours has it.
draws() {
    if "$ACTPLOT" render "$srcdir/plots/$1.yaml" --to "$work/warned" --format tex 2>&1 |
        grep -q 'tex shows it without'; then
        skip "$1: the same picture" "it says that it is not"
        return
    fi
    dpi=$(sed -n 's/^ *dpi: *//p' "$srcdir/plots/$1.yaml")
    pdftoppm -r "${dpi:-100}" -png -singlefile "$work/tex/$1.pdf" "$work/tex/$1-page"
    ok "$1: the same picture" \
        "$compare" "$work/tex/$1.png" "$work/tex/$1-page.png" "$2"
}

ok "every figure becomes a picture" \
    "$ACTPLOT" render -q "$srcdir"/plots/*.yaml --to "$work/tex" --format png,tex
for figure in "$srcdir"/plots/*.yaml; do
    name=$(basename "$figure" .yaml)
    if grep -q 'usepackage{fontspec}' "$work/tex/$name.tex"; then
        # It needs a system's fonts, which LuaLaTeX first makes a list of.
        continue
    fi
    compiles "$name: pdflatex has nothing to complain about" pdflatex "$work/tex/$name.tex"
    draws "$name" 0.16
done

has "a wave along x has the samples there" "$(cat "$work/tex/palettes.tex")" "mesh/cols=240]"
has "else they stand evenly" "$(cat "$work/tex/swish-field.tex")" "mesh/cols=60]"

run "$ACTPLOT" render "$srcdir/plots/article-zh.yaml" --to "$work/zh" --format tex
has "letters that pdflatex lacks are warned of" "$err" "compile its tex with lualatex"
if command -v lualatex >/dev/null; then
    compiles "lualatex has nothing to complain about" lualatex "$work/tex/gradient-product.tex"
    draws gradient-product 0.16
else
    skip "lualatex has nothing to complain about" "lualatex is missing"
fi
if command -v lualatex >/dev/null && kpsewhich fontspec.sty >/dev/null &&
    fc-list | grep -q NotoSansCJK; then
    compiles "Chinese: lualatex has nothing to complain about" lualatex \
        "$work/tex/article-zh.tex"
    draws article-zh 0.16
else
    skip "Chinese: lualatex has nothing to complain about" "lualatex or a font is missing"
fi

ok "hostile texts" "$ACTPLOT" render -q "$srcdir/tests/backend/hostile.yaml" \
    --to "$work/hostile" --format tex
compiles "hostile texts: nothing to complain about" pdflatex "$work/hostile/hostile.tex"

ok "strips" "$ACTPLOT" render -q "$srcdir/tests/page/strip.yaml" --to "$work/strip" --format tex
has "strips: colour bars" "$(grep -c '^  colorbar, ' "$work/strip/strip.tex")" 3
compiles "strips: nothing to complain about" pdflatex "$work/strip/strip.tex"

cp "$srcdir/tests/backend/axes.yaml" "$work/"
ok "logarithmic, bare and other axes" "$ACTPLOT" render -q "$work/axes.yaml" \
    --to "$work/axes" --format tex
ok "data in files" "$ACTPLOT" plot relu gelu step --data files -o "$work/axes/beside.tex"
ok "data in files: there they are" test -s "$work/axes/beside-curve-3.dat"
compiles "data in files: nothing to complain about" pdflatex "$work/axes/beside.tex"
compiles "axes: nothing to complain about" pdflatex "$work/axes/axes.tex"

cat >"$work/tex/report.tex" <<'EOF'
\documentclass{article}
\usepackage{lmodern}
\usepackage{amsmath}
\usepackage{pgfplots}
\pgfplotsset{compat=1.9}
\begin{document}
\begin{figure}
  \centering
  \resizebox{0.7\textwidth}{!}{\input{saturation.tex}}
  \resizebox{0.2\textwidth}{!}{\input{relu-family.tex}}
  \caption{Twice}
\end{figure}
After it.
\end{document}
EOF
compiles "a report takes two pictures in" pdflatex "$work/tex/report.tex"
is "the report goes on behind them" \
    "$(pdftotext "$work/tex/report.pdf" - | grep -c 'After it')" 1
ok "a picture is the same every time" sh -c '"$1" render -q "$2" --to "$3/again" \
    --format tex && cmp "$3/again/variants.tex" "$3/tex/variants.tex"' sh \
    "$ACTPLOT" "$srcdir/plots/variants.yaml" "$work"
finish
