#!/bin/sh
# export.sh - the command export against its schema, and the filters of list.
. "${srcdir:-.}/tests/tap.sh"
schema=$srcdir/assets/catalogue.schema.json

# validate PART: standard input against a part of the schema.
validate() {
    python3 "$srcdir/tests/cli/validate.py" "$schema" "$@"
}

run "$ACTPLOT" export
is "export: status 0" "$status" 0
is "export: no warning" "$err" ""
cp "$work/.out" "$work/all.json"
run "$ACTPLOT" export --format=csv -o "$work/all.csv"
is "export as CSV: status 0" "$status" 0
names=$("$ACTPLOT" list activations --format=csv | sed '1d; s/,.*//')
is "every record once, in order" "$(sed '1d; s/,.*//' "$work/all.csv")" "$names"
ok "the same bytes each time" sh -c '"$1" export | cmp - "$2"' - "$ACTPLOT" "$work/all.json"

if python3 -c 'import jsonschema' 2>/dev/null; then
    ok "the catalogue is as its schema says" sh -c \
        'python3 "$1" "$2" <"$3"' - "$srcdir/tests/cli/validate.py" "$schema" "$work/all.json"
    for formula in sin 'sqrt(x)' 1/x 3 'floor(x)' 'tan(x)' 'x*sigmoid(1.702*x)'; do
        if "$ACTPLOT" info "$formula" --format=json --measure | validate function \
            >"$work/errors"; then
            pass "info of $formula is as the schema says"
        else
            fail "info of $formula is as the schema says" "$(cat "$work/errors")"
        fi
    done
    sed 's/"smoothness": "C0"/"smoothness": "C"/' "$work/all.json" >"$work/wrong.json"
    not "the schema refuses what is wrong" sh -c \
        'python3 "$1" "$2" <"$3"' - "$srcdir/tests/cli/validate.py" "$schema" "$work/wrong.json"
    ok "each row of the CSV has all columns" python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8")))
sys.exit(any(len(row) != len(rows[0]) for row in rows))' "$work/all.csv"
else
    skip "the schema" "python3-jsonschema is not there"
fi

# --- The filters of list ---
listed() {
    "$ACTPLOT" list activations --format=csv "$@" | sed '1d; s/,.*//' | tr '\n' ' '
}

is "list: a family" "$(listed --family=shrinking)" \
    "hard_shrink soft_shrink shrink tanh_shrink "
has "list: bounded" "$(listed --bounded)" " tanh "
case " $(listed --bounded) " in
*" relu "*) fail "list: ReLU is not bounded" ;;
*) pass "list: ReLU is not bounded" ;;
esac
has "list: C1 and better" " $(listed --smooth=C1 --family=gated)" " gelu "
case " $(listed --smooth=C1) " in
*" relu "* | *" hard_swish "*) fail "list: kinks are not C1" ;;
*) pass "list: kinks are not C1" ;;
esac
is "list: smooth, of a framework and bounded" \
    "$(listed --smooth=smooth --bounded --framework=jax)" "sigmoid tanh "
is "list: any class" "$(listed --smooth=jump | wc -w)" "$(echo "$names" | wc -w)"
run "$ACTPLOT" list activations --family=gatd
has "list: an unknown family" "$err" "did you mean 'gated'?"

for arguments in "export relu" "export --format=xml" "list activations --smooth=C" \
    "list activations --framework=tensorflux" "list keys --bounded"; do
    run "$ACTPLOT" $arguments
    is "status of: $arguments" "$status" 2
    is "standard output of: $arguments" "$out" ""
done
run "$ACTPLOT" export -o "$work/none/all.json"
is "export: a folder that is not there" "$status" 1
finish
