"""Rich's tables and texts as plain lines, for a terminal of a given width."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, Group, RenderableType


def lines(pieces: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """What the pieces look like, one below the other, without spaces at the ends of lines."""
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        emoji=False,
    )
    console.print(Group(*pieces))
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
