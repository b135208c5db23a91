"""What the reader returns."""

from __future__ import annotations

from fullmarks.expr.nodes import Node
from fullmarks.records import record


@record
class Reading:
    """A tree with the text it was read from; ``notes`` are plain sentences about what was read by convention or set aside."""

    tree: Node
    text: str
    notes: tuple[str, ...] = ()
