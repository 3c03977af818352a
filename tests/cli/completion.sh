#!/bin/sh
# completion.sh - what shells complete.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99
mkdir bin
ln -s "$ACTPLOT" bin/actplot
PATH=$work/bin:$PATH
actplot completion bash >actplot.bash
actplot completion zsh >_actplot
actplot completion fish >actplot.fish

# completes WORDS...: what bash offers for the last of them.
completes() {
    bash -c '. ./actplot.bash
        compopt() { :; }
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _actplot
        echo "${COMPREPLY[@]}"' - "$@"
}
if command -v bash >/dev/null 2>&1; then
    is "bash: a command" "$(completes actplot swi)" switches
    is "bash: an option" "$(completes actplot render --js)" --json-errors
    is "bash: an option with a value" "$(completes actplot render --de)" --deps=
    is "bash: a function" "$(completes actplot info gelu_ta)" gelu_tanh
    is "bash: a theme" "$(completes actplot plot --theme = pap)" paper
    is "bash: a format" "$(completes actplot plot --format = pn)" png
    is "bash: a format, apart" "$(completes actplot plot --format pn)" png
    is "bash: files are the shell's own" "$(completes actplot render fig)" ""
else
    skip "bash" "bash is not installed"
fi
if command -v zsh >/dev/null 2>&1; then
    ok "zsh reads its own" zsh -n _actplot
else
    skip "zsh reads its own" "zsh is not installed"
fi
if command -v fish >/dev/null 2>&1; then
    is "fish: a function" "$(fish -c 'source actplot.fish; complete -C "actplot info gelu_ta"')" \
        gelu_tanh
    has "fish: an option" "$(fish -c 'source actplot.fish; complete -C "actplot render --js"')" \
        --json-errors
else
    skip "fish" "fish is not installed"
fi
for command in $(actplot list commands --format csv | sed '1d; s/,.*//'); do
    for file in actplot.bash _actplot actplot.fish; do
        has "$file knows $command" "$(cat $file)" "$command"
    done
done
run actplot completion tcsh
is "another shell: status 2" "$status" 2
finish
