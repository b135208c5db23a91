r"""Words: ``\text{…}`` by what stands in it, answers that are words, quotes."""

import pytest

from fullmarks.expr.nodes import Symbol, Text


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("even", "even", id="a word"),
        pytest.param("Monday", "Monday", id="a name"),
        pytest.param("no solution", "no solution", id="two words"),
        pytest.param("it is even", "it is even", id="a sentence"),
        pytest.param("It explodes.", "It explodes", id="a sentence with its full stop"),
        pytest.param("non-negative", "non-negative", id="a hyphen"),
        pytest.param(r"\text{even}", "even", id="text"),
        pytest.param(r"\text{ even }", "even", id="text with spaces"),
        pytest.param(r"\text{no solution}", "no solution", id="text of two words"),
        pytest.param(r"\mathrm{even}", "even", id="roman"),
        pytest.param(r"\textbf{even}", "even", id="bold"),
        pytest.param(r"$\text{even}$", "even", id="between dollars"),
        pytest.param(r"\boxed{\text{even}}", "even", id="in a box"),
        pytest.param('"even"', "even", id="quotes"),
        pytest.param('"x + 1"', "x + 1", id="a formula in quotes"),
        pytest.param("yes", "yes", id="yes"),
        pytest.param("no", "no", id="no"),
        pytest.param("explode or vanish", "explode or vanish", id="or between words"),
        pytest.param("they explode, so scale", "they explode, so scale", id="a comma between words"),
        pytest.param(r'\text{say "hi"}', "say 'hi'", id="quotes in text"),
        pytest.param("twice a year", "twice a year", id="a unit among words"),
    ],
)
def test_answers_in_words(tree, text, words):
    assert tree(text) == Text(words)


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(r"\text{42}", "42", id="a number"),
        pytest.param(r"\text{-3.5}", "-3.5", id="a number with a sign"),
        pytest.param(r"\text{1/2}", "1/2", id="a quotient"),
        pytest.param(r"\text{50\%}", "50%", id="percent"),
        pytest.param(r"\textbf{(C)}", "C", id="an option in brackets"),
        pytest.param(r"\text{C}", "C", id="an option"),
        pytest.param(r"\text{x}", "x", id="a letter"),
        pytest.param(r"\mathrm{e}^x", "e^x", id="an upright e"),
        pytest.param(r"\mathrm{i}", "i", id="an upright i"),
        pytest.param(r"\text{pi}", "pi", id="a constant"),
        pytest.param(r"\text{undefined}", "undefined", id="undefined"),
        pytest.param("DNE", "undefined", id="does not exist"),
        pytest.param("does not exist", "undefined", id="does not exist, in words"),
        pytest.param("The limit doesn't exist.", "undefined", id="a limit that does not exist"),
        pytest.param(r"\text{does not exist}", "undefined", id="does not exist, in a text command"),
        pytest.param("it exists", "it exists", id="it exists"),
        pytest.param(r"\text{true}", "true", id="true"),
        pytest.param(r"\text{Area} = 5", '"Area" = 5', id="words as a left side"),
        pytest.param(r"x > 0 \text{ and } x < 1", "x > 0 and x < 1", id="and"),
        pytest.param(r"1, \text{ } 2", "1, 2", id="text of nothing"),
        pytest.param(r"\mathrm{foo}(x)", "foo(x)", id="a roman word is called"),
        pytest.param(r"\mathrm{foo} + 1", "foo + 1", id="a roman word in a formula is a name"),
        pytest.param("foo + 1", "foo + 1", id="a word in a formula is a name"),
        pytest.param("2foo", "2*foo", id="a word right behind a number is a factor"),
    ],
)
def test_read_as(read_as, text, expected):
    assert read_as(text) == expected


@pytest.mark.parametrize(
    "text, symbols, expected",
    [
        pytest.param(r"\text{rate}", "rate", Symbol("rate"), id="a declared word"),
        pytest.param(r"\mathrm{rate}", "rate", Symbol("rate"), id="a declared roman word"),
        pytest.param(r"\mathit{rate}", "rate", Symbol("rate"), id="a declared italic word"),
        pytest.param("rate", "rate", Symbol("rate"), id="a declared word alone"),
    ],
)
def test_declared(tree, text, symbols, expected):
    assert tree(text, symbols=symbols) == expected
