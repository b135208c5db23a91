"""Chats in the JSON that pages of assistants export."""

from fullmarks.find.submissions import parse_submission
from fullmarks.submission import Chat


def turns(data: object) -> list[tuple[str, str]]:
    content = parse_submission(data, ()).content
    assert isinstance(content, Chat)
    return [(message.role, message.content) for message in content.messages]


def node(
    parent: str | None, role: str, *parts: str, kind: str = "text", children: tuple[str, ...] = ()
) -> dict[str, object]:
    message = {"author": {"role": role}, "content": {"content_type": kind, "parts": list(parts)}}
    return {"message": message, "parent": parent, "children": list(children)}


def test_a_tree_of_messages_is_followed_from_the_leaf_that_was_shown():
    tree = {
        "root": {"message": None, "parent": None, "children": ["q"]},
        "q": node("root", "user", "2a?", children=("old", "new")),
        "old": node("q", "assistant", "x"),
        "think": node("q", "assistant", "let me see", kind="thoughts", children=("new",)),
        "new": node("think", "assistant", "y"),
    }
    assert turns({"title": "t", "mapping": tree, "current_node": "new"}) == [("user", "2a?"), ("assistant", "y")]


def test_without_a_leaf_the_last_message_counts():
    tree = {"q": node(None, "user", "2a?", children=("a",)), "a": node("q", "assistant", "y")}
    assert turns({"mapping": tree}) == [("user", "2a?"), ("assistant", "y")]


def test_a_ring_of_messages_ends():
    tree = {"q": node("a", "user", "2a?", children=("a",)), "a": node("q", "assistant", "y", children=("q",))}
    assert turns({"mapping": tree, "current_node": "a"}) == [("user", "2a?"), ("assistant", "y")]


def test_a_list_of_senders_is_a_chat():
    said = [
        {"sender": "human", "text": "2a?"},
        {"sender": "assistant", "text": "", "content": [{"type": "text", "text": "y"}]},
    ]
    assert turns({"uuid": "1", "chat_messages": said}) == [("user", "2a?"), ("assistant", "y")]
