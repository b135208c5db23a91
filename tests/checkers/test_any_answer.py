"""No checker raises on any answer, and no near miss: whatever is read gets a verdict with its share."""

from fractions import Fraction

import pytest

from fullmarks.checkers.registry import CHECKERS
from fullmarks.compare.comparison import Assumptions
from fullmarks.diagnose.diagnose import diagnose
from fullmarks.outcome import Verdict

ITEMS = {
    "symbolic": {"symbolic": "2 x + 1"},
    "numeric": {"numeric": "sqrt(2)", "relative": "1%"},
    "quantity": {"quantity": "5 m/s", "absolute": "0.1", "units": ["m/s", "km/h"]},
    "measurement": {"measurement": "9.8 ± 0.1 m/s^2", "uncertainty": "10%", "same places": True},
    "basis": {"basis": [[1, 0, "x"], [0, 1, 2]], "orthogonal": True},
    "solutions": {"solutions": "(1 + t, t, x)", "parameters": "t"},
    "matrix": {"matrix": [["x", 1], [2, 3]], "credit": "each row"},
    "array": {"array": "x y"},
    "tuple": {"tuple": "(x, 2, 3)", "credit": "each entry"},
    "list": {"list": "1, x, 3", "credit": "each entry"},
    "set": {"set": "{1, x}", "absolute": "0.1"},
    "interval": {"interval": "(-\\infty, 0) ∪ [1, x]"},
    "equation": {"equation": "y = 2 x + 1"},
    "inequality": {"inequality": "x^2 < 2"},
    "piecewise": {"piecewise": {"x > 0": "x", "otherwise": "0"}},
    "antiderivative": {"antiderivative": "log(x)"},
    "growth": {"growth": "n log(n)"},
    "choice": {"choice": ["yes", "no"], "key": "yes"},
    "table": {"table": ["x", 2], "rows": ["a", "b"], "credit": "each row"},
    "unpooled": {"unpooled": [["x", 2], [3, 4]]},
    "text": {"text": [{"any of": ["time shift"], "none of": "x"}]},
}
ANSWERS = [
    pytest.param("9^9^9", id="tower"),
    pytest.param("factorial(10^9)", id="factorial"),
    pytest.param("(a + b + c + d)^64", id="many terms"),
    pytest.param("1e-9999", id="tiny"),
    pytest.param("\\infty - \\infty", id="undefined"),
    pytest.param("0/0", id="zero by zero"),
    pytest.param("{}", id="empty set"),
    pytest.param("()", id="empty brackets"),
    pytest.param("[[1, 2], [3]]", id="ragged"),
    pytest.param("{{1}, {2}}", id="set of sets"),
    pytest.param("((1, 2), (3, 4))", id="pair of pairs"),
    pytest.param("1 ± 2 ± 3", id="signs"),
    pytest.param("x = y = z", id="chain"),
    pytest.param("x ∈ ℝ", id="membership"),
    pytest.param("50% ± 3%", id="percent"),
    pytest.param("5 cm", id="unit"),
    pytest.param("(1, 2)\\text{ m} + 3\\text{ s}", id="units of a pair"),
    pytest.param("20 °C * 30 °C", id="temperatures multiplied"),
    pytest.param("10^9999 \\text{ ly/ns}^9", id="large value in large units"),
    pytest.param("5 \\text{ m^9^9^9}", id="tower of units"),
    pytest.param("no solution", id="words"),
    pytest.param("\\begin{cases} 1 & x>0 \\\\ 2 & x<1 \\end{cases}", id="pieces that overlap"),
    pytest.param("[0, 1) ∪ {3} ∩ (2, \\infty)", id="sets"),
    pytest.param("x y " * 300, id="six hundred factors"),
    pytest.param("O(" * 100 + "n" + ")" * 100, id="a hundred calls inside each other"),
    pytest.param("(" * 60 + "7" + "^7)" * 60, id="sixty powers of powers"),
    pytest.param("1 + e^(-1e9999)", id="a term past all smallness"),
    pytest.param("x" + ", if x > 1" * 600, id="conditions behind conditions"),
    pytest.param("[[1, 1], [0, 1]] + " * 300 + "[[1, 1], [0, 1]]", id="a long sum of matrices"),
    pytest.param(", ".join(f"u_{number}" for number in range(80)), id="long list"),
]


def test_every_kind_has_an_item():
    assert set(ITEMS) == set(CHECKERS)


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("kind", list(ITEMS))
def test_a_verdict_whatever_the_answer(mark, kind: str, answer: str):
    options = dict(ITEMS[kind])
    outcome = mark(kind, options.pop(kind), answer, **options)
    assert 0 <= outcome.share <= 1
    assert (outcome.share == 1) is (outcome.verdict is Verdict.CORRECT)
    assert (0 < outcome.share < 1) is (outcome.verdict is Verdict.PARTIAL)
    assert isinstance(outcome.share, Fraction)


@pytest.mark.parametrize("answer", ANSWERS)
def test_explaining_whatever_the_answer(tree, answer: str):
    found = [diagnose(tree(answer), tree(key), Assumptions()) for key in ("2 x + 1", "5", "(x, 2)", "[[1,2],[3,4]]")]
    assert all(diagnosis is None or diagnosis.code.islower() for diagnosis in found)


@pytest.mark.parametrize("kind", list(CHECKERS))
def test_every_kind_says_what_its_verdicts_mean(kind: str):
    assert {"correct", "incorrect", "needs_review"} <= set(CHECKERS[kind].sentences)


@pytest.mark.parametrize("kind", list(CHECKERS))
def test_a_kind_is_asked_by_its_own_name(kind: str):
    assert [field.alias for field in CHECKERS[kind].options.model_fields.values()].count(kind) == 1


@pytest.mark.parametrize("kind", list(CHECKERS))
def test_a_kind_has_a_schema(kind: str):
    schema = CHECKERS[kind].options.model_json_schema()
    assert kind in schema["properties"]
    assert all("description" in shape or "$ref" in shape for shape in schema["properties"].values())
