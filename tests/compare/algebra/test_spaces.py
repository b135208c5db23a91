"""Which vectors depend on others, decided exactly or not at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullmarks.compare.algebra.spaces import Entries, Span, UnknownEntriesError
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.domains import parse_domain
from fullmarks.expr.nodes import Add, Multiply, Number
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary

DOMAINS = {"n": parse_domain("integer in [0, 3]")}


def vector(text):
    return tuple(read(entry, Vocabulary()).tree for entry in text.split(";"))


def span(others, *texts):
    vectors = [vector(text) for text in texts]
    found = Span(Entries([*vectors, *map(vector, others)], Assumptions(DOMAINS)))
    return found, [found.add(one) for one in vectors]


@pytest.mark.parametrize(
    "vectors, other, inside",
    [
        pytest.param(["1; 0; -1", "0; 1; 2"], "2; 3; 4", True, id="whole numbers"),
        pytest.param(["1; 0; -1", "0; 1; 2"], "2; 3; 5", False, id="one off"),
        pytest.param(["1/3; 2/7"], "7; 6", True, id="fractions"),
        pytest.param(["0.1; 0.3"], "1; 3", True, id="decimals are what is written"),
        pytest.param(["sqrt(2); 2"], "1; sqrt(2)", True, id="a root"),
        pytest.param(["sqrt(2); 2"], "1; sqrt(3)", False, id="another root"),
        pytest.param(["root(2, 3); 1"], "2; root(4, 3)", True, id="cube roots"),
        pytest.param(
            ["1/sqrt(2); 1/sqrt(2); 0", "1/sqrt(3); -1/sqrt(3); 1/sqrt(3)"], "1; 0; 1/2", True, id="unit vectors"
        ),
        pytest.param(["1; i"], "i; -1", True, id="complex multiple"),
        pytest.param(["1; i"], "i; 1", False, id="complex, and none"),
        pytest.param(["1 + i; 2"], "1; 1 - i", True, id="complex, one over it"),
        pytest.param(["pi; 1"], "1; 1/pi", True, id="pi"),
        pytest.param(["a; b"], "a^2; a b", True, id="letters"),
        pytest.param(["a; b"], "b; a", False, id="letters exchanged"),
        pytest.param(["cos(t); sin(t)"], "sin(2 t); 2 sin(t)^2", True, id="an angle"),
        pytest.param(["cos(t); sin(t)"], "-sin(t); cos(t)", False, id="a right angle to it"),
        pytest.param(["cos(t); sin(t)", "-sin(t); cos(t)"], "1; 0", True, id="turned axes"),
        pytest.param(["e^t; 1"], "e^(2 t); e^t", True, id="exponentials"),
        pytest.param(["1; 2"], "0; 0", True, id="zero lies in all"),
    ],
)
def test_in_the_span(vectors, other, inside):
    found, _ = span([other], *vectors)
    assert found.holds(vector(other)) is inside


@pytest.mark.parametrize(
    "vectors, independent",
    [
        pytest.param(["1; 2", "2; 4"], [True, False], id="a multiple"),
        pytest.param(["0; 0"], [False], id="zero"),
        pytest.param(["1; 0; 0", "0; 1; 0", "1; 1; 0"], [True, True, False], id="a sum"),
        pytest.param(["0; 1", "1; 0"], [True, True], id="the first entry zero"),
        pytest.param(["sqrt(6); 3", "2; sqrt(6)"], [True, False], id="roots of products"),
    ],
)
def test_independent(vectors, independent):
    assert span([], *vectors)[1] == independent


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("sin(1); 1", id="sine of a number"),
        pytest.param("e; pi", id="e"),
        pytest.param("sin(pi/8); 1", id="a root of i"),
        pytest.param("abs(x); 1", id="a function"),
        pytest.param("n; 1", id="a letter of few values"),
        pytest.param("1/0; 1", id="no value"),
        pytest.param("; ".join(["1"] * 2_000), id="too many entries"),
        pytest.param("(a + b + c + d)^60; 1", id="too many terms"),
    ],
)
def test_nothing_is_claimed(text):
    with pytest.raises(UnknownEntriesError):
        span([], text)


def test_large_systems_of_numbers_are_decided():
    rows = ["; ".join(str((row * column * 7 + row + column**2) % 19) for column in range(24)) for row in range(1, 24)]
    found, added = span([], *rows)
    assert found.rank == sum(added)


def test_large_systems_of_letters_are_left_alone():
    rows = ["; ".join(f"a^{(row * column) % 7} + {column}" for column in range(16)) for row in range(16)]
    with pytest.raises(UnknownEntriesError):
        span([], *rows)


NUMBERS = st.fractions(-5, 5, max_denominator=4)
VECTORS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=3)


@given(VECTORS, st.lists(NUMBERS, min_size=3, max_size=3))
def test_every_combination_lies_in_the_span(vectors, factors):
    trees = [tuple(map(Number, one)) for one in vectors]
    products = [
        [Multiply((Number(factor), entry)) for entry in one] for factor, one in zip(factors, trees, strict=False)
    ]
    combination = tuple(Add((*terms, Number(Fraction(0)))) for terms in zip(*products, strict=True))
    found = Span(Entries([*trees, combination], Assumptions()))
    for one in trees:
        found.add(one)
    assert found.holds(combination)
    assert found.rank <= len(trees)
