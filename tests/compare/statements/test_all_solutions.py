"""Values in equal steps beside an equation: all of its solutions, some of them, or values that solve nothing."""

import pytest

from fullmarks.compare.statements.all_solutions import are_all_solutions
from fullmarks.compare.statements.families import families

ALL, NOT_ALL, UNKNOWN = True, False, None


@pytest.mark.parametrize(
    "values, equation, equal",
    [
        pytest.param("x = n pi", "sin x = 0", ALL, id="a wave"),
        pytest.param("x = n pi", "tan x = 0", ALL, id="a wave with poles"),
        pytest.param("x = pi/2 + n pi", "cot x = 0", ALL, id="a wave with poles at zero"),
        pytest.param("x = ± pi/3 + 2 n pi", "sec x = 2", ALL, id="one over a wave"),
        pytest.param("x = pi/4 + n pi", "sin x = cos x", ALL, id="two waves"),
        pytest.param("x = 2 n pi", "cos x = 1", ALL, id="where the wave only touches"),
        pytest.param("x = n pi", "sin(x)^2 = 0", ALL, id="a double zero"),
        pytest.param("x = n pi/2", "sin(2x) = 0", ALL, id="a faster wave"),
        pytest.param("x = arctan(2) + n pi", "tan x = 2", ALL, id="an angle without a usual name"),
        pytest.param("x = 2 n pi", "sin x = 0", NOT_ALL, id="every other solution"),
        pytest.param("x = 2 n pi", "tan x = 0", NOT_ALL, id="every other solution between poles"),
        pytest.param("x = pi/6 + 2 n pi", "sin x = 1/2", NOT_ALL, id="one of two"),
        pytest.param("x = n pi/2", "sin x = 0", NOT_ALL, id="values between"),
        pytest.param("x = pi/2 + n pi", "sin x = 0", NOT_ALL, id="values beside"),
        pytest.param("x = n pi", "sin x = 2", NOT_ALL, id="an equation without solutions"),
        pytest.param("x = n pi/2", "tan x = 0", UNKNOWN, id="values at poles, which solve nothing"),
        pytest.param("x = n pi/2", "sin(2x)/cos(x) = 0", UNKNOWN, id="holes that solve nothing"),
        pytest.param("x = n pi", "x sin x = 0", UNKNOWN, id="no period"),
    ],
)
def test_all_solutions(values: str, equation: str, equal: bool | None, tree_of, assuming):
    found = families(tree_of(values), assuming({}))
    compared = are_all_solutions(found, tree_of(equation), assuming({}))
    assert compared.equal is equal


@pytest.mark.parametrize(
    "equation",
    [
        pytest.param("sin x > 0", id="an inequality"),
        pytest.param("sin x = y", id="two symbols"),
        pytest.param("sin y = 0", id="another symbol"),
        pytest.param("sin k = 0", id="the symbol that counts"),
        pytest.param("sin x", id="no statement"),
    ],
)
def test_what_has_no_such_solutions(equation: str, tree_of, assuming):
    assert are_all_solutions(families(tree_of("x = n pi"), assuming({})), tree_of(equation), assuming({})) is None
