# peer_matplotlib.py TABLE OUT TITLE X Y SCALE - the table's curves, at matplotlib's defaults.
import sys
from collections import OrderedDict

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

table, out, title, x_label, y_label, scale = sys.argv[1:]
panels = OrderedDict()
for line in open(table, encoding="utf-8"):
    panel, curve, piece, x, y = line.rstrip("\n").split("\t")
    pieces = panels.setdefault(panel, OrderedDict()).setdefault(curve, OrderedDict())
    pieces.setdefault(piece, []).append((float(x), float(y)))

figure, axes = plt.subplots(1, len(panels), squeeze=False, figsize=(4.8, 3.2), dpi=100)
for axis, curves in zip(axes[0], panels.values()):
    for curve, pieces in curves.items():
        color = None
        for points in pieces.values():
            lines = axis.plot(*zip(*points), color=color, label=None if color else curve)
            color = lines[0].get_color()
    axis.set_xlabel(x_label)
    axis.set_ylabel(y_label)
    axis.set_yscale(scale)
    if scale == "log":
        axis.set_ylim(1e-8, 1e-2)
    axis.legend()
if len(panels) > 1:
    figure.suptitle(title)
else:
    axes[0][0].set_title(title)
figure.savefig(out)
