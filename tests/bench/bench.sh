#!/bin/sh
# bench.sh - actplot beside matplotlib and gnuplot: the same figure, size, machine, run.
#
# Use: bench.sh [ROUNDS]; called by `make bench` with srcdir, builddir and ACTPLOT set.
# Installs nothing; says which peers are missing. Prints Markdown tables.
set -eu

rounds=${1:-${BENCH_ROUNDS:-11}}
here=$srcdir/tests/bench
run=$builddir/tests/bench/bench-run
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import matplotlib' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || echo "(no Python with matplotlib: that peer is left out)"
gnuplot=$(command -v gnuplot || true)
[ -n "$gnuplot" ] || echo "(no gnuplot: that peer is left out)"

# compare TITLE OWN-NAME OWN-COMMAND FORMAT TERMINAL COUNT ROUNDS [NAME COMMAND ...]
compare() {
    title=$1 name=$2 own=$3 format=$4 terminal=$5 count=$6 times=$7
    shift 7
    set -- "$name" "$own" "$@"
    if [ -n "$python" ]; then
        set -- "$@" matplotlib "$python $here/peer_matplotlib.py $format $count $work"
    fi
    if [ -n "$gnuplot" ]; then
        sh "$here/peer_gnuplot.sh" "$terminal" "$format" "$count" "$work" \
            >"$work/peer-$format-$count.gp"
        set -- "$@" "gnuplot $terminal" "$gnuplot $work/peer-$format-$count.gp"
    fi
    "$run" "$times" "$title" "$@"
}

# 100 figures that differ as the peers' do.
mkdir "$work/figures"
awk -v folder="$work/figures" 'BEGIN {
    while ((getline line < ARGV[1]) > 0) text = text line "\n"
    for (i = 0; i < 100; i++) {
        figure = text
        sub(/prelu\(alpha=0\.25\)/, sprintf("prelu(alpha=%g)", 0.25 + 0.005 * i), figure)
        printf "%s", figure > sprintf("%s/figure-%03d.yaml", folder, i)
    }
}' "$srcdir/plots/relu-family.yaml"

article=$srcdir/plots/relu-family.yaml
hundred="$ACTPLOT render -q $work/figures/*.yaml --to $work/out"
few=$(((rounds + 2) / 3))
for pair in png:pngcairo svg:svg pdf:pdfcairo; do
    format=${pair%:*}
    upper=$(echo "$format" | tr a-z A-Z)
    compare "one article figure, cold, $upper" actplot \
        "$ACTPLOT render -q $article --to $work/out --format $format" \
        "$format" "${pair#*:}" 1 "$rounds"
done
for pair in png:pngcairo svg:svg; do
    format=${pair%:*}
    upper=$(echo "$format" | tr a-z A-Z)
    compare "100 figures, one process, $upper" "actplot -j 1" \
        "$hundred --format $format -j 1" "$format" "${pair#*:}" 100 "$few" \
        "actplot -j 2" "$hundred --format $format -j 2"
done

echo
echo "Value and slope, ns a double, 10 million doubles from -5 to 5, one thread:"
echo
"$builddir/tests/bench/bench-eval" >"$work/own.csv"
if [ -n "$python" ]; then
    OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 "$python" "$here/peer_numpy.py" >"$work/numpy.csv"
else
    : >"$work/numpy.csv"
fi
awk -F, 'FILENAME == ARGV[1] { value[$1] = $2; both[$1] = $3; next }
    FNR == 1 {
        print "| function | f | f and f′ | NumPy f | NumPy f and f′ |"
        print "|---|--:|--:|--:|--:|"
    }
    { printf "| %s | %s | %s | %s | %s |\n", $1, $2, $3, value[$1], both[$1] }' \
    "$work/numpy.csv" "$work/own.csv"
