"""What a comparison claims, and how it knows: records that every checker and report passes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from fullmarks.compare.arrays.shapes import NO_ARRAYS, Arrays
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import Domain
from fullmarks.limits import DEFAULT, Limits
from fullmarks.records import record


class EvidenceKind(StrEnum):
    """How a verdict is known."""

    IDENTICAL = "identical"
    """The same tree after ordering of sums and products."""
    EXACT = "exact"
    """Decided by exact arithmetic: equal everywhere on the domain, or different."""
    COUNTEREXAMPLE = "counterexample"
    """Different: at the point in ``at`` the two values' enclosures do not meet."""
    AGREED = "agreed"
    """Equal at ``points`` points of the domain to ``bits`` bits."""
    PROVED = "proved"
    """Equal by a symbolic proof."""
    UNDECIDED = "undecided"
    """Nobody could tell: a person must look."""
    TOLERANCE = "tolerance"
    """A number inside, or outside, the interval that the rubric allows."""
    PHRASES = "phrases"
    """Words found, or not found, in a text."""
    CHOICE = "choice"
    """One of the options that the rubric lists."""
    PERSON = "person"
    """A person's decision."""
    NONE = "none"
    """Nothing was compared: the answer is missing or cannot be read."""


@record
class Evidence:
    """The kind, with what belongs to it; ``note`` is a plain sentence for staff (``a zero of the denominator at x = 1 was left out``)."""

    kind: EvidenceKind
    at: tuple[tuple[str, str], ...] = ()
    """The point of a counterexample: symbol and value, in order of the symbols."""
    values: tuple[str, str] | None = None
    """The answer's and the key's value there, in decimals, for staff."""
    points: int | None = None
    bits: int | None = None
    note: str | None = None


@record
class Comparison:
    """Whether two things are equal (None: undecided), and how that is known."""

    equal: bool | None
    evidence: Evidence


@record
class Assumptions:
    """What holds while two trees are compared.

    ``domains`` maps each declared symbol to its domain; symbols outside it are real. ``arrays`` are those names that stand for
    arrays instead, with their shapes. ``seed`` (the item's hash) fixes the sample points, so that no verdict depends on chance.
    """

    domains: Mapping[str, Domain] = field(default_factory=dict)
    seed: str = ""
    limits: Limits = DEFAULT
    arrays: Arrays = NO_ARRAYS
    strict: bool = False
    """Whether a value that only one side lacks at a border counts, though it be a single point."""
    workspace: Workspace | None = field(default=None, compare=False, repr=False)
    """What one judgement has worked out already; None where nothing is kept."""

    def in_workspace(self, workspace: Workspace) -> Assumptions:
        """The same assumptions, with what is worked out kept in the workspace."""
        return Assumptions(self.domains, self.seed, self.limits, self.arrays, self.strict, workspace)
