#!/bin/sh
# peer_gnuplot.sh TABLE OUT TITLE X Y SCALE - the table's curves, at gnuplot's defaults.
set -eu
awk -F '\t' -v out="$2" -v title="$3" -v x="$4" -v y="$5" -v scale="$6" '
    {
        key = $1 SUBSEP $2
        if (!(key in seen)) { seen[key] = 1; order[++count] = key; panel[count] = $1; name[count] = $2 }
        if (key in last && last[key] != $3) data[key] = data[key] "\n"
        last[key] = $3
        data[key] = data[key] $4 " " $5 "\n"
        if ($1 > panels) panels = $1
    }
    END {
        print "set encoding utf8"
        printf "set terminal pngcairo size 480,320\nset output \"%s\"\n", out
        for (i = 1; i <= count; i++) printf "$d%d << EOD\n%sEOD\n", i, data[order[i]]
        printf "set xlabel \"%s\"\nset ylabel \"%s\"\n", x, y
        if (scale == "log") print "set logscale y\nset yrange [1e-8:1e-2]"
        if (panels > 1) printf "set multiplot layout 1,%d title \"%s\"\n", panels, title
        else printf "set title \"%s\"\n", title
        for (p = 1; p <= panels; p++) {
            before = "plot "
            for (i = 1; i <= count; i++) if (panel[i] == p) {
                printf "%s$d%d with lines title \"%s\"", before, i, name[i]
                before = ", "
            }
            print ""
        }
    }' "$1" | gnuplot
