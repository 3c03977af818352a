#!/bin/sh
# bench-data.sh - large files beside matplotlib, and how cost grows with the work.
#
# Use: bench-data.sh [ROUNDS]; called by `make bench-data` with srcdir, builddir and
# ACTPLOT set. Needs 1.2 GB in the folder for temporary files. Prints Markdown tables.
set -eu

rounds=${1:-${BENCH_DATA_ROUNDS:-3}}
here=$srcdir/tests/bench
. "$here/peers.sh"
run=$builddir/tests/bench/bench-run
noise=$builddir/tests/bench/bench-noise
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/out" "$work/figures"
: >"$work/record"

python=$(python_with matplotlib)
[ -n "$python" ] || echo "(no Python with matplotlib: that peer is left out)"

# figure NAME FILE [KEYS]: one curve of a file.
figure() {
    echo "curves: [{data: $2${3:+, $3}}]" >"$work/$1.yaml"
}

# against TITLE FILE ROUNDS: the same file, read and drawn.
against() {
    name=$(basename "$2" | tr . -)
    figure "$name" "$2"
    set -- "$1" "$2" "$3" actplot \
        "'$ACTPLOT' render -q '$work/$name.yaml' -o '$work/out/own.png'"
    if [ -n "$python" ]; then
        set -- "$@" matplotlib \
            "'$python' '$here/peer_matplotlib_data.py' '$work/$2' '$work/out/mpl.png'"
    fi
    title=$1 times=$3
    shift 3
    "$run" "$times" "$work/out" "$work/record" "$title" "$@"
}

"$noise" 10000000 "$work/noise.f64"
"$noise" 10000000 "$work/noise.csv"
against "10 million noisy points, doubles, to PNG" noise.f64 "$rounds"
against "10 million noisy points, CSV, to PNG" noise.csv 1

bytes=$(wc -c <"$work/noise.csv")
echo
awk -F '\t' -v bytes="$bytes" '
    { time[$1, $2] = $3; ratio[$1, $2] = $4; memory[$1, $2] = $5 }
    function row(what, aim, got, more) {
        printf "| %s | %g | %.1f | %s |\n", what, aim, got, \
            (more ? got >= aim : got <= aim) ? "yes" : "no"
    }
    END {
        doubles = "10 million noisy points, doubles, to PNG"
        csv = "10 million noisy points, CSV, to PNG"
        print "| measure | asked | reached | |"
        print "|---|--:|--:|---|"
        if ((doubles, "matplotlib") in time)
            row("doubles: times faster than matplotlib, at least", 10, \
                ratio[doubles, "matplotlib"], 1)
        row("doubles: MB resident, at most", 60, memory[doubles, "actplot"])
        row("CSV: MB resident, at most", 60, memory[csv, "actplot"])
        # The file is read twice: for the range of x, then for what a page shows.
        row("CSV: MB/s parsed, at least", 300, \
            2 * bytes / 1e6 / (time[csv, "actplot"] / 1000), 1)
    }' "$work/record"
rm "$work/noise.csv"

# grows TITLE NAME: the exponent that time above the first one's grows with, where it is
# twice that; with less than two such, that of all of it.
grows() {
    echo
    awk -F '\t' -v title="$1" -v what="$2" '
        $1 == title { n[++count] = $2; time[count] = $3 }
        END {
            for (i = 1; i <= count; i++) {
                if (time[i] < 2 * time[1])
                    continue
                x = log(n[i]); y = log(time[i] - time[1])
                sx += x; sy += y; sxx += x * x; sxy += x * y; used++
            }
            few = used < 2
            if (few)
                used = sx = sy = sxx = sxy = 0
            for (i = 1; few && i <= count; i++) {
                x = log(n[i]); y = log(time[i])
                sx += x; sy += y; sxx += x * x; sxy += x * y; used++
            }
            printf "%s grows like %s to the power of %.2f.\n", \
                few ? "Time" : "Above what the first takes, time", what, \
                (used * sxy - sx * sy) / (used * sxx - sx * sx)
        }' "$work/record"
}

set --
for power in 3 4 5 6 7 8; do
    count=1$(printf '%0*d' "$power" 0)
    "$noise" "$count" "$work/points-$power.f64"
    figure "points-$power" "points-$power.f64"
    set -- "$@" "$count" "'$ACTPLOT' render -q '$work/points-$power.yaml' -o '$work/out/points.png'"
done
"$run" "$rounds" "$work/out" "$work/record" "points of one curve, doubles, to PNG" "$@"
grows "points of one curve, doubles, to PNG" "the number of points"
rm "$work"/points-*.f64

article=$srcdir/plots/relu-family.yaml
set --
for count in 1 10 100 1000; do
    mkdir "$work/figures/$count"
    i=0
    while [ "$i" -lt "$count" ]; do
        cp "$article" "$work/figures/$count/figure-$i.yaml"
        i=$((i + 1))
    done
    set -- "$@" "$count" \
        "'$ACTPLOT' render -q '$work/figures/$count'/*.yaml --to '$work/out' -j 1"
done
"$run" 1 "$work/out" "$work/record" "article figures, one process, to PNG, -j 1" "$@"
grows "article figures, one process, to PNG, -j 1" "the number of figures"
