"""Equations, inequalities, chains, and, or, not; plus and minus in one."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x = 5", "x = 5", id="equation"),
        pytest.param("x == 5", "x = 5", id="two equals signs"),
        pytest.param("x := 5", "x = 5", id="definition"),
        pytest.param("c: 5", "c = 5", id="a label"),
        pytest.param("x ← 5", "x = 5", id="assignment"),
        pytest.param("x <- 5", "x = 5", id="an arrow of two signs"),
        pytest.param("x <-5", "x < -5", id="less than a negative number"),
        pytest.param(r"x \coloneqq 5", "x = 5", id="definition in LaTeX"),
        pytest.param(r"x \equiv 5", "x = 5", id="equivalence"),
        pytest.param("x ≠ 2", "x != 2", id="unequal"),
        pytest.param("x != 2", "x != 2", id="unequal in code"),
        pytest.param("x <> 2", "x != 2", id="unequal in Basic"),
        pytest.param(r"x \neq 2", "x != 2", id="unequal in LaTeX"),
        pytest.param(r"x \ne 2", "x != 2", id="ne"),
        pytest.param(r"x \not= 2", "x != 2", id="a struck equals sign"),
        pytest.param(r"x \not\in A", "x ∉ A", id="a struck membership"),
        pytest.param(r"x \not< 2", "x >= 2", id="a struck less"),
        pytest.param("x < 2", "x < 2", id="less"),
        pytest.param("x > 2", "x > 2", id="greater"),
        pytest.param("x <= 2", "x <= 2", id="at most"),
        pytest.param("x =< 2", "x <= 2", id="at most, the other way round"),
        pytest.param("x ≤ 2", "x <= 2", id="at most as a sign"),
        pytest.param("x ⩽ 2", "x <= 2", id="at most, slanted"),
        pytest.param(r"x \leq 2", "x <= 2", id="leq"),
        pytest.param(r"x \le 2", "x <= 2", id="le"),
        pytest.param(r"x \leqslant 2", "x <= 2", id="leqslant"),
        pytest.param("x >= 2", "x >= 2", id="at least"),
        pytest.param(r"x \geqslant 2", "x >= 2", id="geqslant"),
        pytest.param(r"x \lt 2", "x < 2", id="lt"),
        pytest.param("1 < x < 2", "1 < x < 2", id="chain"),
        pytest.param("1 ≤ x < 2", "1 <= x < 2", id="chain of two signs"),
        pytest.param("f = a + b = c", "f = a + b = c", id="chain of equations"),
        pytest.param("x ≈ 3.14", "x ≈ 3.14", id="approximately"),
        pytest.param(r"x \approx 3.14", "x ≈ 3.14", id="approx"),
        pytest.param("x ~= 3.14", "x ≈ 3.14", id="approximately in ASCII"),
        pytest.param(r"y \propto x", "y ∝ x", id="proportional"),
        pytest.param("x ∈ {1, 2}", "x ∈ {1, 2}", id="member"),
        pytest.param("x in {1, 2}", "x ∈ {1, 2}", id="member in words"),
        pytest.param(r"x \in [0, 1)", "x ∈ [0, 1)", id="member of an interval"),
        pytest.param(r"x\notin A", "x ∉ A", id="no member"),
        pytest.param("x not in A", "x ∉ A", id="no member in words"),
        pytest.param(r"A \subset B", "A ⊂ B", id="subset"),
        pytest.param(r"A \subseteq B", "A ⊂ B", id="subset or equal"),
        pytest.param("x -> 0", "x -> 0", id="arrow"),
        pytest.param(r"x \mapsto x^2", "x -> x^2", id="mapping"),
        pytest.param("= 5", "5", id="no left side"),
        pytest.param("≤ 3", '"" <= 3', id="no left side of an inequality"),
        pytest.param("2x + 1 = x - 3", "2*x + 1 = x - 3", id="sums on both sides"),
        pytest.param("a = b, c = d", "a = b, c = d", id="two equations"),
        pytest.param("a = b; c = d", "a = b, c = d", id="two equations with a semicolon"),
        pytest.param("x = 1 ⇒ y = 2", "y = 2", id="what follows counts"),
        pytest.param(r"x = 1 \implies y = 2", "y = 2", id="what follows counts in LaTeX"),
        pytest.param("2x = 4 => x = 2", "x = 2", id="what follows counts in ASCII"),
    ],
)
def test_relations(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("x = 3 or x = -3", "x = 3 or x = -3", id="or"),
        pytest.param(r"x = 3 \text{ or } x = -3", "x = 3 or x = -3", id="or in LaTeX"),
        pytest.param(r"x = 3 \lor x = -3", "x = 3 or x = -3", id="the sign for or"),
        pytest.param("x ∨ y", "x or y", id="the character for or"),
        pytest.param("x = 3 or -3", "x = 3 or -3", id="a value behind or"),
        pytest.param("3 or -3", "3 or -3", id="two values"),
        pytest.param("x > 0 and x < 1", "x > 0 and x < 1", id="and"),
        pytest.param(r"x > 0 \land x < 1", "x > 0 and x < 1", id="the sign for and"),
        pytest.param("x > 0 && x < 1", "x > 0 and x < 1", id="and in code"),
        pytest.param("a or b or c", "a or b or c", id="three"),
        pytest.param("a or b and c", "a or (b and c)", id="and binds more tightly"),
        pytest.param("a and b or c", "(a and b) or c", id="also the other way round"),
        pytest.param("not (x > 0)", "not(x > 0)", id="not"),
        pytest.param(r"\lnot (x > 0)", "not(x > 0)", id="the sign for not"),
        pytest.param("not x > 0", "not(x > 0)", id="not without brackets"),
        pytest.param("not True", "not(true)", id="not a constant"),
        pytest.param(r"\neg p", "not(p)", id="the sign before a letter"),
        pytest.param("¬(p ∧ q)", "not(p and q)", id="characters"),
        pytest.param("True", "true", id="true"),
        pytest.param("false", "false", id="false"),
    ],
)
def test_logic(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("±3", "±3", id="sign"),
        pytest.param(r"\pm 3", "±3", id="command"),
        pytest.param("+-3", "±3", id="ASCII"),
        pytest.param("+/- 3", "±3", id="ASCII with a slash"),
        pytest.param("x = ±3", "x = ±3", id="in an equation"),
        pytest.param(r"2 \pm \sqrt{3}", "2 ± sqrt(3)", id="between"),
        pytest.param(r"2 \mp 1", "2 ∓ 1", id="minus first"),
        pytest.param(r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "(-b ± sqrt(b^2 - 4*a*c))/(2*a)", id="the formula"),
        pytest.param("1 + 2 ± 3", "1 + 2 ± 3", id="behind a sum"),
        pytest.param("1 ± 2 + 3", "(1 ± 2) + 3", id="before a term"),
        pytest.param("x, -x", "x, -x", id="both written out"),
    ],
)
def test_plus_minus(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("a + b - c", "a + b - c", id="signs from left to right"),
        pytest.param("a - (b - c)", "a - (b - c)", id="brackets stay"),
        pytest.param("-a - b", "-a - b", id="a sign first"),
        pytest.param("- -a", "-(-a)", id="two signs"),
        pytest.param("a - -b", "a - (-b)", id="a sign behind a sign"),
        pytest.param("a −b", "a - b", id="the sign of minus"),
        pytest.param("a – b", "a - b", id="a dash"),
        pytest.param("+a", "a", id="plus before"),
        pytest.param("(a + b) + c", "(a + b) + c", id="a bracket first"),
    ],
)
def test_sums(read_as, text, expected):
    assert read_as(text) == expected
