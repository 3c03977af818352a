#!/bin/sh
# term.sh - figures in a terminal: in characters, and as a picture where it can show one.
. "${srcdir:-.}/tests/tap.sh"
unset NO_COLOR CLICOLOR_FORCE COLORTERM COLUMNS LINES
export TERM=xterm-256color

run "$ACTPLOT" plot step tanh --title Steps --format term
is "characters" "$status|$err" "0|"
same "page of characters" "$work/.out" "$srcdir/tests/golden/steps.term"
is "no control characters where there is no terminal" "$(printf %s "$out" | tr -d '\033')" "$out"
run env COLUMNS=50 LINES=15 "$ACTPLOT" plot gelu --format term
ok "as wide as it is told" test "$(LC_ALL=C.UTF-8 wc -L <"$work/.out")" -le 50
is "as high as it is told" "$(printf '%s\n' "$out" | wc -l)" 14
has "one curve is drawn in Braille" "$out" "⣀"
run env CLICOLOR_FORCE=1 COLORTERM=truecolor "$ACTPLOT" plot relu --format term
has "all colours" "$out" "$(printf '\033[0;38;2;')"
run env CLICOLOR_FORCE=1 "$ACTPLOT" plot relu --format term
has "256 colours" "$out" "$(printf '\033[0;38;5;')"
run env CLICOLOR_FORCE=1 NO_COLOR=1 "$ACTPLOT" plot relu --format term
is "no colour where none is wanted" "$(printf %s "$out" | tr -d '\033')" "$out"
run "$ACTPLOT" plot relu --title 激活函数 --format term
has "wide characters" "$out" "激活函数"
run "$ACTPLOT" render "$srcdir/tests/page/strip.yaml" --format term -o -
has "a large family's strip" "$out" "Swish (β)  0.1 … 10"
ok "every figure" "$ACTPLOT" render -q "$srcdir"/plots/*.yaml --to "$work" --format term

for way in kitty sixel blocks; do
    run "$ACTPLOT" plot relu --format term --terminal "$way"
    if [ "$status" != 0 ] && [ "${err#*libchafa}" != "$err" ]; then
        skip "$way" "libchafa is missing"
        continue
    fi
    case $way in
    kitty) begins=$(printf '\033_G') ;;
    sixel) begins=$(printf '\033P') ;;
    blocks) begins=$(printf '\033[') ;;
    esac
    is "$way: is written" "$status|$err" "0|"
    has "$way: its sequences" "$out" "$begins"
done
run "$ACTPLOT" plot relu --format term --terminal smoke
is "an unknown way is refused" "$status" 2
has "an unknown way: which there are" "$err" "kitty | sixel | blocks | braille"

if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    seen=$(script -qec "'$ACTPLOT' plot gelu" /dev/null </dev/null)
    has "a terminal shows it at once" "$seen" "$(printf '\033[0;38;5;')"
    seen=$(TERM=dumb script -qec "'$ACTPLOT' plot gelu" /dev/null </dev/null)
    is "a dumb one too" "$(printf %s "$seen" | tr -d '\033')" "$seen"
    seen=$(script -qec "'$ACTPLOT' plot gelu --format png" /dev/null </dev/null)
    has "but no binary format" "$seen" "png is not for a terminal"
else
    skip "a terminal" "there is no terminal to be had"
fi
finish
