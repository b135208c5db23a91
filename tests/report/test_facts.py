"""What a report says about an item, whatever its form."""

import pytest

from fullmarks.report.facts import Fact, Label, attempt_words, facts, shortened, told_items, total_sentence
from fullmarks.report.model import ReadAs


def test_all_that_there_is_to_say(report):
    assert list(facts(report.parts[0].attempts[0].items[0])) == [
        Fact(Label.ANSWER, "$c d$"),
        Fact(Label.READ_AS, "c*d"),
        Fact(Label.EVIDENCE, "different by exact arithmetic at c = 1, d = 2 (2 is not 4)"),
        Fact(Label.FEEDBACK, "About 1a.runtime."),
        Fact(Label.STAFF, "Half of the key 2 c d."),
    ]


@pytest.mark.parametrize(
    "changes, label, is_said",
    [
        pytest.param({"staff_note": "About 1b.y."}, Label.STAFF, False, id="a note that only repeats the feedback"),
        pytest.param({"staff_note": "More."}, Label.STAFF, True, id="a note that says more"),
        pytest.param({"answer": None}, Label.ANSWER, False, id="no answer"),
        pytest.param({"pending_points": 0}, Label.OPEN, False, id="nothing open"),
        pytest.param(
            {"answer": "Stays the same.", "read_as": ReadAs(latex="", text='"Stays the same."')},
            Label.READ_AS,
            False,
            id="words with a stop",
        ),
        pytest.param(
            {"answer": "explode", "read_as": ReadAs(latex="", text="explode")}, Label.READ_AS, False, id="words"
        ),
    ],
)
def test_what_is_said(report, changes, label, is_said):
    item = report.parts[1].attempts[0].items[0].model_copy(update=changes)
    assert (label in {fact.label for fact in facts(item)}) is is_said


def test_of_several_attempts_each_tells_only_what_it_answers(report):
    part, alone = report.parts[0], report.parts[2]
    assert [item.id for item in told_items(part.attempts[1], part)] == ["1a.runtime"]
    assert [item.id for item in told_items(alone.attempts[0], alone)] == ["2.why"]


def test_the_words_about_an_attempt(report):
    part = report.parts[0]
    assert [attempt_words(attempt, part) for attempt in part.attempts] == [
        "attempt 1, message 1",
        "attempt 2, message 3, the one that counts",
    ]


def test_the_total_says_what_is_open(report):
    assert total_sentence(report) == "1 of 4 points; 1 more may be given by a person"


@pytest.mark.parametrize(
    "text, most, written",
    [
        pytest.param("a\n  b", 10, "a b", id="in one line"),
        pytest.param("abcdef", 6, "abcdef", id="just not too long"),
        pytest.param("abcdefg", 6, "abcde…", id="too long"),
    ],
)
def test_shortened(text, most, written):
    assert shortened(text, most) == written
