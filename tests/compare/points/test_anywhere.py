"""Whether a tree has a value anywhere, and whether a statement holds everywhere."""

import pytest

from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.points.anywhere import has_value, holds_everywhere
from fullmarks.expr.domains import COMPLEX, INTEGER, POSITIVE
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

DOMAINS = {"n": INTEGER, "g": POSITIVE, "z": COMPLEX}
WORDS = Vocabulary(DOMAINS, frozenset({"y"}))
ASSUMED = Assumptions(DOMAINS, "seed")


@pytest.mark.parametrize(
    "text, has",
    [
        pytest.param("3", True, id="a number"),
        pytest.param("g + n", True, id="symbols"),
        pytest.param("1/n", True, id="a pole at one point"),
        pytest.param("sqrt(n)", True, id="on a half line"),
        pytest.param("y(n) + 1", True, id="a function that nothing defines"),
        pytest.param("i + z", True, id="complex"),
        pytest.param("1/0", False, id="one over nothing"),
        pytest.param("g/(n - n)", False, id="nothing below everywhere"),
        pytest.param("log(0)", False, id="outside of a domain"),
        pytest.param("undefined", False, id="undefined"),
        pytest.param("infinity", False, id="infinite"),
        pytest.param("1 + infinity", False, id="infinite within"),
        pytest.param("int_0^1 x dx", True, id="what is not worked out here"),
    ],
)
def test_has_value(text, has):
    assert has_value(read(text, WORDS).tree, ASSUMED) is has


@pytest.mark.parametrize(
    "text, holds",
    [
        pytest.param("3 > 0", True, id="a number"),
        pytest.param("-1 > 0", False, id="a number that does not"),
        pytest.param("g > 0", True, id="by its domain"),
        pytest.param("n > 0", False, id="not everywhere"),
        pytest.param("n^2 >= 0 and g > -1", True, id="two together"),
        pytest.param("floor(n) = n", True, id="an integer"),
        pytest.param("n != 0", False, id="not at one point"),
        pytest.param("1/0 > 0", False, id="no value"),
        pytest.param("sqrt(2) < 3/2", True, id="not rational"),
    ],
)
def test_holds_everywhere(text, holds):
    assert holds_everywhere(read(text, WORDS).tree, ASSUMED) is holds
