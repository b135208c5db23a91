from fractions import Fraction

import pytest

from fullmarks.checkers.written import as_exact, as_text


@pytest.mark.parametrize(
    "written, number",
    [
        pytest.param("0.05", "1/20", id="decimal"),
        pytest.param(0.1, "1/10", id="a float is its decimal"),
        pytest.param(3, "3", id="whole number"),
        pytest.param("1e-3", "1/1000", id="power of ten"),
        pytest.param("1/3", "1/3", id="fraction"),
        pytest.param("5%", "1/20", id="percent"),
        pytest.param("-2.5", "-5/2", id="negative"),
    ],
)
def test_numbers_are_exact(written: object, number: str):
    assert as_exact(written) == Fraction(number)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("a bit", id="words"),
        pytest.param("1/0", id="over zero"),
        pytest.param("1e9999", id="too large"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_number(written: str):
    with pytest.raises(ValueError) as error:
        as_exact(written)
    assert str(error.value) == f"“{written}” is not a number. Write one such as 0.05, 1e-3, 1/3 or 5%."


@pytest.mark.parametrize(
    "written, text",
    [
        pytest.param(2, "2", id="whole number"),
        pytest.param(0.5, "0.5", id="float"),
        pytest.param("2x", "2x", id="text"),
        pytest.param(True, True, id="truth is no number"),
    ],
)
def test_keys_are_text(written: object, text: object):
    assert as_text(written) == text
