#!/bin/sh
# pdf.sh - PDF readers find our text and fonts, and show what the PNG shows.
. "${srcdir:-.}/tests/tap.sh"
compare=$builddir/tests/backend/compare-png

ok "every figure becomes pdf" \
    "$ACTPLOT" render -q "$srcdir"/plots/*.yaml --to "$work" --format png,pdf

if command -v pdftotext >/dev/null; then
    has "the title is text" "$(pdftotext "$work/relu-family.pdf" -)" "ReLU vs Leaky ReLU vs PReLU"
    has "a Chinese title is text" "$(pdftotext "$work/article-zh.pdf" -)" "ReLU、Leaky ReLU 与 PReLU"
    has "title in the metadata" "$(pdfinfo "$work/relu-family.pdf")" "ReLU vs Leaky ReLU vs PReLU"
    has "the date is a constant" "$(TZ=UTC pdfinfo -isodates "$work/relu-family.pdf")" "1970-01-01T00:00:00"
    for figure in "$srcdir"/plots/*.yaml; do
        name=$(basename "$figure" .yaml)
        pdffonts "$work/$name.pdf" | sed 1,2d >"$work/fonts"
        ok "$name: has fonts" test -s "$work/fonts"
        is "$name: each font is embedded, none is Type 3" \
            "$(grep -v -E ' yes (yes|no) +(yes|no) +[0-9]+ +[0-9]+$' "$work/fonts"; \
                grep 'Type 3' "$work/fonts")" ""
        dpi=$(sed -n 's/^ *dpi: *//p' "$figure")
        pdftoppm -r "${dpi:-100}" -png -singlefile \
            "$work/$name.pdf" "$work/$name-pdf"
        ok "$name: the same picture" "$compare" "$work/$name.png" "$work/$name-pdf.png" 0.08
    done
else
    skip "what readers find" "poppler's tools are missing"
fi

ok "several figures in one" "$ACTPLOT" render -q "$srcdir/plots/relu-family.yaml" \
    "$srcdir/plots/variants.yaml" -o "$work/book.pdf"
if command -v qpdf >/dev/null; then
    is "several: a page each" "$(qpdf --show-npages "$work/book.pdf")" 2
    ok "several: sound" qpdf --check "$work/book.pdf"
    outlines=$(qpdf --json --json-key=outlines "$work/book.pdf")
    has "several: an outline" "$outlines" '"title": "ReLU vs Leaky ReLU vs PReLU"'
    has "several: every page in it" "$outlines" '"destpageposfrom1": 2'
else
    skip "several: pages and outline" "qpdf is missing"
fi
printf 'curves: [nothing_like_it]\n' >"$work/bad.yaml"
run "$ACTPLOT" render -q "$srcdir/plots/relu-family.yaml" "$work/bad.yaml" -o "$work/none.pdf"
is "several: one fault" "$status" 2
not "several: and nothing is written" test -e "$work/none.pdf"
run "$ACTPLOT" render -q "$srcdir"/plots/relu-family.yaml "$srcdir"/plots/variants.yaml \
    -o "$work/none.png"
is "several: as pdf only" "$status" 2

# The same bytes in any time zone and language, and the date that builders ask for.
for where in UTC/C Asia/Tokyo/de_DE.UTF-8; do
    TZ=${where%/*} LC_ALL=${where##*/} "$ACTPLOT" render -q "$srcdir/plots/relu-family.yaml" \
        --to "$work/again" --format pdf
    same "$where: the same bytes" "$work/relu-family.pdf" "$work/again/relu-family.pdf"
done
SOURCE_DATE_EPOCH=1700000000 "$ACTPLOT" render -q "$srcdir/plots/relu-family.yaml" \
    --to "$work/dated" --format pdf
is "SOURCE_DATE_EPOCH is the date" \
    "$(grep -a -c '/CreationDate (20231114221320Z)' "$work/dated/relu-family.pdf")" 1
finish
