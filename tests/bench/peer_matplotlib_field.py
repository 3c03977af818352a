"""peer_matplotlib_field.py - a heat map of 4000 x 4000 samples, as its readers draw it.

Use: peer_matplotlib_field.py FOLDER
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

x = np.linspace(-6, 6, 4000)[None, :]
beta = np.linspace(0, 4, 4000)[:, None]
z = x / (1 + np.exp(-beta * x))
plt.figure(figsize=(42, 42), dpi=100)
plt.imshow(z, origin="lower", extent=(-6, 6, 0, 4), aspect="auto", interpolation="nearest")
plt.colorbar(label="Swish")
plt.xlabel("x")
plt.ylabel("beta")
plt.savefig(f"{sys.argv[1]}/mpl-field.png", dpi=100)
