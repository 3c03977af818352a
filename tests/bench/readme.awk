# readme.awk - README.md with the tables of figures from doc/bench.md between its marks.
# Use: awk -f readme.awk doc/bench.md README.md >README.md.new
FILENAME == ARGV[1] {
    if (/^\| one thread/)
        done = 1
    if (/^(\||- )/ && !done)
        kept = kept $0 "\n"
    else if (/^$/ && !done && kept != "" && kept !~ /\n\n$/)
        kept = kept "\n"
    next
}
/^<!-- bench -->$/ {
    print
    print ""
    printf "%s", kept
    skipping = 1
    next
}
/^<!-- \/bench -->$/ { skipping = 0 }
!skipping { print }
