"""Homeworks in many styles: each file of ``homeworks/`` says what is found in it, and what is left aside.

``found`` rows name the item, the text, and the turn in a chat. The span must mark the last place where the text stands, or
the one within the words that the row gives. ``left`` rows are what the finder reports as not graded.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Answer, Found, Sought, SoughtPart, SoughtTable
from fullmarks.find.submissions import parse_submission
from fullmarks.read.tables.names import TableNames

HERE = Path(__file__).parent
HOMEWORKS = sorted((HERE / "homeworks").glob("*.toml"))


@dataclass
class Homework:
    """One file, read."""

    why: str
    parts: tuple[SoughtPart, ...]
    said: dict[str, object]
    texts: dict[int | None, str]
    found: list[dict[str, object]] = field(default_factory=list)
    left: list[dict[str, object]] = field(default_factory=list)


def assignment(name: str) -> tuple[SoughtPart, ...]:
    said = tomllib.loads((HERE / "assignments" / f"{name}.toml").read_text("utf-8"))
    return tuple(
        SoughtPart(
            part["id"],
            part["title"],
            tuple(part.get("aliases", ())),
            tuple(sought(part["id"], item) for item in part["items"]),
        )
        for part in said["parts"]
    )


def sought(part: str, item: dict) -> Sought:
    return Sought(
        f"{part}.{item['name']}",
        part,
        item["wants"],
        item.get("title", ""),
        tuple(item.get("labels", ())),
        item.get("target"),
        tuple(item.get("words", ())),
        frozenset(item.get("symbols", "").split()),
        item.get("optional", False),
        further_targets=tuple(item.get("further_targets", ())),
        table=table(item),
    )


def table(item: dict) -> SoughtTable | None:
    if "rows" not in item:
        return None
    names = {name: own for own, others in item["rows"].items() for name in (own, *others)}
    return SoughtTable(TableNames(names, tuple(item["columns"])), item.get("shapes", False))


def homework(path: Path) -> Homework:
    said = tomllib.loads(path.read_text("utf-8"))
    if "document" in said:
        data: dict[str, object] = {"document": said["document"]}
        texts: dict[int | None, str] = {None: said["document"]}
    else:
        messages = [{"role": role, "content": content} for turn in said["turns"] for role, content in turn.items()]
        data = {"messages": messages}
        texts = {index: message["content"] for index, message in enumerate(messages)}
    return Homework(said["why"], assignment(said["assignment"]), data, texts, said["found"], said.get("left", []))


def answers(found: Found) -> Iterator[tuple[int | None, int, Answer]]:
    for attempt in found.attempts:
        for answer in attempt.answers:
            yield attempt.turn, attempt.hints, answer


def expected_rows(said: Homework) -> list[tuple[object, ...]]:
    return [
        (
            row.get("turn"),
            row["item"],
            str(row["text"]).strip("\n"),
            place_of(said, row),
            row.get("hints", 0),
            tuple(row.get("others", ())),
            tuple(row.get("definitions", ())),
            str(row.get("formula", "")),
        )
        for row in said.found
    ]


def place_of(said: Homework, row: dict[str, object]) -> int:
    """Where the text must start: at its last occurrence, or within the words that the row gives."""
    text, answer = said.texts[row.get("turn")], str(row["text"]).strip("\n")
    if "within" not in row:
        return text.rindex(answer)
    around = str(row["within"])
    return text.index(around) + around.rindex(answer)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in HOMEWORKS])
def test_each_answer_is_found_where_it_stands(path: Path):
    said = homework(path)
    found = find(parse_submission(said.said, said.parts), said.parts)
    rows = [
        (turn, a.item, a.text, a.span.start, hints, a.others, a.definitions, a.formula)
        for turn, hints, a in answers(found)
    ]
    assert sorted(rows, key=str) == sorted(expected_rows(said), key=str), said.why


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in HOMEWORKS])
def test_what_answers_nothing_is_left_aside_with_its_reason(path: Path):
    said = homework(path)
    found = find(parse_submission(said.said, said.parts), said.parts)
    assert [(one.turn, one.heading, one.reason) for one in found.not_graded] == [
        (row.get("turn"), row["heading"], row["reason"]) for row in said.left
    ], said.why


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in HOMEWORKS])
def test_every_answer_is_the_slice_that_its_span_marks(path: Path):
    said = homework(path)
    found = find(parse_submission(said.said, said.parts), said.parts)
    for turn, _, answer in answers(found):
        assert said.texts[turn][answer.span.start : answer.span.end] == answer.text
        assert answer.why.endswith(".")


def test_there_are_many_homeworks_in_many_styles():
    assert len(HOMEWORKS) >= 30
    assert {homework(path).parts[0].title for path in HOMEWORKS} == {
        "Response of the filter",
        "Cost of one pass",
        "Acceleration on the slope",
        "Derivative",
        "Eigenvalues",
        "A delayed input",
    }
