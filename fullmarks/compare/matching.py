"""Items in any order: whether they can be paired so that each pair is equal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fullmarks.compare.comparison import Comparison, Evidence, EvidenceKind
from fullmarks.expr.nodes import Node

_STRENGTH = (EvidenceKind.AGREED, EvidenceKind.PROVED, EvidenceKind.EXACT, EvidenceKind.IDENTICAL)
Compare = Callable[[Node, Node], Comparison]


def weakest(comparisons: Sequence[Comparison]) -> Comparison:
    """What several comparisons say together: different if one is, undecided if one is, else equal with the weakest evidence."""
    for outcome in (False, None):
        for comparison in comparisons:
            if comparison.equal is outcome:
                return comparison
    if not comparisons:
        return Comparison(True, Evidence(EvidenceKind.IDENTICAL))
    return min(comparisons, key=lambda comparison: _STRENGTH.index(comparison.evidence.kind))


def in_order(answers: Sequence[Node], expected: Sequence[Node], compare: Compare) -> Comparison:
    """Item by item; a different number of items is a difference."""
    if len(answers) != len(expected):
        return different(f"{len(answers)} items, not {len(expected)}")
    return weakest([compare(answer, key) for answer, key in zip(answers, expected, strict=True)])


def in_any_order(answers: Sequence[Node], expected: Sequence[Node], compare: Compare) -> Comparison:
    """Up to order: equality is transitive, so the first free equal item is as good as any."""
    if len(answers) != len(expected):
        return different(f"{len(answers)} items, not {len(expected)}")
    free = list(expected)
    found: list[Comparison] = []
    undecided: Comparison | None = None
    for answer in answers:
        for place, key in enumerate(free):
            comparison = compare(answer, key)
            if comparison.equal:
                del free[place]
                found.append(comparison)
                break
            if comparison.equal is None:
                undecided = comparison
        else:
            if undecided is not None:
                return undecided
            return different("an item that the key does not have")
    return weakest(found)


def distinct(items: Sequence[Node], compare: Compare) -> list[Node]:
    """The items without repetitions."""
    kept: list[Node] = []
    for item in items:
        if not any(compare(item, other).equal for other in kept):
            kept.append(item)
    return kept


def different(note: str) -> Comparison:
    """Different by form, without any computing."""
    return Comparison(False, Evidence(EvidenceKind.EXACT, note=note))
