"""What values a symbol may take, and a rubric's words for that."""

from fractions import Fraction

import pytest

from fullmarks.expr.domains import (
    COMPLEX,
    INTEGER,
    POSITIVE,
    POSITIVE_INTEGER,
    REAL,
    Domain,
    domain_words,
    parse_domain,
)


@pytest.mark.parametrize(
    "words, domain",
    [
        pytest.param("real", REAL, id="real"),
        pytest.param("complex", COMPLEX, id="complex"),
        pytest.param("integer", INTEGER, id="integer"),
        pytest.param("positive", POSITIVE, id="positive"),
        pytest.param("positive real", POSITIVE, id="positive real"),
        pytest.param("positive integer", POSITIVE_INTEGER, id="positive integer"),
        pytest.param(" Positive  Integer ", POSITIVE_INTEGER, id="spaces and capitals"),
        pytest.param("natural", Domain("integer", Fraction(0)), id="natural"),
        pytest.param("nonzero", Domain("real", nonzero=True), id="nonzero"),
        pytest.param("non-negative", Domain("real", Fraction(0)), id="a hyphen"),
        pytest.param("real in (0,1)", Domain("real", Fraction(0), Fraction(1), lower_open=True, upper_open=True), id="open"),
        pytest.param("real in [0, 1)", Domain("real", Fraction(0), Fraction(1), upper_open=True), id="half open"),
        pytest.param("integer in [2, 8]", Domain("integer", Fraction(2), Fraction(8)), id="integers"),
        pytest.param("real in [1/2, infinity)", Domain("real", Fraction(1, 2), upper_open=True), id="no upper bound"),
        pytest.param("real in (-infinity, -1.5]", Domain("real", None, Fraction(-3, 2), lower_open=True), id="no lower bound"),
    ],
)  # fmt: skip
def test_words(words, domain):
    assert parse_domain(words) == domain
    assert parse_domain(domain_words(domain)) == domain


@pytest.mark.parametrize(
    "domain, words",
    [
        pytest.param(REAL, "real", id="real"),
        pytest.param(POSITIVE, "positive", id="the shortest of several"),
        pytest.param(Domain("real", Fraction(1, 2), upper_open=True), "real in [1/2, infinity)", id="a range"),
    ],
)
def test_a_domain_in_words(domain, words):
    assert domain_words(domain) == words


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("imaginary", id="another word"),
        pytest.param("", id="nothing"),
        pytest.param("real in (1, 0)", id="bounds the wrong way round"),
        pytest.param("complex in (0, 1)", id="a range of complex numbers"),
        pytest.param("real in (0, 1", id="a bracket that is not closed"),
    ],
)
def test_other_words(words):
    with pytest.raises(ValueError, match="is not a domain") as raised:
        parse_domain(words)
    assert str(raised.value) == (
        f"“{words}” is not a domain. Write real, complex, integer, positive, negative, nonnegative or nonzero, two of "
        "them (positive integer), or a range such as real in (0, 1)."
    )


@pytest.mark.parametrize(
    "words, value, inside",
    [
        pytest.param("positive", "0", False, id="zero is not positive"),
        pytest.param("nonnegative", "0", True, id="zero is not negative"),
        pytest.param("integer", "1/2", False, id="a half is no integer"),
        pytest.param("nonzero", "0", False, id="zero is zero"),
        pytest.param("real in (0, 1)", "1", False, id="an open end"),
        pytest.param("real in [0, 1]", "1", True, id="a closed end"),
        pytest.param("negative integer", "-1", True, id="minus one"),
    ],
)
def test_contains(words, value, inside):
    assert parse_domain(words).contains(Fraction(value)) is inside


def test_signs_of_domains():
    assert POSITIVE.positive
    assert POSITIVE.nonnegative
    assert not parse_domain("nonnegative").positive
    assert parse_domain("nonnegative").nonnegative
    assert not REAL.nonnegative
