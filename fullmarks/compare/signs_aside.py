"""Signs behind a number that may stand in the question instead: degrees on one side alone, percent in the key alone."""

from __future__ import annotations

from dataclasses import replace

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.scalars import compare_scalars
from fullmarks.expr.nodes import Call, Node, Number, Percent


def without_sign(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Equal, where the two are once such a sign is set aside; None where that changes nothing."""
    return _without_degree_sign(answer, expected, assumptions) or _without_percent_sign(answer, expected)


def _without_degree_sign(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """``45°`` beside ``45``: a degree sign on one side alone is set aside, as any unit is."""
    match answer, expected:
        case Call("degrees", _), Call("degrees", _):
            return None
        case (Call("degrees", (value,)), other) | (other, Call("degrees", (value,))):
            compared = compare_scalars(value, other, assumptions)
            if compared.equal:
                note = "The degree sign on one side was set aside."
                return replace(compared, evidence=replace(compared.evidence, note=note))
    return None


def _without_percent_sign(answer: Node, expected: Node) -> Comparison | None:
    """``50`` for a key of ``50%``, as no share is larger than 1; ``1`` for ``1%`` may be meant as a whole."""
    match answer, expected:
        case Number(value), Percent(Number(wanted)) if value == wanted > 1:
            note = "The percent sign of the key was taken to stand in the question."
            return Comparison(True, Evidence(EvidenceKind.EXACT, note=note))
    return None
