#!/bin/sh
# help.sh - help, version, and what is said to a person who mistypes.
. "${srcdir:-.}/tests/tap.sh"

run "$ACTPLOT"
is "no command: status 2" "$status" 2
is "no command: nothing on standard output" "$out" ""
has "no command: usage" "$err" "usage: actplot COMMAND"

run "$ACTPLOT" --help
is "--help: status 0" "$status" 0
is "--help: nothing on standard error" "$err" ""
has "--help: lists the commands" "$out" "  list "
overview=$out
run "$ACTPLOT" help
is "help is --help" "$out" "$overview"

run "$ACTPLOT" --version
is "--version: status 0" "$status" 0
has "--version: says its number" "$out" "actplot $(sed -n 's/^PACKAGE_VERSION = //p' "$builddir/Makefile")"

for command in $("$ACTPLOT" list commands --format csv | sed '1d; s/,.*//'); do
    run "$ACTPLOT" help "$command"
    is "help $command: status 0" "$status" 0
    has "help $command: usage" "$out" "usage: actplot $command"
    has "help $command: examples" "$out" "Examples:
  actplot $command"
    text=$out
    run "$ACTPLOT" "$command" --help
    is "$command --help is help $command" "$out" "$text"
    is "help $command: no line over 88 characters" \
        "$(printf '%s\n' "$out" | LC_ALL=C.UTF-8 grep -E '^.{89}')" ""
    run "$ACTPLOT" "$command" --no-such-option
    is "$command: unknown option: status 2" "$status" 2
    has "$command: unknown option is named" "$err" "actplot $command: unknown option '--no-such-option'"
    is "$command: unknown option: nothing on standard output" "$out" ""
done

run "$ACTPLOT" help no-such-thing
is "help on an unknown command: status 2" "$status" 2
run "$ACTPLOT" lits
is "unknown command: status 2" "$status" 2
has "unknown command: did you mean" "$err" "'lits' is not a command (did you mean 'list'?)"
run "$ACTPLOT" list --fromat csv activations
has "unknown option: did you mean" "$err" "(did you mean '--format'?)"
run "$ACTPLOT" list activations --format
is "option without its value: status 2" "$status" 2
has "option without its value is named" "$err" "--format"
run "$ACTPLOT" list
is "list nothing: status 2" "$status" 2
run "$ACTPLOT" list activation
has "list: did you mean" "$err" "(did you mean 'activations'?)"
run "$ACTPLOT" list activations --format xml
has "list: unknown format" "$err" "--format must be text, csv or json, not 'xml'"

run sh -c '"$1" help >/dev/full' - "$ACTPLOT"
is "full standard output: status 1" "$status" 1
is "full standard output is said once" "$err" \
    "actplot help: cannot write to standard output: No space left on device"
run sh -c '"$1" help >&-' - "$ACTPLOT"
is "closed standard output: status 1" "$status" 1

LC_ALL=C "$ACTPLOT" list activations >"$work/c"
for locale in C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8; do
    LC_ALL=$locale "$ACTPLOT" list activations >"$work/other"
    same "the same in $locale" "$work/c" "$work/other"
done
finish
