# peers.sh - where the programs are that actplot is measured beside; sourced.

# python_with MODULE: a Python that has it, itself rather than a script that looks for
# it; nothing: there is none.
python_with() {
    for candidate in python3 /usr/bin/python3; do
        if "$candidate" -c "import $1" 2>/dev/null; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}
