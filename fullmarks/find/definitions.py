"""What the names in an answer mean, where the answer uses names of its own: ``W_2 × H_2 × F``, with ``W_2 = …`` beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fullmarks.find.candidate import Candidate
from fullmarks.find.cues import Role
from fullmarks.find.labels import bare, names_in

_FEW = 10
MOST_DEFINITIONS = 8
"""Names of its own that one answer may use."""


def definitions_for(
    answer: Candidate, candidates: Callable[[], Sequence[Candidate]], declared: frozenset[str]
) -> tuple[str, ...]:
    """The equations of the part whose left side is a name that the answer uses and the rubric does not declare.

    ``candidates`` gives all formulas of the part; it is asked only where the answer uses such names.
    """
    known = {bare(name) for name in declared} | {bare(side) for side in answer.left[:_FEW] if len(side) < 80}
    wanted = [name for name in names_in(answer.text) if name not in known]
    if not declared or not wanted:
        return ()
    defining = {
        bare(one.left[0]): one.text
        for one in candidates()
        if one.left and one.looks.equation and one.role is not Role.ASIDE and one.span != answer.span
    }
    return tuple(defining[name] for name in wanted if name in defining)[:MOST_DEFINITIONS]
