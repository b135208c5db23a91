"""The kinds of checker, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from fullmarks.checkers import (
    antiderivative,
    array,
    basis,
    choice,
    equation,
    growth,
    inequality,
    interval,
    list,  # noqa: A004 - the kind of that name
    matrix,
    measurement,
    numeric,
    piecewise,
    quantity,
    set,  # noqa: A004 - the kind of that name
    solutions,
    symbolic,
    table,
    text,
    tuple,  # noqa: A004 - the kind of that name
    unpooled,
)
from fullmarks.checkers.checker import Checker, CheckerOptions, Options


def _any_kind(checker: Checker[Options]) -> Checker[CheckerOptions]:
    # Each record is used with its own options alone: whoever looks a kind up makes them with the record's own model.
    return cast("Checker[CheckerOptions]", checker)


_ALL = (
    _any_kind(symbolic.CHECKER),
    _any_kind(numeric.CHECKER),
    _any_kind(quantity.CHECKER),
    _any_kind(measurement.CHECKER),
    _any_kind(matrix.CHECKER),
    _any_kind(array.CHECKER),
    _any_kind(unpooled.CHECKER),
    _any_kind(table.CHECKER),
    _any_kind(basis.CHECKER),
    _any_kind(solutions.CHECKER),
    _any_kind(tuple.CHECKER),
    _any_kind(list.CHECKER),
    _any_kind(set.CHECKER),
    _any_kind(interval.CHECKER),
    _any_kind(equation.CHECKER),
    _any_kind(inequality.CHECKER),
    _any_kind(piecewise.CHECKER),
    _any_kind(antiderivative.CHECKER),
    _any_kind(growth.CHECKER),
    _any_kind(choice.CHECKER),
    _any_kind(text.CHECKER),
)

CHECKERS: Mapping[str, Checker[CheckerOptions]] = MappingProxyType({checker.kind: checker for checker in _ALL})
"""Kind to record, in the order of the docs."""
