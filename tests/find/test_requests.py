"""What a user's turn asks for."""

import pytest

from fullmarks.find.found import Sought, SoughtPart
from fullmarks.find.part_names import PartNames
from fullmarks.find.requests import Request, asked_items, request

IDS = ("1a", "1b", "2a", "2b", "2c", "3", "4a", "4b", "4d")
NAMES = PartNames(
    [SoughtPart(part, "", (), (Sought(f"{part}.x", part, "number", "", (), None, (), frozenset()),)) for part in IDS]
)
SHEET = "1. Passes\n(a) What does it cost?\n(b) And cheaper?\n2. Maps\n(a) Why?\n(b) Which?\n"


def asked(text: str, question: str = "") -> tuple[list[str], Request]:
    found = request(text, NAMES, question)
    return [str(name) for name in found.names], found


@pytest.mark.parametrize(
    "text, question, names",
    [
        pytest.param("Please solve all parts of problem 2.", "", ["2"], id="all parts of a question"),
        pytest.param("Let us move on to exercise 3", "", ["3"], id="on to"),
        pytest.param("2c", "", ["2c"], id="id alone"),
        pytest.param("#2c", "", ["2c"], id="hash"),
        pytest.param("Now please solve #2a. Repeat the question first.", "", ["2a"], id="sentence"),
        pytest.param("problem 3 (all parts)", "", ["3"], id="all parts"),
        pytest.param("Solve 4d", "", ["4d"], id="verb and id"),
        pytest.param("question 2 part b please", "", ["2b"], id="question and part"),
        pytest.param("Do 2a and 2b", "", ["2a", "2b"], id="two"),
        pytest.param("2a-c", "", ["2a", "2b", "2c"], id="range"),
        pytest.param("Question 2. Do parts a to c", "", ["2a", "2b", "2c"], id="range after its question"),
        pytest.param("parts (a) and (b) of problem 4", "", ["4a", "4b"], id="letters before their question"),
        pytest.param("now (c)", "2", ["2c"], id="letter alone"),
        pytest.param("part b?", "4", ["4b"], id="part alone"),
        pytest.param("b", "1", ["1b"], id="nothing but a letter"),
        pytest.param("3?", "", ["3"], id="nothing but a number"),
        pytest.param("Question 2 b: the mean", "", ["2b"], id="letter and colon behind a question"),
        pytest.param("The second one cannot be right. It has no X in it.", "2", [], id="no x"),
        pytest.param("No. I think the sign is lost.", "2", [], id="no"),
        pytest.param("the problem I have is the sign", "2", [], id="the problem I have"),
        pytest.param("a and b, please", "2", ["2a", "2b"], id="two letters"),
        pytest.param("oh ok. 4: my try is 7", "2", ["4"], id="a number and a colon"),
        pytest.param("Next do 2c, using your constant from 2b.", "", ["2c"], id="referred to"),
        pytest.param("Solve 4b with a 2d convolution", "", ["4b"], id="dimension"),
        pytest.param("Give me the result of 2b", "", ["2b"], id="the result of it"),
        pytest.param("Also see part (d), which uses the same kernel.", "4", [], id="only referred to"),
        pytest.param(f"{SHEET}\nPlease solve 1(a) first.", "", ["1a"], id="pasted sheet"),
        pytest.param(f"{SHEET * 8}\nStart by solving #1.", "", ["1"], id="long pasted sheet"),
        pytest.param("Check the norm again, each entry is 1", "2", [], id="hint"),
        pytest.param("solve 9z", "", [], id="no such part"),
    ],
)
def test_the_parts_that_are_asked_for(text: str, question: str, names: list[str]):
    assert asked(text, question)[0] == names


@pytest.mark.parametrize(
    "text, solve",
    [
        pytest.param("2b", True, id="id"),
        pytest.param("Please redo 2b", True, id="request"),
        pytest.param("Why is 2b a square root?", False, id="why"),
        pytest.param("Can you explain 2b?", False, id="explain"),
        pytest.param("Are you sure about 2b?", False, id="doubt"),
    ],
)
def test_asking_for_an_answer_and_asking_about_it(text: str, solve: bool):
    assert asked(text)[1].solve is solve


@pytest.mark.parametrize(
    "text, onward",
    [
        pytest.param("next", True, id="next"),
        pytest.param("Great, now the next part please", True, id="next part"),
        pytest.param("continue", True, id="continue"),
        pytest.param("Give me a summary", True, id="summary"),
        pytest.param("Answer all the questions in the homework", True, id="everything"),
        pytest.param("next, 2b", False, id="a name is a name"),
        pytest.param("Thanks!", False, id="thanks"),
    ],
)
def test_asking_for_what_comes_next(text: str, onward: bool):
    assert asked(text)[1].onward is onward


@pytest.mark.parametrize(
    "text, hint",
    [
        pytest.param("Look again at the norm of the matrix.", True, id="look again"),
        pytest.param("Remember to flip the kernel first", True, id="remember"),
        pytest.param("2b: look again at the norm", False, id="with a name it is a request"),
        pytest.param("Thanks, that makes sense.", False, id="thanks"),
        pytest.param("And for larger n?", False, id="question"),
    ],
)
def test_a_hint_names_nothing_and_asks_nothing(text: str, hint: bool):
    assert asked(text)[1].hint is hint


@pytest.mark.parametrize(
    "said, asks",
    [
        pytest.param("and the cutoff frequency?", True, id="label"),
        pytest.param("Why is the cutoff frequency so low?", False, id="speaks of it"),
        pytest.param("The cutoff frequency is fine.", False, id="no question"),
        pytest.param("and the rest?", False, id="no label"),
    ],
)
def test_a_short_question_may_name_an_item(said: str, asks: bool):
    item = Sought("2b.cutoff", "2b", "expression", "", ("cutoff frequency",), None, (), frozenset())
    assert bool(asked_items(said, [item])) is asks
