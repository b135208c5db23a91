"""A key with every sign turned."""

import pytest

from fullmarks.expr.nodes import Text
from fullmarks.expr.plain import plain
from fullmarks.read.reader import read
from fullmarks.rubric.negated import negated


@pytest.mark.parametrize(
    "key, turned",
    [
        pytest.param("40", "-40", id="number"),
        pytest.param("-40", "40", id="negative number"),
        pytest.param("x + 1", "-(x + 1)", id="sum"),
        pytest.param("[[-40, 0], [x, -x]]", "[[40, 0], [-x, x]]", id="matrix by entries"),
        pytest.param("(1, -2)", "(-1, 2)", id="list by items"),
        pytest.param(
            "piecewise(1 if n < 0, -n if n >= 0)", "piecewise(-1 if n < 0, n if n >= 0)", id="values, not conditions"
        ),
    ],
)
def test_signs_are_turned(key: str, turned: str):
    tree = negated(read(key).tree)
    assert tree is not None
    assert plain(tree) == turned


def test_words_have_no_sign():
    assert negated(Text("explode")) is None
