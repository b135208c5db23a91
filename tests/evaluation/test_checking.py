import json

import pytest

from fullmarks.errors import UnusableKeyError
from fullmarks.evaluation.checked import CheckedAnswer, Groups, How, ToCheck, ToGroup, UnusableKey, how
from fullmarks.evaluation.checking import MOST_GROUPS, checked, grouped, prepare

UNREADABLE = "The key cannot be read: A number, a name or a bracket is expected here, not the end."


@pytest.mark.parametrize(
    "keys, answer, verdict",
    [
        pytest.param(["1/2"], r"It is \boxed{0.5}.", "correct", id="one key"),
        pytest.param(["3", "1/2"], "0.5", "correct", id="any of several"),
        pytest.param(["1 +", "1/2"], "0.5", "correct", id="though another is of no use"),
        pytest.param(["3", "4"], "0.5", "incorrect", id="none of several"),
        pytest.param(["3", "9^9^9"], "9^9^9 + 1", "needs_review", id="open for one"),
        pytest.param(["1 +", "3"], "0.5", "unusable_key", id="a key of no use might have been it"),
        pytest.param([], "0.5", "unusable_key", id="no key"),
        pytest.param([[[1, 0], [0, 1]]], r"\begin{pmatrix}1&0\\0&1\end{pmatrix}", "correct", id="a matrix"),
        pytest.param([None], "1", "unusable_key", id="null"),
        pytest.param(["2"], "", "missing", id="no answer"),
    ],
)
def test_verdict(keys, answer, verdict):
    assert checked(ToCheck(keys=tuple(keys), answer=answer), How()).verdict == verdict


def test_what_is_told():
    assert checked(ToCheck(keys=("2 c d",), answer="c d"), How()) == CheckedAnswer(
        verdict="incorrect",
        points=0,
        evidence="counterexample",
        known="different at c = 18/25, d = 35/43 (126/215 is not 252/215)",
        answer="c d",
        read_as="c*d",
        diagnosis="constant_factor",
        why="1/2 times the key.",
    )


def test_no_diagnosis_is_looked_for_where_none_is_wanted():
    assert checked(ToCheck(keys=("2 c d",), answer="c d"), How(explain=False)).diagnosis is None


def test_a_line():
    answer = prepare(How(prose=False, options={"relative": "1%"}).model_dump_json())
    assert json.loads(answer(ToCheck(keys=("1/3",), answer="0.333").model_dump_json()))["verdict"] == "correct"
    assert json.loads(answer('{"keys": ["1 +"], "answer": "2"}')) == {"verdict": "unusable_key", "why": UNREADABLE}
    assert json.loads(answer(ToGroup(answers=("1/2", "0.5")).model_dump_json())) == {
        "numbers": [0, 0],
        "by_text": False,
    }


@pytest.mark.parametrize(
    "answers, numbers",
    [
        pytest.param((), (), id="none"),
        pytest.param(("1/2", "0.5", r"\frac12", "2"), (0, 0, 0, 1), id="by meaning"),
        pytest.param(("x + 1", "1 + x", "x - 1"), (0, 0, 1), id="formulas"),
        pytest.param(("1 +", "1 +", "(", "1"), (0, 0, 1, 2), id="unreadable ones by their text"),
        pytest.param(("9^9^9", "9^9^9 + 1"), (0, 1), id="nobody can tell, so they are not put together"),
        pytest.param(("A", "(A)", "B"), (0, 0, 1), id="options"),
    ],
)
def test_groups(answers, numbers):
    assert grouped(ToGroup(answers=answers), How()) == Groups(numbers=numbers)


def test_so_many_groups_are_compared_with():
    answers = tuple(str(number) for number in range(MOST_GROUPS + 1))
    assert grouped(ToGroup(answers=(*answers, f"{MOST_GROUPS}.0", "0.0")), How()).numbers[-2:] == (MOST_GROUPS + 1, 0)


@pytest.mark.parametrize(
    "given, sentence",
    [
        pytest.param({"symbols": {"x": 3}}, "symbols.x: Input should be a valid string", id="a domain"),
        pytest.param({"checker": 3}, "checker: Input should be a valid string", id="a checker"),
    ],
)
def test_what_is_of_no_use(given, sentence):
    with pytest.raises(UnusableKeyError) as raised:
        how(**given, options={})
    assert raised.value.sentence == sentence


def test_no_key_says_so():
    assert checked(ToCheck(keys=(), answer="1"), How()) == UnusableKey(why="There is no key.")
