#!/bin/sh
# write.sh - a file is written whole or not at all.
. "${srcdir:-.}/tests/tap.sh"
cd "$work" || exit 99

plot() {
    run "$ACTPLOT" plot relu "$@"
}

plot -o /dev/full --format=png
is "full disk: status 1" "$status" 1
is "full disk: one line" "$err" \
    "actplot plot: cannot write '/dev/full': No space left on device"
plot -o /dev/null --format=png
is "a device is written straight" "$status" 0
ok "and stays a device" test -c /dev/null

mkfifo pipe
timeout 60 cat pipe >from-pipe &
plot -o pipe --format=csv
wait
"$ACTPLOT" plot relu --format=csv -o - >straight
same "a pipe is written straight" straight from-pipe

umask 027
plot -o new.png
is "a new file has what the umask leaves" "$(stat -c %a new.png)" 640
umask 022
chmod 604 new.png
plot -o new.png
is "an old file keeps its mode" "$(stat -c %a new.png)" 604

mkdir real
echo old >real/target.csv
ln -s real/target.csv link.csv
plot -o link.csv
ok "a link stays a link" test -L link.csv
same "its target is written" straight real/target.csv
ln -s nowhere.csv dangling.csv
plot -o dangling.csv
is "a link to nothing yet: status 0" "$status" 0
same "makes what it leads to" straight nowhere.csv

mkdir folder
plot -o folder --format=png
is "a folder in the way: status 1" "$status" 1
is "a folder in the way: one line" "$err" \
    "actplot plot: cannot write 'folder': Is a directory"
plot -o new.png/x.png
is "a file as a folder: status 1" "$status" 1

# A limit on file sizes fails the write after part of it is done.
echo precious >kept.png
cp kept.png kept.copy
run sh -c 'trap "" XFSZ; ulimit -f 1; "$1" plot relu -o kept.png' - "$ACTPLOT"
is "failed half-way: status 1" "$status" 1
has "failed half-way: said" "$err" "cannot write 'kept.png': File too large"
same "failed half-way: the old file is as it was" kept.copy kept.png
is "no temporary file is left" "$(ls -A | grep '^\.actplot')" ""

# A signal while a large file is being written: as soon as the file beside it is there.
echo '{curves: [relu], size: [50 in, 50 in]}' >large.yaml
tries=0
while [ $tries -lt 5 ]; do
    "$ACTPLOT" render large.yaml -o kept.png --compression=0 &
    writer=$!
    met=no
    while kill -0 $writer 2>/dev/null; do
        set -- .actplot-*
        if [ -e "$1" ]; then
            kill -TERM $writer && met=yes
            break
        fi
    done
    wait $writer
    tries=$((tries + 1))
    [ $met = no ] || break
done
is "ended while writing: no temporary file is left" "$(ls -A | grep '^\.actplot')" ""
ok "ended while writing: the file is the old one or the new" \
    sh -c 'cmp -s kept.copy kept.png || test "$(tail -c 8 kept.png | head -c 4)" = IEND'

# Root may write everywhere: there, another user runs a copy that it can reach.
if [ "$(id -u)" = 0 ]; then
    cp "$ACTPLOT" "$work/actplot"
    cp -R "$srcdir/assets" "$work/assets"
    chmod -R a+rX "$work"
    as_nobody() {
        env ACTPLOT_ASSETS="$work/assets" \
            setpriv --reuid=65534 --regid=65534 --clear-groups "$work/actplot" "$@"
    }
else
    as_nobody() {
        "$ACTPLOT" "$@"
    }
fi
mkdir closed
echo precious >closed/old.svg
chmod 444 closed/old.svg
chmod 555 closed
if as_nobody plot relu >/dev/null 2>&1; then
    run as_nobody plot relu -o closed/new.svg
    is "an unwritable folder: status 1" "$status" 1
    is "an unwritable folder: one line" "$err" \
        "actplot plot: cannot write 'closed/new.svg': Permission denied"
    chmod 777 closed
    run as_nobody plot relu -o closed/old.svg
    is "a read-only file: status 1" "$status" 1
    is "a read-only file: as it was" "$(cat closed/old.svg)" precious
else
    skip "an unwritable folder" "no other user can run the program here"
fi
chmod 755 closed
finish
