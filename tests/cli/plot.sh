#!/bin/sh
# plot.sh - the command plot: formats, where it writes, what it refuses.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

run "$ACTPLOT" plot relu gelu silu -o gates.png
is "PNG: status 0" "$status" 0
is "PNG: silent" "$out$err" ""
is "PNG: signature" "$(head -c 4 gates.png | tr -d '\211')" PNG
run "$ACTPLOT" plot tanh "tanh'" "tanh''" --range=-4:4 -o tanh.svg
is "SVG: status 0" "$status" 0
has "SVG: its root" "$(cat tanh.svg)" "<svg"
run "$ACTPLOT" plot "x*tanh(log1p(exp(x)))" mish -o same.pdf
is "PDF: status 0" "$status" 0
is "PDF: signature" "$(head -c 5 same.pdf)" %PDF-
run "$ACTPLOT" plot prelu --vary alpha=0,0.1,0.25,0.5 --derivative -o prelu.gp
is "gnuplot script: status 0" "$status" 0
if command -v gnuplot >/dev/null 2>&1; then
    ok "gnuplot runs it" gnuplot prelu.gp
    ok "and writes the picture that is named after it" test -s prelu.png
else
    skip "gnuplot runs it" "gnuplot is not installed"
fi
run "$ACTPLOT" plot relu -o relu.csv
is "CSV: status 0" "$status" 0

run "$ACTPLOT" plot $(seq -f 'tanh(%g*x/10)' 40) -o forty.png
is "forty curves: a legend, smaller" "$status$out$err" 0

"$ACTPLOT" plot relu gelu silu >gates.svg
"$ACTPLOT" plot relu gelu silu -o - >dash.svg
same "no -o is SVG on standard output, as -o -" gates.svg dash.svg
"$ACTPLOT" plot relu --format=png -o picture.dat
is "--format wins over the ending" "$(head -c 4 picture.dat | tr -d '\211')" PNG
"$ACTPLOT" plot relu --format=PNG -o picture.dat
is "--format in capitals" "$(head -c 4 picture.dat | tr -d '\211')" PNG
"$ACTPLOT" plot relu -o RELU.PNG
is "an ending in capitals" "$(head -c 4 RELU.PNG | tr -d '\211')" PNG
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    script -qec "'$ACTPLOT' plot relu" /dev/null >terminal.out 2>&1 </dev/null
    is "on a terminal: status 0" "$?" 0
    has "on a terminal: the figure itself" "$(cat terminal.out)" "┤"
    script -qec "'$ACTPLOT' plot relu --format png" /dev/null >terminal.out 2>&1 </dev/null
    is "no png on a terminal: status 2" "$?" 2
    has "no png on a terminal: a hint" "$(cat terminal.out)" "say where to, with -o FILE"
else
    skip "on a terminal" "there is no terminal to be had"
fi

"$ACTPLOT" plot relu gelu --title 'Two: "gates"' --range -4:4 --legend none \
    --color "blue,#008000" --x-ticks=pi --size '12 cm, 8 cm' -o direct.svg
"$ACTPLOT" plot relu gelu --title 'Two: "gates"' --range -4:4 --legend none \
    --color "blue,#008000" --x-ticks=pi --size '12 cm, 8 cm' -o direct.yaml
ok "the figure file renders" "$ACTPLOT" render direct.yaml -o again.svg
sed 's/again/direct/g' again.svg >renamed.svg
same "to the same picture" direct.svg renamed.svg

for format in png svg pdf gp csv; do
    "$ACTPLOT" plot prelu "step'" step --derivative -o first.$format
    mv first.$format expected.$format
    for environment in LC_ALL=C.UTF-8 LC_ALL=de_DE.UTF-8 LC_ALL=tr_TR.UTF-8 \
        TZ=Asia/Tokyo COLUMNS=20; do
        env "$environment" "$ACTPLOT" plot prelu "step'" step --derivative -o first.$format
        same "$format: the same bytes with $environment" expected.$format first.$format
    done
done

run "$ACTPLOT" plot prelu relu "x*x" --vary alpha=0,1 -d --y-range=-1:2*pi --label P --format yaml
is "the figure file that options stand for" "$out" "$(cat <<'END'
columns: 2
panels:
  - title: "f(x)"
    y:
      label: ""
      range: [-1, 6.283185307179586]
    curves:
      - plot: "prelu"
        label: "P"
        vary: {"alpha": ["0", "1"]}
      - plot: "relu"
      - plot: "x*x"
  - title: "f′(x)"
    y:
      label: ""
    curves:
      - plot: "prelu'"
        vary: {"alpha": ["0", "1"]}
      - plot: "relu'"
      - plot: "(x*x)'"
END
)"
run "$ACTPLOT" plot prelu relu --vary alpha=0,1 --palette blues --dash "3 pt,1 pt" -o blues.svg
is "a palette beside a curve that is no family" "$status$err" 0
run "$ACTPLOT" plot -o negative.svg -- -x
is "a formula with a minus after --" "$status" 0
run "$ACTPLOT" plot relu --title "ReLU、Leaky ReLU 与 PReLU" -o chinese.svg
has "a Chinese title" "$(cat chinese.svg)" "与"

# refused STATUS MESSAGE ARGUMENTS...: and no file is made.
refused() {
    wanted_status=$1
    wanted=$2
    shift 2
    ls -A >before
    run "$ACTPLOT" plot "$@"
    ls -A >after
    is "status of: plot $*" "$status" "$wanted_status"
    has "message of: plot $*" "$err" "$wanted"
    is "standard output of: plot $*" "$out" ""
    same "files of: plot $*" before after
}
touch before after

refused 2 "a function's name or a formula is needed"
refused 2 "did you mean 'relu'" rleu -o x.png
refused 2 "  x + * 2
      ^" "x + * 2" -o x.png
refused 2 "names no format (png, " relu -o x.jpeg
refused 2 "there is no format 'jpeg', only png" relu --format=jpeg
refused 2 "--range must be LOW:HIGH" relu --range=3 -o x.png
refused 2 "--y-range must be" relu --y-range=a:b -o x.png
refused 2 "--legend must be " relu --legend=middle -o x.png
refused 2 "--theme: unknown theme 'nicest'" relu --theme=nicest -o x.png
refused 2 "--size: " relu --size=10,6 -o x.png
refused 2 "did you mean 'blue'" relu --color=bluue -o x.png
refused 2 "--color has 2 colours for 1 formula" relu --color=red,blue -o x.png
refused 2 "--palette goes with --vary" relu --palette=blues -o x.png
refused 2 "--vary must be NAME=VALUE" relu --vary=alpha -o x.png
refused 2 "parameter 'alfa' (did you mean 'alpha'?)" prelu relu --vary=alfa=1 -o x.png
refused 2 "'gates.png' is no formula (write -o gates.png)" relu gates.png
refused 2 "--size must be WIDTH,HEIGHT" relu --size=1000x600 -o x.png
refused 2 "--label is given 2 times for 1 formula" relu --label=a --label=b -o x.png
refused 2 "--vary must be a number" prelu --vary=alpha=a -o x.png
refused 2 "--samples must be " relu --samples=-3 -o x.png
refused 2 "--dpi must be within" relu --dpi=1 -o x.png
refused 2 "--compression must be within" relu --compression=10 -o x.png
refused 2 "--text must be one of" relu --text=curves -o x.svg
refused 2 "--terminal must be pngcairo | svg" relu --terminal=x11 -o x.gp
refused 2 "--grid or --no-grid" relu --grid --no-grid -o x.png
refused 1 "cannot write 'no/such/folder/x.png': No such file or directory" \
    relu -o no/such/folder/x.png
finish
