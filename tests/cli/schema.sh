#!/bin/sh
# schema.sh - the schemas of figure and theme files agree with the reader.
. "${srcdir:-.}/tests/tap.sh"
python3 -c 'import jsonschema, yaml' 2>/dev/null ||
    skip_all "python3-jsonschema or python3-yaml is not installed"
# validate SCHEMA FILE...: `FILE valid` or why not.
validate() {
    python3 "$srcdir/tests/cli/schema.py" "$@"
}

for name in figure theme; do
    "$ACTPLOT" export --schema=$name -o "$work/$name.json"
    same "$name.schema.json is what the tables say (else: make schemas)" \
        "$work/$name.json" "$srcdir/assets/$name.schema.json"
done

for file in "$srcdir"/tests/spec/good/*.yaml "$srcdir"/plots/*.yaml; do
    result=$(validate "$work/figure.json" "$file")
    is "good: ${file#"$srcdir"/}" "$result" "$file valid"
done
for file in "$srcdir"/assets/themes/*.yaml; do
    result=$(validate "$work/theme.json" "$file")
    is "good: ${file#"$srcdir"/}" "$result" "$file valid"
done

# Formulas, names of files and what keys say together are beyond a schema; more than
# half of what is wrong is not.
validate "$work/figure.json" "$srcdir"/tests/spec/bad/*.yaml >"$work/bad"
wrong=$(grep -cE ' (invalid|unreadable)$' "$work/bad")
right=$(grep -c ' valid$' "$work/bad")
ok "of faulty files $wrong are refused, $right not" test "$wrong" -gt "$right"
for name in unknown-key wrong-type nothing many curve range; do
    has "refused: $name" "$(cat "$work/bad")" "spec/bad/$name.yaml invalid"
done

not "an unknown schema" "$ACTPLOT" export --schema=atlas
finish
