"""Raised indices in brackets: which names a key counts by them, and how they are read then."""

import pytest

from fullmarks.expr.plain import plain
from fullmarks.read.iterates import iterated_names, with_powers_as_iterates
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "key, names",
    [
        pytest.param("w^{(k+1)}", {"w"}, id="a letter"),
        pytest.param("x^{(2)}", {"x"}, id="a number"),
        pytest.param(r"w^{(t)} - \eta g^{(t)}", {"w", "g"}, id="two names"),
        pytest.param(r"\theta^{(i)}", {"theta"}, id="a Greek name"),
        pytest.param(r"\mathbf{x}^{(k)}", {"x"}, id="a bold name"),
        pytest.param("x_j^{(k)}", {"x"}, id="a name with an index below"),
        pytest.param("x⁽ᵏ⁾", {"x"}, id="raised characters"),
        pytest.param("w^{(t)} - a_t g", {"w"}, id="the same letter below another name"),
        pytest.param("w^{k+1}", set(), id="no brackets"),
        pytest.param("w^(k+1)", set(), id="brackets of plain text"),
        pytest.param("2^{(n+1)}", set(), id="a power of a number"),
        pytest.param("e^{(x+1)}", set(), id="a power of e"),
        pytest.param("x^{(1/2)}", set(), id="a fraction"),
        pytest.param(r"\frac{x^{(n+1)}}{n+1}", set(), id="the letter is a value elsewhere"),
        pytest.param("f^{(3)}(x)", set(), id="a derivative"),
        pytest.param("f^{(k)} - f^{(k-1)}", {"f"}, id="a function's letter without an argument"),
    ],
)
def test_iterated_names(key: str, names: set[str]):
    assert iterated_names([key]) == names


@pytest.mark.parametrize(
    "text, reading",
    [
        pytest.param("w^{(k+1)}", "w_{k + 1}", id="counted"),
        pytest.param("w^(k+1)", "w_{k + 1}", id="in plain text"),
        pytest.param("w^{k+1}", "w^(k + 1)", id="a power"),
        pytest.param("w^2", "w^2", id="a square"),
        pytest.param("v^{(k+1)}", "v^(k + 1)", id="another name"),
        pytest.param("f^{(3)}(x)", "f'''(x)", id="a derivative"),
    ],
)
def test_reading(text: str, reading: str):
    assert plain(read(text, Vocabulary(iterated=frozenset({"w"}))).tree) == reading


def test_powers_as_iterates():
    tree = read("w^{k+1} - x^2").tree
    assert plain(with_powers_as_iterates(tree, frozenset({"w"}))) == "w_{k + 1} - x^2"
