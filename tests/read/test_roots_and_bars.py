"""Roots, absolute values, norms, floors and ceilings."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\sqrt{2}", "sqrt(2)", id="braces"),
        pytest.param(r"\sqrt2", "sqrt(2)", id="no braces"),
        pytest.param(r"\sqrt 2", "sqrt(2)", id="a space"),
        pytest.param(r"\sqrt12", "sqrt(12)", id="a bare number is taken whole"),
        pytest.param(r"\sqrt x y", "sqrt(x)*y", id="one letter"),
        pytest.param(r"2\sqrt{3}", "2*sqrt(3)", id="a factor before"),
        pytest.param(r"\sqrt{x^2+1}", "sqrt(x^2 + 1)", id="a sum"),
        pytest.param(r"\sqrt[3]{x}", "root(x, 3)", id="a degree"),
        pytest.param(r"\sqrt[n]{x+1}", "root(x + 1, n)", id="a letter as the degree"),
        pytest.param(r"\sqrt[2]{x}", "sqrt(x)", id="degree two"),
        pytest.param(r"\sqrt{\sqrt{x}}", "sqrt(sqrt(x))", id="nested"),
        pytest.param(r"\sqrt{\frac{a}{b}}", "sqrt(a/b)", id="a fraction below"),
        pytest.param(r"\sqrt{x}^3", "sqrt(x)^3", id="a power behind"),
        pytest.param("√2", "sqrt(2)", id="sign"),
        pytest.param("√12", "sqrt(12)", id="sign before two digits"),
        pytest.param("√x", "sqrt(x)", id="sign before a letter"),
        pytest.param("2√3", "2*sqrt(3)", id="a factor before the sign"),
        pytest.param("√2x", "sqrt(2)*x", id="the sign takes the number alone"),
        pytest.param("√(2x)", "sqrt(2*x)", id="the sign takes a bracket"),
        pytest.param("√d_in", "sqrt(d_in)", id="the sign takes a name with its subscript"),
        pytest.param("1/√d_in", "1/sqrt(d_in)", id="below a slash"),
        pytest.param("∛x", "root(x, 3)", id="third root"),
        pytest.param("sqrt(x)", "sqrt(x)", id="function"),
        pytest.param("sqrt 2", "sqrt(2)", id="function without brackets"),
        pytest.param("sqrt(x)/2", "sqrt(x)/2", id="a slash behind"),
        pytest.param("cbrt(x)", "root(x, 3)", id="cbrt"),
        pytest.param("root(x, 5)", "root(x, 5)", id="root"),
        pytest.param("nthroot(x, 4)", "root(x, 4)", id="nthroot"),
    ],
)
def test_roots(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("|x|", "abs(x)", id="bars"),
        pytest.param("|x-1|", "abs(x - 1)", id="a difference"),
        pytest.param("2|x|", "2*abs(x)", id="a number before"),
        pytest.param("|x|y", "abs(x)*y", id="a letter behind"),
        pytest.param("|x|+|y|", "abs(x) + abs(y)", id="a sum of two"),
        pytest.param("|x||y|", "abs(x)*abs(y)", id="a product of two"),
        pytest.param("|x| |y|", "abs(x)*abs(y)", id="a product of two with a space"),
        pytest.param("|a|b|c|", "abs(a)*b*abs(c)", id="bars close where they can"),
        pytest.param("||x|-|y||", "abs(abs(x) - abs(y))", id="bars in bars"),
        pytest.param("||x|+1|", "abs(abs(x) + 1)", id="bars in bars at one end"),
        pytest.param("|x+|y||", "abs(x + abs(y))", id="bars in bars at the other end"),
        pytest.param("|-3|", "abs(-3)", id="a sign inside"),
        pytest.param("|x|^2", "abs(x)^2", id="a power behind"),
        pytest.param("-|x|", "-abs(x)", id="a sign before"),
        pytest.param("(|x|)", "abs(x)", id="in brackets"),
        pytest.param("{|x|, 2}", "{abs(x), 2}", id="in a set"),
        pytest.param("|x| < 2", "abs(x) < 2", id="in a relation"),
        pytest.param(r"\left|x\right|", "abs(x)", id="large bars"),
        pytest.param(r"\lvert x \rvert", "abs(x)", id="lvert"),
        pytest.param(r"\vert x \vert", "abs(x)", id="vert"),
        pytest.param(r"\big|x\big|", "abs(x)", id="big"),
        pytest.param(r"\left|\frac{x}{2}\right|", "abs(x/2)", id="large bars around a fraction"),
        pytest.param("abs(x)", "abs(x)", id="function"),
        pytest.param("∣x∣", "abs(x)", id="the sign of divisibility as a bar"),
        pytest.param("||x||", "norm(x)", id="two bars are a norm"),
        pytest.param("‖x‖", "norm(x)", id="the sign of a norm"),
        pytest.param(r"\|x\|", "norm(x)", id="norm in LaTeX"),
        pytest.param(r"\left\|x\right\|", "norm(x)", id="large norm"),
        pytest.param(r"\lVert x \rVert", "norm(x)", id="lVert"),
        pytest.param(r"\|x\|_2", "norm(x, 2)", id="norm with its order"),
        pytest.param(r"\|x\|_\infty", "norm(x, infinity)", id="norm of infinite order"),
        pytest.param("||x||_1", "norm(x, 1)", id="two bars with an order"),
        pytest.param("||x+y||^2", "norm(x + y)^2", id="a power of a norm"),
        pytest.param(r"|\,[[1,2],[3,4]]\,|", "det([[1, 2], [3, 4]])", id="bars around a matrix are its determinant"),
    ],
)
def test_bars(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\lfloor x \rfloor", "floor(x)", id="floor"),
        pytest.param(r"\left\lfloor \frac{n}{2} \right\rfloor", "floor(n/2)", id="large floor"),
        pytest.param("⌊n/2⌋", "floor(n/2)", id="floor signs"),
        pytest.param("floor(n/2)", "floor(n/2)", id="floor as a function"),
        pytest.param(r"\lceil x \rceil", "ceil(x)", id="ceiling"),
        pytest.param("⌈x⌉", "ceil(x)", id="ceiling signs"),
        pytest.param("ceiling(x)", "ceil(x)", id="ceiling as a function"),
        pytest.param("⌊x⌉", "round(x)", id="rounding signs"),
        pytest.param("⌊(W−K+2P)/S⌋+1", "floor((W - K + 2*P)/S) + 1", id="an output shape"),
    ],
)
def test_floors(read_as, text, expected):
    assert read_as(text) == expected
