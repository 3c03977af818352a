#!/bin/sh
# scripts.sh - formulas written as JavaScript and for gnuplot give the engine's values
# to 1e-12, for every function of the catalogue, slopes too.
. "${srcdir:-.}/tests/tap.sh"
maker=$builddir/tests/script/script-maker

if command -v node >/dev/null; then
    "$maker" javascript >"$work/catalogue.js"
    cp "$srcdir/tests/script/compare.js" "$work/"
    run node "$work/compare.js"
    is "JavaScript: no function differs" "$status|$out" "0|84 functions"
else
    skip "JavaScript" "node is missing"
fi

if command -v gnuplot >/dev/null; then
    "$maker" gnuplot >"$work/catalogue.gp"
    run sh -c 'cd "$1" && gnuplot catalogue.gp' sh "$work"
    is "gnuplot: takes every function" "$status|$out|$err" "0||"
    run awk -v limit=1e-12 '
        /^#/ || !NF { next }
        $3 != "i" && $2 * $2 == 0 { next } # gnuplot takes underflow for undefined
        $3 != "i" { print FILENAME ": " $0; next }
        { seen++; wanted = $2 + 0; error = $1 - wanted; if (error < 0) error = -error
          size = wanted < 0 ? -wanted : wanted; if (size < 1) size = 1
          if (!(error <= limit * size)) print FILENAME ": " $1 " for " $2 }
        END { if (seen < 30000) print "only " seen " points" }' "$work"/*.table
    is "gnuplot: no function differs" "$status|$out|$err" "0||"
else
    skip "gnuplot" "gnuplot is missing"
fi
finish
