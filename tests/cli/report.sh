#!/bin/sh
# report.sh - the example report builds, by make and by CMake, and draws what changed.
. "${srcdir:-.}/tests/tap.sh"
cp -R "$srcdir/examples/report" "$work/report"
chmod -R u+w "$work/report"
cd "$work/report" || exit 99
mkdir "$work/bin"
ln -s "$ACTPLOT" "$work/bin/actplot"
PATH=$work/bin:$PATH
# Not the flags of the make that runs the tests.
unset MAKEFLAGS MAKELEVEL MFLAGS

run "$ACTPLOT" check figures/*.yaml
is "its figures are good" "$status$err" 0
for picture in $(sed -n 's/.*(build\/\(.*\)\.svg)/\1/p' page.md) \
    $(sed -n 's/.*includegraphics{\(.*\)}/\1/p' report.tex); do
    ok "there is a figure $picture" test -f "figures/$picture.yaml"
done

# touch_later FILE...: not within the tick of the clock in which something was drawn.
touch_later() {
    sleep 0.05
    touch "$@"
}

# quiet NAME COMMAND...: it succeeds, and out has what it says.
quiet() {
    name=$1
    shift
    run "$@"
    is "$name" "$status" 0
    [ "$status" = 0 ] || printf '%s\n' "$out" "$err" | tail -n 30 | sed 's/^/# /'
}

if make --version 2>/dev/null | grep -q 'GNU Make \(4\.[3-9]\|[5-9]\)'; then
    quiet "make draws the page's pictures" make page
    has "each by the rule" "$out" "actplot render figures/gates.yaml"
    quiet "make again" make page
    is "has nothing to draw" "$(printf '%s' "$out" | grep -c render)" 0
    touch_later themes/report.yaml
    quiet "make with a newer theme" make page
    is "draws all that use it" "$(printf '%s\n' "$out" | grep -c render)" \
        "$(ls figures | wc -l)"
    touch_later figures/gates.yaml
    quiet "make with a newer figure" make page
    is "draws that alone" "$(printf '%s\n' "$out" | grep -c render)" 1
    if command -v pdflatex >/dev/null 2>&1; then
        quiet "make the report" make
        is "a PDF" "$(head -c 5 report.pdf)" %PDF-
    else
        skip "make the report" "pdflatex is not installed"
    fi
    if command -v pandoc >/dev/null 2>&1; then
        quiet "make the page of one file" make page.html
        has "with its pictures" "$(cat page.html)" "data:image/svg+xml"
    else
        skip "make the page of one file" "pandoc is not installed"
    fi
else
    skip "the report by make" "GNU make 4.3 is not installed"
fi

if command -v cmake >/dev/null 2>&1; then
    for generator in "Unix Makefiles" Ninja; do
        [ "$generator" != Ninja ] || command -v ninja >/dev/null 2>&1 || continue
        rm -rf built
        quiet "$generator: configure" cmake -G "$generator" -S . -B built
        quiet "$generator: build" cmake --build built
        for figure in figures/*.yaml; do
            name=$(basename "$figure" .yaml)
            ok "$generator: $name.pdf" test -s "built/figures/$name.pdf"
        done
        touch_later marker
        quiet "$generator: build again" cmake --build built
        is "$generator: has nothing to do" "$(find built -name '*.pdf' -newer marker)" ""
        touch_later themes/report.yaml
        quiet "$generator: build with a newer theme" cmake --build built
        is "$generator: draws all that use it" \
            "$(find built/figures -name '*.pdf' -newer marker | wc -l)" \
            "$(ls figures | wc -l)"
    done
else
    skip "the report by CMake" "cmake is not installed"
fi
finish
