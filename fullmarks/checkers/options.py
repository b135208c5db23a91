"""How options are named: as in a sentence in a rubric (``up to: constant``), with underscores in Python (``up_to="constant"``).

The option that a kind is asked by bears the kind's name in a rubric: ``symbolic: 2x`` gives ``key``, ``choice: [a, b]`` gives
``options``. Both names are understood, so that ``{kind: value, **rest}`` and ``{"key": value, **rest}`` validate alike.
"""

from __future__ import annotations

from pydantic import ConfigDict

from fullmarks.checkers.checker import CheckerOptions
from fullmarks.records import frozen


class OptionError(ValueError):
    """A mistake that only all options together show; ``path`` leads from them to the one that is wrong."""

    def __init__(self, path: tuple[str | int, ...], sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


@frozen
class NamesOfSymbols:
    """Marks an option that holds names of symbols, which a rubric may spell in any way (``σ_x``)."""


SYMBOLS = NamesOfSymbols()


def spaced(name: str) -> str:
    """A field's name as a rubric writes it."""
    return name.replace("_", " ")


class NamedOptions(CheckerOptions):
    """Options under both of their names."""

    model_config = ConfigDict(alias_generator=spaced, validate_by_name=True, validate_by_alias=True)
