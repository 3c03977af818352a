#!/bin/sh
# manual.sh - the examples of the manual pages work as they stand there.
#
# Those of actplot(1) are the commands' own; examples.sh runs them.
. "${srcdir:-.}/tests/tap.sh"

# blocks PAGE: each example of a page's source into a file of its own, as a reader sees it.
blocks() {
    sed -e 's/\\-/-/g' -e "s/\\\\(aq/'/g" -e 's/\\\[u2032\]/′/g' -e 's/\\e/\\/g' "$srcdir/doc/$1.in" |
        awk -v folder="$work" '/^\.EX$/ { inside = 1; count++; next }
            /^\.EE$/ { inside = 0 }
            inside { print > (folder "/" count ".example") }'
}

blocks actplot-figure.5
is "figure pages have examples" "$(ls "$work"/*.example | wc -l)" 10
for example in "$work"/*.example; do
    cp "$example" "$work/figure.yaml"
    run "$ACTPLOT" render "$work/figure.yaml" --to "$work" --format svg,png
    is "$(head -n 1 "$example")" "$status:$err" "0:"
done

rm "$work"/*.example
blocks actplot-formula.7
sed 's/   */\n/g' "$work/1.example" >"$work/formulas"
is "formula pages have examples" "$(wc -l <"$work/formulas")" 6
while read -r formula; do
    run "$ACTPLOT" eval --at=1 -- "$formula"
    is "$formula" "$status:$err" "0:"
done <"$work/formulas"
is "2^3^2" "$("$ACTPLOT" eval "2^3^2" --at=0 --format=csv | sed 1d)" "0,512"
is "-x^2 at 3" "$("$ACTPLOT" eval --at=3 --format=csv -- "-x^2" | sed 1d)" "3,-9"
is "nested choices" "$("$ACTPLOT" eval "x > 0 ? 1 : x > -1 ? 2 : 3" --at=-0.5 --at=-2 --format=csv |
    sed 1d | tr '\n' ' ')" "-0.5,2 -2,3 "
finish
