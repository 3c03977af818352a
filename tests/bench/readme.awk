# readme.awk - README.md with what matters of doc/bench.md between its marks: the machine,
# what a person waits for, and what was asked and reached.
# Use: awk -f readme.awk doc/bench.md README.md >README.md.new
FILENAME == ARGV[1] {
    if (/^\| one thread/)
        done = 1
    if (/^\|/ && !in_table)
        wanted = !/median/ || /^\| (one article figure, cold, PNG|100 figures|10 million.*doubles)/
    in_table = /^\|/
    if (!done && ((in_table && wanted) || /^- /))
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
