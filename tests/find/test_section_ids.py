"""Parts of three steps: 2.1.a."""

import pytest

from fullmarks.find.find import find
from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.part_name import Name
from fullmarks.find.section_ids import SectionIds
from fullmarks.find.submissions import from_text, parse_submission

IDS = SectionIds.of(["2.1.a", "2.1.b", "2.2", "3.1.a"])
PARTS = tuple(
    SoughtPart(part, "", (), (Sought(f"{part}.x", part, "number", "", (), None, (), frozenset()),))
    for part in ("2.1.a", "2.1.b", "2.2", "3.1.a")
)


@pytest.mark.parametrize(
    "ids, sections",
    [
        pytest.param(["2.1.a", "2.1.b", "2.2"], ("2.1", "2.2"), id="some have a letter"),
        pytest.param(["2-1a", "2-2"], ("2.1", "2.2"), id="with dashes"),
        pytest.param(["1.1", "1.2"], (), id="two steps alone"),
        pytest.param(["1a", "2.1.a"], (), id="mixed"),
        pytest.param([], (), id="none"),
    ],
)
def test_the_sections_of_names(ids, sections):
    assert SectionIds.of(ids).sections == sections


def test_a_name_is_a_question_and_a_letter():
    assert IDS.name("2.1.b") == Name("50", "b")
    assert IDS.name("2.2") == Name("51")
    assert IDS.name("4.1.a") is None


@pytest.mark.parametrize(
    "text, usual",
    [
        pytest.param("## 2.1 (b)", "## #50 (b)", id="a heading"),
        pytest.param("Exercise 2.2: 5", "Exercise #51: 5", id="behind a word"),
        pytest.param("so 2.1.b is 5", "so #50.b is 5", id="with its letter"),
        pytest.param("It is 2.1 or 2.10.", "It is 2.1 or 2.10.", id="a number"),
        pytest.param("$x$ = 2.1.", "$x$ = 2.1.", id="at the end of a sentence"),
    ],
)
def test_a_text_in_the_usual_form(text, usual):
    assert IDS.in_usual_form(text) == usual


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## 2.1\n\n(a) 4\n\n(b) 9\n\n## 2.2\n\n8\n\n## 3.1\n\na) 2", id="letters under headings"),
        pytest.param("## 2.1.a\n\n$4$\n\n## 2.1.b\n\n$9$\n\n## 2.2\n\n$8$\n\n## 3.1.a\n\n$2$", id="whole names"),
        pytest.param("2.1(a) 4\n\n2.1(b) 9\n\n2.2 8\n\n3.1(a) 2", id="brackets"),
        pytest.param(
            "# Problem 2\n\n## 2.1\n\n### (a)\n\n$4$\n\n### (b)\n\n9\n\n## 2.2\n\n8\n\n# Problem 3\n\n## 3.1\n\na) 2",
            id="under problems",
        ),
    ],
)
def test_all_spellings_name_them(text):
    attempts = find(from_text(text), PARTS).attempts
    found = {answer.item: answer.text for attempt in attempts for answer in attempt.answers}
    assert found == {"2.1.a.x": "4", "2.1.b.x": "9", "2.2.x": "8", "3.1.a.x": "2"}


def test_a_user_asks_for_one_of_them():
    chat = {"messages": [{"role": "user", "content": "2.1.b?"}, {"role": "assistant", "content": "It is $9$."}]}
    found = find(parse_submission(chat, PARTS), PARTS)
    assert [(one.part, [answer.text for answer in one.answers]) for one in found.attempts] == [("2.1.b", ["9"])]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"2.1.a": 4, "2.2": 8}, id="parts"),
        pytest.param({"2.1.a.x": 4, "2.2.x": 8}, id="items"),
        pytest.param({"2.1.a": {"x": 4}, "2.2": {"2.2.x": 8}}, id="nested"),
    ],
)
def test_structured_answers_name_them(answers):
    found = find(parse_submission({"answers": answers}, PARTS), PARTS)
    assert {answer.item: answer.text for one in found.attempts for answer in one.answers} == {
        "2.1.a.x": "4",
        "2.2.x": "8",
    }
