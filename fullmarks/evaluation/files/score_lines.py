"""What is kept of a run: a line for every answer with its verdict and evidence, below a first line that says how it was made.

A run that was stopped goes on where it was, since the first line tells whether it is the same run, and each line of which input it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from fullmarks.evaluation.bounded import Bounds
from fullmarks.evaluation.checked import Checked, CheckedAnswer, How
from fullmarks.evaluation.files.fields import Asked, Fields
from fullmarks.evaluation.files.rows import BadRow, Row
from fullmarks.outcome import Verdict


class Kept(BaseModel):
    """Base of the lines."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Head(Kept):
    """The first line."""

    schema_: Literal["fullmarks/scores@1"] = Field("fullmarks/scores@1", alias="schema")
    engine: str
    how: How
    fields: Asked
    bounds: Bounds


class ScoreLine(Kept):
    """Every further line; ``sample`` counts the outputs of a row from 0, of which there are ``of``.

    ``verdict`` is ``bad_row`` for an input line that cannot be used, ``unusable_key`` where its key cannot; ``why`` then says why.
    """

    file: str
    row: int
    digest: str
    problem: str = ""
    groups: Mapping[str, str] = {}
    sample: int = 0
    of: int = 1
    verdict: Verdict | Literal["unusable_key", "bad_row"]
    points: float | None = None
    evidence: str | None = None
    known: str = ""
    answer: str = ""
    read_as: str | None = None
    keys: tuple[JsonValue, ...] = ()
    gold_place: str = ""
    diagnosis: str | None = None
    why: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether there is a verdict about the answer, though it be that nobody could tell."""
        return isinstance(self.verdict, Verdict)

    @property
    def is_last_of_row(self) -> bool:
        return self.sample + 1 == self.of


def bad_line(file: str, row: BadRow) -> ScoreLine:
    """For an input line that cannot be used."""
    return ScoreLine(file=file, row=row.number, digest=row.digest, verdict="bad_row", why=row.why)


def score_line(file: str, row: Row, sample: int, fields: Fields, checked: Checked) -> ScoreLine:
    """For one output."""
    line = ScoreLine(
        file=file,
        row=row.number,
        digest=row.digest,
        problem=row.problem,
        groups=dict(zip(fields.groups, row.groups, strict=True)),
        sample=sample,
        of=len(row.samples),
        verdict=checked.verdict,
        keys=row.gold.keys,
        gold_place=row.gold.place,
        why=checked.why,
    )
    if not isinstance(checked, CheckedAnswer):
        return line
    return line.model_copy(
        update={
            "points": checked.points,
            "evidence": checked.evidence.value,
            "known": checked.known,
            "answer": checked.answer,
            "read_as": checked.read_as,
            "diagnosis": checked.diagnosis,
        }
    )
