"""Inside the real Inspect, whose mock model gives the answers."""

import gc
import warnings

import pytest
from inspect_ai import Epochs, Task
from inspect_ai import eval as evaluate
from inspect_ai.dataset import Sample
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.util import registry_info

from fullmarks.evaluation.inspect_scorer import fullmarks_scorer

ROWS = {
    "right": ("1/2", r"So it is \boxed{0.5}."),
    "wrong": ("2 c d", r"\boxed{c d}"),
    "any target": (["3", "4"], "It is 4."),
    "thoughts": ("5", "<think>4?</think>It is 5."),
    "missing": ("4", "I give up."),
    "several": ("4", "It is 4 or 5."),
    "unreadable": ("4", r"\boxed{4 + }"),
    "undecided": ("9^9^9", r"\boxed{9^9^9 + 1}"),
}


def output(messages, *_):
    said = ModelOutput.from_content("mockllm/model", ROWS[messages[-1].text][1])
    # Without a count of its own Inspect would fetch the vocabulary of a tokenizer.
    return said.model_copy(update={"usage": ModelUsage()})


@pytest.fixture
def run(tmp_path):
    def run(scorer, epochs=None, rows=tuple(ROWS)):
        samples = [Sample(input=name, target=ROWS[name][0], id=name) for name in rows]
        task = Task(dataset=samples, scorer=scorer, epochs=epochs)
        model = get_model("mockllm/model", custom_outputs=output, memoize=False)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Inspect leaves open, and warns of, is not ours to mend
            (log,) = evaluate(task, model=model, display="none", log_dir=str(tmp_path), fail_on_error=False)
            gc.collect()
        return log

    return run


@pytest.fixture(scope="module")
def scorer():
    return fullmarks_scorer()


def test_a_whole_evaluation(run, scorer):
    log = run(scorer)
    assert log.status == "success"
    scores = {sample.id: sample.scores["fullmarks_scorer"] for sample in log.samples}
    assert {name: (score.value, score.reason) for name, score in scores.items()} == {
        "right": ("C", None),
        "wrong": ("I", None),
        "any target": ("C", None),
        "thoughts": ("C", None),
        "missing": ("N", "no_response"),
        "several": ("I", "invalid_response_format"),
        "unreadable": ("I", "invalid_response_format"),
        "undecided": ("N", "scoring_failed"),
    }
    metrics = {name: metric.value for name, metric in log.results.scores[0].metrics.items()}
    assert (metrics["accuracy"], metrics["undecided"]) == (3 / 8, 1 / 8)
    assert 0 < metrics["stderr"] < 1


def test_what_a_score_says(run, scorer):
    (sample,) = run(scorer, rows=("wrong",)).samples
    score = sample.scores["fullmarks_scorer"]
    assert score.answer == "c d"
    assert score.explanation.splitlines() == [
        "incorrect",
        "Read as: c*d",
        "Evidence (counterexample): different at c = 18/25, d = 35/43 (126/215 is not 252/215)",
        "Diagnosis (constant_factor): 1/2 times the key.",
    ]
    assert score.metadata == {
        "verdict": "incorrect",
        "points": 0,
        "evidence": "counterexample",
        "read_as": "c*d",
        "diagnosis": "constant_factor",
        "undecided": 0,
    }


def test_epochs(run, scorer):
    log = run(scorer, epochs=Epochs(3, "pass_at_2"), rows=("right", "wrong"))
    assert log.results.scores[0].metrics["accuracy"].value == 0.5


def test_a_target_of_no_use_is_an_error_of_its_sample(run, scorer, monkeypatch):
    monkeypatch.setitem(ROWS, "bad", ("1 +", "1"))
    log = run(scorer, rows=("right", "bad"))
    assert {sample.id: sample.error and sample.error.message for sample in log.samples} == {
        "right": None,
        "bad": "UnusableKeyError('The target cannot be used: The key cannot be read: "
        "A number, a name or a bracket is expected here, not the end.')",
    }


def test_options(run):
    near = fullmarks_scorer(checker="numeric", options={"relative": "20%"})
    assert run(near, rows=("right",)).samples[0].scores["fullmarks_scorer"].metadata["evidence"] == "tolerance"


def test_its_name_in_the_registry(scorer):
    assert registry_info(scorer).name == "fullmarks/fullmarks_scorer"
