"""Chats as the pages of assistants export them in JSON, brought into the form of a list of messages.

ChatGPT keeps a tree of messages (``mapping``) and the leaf that was last shown; Claude keeps a list (``chat_messages``) with a
sender and a text. Only the form is changed here; what a message may hold is checked where all messages are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_SILENT = frozenset(("system", "tool"))


def messages_of(data: Mapping[object, object]) -> list[object] | None:
    """The messages of an export, oldest first; None where it is no export that is known."""
    mapping, listed = data.get("mapping"), data.get("chat_messages")
    if isinstance(mapping, Mapping):
        return [*reversed(list(_from_leaf(mapping, data.get("current_node"))))]
    if isinstance(listed, list):
        return [_from_sender(message) for message in listed]
    return None


def _from_leaf(mapping: Mapping[object, object], leaf: object) -> Iterator[object]:
    """The messages on the way from the leaf to the root, those that say something to the reader."""
    node = mapping.get(leaf) if isinstance(leaf, str) else None
    if node is None:
        node = _last(mapping)
    seen: set[int] = set()
    while isinstance(node, Mapping) and id(node) not in seen:
        seen.add(id(node))
        message = node.get("message")
        if isinstance(message, Mapping) and (told := _from_node(message)) is not None:
            yield told
        parent = node.get("parent")
        node = mapping.get(parent) if isinstance(parent, str) else None


def _last(mapping: Mapping[object, object]) -> object:
    """The last node that has no children."""
    leaves = [node for node in mapping.values() if isinstance(node, Mapping) and not node.get("children")]
    return leaves[-1] if leaves else None


def _from_node(message: Mapping[object, object]) -> object | None:
    author, content = message.get("author"), message.get("content")
    role = author.get("role") if isinstance(author, Mapping) else None
    if not isinstance(content, Mapping) or role in _SILENT:
        return None
    # Thoughts, programs and what they print are pieces of other types.
    if content.get("content_type", "text") not in ("text", "multimodal_text"):
        return None
    return {"role": role, "content": content.get("parts")}


def _from_sender(message: object) -> object:
    if not isinstance(message, Mapping):
        return message
    content = message.get("content")
    said = message.get("text")
    return {"role": message.get("sender"), "content": said if isinstance(said, str) and said else content}
