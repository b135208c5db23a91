"""Comparing two unions of intervals, end by end."""

from __future__ import annotations

from fullmarks.checkers.compared import outcome_of, together
from fullmarks.checkers.intervals import Interval, Region, UnorderedError, normalised
from fullmarks.checkers.tolerance import Tolerance, compare_within
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis, Outcome, incorrect

OPEN_OR_CLOSED = "open_or_closed"
OPEN_OR_CLOSED_SENTENCE = "The ends are right; look again at which of them belong to the set."

_IDENTICAL = Comparison(True, Evidence(EvidenceKind.IDENTICAL))
_DIFFERENT = Comparison(False, Evidence(EvidenceKind.EXACT))
_UNDECIDED = Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="The order of the ends is not known."))


def compare_regions(given: Region, wanted: Region, tolerance: Tolerance | None, assumptions: Assumptions) -> Outcome:
    """Ends that are numbers are put in order first; several parts in no known order are only told to be the same."""
    try:
        given, wanted = normalised(given, assumptions), normalised(wanted, assumptions)
        told_apart = True
    except UnorderedError:
        told_apart = len(given) == len(wanted) == 1
    if len(given) != len(wanted):
        return outcome_of(_DIFFERENT if told_apart else _UNDECIDED)
    pairs = tuple(zip(given, wanted, strict=True))
    ends = together(_ends(one, other, tolerance, assumptions) for one, other in pairs)
    if not ends.equal and not told_apart:
        return outcome_of(_UNDECIDED)
    if not ends.equal or all(_borders(one) == _borders(other) for one, other in pairs):
        return outcome_of(ends)
    explained = Diagnosis(OPEN_OR_CLOSED, OPEN_OR_CLOSED_SENTENCE, "Only open and closed ends differ from the key.")
    return incorrect(_DIFFERENT.evidence, explained)


def _ends(one: Interval, other: Interval, tolerance: Tolerance | None, assumptions: Assumptions) -> Comparison:
    pairs = ((one.lower, other.lower), (one.upper, other.upper))
    return together(_end(ours, theirs, tolerance, assumptions) for ours, theirs in pairs)


def _end(ours: Node | None, theirs: Node | None, tolerance: Tolerance | None, assumptions: Assumptions) -> Comparison:
    if ours is None or theirs is None:
        return _IDENTICAL if ours is theirs else _DIFFERENT
    return compare_within(ours, theirs, tolerance, assumptions)


def _borders(part: Interval) -> tuple[bool, bool]:
    return part.lower_closed, part.upper_closed
