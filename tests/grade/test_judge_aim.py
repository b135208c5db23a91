"""What in an answer answers: the right side of a chain, what a name's equation says, and when an answer is about something else."""

import pytest

from fullmarks.expr.domains import REAL
from fullmarks.expr.plain import plain
from fullmarks.grade.aim import Target
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

KNOWS = Vocabulary(dict.fromkeys("x y c d n".split(), REAL), functions=frozenset("fg"), indexed=frozenset(("w", "dw")))


def tree(text):
    return read(text, KNOWS).tree


def aimed(answer, expected, target=None, bound=None):
    return Target((tree(target),) if target else (), tree(expected), bound).aim(tree(answer))


@pytest.mark.parametrize(
    "answer, expected, target, taken",
    [
        # no chain at all
        pytest.param("2x", "2x", None, "2*x", id="an expression"),
        pytest.param("{1, 2}", "{1, 2}", None, "{1, 2}", id="a set"),
        pytest.param("x > 3", "2x", None, "x > 3", id="an inequality is no chain of equals"),
        # the right side
        pytest.param("x + x = 2x", "2x", None, "2*x", id="two sides"),
        pytest.param("1 + 1 = 3 - 1 = 2", "2", None, "2", id="a chain"),
        pytest.param("y = 2x", "2x", None, "2*x", id="a lone name that the key does not have"),
        pytest.param("y = x + x = 2x", "2x", None, "2*x", id="a lone name before a chain"),
        pytest.param("x = 5", "5", None, "5", id="a value of a name"),
        pytest.param("5 = x", "5", None, "5", id="a value before its name"),
        pytest.param("2 + 3 = x", "5", None, "2 + 3", id="a computation before its name"),
        pytest.param("= 5", "5", None, "5", id="nothing on the left"),
        pytest.param("y = 1/3 ≈ 0.333", "1/3", None, "1/3", id="the side before a rounding"),
        pytest.param("y = c d ≈ 1.59", "1.6", None, "1.59", id="a formula and the number asked for"),
        pytest.param("y = 2 c ≈ 2 n", "2 c", None, "2*c", id="a formula that is asked for"),
        pytest.param("= 2 + 3 = 5", "5", None, "5", id="nothing on the left of a chain"),
        pytest.param("f(n) = 2n", "2n", None, "2*n", id="a function's value that the key does not have"),
        pytest.param("sin(pi/6) = 1/2", "1/2", None, "1/2", id="a known function's value"),
        pytest.param("2x = 10", "5", None, "10", id="an equation that is not solved"),
        pytest.param("x -> 5", "5", None, "5", id="an arrow"),
        # rounding
        pytest.param("1/3 ≈ 0.333", "1/3", None, "1/3", id="the exact value, with a rounded one behind it"),
        pytest.param("x ≈ 0.333", "1/3", None, "0.333", id="only a rounded value is given"),
        pytest.param("x = 1/3 ≈ 0.333", "1/3", None, "1/3", id="the side before the rounding"),
        pytest.param("x = 1/3 ≈ 0.333 ≈ 0.33", "1/3", None, "1/3", id="rounded twice"),
        pytest.param("x ≈ 0.333", "1/3", None, "0.333", id="rounded alone"),
        pytest.param("x = 2/6 = 1/3 ≈ 0.333", "1/3", None, "1/3", id="a chain, then rounded"),
        # members
        pytest.param("x ∈ {5}", "5", None, "5", id="the only member of a set"),
        pytest.param("x ∈ {5, 6}", "5", None, "{5, 6}", id="a set of two"),
        pytest.param("x ∈ (0, 1)", "(0, 1)", None, "(0, 1)", id="an interval"),
        # several values of one target
        pytest.param("c = 1, c = 2", "{1, 2}", "c", "c = 1, c = 2", id="a target twice"),
        pytest.param("c = 1, 2", "{1, 2}", "c", "c = 1, 2", id="a target of several values"),
        pytest.param("c = 1 and c = 2", "{1, 2}", "c", "c = 1 and c = 2", id="a target twice, joined"),
        pytest.param("c = {1, 2}, d = 3", "{1, 2}", "c", "{1, 2}", id="a target beside another name"),
        pytest.param("x^2 = 4", "{4}", None, "x^2 = 4", id="an equation is not its right side"),
        pytest.param("|x| = 3", "{3}", None, "abs(x) = 3", id="an equation with a function"),
        pytest.param("det(A) = 3", "{3}", None, "3", id="the value of a determinant"),
        pytest.param("A ∩ B = {1, 2}", "{1, 2}", None, "{1, 2}", id="a set that is named by others"),
        # targets
        pytest.param("c = 1/sqrt(d)", "1/sqrt(d)", "c", "1/sqrt(d)", id="the target"),
        pytest.param("1/sqrt(d)", "1/sqrt(d)", "c", "1/sqrt(d)", id="the target unsaid"),
        pytest.param("c = d = 2", "2", "c", "2", id="the target before another name"),
        pytest.param("d = c = 2", "2", "c", "2", id="the target inside a chain"),
        pytest.param("dw_{h,l} = x y", "x y", "dw_{h,l}", "x*y", id="an entry of a family"),
        pytest.param("f(n) = n^2", "n^2", "f(n)", "n^2", id="a function's value"),
        pytest.param("c = 1, d = 2", "2", "d", "2", id="the target among several"),
        pytest.param("c = 1 and d = 2", "2", "d", "2", id="the target among several joined by and"),
        pytest.param("d = 2, c = 1", "2", "d", "2", id="the target first"),
        # keys that are statements take the answer whole
        pytest.param("y = 2x", "y = 2x", None, "y = 2*x", id="an equation as key"),
        pytest.param("x = 1 or x = 2", "x = 1 or x = 2", None, "x = 1 or x = 2", id="alternatives as key"),
    ],
)  # fmt: skip
def test_what_is_taken(answer, expected, target, taken):
    found = aimed(answer, expected, target)
    assert (plain(found.tree), found.other) == (taken, None)


@pytest.mark.parametrize(
    "answer, expected, target, other",
    [
        pytest.param("x = 2c", "2x", None, "x", id="a lone name that the key has"),
        pytest.param("x = 2x", "2x", None, "x", id="the key's own name, though the right side is right"),
        pytest.param("y = 2x", "2x", "c", "y", id="another name than the target"),
        pytest.param("d = 2", "2", "c", "d", id="another name than the target, with the right value"),
        pytest.param("f(n) = 2n", "2n", "g(n)", "f(n)", id="another function's value"),
        pytest.param("f(c) = c^2", "n^2", "f(n)", "f(c)", id="the target's value elsewhere"),
        pytest.param("dw_{l,h} = 2", "2", "dw_{h,l}", "dw_{l, h}", id="indices of a family turned"),
        pytest.param("y' = x", "x", "y", "y'", id="a derivative for the function"),
    ],
)
def test_what_is_about_something_else(answer, expected, target, other):
    assert aimed(answer, expected, target).other == other


@pytest.mark.parametrize(
    "answer, bound, taken",
    [
        pytest.param("y <= 2x", "upper", "2*x", id="an upper bound"),
        pytest.param("2x >= y", "upper", "2*x", id="an upper bound the other way round"),
        pytest.param("y >= 2x", "lower", "2*x", id="a lower bound"),
        pytest.param("y <= x + x = 2x", "upper", "2*x", id="a chain with one bound"),
        pytest.param("2x", "upper", "2*x", id="the bound alone"),
        pytest.param("y >= 2x", "upper", "y", id="of “at least”, the left side is the upper bound"),
        pytest.param("y <= 2x", None, "y <= 2*x", id="a bound where none is asked for"),
    ],
)
def test_bounds(answer, bound, taken):
    assert plain(aimed(answer, "2x", None, bound).tree) == taken
