"""Whether a rational lies in a domain, for whoever asks often: python-flint's rationals, no Fractions."""

from __future__ import annotations

from functools import lru_cache

from flint import fmpq

from fullmarks.compare.evaluation.evaluate import rational_value
from fullmarks.expr.domains import REAL, Domain


def inside(domain: Domain, value: fmpq) -> bool:
    """Whether the value lies in a domain of reals or integers."""
    if domain is REAL:
        return True
    if (domain.kind == "integer" and value.q != 1) or (domain.nonzero and value == 0):
        return False
    lower, upper = ends(domain)
    if lower is not None and (value < lower or (domain.lower_open and value == lower)):
        return False
    return not (upper is not None and (value > upper or (domain.upper_open and value == upper)))


@lru_cache(maxsize=256)
def ends(domain: Domain) -> tuple[fmpq | None, fmpq | None]:
    """The bounds as rationals; None where there are none."""
    lower, upper = domain.lower, domain.upper
    return None if lower is None else rational_value(lower), None if upper is None else rational_value(upper)
