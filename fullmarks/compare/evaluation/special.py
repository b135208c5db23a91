"""Functions of one number on balls, real and complex, and where they are undefined over the reals."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller

from flint import acb, arb, fmpq

from fullmarks.compare.evaluation.undefined import UncertainError, UndefinedError

Value = fmpq | arb | acb
"""An exact rational, a real ball or a complex ball."""

Ball = arb | acb

REAL: dict[str, Callable[[arb], arb]] = {
    "sin": lambda x: x.sin(),
    "cos": lambda x: x.cos(),
    "tan": lambda x: x.tan(),
    "cot": lambda x: x.cot(),
    "sec": lambda x: x.sec(),
    "csc": lambda x: x.csc(),
    "asin": lambda x: _within(x, arb(1)).asin(),
    "acos": lambda x: _within(x, arb(1)).acos(),
    "atan": lambda x: x.atan(),
    "acot": lambda x: arb.pi() / 2 - x.atan(),
    "asec": lambda x: _within(1 / _away(x), arb(1)).acos(),
    "acsc": lambda x: _within(1 / _away(x), arb(1)).asin(),
    "sinh": lambda x: x.sinh(),
    "cosh": lambda x: x.cosh(),
    "tanh": lambda x: x.tanh(),
    "coth": lambda x: x.coth(),
    "sech": lambda x: x.sech(),
    "csch": lambda x: x.csch(),
    "asinh": lambda x: x.asinh(),
    "acosh": lambda x: _at_least(x, 1).acosh(),
    "atanh": lambda x: _within(x, arb(1)).atanh(),
    "exp": lambda x: x.exp(),
    "log": lambda x: _positive(x).log(),
    "gamma": lambda x: x.gamma(),
    "factorial": lambda x: (x + 1).gamma(),
    "erf": lambda x: x.erf(),
    "re": lambda x: x,
    "im": lambda _: arb(0),
    "conjugate": lambda x: x,
    "arg": lambda x: arb.pi() if x < 0 else _positive(x) * 0,
}
"""Real functions; outside their domain they raise UndefinedError."""


def _method(name: str) -> Callable[[acb], Ball]:
    return methodcaller(name)


_METHODS = (
    *("sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "exp", "log", "gamma", "erf"),
    *("sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh"),
)

COMPLEX: dict[str, Callable[[acb], Ball]] = {
    **{name: _method(name) for name in _METHODS},
    "acot": lambda z: acb.pi() / 2 - z.atan(),
    "asec": lambda z: (1 / z).acos(),
    "acsc": lambda z: (1 / z).asin(),
    "factorial": lambda z: (z + 1).gamma(),
    "sqrt": lambda z: z.sqrt(),
    "re": lambda z: z.real,
    "im": lambda z: z.imag,
    "conjugate": lambda z: acb(z.real, -z.imag),
    "arg": lambda z: z.arg(),
}
"""Complex functions, on their principal branches."""


def real_part(value: Value) -> arb:
    """The real ball of a value that may be real; raises UndefinedError where it certainly is not."""
    if isinstance(value, acb):
        if not value.imag.contains(0):
            raise UndefinedError("domain")
        return value.real
    return arb(value)


def _positive(x: arb) -> arb:
    if x > 0:
        return x
    if x == 0:
        raise UndefinedError("pole")
    if x < 0:
        raise UndefinedError("domain")
    raise UncertainError


def _away(x: arb) -> arb:
    """The ball, if it does not hold zero."""
    if not x.contains(0):
        return x
    if x == 0:
        raise UndefinedError("pole")
    raise UncertainError


def _within(x: arb, bound: arb) -> arb:
    """The ball, if it lies in [-bound, bound]; a ball across an end is cut there, its middle deciding nothing."""
    if abs(x) <= bound:
        return x
    if abs(x) > bound:
        raise UndefinedError("domain")
    if x.overlaps(bound):
        return x.intersection(arb(0).union(bound))
    if x.overlaps(-bound):
        return x.intersection((-bound).union(arb(0)))
    raise UncertainError


def _at_least(x: arb, bound: int) -> arb:
    if x >= bound:
        return x
    if x < bound:
        raise UndefinedError("domain")
    raise UncertainError
