"""What statistics say in words and numbers, the same in every form."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.analysis.scores import Scores
from fullmarks.analysis.statistics import ItemStatistics
from fullmarks.analysis.suspicion import Suspicion
from fullmarks.outcome import Verdict
from fullmarks.report.facts import shortened
from fullmarks.report.shown import shown

COLUMNS: Mapping[str, tuple[Verdict, ...]] = {
    "right": (Verdict.CORRECT,),
    "partly": (Verdict.PARTIAL,),
    "wrong": (Verdict.INCORRECT, Verdict.SEVERAL_ANSWERS),
    "open": (Verdict.UNREADABLE, Verdict.NEEDS_REVIEW),
    "missing": (Verdict.MISSING,),
}
"""The verdicts in groups, for shares that add up to the whole."""
LONGEST = 60


def shares(item: ItemStatistics) -> Mapping[str, float]:
    """The share of the sittings by group of verdicts."""
    whole = item.sittings or 1
    return {name: sum(item.verdicts.get(one, 0) for one in group) / whole for name, group in COLUMNS.items()}


def percent(share: float) -> str:
    """``7%``."""
    return f"{share:.0%}"


def number(value: float | None) -> str:
    """With two decimals; a dash where there is nothing to say."""
    return "–" if value is None else f"{value:.2f}"


def scores_sentence(scores: Scores) -> str:
    """How the scores are spread."""
    low, middle, high = scores.quartiles
    return (
        f"Mean {scores.mean:.4g} of {scores.max_score:g} points, standard deviation {scores.deviation:.3g}; "
        f"from {scores.lowest:g} to {scores.highest:g}, quartiles {low:.4g}, {middle:.4g}, {high:.4g}."
    )


def suspicion_sentence(one: Suspicion) -> str:
    """Why a key should be looked at."""
    group = one.group
    verdict = group.verdict.value.replace("_", " ")
    sentence = f"{group.count:,} of {one.answered:,} answered {answer_words(group.reading)}, which is {verdict}; "
    sentence += f"they have {percent(group.rest)} of the other points. "
    if one.rest_of_right is None:
        return f"{sentence}Nobody is right."
    return f"{sentence}{one.right:,} are right; they have {percent(one.rest_of_right)}."


def answer_words(text: str, most: int = LONGEST) -> str:
    """An answer in one line, safe to look at."""
    return shortened(shown(text), most)
