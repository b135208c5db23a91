"""The shape of a rubric's YAML: what may stand where. What it means is found by ``build.py``.

All values are texts, lists and mappings as written (``written.py``); these models turn them into points, shares and choices.
An item's checker and that checker's options stand beside the fields here and are taken apart by ``kinds.py``; an answer in a
key's place (``answer:`` of a known mistake) has the shape that the checker asks for, and is any JSON value here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, WithJsonSchema

from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.outcome import Verdict
from fullmarks.rubric.amounts import Flag, Points, Share, Step, quoted
from fullmarks.rubric.times import Cost, Span, Time

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_ITEM_ID = re.compile(rf"{_ID.pattern}\.{_ID.pattern}")


class Shape(BaseModel):
    """Base of all shapes: frozen, unknown names refused, texts bounded; a field is named as authors write it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=20_000, serialize_by_alias=True)


def _named(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{quoted(text)} cannot be a name here. Use letters, digits, “-” and “_”, at most 40.")
    return text


def _item_id(text: str) -> str:
    if not _ITEM_ID.fullmatch(text):
        raise ValueError(f"{quoted(text)} is not an item. Write part and item with a dot between them: 3a.y.")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("An empty text says nothing. Write something, or remove the line.")
    return text.strip()


def _one_or_more(written: object) -> object:
    return [written] if isinstance(written, str) else written


def _answers(written: object) -> object:
    """Further keys: each is a key as it is, or a mapping with ``answer:`` and what it earns."""
    if not isinstance(written, list):
        return written
    return [one if isinstance(one, dict) and "answer" in one else {"answer": one} for one in written]


def _conventions(written: object) -> object:
    if not isinstance(written, dict):
        return written
    return {name: one if isinstance(one, dict) and "key" in one else {"key": one} for name, one in written.items()}


def _item_alone(written: object) -> object:
    return written if isinstance(written, dict) else {"item": written}


def _domain_alone(written: object) -> object:
    return written if isinstance(written, dict) else {"domain": written}


Name = Annotated[str, AfterValidator(_named), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]
ItemId = Annotated[
    str, AfterValidator(_item_id), WithJsonSchema({"type": "string", "pattern": f"^{_ITEM_ID.pattern}$"})
]
Words = Annotated[str, AfterValidator(_said)]
OneOrMore = Annotated[
    tuple[Words, ...],
    BeforeValidator(_one_or_more),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class SymbolShape(Shape):
    """What a name stands for: a number of some domain, a function, or a family with indices. ``n: integer`` is short for the first."""

    domain: Words = "real"
    function_of: OneOrMore | None = Field(None, alias="function of")
    indexed_by: OneOrMore | None = Field(None, alias="indexed by")


Symbols = Mapping[
    Words, Annotated[SymbolShape, BeforeValidator(_domain_alone, json_schema_input_type=str | SymbolShape)]
]


ArrayShapes = Mapping[Words, OneOrMore]
"""Arrays by name: ``n by m``, ``n`` for a column; behind ``where``, sizes that others define: ``m = n - k + 1``."""
Operators = Mapping[Literal["*", "⋆", "⊙", "⊗", "@"], Meaning]
"""What signs between arrays mean."""


class AttemptsShape(Shape):
    """How several attempts at one part count, and the most that those before the one that counts may cost."""

    counts: Literal["last", "best", "first"] = "last"
    cost: Share = Fraction(0)
    hints: Share = Fraction(0)
    cap: Share = Fraction(1)


class LateShape(Shape):
    """What it costs to hand in late; without ``after``, only a submission that says when it was due can be late."""

    cost: Cost
    after: Time | None = None
    grace: Span = timedelta(0)
    cap: Share = Fraction(1)


class RoundingShape(Shape):
    """To multiples of what the points that count are rounded, half up: of each item, of each part, of all together."""

    item: Step | None = None
    part: Step | None = None
    total: Step | None = None


Moment = Literal["at once", "after due", "never"]


class ReleaseShape(Shape):
    """What a student's view of the report shows, and when."""

    verdicts: Moment = "at once"
    keys: Moment = "never"


class FurtherKeyShape(Shape):
    """A further accepted answer, its share of the points and what to say to whoever gives it."""

    answer: JsonValue
    share: Share = Fraction(1)
    say: Words | None = None


class KnownMistakeShape(Shape):
    """A wrong answer that staff have met: what it earns, what to say, and a note for staff."""

    answer: JsonValue
    points: Points = Fraction(0)
    say: Words | None = None
    note: Words | None = None


class ConventionShape(Shape):
    """The key under another convention; ``-key`` is the key with every sign turned."""

    key: JsonValue
    points: Points = Fraction(0)
    say: Words | None = None


class FollowShape(Shape):
    """An earlier item whose answer a name stands for: what may be put in, and what a step from a wrong answer earns at most."""

    item: ItemId
    where: Words | None = None
    share: Share = Fraction(1)


class TestShape(Shape):
    """An answer and what must come of it; ``given`` are answers to earlier items, for one that follows them."""

    answer: str
    given: Mapping[ItemId, str] = Field(default_factory=dict)
    verdict: Verdict
    code: Words | None = None
    points: Points | None = None


class ItemShape(Shape):
    """What an item may hold beside its checker and that checker's options."""

    title: Words | None = None
    points: Points = Fraction(1)
    optional: Flag = False
    void: Flag = False
    symbols: Symbols = Field(default_factory=dict)
    arrays: ArrayShapes = Field(default_factory=dict)
    operators: Operators = Field(default_factory=dict)
    also: Annotated[
        tuple[FurtherKeyShape, ...],
        BeforeValidator(_answers, json_schema_input_type=tuple[FurtherKeyShape | JsonValue, ...]),
    ] = ()
    known: tuple[KnownMistakeShape, ...] = ()
    conventions: Annotated[
        Mapping[Name, ConventionShape],
        BeforeValidator(_conventions, json_schema_input_type=Mapping[Name, ConventionShape | JsonValue]),
    ] = Field(default_factory=dict)
    near: Mapping[Words, Share] = Field(default_factory=dict)
    target: Words | None = None
    bound: Literal["upper", "lower"] | None = Field(
        None, description="The item asks for an upper or a lower bound: “… ≤ key”, or “… ≥ key”, gives it as well."
    )
    labels: OneOrMore = ()
    say: Mapping[Verdict, Words] = Field(default_factory=dict)
    note: Words | None = None
    tests: tuple[TestShape, ...] = ()
    follows: Mapping[
        Words, Annotated[FollowShape, BeforeValidator(_item_alone, json_schema_input_type=ItemId | FollowShape)]
    ] = Field(default_factory=dict)


class PartShape(Shape):
    """A part of the homework; ``points`` only says again what its items add up to, so that a slip is noticed."""

    title: Words = ""
    aliases: OneOrMore = ()
    points: Points | None = None
    symbols: Symbols = Field(default_factory=dict)
    arrays: ArrayShapes = Field(default_factory=dict)
    operators: Operators = Field(default_factory=dict)
    say: Mapping[Verdict, Words] = Field(default_factory=dict)
    items: Mapping[Name, ItemShape] = Field(min_length=1)


class RubricShape(Shape):
    """The whole file; ``points`` only says again what all its parts add up to."""

    rubric: Name
    title: Words = ""
    points: Points | None = None
    symbols: Symbols = Field(default_factory=dict)
    arrays: ArrayShapes = Field(default_factory=dict)
    operators: Operators = Field(default_factory=dict)
    decimal_comma: Flag = Field(default=False, alias="decimal comma")
    say: Mapping[Verdict, Words] = Field(default_factory=dict)
    attempts: AttemptsShape = AttemptsShape()
    late: LateShape | None = None
    rounding: RoundingShape = RoundingShape()
    release: ReleaseShape = ReleaseShape()
    parts: Mapping[Name, PartShape] = Field(min_length=1)
