"""Products: signs, letters side by side, numbers before letters, brackets side by side, words that are none."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("2*3", "2*3", id="star"),
        pytest.param("2·3", "2*3", id="dot"),
        pytest.param("2×3", "2*3", id="cross"),
        pytest.param(r"2\cdot 3", "2*3", id="cdot"),
        pytest.param(r"2\times3", "2*3", id="times"),
        pytest.param("2 x 3", "2*3", id="an x between numbers"),
        pytest.param("3x10x10", "3*10*10", id="two x between numbers"),
        pytest.param("28×28×10", "28*28*10", id="a shape with crosses"),
        pytest.param("1.2 x 10^3", "1.2*10^3", id="scientific notation with an x"),
        pytest.param(r"1.2 \times 10^{-3}", "1.2*10^(-3)", id="scientific notation in LaTeX"),
        pytest.param("2x", "2*x", id="a number before a letter"),
        pytest.param("2x3", "2*3", id="x between numbers is no letter where none is declared"),
        pytest.param("x2", "x_2", id="a number behind a letter is a subscript"),
        pytest.param("x 2", "x*2", id="a number behind a letter and a space is a factor"),
        pytest.param("xy", "x*y", id="two letters"),
        pytest.param("x y", "x*y", id="letters apart"),
        pytest.param("nRT", "n*R*T", id="three letters without a vowel"),
        pytest.param("$abcd$", "a*b*c*d", id="letters in LaTeX"),
        pytest.param("mM", "m*M", id="case tells letters apart"),
        pytest.param("2(x+1)", "2*(x + 1)", id="a number before a bracket"),
        pytest.param("(x+1)(x-1)", "(x + 1)*(x - 1)", id="two brackets"),
        pytest.param("(x+1)2", "(x + 1)*2", id="a number behind a bracket"),
        pytest.param("x(x+1)", "x*(x + 1)", id="a letter before a bracket is a factor"),
        pytest.param("x(2)", "x*2", id="a letter before a number in brackets"),
        pytest.param("1000(26)", "1000*26", id="two numbers, one in brackets"),
        pytest.param("2[x+1]", "2*(x + 1)", id="a square bracket that groups"),
        pytest.param("2π", "2*pi", id="a constant"),
        pytest.param("πr²", "pi*r^2", id="a constant before a letter"),
        pytest.param("2\\pi r", "2*pi*r", id="a constant in LaTeX"),
        pytest.param("4ab^2c", "4*a*b^2*c", id="a power among letters"),
        pytest.param("2*-3", "2*(-3)", id="a sign behind a star"),
        pytest.param("-2x", "-2*x", id="the sign holds the product"),
        pytest.param("a*b/c*d", "a*b/c*d", id="stars and slashes from left to right"),
        pytest.param("a b / c d", "a*b/c*d", id="and factors side by side with them"),
        pytest.param("x\\,y", "x*y", id="a thin space"),
        pytest.param("x~y", "x*y", id="a tie"),
        pytest.param("a\\!b", "a*b", id="a negative space"),
        pytest.param(r"2\left(x+1\right)", "2*(x + 1)", id="large brackets"),
        pytest.param(r"2\bigl(x+1\bigr)", "2*(x + 1)", id="sized brackets"),
        pytest.param("x·y·z", "x*y*z", id="dots"),
        pytest.param("2 ∗ 3", "2*3", id="the operator star"),
        pytest.param("7 mod 3", "mod(7, 3)", id="mod between"),
        pytest.param(r"a \bmod n", "mod(a, n)", id="bmod"),
        pytest.param("mod(7, 3)", "mod(7, 3)", id="mod as a function"),
        pytest.param("a (mod n)", "mod(a, n)", id="mod in brackets"),
        pytest.param(r"a \pmod{n}", "mod(a, n)", id="pmod"),
        pytest.param(r"x \equiv 2 \pmod 5", "x = mod(2, 5)", id="a congruence"),
        pytest.param("Δx", "Delta*x", id="Delta and a letter"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param("kg", "k g", "k*g", id="letters that are declared, not a unit"),
        pytest.param("abab", "ab", "ab*ab", id="a longer name twice"),
        pytest.param("abc", "ab c", "ab*c", id="a longer name and a letter"),
        pytest.param("sinx", "x", "sin(x)", id="a function before a letter"),
        pytest.param("nlogn", "n", "n*log(n)", id="a function between letters"),
        pytest.param("rate", "rate", "rate", id="a declared word"),
        pytest.param("rate time", "rate time", "rate*time", id="declared words side by side"),
        pytest.param("2rate", "rate", "2*rate", id="a number before a declared word"),
        pytest.param("lr", "l r", "l*r", id="two declared letters"),
        pytest.param("foo", "f o", "f*o*o", id="declared letters spell the word"),
        pytest.param("food", "f o", "food", id="declared letters spell only a part"),
        pytest.param("3 x 4", "x", "3*x*4", id="a declared x is a letter between numbers"),
        pytest.param("ei", "e i", "e*i", id="declared e and i are letters"),
        pytest.param("pi", "pi", "pi", id="a declared pi"),
    ],
)
def test_declared(read_as, text, symbols, expected):
    assert read_as(text, symbols=symbols) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("[x+1]y", "(x + 1)*y", id="before a letter"),
        pytest.param("-[x]", "-x", id="behind a sign"),
        pytest.param("1/[x+1]", "1/(x + 1)", id="below a line"),
        pytest.param("[x+1]/[x-1]", "(x + 1)/(x - 1)", id="above and below"),
        pytest.param("2 + [x]", "2 + x", id="as a term"),
        pytest.param("[x]", "[x]", id="alone it is a list"),
        pytest.param("y = [x]", "y = [x]", id="as a side it is a list"),
    ],
)
def test_square_brackets_that_group(read_as, text, expected):
    assert read_as(text) == expected
