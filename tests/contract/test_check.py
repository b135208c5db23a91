"""``fullmarks.check`` as its users rely on it: how the form of a key chooses the checker, and what comes back."""

import threading
from dataclasses import FrozenInstanceError
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks import check
from fullmarks.errors import AuthorError, UnusableKeyError
from fullmarks.grade.check_answer import is_row
from fullmarks.grade.one_item import one_item, question
from fullmarks.grade.written import written_key
from fullmarks.outcome import Verdict


def kind(key, **options):
    """The checker that ``check`` would use."""
    checker = "tuple" if is_row(key) else "auto"
    return one_item(question(written_key(key), checker, None, options)).checker.kind


@pytest.mark.parametrize(
    "key, expected",
    [
        pytest.param("2x + 1", "symbolic", id="expression"),
        pytest.param("42", "symbolic", id="number without a tolerance"),
        pytest.param(42, "symbolic", id="integer"),
        pytest.param(0.5, "symbolic", id="float"),
        pytest.param(Fraction(1, 3), "symbolic", id="fraction"),
        pytest.param("sum_{i=1}^{n} i", "symbolic", id="sum"),
        pytest.param("5 \\text{ cm}", "symbolic", id="quantity"),
        pytest.param("DNE", "symbolic", id="undefined"),
        pytest.param("infinity", "symbolic", id="infinity"),
        pytest.param("even", "choice", id="word"),
        pytest.param("no solution", "choice", id="words"),
        pytest.param(r"\text{odd}", "choice", id="words in LaTeX"),
        pytest.param("yes", "choice", id="yes"),
        pytest.param("C", "choice", id="letter of an option"),
        pytest.param("(C)", "choice", id="letter of an option in brackets"),
        pytest.param("True", "choice", id="truth"),
        pytest.param("[[1, 2], [3, 4]]", "matrix", id="brackets of brackets"),
        pytest.param(r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "matrix", id="matrix environment"),
        pytest.param([[1, 2], [3, 4]], "matrix", id="list of lists"),
        pytest.param("{1, 2}", "set", id="braces"),
        pytest.param(r"\{1, 2\}", "set", id="braces in LaTeX"),
        pytest.param(r"\emptyset", "set", id="empty set"),
        pytest.param("x = 3 or x = -3", "set", id="values of one name"),
        pytest.param("(1, 2)", "tuple", id="pair"),
        pytest.param("(1, 2, 3)", "tuple", id="triple"),
        pytest.param("[1, 2, 3]", "tuple", id="three in square brackets"),
        pytest.param([1, 2, 3], "tuple", id="list"),
        pytest.param([1, 2], "tuple", id="list of two"),
        pytest.param((1, 2), "tuple", id="tuple"),
        pytest.param("[0, 1]", "interval", id="square brackets"),
        pytest.param("[0, 1)", "interval", id="unlike brackets"),
        pytest.param(r"(0, \infty)", "interval", id="infinity in a pair"),
        pytest.param("(-infinity, 3)", "interval", id="minus infinity in a pair"),
        pytest.param(r"(0, 1) \cup (2, 3)", "interval", id="union"),
        pytest.param(r"x \in (0, 1)", "interval", id="element of a pair"),
        pytest.param("1, 2", "list", id="commas alone"),
        pytest.param(r"\pm 2", "list", id="both signs"),
        pytest.param("x = 1, y = 2", "symbolic", id="values of several names"),
        pytest.param("x^2 + y^2 = 1", "equation", id="equation"),
        pytest.param("x > 3", "inequality", id="greater"),
        pytest.param(r"x \le 3", "inequality", id="at most"),
        pytest.param("0 < x <= 3", "inequality", id="chain"),
        pytest.param(r"x \ne 3", "inequality", id="not equal"),
        pytest.param("2x if x > 0, else 0", "piecewise", id="pieces in words"),
        pytest.param(r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", "piecewise", id="cases"),
    ],
)
def test_the_form_of_a_key_chooses_the_checker(key, expected):
    assert kind(key) == expected


@pytest.mark.parametrize(
    "option", [{"relative": 0.01}, {"absolute": "1/10"}, {"significant_figures": 3}, {"decimal_places": 2}]
)
def test_a_tolerance_makes_a_number_numeric(option):
    assert kind("3.14159", **option) == "numeric"


@pytest.mark.parametrize(
    "key, answer, verdict",
    [
        pytest.param(
            "2 c d_out^2 d_in", r"$2c\,d_{\text{out}}^2 d_{\text{in}}$", "correct", id="one name, two spellings"
        ),
        pytest.param("2x", "x + x", "correct", id="equal"),
        pytest.param("2x", "3x", "incorrect", id="different"),
        pytest.param("2x", "x + x = 2x", "correct", id="chain: its right-most side"),
        pytest.param("5", "x = 5", "correct", id="a lone left symbol that the key does not have"),
        pytest.param("2x", "y = 2x", "correct", id="the same for a formula"),
        pytest.param("x = 5", "5", "correct", id="a value for an equation that only names it"),
        pytest.param("x = 5", "y = 5", "incorrect", id="another name"),
        pytest.param("x^2 = 4", "4", "incorrect", id="a value for any other equation"),
        pytest.param("2x", "2q", "incorrect", id="an undeclared symbol is wrong, not unreadable"),
        pytest.param("2x", "2x(", "unreadable", id="cannot be read"),
        pytest.param("2x", "", "missing", id="empty"),
        pytest.param("2x", "  \n", "missing", id="white space"),
        pytest.param("2x", None, "missing", id="None"),
        pytest.param("1/3", 0.333, "incorrect", id="a rounded number is not equal"),
        pytest.param("5", "5 or 6", "several_answers", id="a guess"),
        pytest.param("{1, 2}", "{2, 1}", "correct", id="a set in another order"),
        pytest.param("(1, 2)", "(2, 1)", "incorrect", id="a pair in another order"),
        pytest.param("1, 2", "2, 1", "correct", id="a list in another order"),
        pytest.param("[0, 1)", "[0, 1]", "incorrect", id="a closed end"),
        pytest.param("x > 3", "3 < x", "correct", id="an inequality the other way round"),
        pytest.param("y = 2x + 1", "2x - y + 1 = 0", "correct", id="an equation with terms across"),
        pytest.param("even", "Even.", "correct", id="a word"),
        pytest.param("even", "even or odd", "several_answers", id="two words"),
        pytest.param("True", "False", "incorrect", id="the other truth"),
        pytest.param("(28, 28, 10)", "28×28×10", "correct", id="a shape as a product"),
        pytest.param("yes", "no", "incorrect", id="the other of two words"),
        pytest.param("B", "(B)", "correct", id="an option's letter in brackets"),
        pytest.param([[1, 2], [3, 4]], r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", "correct", id="a matrix"),
        pytest.param([[1, 2], [3, 4]], [[1, 2], [3, 5]], "incorrect", id="a matrix with one wrong entry"),
        pytest.param(Fraction(1, 3), "1/3", "correct", id="a fraction as a key"),
        pytest.param(0.1, "1/10", "correct", id="a float is the decimal that it shows"),
    ],
)
def test_verdicts(key, answer, verdict):
    assert check(key, answer).verdict == verdict


class Loud:
    """An object of somebody's that cannot even say what it is."""

    def __str__(self):
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "answer, verdict",
    [
        pytest.param(5, "correct", id="int"),
        pytest.param(5.0, "correct", id="float"),
        pytest.param(Fraction(10, 2), "correct", id="Fraction"),
        pytest.param(Decimal("5.00"), "correct", id="Decimal"),
        pytest.param(b"5", "correct", id="bytes"),
        pytest.param(5 + 0j, "correct", id="complex"),
        pytest.param("５", "correct", id="full-width digit"),
        pytest.param([5], "incorrect", id="list"),
        pytest.param({"x": 5}, "unreadable", id="dict"),
        pytest.param(float("nan"), "incorrect", id="nan"),
        pytest.param(float("inf"), "incorrect", id="infinity"),
        pytest.param(10**30_000, "unreadable", id="more digits than are read"),
        pytest.param("9" * 20_001, "unreadable", id="more characters than are read"),
        pytest.param("(" * 10_000, "unreadable", id="brackets"),
        pytest.param("\x00", "unreadable", id="NUL"),
        pytest.param("\ud800", "unreadable", id="half a character"),
        pytest.param(b"\xff\xfe", "unreadable", id="bytes of nothing"),
        pytest.param(Loud(), "unreadable", id="an object that raises"),
        pytest.param("\\frac" * 3_000, "unreadable", id="commands without arguments"),
    ],
)
def test_no_answer_raises(answer, verdict):
    result = check("5", answer)
    assert result.verdict == verdict
    assert result.points == (1 if verdict == "correct" else 0)


KEYS = ("2x", "42", "{1, 2}", "(1, 2)", "x = 5", "x > 3", "[[1, 2], [3, 4]]", "even", "sin(x)", "sum_{i=1}^{n} i")
PIECES = (
    *(
        "x",
        "n",
        "2",
        "3.5",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "^",
        "_",
        "+",
        "-",
        "*",
        "/",
        "=",
        "<",
        ",",
        " ",
        "!",
        "|",
        "%",
    ),
    *(r"\frac", r"\sqrt", r"\sum_{i=1}^n", r"\int", r"\infty", r"\pm", r"\cup", r"\in", r"\text{cm}", "&", r"\\", "$"),
    *("sin", "log", "pi", "e", "i", "if", "or", "and", "1/0", "10^{10^{10}}", "1000!", "²", "½", "∞", "≤"),
)


@given(st.sampled_from(KEYS), st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=40))
def test_no_text_breaks_a_check(key, answer):
    result = check(key, answer)
    assert result.verdict in set(Verdict)
    assert "The check failed" not in (result.evidence.note or "")
    assert result.read_as is None or isinstance(result.read_as, str)


@pytest.mark.parametrize(
    "key, arguments, sentence",
    [
        pytest.param("2x(", {}, "The key cannot be read: ", id="unreadable"),
        pytest.param("", {}, "The key is empty.", id="empty"),
        pytest.param([], {}, "The key is an empty list.", id="empty list"),
        pytest.param(None, {}, "A key is a text, a number or a nested list of them, not nothing.", id="None"),
        pytest.param(True, {}, "A key is a text, a number or a nested list of them, not bool.", id="bool"),
        pytest.param(
            "2x", {"checker": "magic"}, "“magic” is no kind of checker. There are symbolic, numeric,", id="checker"
        ),
        pytest.param("2x", {"symbols": {"x": "happy"}}, "“happy” is not a domain. Write real,", id="domain"),
        pytest.param(
            "2x",
            {"symbols": {"x": 3}},
            "A symbol's domain is given in words, such as “positive integer”.",
            id="no words",
        ),
        pytest.param(
            "2x", {"colour": "red"}, "“colour” is no option of the checker symbolic, which knows ", id="option"
        ),
        pytest.param("3", {"relative": "much"}, "relative: “much” is not a number.", id="value of an option"),
        pytest.param(
            "3", {"relative": object()}, "The option “relative” takes a text, a number or several texts.", id="object"
        ),
    ],
)
def test_an_unusable_key_raises_one_authors_error(key, arguments, sentence):
    with pytest.raises(UnusableKeyError) as raised:
        check(key, "1", **arguments)
    assert isinstance(raised.value, AuthorError)
    assert str(raised.value).startswith(sentence)


@pytest.mark.parametrize(
    "symbols, answer, verdict",
    [
        pytest.param(None, "|x|", "incorrect", id="the key's own symbols are real"),
        pytest.param({"x": "positive"}, "|x|", "correct", id="positive"),
        pytest.param({"x": "negative"}, "-|x|", "correct", id="negative"),
        pytest.param({"x": "integer"}, "x cos(2 pi x)", "correct", id="integer"),
        pytest.param({"x": "real in (0, 1)"}, "sqrt(x^2)", "correct", id="range"),
        pytest.param({"y": "integer"}, "x", "correct", id="another one declared"),
        pytest.param({"f": "function of x"}, "f(x) - f(x) + x", "correct", id="a function"),
    ],
)
def test_declared_symbols(symbols, answer, verdict):
    assert check("x", answer, symbols=symbols).verdict == verdict


@pytest.mark.parametrize(
    "key, answer, options, verdict",
    [
        pytest.param("3.14", "3.15", {"relative": 0.01}, "correct", id="relative"),
        pytest.param("3.14", "3.15", {"absolute": 0.001}, "incorrect", id="absolute"),
        pytest.param("3.14159", "3.14", {"significant_figures": 3}, "correct", id="significant figures"),
        pytest.param("3.14159", "3.1", {"decimal_places": 2}, "incorrect", id="decimal places"),
        pytest.param("x^2 - 1", "(x - 1)(x + 1)", {"form": "expanded"}, "incorrect", id="form"),
        pytest.param("2x", "z = 2x", {"target": "y"}, "incorrect", id="another target"),
        pytest.param("2x", "y = 2x", {"target": "y"}, "correct", id="the target"),
        pytest.param("1, 2", "2, 1", {"ordered": True}, "incorrect", id="ordered"),
        pytest.param("x^2/2", "x^2/2 + C", {"up_to": "constant"}, "correct", id="up to a constant"),
        pytest.param("x + 1", "3x + 3", {"up_to": "factor"}, "correct", id="up to a factor"),
        pytest.param("3.14", "3.15", {"relative": None}, "incorrect", id="None is no option"),
    ],
)
def test_options(key, answer, options, verdict):
    assert check(key, answer, **options).verdict == verdict


@pytest.mark.parametrize(
    "key, text, verdict",
    [
        pytest.param("42", r"6·7 is what we want, so \boxed{42}.", "correct", id="boxed"),
        pytest.param("42", "Therefore the answer is **42**.", "correct", id="bold"),
        pytest.param("42", "The answer is 41 or 42.", "several_answers", id="hedged"),
        pytest.param("42", "The answer is 42 apples.", "correct", id="with words behind"),
        pytest.param("42", "I give up.", "missing", id="none"),
        pytest.param("42", "```\nprint(42)\n```\nThe answer is 41.", "incorrect", id="code is no answer"),
        pytest.param("{1, 2}", r"$x = \boxed{1}$ and $x = \boxed{2}$", "correct", id="boxes of a set"),
        pytest.param("(1, 2)", r"$(\boxed{1}, \boxed{2})$", "correct", id="boxes of a pair"),
        pytest.param("1/3", r"It is \boxed{\frac13}, that is \boxed{\frac13}.", "correct", id="boxed twice"),
        pytest.param("yes", "**Answer:** yes, because it converges.", "correct", id="words"),
        pytest.param("B", "The answer is (B).", "correct", id="an option"),
        pytest.param("42", r"It is \boxed{\text{42}}.", "correct", id="a number set as text"),
        pytest.param("42", "42", "correct", id="nothing but the answer"),
        pytest.param("42", "Let us think. " * 5_000 + "The answer is 42.", "correct", id="at the end of a long text"),
    ],
)
def test_prose(key, text, verdict):
    assert check(key, text, prose=True).verdict == verdict


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(said, id=said)
        for said in (
            *("18 squared", "18 cubed", "18 factorial", "18 divided by 2", "18 times two", "18 to the power of 2"),
            *(
                "18 over 2",
                "18 plus something",
                "half of 18",
                "twice 18",
                "minus 18",
                "negative 18",
                "one more than 18",
            ),
            *("the square root of 18", "less than 18", "not 18", "$18 squared", r"18 \text{ squared}"),
        )
    ],
)
def test_words_that_change_a_value(said):
    assert check("18", said, prose=True).verdict != "correct"
    assert check("18", f"The answer is {said}.", prose=True).verdict != "correct"
    assert check("18", f"The answer is {said}.").verdict != "correct"


def test_what_comes_back():
    result = check("2 c d", "c d")
    assert (result.verdict, result.points) == (Verdict.INCORRECT, 0)
    assert result.evidence.kind == "counterexample"
    assert result.read_as == "c*d"
    assert result.diagnosis.code == "constant_factor"
    with pytest.raises(FrozenInstanceError):
        result.points = 1


def test_nothing_was_read_where_nothing_is():
    result = check("2x", "")
    assert (result.evidence.kind, result.read_as, result.diagnosis) == ("none", None, None)


def test_threads_do_not_disturb_each_other():
    rows = [("sin(x)^2 + cos(x)^2", "1"), ("exp(x) exp(-x)", "1"), ("sqrt(2) sqrt(3)", "sqrt(6)"), ("pi", "22/7")] * 10
    expected = [check(key, answer).verdict for key, answer in rows]
    found = {}

    def work(number):
        found[number] = [check(key, answer).verdict for key, answer in rows]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(4), expected)
