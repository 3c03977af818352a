# tests: what needs the whole program.
