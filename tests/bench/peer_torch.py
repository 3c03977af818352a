"""peer_torch.py - ns an element of PyTorch's activations, float64, 10 million elements.

Use: peer_torch.py THREADS [shuffled]. Prints `name,value,value_and_slope`: the value written to an
array that exists (`out=`; where PyTorch has none, to a new one: `value*`), and the
value followed by its backward; best of three runs.
"""

import sys
import time

import torch

N = 10_000_000
# Of one thread its own time, which others on the machine do not lengthen.
now = time.process_time if sys.argv[1] == "1" else time.perf_counter
torch.set_num_threads(int(sys.argv[1]))
x = torch.linspace(-5, 5, N, dtype=torch.float64)
if "shuffled" in sys.argv:
    x = x[torch.randperm(N)]
out = torch.zeros_like(x)  # the pages are there
ones = torch.ones_like(x)
aten = torch.ops.aten

functions = {
    "relu": (aten.relu, ()),
    "leaky_relu": (aten.leaky_relu, (0.01,)),
    "relu6": (aten.hardtanh, (0.0, 6.0)),
    "elu": (aten.elu, ()),
    "selu": (aten.elu, (1.6732632423543772, 1.0507009873554805)),
    "celu": (aten.elu, ()),
    "sigmoid": (aten.sigmoid, ()),
    "hard_sigmoid": (aten.hardsigmoid, ()),
    "tanh": (aten.tanh, ()),
    "hard_tanh": (aten.hardtanh, ()),
    "log_sigmoid": (aten.log_sigmoid, ()),
    "hard_shrink": (aten.hardshrink, ()),
    "soft_shrink": (aten.softshrink, ()),
    "softplus": (aten.softplus, ()),
    "gelu": (aten.gelu, ()),
    "silu": (aten.silu, ()),
    "hard_swish": (aten.hardswish, ()),
    "mish": (aten.mish, ()),
    "exponential": (aten.exp, ()),
    "arctan": (aten.atan, ()),
    "arcsinh": (aten.asinh, ()),
    "erf": (aten.erf, ()),
    "sin": (aten.sin, ()),
    "cos": (aten.cos, ()),
}


def best(function):
    times = []
    for _ in range(3):
        started = now()
        function()
        times.append(now() - started)
    return min(times) / N * 1e9


def value(operation, arguments):
    if operation is aten.relu:  # its out= makes an array and copies it: ten times slower
        operation, arguments = aten.clamp_min, (0,)
    try:
        return f"{best(lambda: operation.out(x, *arguments, out=out)):.3f}"
    except (AttributeError, RuntimeError):
        return f"{best(lambda: operation(x, *arguments)):.3f}*"


def value_and_slope(operation, arguments):
    leaf = x.detach().requires_grad_()

    def run():
        leaf.grad = None
        operation(leaf, *arguments).backward(ones)

    return best(run)


print(f"copy,{best(lambda: out.copy_(x)):.3f},")
for name, (operation, arguments) in functions.items():
    print(f"{name},{value(operation, arguments)},{value_and_slope(operation, arguments):.3f}")
