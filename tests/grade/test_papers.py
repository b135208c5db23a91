"""Whole documents and chats in many styles, graded: each file of ``papers/`` says what is found in it, and the verdict.

A row of ``answers`` is the item, the turn where it is a chat, the verdict, and a piece of the text that must have been taken. What has no
row must not be found.
"""

import tomllib
from pathlib import Path

import pytest

from fullmarks import load_rubric
from fullmarks.find.find import find
from fullmarks.find.submissions import from_bytes, parse_submission
from fullmarks.report.grade_submission import grade_submission
from fullmarks.submission import Chat, Document

HERE = Path(__file__).parent
PAPERS = sorted((HERE / "papers").glob("*.toml"))
SHEETS = {path.stem: load_rubric(path) for path in sorted((HERE / "sheets").glob("*.yaml"))}
ANY = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PAPERS])


def handed_in(paper: dict):
    parts = SHEETS[paper["sheet"]].sought
    if "text" in paper:
        text = paper["text"].replace("\n", paper.get("line_ends", "\n"))
        return from_bytes(text.encode(), parts, paper.get("name", "paper.md"))
    messages = [{"role": role, "content": content} for turn in paper["turns"] for role, content in turn.items()]
    return parse_submission({"messages": messages}, parts)


def expected(paper: dict) -> dict[tuple[str, int | None], str]:
    return {(row[0], row[1] if len(row) == 4 else None): row[-2] for row in paper["answers"]}


@ANY
def test_each_answer_is_found_and_marked(path: Path):
    paper = tomllib.loads(path.read_text("utf-8"))
    report = grade_submission(SHEETS[paper["sheet"]], handed_in(paper))
    marked = {
        (item.id, attempt.turn): (item.verdict, item.answer)
        for part in report.parts
        for attempt in part.attempts
        for item in attempt.items
        if item.verdict != "missing"
    }
    assert {key: verdict for key, (verdict, _) in marked.items()} == expected(paper), paper["why"]
    for row in paper["answers"]:
        assert row[-1] in marked[row[0], row[1] if len(row) == 4 else None][1]


@ANY
def test_every_answer_is_the_piece_that_its_span_marks(path: Path):
    paper = tomllib.loads(path.read_text("utf-8"))
    submission = handed_in(paper)
    content = submission.content
    texts = {None: content.text} if isinstance(content, Document) else {}
    texts |= {message.index: message.content for message in content.messages} if isinstance(content, Chat) else {}
    for attempt in find(submission, SHEETS[paper["sheet"]].sought).attempts:
        for answer in attempt.answers:
            assert texts[attempt.turn][answer.span.start : answer.span.end] == answer.text
            assert answer.why.endswith(".")


def test_every_sheet_has_papers():
    assert {tomllib.loads(path.read_text("utf-8"))["sheet"] for path in PAPERS} == set(SHEETS)
