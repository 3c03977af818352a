#!/bin/sh
# gallery.sh - the gallery of two figures: its links lead somewhere, its folder is whole.
. "${srcdir:-.}/tests/tap.sh"
make_gallery="$srcdir/doc/make-gallery"

# gallery FOLDER NAME...: builds one.
gallery() {
    folder=$1
    shift
    mkdir -p "$folder"
    sh "$make_gallery" "$ACTPLOT" "$srcdir/plots" "$srcdir/doc/gallery.txt" "$folder" "$@"
}

# links PAGE: what it leads to or shows, each from the page's folder.
links() {
    grep -o '\(href\|src\)="[^"]*"' "$1" | sed 's/^[a-z]*="//; s/"$//'
}

# lead PAGE: each link is a file of some size, or a place on the page.
lead() {
    links "$1" | while read -r link; do
        case $link in
        '#'*) grep -q "id=\"${link#?}\"" "$1" ;;
        *) test -s "$(dirname "$1")/$link" ;;
        esac || echo "$link"
    done
}

run gallery "$work/out" kinks typeset
is "it is built without a word" "$status|$out|$err" "0||"
for page in "$work/out/gallery.html" "$work/out/gallery/index.html"; do
    name=$(basename "$page")
    is "$name: every link leads somewhere" "$(lead "$page")" ""
    is "$name: a picture, nine formats and a source each, two chapters" \
        "$(links "$page" | wc -l | tr -d ' ')" "$((2 * (2 + 9 + 1) + 2))"
done
if command -v xmllint >/dev/null; then
    run xmllint --html --noout "$work/out/gallery/index.html"
    # It knows no elements of HTML 5.
    is "its page is sound" "$(echo "$err" | grep error | grep -v 'Tag [a-z]* invalid')" ""
else
    skip "its page is sound" "xmllint is missing"
fi
page=$(cat "$work/out/gallery/index.html")
has "a title as plain text" "$page" "<h3>Kinks, close up</h3>"
has "a sentence" "$page" "<p>Kinks and jumps under the microscope.</p>"
has "the source, word for word" "$page" "label: '\$\\Phi(x)\$'"
has "what a format leaves out" "$page" "without the insets"
not "no path of this machine" grep -q "$work\|$srcdir/" "$work/out/gallery/index.html"
cp -r "$work/out/gallery" "$work/away"
ok "the folder's own figures can be drawn again" \
    "$ACTPLOT" render -q "$work/away/kinks.yaml" --to "$work/again"
same "to the same picture" "$work/away/kinks.png" "$work/again/kinks.png"

run gallery "$work/none" no-such-figure
is "a figure that is not there" "$status" 1

sh "$srcdir/plots/data/poster.sh" "$ACTPLOT" >"$work/poster.yaml"
same "the poster is the catalogue's" "$work/poster.yaml" "$srcdir/plots/poster.yaml"
finish
