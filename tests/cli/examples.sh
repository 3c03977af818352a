#!/bin/sh
# examples.sh - every example that a command's help shows runs.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

mkdir bin
ln -s "$ACTPLOT" bin/actplot
ln -s "$srcdir/plots" plots
PATH=$work/bin:$PATH
export PATH

for command in $(actplot list commands --format csv | sed '1d; s/,.*//'); do
    actplot help "$command" | sed '1,/^Examples:/d; s/^  //' >"$command.examples"
    while IFS= read -r example; do
        case $example in # this one goes on until it is ended
        # (once: timeout would signal its whole group too, and a second signal is harsher)
        "actplot watch"*) example="timeout --foreground --preserve-status 2 $example" ;;
        esac
        run sh -c "$example"
        is "status of: $example" "$status" 0
        is "standard error of: $example" \
            "$(printf '%s' "$err" | grep -v 'warning: .* shows it without ')" ""
    done <"$command.examples"
done
finish
