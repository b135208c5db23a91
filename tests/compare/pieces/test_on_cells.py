"""Functions in pieces, compared cell by cell: exact where their formulas are, and quick to find the wrong border."""

import pytest

INTEGER = {"n": "integer"}


@pytest.mark.parametrize(
    "answer, expected, domains",
    [
        pytest.param("x if x > 0, else -x", "|x|", None, id="an absolute value"),
        pytest.param("(x + |x|)/2", "max(x, 0)", None, id="a ramp"),
        pytest.param("1 if x > 0, 0 if x = 0, else -1", "sign(x)", None, id="a sign"),
        pytest.param("a x if x > 0, else -a x", "a |x|", None, id="another symbol beside it"),
        pytest.param("e^x if x >= 1, else e", "e^x if x > 1, else e", None, id="laws that meet at the border"),
        pytest.param(
            "2 - 2^(-n) if n >= 0, else 0", "2(1 - (1/2)^(n + 1)) if n > -1, else 0", INTEGER, id="a sequence"
        ),
        pytest.param("1 if n < 7, else 0", "1 if n <= 6, else 0", INTEGER, id="one border said in two ways"),
        pytest.param("n if n > 3, else |n|", "|n|", {"n": "positive integer"}, id="a border that nothing lies below"),
        pytest.param(
            "2^n if n > 4, else n^2", "2^n if n > 3, n^2 if n > 1, else n^2", {"n": "integer"}, id="laws that meet"
        ),
        pytest.param("1 if x > 0", "1 if x >= 0", None, id="a border that has no value"),
    ],
)
def test_equal(compare, answer, expected, domains):
    found = compare(answer, expected, domains)
    assert found.equal
    assert found.evidence.kind.value == "exact"


def test_a_hole_at_a_border_does_not_count(compare):
    found = compare("1/x if x >= 0, else x", "1/x if x > 0, else x")
    assert found.equal
    assert found.evidence.kind.value == "agreed"


@pytest.mark.parametrize(
    "answer, expected, domains, at",
    [
        pytest.param("x if x > 0, 1 if x = 0, else -x", "|x|", None, "0", id="the value at a border"),
        pytest.param("1 if x >= 0, else -1", "sign(x)", None, "0", id="one point alone"),
        pytest.param("1 if n < 7, else 0", "1 if n < 8, else 0", INTEGER, "7", id="one integer alone"),
        pytest.param("1 if n < 700, else 0", "1 if n < 701, else 0", INTEGER, "700", id="far out"),
    ],
)
def test_a_wrong_border_is_named(compare, answer, expected, domains, at):
    found = compare(answer, expected, domains)
    assert found.equal is False
    assert found.evidence.at[0][1] == at


@pytest.mark.parametrize(
    "answer, expected, domains",
    [
        pytest.param("1/(1 if x < 100, else 0)", "1", {"x": "positive"}, id="a pole along a half line"),
        pytest.param("x if x > 0", "x", None, id="no value in a half line"),
        pytest.param("ln(x) - ln(x) if x < 5, else 1", "0 if x < 5, else 1", None, id="gaps in one law alone"),
        pytest.param("x^2 if 0 < x < 1, else 0", "x^3 if 0 < x < 1, else 0", None, id="laws that meet at both ends"),
        pytest.param(
            "2^n if n > 4, else n^2", "2^n if n > 5, else n^2 + 0^(n - 2)", INTEGER, id="apart at one integer of a run"
        ),
    ],
)
def test_different(compare, answer, expected, domains):
    assert compare(answer, expected, domains).equal is not True
