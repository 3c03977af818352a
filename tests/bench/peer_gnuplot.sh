#!/bin/sh
# peer_gnuplot.sh - writes the article's figure as a gnuplot script of a person's own.
# Use: peer_gnuplot.sh TERMINAL ENDING COUNT FOLDER >script; COUNT figures in one process.
case $1 in
pdfcairo) size=10in,6in ;;
*) size=1000,600 ;;
esac
cat <<END
set terminal $1 size $size font 'DejaVu Sans,12'
set encoding utf8
set samples 1000
set xrange [-5:5]
set yrange [-1.5:5]
set xlabel 'x'
set ylabel 'f(x)'
set title 'ReLU vs Leaky ReLU vs PReLU' font ',14'
set grid dashtype 2
set key left top
END
i=0
while [ "$i" -lt "$3" ]; do
    cat <<END
alpha = 0.25 + 0.005 * $i
set output '$4/gnuplot-$i.$2'
plot x > 0 ? x : 0 title 'ReLU' lc rgb 'blue' lw 2, \\
     x > 0 ? x : 0.1*x title 'Leaky ReLU (α=0.1)' lc rgb '#008000' lw 2, \\
     x > 0 ? x : alpha*x title sprintf('PReLU (α=%g)', alpha) lc rgb 'red' lw 2
END
    i=$((i + 1))
done
