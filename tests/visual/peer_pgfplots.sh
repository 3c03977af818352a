#!/bin/sh
# peer_pgfplots.sh TABLE OUT TITLE X Y SCALE - the table's curves, at pgfplots' defaults.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk -F '\t' -v title="$3" -v x="$4" -v y="$5" -v scale="$6" '
    function tex(text) {
        gsub(/α/, "$\\alpha$", text)
        gsub(/β/, "$\\beta$", text)
        gsub(/″/, "$\x27\x27$", text)
        gsub(/′/, "$\x27$", text)
        return text
    }
    {
        key = $1 SUBSEP $2
        if (!(key in seen)) { seen[key] = 1; order[++count] = key; panel[count] = $1; name[count] = $2 }
        if (key in last && last[key] != $3) data[key] = data[key] "nan nan\n"
        last[key] = $3
        data[key] = data[key] $4 " " $5 "\n"
        if ($1 > panels) panels = $1
    }
    END {
        print "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}"
        print "\\usepackage[paperwidth=345bp,paperheight=230bp,margin=0bp]{geometry}"
        print "\\usepackage{pgfplots}\\pgfplotsset{compat=1.18}\\pagestyle{empty}\\parindent0pt"
        print "\\begin{document}\\vspace*{\\fill}\\centering"
        for (p = 1; p <= panels; p++) {
            print "\\begin{tikzpicture}\\begin{axis}[unbounded coords=jump,no markers,"
            printf "title={%s},xlabel={%s},ylabel={%s}", tex(panels > 1 ? "" : title), tex(x), tex(y)
            if (panels > 1) printf ",width=165bp"
            if (scale == "log") printf ",ymode=log,ymin=1e-8,ymax=1e-2"
            print "]"
            for (i = 1; i <= count; i++) if (panel[i] == p) {
                printf "\\addplot table {\n%s};\n\\addlegendentry{%s}\n", data[order[i]], tex(name[i])
            }
            print "\\end{axis}\\end{tikzpicture}"
        }
        print "\\vspace*{\\fill}\\end{document}"
    }' "$1" >"$folder/figure.tex"
(cd "$folder" && pdflatex -interaction=batchmode figure.tex >/dev/null)
pdftoppm -png -singlefile -r 100 "$folder/figure.pdf" "${2%.png}"
