"""Marks of Markdown around an answer, which are no signs of powers or products."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("**2**", "2", id="bold"),
        pytest.param("**x = 2**.", "x = 2", id="bold with a full stop"),
        pytest.param("*2*", "2", id="italics"),
        pytest.param("__2__", "2", id="underlined"),
        pytest.param("`x**2`", "x^2", id="code"),
        pytest.param("```python\nx**2\n```", "x^2", id="a block of code"),
        pytest.param("**Answer:** 2", "2", id="a bold lead"),
        pytest.param("The answer is **2**.", "2", id="bold behind words"),
        pytest.param("x = **2**", "x = 2", id="bold behind a sign"),
        pytest.param("#### 18", "18", id="a heading"),
        pytest.param("x**2 + y**2", "x^2 + y^2", id="powers"),
        pytest.param("2**3", "2^3", id="a power of numbers"),
        pytest.param("x **2 + y **2", "x^2 + y^2", id="powers with spaces"),
    ],
)
def test_emphasis(read_as, text, expected):
    assert read_as(text) == expected
