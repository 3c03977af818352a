#!/usr/bin/env python3
"""normal.py - what plots/data/normal.npy was made by: 10000 standard normal numbers."""
import numpy as np

np.save("normal.npy",
        np.random.default_rng(2026).standard_normal(10000).astype(np.float32))
