import pytest

from fullmarks.evaluation.lm_eval import results_by


@pytest.mark.parametrize(
    "doc, output, metrics",
    [
        pytest.param({"question": "?", "answer": "…\n#### 72"}, "It is 72.", (1.0, 0.0), id="GSM8K"),
        pytest.param({"problem": "?", "solution": r"\boxed{\frac12}"}, r"\boxed{0.5}", (1.0, 0.0), id="MATH"),
        pytest.param({"answer": "1/2"}, "It is 2.", (0.0, 0.0), id="wrong"),
        pytest.param({"answer": "9^9^9"}, "9^9^9 + 1", (0.0, 1.0), id="undecided"),
        pytest.param({"answer": "1 +"}, "1", (0.0, 1.0), id="a key of no use"),
    ],
)
def test_metrics(reward, doc, output, metrics):
    found = results_by(reward)(doc, [output])
    assert (found["fullmarks"], found["fullmarks_undecided"]) == metrics


def test_a_named_field(reward):
    assert results_by(reward, gold="key")({"answer": "1", "key": "2"}, ["2"])["fullmarks"] == 1.0
