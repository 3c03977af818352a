# tap.sh - what the test scripts share: TAP output, a folder of their own, and a way to
# run a command and look at all that it says.
#
# A script begins with `. "${srcdir:-.}/tests/tap.sh"` and ends with `finish`.

set -u
: "${srcdir:=.}" "${builddir:=.}" "${ACTPLOT:=$builddir/actplot}"
tap_count=0
tap_failed=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

# pass NAME / fail NAME [WHY...]
pass() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1"
}

fail() {
    tap_count=$((tap_count + 1))
    tap_failed=1
    echo "not ok $tap_count - $1"
    shift
    [ $# -eq 0 ] || printf '%s\n' "$@" | sed 's/^/# /'
}

# skip NAME WHY
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

# skip_all WHY: the whole script.
skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

# ok NAME COMMAND...: the command succeeds.
ok() {
    tap_name=$1
    shift
    if "$@" >"$work/.tap" 2>&1; then
        pass "$tap_name"
    else
        fail "$tap_name" "status $? of: $*" "$(head -n 40 "$work/.tap")"
    fi
}

# not NAME COMMAND...: the command fails.
not() {
    tap_name=$1
    shift
    if "$@" >"$work/.tap" 2>&1; then
        fail "$tap_name" "should have failed: $*" "$(head -n 40 "$work/.tap")"
    else
        pass "$tap_name"
    fi
}

# is NAME GOT WANTED
is() {
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1" "got:    $2" "wanted: $3"
    fi
}

# has NAME TEXT PART: the part, literally, is in the text.
has() {
    case $2 in
    *"$3"*) pass "$1" ;;
    *) fail "$1" "got:    $2" "wanted: ...$3..." ;;
    esac
}

# run COMMAND...: sets $status, $out and $err (without trailing newlines).
run() {
    "$@" >"$work/.out" 2>"$work/.err" </dev/null
    status=$?
    out=$(cat "$work/.out")
    err=$(cat "$work/.err")
}

# same NAME FILE FILE: byte for byte.
same() {
    ok "$1" cmp "$2" "$3"
}

finish() {
    echo "1..$tap_count"
    exit "$tap_failed"
}
