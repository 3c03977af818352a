#!/bin/sh
# render.sh - the command render: names, folders, order, threads.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

echo 'curves: [relu]' >one.yaml
echo 'curves: [gelu, silu, mish]' >two.yaml
echo 'curves: [rleu]' >bad.yaml
echo 'curvs: [relu]' >worse.yaml

run "$ACTPLOT" render one.yaml two.yaml --to out/deep --format svg,png
is "two figures, two formats: status 0" "$status" 0
is "silent" "$out$err" ""
is "named after their files" "$(ls -x out/deep | tr -s ' ')" "one.png one.svg two.png two.svg"
run "$ACTPLOT" render two.yaml
ok "png in the current folder" test -s two.png
run "$ACTPLOT" render two.yaml -o here.pdf
is "-o by its ending" "$(head -c 5 here.pdf)" %PDF-
echo '{curves: [relu], lines: [{y: 1}]}' >lined.yaml
run "$ACTPLOT" render lined.yaml --format csv,svg
is "what a format cannot show: status 0" "$status" 0
is "what a format cannot show is said" "$err" \
    "lined.yaml: warning: csv shows it without the lines"
run "$ACTPLOT" render lined.yaml --format csv,svg -q
is "-q silences it" "$err" ""
run "$ACTPLOT" render two.yaml -o - --format svg
has "-o - is standard output" "$out" "<svg"

run "$ACTPLOT" render bad.yaml one.yaml worse.yaml missing.yaml --to mixed --format svg
is "faulty figures: status 2" "$status" 2
is "the others are drawn" "$(ls mixed)" one.svg
is "the faults come in the order of the files" \
    "$(printf '%s\n' "$err" | grep -oE '(bad|worse|missing)\.yaml' | uniq | tr '\n' ' ')" \
    "bad.yaml worse.yaml missing.yaml "
has "with line and column" "$err" "bad.yaml:1:10: "
has "did you mean" "$err" "worse.yaml:1:1: "
run "$ACTPLOT" render missing.yaml
is "a missing file: status 1" "$status" 1
is "a missing file is named once" "$err" \
    "cannot open 'missing.yaml': No such file or directory"

run sh -c '"$1" render - --to piped --format svg <two.yaml' - "$ACTPLOT"
is "- is standard input" "$status" 0
ok "and its picture is named so" test -s piped/stdin.svg

mkdir -p other
cp one.yaml other/one.yaml
run "$ACTPLOT" render one.yaml other/one.yaml --to clash
is "two of one name: status 2" "$status" 2
has "two of one name: said before anything is drawn" "$err" \
    "'one.yaml' and 'other/one.yaml' would be written to the same files"
ok "and nothing is made" test ! -e clash

for arguments in "" "one.yaml two.yaml -o x.png" "one.yaml -o x.png --to y" "one.yaml -j -1" \
    "one.yaml -j 65" "one.yaml --format png,jpeg" "one.yaml -o x.png --format png,svg" \
    "one.yaml -o x.jpeg" "one.yaml --form png"; do
    run "$ACTPLOT" render $arguments
    is "status of: render $arguments" "$status" 2
    has "message of: render $arguments" "$err" "actplot render: "
    ok "no file from: render $arguments" test ! -e x.png
done
run "$ACTPLOT" render one.yaml --to one.yaml
is "a file in the folder's place: status 1" "$status" 1
has "a file in the folder's place is named" "$err" "cannot make folder 'one.yaml'"

# The gallery, whatever the number of threads, the locale and the time zone.
figures=$(ls "$srcdir"/plots/*.yaml)
render() {
    folder=$1
    shift
    run env "$@" "$ACTPLOT" render $figures --to "$folder" --format png,svg,pdf,gp,csv -j "$jobs"
    is "the gallery with -j $jobs $*: status 0" "$status" 0
    is "the gallery with -j $jobs $*: nothing to say" \
        "$out$(printf '%s' "$err" | grep -v ' shows it without ')" ""
}
jobs=1
render first LC_ALL=C
jobs=2
render second TZ=Asia/Tokyo
jobs=7
render third LC_ALL=de_DE.UTF-8 TZ=America/New_York
ok "the same bytes from two threads, in Tokyo" diff -r first second
ok "the same bytes from seven threads, in German" diff -r first third
# What one figure leaves behind in a process is no other's concern.
run "$ACTPLOT" render -q $(ls -r "$srcdir"/plots/*.yaml) --to backwards --format svg,gp -j 1
for file in backwards/*; do
    cmp -s "$file" "first/${file#*/}" || echo "$file"
done >"$work/differing"
is "the same bytes in the other order" "$(cat "$work/differing")" ""
ok "every figure in five formats" test "$(ls first | wc -l)" -eq \
    "$(($(echo "$figures" | wc -l) * 5))"
# A file that is called like a function is still a file.
echo 'curves: [relu]' >"$work/leaky-relu"
ok "a file called leaky-relu" sh -c 'cd "$1" && "$2" render leaky-relu --to called --format svg' \
    - "$work" "$ACTPLOT"
# Both once read beyond a table: of colours, and of the corners of markers.
cat >"$work/levels.yaml" <<'YAML'
x: {range: [0.5, 2]}
y: {range: [0, 1]}
heatmap: {z: x^4 + y, scale: log, contours: [1, 0, -1]}
YAML
cat >"$work/unmarked.yaml" <<'YAML'
curves: [gelu]
marks: [{at: minimum, marker: none, label: lowest}]
YAML
ok "contours at and below 0 on a log scale" \
    "$ACTPLOT" render "$work/levels.yaml" -o "$work/levels.svg"
ok "a mark without a marker" \
    "$ACTPLOT" render "$work/unmarked.yaml" -o "$work/unmarked.svg"
finish
