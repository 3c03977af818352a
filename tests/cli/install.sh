#!/bin/sh
# install.sh - make install puts everything where it belongs, and it works from there.
. "${srcdir:-.}/tests/tap.sh"

stage=$work/stage
prefix=$(sed -n 's/^prefix = //p' "$builddir/Makefile")
env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -C "$builddir" -s install DESTDIR="$stage" \
    >"$work/log" 2>&1 || {
    fail "make install" "$(tail "$work/log")"
    finish
}
pass "make install"
program=$stage$prefix/bin/actplot
ok "the program" test -x "$program"
for theme in "$srcdir"/assets/themes/*.yaml; do
    ok "theme ${theme##*/}" test -f "$stage$prefix/share/actplot/themes/${theme##*/}"
done
for page in actplot.1 actplot-figure.5 actplot-formula.7; do
    ok "page $page" test -s "$stage$prefix/share/man/man${page##*.}/$page"
done
for file in bash-completion/completions/actplot zsh/site-functions/_actplot \
    fish/vendor_completions.d/actplot.fish actplot/figure.schema.json; do
    ok "$file" test -s "$stage$prefix/share/$file"
done

# The staged tree is the program moved elsewhere: it finds its assets beside itself.
cd "$work" || exit 99
run env -u ACTPLOT_ASSETS "$program" plot relu --theme=paper -o relu.svg
is "installed elsewhere: status 0" "$status" 0
is "installed elsewhere: silent" "$err" ""
env "ACTPLOT_ASSETS=$srcdir/assets" "$ACTPLOT" plot relu --theme=paper -o built.svg
sed 's/built/relu/g' built.svg >renamed.svg
same "the same picture as from the build" renamed.svg relu.svg
is "themes are listed" "$(env -u ACTPLOT_ASSETS "$program" list themes --format csv |
    sed '1d; s/,.*//')" "$(cd "$srcdir/assets/themes" && ls *.yaml | sed 's/\.yaml$//' | sort)"

env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -C "$builddir" -s uninstall DESTDIR="$stage" \
    >"$work/log" 2>&1
is "make uninstall leaves no file" "$(find "$stage" -type f)" ""
finish
