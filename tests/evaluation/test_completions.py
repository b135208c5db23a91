import pytest

from fullmarks.evaluation.completions import answered, text_of


@pytest.mark.parametrize(
    "completion, text",
    [
        pytest.param("42", "42", id="a text"),
        pytest.param([{"role": "assistant", "content": "42"}], "42", id="a message"),
        pytest.param(
            [{"role": "user", "content": "6·7?"}, {"role": "assistant", "content": "42"}], "42", id="a conversation"
        ),
        pytest.param(
            [
                {"role": "assistant", "content": "41"},
                {"role": "user", "content": "no"},
                {"role": "assistant", "content": "42"},
            ],
            "42",
            id="the last one",
        ),
        pytest.param(
            [{"role": "assistant", "content": "42"}, {"role": "tool", "content": "ok"}], "42", id="a tool speaks last"
        ),
        pytest.param({"role": "assistant", "content": "42"}, "42", id="a message alone"),
        pytest.param([{"content": [{"type": "text", "text": "4"}, {"type": "text", "text": "2"}]}], "42", id="pieces"),
        pytest.param([{"role": "assistant", "content": None, "tool_calls": []}], "", id="a call of a tool"),
        pytest.param([{"role": "user", "content": "6·7?"}], "", id="nobody answers"),
        pytest.param(None, "", id="nothing"),
        pytest.param(42, "", id="a number"),
        pytest.param([], "", id="no messages"),
        pytest.param([None, 3], "", id="no messages at all"),
        pytest.param(b"42", "", id="bytes"),
    ],
)
def test_text(completion, text):
    assert text_of(completion) == text


@pytest.mark.parametrize(
    "text, answer",
    [
        pytest.param("It is 42.", "It is 42.", id="no thoughts"),
        pytest.param(r"<think>\boxed{41}?</think>It is 42.", "It is 42.", id="thoughts"),
        pytest.param(r"\boxed{41}?</think>It is 42.", "It is 42.", id="begun by the prompt"),
        pytest.param(r"<think>\boxed{41}", "", id="never done with thinking"),
        pytest.param("<thinking>a</thinking>b<think>c</think>d", "d", id="several"),
        pytest.param("a\udc00b", "a?b", id="half a character"),
    ],
)
def test_what_follows_the_thoughts(text, answer):
    assert answered(text) == answer
