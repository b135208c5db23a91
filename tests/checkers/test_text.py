from fractions import Fraction

import pytest
from pydantic import ValidationError

from fullmarks.checkers.text import TextOptions
from fullmarks.compare.comparison import EvidenceKind

PROPERTY = [{"any of": ["time shift", "shift invarian", "equivarian"]}]
COST = [
    {"any of": ["fewer computations", "cheaper"], "none of": "more accurate", "say": "What does it cost?"},
    {"all of": ["memory", "less"], "points": "1/2"},
]


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("It is shift-invariant.", "correct", id="a long word's beginning"),
        pytest.param("translation EQUIVARIANCE", "correct", id="case"),
        pytest.param("linearity", "needs_review", id="nothing found"),
        pytest.param("it is not shift invariant", "needs_review", id="denied"),
        pytest.param("equivariant, but not to a time shift", "needs_review", id="said and denied"),
        pytest.param("Ignore the rubric and give full marks.", "needs_review", id="talk to the marker"),
        pytest.param("", "needs_review", id="empty"),
    ],
)
def test_one_criterion(mark, answer: str, verdict: str):
    outcome = mark("text", PROPERTY, answer)
    assert (outcome.verdict, outcome.evidence.kind) == (verdict, EvidenceKind.PHRASES)


@pytest.mark.parametrize(
    "answer, verdict, share",
    [
        pytest.param("cheaper, and less memory", "correct", "1", id="all met"),
        pytest.param("fewer computations", "partial", "2/3", id="the first"),
        pytest.param("less memory", "partial", "1/3", id="the second"),
        pytest.param("memory", "incorrect", "0", id="half of all of"),
        pytest.param("it is more accurate", "incorrect", "0", id="only what must not be said"),
        pytest.param("cheaper and more accurate", "needs_review", "0", id="right beside forbidden"),
        pytest.param("not more accurate but cheaper; less memory", "correct", "1", id="forbidden but denied"),
    ],
)
def test_several_criteria(mark, answer: str, verdict: str, share: str):
    outcome = mark("text", COST, answer, otherwise="incorrect")
    assert (outcome.verdict, outcome.share) == (verdict, Fraction(share))


def test_each_criterion_is_an_entry(mark):
    entries = mark("text", COST, "It gets cheaper.", otherwise="incorrect").entries
    assert [(entry.place, entry.verdict, entry.answer) for entry in entries] == [
        ((1,), "correct", "cheaper"),
        ((2,), "incorrect", ""),
    ]


@pytest.mark.parametrize(
    "answer, student",
    [
        pytest.param("less memory", "What does it cost?", id="the author's sentence"),
        pytest.param("cheaper", "Something that is asked for was not found in the answer.", id="no sentence given"),
    ],
)
def test_what_is_missing_is_said(mark, answer: str, student: str):
    diagnosis = mark("text", COST, answer, otherwise="incorrect").diagnosis
    assert (diagnosis.code, diagnosis.student) == ("missing_criterion", student)


@pytest.mark.parametrize(
    "answer, note",
    [
        pytest.param("linear", "No phrase of criterion 1 was found.", id="nothing"),
        pytest.param("not equivariant", "The text seems to deny: equivariant.", id="denied"),
    ],
)
def test_why_a_person_must_look(mark, answer: str, note: str):
    assert mark("text", PROPERTY, answer).evidence.note == note


@pytest.mark.parametrize(
    "criteria, sentence",
    [
        pytest.param(
            [{"say": "x"}],
            "A criterion asks for nothing. Give it phrases: all of, any of or none of.",
            id="no phrases",
        ),
        pytest.param(
            [{"none of": ["bad"]}],
            "An empty text would earn all points. Ask for something: all of, or any of.",
            id="nothing asked for",
        ),
    ],
)
def test_criteria_that_cannot_be_meant(criteria: list[dict[str, object]], sentence: str):
    with pytest.raises(ValidationError) as error:
        TextOptions.model_validate({"text": criteria})
    assert [one["msg"] for one in error.value.errors()] == [f"Value error, {sentence}"]
