"""As verl's reward managers call it (its documentation, “Implement Reward Function for Dataset”): by keyword, or by place."""

from importlib import import_module

import pytest
from pydantic import ValidationError

from fullmarks.evaluation import verl

FEW = {"fullmarks": {"workers": 1}}


@pytest.fixture(scope="module", autouse=True)
def closed():
    yield
    verl.reward(FEW["fullmarks"]).close()


def test_it_is_found_by_its_package():
    assert import_module("fullmarks.evaluation.verl").compute_score is verl.compute_score


def test_one_by_keyword():
    # What the managers add beside reward_kwargs is passed over.
    score = verl.compute_score(
        data_source="gsm8k",
        solution_str="It is 72.\n#### 72",
        ground_truth="72",
        extra_info={"num_turns": 1},
        reward_router_address=None,
        **FEW,
    )
    assert score == 1.0


def test_one_by_place():
    assert verl.compute_score("math", r"\boxed{2}", "3", None, **FEW) == 0.0


def test_details_have_the_same_names_in_every_row():
    right, open_one = (
        verl.compute_score_with_details("math", answer, key, None, **FEW)
        for answer, key in ((r"\boxed{\frac12}", "0.5"), ("9^9^9", "9^9^9+1"))
    )
    assert right == {"score": 1.0, "acc": 1.0, "pred": "1/2", "verdict": "correct"}
    assert open_one == {"score": 0.0, "acc": 0.0, "pred": "9^9^9", "verdict": "needs_review"}


def test_a_batch():
    details = verl.compute_scores(
        data_sources=["math"] * 3,
        solution_strs=["1", "2", "3"],
        ground_truths=["1", "1", "1 +"],
        extra_infos=[{}, {}, {}],
        **FEW,
    )
    assert [one["verdict"] for one in details] == ["correct", "incorrect", "unusable_key"]


def test_settings():
    settings = {**FEW["fullmarks"], "options": {"relative": "1%"}, "undecided": 0.5}
    assert verl.compute_score("math", "0.333", "1/3", fullmarks=settings) == 1.0
    assert verl.compute_score("math", "9^9^9", "9^9^9+1", fullmarks={**FEW["fullmarks"], "undecided": 0.5}) == 0.5
    verl.reward(settings).close()
    verl.reward({**FEW["fullmarks"], "undecided": 0.5}).close()


def test_a_setting_that_is_none_is_refused():
    with pytest.raises(ValidationError, match="cheker"):
        verl.compute_score("math", "1", "1", fullmarks={"cheker": "numeric"})
