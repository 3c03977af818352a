# made
# drawn by actplot for gnuplot 5.4; sizes are in points
set encoding utf8
set terminal pngcairo enhanced size 1000,417 rounded fontscale 1.0417 linewidth 1.3889 pointscale 1.3889 font "DejaVu Sans,9.5" background rgb "#ffffff"
set output "two.png"

# ReLU
$curve_1 << EOD
-5 -0
0 0
5 5
EOD
# Leaky, "ReLU"
$curve_2 << EOD
-5 -0.5
0 0
5 5
EOD
# jump
$curve_3 << EOD
-5 0.1
0 0.1

0 1
5 0.3333333333333333
EOD
$open_3 << EOD
0 1
EOD
$taken_3 << EOD
0 0.1
EOD

set multiplot

set label "{/:Bold Two \\& more}\n{/:Bold panels}" at screen 0.0139, screen 0.9452 left front font ",14" tc rgb "#212121"
set label "made by hand" at screen 0.0139, screen 0.8275 left front font ",11" tc rgb "#666666"
set lmargin at screen 0.0765; set rmargin at screen 0.4565
set tmargin at screen 0.7156; set bmargin at screen 0.1372
set border 3 behind lw 0.8 lc rgb "#4d4d4d"
set xrange [-5:5]
set xtics out nomirror offset 0,0.35 scale 0.9043,0.4974 tc rgb "#212121" ("−5.00" -5, "−2.50" -2.5, "0.00" 0, "2.50" 2.5, "5.00" 5)
set xlabel "x" font ",11" tc rgb "#212121" offset 0,0.7
set yrange [-1.5:5]
set ytics out nomirror offset 0.6,0 scale 0.9043,0.4974 tc rgb "#212121" ("0.00" 0, "2.50" 2.5, "5.00" 5)
set ylabel "f(x)" font ",11" tc rgb "#212121"
set grid xtics ytics back lt 1 lw 0.6 lc rgb "#e6e6e6"
set key at screen 0.1626, screen 0.6291 center center Left reverse noautotitle samplen 2.5 spacing 1.25 width -0.69 font ",10" tc rgb "#212121" opaque fc rgb "#26ffffff" box lw 0.8 lc rgb "#cccccc"
set label "{/:Bold f_{1}(x)}" at screen 0.0765, screen 0.7564 left front font ",11.55" tc rgb "#212121"
set arrow from graph 0, first 1 rto graph 1, 0 nohead back lw 0.8 lc rgb "#808080"
set arrow from first 0, graph 0 rto graph 0, 1 nohead back lw 0.8 lc rgb "#808080"
set label "kink" at screen 0.2429, screen 0.3269 center front font ",9.5" tc rgb "#212121"
set arrow from screen 0.2521, screen 0.3051 to screen 0.2665, screen 0.2707 front filled size screen 0.0063,22,90 lw 0.8 lc rgb "#666666"
set label "one" at screen 0.4417, screen 0.3814 center front font ",8.74" tc rgb "#666666"
plot $curve_1 with lines lw 2 lc rgb "#1f78b5" dt (8,10) title "ReLU", \
     $curve_2 with lines lw 2 lc rgb "#d95e03" title "Leaky, \"ReLU\""

reset
set lmargin at screen 0.5165; set rmargin at screen 0.8965
set tmargin at screen 0.7156; set bmargin at screen 0.1372
set border 3 behind lw 0.8 lc rgb "#4d4d4d"
set xrange [-5:5]
set xtics out nomirror offset 0,0.35 scale 0.9043,0.4974 tc rgb "#212121" ("−5.00" -5, "−2.50" -2.5, "0.00" 0, "2.50" 2.5, "5.00" 5)
set xlabel "x" font ",11" tc rgb "#212121" offset 0,0.7
set logscale y
set yrange [0.01:10]
set ytics out nomirror offset 0.6,0 scale 0.9043,0.4974 tc rgb "#212121" ("" 0, "" 2.5, "" 5)
set grid xtics ytics back lt 1 lw 0.6 lc rgb "#e6e6e6"
unset key
set arrow from screen 0.9139, screen 0.6983 to screen 0.943, screen 0.6983 nohead front lw 2 lc rgb "#1f78b5"
set label "jump" at screen 0.9514, screen 0.6983 left front font ",10" tc rgb "#212121"
set label "here" at screen 0.7519, screen 0.5228 center front font ",9.5" tc rgb "#212121"
set arrow from screen 0.7343, screen 0.5228 to screen 0.7065, screen 0.5228 front filled size screen 0.0063,22,90 lw 0.8 lc rgb "#666666"
plot $curve_3 with lines lw 2 lc rgb "#1f78b5" notitle, \
     $open_3 with points pt 7 ps 0.775 lw 1.35 lc rgb "#ffffff" notitle, \
     $open_3 with points pt 6 ps 0.775 lw 1.35 lc rgb "#1f78b5" notitle, \
     $taken_3 with points pt 7 ps 0.775 lw 1.35 lc rgb "#1f78b5" notitle

unset multiplot
