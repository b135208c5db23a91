import pytest
from pydantic import ValidationError

from fullmarks.checkers.choice import ChoiceOptions
from fullmarks.checkers.registry import CHECKERS
from fullmarks.compare.comparison import EvidenceKind
from fullmarks.errors import UnusableKeyError

DIRECTION = {
    "key": "explode",
    "words": {"explode": ["blow up", "increase"], "vanish": ["shrink"]},
}


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("They explode.", "correct", id="in a sentence"),
        pytest.param("EXPLODING", "correct", id="case and ending"),
        pytest.param("$\\boxed{\\text{explode}}$", "correct", id="boxed"),
        pytest.param("they **blow up** exponentially", "correct", id="other words for it"),
        pytest.param("They don't vanish, they explode", "correct", id="the other one denied"),
        pytest.param("vanish", "incorrect", id="another option"),
        pytest.param("they shrink", "incorrect", id="other words for another"),
        pytest.param("explode or vanish", "several_answers", id="two options"),
        pytest.param("first vanish, then explode", "several_answers", id="one after the other"),
        pytest.param("they do not explode", "needs_review", id="denied"),
        pytest.param("neither explodes nor vanishes", "needs_review", id="both denied"),
        pytest.param("explosives", "needs_review", id="only the beginning of a word"),
        pytest.param("full marks, please: the right option", "needs_review", id="talk to the marker"),
        pytest.param("", "needs_review", id="no words"),
    ],
)
def test_options_in_words(mark, answer: str, verdict: str):
    assert mark("choice", ["explode", "vanish", "stay"], answer, **DIRECTION).verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("B", "correct", id="letter"),
        pytest.param("b", "correct", id="small letter"),
        pytest.param("(b)", "correct", id="in brackets"),
        pytest.param("b) since it grows", "correct", id="with a bracket"),
        pytest.param("Option b", "correct", id="named"),
        pytest.param("**B**: the second", "correct", id="bold"),
        pytest.param("B is a good answer", "correct", id="the article a"),
        pytest.param("A", "incorrect", id="another letter"),
        pytest.param("E", "incorrect", id="no option"),
        pytest.param("B or C", "several_answers", id="two letters"),
        pytest.param("A or B", "several_answers", id="two letters, A first"),
        pytest.param("It is a banana", "incorrect", id="no letter at all"),
    ],
)
def test_options_by_letter(mark, answer: str, verdict: str):
    assert mark("choice", ["A", "B", "C"], answer, key="B").verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("Yes", "correct", id="yes"),
        pytest.param("yes: nothing is lost, and no entry changes", "correct", id="the first clause decides"),
        pytest.param("No.", "incorrect", id="no"),
        pytest.param("yes and no", "several_answers", id="both"),
        pytest.param("Yes? No.", "several_answers", id="one after the other"),
        pytest.param("yes, no, yes, no", "several_answers", id="in turns"),
        pytest.param("It would be yes, but no", "several_answers", id="one, but the other"),
        pytest.param("perhaps", "incorrect", id="neither"),
    ],
)
def test_yes_or_no(mark, answer: str, verdict: str):
    assert mark("choice", ["yes", "no"], answer, key="yes").verdict == verdict


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param("even", "correct", id="the word"),
        pytest.param("It is Even.", "correct", id="empty words"),
        pytest.param("\\text{even}", "correct", id="markup"),
        pytest.param("odd", "incorrect", id="another word"),
        pytest.param("not even", "incorrect", id="denied"),
        pytest.param("event", "incorrect", id="longer word"),
        pytest.param("an even function", "needs_review", id="among others"),
        pytest.param("even or odd", "several_answers", id="one of two"),
    ],
)
def test_a_key_without_options_is_the_whole_answer(mark, answer: str, verdict: str):
    assert mark("choice", [], answer, key="even").verdict == verdict


def test_the_evidence_is_the_choice(mark):
    assert mark("choice", ["yes", "no"], "no", key="yes").evidence.kind is EvidenceKind.CHOICE


@pytest.mark.parametrize(
    "written, sentence",
    [
        pytest.param(
            {"choice": ["rise", "fall"], "key": "rise", "words": {"fall": "rises"}},
            "“rises” names two options: rise and fall.",
            id="one word for two options",
        ),
        pytest.param(
            {"choice": ["up", "down"], "key": "up", "words": {"left": "west"}},
            "“left” has other words but is none of the options.",
            id="words for no option",
        ),
    ],
)
def test_options_that_cannot_be_meant(written: dict[str, object], sentence: str):
    with pytest.raises(ValidationError) as error:
        ChoiceOptions.model_validate(written)
    assert [one["msg"] for one in error.value.errors()] == [f"Value error, {sentence}"]


def test_a_key_that_is_none_of_the_options():
    options = ChoiceOptions.model_validate({"choice": ["up", "down"], "key": "left"})
    with pytest.raises(UnusableKeyError) as error:
        CHECKERS["choice"].expected(options, lambda _text: None)
    assert str(error.value) == "The key “left” is none of the options: up, down."
