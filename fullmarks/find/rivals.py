"""One formula that answers several items of a part alike, since nothing says whose it is.

As many results as items belong to them in their order, and one alone belongs to the first, where no item is named at all. Else nobody
can tell, and none of the items has it, but for those that the text speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fullmarks.find.answers import Rule, could_answer
from fullmarks.find.candidate import Candidate, Source
from fullmarks.find.claims import Claims
from fullmarks.find.clauses import Clause
from fullmarks.find.labels import bare, words_of
from fullmarks.records import frozen


@frozen
class Choice:
    """What was chosen for one item, and by which rule."""

    claims: Claims
    candidate: Candidate
    rule: Rule

    @property
    def is_sure(self) -> bool:
        """Whether something says that it is the item's: its mark, or a table's heading."""
        return self.claims.is_mine(self.candidate) or self.rule.marked or self.candidate.source is Source.TABLE


def told_apart(choices: Sequence[Choice], found: Sequence[Candidate]) -> Iterator[Choice]:
    """The choices, those that share an unmarked formula told apart or left out; ``found`` are all formulas in question."""
    rivals: dict[int, list[Choice]] = {}
    for one in choices:
        if one.is_sure:
            yield one
        else:
            rivals.setdefault(one.candidate.span.start, []).append(one)
    for group in rivals.values():
        yield from group if len(group) == 1 else _in_order(group, found)


def _in_order(group: Sequence[Choice], found: Sequence[Candidate]) -> Iterator[Choice]:
    said = words_of(" ".join(dict.fromkeys(one.setting.said for one in found)))
    if any(one.claims.marked_for for one in group) or any(one.claims.marks.labelled(said) for one in group):
        # “Each has 9 weights and one bias, so 40 in all”: what is spoken of may be answered by one total.
        yield from (one for one in group if one.claims.marks.labelled(said) is not None)
        return
    results: dict[str, Candidate] = {}
    for one in found:
        if _is_result(one, group):
            results[bare(one.text)] = one
    if len(results) in (1, len(group)):
        for choice, candidate in zip(group, results.values(), strict=False):
            yield replace(choice, candidate=candidate)


def _is_result(one: Candidate, group: Sequence[Choice]) -> bool:
    like = one.boxed == group[0].candidate.boxed
    return (
        like
        and one.clause is Clause.RESULT
        and not one.explains
        and all(could_answer(choice.claims, one) for choice in group)
    )
