"""Bounds on what is read and computed, in one settings object.

Reading bounds make an answer ``unreadable`` by name; evaluation bounds make a comparison ``undecided``, never slow.
"""

from __future__ import annotations

from fullmarks.records import frozen


@frozen
class Limits:
    """How large an answer may be and how much work one comparison may cost."""

    characters: int = 20_000
    """Code points in one answer."""
    depth: int = 200
    """Nesting of brackets and commands."""
    nodes: int = 10_000
    """Nodes of one tree."""
    digits: int = 10_000
    """Decimal digits of one number, its exponent written out."""
    matrix_side: int = 64
    """Rows, and columns, of one matrix."""
    exact_bits: int = 65_536
    """Bits of any exact rational that is computed; past it a value has no exact form."""
    polynomial_terms: int = 2_000
    """Terms of any polynomial that is expanded, bounded before the expansion."""
    sum_terms: int = 2_000
    """Terms that one indexed sum or product may be unrolled to."""
    evaluations: int = 200_000
    """Node evaluations that one comparison may spend on sampling."""
    proof_seconds: float = 1.5
    """How long the prover may think about what nothing else decides; 0: it is not asked."""
    precision_bits: int = 1_024
    """The working precision at which sampling gives up."""


DEFAULT = Limits()
