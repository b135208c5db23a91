"""Texts in which two sides speak in turn are chats; all others stay documents."""

import pytest

from fullmarks.find.exported_chats import exported_chat

CHATS = [
    pytest.param("**User:** a\n\n**Assistant:** b", id="bold"),
    pytest.param("**You** (10:02)\n\na\n\n**ChatGPT** (10:03)\n\nb", id="bold with times"),
    pytest.param("## Human\n\na\n\n---\n\n## Claude\n\nb", id="headings with rules"),
    pytest.param("# A chat\n\n### 🧑 User\na\n### 🤖 Assistant\nb", id="headings with pictures and a title"),
    pytest.param("You said:\na\n\nChatGPT said:\nb", id="copied from a page"),
    pytest.param("User: a\n\nAssistant: b", id="plain"),
    pytest.param("[User]: a\n[Assistant]: b", id="brackets"),
]
DOCUMENTS = [
    pytest.param("**Question:** a\n\n**Answer:** b", id="question and answer"),
    pytest.param("**User:** a\n\n**User:** b", id="one side only"),
    pytest.param("**Assistant:** a\n\n**User:** b", id="the assistant first"),
    pytest.param("**User:** a\n\n**Assistant:** b\n\n**Assistant:** c", id="not in turn"),
    pytest.param(
        "The answer to 1a is $x = 5$.\n\n**User:** a\n\n**Assistant:** b", id="an answer before the first turn"
    ),
    pytest.param("```\nUser: a\nAssistant: b\n```", id="within a program"),
    pytest.param("The model: y = 2x. The user: nobody.", id="words of a sentence"),
    pytest.param("# Problem 1\n\n# Problem 2", id="headings of a homework"),
]


@pytest.mark.parametrize("text", CHATS)
def test_a_text_in_which_two_sides_speak_in_turn_is_a_chat(text: str):
    chat = exported_chat(text)
    assert [(one.role, one.content, one.index) for one in chat.messages] == [("user", "a", 0), ("assistant", "b", 1)]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_whatever_is_less_sure_stays_a_document(text: str):
    assert exported_chat(text) is None
