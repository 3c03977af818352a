#!/bin/sh
# bench.sh - actplot beside matplotlib and gnuplot: the same figure, size, machine, run.
#
# Use: bench.sh [ROUNDS]; called by `make bench` with srcdir, builddir and ACTPLOT set.
# Installs nothing; says which peers are missing. Prints Markdown tables.
set -eu

rounds=${1:-${BENCH_ROUNDS:-11}}
few=$(((rounds + 2) / 3))
here=$srcdir/tests/bench
. "$here/peers.sh"
run=$builddir/tests/bench/bench-run
# In memory: on a disk each new file costs all programs 0.01 to 0.2 ms, by what else was
# deleted there in the last minutes (ext4 looks past those, one by one).
folder=${BENCH_FOLDER:-/dev/shm}
[ -d "$folder" ] && [ -w "$folder" ] || folder=${TMPDIR:-/tmp}
work=$(mktemp -d "$folder/bench-XXXXXX")
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/figures" "$work/out"
: >"$work/record"

python=$(python_with matplotlib)
gnuplot=$(command -v gnuplot || true)

describe() {
    "$ACTPLOT" --version
    [ -z "$python" ] || "$python" -c 'import matplotlib, numpy, sys
print("matplotlib", matplotlib.__version__, "NumPy", numpy.__version__,
      "Python", sys.version.split()[0])'
    [ -z "$gnuplot" ] || "$gnuplot" --version
    uname -sm
    sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | sort | uniq -c | sed 's/^ *//; s/ / x /'
    echo "load when begun: $(cut -d ' ' -f 1-2 /proc/loadavg) (-j 2 means little on a busy machine)"
}

echo "The same figure, size, machine and run; medians of $rounds rounds that take all in"
echo "turn ($few where a process draws 100 figures), ratios within a round. Outputs are"
echo "removed before each run, and each program ran once before, so caches are warm. They"
echo "are written to $(stat -f -c %T "$folder" 2>/dev/null || echo 'a file system')."
echo
describe | sed 's/^/- /'
[ -n "$python" ] || echo "- no Python with matplotlib: that peer is left out"
[ -n "$gnuplot" ] || echo "- no gnuplot: that peer is left out"

# compare TITLE OWN-NAME OWN-COMMAND FORMAT TERMINAL COUNT ROUNDS [NAME COMMAND ...]
compare() {
    title=$1 name=$2 own=$3 format=$4 terminal=$5 count=$6 times=$7
    shift 7
    set -- "$name" "$own" "$@"
    if [ -n "$python" ]; then
        set -- "$@" matplotlib \
            "'$python' '$here/peer_matplotlib.py' $format $count '$work/out'"
    fi
    if [ -n "$gnuplot" ]; then
        sh "$here/peer_gnuplot.sh" "$terminal" "$format" "$count" "$work/out" \
            >"$work/peer-$format-$count.gp"
        set -- "$@" gnuplot "'$gnuplot' '$work/peer-$format-$count.gp'"
    fi
    "$run" "$times" "$work/out" "$work/record" "$title" "$@"
}

# 100 figures that differ as the peers' do.
awk -v folder="$work/figures" 'BEGIN {
    while ((getline line < ARGV[1]) > 0) text = text line "\n"
    for (i = 0; i < 100; i++) {
        figure = text
        gsub(/=0\.25\)/, sprintf("=%g)", 0.25 + 0.005 * i), figure)
        printf "%s", figure > sprintf("%s/figure-%03d.yaml", folder, i)
    }
}' "$srcdir/plots/relu-family.yaml"

article=$srcdir/plots/relu-family.yaml
hundred="'$ACTPLOT' render -q '$work/figures'/*.yaml --to '$work/out'"
for pair in PNG:pngcairo SVG:svg PDF:pdfcairo; do
    format=$(echo "${pair%:*}" | tr A-Z a-z)
    compare "one article figure, cold, ${pair%:*}" actplot \
        "'$ACTPLOT' render -q '$article' --to '$work/out' --format $format" \
        "$format" "${pair#*:}" 1 "$rounds"
done
for pair in PNG:pngcairo SVG:svg; do
    format=$(echo "${pair%:*}" | tr A-Z a-z)
    compare "100 figures, one process, ${pair%:*}" "actplot -j 1" \
        "$hundred --format $format -j 1" "$format" "${pair#*:}" 100 "$few" \
        "actplot -j 2" "$hundred --format $format -j 2"
done

# A family of a thousand curves; asked: half a second, and 2 MB as SVG.
cat >"$work/family.yaml" <<'END'
curves: [{plot: swish, vary: {beta: {from: 0, to: 5, count: 1000}}}]
END
"$run" "$few" "$work/out" "$work/record" "1,000 curves of one family" \
    "actplot PNG" "'$ACTPLOT' render -q '$work/family.yaml' -o '$work/out/family.png'" \
    "actplot SVG" "'$ACTPLOT' render -q '$work/family.yaml' -o '$work/out/family.svg'"
"$ACTPLOT" render -q "$work/family.yaml" -o "$work/family.svg"
echo
echo "The SVG of the family has $(wc -c <"$work/family.svg") bytes."

# A heat map, a sample a pixel; asked: half a second and 200 MB.
cat >"$work/field.yaml" <<'END'
size: [4200 px, 4200 px]
x: {range: [-6, 6]}
y: {range: [0, 4], label: beta}
heatmap: {z: "swish(x, beta=y)", samples: 4000}
END
set -- actplot "'$ACTPLOT' render -q '$work/field.yaml' -o '$work/out/field.png'"
if [ -n "$python" ]; then
    set -- "$@" matplotlib "'$python' '$here/peer_matplotlib_field.py' '$work/out'"
fi
"$run" "$few" "$work/out" "$work/record" \
    "a heat map of 4000 x 4000 samples, 4200 x 4200 pixels" "$@"

# What was asked of the program, and what it reached: how many times a peer's time or
# memory is its own.
echo
awk -F '\t' '
    { time[$1, $2] = $4; memory[$1, $2] = $5 }
    function row(what, aim, title, own, peer, in_memory, got) {
        if (!((title, peer) in time))
            return
        got = in_memory ? memory[title, peer] / memory[title, own] \
                        : time[title, peer] / time[title, own]
        printf "| %s | %s | %g | %.1f | %s |\n", what, peer, aim, got, \
            (got >= aim ? "yes" : "no")
    }
    END {
        cold = "one article figure, cold, "
        many = "100 figures, one process, "
        print "| measure | peer | times faster, asked | reached | |"
        print "|---|---|--:|--:|---|"
        row("cold PNG", 15, cold "PNG", "actplot", "matplotlib")
        row("cold PNG", 2, cold "PNG", "actplot", "gnuplot")
        row("cold SVG", 15, cold "SVG", "actplot", "matplotlib")
        row("cold SVG", 1, cold "SVG", "actplot", "gnuplot")
        row("100 PNG, -j 1", 10, many "PNG", "actplot -j 1", "matplotlib")
        row("100 PNG, -j 2", 16, many "PNG", "actplot -j 2", "matplotlib")
        row("100 PNG, -j 2", 4, many "PNG", "actplot -j 2", "gnuplot")
        row("100 SVG, -j 1", 40, many "SVG", "actplot -j 1", "matplotlib")
        row("100 SVG, -j 2", 50, many "SVG", "actplot -j 2", "matplotlib")
        row("100 SVG, -j 2", 8, many "SVG", "actplot -j 2", "gnuplot")
        row("cold PNG, peak memory", 3, cold "PNG", "actplot", "matplotlib", 1)
    }' "$work/record"

echo
echo "Large files and the cost of more work:"
sh "$here/bench-data.sh" "${BENCH_DATA_ROUNDS:-1}"

echo
echo "Evaluation, one thread unless said, 10 million doubles:"
echo
sh "$here/bench-eval.sh" "${BENCH_EVAL_ROUNDS:-1}"
