"""Sizes at which arrays are tried: small, inside their domains, and different where shapes are."""

import pytest

from fullmarks.compare.arrays.shapes import Shape
from fullmarks.compare.arrays.sizes import LARGEST, WANTED, find_sizes
from fullmarks.expr.domains import parse_domain
from fullmarks.read.reader import read


def shapes(written):
    return {name: Shape(*(read(side).tree for side in sides)) for name, sides in written.items()}


def found(written, where=(), domains=None):
    known = {name: parse_domain(words) for name, words in (domains or {}).items()}
    defined = tuple((name, read(meaning).tree) for name, meaning in where)
    return find_sizes(shapes(written), defined, known)


def test_the_two_sides_of_a_matrix_are_never_equal_and_each_is_once_the_longer_one():
    sizes = [one.shapes["W"] for one in found({"W": ("d_out", "d_in")})]
    assert len(sizes) == WANTED
    assert all(rows != columns and min(rows, columns) > 1 for rows, columns in sizes)
    assert {rows > columns for rows, columns in sizes} == {True, False}


def test_sizes_that_are_defined_by_others():
    sizes = found({"X": ("n", "n"), "dY": ("m", "m"), "w": ("k", "k")}, [("m", "n - k + 1")])
    assert len(sizes) == WANTED
    for one in sizes:
        assert one.numbers["m"] == one.numbers["n"] - one.numbers["k"] + 1
        assert one.shapes == {name: (one.numbers[size],) * 2 for name, size in (("X", "n"), ("dY", "m"), ("w", "k"))}
        assert len({*one.numbers.values()}) == 3


@pytest.mark.parametrize(
    "written, domains, allowed",
    [
        pytest.param({"A": ("n", "n")}, {"n": "integer in [5, 8]"}, {5, 6, 7, 8}, id="a range"),
        pytest.param({"A": ("n", "n")}, {"n": "integer in [9, 9]"}, None, id="no range"),
        pytest.param({"A": ("n", "n")}, {"n": "integer"}, {2, 3, 4, 5, 6, 7, 8}, id="integers are positive here"),
        pytest.param({"A": ("3", "3")}, {}, {3}, id="a number"),
        pytest.param({"A": ("20", "20")}, {}, {20}, id="a larger number"),
        pytest.param({"A": ("2 n", "2 n")}, {}, {4, 6, 8, 10, 12, 14, 16}, id="an even size"),
        pytest.param({"A": ("floor(n/2)", "floor(n/2)")}, {}, {1, 2, 3, 4}, id="a half, rounded down"),
        pytest.param({"A": ("n", "n")}, {"n": "integer in [1, 2]"}, {2}, id="not 1 where there is more"),
    ],
)
def test_numbers(written, domains, allowed):
    if allowed is None:
        with pytest.raises(ValueError, match="is not a domain"):
            found(written, (), domains)
        return
    assert {side for one in found(written, (), domains) for side in one.shapes["A"]} <= allowed


@pytest.mark.parametrize(
    "written, where, domains, sentence",
    [
        pytest.param(
            {"A": ("n", "n")},
            [],
            {"n": "real"},
            "“n” is a size of an array. Declare it as an integer.",
            id="no integer",
        ),
        pytest.param(
            {"A": ("n - n", "n")},
            [],
            {},
            f"No whole numbers from 1 to {LARGEST} make sizes of n - n, n.",
            id="nothing",
        ),
        pytest.param(
            {"A": ("1/2", "n")}, [], {}, f"No whole numbers from 1 to {LARGEST} make sizes of 1/2, n.", id="a half"
        ),
        pytest.param(
            {"A": ("1000", "1000")}, [], {}, f"No whole numbers from 1 to {LARGEST} make sizes of 1000.", id="too large"
        ),
        pytest.param(
            {"A": ("m", "m")},
            [("m", "n/(n - n)")],
            {},
            f"No whole numbers from 1 to {LARGEST} make sizes of m.",
            id="a definition without a value",
        ),
    ],
)
def test_sizes_that_no_array_has(written, where, domains, sentence):
    with pytest.raises(ValueError) as refused:
        found(written, where, domains)
    assert str(refused.value) == sentence


def test_many_symbols_have_different_sizes():
    names = "abcdfghjk"
    sizes = found({name.upper(): (name, name) for name in names})
    assert len(sizes) == WANTED
    assert all(len({*one.numbers.values()}) == len(names) for one in sizes)
