#!/bin/sh
# bench-eval.sh - evaluation beside PyTorch and NumPy: the same array, machine, run.
#
# Use: bench-eval.sh [ROUNDS]; called by `make bench-eval` with srcdir, builddir and
# ACTPLOT set. Installs nothing; says which peers are missing. The programs take turns
# for ROUNDS rounds; each number is the median of the rounds, each ratio the median of
# the rounds' ratios, so that a busy machine treats all alike. Prints Markdown tables;
# ratios are a peer's time over ours.
set -eu

rounds=${1:-${BENCH_ROUNDS:-5}}
here=$srcdir/tests/bench
. "$here/peers.sh"
own=$builddir/tests/bench/bench-eval
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

torch=$(python_with torch)
numpy=$(python_with numpy)
[ -n "$torch" ] || echo "(no Python with PyTorch: that peer is left out)"
[ -n "$numpy" ] || echo "(no Python with NumPy: that peer is left out)"
[ -z "$torch" ] || "$torch" -c 'import torch; print("PyTorch", torch.__version__)'
[ -z "$numpy" ] || "$numpy" -c 'import numpy; print("NumPy", numpy.__version__)'
[ -z "$numpy" ] || "$numpy" -c 'import scipy; print("SciPy", scipy.__version__)' \
    2>/dev/null || echo "(no SciPy: NumPy's own functions alone)"

# The records that a peer has; then what a user may type instead of a record.
"$own" --list >"$work/keys"
sed -n 's/^    "\([a-z_0-9]*\)": .*/\1/p' "$here/peer_torch.py" "$here/peer_numpy.py" |
    sort -u | while read -r key; do
    grep -qx "$key" "$work/keys" && echo "$key"
done >"$work/common" || true
cat >"$work/typed" <<'EOF'
relu|max(0, x)
relu|x > 0 ? x : 0
leaky_relu|x > 0 ? x : 0.01*x
hard_swish|x*min(6, max(0, x + 3))/6
elu|x > 0 ? x : exp(x) - 1
sigmoid|1/(1 + exp(-x))
tanh|(exp(x) - exp(-x))/(exp(x) + exp(-x))
softplus|log(1 + exp(x))
silu|x/(1 + exp(-x))
gelu|x/2*(1 + erf(x/sqrt(2)))
mish|x*tanh(log1p(exp(x)))
EOF

# own_run TABLE ARGUMENT...: the records and, in order on one thread, the typed formulas.
own_run() {
    table=$1
    shift
    set -- "$@" $(cat "$work/common")
    if [ "$table" = 1 ]; then
        while IFS='|' read -r _ text; do
            set -- "$@" "$text"
        done <"$work/typed"
    fi
    "$own" "$@" | sed 1d >>"$work/own-$table"
}

# torch_run TABLE THREADS [shuffled]
torch_run() {
    [ -n "$torch" ] || return 0
    OMP_NUM_THREADS=$2 "$torch" "$here/peer_torch.py" "$2" ${3:+"$3"} >>"$work/torch-$1"
}

# Lines NAME,VALUE,BOTH of each round, one file a contender and table.
round=0
while [ "$round" -lt "$rounds" ]; do
    own_run 1 --threads 1
    torch_run 1 1
    own_run 2 --threads 2
    torch_run 2 2
    own_run shuffled --shuffled
    torch_run shuffled 1 shuffled
    [ -z "$numpy" ] || OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 "$numpy" \
        "$here/peer_numpy.py" >>"$work/numpy-1"
    round=$((round + 1))
done
touch "$work/torch-1" "$work/torch-2" "$work/torch-shuffled" "$work/numpy-1"

echo
echo "ns a double, 10 million doubles from -5 to 5, medians of $rounds rounds in turn;"
echo "one thread in processor time, two by the clock. f′ of PyTorch: its backward; *: PyTorch has no out= for it."
awk -v work="$work" -f "$here/bench-eval.awk" </dev/null

# A stream of 16 bytes a sample into nothing; memory must not grow with the samples.
stream() {
    "$builddir/tests/bench/bench-run" "$rounds" "$work/out" "$work/record" "$1" "$2 -j $3" \
        "$ACTPLOT eval $2 --range=-5:5 --samples=$1 --format binary -j $3" >/dev/null
}
mkdir "$work/out"
for threads in 1 2; do
    stream 1e7 relu $threads
    stream 1e8 relu $threads
    stream 1e7 gelu $threads
    stream 1e8 gelu $threads
done
echo
echo "| actplot eval --format binary | samples | x and f to /dev/null | peak memory |"
echo "|---|--:|--:|--:|"
awk -F'\t' '{ printf "| %s | %g | %.0f MB/s | %.1f MB |\n", $2, $1,
    16 * $1 / $3 / 1000, $5 }' "$work/record"
