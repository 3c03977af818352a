# bench-eval.awk - the rounds of bench-eval.sh as tables. Needs work, the folder that
# has own-T and torch-T for the tables 1, 2, shuffled, and numpy-1 (lines
# NAME,VALUE,BOTH, those of each round after those of the one before), common and typed.

# time[who, name, round] and time[who "'", name, round], rounds from 1.
function take(who,    line, part) {
    while ((getline line < (work "/" who)) > 0) {
        # a formula may have commas: the numbers are the last two
        if (!match(line, /,[0-9.]+\*?,[0-9.]*$/))
            continue
        split(substr(line, RSTART + 1), part, ",")
        line = substr(line, 1, RSTART - 1)
        if (part[1] ~ /\*/)
            star[line] = "*"
        add(who, line, part[1] + 0)
        add(who "'", line, part[2] + 0)
    }
}

function add(who, name, value) {
    if (value > 0)
        time[who, name, ++rounds[who, name]] = value
}

# The middle of list[1 .. n].
function median(list, n,    i, k, kept) {
    for (i = 2; i <= n; i++) {
        kept = list[i]
        for (k = i - 1; k >= 1 && list[k] > kept; k--)
            list[k + 1] = list[k]
        list[k + 1] = kept
    }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

function cell(who, name,    i, n, list) {
    n = rounds[who, name]
    for (i = 1; i <= n; i++)
        list[i] = time[who, name, i]
    return n ? sprintf("%.2f", median(list, n)) : ""
}

# A peer's time over ours, by rounds; gathered for the means of the group.
function ratio(peer, mine, name, group,    i, n, list, r) {
    n = rounds[peer, name] < rounds[mine, name] ? rounds[peer, name] : rounds[mine, name]
    if (!n)
        return ""
    for (i = 1; i <= n; i++)
        list[i] = time[peer, name, i] / time[mine, name, i]
    r = median(list, n)
    sum[group] += log(r)
    count[group]++
    return sprintf("%.2f", r)
}

function mean(group) {
    return count[group] ? sprintf("%.2f", exp(sum[group] / count[group])) : ""
}

function one_row(key) {
    printf "| %s | %s | %s | %s%s | %s | %s | %s | %s | %s | %s | %s |\n", key,
        cell("own-1", key), cell("own-1'", key), cell("torch-1", key), star[key],
        cell("torch-1'", key), ratio("torch-1", "own-1", key, "t"),
        ratio("torch-1'", "own-1'", key, "t'"), cell("numpy-1", key),
        cell("numpy-1'", key), ratio("numpy-1", "own-1", key, "n"),
        ratio("numpy-1'", "own-1'", key, "n'")
}

function two_row(key) {
    printf "| %s | %s | %s | %s | %s | %s%s | %s | %s | %s |\n", key,
        cell("own-2", key), cell("own-2'", key), ratio("own-1", "own-2", key, "s"),
        ratio("own-1'", "own-2'", key, "s'"), cell("torch-2", key), star[key],
        cell("torch-2'", key), ratio("torch-2", "own-2", key, "u"),
        ratio("torch-2'", "own-2'", key, "u'")
}

function shuffled_row(key) {
    printf "| %s | %s | %s | %s%s | %s | %s | %s |\n", key, cell("own-shuffled", key),
        cell("own-shuffled'", key), cell("torch-shuffled", key), star[key],
        cell("torch-shuffled'", key), ratio("torch-shuffled", "own-shuffled", key, "x"),
        ratio("torch-shuffled'", "own-shuffled'", key, "x'")
}

# The ten with their mean, then the others with the mean of all.
function rows(kind,    i, ten) {
    for (ten = 1; ten >= 0; ten--) {
        for (i = 1; i <= keys; i++) {
            if ((order[i] in goal) != ten)
                continue
            if (kind == 1)
                one_row(order[i])
            else if (kind == 2)
                two_row(order[i])
            else
                shuffled_row(order[i])
        }
        if (kind == 1)
            printf "| **geometric mean of %s** | | | | | %s | %s | | | %s | %s |\n",
                ten ? "these ten" : "all", mean("t"), mean("t'"), mean("n"), mean("n'")
        else if (kind == 2)
            printf "| **geometric mean of %s** | | | %s | %s | | | %s | %s |\n",
                ten ? "these ten" : "all", mean("s"), mean("s'"), mean("u"), mean("u'")
        else
            printf "| **geometric mean of %s** | | | | | %s | %s |\n",
                ten ? "these ten" : "all", mean("x"), mean("x'")
    }
}

BEGIN {
    split("sigmoid tanh silu gelu softplus mish elu selu hard_swish relu", names, " ")
    for (i in names)
        goal[names[i]] = 1
    split("own-1 own-2 own-shuffled torch-1 torch-2 torch-shuffled numpy-1", files, " ")
    for (i in files)
        take(files[i])
    while ((getline key < (work "/common")) > 0)
        order[++keys] = key

    print "\n| one thread | f | f and f′ | PyTorch f | f and f′ | times ours | | NumPy f | f and f′ | times ours | |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    printf "| copy | %s | %s | %s | | | | %s | | | |\n", cell("own-1", "copy"),
        cell("own-1'", "copy"), cell("torch-1", "copy"), cell("numpy-1", "copy")
    rows(1)

    print "\n| two threads | f | f and f′ | one thread over two | | PyTorch f | f and f′ | times ours | |"
    print "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    rows(2)

    print "\n| one thread, x in no order | f | f and f′ | PyTorch f | f and f′ | times ours | |"
    print "|---|--:|--:|--:|--:|--:|--:|"
    rows(3)

    print "\n| record | typed | f | f typed | f and f′ | typed |"
    print "|---|---|--:|--:|--:|--:|"
    while ((getline key < (work "/typed")) > 0) {
        split(key, pair, "|")
        printf "| %s | `%s` | %s | %s | %s | %s |\n", pair[1], pair[2],
            cell("own-1", pair[1]), cell("own-1", pair[2]), cell("own-1'", pair[1]),
            cell("own-1'", pair[2])
    }
}
