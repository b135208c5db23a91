"""The prover's process: reads one question a line, answers ``equal``, ``different`` or ``unknown`` a line.

It may be killed at any moment. Its memory is limited, and it dies with whoever started it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from threading import Thread
from types import FrameType

import sympy

from fullmarks.compare.proof.in_sympy import Builder
from fullmarks.compare.proof.written import NotWrittenError
from fullmarks.memory_limit import limit_memory

READY = "ready"
_LOOKS_EVERY_S = 1.0


def main(memory_bytes: int) -> None:
    """Answers until standard input ends."""
    limit_memory(memory_bytes)
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    signal.signal(signal.SIGPROF, _ring)
    _say(READY)
    for line in sys.stdin:
        _say(_answer(line))


def _end_with(parent: int) -> None:
    """Ends this process soon after its parent; the kernel's own signal for that comes when a mere thread of it ends."""
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY_S)
    os._exit(1)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class _OutOfTimeError(Exception):
    """The processor time that a question may take is used up."""


def _ring(signum: int, frame: FrameType | None) -> None:
    raise _OutOfTimeError


def _answer(line: str) -> str:
    question = json.loads(line)
    builder = Builder(question["domains"])
    signal.setitimer(signal.ITIMER_PROF, question["seconds"])
    try:
        left, right = builder.build(question["left"]), builder.build(question["right"])
        difference = sympy.simplify((left - right).doit())
        differs = _differs(difference)
    except (NotWrittenError, NotImplementedError, ValueError, TypeError, ArithmeticError, RecursionError, MemoryError):
        return "unknown"
    except _OutOfTimeError:
        return "unknown"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if difference == 0:
        return "equal"
    return "different" if differs else "unknown"


_ANALYTIC = (sympy.sin, sympy.cos, sympy.tan, sympy.log, sympy.sinh, sympy.cosh, sympy.tanh, sympy.atan)


def _differs(difference: sympy.Expr) -> bool:
    """Whether a difference that is not 0 by its form is known to be none: a number, or a product of what has few zeros.

    A polynomial that is not 0, and a function of one that is no constant, have other values than 0 on any range; whole numbers
    may all be zeros.
    """
    if difference.is_number:
        return bool(difference.is_finite and difference.is_zero is False)
    names = sorted(difference.free_symbols, key=str)
    if any(name.is_integer for name in names):
        return False
    above, below = sympy.fraction(sympy.together(difference))
    factors = [factor.as_base_exp()[0] for factor in sympy.Mul.make_args(above)]
    return all(_has_few_zeros(factor, names) for factor in factors) and not below.has(sympy.zoo, sympy.nan)


def _has_few_zeros(factor: sympy.Expr, names: list[sympy.Symbol]) -> bool:
    if isinstance(factor, _ANALYTIC):
        (argument,) = factor.args
        return bool(argument.free_symbols) and argument.is_polynomial(*names)
    if not factor.is_polynomial(*names):
        return False
    coefficients = sympy.Poly(factor, *names).coeffs()
    return any(coefficient.is_finite and coefficient.is_zero is False for coefficient in coefficients)


if __name__ == "__main__":
    main(int(sys.argv[1]))
