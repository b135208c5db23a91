"""Fullmarks as a scorer of Inspect (inspect_ai), which alone is imported here.

Inspect finds it by its entry point, so that ``--scorer fullmarks/fullmarks_scorer`` works too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from anyio import to_thread
from inspect_ai.scorer import (
    CORRECT,
    INCORRECT,
    NOANSWER,
    PARTIAL,
    Metric,
    SampleScore,
    Score,
    Scorer,
    Target,
    accuracy,
    metric,
    scorer,
    stderr,
)
from inspect_ai.solver import TaskState

from fullmarks.errors import UnusableKeyError
from fullmarks.evaluation.bounded import DEFAULT, BoundedChecks, Bounds
from fullmarks.evaluation.checked import CheckedAnswer, How, ToCheck, UnusableKey, how
from fullmarks.evaluation.completions import answered
from fullmarks.evaluation.gold import gold_of
from fullmarks.outcome import Verdict

VALUES = {Verdict.CORRECT: CORRECT, Verdict.PARTIAL: PARTIAL, Verdict.MISSING: NOANSWER, Verdict.NEEDS_REVIEW: NOANSWER}
"""What Inspect makes 1, ½ and 0 of; all other verdicts are ``INCORRECT``."""
REASONS = {
    Verdict.MISSING: "no_response",
    Verdict.UNREADABLE: "invalid_response_format",
    Verdict.SEVERAL_ANSWERS: "invalid_response_format",
    Verdict.NEEDS_REVIEW: "scoring_failed",
}
UNDECIDED = "undecided"
"""In a score's metadata: 1 where nobody could tell, else 0."""


@metric
def undecided() -> Metric:
    """The share of samples about which no program could tell; they count as not right in the accuracy."""

    def share(scores: list[SampleScore]) -> float:
        open_ones = sum((one.score.metadata or {}).get(UNDECIDED, 0) for one in scores)
        return open_ones / len(scores) if scores else 0.0

    return share


@scorer(metrics=[accuracy(), stderr(), undecided()])
def fullmarks_scorer(
    checker: str = "auto",
    symbols: Mapping[str, str] | None = None,
    *,
    prose: bool = True,
    seconds: float = DEFAULT.seconds,
    memory_mb: int = DEFAULT.memory_mb,
    options: Mapping[str, object] | None = None,
) -> Scorer:
    """Checks the model's output against the target; of several targets any will do.

    With ``prose`` the output holds the answer somewhere. ``options`` are those of ``fullmarks.check``. A check that takes more
    than ``seconds`` of processor time or ``memory_mb`` is stopped and left undecided. A target that cannot be used is an error
    of the sample.
    """
    as_told = how(checker, symbols, prose=prose, options=options or {}).model_dump_json()

    async def score(state: TaskState, target: Target) -> Score:
        asked = ToCheck(keys=gold_of(list(target)).keys, answer=answered(state.output.completion))
        # In a thread, since Inspect runs on either of two event loops; it only waits there.
        checked = await to_thread.run_sync(_checks(as_told, Bounds(seconds, memory_mb)).check, asked)
        if isinstance(checked, UnusableKey):
            raise UnusableKeyError("unusable_target", f"The target cannot be used: {checked.why}")
        return score_of(checked)

    return score


@lru_cache(maxsize=8)
def _checks(as_told: str, bounds: Bounds) -> BoundedChecks:
    """The processes that check in this way, shared by all samples and tasks."""
    return BoundedChecks(How.model_validate_json(as_told), bounds)


def score_of(checked: CheckedAnswer) -> Score:
    """The same in Inspect's terms."""
    return Score(
        value=VALUES.get(checked.verdict, INCORRECT),
        answer=checked.answer or None,
        explanation=_explanation(checked),
        reason=REASONS.get(checked.verdict),
        metadata={
            "verdict": checked.verdict.value,
            "points": checked.points,
            "evidence": checked.evidence.value,
            "read_as": checked.read_as,
            "diagnosis": checked.diagnosis,
            UNDECIDED: int(checked.is_undecided),
        },
    )


def _explanation(checked: CheckedAnswer) -> str:
    lines = [checked.verdict.value.replace("_", " ")]
    if checked.read_as is not None:
        lines.append(f"Read as: {checked.read_as}")
    if checked.known:
        lines.append(f"Evidence ({checked.evidence.value}): {checked.known}")
    if checked.diagnosis:
        lines.append(f"Diagnosis ({checked.diagnosis}): {checked.why}")
    return "\n".join(lines)
