"""Off by one: a count or an index that begins or ends one too early or too late.

The value is one more or one less than a key that is a whole number or has symbols, or the key holds with ``n ± 1`` for one ``n``,
or with one bound of a sum shifted by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from fullmarks.compare.values import rational
from fullmarks.diagnose.names import MOST_SYMBOLS
from fullmarks.diagnose.near_miss import NearMiss, Trial
from fullmarks.diagnose.variants import MOST_VARIANTS, variants
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Add, BigOperator, Negate, Node, Number, Symbol
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import substitute, symbols
from fullmarks.outcome import Diagnosis

CODE = "off_by_one"
_ONE = Number(Fraction(1))
_STUDENT = "Off by one: check where the counting begins and ends."


def explain(answer: Node, expected: Node, trial: Trial) -> Diagnosis | None:
    """First the value itself, then each symbol, whole numbers before others."""
    for step, shifted in zip(("+ 1", "- 1"), trial.spoilt(expected, _with_the_value_shifted), strict=False):
        if trial.same(answer, shifted):
            return Diagnosis(CODE, _STUDENT, f"The key {step}.", (("of", "value"), ("by", step)))
    domains = trial.assumptions.domains
    names = sorted(symbols(expected), key=lambda name: (domains.get(name, REAL).kind != "integer", name))
    for name in names[:MOST_SYMBOLS]:
        for step, shifted in zip(("- 1", "+ 1"), trial.spoilt(expected, _with_a_symbol_shifted, name), strict=True):
            if trial.same(answer, shifted):
                return Diagnosis(
                    CODE, _STUDENT, f"The key with {name} {step} for {name}.", (("of", name), ("by", step))
                )
    for shifted in trial.spoilt(expected, _with_bounds_shifted):
        if trial.same(answer, shifted):
            return Diagnosis(CODE, _STUDENT, f"The key with a bound shifted: {plain(shifted)}.", (("of", "bound"),))
    return None


def _with_the_value_shifted(expected: Node) -> Iterator[Node]:
    if _counts(expected):
        yield Add((expected, _ONE))
        yield Add((expected, Negate(_ONE)))


def _with_a_symbol_shifted(expected: Node, name: str) -> Iterator[Node]:
    for shift in (Negate(_ONE), _ONE):
        yield substitute(expected, {name: Add((Symbol(name), shift))})


def _with_bounds_shifted(expected: Node) -> Iterator[Node]:
    return islice(variants(expected, _with_a_bound_shifted), MOST_VARIANTS)


def _with_a_bound_shifted(node: Node) -> Iterator[Node]:
    """A sum or product that begins or ends one too early or too late."""
    if isinstance(node, BigOperator):
        for shift in (_ONE, Negate(_ONE)):
            yield replace(node, lower=Add((node.lower, shift)))
            yield replace(node, upper=Add((node.upper, shift)))


def _counts(expected: Node) -> bool:
    if symbols(expected):
        return True
    value = rational(expected)
    return value is not None and value.denominator == 1


NEAR_MISS = NearMiss(CODE, explain)
