"""YAML to what was written: composed from libyaml's parsing events, so that every text keeps its spelling and place.

Of PyYAML only the events of its C library are used, which takes a thirtieth of the time. No tag, anchor, alias or type of YAML
is resolved; each is refused by name. The loop over events never recurses, so that no depth of brackets can exhaust the stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yaml import CBaseLoader, parse
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fullmarks.errors import Problem, RubricError
from fullmarks.regex import regex
from fullmarks.rubric.written import Place, Written, WrittenEntry, WrittenList, WrittenMapping, WrittenText
from fullmarks.rubric.yaml_syntax import place_of, syntax_problem

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 50

# Control characters but tab and the line ends, what turns the direction of text or has no width, and the line ends of
# which only some programs know.
_REFUSED = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

_CUT_OFF = regex(r"[()\[\]{}^\\]")
"""What no name has, and a formula that a comma has cut off may."""


def read_yaml(text: str, file: str) -> Written:
    """The one document of a text.

    Raises RubricError: a mistake of syntax alone, or all tags, aliases, repeated names and missing values at once.
    """
    _refuse_text(text, file)
    builder = _Builder()
    try:
        for event in parse(text, Loader=CBaseLoader):
            builder.take(event)
    except _TooDeepError as error:
        sentence = f"More than {MAX_DEPTH} levels of brackets or indentation. A rubric needs no more than a dozen."
        raise RubricError(file, (Problem(error.place.line, error.place.column, sentence),)) from None
    except YAMLError as error:
        raise RubricError(file, (syntax_problem(error, text),)) from None
    if builder.problems:
        raise RubricError(file, tuple(builder.problems))
    if builder.root is None:
        raise RubricError(file, (Problem(1, 1, "The file is empty. A rubric begins with “rubric: ” and its name."),))
    return builder.root


def _refuse_text(text: str, file: str) -> None:
    if len(text) > MAX_CHARACTERS:
        sentence = f"The file has {len(text):,} characters; a rubric may have {MAX_CHARACTERS:,}."
        raise RubricError(file, (Problem(1, 1, sentence),))
    found = [
        Problem(number, match.start() + 1, f"The character U+{ord(match[0]):04X} may not stand in a rubric. Remove it.")
        for number, line in enumerate(text.split("\n"), 1)
        for match in _REFUSED.finditer(line)
    ]
    if found:
        raise RubricError(file, tuple(found[:20]))


def _place(event: Event) -> Place:
    return place_of(event.start_mark)


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; ``name`` is a name that waits for its value."""

    is_mapping: bool
    place: Place
    values: list[Written] = field(default_factory=list)
    entries: list[WrittenEntry] = field(default_factory=list)
    name: WrittenText | None = None
    first: dict[str, Place] = field(default_factory=dict)

    def closed(self) -> Written:
        return (
            WrittenMapping(tuple(self.entries), self.place)
            if self.is_mapping
            else WrittenList(tuple(self.values), self.place)
        )


class _Builder:
    """Takes events and keeps what is open on a stack of its own; mistakes are collected, so that all are told at once."""

    def __init__(self) -> None:
        self.root: Written | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._problem(_place(event), "A second document begins here (“---”). A file holds one rubric.")
        if self._documents > 1:
            return
        if isinstance(event, NodeEvent):
            self._refuse_marks(event)
        if isinstance(event, CollectionStartEvent):
            if len(self._open) >= MAX_DEPTH:
                raise _TooDeepError(_place(event))
            self._open.append(_Open(isinstance(event, MappingStartEvent), _place(event)))
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._add(self._open.pop().closed())
        elif isinstance(event, ScalarEvent):
            self._add(self._text(event))
        elif isinstance(event, AliasEvent):
            self._add(WrittenText(f"*{event.anchor}", _place(event), "*"))

    def _problem(self, place: Place, sentence: str) -> None:
        self.problems.append(Problem(place.line, place.column, sentence))

    def _refuse_marks(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            self._problem(
                _place(event), f"Aliases (“*{event.anchor}”) are not allowed. Write the value out, or put it in quotes."
            )
            return
        if event.anchor is not None:
            self._problem(
                _place(event),
                f"Anchors (“&{event.anchor}”) are not allowed. Write the value alone, or put it in quotes.",
            )
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag is not None:
            self._problem(
                _place(event),
                f"Tags (“{_spelled(event.tag)}”) are not allowed. Write the value alone, or put it in quotes.",
            )

    def _text(self, event: ScalarEvent) -> WrittenText:
        value: str = event.value
        if event.style == '"' and ("\t" in value or _REFUSED.search(value)):
            self._problem(
                _place(event),
                "A backslash between double quotes made a control character here. Use single quotes, which leave backslashes alone.",
            )
        return WrittenText(value, _place(event), event.style or "")

    def _add(self, value: Written) -> None:
        if not self._open:
            self.root = self._with_value(value, None)
            return
        holder = self._open[-1]
        if not holder.is_mapping:
            holder.values.append(self._with_value(value, None))
        elif holder.name is None:
            holder.name = self._as_name(value, holder)
        else:
            holder.entries.append(WrittenEntry(holder.name, self._with_value(value, holder.name)))
            holder.name = None

    def _as_name(self, value: Written, holder: _Open) -> WrittenText:
        if not isinstance(value, WrittenText):
            self._problem(value.place, "A name before “:” must be a text, not a list or a mapping. Put it in quotes.")
            return WrittenText("", value.place)
        if value.text in holder.first:
            first = holder.first[value.text]
            self._problem(
                value.place, f"“{value.text}” stands twice here; the first is in line {first.line}. Keep one of them."
            )
        holder.first.setdefault(value.text, value.place)
        return value

    def _with_value(self, value: Written, name: WrittenText | None) -> Written:
        if not isinstance(value, WrittenText) or value.mark or value.text not in ("", "~", "null"):
            return value
        if name is None:
            self._problem(value.place, "A value is missing here.")
        else:
            advice = "Write one, or remove the line."
            if _CUT_OFF.search(name.text):
                advice = "In braces a comma ends a value: put a value with commas in quotes."
            self._problem(name.place, f"“{name.text}:” has no value. {advice}")
        return value


def _spelled(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
