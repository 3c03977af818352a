"""peer_numpy.py - ns an element of value and slope in NumPy, 10 million doubles.

Prints `name,value,value_and_slope`, the best of three runs each, temporary arrays
included, as a script that draws the two would compute them.
"""

import time

import numpy as np

try:
    from scipy.special import erf, expit
except ImportError:
    erf = None

    def expit(x):
        return 1 / (1 + np.exp(-x))


N = 10_000_000
x = np.linspace(-5, 5, N)


def pdf(x):
    return np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


def cdf(x):
    return 0.5 * (1 + erf(x / np.sqrt(2)))


def gelu_tanh_gate(x):
    return expit(2 * np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))


def mish_slope(x):
    t = np.tanh(np.log1p(np.exp(x)))
    return t + x * (1 - t * t) * expit(x)


def elu_like(scale, alpha):
    return (
        lambda x: scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
        lambda x: scale * np.where(x > 0, 1, alpha * np.exp(np.minimum(x, 0))),
    )


functions = {
    "identity": (lambda x: x.copy(), np.ones_like),
    "step": (lambda x: np.where(x >= 0, 1.0, 0.0), np.zeros_like),
    "relu": (lambda x: np.maximum(x, 0), lambda x: np.where(x > 0, 1.0, 0.0)),
    "leaky_relu": (lambda x: np.where(x > 0, x, 0.01 * x), lambda x: np.where(x > 0, 1, 0.01)),
    "prelu": (lambda x: np.where(x > 0, x, 0.25 * x), lambda x: np.where(x > 0, 1, 0.25)),
    "relu6": (lambda x: np.clip(x, 0, 6), lambda x: np.where((x > 0) & (x < 6), 1.0, 0.0)),
    "elu": elu_like(1, 1),
    "selu": elu_like(1.0507009873554805, 1.6732632423543772),
    "celu": elu_like(1, 1),
    "sigmoid": (expit, lambda x: expit(x) * expit(-x)),
    "hard_sigmoid": (
        lambda x: np.clip(x + 3, 0, 6) / 6,
        lambda x: np.where((x > -3) & (x < 3), 1 / 6, 0.0),
    ),
    "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
    "hard_tanh": (lambda x: np.clip(x, -1, 1), lambda x: np.where((x > -1) & (x < 1), 1.0, 0.0)),
    "softsign": (lambda x: x / (1 + np.abs(x)), lambda x: 1 / (1 + np.abs(x)) ** 2),
    "softplus": (lambda x: np.logaddexp(0, x), expit),
    "gelu": (lambda x: x * cdf(x), lambda x: cdf(x) + x * pdf(x)),
    "gelu_tanh": (
        lambda x: x * gelu_tanh_gate(x),
        lambda x: (s := gelu_tanh_gate(x))
        + x * s * (1 - s) * 2 * np.sqrt(2 / np.pi) * (1 + 0.134145 * x * x),
    ),
    "silu": (lambda x: x * expit(x), lambda x: (s := expit(x)) * (1 + x * (1 - s))),
    "hard_swish": (
        lambda x: x * np.clip(x + 3, 0, 6) / 6,
        lambda x: np.where(x <= -3, 0, np.where(x >= 3, 1, (2 * x + 3) / 6)),
    ),
    "mish": (lambda x: x * np.tanh(np.log1p(np.exp(x))), mish_slope),
}
if erf is None:
    del functions["gelu"]


def best(function):
    times = []
    for _ in range(3):
        started = time.process_time()
        function()
        times.append(time.process_time() - started)
    return min(times) / N * 1e9


print(f"copy,{best(lambda: x.copy()):.2f},")
for name, (f, df) in functions.items():
    print(f"{name},{best(lambda: f(x)):.2f},{best(lambda: (f(x), df(x))):.2f}")
