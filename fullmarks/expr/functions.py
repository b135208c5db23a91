"""The functions and constants that the engine knows by name, and the other names they go by."""

from __future__ import annotations

FUNCTIONS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("sin", "cos", "tan", "cot", "sec", "csc"), (1, 1)),
    **dict.fromkeys(("asin", "acos", "atan", "acot", "asec", "acsc"), (1, 1)),
    **dict.fromkeys(("sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh"), (1, 1)),
    **dict.fromkeys(
        ("exp", "sqrt", "abs", "floor", "ceil", "round", "sign", "factorial", "factorial2", "gamma", "erf"), (1, 1)
    ),
    **dict.fromkeys(("re", "im", "arg", "conjugate", "degrees"), (1, 1)),
    **dict.fromkeys(("transpose", "trace", "det", "inverse", "rank"), (1, 1)),
    **dict.fromkeys(("log", "norm"), (1, 2)),
    **dict.fromkeys(("root", "binomial", "mod"), (2, 2)),
    "atan2": (2, 2),
    **dict.fromkeys(("min", "max", "gcd", "lcm"), (1, 64)),
}
"""Canonical name to the least and greatest number of arguments."""

ALIASES: dict[str, str] = {
    **{f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan", "cot", "sec", "csc")},
    **{f"ar{name}": f"a{name}" for name in ("sinh", "cosh", "tanh")},
    **{f"arc{name}": f"a{name}" for name in ("sinh", "cosh", "tanh")},
    "ln": "log",
    "Log": "log",
    "cosec": "csc",
    "ctg": "cot",
    "cotan": "cot",
    "tg": "tan",
    "arctg": "atan",
    "Abs": "abs",
    "ceiling": "ceil",
    "sgn": "sign",
    "signum": "sign",
    "Gamma": "gamma",
    "cbrt": "root",
    "nthroot": "root",
    "Re": "re",
    "Im": "im",
    "Arg": "arg",
    "tr": "trace",
    "Tr": "trace",
    "binom": "binomial",
    "comb": "binomial",
    "nCr": "binomial",
    "Max": "max",
    "Min": "min",
    "conj": "conjugate",
}
"""Other spellings of a function's name; ``cbrt`` is the third root."""

POWERED_BEFORE_ARGUMENT = frozenset(
    name for name in FUNCTIONS if name.removeprefix("a").removesuffix("h") in ("sin", "cos", "tan", "cot", "sec", "csc")
) | {"log"}
"""Functions that take a power between name and argument: ``sin^2 x``."""

INVERSES: dict[str, str] = {
    name: f"a{name}" for name in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh")
}
"""What ``sin^{-1}`` means."""

CONSTANTS = frozenset(
    {
        "pi",
        "e",
        "i",
        "infinity",
        "undefined",
        "emptyset",
        "reals",
        "integers",
        "naturals",
        "rationals",
        "complexes",
        "true",
        "false",
    }
)
"""Canonical names of constants."""

GREEK = frozenset(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi psi omega "
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar nabla partial".split()
)
"""Letters with a name of their own, each a symbol by that name."""
