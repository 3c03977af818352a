# plots: the gallery, which is also a set of golden tests.
