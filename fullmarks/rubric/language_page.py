"""The rubric language as a page of the reference, made of the models that load a rubric."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, JsonValue
from pydantic.fields import FieldInfo

from fullmarks.checkers.registry import CHECKERS
from fullmarks.compare.arrays.shapes import Meaning
from fullmarks.outcome import Verdict
from fullmarks.rubric.amounts import Flag, Points, Share, Step, percent, written
from fullmarks.rubric.item_checker import option_names
from fullmarks.rubric.schema import (
    AttemptsShape,
    ConventionShape,
    FollowShape,
    FurtherKeyShape,
    ItemId,
    ItemShape,
    KnownMistakeShape,
    LateShape,
    Name,
    OneOrMore,
    PartId,
    PartShape,
    ReleaseShape,
    RoundingShape,
    RubricShape,
    Shape,
    SymbolShape,
    TestShape,
    Words,
)
from fullmarks.rubric.times import Cost, Span, Time

COMMAND = "fullmarks rubric schema --format markdown > docs/reference/rubric-language.md"
_HEAD = f"""\
<!-- Written by a command, which a test repeats: {COMMAND} -->

# The rubric language

A rubric is one YAML file. These are the names that may stand in it, and where. A name that stands anywhere else is refused, with
the nearest known one. [Write a rubric](../how-to/write-a-rubric.md) shows how they go together, and `fullmarks rubric schema` gives
the same to editors, as a JSON Schema.
"""
SECTIONS: Mapping[type[Shape], str] = {
    RubricShape: "The file",
    PartShape: "Part",
    ItemShape: "Item",
    FurtherKeyShape: "Further key",
    KnownMistakeShape: "Known mistake",
    ConventionShape: "Convention",
    TestShape: "Test",
    FollowShape: "Follow",
    SymbolShape: "Symbol",
    AttemptsShape: "Attempts",
    LateShape: "Late",
    RoundingShape: "Rounding",
    ReleaseShape: "Release",
}
"""The shapes in the order of the page, with their headings."""
_KINDS: tuple[tuple[object, str], ...] = (
    (Points, "[points](#points)"),
    (Share, "[share](#share)"),
    (Step, "number above 0: `0.5`"),
    (Cost, "share by time: `10% a day`"),
    (Span, "span of time: `15 minutes`"),
    (Time, "time with its zone: `2026-11-20T23:59:00-08:00`"),
    (Flag, "`yes` or `no`"),
    (OneOrMore, "text, or list of texts"),
    (ItemId, "part and item: `3a.y`"),
    (Name, "[name](#name)"),
    (Words, "text"),
    (str, "text"),
    (JsonValue, "key"),
    (Verdict, "[verdict](report.md#verdict)"),
    (Meaning, "[meaning](#meaning)"),
)
"""Types that have a word of their own."""
_VALUES = """\
## Points

A number of points, kept exact: `2`, `0.5`, `1/3`.

## Share

A share of an item's points: `50%`, `0.5`, `1/3`.

## Name

At most 40 letters, digits, `-` and `_`, the first a letter or a digit.
A part's name may be up to four of them with dots between: `1.2`, `2.1.a`.
"""


def language_page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_sections(), _VALUES, *_meanings()]) + "\n"


def _sections() -> Iterator[str]:
    for shape, heading in SECTIONS.items():
        yield f"## {heading}\n"
        yield f"{_first_paragraph(shape)}\n"
        yield "\n".join(_table(shape))
        yield ""
        if shape is ItemShape:
            yield "\n".join(_checkers())
            yield ""


def _first_paragraph(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")


def _table(shape: type[Shape]) -> Iterator[str]:
    yield from ("| name | holds | unless said | says |", "|---|---|---|---|")
    hints = get_type_hints(shape, include_extras=True)
    for name, field in shape.model_fields.items():
        row = (f"`{field.alias or name}`", _kind(hints[name]), _default(field), field.description or "")
        yield _row(row)


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _kind(annotation: object) -> str:
    """What stands behind a name, in a few words."""
    known = next((words for one, words in _KINDS if one == annotation), None)
    if known is not None:
        return known
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0])
    if origin in (Union, UnionType):
        return _kind(next(one for one in arguments if one is not NoneType))
    if origin is Literal:
        return _alternatives(str(one) for one in arguments)
    if origin is tuple:
        return f"list of {_kind(arguments[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        by = "name" if arguments[0] in (Words, Name, PartId) else _kind(arguments[0])
        return f"{_kind(arguments[1])}, by {by}"
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        heading = SECTIONS[annotation].lower()
        return f"[{heading}](#{heading.replace(' ', '-')})"
    raise TypeError(f"{annotation} has no words for the page")


def _alternatives(words: Iterable[str]) -> str:
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "must be said"
    default: object = field.get_default(call_default_factory=True, validated_data={})
    match default:
        case bool():
            return "`yes`" if default else "`no`"
        case Fraction():
            return (
                f"`{percent(default)}`"
                if field.annotation is Fraction and _is_share(field)
                else f"`{written(default)}`"
            )
        case str() if default:
            return f"`{default}`"
    return ""


def _is_share(field: FieldInfo) -> bool:
    return any(one in field.metadata for one in get_args(Share)[1:])


def _checkers() -> Iterator[str]:
    """The kinds of checker, one of which an item must name, with the options that may stand beside it."""
    yield "An item names exactly one checker by its kind, and the key behind it. The checker's [options](checkers.md) stand beside it:"
    yield ""
    yield from ("| kind | is for | options |", "|---|---|---|")
    for kind, checker in CHECKERS.items():
        options = ", ".join(f"`{name}`" for name in option_names(checker))
        yield _row((f"[`{kind}`](checkers.md#{kind})", _first_paragraph(checker.options), options))


def _meanings() -> Iterator[str]:
    yield "## Meaning\n"
    yield f"What a sign between arrays may stand for: {_alternatives(one.value for one in Meaning)}."
