"""What is ambiguous: how it is read, and what else it may say. The other readings only explain, they never decide."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.read.reader import other_readings, read
from tests.read.conftest import declared


@pytest.mark.parametrize(
    "text, first, others",
    [
        pytest.param("1/2x", "1/2*x", ["1/(2*x)"], id="a slash before a product"),
        pytest.param("ab/cd", "a*b/c*d", ["a*b/(c*d)"], id="letters on both sides of a slash"),
        pytest.param("1÷2x", "1/2*x", ["1/(2*x)"], id="the sign of division"),
        pytest.param("sin 2x", "sin(2*x)", ["sin(2)*x"], id="a function before a product"),
        pytest.param("ln 2x", "log(2*x)", ["log(2)*x"], id="a logarithm before a product"),
        pytest.param("log x", "log(x)", ["log(x, 10)"], id="the base of a logarithm"),
        pytest.param("log 2x", "log(2*x)", ["log(2)*x", "log(2*x, 10)"], id="both"),
        pytest.param("1,234", "1234", ["1, 234"], id="a comma before three digits"),
        pytest.param(r"2\frac12", "2 + 1/2", ["2*(1/2)"], id="a mixed number"),
        pytest.param("1½", "1 + 1/2", ["1*(1/2)"], id="a mixed number of one character"),
        pytest.param("a(x+1)", "a*(x + 1)", ["a(x + 1)"], id="a letter before a bracket"),
        pytest.param("x(2)", "x*2", ["x(2)"], id="a letter before a number in brackets"),
        pytest.param("rate", "rate", ["r*a*t*e"], id="a word of four letters"),
        pytest.param("velocity", "velocity", [], id="a longer word"),
        pytest.param("abcd", "abcd", ["a*b*c*d"], id="four letters that are no word"),
        pytest.param("1/(2x)", "1/(2*x)", [], id="brackets leave nothing open"),
        pytest.param("sin(2x)", "sin(2*x)", [], id="nor around an argument"),
        pytest.param("f(x)", "f(x)", [], id="a letter that is called anyway"),
        pytest.param("ln x", "log(x)", [], id="ln has one base"),
        pytest.param("2x + 1", "2*x + 1", [], id="nothing ambiguous"),
        pytest.param("x +", None, [], id="nothing that can be read"),
    ],
)
def test_others(text, first, others):
    if first is not None:
        assert plain(read(text).tree) == first
    assert [plain(reading.tree) for reading in other_readings(text)] == others


@pytest.mark.parametrize(
    "text, sentence",
    [
        pytest.param("1/2x", "1/2x was read as (1/2)·x; write 1/(2x) with brackets for the other", id="slash"),
        pytest.param("sin 2x", "sin 2x was read as sin(2x); write sin(2)·x for the other", id="function"),
        pytest.param("1,234", "1,234 was read as one number; write 1; 234 for two", id="thousands"),
        pytest.param("a(x)", "f(x) was read as a product; a function must be declared", id="call"),
        pytest.param("log x", "log was read as the natural logarithm; write log_10 for base 10", id="logarithm"),
        pytest.param("1½", "2 1/2 was read as two and a half; write 2·1/2 for a product", id="mixed number"),
        pytest.param("abcd", "a word was read as one name; write a*b for a product", id="word"),
    ],
)
def test_the_sentence_says_how_it_was_read(text, sentence):
    (reading,) = other_readings(text)
    assert reading.notes == (sentence,)


def test_declared_names_leave_less_open():
    vocabulary = declared(symbols="a x", functions="y")
    assert [plain(reading.tree) for reading in other_readings("y(x)", vocabulary)] == []
    assert [plain(reading.tree) for reading in other_readings("a(x)", vocabulary)] == []
