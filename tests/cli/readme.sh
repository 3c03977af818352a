#!/bin/sh
# readme.sh - every command of README.md runs as it stands there, without a warning.
. "${srcdir:-.}/tests/tap.sh"

# A clone as its reader sees it.
ln -s "$(cd "$srcdir" && pwd)/plots" "$work/plots"
ln -s "$(cd "$(dirname "$ACTPLOT")" && pwd)/${ACTPLOT##*/}" "$work/actplot"

sed -n '/^```sh$/,/^```$/p' "$srcdir/README.md" | grep '^\./' >"$work/commands"
ok "there are commands" grep -q 'actplot plot' "$work/commands"

while read -r command; do
    run sh -c "cd '$work' && $command"
    case $command in
    *csv*) err= ;; # csv says that it holds no lines and notes
    esac
    is "$command" "$status:$err" "0:"
    case $command in
    *" -o "*) ok "it wrote its figure" test -s "$work/${command##* -o }" ;;
    esac
done <"$work/commands"
ok "the figure file gave every format" test -s "$work/figures/relu-family.gp" -a \
    -s "$work/figures/relu-family.pdf" -a -s "$work/figures/relu-family.csv"

# Pictures and documents that README names are there.
for file in $(grep -o '\(doc/[a-z/-]*\.\(png\|md\)\|[A-Z][A-Z]*\.md\|COPYING\)' "$srcdir/README.md" | sort -u); do
    ok "$file is there" test -s "$srcdir/$file"
done
finish
