#!/bin/sh
# atlas.sh - the command atlas: a page a record, links that lead somewhere, one PDF.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

"$ACTPLOT" list activations --format csv | sed 1d | cut -d, -f1 >keys
count=$(wc -l <keys)

run "$ACTPLOT" atlas --to book
is "the whole catalogue: status 0" "$status" 0
is "silent" "$out$err" ""
(sed 's/$/.html/' keys && printf '%s\n' atlas.css atlas.pdf index.html) | sort >wanted
ls book | sort >found
same "a page for each record, an index, a style, a PDF" wanted found

# Pages are XML too, so that a strict reader may look at them.
if command -v xmllint >/dev/null; then
    for page in book/*.html; do
        xmllint --noout "$page" || echo "$page"
    done >faults 2>&1
    is "every page is well-formed" "$(cat faults)" ""
else
    skip "every page is well-formed" "xmllint is missing"
fi

# All that a page refers to: files beside it, and ids within those.
references() {
    grep -oE '(href|src|xlink:href)="[^"]*"|url\([^)]*\)' "$1" |
        sed -E 's/^[a-z:]+="(.*)"$/\1/; s/^url\((.*)\)$/\1/'
}
for page in book/*.html; do
    references "$page" | sort -u | while read -r target; do
        case $target in
        *:*) echo "$page leaves the folder: $target" ;;
        '#'*) grep -q "id=\"${target#?}\"" "$page" || echo "$page: no $target" ;;
        atlas.pdf*) ;;
        *'#'*) grep -q "id=\"${target#*#}\"" "book/${target%%#*}" || echo "$page: no $target" ;;
        *) test -f "book/$target" || echo "$page: no $target" ;;
        esac
    done
    grep -oE ' id="[^"]*"' "$page" | sort | uniq -d | sed "s|^|$page: twice|"
done >faults
is "every link and reference resolves; no id stands twice" "$(cat faults)" ""
is "no scripts" "$(grep -lE '<script|javascript:| on[a-z]+=' book/*)" ""
missing=$(while read -r key; do
    grep -q "href=\"$key.html\"" book/index.html || echo "$key"
done <keys)
is "the index leads to each page" "$missing" ""
has "a page has its figures" "$(cat book/relu.html)" 'id="relu-slopes'
has "which have names" "$(cat book/relu.html)" '>ReLU, first and second derivative</title>'
has "a page has mathematics" "$(cat book/relu.html)" "<math"
has "and facts" "$(cat book/relu.html)" '<tr><th scope="row">range of f′</th><td>[0, 1]'
has "with signs of print" "$(cat book/relu.html)" '<td>kink at x = 0, f′ 0 to 1, taken 0</td>'
has "a wave's zeros are those near 0" "$(cat book/sinc.html)" \
    '<th scope="row">zeros</th><td>x = −9.42477796076938; x = −6.28318530717959; '
has "there are related records" "$(cat book/relu.html)" '<a href="leaky_relu.html">Leaky ReLU</a>: '

if command -v pdfinfo >/dev/null; then
    pages=$(pdfinfo book/atlas.pdf | sed -n 's/^Pages: *//p')
    pdftotext -layout book/atlas.pdf text
    index=$(tr '\f' '\n' <text | grep -c 'Atlas of activation functions.* [0-9]*$')
    is "each page has its foot line" "$index" "$pages"
    ok "a page for each record, after at least one of index" test "$pages" -gt "$count"
    ok "and at most five of index" test "$pages" -le $((count + 5))
    # The title of a record's page begins it.
    awk -v RS='\f' '{ sub(/^[ \n]*/, ""); sub(/  .*/, ""); sub(/\n.*/, ""); print }' text |
        grep . | tail -n "$count" >titles
    "$ACTPLOT" list activations --format json |
        sed -n 's/.*"label": *"\(\([^"\\]\|\\.\)*\)".*/\1/p' >labels
    same "the pages stand in the catalogue's order, each under its name" titles labels
else
    skip "what readers find in the PDF" "poppler's tools are missing"
fi
if command -v qpdf >/dev/null; then
    ok "the PDF is sound" qpdf --check book/atlas.pdf
    qpdf --qdf --object-streams=disable book/atlas.pdf plain.pdf
    families=$("$ACTPLOT" list activations --format csv | sed 1d | cut -d, -f3 | uniq | wc -l)
    is "the outline: the index, families, records" \
        "$(grep -a -c '^ */Title ' plain.pdf)" "$((1 + 1 + families + count))"
else
    skip "the outline" "qpdf is missing"
fi

run env TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 "$ACTPLOT" atlas --to again
ok "the same bytes again, in German" diff -r book again

run "$ACTPLOT" atlas ReLU6 nn.GELU --to two
is "two of them: status 0" "$status" 0
is "two of them, in the catalogue's order" "$(ls two | tr '\n' ' ')" \
    "atlas.css atlas.pdf gelu.html index.html relu6.html "
has "with a way from one to the other" "$(cat two/relu6.html)" 'rel="next" href="gelu.html"'
run "$ACTPLOT" atlas rleu6 --to none
is "an unknown name: status 2" "$status" 2
has "an unknown name is named" "$err" "the catalogue has no 'rleu6'"
ok "and nothing is made" test ! -e none

echo >file
run "$ACTPLOT" atlas relu --to file
is "a file in the folder's place: status 1" "$status" 1
has "a file in the folder's place is named" "$err" "cannot make folder 'file'"
mkdir -p full/index.html
run "$ACTPLOT" atlas relu --to full
is "a page that cannot be written: status 1" "$status" 1
has "a page that cannot be written is named" "$err" "cannot write 'full/index.html'"
finish
