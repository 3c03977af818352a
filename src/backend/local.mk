# backend: the layer's sources, then its unit tests.
