"""The shape of a rubric's YAML: what may stand where. What it means is found by ``build.py``.

All values are texts, lists and mappings as written (``written.py``); these models turn them into points, shares and choices.
An item's checker and that checker's options stand beside the fields here and are taken apart by ``kinds.py``; an answer in a
key's place (``answer:`` of a known mistake) has the shape that the checker asks for, and is any JSON value here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    WithJsonSchema,
)

from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.outcome import Verdict
from fullmarks.regex import regex
from fullmarks.rubric.amounts import Flag, Points, Share, Step, quoted
from fullmarks.rubric.times import Cost, Span, Time

_ID = regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_PART_ID = regex(rf"{_ID.pattern}(?:\.{_ID.pattern}){{0,3}}")
_ITEM_ID = regex(rf"{_PART_ID.pattern}\.{_ID.pattern}")


class Shape(BaseModel):
    """Base of all shapes: frozen, unknown names refused, texts bounded; a field is named as authors write it."""

    # The outermost shape builds all others with it.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_max_length=20_000, serialize_by_alias=True, defer_build=True
    )


def _named(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"{quoted(text)} cannot be a name here. Use letters, digits, “-” and “_”, at most 40.")
    return text


def _part_id(text: str) -> str:
    if not _PART_ID.fullmatch(text):
        raise ValueError(
            f"{quoted(text)} cannot be a part's name. Use letters, digits, “-” and “_”, and dots between them: 2a, 1.2."
        )
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


def _one_alone(several: tuple[str, ...]) -> str | tuple[str, ...]:
    """A single text as itself, so that one way to write it has one meaning."""
    return several[0] if len(several) == 1 else several


def _file_names(several: tuple[str, ...]) -> tuple[str, ...]:
    for name in several:
        if "/" in name or "\\" in name:
            raise ValueError(
                f"{quoted(name)} is a path. Give the file's name alone, in whatever folder it is: answers.md."
            )
    return several


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
PartId = Annotated[
    str, AfterValidator(_part_id), WithJsonSchema({"type": "string", "pattern": f"^{_PART_ID.pattern}$"})
]
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

    domain: Words = Field(
        "real", description="The values that it may take: positive integer, real in (0, 1), matrix(n, m) …"
    )
    function_of: OneOrMore | None = Field(
        None, alias="function of", description="It is a function, of these: y(n - 5) is then a value and no product."
    )
    indexed_by: OneOrMore | None = Field(
        None, alias="indexed by", description="It is a family: a_{i,j} is then an entry, and not a name of its own."
    )


Symbols = Mapping[
    Words, Annotated[SymbolShape, BeforeValidator(_domain_alone, json_schema_input_type=str | SymbolShape)]
]


ArrayShapes = Mapping[Words, OneOrMore]
"""Arrays by name: ``n by m``, ``n`` for a column; behind ``where``, sizes that others define: ``m = n - k + 1``."""
Operators = Mapping[Literal["*", "⋆", "⊙", "⊗", "@"], Meaning]
"""What signs between arrays mean."""


class AttemptsShape(Shape):
    """How several attempts at one part count, and the most that those before the one that counts may cost."""

    counts: Literal["last", "best", "first"] = Field("last", description="Which of several attempts counts.")
    cost: Share = Field(Fraction(0), description="The share of the points that a further attempt costs.")
    hints: Share = Field(Fraction(0), description="The share that a hint costs: a turn of the user's after an attempt.")
    submissions: Share = Field(
        Fraction(0), description="The share that an earlier submission with another answer costs, on Gradescope."
    )
    cap: Share = Field(Fraction(1), description="The most that attempts, hints and submissions cost together.")


class LateShape(Shape):
    """What it costs to hand in late; without ``after``, only a submission that says when it was due can be late."""

    cost: Cost = Field(description="The share of the points that lateness costs: 10% a day, or 25% once.")
    after: Time | None = Field(None, description="When the assignment is due, with its zone.")
    grace: Span = Field(timedelta(0), description="How long after that is not late yet: 15 minutes.")
    cap: Share = Field(Fraction(1), description="The most that lateness costs.")


class RoundingShape(Shape):
    """To multiples of what the points that count are rounded, half up."""

    item: Step | None = Field(None, description="What an item brings after all costs.")
    part: Step | None = Field(None, description="The sum of a part.")
    total: Step | None = Field(None, description="The sum of all parts.")


Moment = Literal["at once", "after due", "never"]


class ReleaseShape(Shape):
    """What a student's view of the report shows, and when."""

    verdicts: Moment = Field("at once", description="When students see verdicts and points; Gradescope keeps to it.")
    keys: Moment = Field("never", description="When students see keys; no view of the report shows any as yet.")


class FurtherKeyShape(Shape):
    """A further accepted answer, its share of the points and what to say to whoever gives it."""

    answer: JsonValue = Field(description="The key, in the form that the item's checker asks for.")
    share: Share = Field(Fraction(1), description="The share of the points that it earns.")
    say: Words | None = Field(None, description="What to tell a student who gives it.")


class KnownMistakeShape(Shape):
    """A wrong answer that staff have met: what it earns, what to say, and a note for staff."""

    answer: JsonValue = Field(description="The wrong answer, in the form that the item's checker asks for.")
    points: Points = Field(Fraction(0), description="What it earns, less than the item's points.")
    say: Words | None = Field(
        None, description="What to tell the student: what to look at again, never what the answer is."
    )
    note: Words | None = Field(None, description="What to tell staff.")


class ConventionShape(Shape):
    """The key under another convention; ``-key`` is the key with every sign turned."""

    key: JsonValue = Field(description="The key under the other convention; -key turns every sign of the item's own.")
    points: Points = Field(Fraction(0), description="What it earns, less than the item's points.")
    say: Words | None = Field(
        None, description="What to tell the student; that it is right under this convention, if not said."
    )


class FollowShape(Shape):
    """An earlier item whose answer a name stands for: what may be put in, and what a step from a wrong answer earns at most."""

    item: ItemId = Field(description="The earlier item.")
    where: Words | None = Field(None, description="What an answer must meet to be put in: m > 0.")
    share: Share = Field(Fraction(1), description="The most that a step from a wrong answer earns.")


class TestShape(Shape):
    """An answer and what must come of it; ``given`` are answers to earlier items, for one that follows them."""

    answer: str = Field(description="An answer as a student would write it.")
    given: Mapping[ItemId, str] = Field(
        default_factory=dict, description="Answers to earlier items, by their ids, for an item that follows them."
    )
    verdict: Verdict = Field(description="The verdict that it must get.")
    code: Words | None = Field(None, description="The diagnosis code that it must get.")
    points: Points | None = Field(None, description="What it must earn.")


class ItemShape(Shape):
    """What an item may hold beside its checker and that checker's options."""

    title: Words | None = Field(None, description="What is asked, in words.")
    points: Points = Field(Fraction(1), description="What the item is worth.")
    optional: Flag = Field(default=False, description="Whether it counts only above the maximum.")
    void: Flag = Field(default=False, description="Whether everybody gets its points, whatever they answer.")
    symbols: Symbols = Field(
        default_factory=dict, description="Names for this item alone; they go before those outside."
    )
    arrays: ArrayShapes = Field(
        default_factory=dict, description="Names of arrays, with their shapes, for this item alone."
    )
    operators: Operators = Field(default_factory=dict, description="What signs between arrays mean in this item.")
    also: Annotated[
        tuple[FurtherKeyShape, ...],
        BeforeValidator(_answers, json_schema_input_type=tuple[FurtherKeyShape | JsonValue, ...]),
    ] = Field((), description="Further right answers: each a key alone, or with its share and what to say.")
    known: tuple[KnownMistakeShape, ...] = Field((), description="Mistakes that staff have met, tried in this order.")
    conventions: Annotated[
        Mapping[Name, ConventionShape],
        BeforeValidator(_conventions, json_schema_input_type=Mapping[Name, ConventionShape | JsonValue]),
    ] = Field(
        default_factory=dict,
        description="The key under other conventions, by name: each a key alone, or with its points.",
    )
    near: Mapping[Words, Share] = Field(default_factory=dict, description="The share of the points by diagnosis code.")
    target: Annotated[OneOrMore, PlainSerializer(_one_alone)] = Field(
        (), description="The left side that an answer may have, or a list of them, the usual one first: c in c = 1/2."
    )
    bound: Literal["upper", "lower"] | None = Field(
        None, description="The item asks for an upper or a lower bound: “… ≤ key”, or “… ≥ key”, gives it as well."
    )
    labels: OneOrMore = Field((), description="Words that name the item in a document: stride 2.")
    say: Mapping[Verdict, Words] = Field(default_factory=dict, description="Feedback by verdict, for this item alone.")
    note: Words | None = Field(None, description="For staff alone.")
    tests: tuple[TestShape, ...] = Field(
        (), description="Answers with what must come of them, for “fullmarks rubric test”."
    )
    follows: Mapping[
        Words, Annotated[FollowShape, BeforeValidator(_item_alone, json_schema_input_type=ItemId | FollowShape)]
    ] = Field(
        default_factory=dict,
        description="Names in the key that stand for what was answered to an earlier item: y for 3a.y.",
    )


class PartShape(Shape):
    """A part of the homework; ``points`` only says again what its items add up to, so that a slip is noticed."""

    title: Words = Field("", description="What the part is about.")
    aliases: OneOrMore = Field((), description="Further names that documents use for it.")
    points: Points | None = Field(None, description="What its items add up to, said again so that a slip is noticed.")
    symbols: Symbols = Field(
        default_factory=dict, description="Names for this part alone; they go before the rubric's."
    )
    arrays: ArrayShapes = Field(
        default_factory=dict, description="Names of arrays, with their shapes, for this part alone."
    )
    operators: Operators = Field(default_factory=dict, description="What signs between arrays mean in this part.")
    say: Mapping[Verdict, Words] = Field(default_factory=dict, description="Feedback by verdict, for this part alone.")
    items: Mapping[Name, ItemShape] = Field(min_length=1, description="What is asked and marked, in order.")


class RubricShape(Shape):
    """The whole file; ``points`` only says again what all its parts add up to."""

    rubric: Name = Field(description="The rubric's id, by which the service knows it.")
    title: Words = Field("", description="Its title.")
    points: Points | None = Field(None, description="What all parts add up to, said again so that a slip is noticed.")
    symbols: Symbols = Field(default_factory=dict, description="Names in every part, with what they stand for.")
    arrays: ArrayShapes = Field(default_factory=dict, description="Names of arrays in every part, with their shapes.")
    operators: Operators = Field(default_factory=dict, description="What signs between arrays mean.")
    decimal_comma: Flag = Field(default=False, alias="decimal comma", description="Whether 1,5 is one number.")
    say: Mapping[Verdict, Words] = Field(default_factory=dict, description="Feedback by verdict, everywhere.")
    attempts: AttemptsShape = Field(AttemptsShape(), description="How several attempts at one part count.")
    late: LateShape | None = Field(None, description="What being late costs.")
    rounding: RoundingShape = Field(RoundingShape(), description="To multiples of what points are rounded.")
    release: ReleaseShape = Field(ReleaseShape(), description="What students see, and when.")
    file: Annotated[OneOrMore, AfterValidator(_file_names), PlainSerializer(_one_alone)] = Field(
        (),
        description="The file that holds the answers in what is uploaded to Gradescope; of several, the first that is there.",
    )
    parts: Mapping[PartId, PartShape] = Field(min_length=1, description="The parts, in order.")
