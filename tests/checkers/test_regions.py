import pytest

from fullmarks.checkers.intervals import UnorderedError, normalised
from fullmarks.checkers.regions import solutions
from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.plain import plain

NOTHING = Assumptions()


def shown(tree, text: str) -> str | None:
    """The set that a text describes, in interval notation, with its symbol in front."""
    found = solutions(tree(text), NOTHING)
    if found is None:
        return None
    parts = [
        f"{'[' if part.lower_closed else '('}{plain(part.lower) if part.lower else '-∞'}, "
        f"{plain(part.upper) if part.upper else '∞'}{']' if part.upper_closed else ')'}"
        for part in normalised(found.region, NOTHING)
    ]
    return f"{found.symbol or ''}: {' ∪ '.join(parts)}"


@pytest.mark.parametrize(
    "text, region",
    [
        pytest.param("(0, 1]", ": (0, 1]", id="interval"),
        pytest.param("{2, 1}", ": [1, 1] ∪ [2, 2]", id="set"),
        pytest.param("\\mathbb{R}", ": (-∞, ∞)", id="everything"),
        pytest.param("\\emptyset", ": ", id="nothing"),
        pytest.param("(2, 1)", ": ", id="an interval from its end"),
        pytest.param("(0, 2) ∪ [2, 3)", ": (0, 3)", id="touching"),
        pytest.param("(0, 2) ∪ (2, 3)", ": (0, 2) ∪ (2, 3)", id="a hole"),
        pytest.param("[0, 5] ∪ (1, 2)", ": [0, 5]", id="one inside the other"),
        pytest.param("(0, 2) ∪ [0, 1]", ": [0, 2)", id="the same start"),
        pytest.param("[0, 2) ∩ (1, 5]", ": (1, 2)", id="intersection"),
        pytest.param("\\mathbb{R} \\setminus \\{1, 0\\}", ": (-∞, 0) ∪ (0, 1) ∪ (1, ∞)", id="without points"),
        pytest.param("[0, 3] \\setminus [1, 2)", ": [0, 1) ∪ [2, 3]", id="without an interval"),
        pytest.param("x > 1", "x: (1, ∞)", id="greater"),
        pytest.param("1 >= x", "x: (-∞, 1]", id="turned"),
        pytest.param("0 < x <= 1", "x: (0, 1]", id="chain"),
        pytest.param("x < 0 or x > 1", "x: (-∞, 0) ∪ (1, ∞)", id="or"),
        pytest.param("x > 0 and x <= 1", "x: (0, 1]", id="and"),
        pytest.param("x != 0", "x: (-∞, 0) ∪ (0, ∞)", id="unequal"),
        pytest.param("x = 3", "x: [3, 3]", id="equal"),
        pytest.param("x ∈ [0, 1)", "x: [0, 1)", id="membership"),
        pytest.param("x < \\infty", "x: (-∞, ∞)", id="below infinity"),
        pytest.param("x^2 < 4", None, id="not solved"),
        pytest.param("x > 0 and y > 0", None, id="two symbols"),
        pytest.param("1, 2", None, id="bare list"),
        pytest.param("5", None, id="number"),
    ],
)
def test_sets_of_real_numbers(tree, text: str, region: str | None):
    assert shown(tree, text) == region


def test_ends_without_an_order(tree):
    found = solutions(tree("(a, b) ∪ (1, 2)"), NOTHING)
    with pytest.raises(UnorderedError):
        normalised(found.region, NOTHING)
