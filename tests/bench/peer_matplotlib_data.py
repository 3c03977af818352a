"""peer_matplotlib_data.py - a file's points as matplotlib draws them by default.

Use: peer_matplotlib_data.py FILE OUT; FILE holds doubles, or is CSV with a header.
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

if sys.argv[1].endswith(".csv"):
    plt.plot(*np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, unpack=True))
else:
    plt.plot(np.fromfile(sys.argv[1]))
plt.savefig(sys.argv[2])
