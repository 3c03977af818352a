# bench-eval.awk - the rounds of bench-eval.sh as tables. Needs work, the folder that
# has own-1, own-2, torch-1, torch-2, numpy-1 (NAME,VALUE,BOTH), common and typed.

# The best of the rounds: time[who, name] and time[who "'", name].
function take(who,    line, part) {
    while ((getline line < (work "/" who)) > 0) {
        # a formula may have commas: the numbers are the last two
        if (!match(line, /,[0-9.]+\*?,[0-9.]*$/))
            continue
        split(substr(line, RSTART + 1), part, ",")
        line = substr(line, 1, RSTART - 1)
        if (part[1] ~ /\*/)
            star[line] = "*"
        least(who, line, part[1] + 0)
        least(who "'", line, part[2] + 0)
    }
}

function least(who, name, value) {
    if (value > 0 && (!((who, name) in time) || value < time[who, name]))
        time[who, name] = value
}

function cell(who, name) {
    return (who, name) in time ? sprintf("%.2f", time[who, name]) : ""
}

# A peer's time over ours; gathered for the mean of the group.
function ratio(peer, mine, name, group,    r) {
    if (!((peer, name) in time) || !((mine, name) in time))
        return ""
    r = time[peer, name] / time[mine, name]
    sum[group] += log(r)
    count[group]++
    if (name in goal) {
        sum[group, "goal"] += log(r)
        count[group, "goal"]++
    }
    return sprintf("%.2f", r)
}

function mean(group) {
    return count[group] ? sprintf("%.2f", exp(sum[group] / count[group])) : ""
}

BEGIN {
    split("sigmoid tanh silu gelu softplus mish elu selu hard_swish relu", names, " ")
    for (i in names)
        goal[names[i]] = 1
    split("own-1 own-2 torch-1 torch-2 numpy-1", files, " ")
    for (i in files)
        take(files[i])

    print "\n| one thread | f | f and f′ | PyTorch f | f and f′ | times ours | | NumPy f | f and f′ | times ours | |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    printf "| copy | %s | %s | %s | | | | %s | | | |\n", cell("own-1", "copy"),
        cell("own-1'", "copy"), cell("torch-1", "copy"), cell("numpy-1", "copy")
    while ((getline key < (work "/common")) > 0) {
        order[++keys] = key
        printf "| %s | %s | %s | %s%s | %s | %s | %s | %s | %s | %s | %s |\n", key,
            cell("own-1", key), cell("own-1'", key), cell("torch-1", key), star[key],
            cell("torch-1'", key), ratio("torch-1", "own-1", key, "t"),
            ratio("torch-1'", "own-1'", key, "t'"), cell("numpy-1", key),
            cell("numpy-1'", key), ratio("numpy-1", "own-1", key, "n"),
            ratio("numpy-1'", "own-1'", key, "n'")
    }
    printf "| geometric mean | | | | | %s | %s | | | %s | %s |\n", mean("t"),
        mean("t'"), mean("n"), mean("n'")
    printf "| of sigmoid, tanh, silu, gelu, softplus, mish, elu, selu, hard_swish, relu | | | | | %s | %s | | | %s | %s |\n",
        mean("t" SUBSEP "goal"), mean("t'" SUBSEP "goal"), mean("n" SUBSEP "goal"),
        mean("n'" SUBSEP "goal")

    print "\n| two threads | f | f and f′ | one thread over two | | PyTorch f | f and f′ | times ours | |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for (i = 1; i <= keys; i++) {
        key = order[i]
        printf "| %s | %s | %s | %s | %s | %s%s | %s | %s | %s |\n", key,
            cell("own-2", key), cell("own-2'", key),
            ratio("own-1", "own-2", key, "s"), ratio("own-1'", "own-2'", key, "s'"),
            cell("torch-2", key), star[key], cell("torch-2'", key),
            ratio("torch-2", "own-2", key, "u"), ratio("torch-2'", "own-2'", key, "u'")
    }
    printf "| geometric mean | | | %s | %s | | | %s | %s |\n", mean("s"), mean("s'"),
        mean("u"), mean("u'")

    print "\n| record | typed | f | f typed | f and f′ | typed |"
    print "|---|---|--:|--:|--:|--:|"
    while ((getline key < (work "/typed")) > 0) {
        split(key, pair, "|")
        printf "| %s | `%s` | %s | %s | %s | %s |\n", pair[1], pair[2],
            cell("own-1", pair[1]), cell("own-1", pair[2]), cell("own-1'", pair[1]),
            cell("own-1'", pair[2])
    }
}
