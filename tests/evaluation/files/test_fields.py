import pytest

from fullmarks.errors import SubmissionError
from fullmarks.evaluation.files.fields import Asked, Fields, fields_of, value_of


@pytest.mark.parametrize(
    "line, fields",
    [
        pytest.param(
            {"question": "?", "answer": "#### 3", "response": "3"}, ("response", "answer", "question", ()), id="GSM8K"
        ),
        pytest.param(
            {"problem": "?", "level": "Level 1", "type": "Algebra", "solution": r"\boxed{3}", "output": "3"},
            ("output", "solution", "problem", ("level", "type")),
            id="MATH",
        ),
        pytest.param(
            {
                "unique_id": "a/1",
                "problem": "?",
                "solution": "…",
                "answer": "3",
                "subject": "Algebra",
                "level": 2,
                "completions": [],
            },
            ("completions", "answer", "unique_id", ("subject", "level")),
            id="MATH-500",
        ),
        pytest.param(
            {"doc_id": 0, "doc": {"answer": "3"}, "target": "3", "resps": [["3"]]},
            ("resps", "target", "doc_id", ()),
            id="samples of lm-evaluation-harness",
        ),
        pytest.param(
            {"data_source": "gsm8k", "prompt": [], "reward_model": {"ground_truth": "3"}, "output": "3"},
            ("output", "reward_model.ground_truth", "prompt", ("data_source",)),
            id="verl",
        ),
        pytest.param({"gold": "3", "answer": "3"}, ("answer", "gold", None, ()), id="the answer is the model's"),
        pytest.param({"messages": [], "target": "3", "id": 7}, ("messages", "target", "id", ()), id="a chat"),
        pytest.param({"output": "3", "gold": "3", "level": [1]}, ("output", "gold", None, ()), id="a list is no group"),
    ],
)
def test_found_by_their_names(line, fields):
    assert fields_of(line, Asked()) == Fields(*fields)


def test_what_is_said_is_taken():
    line = {"answer": "mine", "said": "3", "key": "3", "n": 1, "output": "x", "gold": "y"}
    assert fields_of(line, Asked("said", "key", "n", ("answer",))) == Fields("said", "key", "n", ("answer",))
    assert fields_of(line, Asked(answer="gold")) == Fields("gold", "answer", None, ())


@pytest.mark.parametrize(
    "line, sentence",
    [
        pytest.param(
            {"said": "3", "gold": "3"},
            "No field is known to hold the model's output; say --answer-field. There are said, gold.",
            id="no output",
        ),
        pytest.param({}, "No field is known to hold the key; say --gold-field. There are none.", id="nothing"),
    ],
)
def test_not_found(line, sentence):
    with pytest.raises(SubmissionError) as raised:
        fields_of(line, Asked())
    assert raised.value.sentence == sentence


@pytest.mark.parametrize(
    "name, value",
    [
        pytest.param("a", {"b": {"c": 1}}, id="an object"),
        pytest.param("a.b.c", 1, id="inside it"),
        pytest.param("x.y", 2, id="a dot in the name itself"),
    ],
)
def test_value(name, value):
    assert value_of({"a": {"b": {"c": 1}}, "x.y": 2}, name) == value


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in ("b", "a.c", "x.y.z", "a.b.c.d", "")])
def test_no_value(name):
    with pytest.raises(KeyError):
        value_of({"a": {"b": {"c": 1}}, "x": 3}, name)
