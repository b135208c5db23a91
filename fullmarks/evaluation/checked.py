"""What is asked of a checking process, and what it finds: records that are sent between processes and kept in files."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from fullmarks.compare.comparison import EvidenceKind
from fullmarks.errors import UnusableKeyError
from fullmarks.outcome import Verdict

SentOption = str | int | float | bool | tuple[str, ...] | None


class Sent(BaseModel):
    """Base of what goes from process to process."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class How(Sent):
    """How answers are checked, as ``fullmarks.check`` takes it; with ``explain`` a wrong one is also diagnosed."""

    checker: str = "auto"
    symbols: Mapping[str, str] | None = None
    prose: bool = True
    options: Mapping[str, SentOption] = {}
    explain: bool = True


def how(
    checker: str = "auto",
    symbols: Mapping[str, str] | None = None,
    *,
    prose: bool = True,
    explain: bool = True,
    options: Mapping[str, object],
) -> How:
    """The same from what a caller of ``fullmarks.check`` gives; raises UnusableKeyError where that is of no use to it."""
    sent = {name: str(value) if isinstance(value, Fraction) else value for name, value in options.items()}
    given = {"checker": checker, "symbols": symbols, "prose": prose, "options": sent, "explain": explain}
    try:
        return How.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"][:2])
        raise UnusableKeyError("bad_option", f"{place}: {first['msg']}") from error


class ToCheck(Sent):
    """One answer, and the keys of which any will do."""

    keys: tuple[JsonValue, ...]
    answer: str


class ToGroup(Sent):
    """Answers to one problem, to be put into groups that mean the same."""

    answers: tuple[str, ...]


class CheckedAnswer(Sent):
    """What became of an answer; ``known`` says in words how that is known, ``why`` in words why it is wrong."""

    verdict: Verdict
    points: float
    """0 to 1."""
    evidence: EvidenceKind
    known: str = ""
    answer: str = ""
    """The text that was judged."""
    read_as: str | None = None
    diagnosis: str | None = None
    """The code."""
    why: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether no program could tell."""
        return self.verdict is Verdict.NEEDS_REVIEW


class UnusableKey(Sent):
    """The author's mistake: a key that cannot be used."""

    verdict: Literal["unusable_key"] = "unusable_key"
    why: str


class Groups(Sent):
    """For each answer, in order, the number of its group; ``by_text`` where there was no time to compare what they mean."""

    numbers: tuple[int, ...]
    by_text: bool = False


Checked = CheckedAnswer | UnusableKey


def undecided(known: str) -> CheckedAnswer:
    """Nobody could tell, for this reason."""
    return CheckedAnswer(verdict=Verdict.NEEDS_REVIEW, points=0, evidence=EvidenceKind.UNDECIDED, known=known)
