#!/usr/bin/env python3
"""orbits.py - what plots/data/orbits.csv was made by: python3 orbits.py >orbits.csv

Where a number goes that one activation is applied to again and again, as the staircase
of a cobweb diagram: from (x, x) up or down to (x, f(x)), across to (f(x), f(x)).
"""
import math

ORBITS = [
    ("tanh", lambda x: math.tanh(2 * x), 0.02, 14),
    ("tanh", lambda x: math.tanh(2 * x), -1.4, 8),
    ("sine", lambda x: 2.9 * math.sin(x), 0.1, 60),
]

print("# made by orbits.py: cobwebs of tanh(2 x) and 2.9 sin(x)")
print("map,orbit,x,y")
for number, (name, f, x, steps) in enumerate(ORBITS, 1):
    print(f"{name},{number},{x:.6g},{x:.6g}")
    for _ in range(steps):
        y = f(x)
        print(f"{name},{number},{x:.6g},{y:.6g}")
        print(f"{name},{number},{y:.6g},{y:.6g}")
        x = y
