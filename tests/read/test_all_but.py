"""All numbers but some, in words."""

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("all real numbers except 2", "reals ∖ {2}", id="except"),
        pytest.param("All reals except x = 2", "reals ∖ {2}", id="except a value of x"),
        pytest.param("all real numbers except -1 and 3", "reals ∖ {-1 and 3}", id="two"),
        pytest.param("all real numbers other than 0", "reals ∖ {0}", id="other than"),
    ],
)
def test_all_but(read_as, text, expected):
    assert read_as(text) == expected
