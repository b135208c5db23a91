"""A passage of a page, the answer to one part or several, and the pieces that it is made of."""

from __future__ import annotations

from fullmarks.errors import Span
from fullmarks.find.blocks import BlockKind
from fullmarks.find.cues import Role
from fullmarks.find.part_name import Name
from fullmarks.records import frozen


@frozen
class Piece:
    """A block within a passage: what it says after its mark, in which role, under which heading."""

    kind: BlockKind
    span: Span
    role: Role
    heading: str
    joined: bool = False


@frozen
class Passage:
    """Consecutive blocks under one name.

    ``parts`` are the rubric's parts that they answer, none where the rubric has no such part. ``final``: it stands in a
    closing list of answers. ``marked``: the text itself names it.
    """

    names: tuple[Name, ...]
    parts: tuple[str, ...]
    pieces: tuple[Piece, ...]
    span: Span
    final: bool = False
    marked: bool = False
