"""What a run of letters means to a vocabulary."""

import pytest

from tests.read.conftest import declared


@pytest.mark.parametrize(
    "letters, in_latex, pieces",
    [
        pytest.param("x", False, ["x"], id="a letter"),
        pytest.param("rate", False, ["rate"], id="a declared word"),
        pytest.param("rate", True, ["rate"], id="a declared word in LaTeX"),
        pytest.param("ratex", False, ["rate", "x"], id="a declared word and a letter"),
        pytest.param("ratexy", False, ["ratexy"], id="not spelled by what is declared"),
        pytest.param("ratexy", True, ["rate", "x", "y"], id="letters in LaTeX, the longest name first"),
        pytest.param("xrate", True, ["x", "rate"], id="a name behind a letter in LaTeX"),
        pytest.param("sin", False, ["sin"], id="a function"),
        pytest.param("sinx", False, ["sin", "x"], id="a function and a name"),
        pytest.param("xsinx", False, ["x", "sin", "x"], id="a function between names"),
        pytest.param("word", False, ["word"], id="a word of its own"),
        pytest.param("pq", False, ["p", "q"], id="a pair of letters"),
        pytest.param("is", False, ["is"], id="a short word of English"),
        pytest.param("in", True, ["i", "n"], id="letters in LaTeX that are a word elsewhere"),
    ],
)
def test_pieces(letters, in_latex, pieces):
    names = declared(symbols="x rate").names
    assert [spelling for spelling, _ in names.run(letters, in_latex=in_latex, whole=True)] == pieces


@pytest.mark.parametrize(
    "name, meaning",
    [
        pytest.param("x", ("symbol", "x"), id="a symbol"),
        pytest.param("y", ("function", "y"), id="a function"),
        pytest.param("e", ("constant", "e"), id="e is a constant"),
        pytest.param("i", ("symbol", "i"), id="a declared i is a symbol"),
        pytest.param("é", ("symbol", "é"), id="a letter with an accent"),
        pytest.param("q", ("symbol", "q"), id="a letter that nothing declares"),
    ],
)
def test_letters(name, meaning):
    assert declared(symbols="x i", functions="y").names.letter(name) == meaning


@pytest.mark.parametrize(
    "letters, below, base",
    [
        pytest.param("cd", "out", "d", id="the last letter with what is below is declared"),
        pytest.param("cd", "in", "", id="with something else below it is not"),
        pytest.param("cd", "", "d", id="what is below stands in braces"),
        pytest.param("w", "ij", "", id="a family is one name already"),
        pytest.param("aw", "ij", "w", id="a family behind a letter"),
        pytest.param("ab", "c", "", id="nothing declared"),
    ],
)
def test_the_base_of_a_subscript(letters, below, base):
    assert declared(symbols="c d_out", indexed="w").names.base_of(letters, below, in_latex=False) == base
