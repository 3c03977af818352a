#!/bin/sh
# eval.sh - the command eval: numbers, formats, and what it refuses.
. "${srcdir:-.}/tests/tap.sh"

# value FORMULA X: the value alone.
value() {
    "$ACTPLOT" eval --at="$2" --format=csv -- "$1" | sed '1d; s/.*,//'
}

is "2^3^2 is 512" "$(value '2^3^2' 0)" 512
is "-x^2 at 3 is -9" "$(value '-x^2' 3)" -9
is "?: nests to the right" "$(value 'x > 0 ? 1 : x > -1 ? 2 : 3' -0.5)" 2
is "17 significant digits" "$(value '0.1 + 0.2' 0)" 0.30000000000000004
is "GELU' far left keeps its digits" "$(value "gelu'" -20 | cut -c 1-16)" -1.1014360483133
is "a composed name" "$(value 'relu(x - 1)' 3)" 2
is "a keyword" "$(value 'leaky_relu(alpha=0.5)' -2)" -1
is "NaN in, NaN out" "$(value 'relu' nan)" nan
is "infinity" "$(value 'sigmoid' -inf)" 0

run "$ACTPLOT" eval relu --at=-20 --at 0.5 --at -1 --format csv
is "points: status 0" "$status" 0
is "points in the order given, negative ones too" "$out" "x,f
-20,0
0.5,0.5
-1,0"
run "$ACTPLOT" eval "x^3" --at=2 --order=2 --format csv
is "derivatives beside" "$out" "x,f,df,d2f
2,8,12,12"
run "$ACTPLOT" eval x --range=-1:1 --samples=5 --format csv
is "a range" "$out" "x,f
-1,-1
-0.5,-0.5
0,0
0.5,0.5
1,1"
run "$ACTPLOT" eval x --range -pi:2*pi --samples=2 --format csv
is "a range of formulas" "$out" "x,f
-3.1415926535897931,-3.1415926535897931
6.2831853071795862,6.2831853071795862"
run "$ACTPLOT" eval "relu" --at=1 --at=-10
is "text is aligned" "$out" "x    f
1    1
-10  0"
run "$ACTPLOT" eval "1/x" --at=0 --at=2 --format=json
is "JSON, null for infinity" "$out" '[
  {"x": 0, "f": null},
  {"x": 2, "f": 0.5}
]'
is "the left limit" "$("$ACTPLOT" eval step --at=0 --side=left --format csv | sed 1d)" 0,0
is "the right limit" "$("$ACTPLOT" eval step --at=0 --side=right --format csv | sed 1d)" 0,1
is "the slope from the right" \
    "$("$ACTPLOT" eval relu --at=0 --side=right --order=1 --format csv | sed 1d)" 0,0,1

# refused STATUS MESSAGE ARGUMENTS...
refused() {
    wanted_status=$1
    wanted=$2
    shift 2
    run "$ACTPLOT" eval "$@"
    is "status of: eval $*" "$status" "$wanted_status"
    has "message of: eval $*" "$err" "$wanted"
    is "standard output of: eval $*" "$out" ""
}

refused 2 "one formula is needed"
refused 2 "one formula is needed" relu gelu --at=0
refused 2 "say where: --at=X or --range=A:B" relu
refused 2 "--at must be a number, not 'here'" relu --at=here
refused 2 "--at must be a number, not 'x'" relu --at=x
refused 2 "--range must be LOW:HIGH" relu --range=3
refused 2 "the smaller first" relu --range=3:-3
refused 2 "two finite numbers" relu --range=0:inf
refused 2 "--samples must be a whole number from 1 to 1000000" relu --range=0:1 --samples=0
refused 2 "--samples must be a whole number" relu --range=0:1 --samples=2.5
refused 2 "--samples" relu --range=0:1 --samples=many
refused 2 "--order must be 0, 1 or 2" relu --at=0 --order=3
refused 2 "--side must be left or right, not 'top'" relu --at=0 --side=top
refused 2 "--format must be text, csv or json, not 'xml'" relu --at=0 --format=xml
refused 2 "did you mean 'gelu'" gellu --at=0
refused 2 "  x + * 2
      ^" "x + * 2" --at=0
refused 2 "write '-- -x'" -x --at=0
refused 2 "must be UTF-8 text" "$(printf '\377')" --at=0

# Binary is the table's rows as doubles, over more than one block too.
for range in -5:5 -1e308:1.7e308 2:3; do
    "$ACTPLOT" eval "gelu(x)/3" --range="$range" --samples=20000 --order=1 --format=csv |
        sed 1d | tr , ' ' >"$work/rows"
    "$ACTPLOT" eval "gelu(x)/3" --range="$range" --samples=20000 --order=1 --format=binary |
        od -A n -v -t f8 -w24 >"$work/binary"
    is "binary rows of $range are the table's" \
        "$(paste "$work/rows" "$work/binary" |
            awk '$1 == $4 && $2 == $5 && $3 == $6 { same++ } END { print same }')" 20000
done
is "binary: as many rows as wanted" \
    "$("$ACTPLOT" eval relu --range=0:1 --samples=1e6+1 --format=binary | wc -c)" 16000016
for samples in 1 8191 1000003; do
    for jobs in 1 2 5; do
        "$ACTPLOT" eval mish --range=-9:9 --samples=$samples --order=1 --format=binary \
            --jobs=$jobs >"$work/jobs-$jobs"
    done
    is "binary: $samples rows, the same by any number of threads" \
        "$(cmp "$work/jobs-1" "$work/jobs-2" && cmp "$work/jobs-1" "$work/jobs-5" &&
            wc -c <"$work/jobs-1")" "$((samples * 24))"
done
refused 2 "--jobs must be 1 to 64" relu --at=1 --jobs=0
run sh -c '"$1" eval relu --range=0:1 --samples=1e6 --format=binary -j 2 >/dev/full' - "$ACTPLOT"
is "binary on a full disk, two threads: status 1" "$status" 1
refused 2 "binary goes with --range" relu --at=1 --format=binary
run sh -c '"$1" eval relu --range=0:1 --samples=1e6 --format=binary >/dev/full' - "$ACTPLOT"
is "binary on a full disk: status 1" "$status" 1

run sh -c '"$1" eval relu --at=0 >/dev/full' - "$ACTPLOT"
is "full disk: status 1" "$status" 1
is "full disk: one line" "$err" \
    "actplot eval: cannot write to standard output: No space left on device"
run sh -c '{ "$1" eval relu --range=0:1 --samples=100000; echo $? >"$2"; } | head -n 1' - "$ACTPLOT" "$work/pipe"
is "a reader that leaves: nothing is said" "$err" ""
finish
