"""Words around an answer: what leads to it, what stands behind it, and the box that it is in."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.read.reader import read

BOX = "The words around the box were set aside."


def before(words):
    return f"The words “{words}” before the answer were set aside."


def behind(words):
    return f"The words “{words}” behind the answer were set aside."


@pytest.mark.parametrize(
    "text, expected, note",
    [
        pytest.param("The answer is 5", "5", before("The answer is"), id="is"),
        pytest.param("The answer is 5.", "5", before("The answer is"), id="full stop"),
        pytest.param("Answer: 5", "5", before("Answer:"), id="a colon"),
        pytest.param("Final answer: x = 5", "x = 5", before("Final answer:"), id="two words and a colon"),
        pytest.param("Hence x = 5", "x = 5", before("Hence"), id="hence"),
        pytest.param("Therefore, x = 5", "x = 5", before("Therefore"), id="a comma"),
        pytest.param("we get 2x", "2*x", before("we get"), id="we get"),
        pytest.param("So it is $2x$", "2*x", before("So it is"), id="a formula in dollars"),
        pytest.param(r"The answer is \frac{1}{2}", "1/2", before("The answer is"), id="a formula that nothing marks"),
        pytest.param("Hence\n$$x = 4$$", "x = 4", before("Hence"), id="a line of its own"),
        pytest.param("5 apples", "5", behind("apples"), id="a word behind"),
        pytest.param("$12$ ways to do it", "12", behind("ways to do it"), id="words behind"),
        pytest.param("x^2 is the answer", "x^2", behind("is the answer"), id="a clause behind"),
        pytest.param(
            "The answer is 100. Thank you for reading", "100", before("The answer is"), id="a sentence behind"
        ),
        pytest.param(r"So the answer is \boxed{42}.", "42", BOX, id="a box in a sentence"),
        pytest.param(r"\boxed{42} is what I find", "42", BOX, id="a box before words"),
        pytest.param(r"We find $x = \boxed{7}$ as claimed", "7", BOX, id="a box in a formula in a sentence"),
        pytest.param(r"So the length is \boxed{25} cm", "25 cm", BOX, id="a unit behind a box"),
    ],
)
def test_words_around(text, expected, note):
    reading = read(text)
    assert plain(reading.tree) == expected
    assert reading.notes[0] == note


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"x = \boxed{5}", "x = 5", id="a box without words"),
        pytest.param(r"\boxed{5}", "5", id="nothing but a box"),
        pytest.param(r"\boxed{x = 5}", "x = 5", id="an equation in a box"),
        pytest.param(r"\fbox{5}", "5", id="fbox"),
        pytest.param("2x", "2*x", id="no words"),
        pytest.param("  5  ", "5", id="spaces around"),
        pytest.param("5;", "5", id="a semicolon behind"),
    ],
)
def test_nothing_is_set_aside(text, expected):
    reading = read(text)
    assert plain(reading.tree) == expected
    assert reading.notes == ()
