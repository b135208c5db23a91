"""Why an expression has no value at a point."""

from __future__ import annotations


class NoValueError(ArithmeticError):
    """Base: there is no value to compare."""


class UndefinedError(NoValueError):
    """Certainly no value here.

    ``kind``: ``pole`` (a division by zero), ``domain`` (a root or logarithm outside its domain), ``nowhere`` (no piece of a
    piecewise function holds), ``shape`` (sizes that do not fit).
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class UncertainError(NoValueError):
    """Perhaps a value: the balls are too wide at this precision."""


class BeyondError(NoValueError):
    """A value that is not computed: past the limits, or of a kind that has no evaluation here. More precision does not help."""
