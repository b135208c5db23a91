"""Values with units are explained by their numbers in the key's unit, so that a unit is never taken for a power of ten."""

import pytest


@pytest.mark.parametrize(
    "key, answer, code",
    [
        pytest.param(r"5\text{ m}", r"50\text{ m}", "power_of_ten", id="the decimal point"),
        pytest.param(r"5\text{ m}", r"50\text{ cm}", "power_of_ten", id="the decimal point, in another unit"),
        pytest.param(r"5\text{ m}", r"-500\text{ cm}", "sign", id="the sign, in another unit"),
        pytest.param(r"2x\text{ m}", r"100x\text{ cm}", "constant_factor", id="a factor, in another unit"),
        pytest.param(r"5\text{ m}", "-5", "sign", id="the sign, without a unit"),
        pytest.param(r"1/3\text{ m}", r"0.333\text{ m}", "rounded", id="rounded"),
        pytest.param("5", r"50\text{ cm}", "power_of_ten", id="a unit that the key has not"),
        pytest.param(r"5\text{ m}", r"50\text{ kg}", None, id="another dimension says nothing about numbers"),
        pytest.param(r"5\text{ m}", r"7.3\text{ m}", None, id="nothing explains it"),
        pytest.param(r"5\text{ m/s}", "7.3 m/s", None, id="letters that are a unit are no unknown symbols"),
        pytest.param(r"(5\text{ m}, 6\text{ m})", r"(10\text{ cm}, 12\text{ cm})", None, id="two numbers of a pair"),
        pytest.param(
            r"(5\text{ m}, 6\text{ m})", r"(500\text{ cm}, 12\text{ cm})", "entries_wrong", id="one of a pair"
        ),
        pytest.param(r"5\text{ m}", r"2\text{ m} + 3\text{ s}", None, id="a sum of unlike things"),
    ],
)
def test_numbers_in_the_keys_unit(explain, key: str, answer: str, code: str | None):
    found = explain(key, answer)
    assert (found and found.code) == code
