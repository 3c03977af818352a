#!/bin/sh
# eps.sh - Ghostscript takes every figure, finds its fonts inside and draws the picture.
. "${srcdir:-.}/tests/tap.sh"
compare=$builddir/tests/backend/compare-png

cat >"$work/clear.yaml" <<'EOF'
theme: clear-theme.yaml
curves: [relu]
EOF
cat >"$work/clear-theme.yaml" <<'EOF'
base: default
background: "#ffffff00"
panel: "#ffffff00"
EOF
ok "figures become eps" "$ACTPLOT" render -q "$srcdir"/plots/*.yaml "$work/clear.yaml" \
    --to "$work/eps" --format png,eps
is "no date is told" "$(grep -al CreationDate "$work"/eps/*.eps)" ""
is "the box is the figure's, exactly too" \
    "$(sed -n '/^%%BoundingBox/p; /^%%HiRes/p' "$work/eps/variants.eps")" \
    "%%BoundingBox: 0 0 792 332
%%HiResBoundingBox: 0 0 792 331.2"
is "the same for a page without a ground" \
    "$(sed -n '/^%%BoundingBox/p' "$work/eps/clear.eps")" "%%BoundingBox: 0 0 461 288"
# cairo's padding of images was a matter of chance.
again() {
    for round in 1 2 3 4 5 6; do
        "$ACTPLOT" render -q "$srcdir/plots/glu.yaml" --to "$work" --format eps
        cksum <"$work/glu.eps"
    done
}
is "heat maps are the same bytes in each run" "$(again | sort -u | wc -l)" "1"
is "nothing but heat maps is a picture of pixels" \
    "$(grep -al ImageType "$work"/eps/*.eps | sed 's,.*/,,')" \
    "$(cd "$srcdir/plots" && grep -l heatmap: *.yaml | sed 's/yaml$/eps/')"
is "fonts are outlines, none of Type 3" \
    "$(sed -n 's,^/FontType \([0-9]*\) .*,\1,p' "$work"/eps/*.eps | sort -u | tr '\n' ' ')" "1 42 "
is "lines have at most 255 bytes" "$(LC_ALL=C grep -aE '^.{256}' "$work/eps/variants.eps")" ""

if ! command -v ps2pdf >/dev/null || ! command -v pdftoppm >/dev/null; then
    skip "Ghostscript draws them" "ps2pdf or pdftoppm is missing"
    finish
fi
for figure in "$srcdir"/plots/*.yaml; do
    name=$(basename "$figure" .yaml)
    run ps2pdf -dEPSCrop "$work/eps/$name.eps" "$work/$name.pdf"
    is "$name: nothing to complain about" "$status|$out|$err" "0||"
    dpi=$(sed -n 's/^ *dpi: *//p' "$figure")
    pdftoppm -r "${dpi:-100}" -png -singlefile "$work/$name.pdf" "$work/$name" \
        2>/dev/null
    ok "$name: the same picture" "$compare" "$work/eps/$name.png" "$work/$name.png" 0.08
    is "$name: fonts are embedded" "$(pdffonts "$work/$name.pdf" 2>/dev/null | sed 1,2d |
        grep -Ev ' yes (yes|no) ')" ""
done
finish
