#!/bin/sh
# sheet.sh ACTPLOT SOURCE OUT - the same eight figures by actplot and by other programs, at
# their defaults, as OUT/sheet.html and OUT/sheet.png. What is not installed is left out.
set -eu
actplot=$1 source=$2 out=$3
here=$source/tests/visual
python=${PYTHON:-$(command -v /usr/bin/python3 || command -v python3)}
vega=${VEGA_MODULES:-tests/backend/vega}
mkdir -p "$out"
out=$(cd "$out" && pwd)

# Each program, as the heading of its column.
draw() {
    case $1 in
    actplot) "$actplot" render -q "$here/figures/$2.yaml" --dpi 100 -o "$out/$2-$1.png" ;;
    matplotlib) "$python" "$here/peer_matplotlib.py" "$table" "$out/$2-$1.png" "$3" "$4" "$5" "$6" ;;
    ggplot2) Rscript "$here/peer_ggplot2.R" "$table" "$out/$2-$1.png" "$3" "$4" "$5" "$6" ;;
    gnuplot) sh "$here/peer_gnuplot.sh" "$table" "$out/$2-$1.png" "$3" "$4" "$5" "$6" ;;
    pgfplots) sh "$here/peer_pgfplots.sh" "$table" "$out/$2-$1.png" "$3" "$4" "$5" "$6" ;;
    vega-lite)
        cp "$here/peer_vega.mjs" "$vega/" && node "$vega/peer_vega.mjs" "$table" "$out/$2-$1.svg" "$3" "$4" "$5" "$6" &&
            rsvg-convert "$out/$2-$1.svg" -o "$out/$2-$1.png" && rm "$out/$2-$1.svg"
        ;;
    esac
}

programs='actplot matplotlib ggplot2 gnuplot pgfplots vega-lite'
table=$out/table
{
    echo '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Side by side</title>'
    echo '<style>body{font:14px sans-serif;background:#ddd}img{width:360px;background:white}</style>'
    echo '<table><tr>'
    for program in $programs; do echo "<th>$program"; done
} >"$out/sheet.html"
while IFS='|' read -r name title x y scale; do
    "$actplot" render -q "$here/figures/$name.yaml" --format csv -o - | awk -f "$here/read.awk" >"$table"
    echo '<tr>' >>"$out/sheet.html"
    for program in $programs; do
        rm -f "$out/$name-$program.png"
        draw "$program" "$name" "$title" "$x" "$y" "$scale" >"$out/log" 2>&1 ||
            { echo "sheet: no $program for $name: $(tail -n 1 "$out/log")" >&2; continue; }
        echo "<td><img src=\"$name-$program.png\" alt=\"$name by $program\">" >>"$out/sheet.html"
    done
done <"$here/figures.txt"
echo '</table></html>' >>"$out/sheet.html"
rm -f "$table" "$out/log"
if command -v montage >/dev/null; then
    set --
    while IFS='|' read -r name _; do
        for program in $programs; do
            [ -f "$out/$name-$program.png" ] && set -- "$@" "$out/$name-$program.png"
        done
    done <"$here/figures.txt"
    montage "$@" -tile 6x -geometry 400x270+4+4 -background '#ddd' "$out/sheet.png"
fi
echo "$out/sheet.html"
