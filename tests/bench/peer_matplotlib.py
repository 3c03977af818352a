"""peer_matplotlib.py - the article's figure as its readers draw it today.

Use: peer_matplotlib.py FORMAT COUNT FOLDER; COUNT figures in one process, each with
a slope of its own.
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

file_format, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
x = np.linspace(-5, 5, 1000)
for i in range(count):
    alpha = 0.25 + 0.005 * i
    plt.figure(figsize=(10, 6), dpi=100)
    plt.plot(x, np.maximum(0, x), label="ReLU", color="blue", linewidth=2)
    plt.plot(x, np.where(x > 0, x, 0.1 * x), label="Leaky ReLU (α=0.1)", color="green", linewidth=2)
    plt.plot(x, np.where(x > 0, x, alpha * x), label=f"PReLU (α={alpha:g})", color="red", linewidth=2)
    plt.title("ReLU vs Leaky ReLU vs PReLU", fontsize=14)
    plt.xlabel("x", fontsize=12)
    plt.ylabel("f(x)", fontsize=12)
    plt.grid(True, linestyle="--", alpha=0.7)
    plt.legend(fontsize=12)
    plt.xlim(-5, 5)
    plt.ylim(-1.5, 5)
    plt.savefig(f"{folder}/mpl-{i}.{file_format}", dpi=100)
    plt.close()
