#!/bin/sh
# data.sh - figures from files of data: faults, dependencies, memory, formats.
. "${srcdir:-.}/tests/tap.sh"
mkdir -p "$work/figures/data" && cd "$work" || exit 99

printf 'epoch,loss,low,high\n1,3,2,4\n2,2,1,3\n3,1,0.5,2\n' >figures/data/loss.csv
echo 'curves: [{data: data/loss.csv, band: [low, high]}]' >figures/loss.yaml
run "$ACTPLOT" render figures/loss.yaml --to out --format png,svg,csv,data.json
is "files are named from the figure's folder" "$status$err" 0
is "the band is a column of csv" "$(sed -n 1p out/loss.csv)" "curve,piece,x,f,low,high"
is "the line comes first" "$(sed -n 2p out/loss.csv)" "loss,1,1,3,,"
ok "data.json is JSON with the curve" sh -c 'python3 -c "
import json
series = json.load(open(\"out/loss.data.json\"))[\"panels\"][0][\"series\"][0]
assert series[\"x\"] == [1, 2, 3] and series[\"band\"][\"high\"] == [4, 3, 2]"'
run "$ACTPLOT" render figures/loss.yaml -o out/other.data.json
same "the ending .data.json says the format" out/loss.data.json out/other.data.json

run "$ACTPLOT" render --deps loss.d figures/loss.yaml --to out
has "data are among what a figure is made from" "$(cat loss.d)" "figures/data/loss.csv"

sed -i 's/^3,1/3,one/' figures/data/loss.csv
run "$ACTPLOT" check figures/loss.yaml
is "a word among the numbers: status 2" "$status" 2
is "a word among the numbers: its place" "$err" \
    "figures/loss.yaml: figures/data/loss.csv:4:3: 'one' is not a number in column 'loss'
  3,one,0.5,2
    ^~~"
rm figures/data/loss.csv
run "$ACTPLOT" render figures/loss.yaml -o out/none.png
is "a missing file: status 1" "$status" 1
is "a missing file: its place" "$err" \
    "figures/loss.yaml:1:17: cannot open 'figures/data/loss.csv': No such file or directory
  curves: [{data: data/loss.csv, band: [low, high]}]
                  ^~~~~~~~~~~~~"
ok "a missing file: nothing is written" test ! -e out/none.png

# x and f of a million points, 16 MB, in less memory than the file has bytes: what the
# program takes for a figure of one formula is what it takes here, nearly.
"$ACTPLOT" eval 'sin(1e9*x^2)' --range=0:1 --samples=1000000 --format binary >large.f64
echo 'curves: [{data: large.f64, columns: 2}]' >large.yaml
run "$ACTPLOT" render large.yaml -o out/large.svg
is "a million points" "$status$err" 0
ok "become a small picture" test "$(wc -c <out/large.svg)" -lt 60000
echo 'curves: [{data: large.f64, columns: 2, style: points, size: 1 pt}]' >cloud.yaml
run "$ACTPLOT" render cloud.yaml -o out/cloud.svg
is "a million markers" "$status$err" 0
ok "become a picture of no million items" test "$(wc -c <out/cloud.svg)" -lt 2000000
finish
