#!/bin/sh
# write-figure.sh - every switch of plot is a key of the figure file that it writes.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99
mkdir figures again
cp "$srcdir/plots/own/functions.yaml" own.yaml
printf 'base: paper\nline_width: 3 pt\n' >mine.yaml
touch tested

# draws FORMAT ARGUMENTS...: the figure file draws the same bytes.
draws() {
    format=$1
    shift
    rm -f picture.* again/* figures/*
    run "$ACTPLOT" plot -q -o "picture.$format" --write-figure figures/picture.yaml "$@"
    is "plot $*" "$status$out$err" 0
    run "$ACTPLOT" render -q figures/picture.yaml --to again --format "$format"
    is "its figure file: $*" "$status$out$err" 0
    same "draws the same $format: $*" "picture.$format" "again/picture.$format"
    printf '%s\n' "$@" | sed -n 's/^--\([a-z-]*\).*/\1/p' >>tested
}

draws png relu gelu silu
draws svg relu "x*tanh(x)" --title='a "title": with \ # signs' --subtitle="two
lines" --description=D
draws png tanh "tanh'" --range=-2*pi:2*pi --y-range=-1:1.5 --x-ticks=pi --y-ticks=-1,0,1
draws svg exp --x-scale=linear --y-scale=log --x-label=time --y-label="" --grid
draws gp relu step --at-jump=gap --legend=top-left --overlap=over --no-grid
draws png prelu relu "x*x" --vary=alpha=0,0.1,0.25 --palette=plasma --derivative
draws tex prelu --vary=alpha=0,1 --derivative --y-range=-1:3 --label=P
draws png relu gelu --color=red,#00f080 --width="1 mm" "--dash=4 pt,2 pt" --label=A --label=B
draws csv "sin(1/x)" --samples=1000
draws png relu --theme=mine.yaml "--size=8 cm,5 cm" --dpi=50
draws png relu --theme=paper --set=title=Set --set=curves.1.color=green --set=x.range=:3
draws png gelu hinge --catalogue=own.yaml --framework=jax
draws json relu gelu --legend=outside --x-ticks=4
draws png --experiment=iteration
draws svg "x/2" "--experiment={run: iteration, steps: 4, # five points
  functions: [{plot: 'tanh', label: T}, \"leaky_relu(alpha=0.1)\"]}" --label=half
draws png -- -x "x < 0 ? 0 : x"
draws png relu gelu --scale=2 --compression=9
draws svg relu --text=outlines
draws svg relu gelu --dark=mine.yaml
draws gp relu gelu --terminal=cairolatex --data=files
has "its points in files beside it, too" "$(ls again)" picture-
draws gp relu gelu --functions
draws term relu --terminal=blocks

# A name alone, and in the folder where it is drawn.
run "$ACTPLOT" plot relu --write-figure alone.yaml
is "without -o only the figure file is written" "$status$out$err" 0
is "and it is short" "$(cat alone.yaml)" 'curves:
  - plot: "relu"'
run "$ACTPLOT" plot rleu --write-figure faulty.yaml
is "of a fault no file is made" "$status$(ls faulty.yaml 2>/dev/null)" 2
run "$ACTPLOT" plot relu --theme=mine.yaml --write-figure here.yaml
has "a file beside it is named as it was" "$(cat here.yaml)" 'theme: "mine.yaml"'
run "$ACTPLOT" plot relu --theme=mine.yaml --write-figure figures/there.yaml
has "a file elsewhere by its way" "$(cat figures/there.yaml)" 'theme: "../mine.yaml"'

for option in $("$ACTPLOT" help plot | sed -n 's/^  .*--\([a-z-]*\).*/\1/p'); do
    case $option in
    output | format | write-figure | json-errors | quiet | help) ;;
    *) ok "--$option is tested" grep -qx -- "$option" tested ;;
    esac
done

# The command line comes first; a dark theme's file is one that the figure is made from.
cp mine.yaml figures/mine.yaml
printf 'output: {scale: 2, dark: mine.yaml}\ncurves: [relu]\n' >figures/first.yaml
run "$ACTPLOT" render -q figures/first.yaml --to again --format png,svg --deps again/first.d
is "a figure says how its formats are written" "$status$out$err" 0
"$ACTPLOT" plot relu --scale=2 -o first.png
same "twice as fine" first.png again/first.png
has "with a dark picture" "$(cat again/first.svg)" prefers-color-scheme
has "which depends on its theme" "$(cat again/first.d)" figures/mine.yaml
run "$ACTPLOT" render -q figures/first.yaml --to again --scale=1
"$ACTPLOT" plot relu -o first.png
same "unless the command line says another thing" first.png again/first.png
finish
