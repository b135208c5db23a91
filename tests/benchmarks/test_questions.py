import pytest

from benchmarks.corpus_builder.rows import read_rows
from benchmarks.questions import KINDS, read_questions

HOMEWORK_ITEM = "1a.runtime"


def test_every_row_of_the_corpus_is_asked_once():
    asked = [question.id for kind in KINDS if kind != "homework" for question in read_questions(kind)]
    assert sorted(asked) == sorted(row.id for row in read_rows())


def test_the_homeworks_examples_are_judged_by_their_items():
    questions = read_questions("homework")
    assert len(questions) > 100
    first = next(question for question in questions if question.id == f"{HOMEWORK_ITEM}-01")
    assert first.item is not None
    assert first.item.id == HOMEWORK_ITEM
    assert first.verdict == "correct"


def test_some_of_a_kind_come_from_all_over_it():
    every, some = read_questions("set"), read_questions("set", 5)
    places = [every.index(question) for question in some]
    assert len(places) == 5
    assert places[-1] > len(every) / 2


@pytest.mark.parametrize(
    "symbols, says_more",
    [
        pytest.param(None, False, id="nothing declared"),
        pytest.param({"x": "real", "z": "complex"}, False, id="what is taken for granted"),
        pytest.param({"x": "real", "n": "positive integer"}, True, id="a domain"),
    ],
)
def test_whether_a_row_tells_more_than_its_texts(question, symbols, says_more):
    assert question("q", symbols=symbols).says_more is says_more
