"""What a form is: a question about how a tree is written, not about its value."""

from __future__ import annotations

from collections.abc import Callable

from fullmarks.expr.nodes import Node
from fullmarks.records import frozen


@frozen
class WrittenForm:
    """``holds(answer, expected)`` says whether the answer has the form; ``sentence`` tells a student who is right but for it."""

    name: str
    holds: Callable[[Node, Node], bool]
    sentence: str
