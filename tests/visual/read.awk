# read.awk - a table of ours as rows of panel, curve, piece, x, y between tabs.
# Names have no quotes or commas here but those around a whole field.
{
    sub(/\r$/, "")
    line = $0
    count = 0
    while (line != "") {
        if (substr(line, 1, 1) == "\"") {
            end = index(substr(line, 2), "\"")
            field[++count] = substr(line, 2, end - 1)
            line = substr(line, end + 3)
        } else {
            end = index(line ",", ",")
            field[++count] = substr(line, 1, end - 1)
            line = substr(line, end + 1)
        }
    }
    first = count == 5 ? 1 : 0
    if (NR > 1)
        printf "%s\t%s\t%s\t%s\t%s\n", first ? field[1] : 1, field[first + 1],
            field[first + 2], field[first + 3], field[first + 4]
}
