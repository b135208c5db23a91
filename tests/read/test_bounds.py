"""The bounds on what is read, from both sides, and hostile texts: always one outcome, in time, from any stack."""

import signal
import sys
from dataclasses import replace

import pytest

from fullmarks.errors import ReadError
from fullmarks.expr.plain import plain
from fullmarks.limits import DEFAULT, Limits
from fullmarks.read.reader import other_readings, read

PROCESSOR_TIME_S = 2.0


def outcome(text, limits=DEFAULT):
    """The code of the error, or that it was read."""
    try:
        read(text, limits=limits)
    except ReadError as error:
        return error.code
    return "read"


@pytest.mark.parametrize(
    "within, beyond, code, sentence",
    [
        pytest.param(
            "x+" * 3000 + "y" * 14_000,
            "x" * 20_001,
            "too_long",
            "The answer has 20001 characters; at most 20000 are read.",
            id="characters",
        ),
        pytest.param(
            "(" * 199 + "x" + ")" * 199,
            "(" * 200 + "x" + ")" * 200,
            "too_deep",
            "Brackets and commands are nested more than 200 deep here.",
            id="brackets",
        ),
        pytest.param(
            r"\frac{" * 199 + "x" + "}{2}" * 199,
            r"\frac{" * 200 + "x" + "}{2}" * 200,
            "too_deep",
            "Brackets and commands are nested more than 200 deep here.",
            id="fractions",
        ),
        pytest.param(
            r"\sqrt " * 199 + "x",
            r"\sqrt " * 200 + "x",
            "too_deep",
            "Brackets and commands are nested more than 200 deep here.",
            id="roots without braces",
        ),
        pytest.param(
            "x^{" * 199 + "x" + "}" * 199,
            "x^{" * 200 + "x" + "}" * 200,
            "too_deep",
            "Brackets and commands are nested more than 200 deep here.",
            id="powers in braces",
        ),
        pytest.param(
            "-" * 199 + "x",
            "-" * 200 + "x",
            "too_deep",
            "Brackets and commands are nested more than 200 deep here.",
            id="signs",
        ),
        pytest.param(
            "x" + "! " * 199,
            "x" + "! " * 200,
            "too_deep",
            "The formula is nested more than 200 deep.",
            id="factorials",
        ),
        pytest.param(
            "x" + "/2" * 199,
            "x" + "/2" * 200,
            "too_deep",
            "The formula is nested more than 200 deep.",
            id="quotients",
        ),
        pytest.param(
            "x+" * 9_998 + "x",
            "x+" * 9_999 + "x",
            "too_large",
            "The formula has more than 10000 parts.",
            id="parts",
        ),
        pytest.param(
            "9" * 10_000, "9" * 10_001, "too_many_digits", "This number has more than 10000 digits.", id="digits"
        ),
        pytest.param("1e10000", "1e10001", "too_many_digits", "This number has more than 10000 digits.", id="exponent"),
        pytest.param(
            "1e-10000",
            "1e-10001",
            "too_many_digits",
            "This number has more than 10000 digits.",
            id="negative exponent",
        ),
        pytest.param(
            "x" + "²" * 10_000,
            "x" + "²" * 10_001,
            "too_many_digits",
            "This number has more than 10000 digits.",
            id="raised",
        ),
        pytest.param(
            "[" + "[1],\n" * 64 + "]",
            "[" + "[1],\n" * 65 + "]",
            "matrix_too_large",
            "Matrices of at most 64×64 are read.",
            id="rows of lists",
        ),
        pytest.param(
            r"\begin{matrix}" + "1&" * 63 + r"1\end{matrix}",
            r"\begin{matrix}" + "1&" * 64 + r"1\end{matrix}",
            "matrix_too_large",
            "Matrices of at most 64×64 are read.",
            id="columns in LaTeX",
        ),
        pytest.param(
            "[" + "1,2;" * 63 + "1,2]",
            "[" + "1,2;" * 64 + "1,2]",
            "matrix_too_large",
            "Matrices of at most 64×64 are read.",
            id="rows between semicolons",
        ),
    ],
)
def test_a_bound_from_both_sides(within, beyond, code, sentence):
    assert outcome(within) == "read"
    with pytest.raises(ReadError) as raised:
        read(beyond)
    assert (raised.value.code, raised.value.sentence) == (code, sentence)


@pytest.mark.parametrize(
    "text, field, value, code",
    [
        pytest.param("x+1+1", "characters", 4, "too_long", id="characters"),
        pytest.param("((x))", "depth", 2, "too_deep", id="depth"),
        pytest.param("x + y + z", "nodes", 3, "too_large", id="nodes"),
        pytest.param("123", "digits", 2, "too_many_digits", id="digits"),
        pytest.param("1.23", "digits", 3, "too_many_digits", id="digits of a decimal"),
        pytest.param("[[1,2,3]]", "matrix_side", 2, "matrix_too_large", id="matrix"),
    ],
)
def test_a_bound_can_be_set(text, field, value, code):
    assert outcome(text) == "read"
    assert outcome(text, replace(Limits(), **{field: value})) == code


HOSTILE = [
    pytest.param("(", id="brackets"),
    pytest.param("()", id="empty brackets"),
    pytest.param("[", id="square brackets"),
    pytest.param("{", id="braces"),
    pytest.param("|", id="bars"),
    pytest.param("| x ", id="bars and letters"),
    pytest.param("||x|", id="odd bars"),
    pytest.param("]0,", id="reversed brackets"),
    pytest.param("[0,", id="intervals"),
    pytest.param("[0,1[ ", id="half-open intervals"),
    pytest.param("<1,", id="angles"),
    pytest.param("-", id="signs"),
    pytest.param("x+", id="a sum"),
    pytest.param("x*", id="a product"),
    pytest.param("x/", id="quotients"),
    pytest.param("x^", id="powers"),
    pytest.param("x^{", id="powers in braces"),
    pytest.param("x_", id="subscripts"),
    pytest.param("x_{", id="subscripts in braces"),
    pytest.param("x_1^2", id="names and powers"),
    pytest.param("x'", id="primes"),
    pytest.param("x!", id="factorials"),
    pytest.param("9", id="digits"),
    pytest.param("9 ", id="numbers"),
    pytest.param("1,111,", id="thousands"),
    pytest.param("1{,}111", id="thousands in braces"),
    pytest.param("1e5", id="exponents"),
    pytest.param("5. ", id="full stops"),
    pytest.param("1/2 ", id="mixed numbers"),
    pytest.param("a", id="letters"),
    pytest.param("a_a", id="names"),
    pytest.param("sin", id="functions"),
    pytest.param("sin ", id="functions apart"),
    pytest.param("word ", id="words"),
    pytest.param("not ", id="not"),
    pytest.param("x or ", id="or"),
    pytest.param("x = ", id="relations"),
    pytest.param("x ∪ ", id="unions"),
    pytest.param("x, ", id="a list"),
    pytest.param("x\n", id="lines"),
    pytest.param("\n", id="empty lines"),
    pytest.param(" ", id="spaces"),
    pytest.param("$", id="dollars"),
    pytest.param("$x$ ", id="formulas"),
    pytest.param("\\", id="backslashes"),
    pytest.param(r"\frac", id="frac"),
    pytest.param(r"\frac{", id="frac in braces"),
    pytest.param(r"\frac12", id="fractions"),
    pytest.param(r"\sqrt", id="roots"),
    pytest.param(r"\sqrt[", id="degrees of roots"),
    pytest.param(r"\text{", id="text"),
    pytest.param(r"\text{a}", id="texts"),
    pytest.param(r"\left|", id="large bars"),
    pytest.param(r"\boxed{", id="boxes"),
    pytest.param(r"\begin{matrix}", id="matrices"),
    pytest.param(r"\begin{cases}", id="cases"),
    pytest.param(r"\begin{array}{", id="arrays"),
    pytest.param("1 & ", id="cells"),
    pytest.param(r"\sum_{i=1}^n", id="sums"),
    pytest.param("sum(", id="sums as functions"),
    pytest.param("sum(i,i,1,", id="sums as functions in their bounds"),
    pytest.param(r"\int ", id="integrals"),
    pytest.param(r"\int x dx ", id="integrals with an end"),
    pytest.param(r"\int\frac{dx}{", id="integrals of fractions"),
    pytest.param(r"\lim_{x\to", id="limits"),
    pytest.param(r"\hat", id="accents"),
    pytest.param("d/dx ", id="derivatives"),
    pytest.param("x if ", id="conditions"),
    pytest.param("x if y else ", id="conditions in a row"),
    pytest.param("5 cm ", id="units"),
    pytest.param("5 km/", id="quotients of units"),
    pytest.param('"', id="quotes"),
    pytest.param("²", id="raised digits"),
    pytest.param("ₙ", id="lowered letters"),
    pytest.param("½", id="fractions of one character"),
    pytest.param("[1 2;", id="rows between spaces"),
    pytest.param("[1 ", id="entries between spaces"),
    pytest.param("{x|", id="conditions of sets"),
    pytest.param("A^T", id="transposes"),
    pytest.param("...", id="dots"),
    pytest.param("=>", id="arrows"),
    pytest.param("a:", id="ratios"),
]
MIDDLES = [
    pytest.param("x^{", "x + " * 4800 + "x", "}", id="a long sum in powers"),
    pytest.param("(A", "+A" * 9000, ")^T", id="a long sum below transposes"),
    pytest.param("sum(", "i + " * 4600, "i, i, 1, n)", id="a long term in sums"),
    pytest.param(r"\sum_{i=1}^n (", "x_i + " * 2500 + "x", ")", id="a long term below signs"),
    pytest.param("|", "x + " * 4800 + "x", "|", id="a long sum in bars"),
    pytest.param("{x | ", "x + " * 4500 + "x", "}", id="a long sum in conditions"),
    pytest.param(r"\int ", "x + " * 4500 + "x", " dx", id="a long integrand"),
    pytest.param("[1 2; ", "3 4; " * 3500, "5 6]", id="many rows in rows"),
]


@pytest.fixture
def in_time():
    """Ends a text that takes more processor time than any may; the clock on the wall does not count."""

    def late(number, frame):
        pytest.fail(f"more than {PROCESSOR_TIME_S} s of processor time")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, PROCESSOR_TIME_S)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize("piece", HOSTILE)
def test_twenty_thousand_characters_of_anything(piece):
    text = piece * (20_000 // len(piece))
    outcome(f"{text[:19_998]} x")


@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize("before, middle, behind", MIDDLES)
def test_something_long_deep_inside(before, middle, behind):
    times = min(150, (20_000 - len(middle)) // (len(before) + len(behind)))
    outcome(before * times + middle + behind * times)


@pytest.mark.usefixtures("in_time")
@pytest.mark.parametrize(
    "text", ["1e" + "1" * 19_000 + "x", "x_" + "a" * 19_000, "1" + ",111" * 4_900 + ",1", "a" * 19_999]
)
def test_long_literals(text):
    outcome(text)


def calls(text):
    """How many of Python's functions are called to read a text."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        outcome(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_at_most_twice_the_work(piece):
    text = piece * (800 // len(piece))
    assert calls(text * 2) <= 2.1 * calls(text) + 100


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 150 + "x" + ")" * 150, id="deep"),
        pytest.param(r"\frac{1}{" * 150 + "x" + "}" * 150, id="deep in LaTeX"),
        pytest.param("x + 1", id="shallow"),
        pytest.param("x +", id="unreadable"),
    ],
)
@pytest.mark.parametrize("left", [40, 100, 300])
def test_from_a_deep_stack(text, left):
    """Only a ReadError comes out where Python's stack is nearly full."""

    def deeper(frames):
        return deeper(frames - 1) if frames else outcome(text)

    depth = len(_stack())
    found = deeper(sys.getrecursionlimit() - depth - left)
    assert found in ({"missing_operand"} if text == "x +" else {"read", "too_deep"})


def _stack():
    frame, found = sys._getframe(), []
    while frame:
        found.append(frame)
        frame = frame.f_back
    return found


def test_no_power_is_worked_out():
    assert plain(read("9**9**9").tree) == "9^9^9"


def test_other_readings_of_a_hostile_text():
    assert other_readings("(" * 5_000) == ()
