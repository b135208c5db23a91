"""Sets, intervals, unions, number sets, conditions in sets."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("{1, 2}", "{1, 2}", id="braces"),
        pytest.param(r"\{1, 2\}", "{1, 2}", id="escaped braces"),
        pytest.param(r"\left\{1, 2\right\}", "{1, 2}", id="large braces"),
        pytest.param(r"\lbrace 1, 2 \rbrace", "{1, 2}", id="lbrace"),
        pytest.param("{5}", "{5}", id="one member"),
        pytest.param(r"\{5\}", "{5}", id="one member in LaTeX"),
        pytest.param("{}", "{}", id="no member"),
        pytest.param("∅", "emptyset", id="empty"),
        pytest.param(r"\emptyset", "emptyset", id="emptyset"),
        pytest.param(r"\varnothing", "emptyset", id="varnothing"),
        pytest.param("{1; 2}", "{1, 2}", id="semicolon"),
        pytest.param(r"\{\frac12, \sqrt2\}", "{1/2, sqrt(2)}", id="LaTeX members"),
        pytest.param("{(1, 2), (3, 4)}", "{(1, 2), (3, 4)}", id="pairs"),
        pytest.param(r"\{\{1,2\},\{3,4\}\}", "{{1, 2}, {3, 4},}", id="sets of a set in LaTeX"),
        pytest.param("{{1},{2,3}}", "{{1}, {2, 3}}", id="sets of two sizes"),
        pytest.param("FiniteSet(1, 2)", "{1, 2}", id="SymPy"),
        pytest.param("x, y", "x, y", id="a list without brackets"),
        pytest.param("1; 2; 3", "1, 2, 3", id="a list with semicolons"),
        pytest.param("1, 2,", "1, 2", id="a comma at the end"),
        pytest.param("1 and 2", "1 and 2", id="two values joined by and"),
    ],
)
def test_sets(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("[0, 1]", "[0, 1]", id="closed"),
        pytest.param("(0, 1)", "(0, 1)", id="open or a pair"),
        pytest.param("[0, 1)", "[0, 1)", id="open at the right"),
        pytest.param("(0, 1]", "(0, 1]", id="open at the left"),
        pytest.param("]0, 1[", "(0, 1)", id="reversed, open"),
        pytest.param("[0, 1[", "[0, 1)", id="reversed, open at the right"),
        pytest.param("]0, 1]", "(0, 1]", id="reversed, open at the left"),
        pytest.param("]0, 1[ ∪ ]2, 3[", "(0, 1) ∪ (2, 3)", id="reversed, a union"),
        pytest.param("[0, 1[ ∪ ]2, 3]", "[0, 1) ∪ (2, 3]", id="reversed, a union of half-open ones"),
        pytest.param("x ∈ ]0, 1[", "x ∈ (0, 1)", id="reversed, behind a sign"),
        pytest.param(r"\left]0, 1\right[", "(0, 1)", id="reversed, large"),
        pytest.param(r"(-\infty, 3)", "(-infinity, 3)", id="infinite"),
        pytest.param("(-∞, ∞)", "(-infinity, infinity)", id="infinite at both ends"),
        pytest.param("(-oo, 2]", "(-infinity, 2]", id="oo"),
        pytest.param("(-inf, 2]", "(-infinity, 2]", id="inf"),
        pytest.param(r"[0, \infty)", "[0, infinity)", id="infinite in LaTeX"),
        pytest.param(r"\left[0, \frac12\right)", "[0, 1/2)", id="large brackets"),
        pytest.param("Interval(0, 1)", "[0, 1]", id="SymPy"),
        pytest.param("Interval.open(0, 1)", "(0, 1)", id="SymPy, open"),
        pytest.param("Interval.Ropen(0, 1)", "[0, 1)", id="SymPy, open at the right"),
    ],
)
def test_intervals(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("(0, 1) ∪ (2, 3)", "(0, 1) ∪ (2, 3)", id="union"),
        pytest.param(r"(0,1) \cup (2,3)", "(0, 1) ∪ (2, 3)", id="cup"),
        pytest.param("(0, 1) union (2, 3)", "(0, 1) ∪ (2, 3)", id="union in words"),
        pytest.param("Union((0, 1), (2, 3))", "(0, 1) ∪ (2, 3)", id="SymPy's union"),
        pytest.param(r"A \cap B", "A ∩ B", id="intersection"),
        pytest.param(r"\mathbb{R} \setminus \{0\}", "reals ∖ {0}", id="difference"),
        pytest.param(r"A \cup B \cup C", "A ∪ B ∪ C", id="three"),
        pytest.param(r"A \cup B \cap C", "(A ∪ B) ∩ C", id="from left to right"),
        pytest.param(r"A \cup (B \cap C)", "A ∪ (B ∩ C)", id="in brackets"),
        pytest.param(r"x \in (0,1) \cup \{2\}", "x ∈ (0, 1) ∪ {2}", id="behind a sign"),
        pytest.param(r"\mathbb{R}", "reals", id="reals"),
        pytest.param("ℝ", "reals", id="reals as a character"),
        pytest.param(r"\R", "reals", id="reals, short"),
        pytest.param(r"\mathbb Z", "integers", id="integers"),
        pytest.param("ℕ", "naturals", id="naturals"),
        pytest.param("ℚ", "rationals", id="rationals"),
        pytest.param(r"\mathbb{C}", "complexes", id="complexes"),
        pytest.param(r"\mathbb{R}^n", "reals^n", id="a space of vectors"),
        pytest.param(r"x \in \mathbb{R}^{m \times n}", "x ∈ reals^(m*n)", id="a space of matrices"),
    ],
)
def test_operations(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("{x | x > 0}", "{x | x > 0}", id="bar"),
        pytest.param(r"\{x \mid x > 0\}", "{x | x > 0}", id="mid"),
        pytest.param(r"\{x : x > 0\}", "{x | x > 0}", id="colon"),
        pytest.param(r"\left\{x \,\middle|\, x > 0\right\}", "{x | x > 0}", id="a large bar"),
        pytest.param(r"\{x \in \mathbb{R} \mid x > 0\}", "{x ∈ reals | x > 0}", id="with the set it is taken from"),
        pytest.param("{x | |x| < 2}", "{x | abs(x) < 2}", id="bars behind the bar"),
        pytest.param("{|x| | x < 2}", "{abs(x) | x < 2}", id="bars before the bar"),
        pytest.param("{x : |x| < 2}", "{x | abs(x) < 2}", id="bars behind a colon"),
        pytest.param("{x | x > 0, x < 5}", "{x | x > 0, x < 5}", id="two conditions"),
        pytest.param("{2n | n ∈ ℤ}", "{2*n | n ∈ integers}", id="a term"),
        pytest.param("{(x, y) | x > y}", "{(x, y) | x > y}", id="pairs"),
    ],
)
def test_conditions(read_as, text, expected):
    assert read_as(text) == expected
