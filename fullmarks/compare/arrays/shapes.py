"""What is declared about arrays: their shapes in symbols, at which sizes they are tried, and what signs between them mean.

A shape is rows × columns; a vector is one column. Sizes such as ``n - k + 1`` are trees; ``array_sizes`` finds numbers for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from fullmarks.compare.arrays.words import sides
from fullmarks.expr.nodes import Node
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols
from fullmarks.records import frozen

IDENTITY = "I"
"""The name of the identity matrix, unless it is declared as something else; ``I_n`` says its size."""


class Meaning(StrEnum):
    """What a sign between two arrays may stand for. Between a number and an array every sign is the multiple."""

    VALID_CORRELATION = "valid correlation"
    """The smaller array slides over the larger one, as it is, without padding."""
    VALID_CONVOLUTION = "valid convolution"
    """The smaller array, turned by half a turn, slides over the larger one, without padding."""
    FULL_CORRELATION = "full correlation"
    """The second array slides, as it is, over the first one and all around it, where there are zeros."""
    FULL_CONVOLUTION = "full convolution"
    """The second array, turned by half a turn, slides over the first one and all around it."""
    KRONECKER = "kronecker"
    """Each entry of the first array times the whole second one."""
    MATRIX_PRODUCT = "matrix product"
    HADAMARD = "hadamard"
    """Entry by entry."""


SIGNS = ("*", "⋆", "⊙", "⊗", "@")
"""Signs that may be given a meaning."""

USUAL: Mapping[str, Meaning] = {"⊙": Meaning.HADAMARD, "⊗": Meaning.KRONECKER, "@": Meaning.MATRIX_PRODUCT}
"""What signs mean where nothing is declared."""


_IN_FULL = "_full"
_FULL: Mapping[Meaning, Meaning] = {
    Meaning.VALID_CORRELATION: Meaning.FULL_CORRELATION,
    Meaning.FULL_CORRELATION: Meaning.FULL_CORRELATION,
    Meaning.VALID_CONVOLUTION: Meaning.FULL_CONVOLUTION,
    Meaning.FULL_CONVOLUTION: Meaning.FULL_CONVOLUTION,
}


@frozen
class Shape:
    """Rows and columns, as trees in the symbols of the sizes."""

    rows: Node
    columns: Node

    @property
    def sides(self) -> tuple[Node, Node]:
        return self.rows, self.columns

    def __str__(self) -> str:
        return sides(plain(self.rows), plain(self.columns))


@frozen
class Sizes:
    """Sizes at which expressions are tried: a number for each symbol of a size, and what shapes that gives the arrays."""

    numbers: Mapping[str, int]
    shapes: Mapping[str, tuple[int, int]]


@frozen
class Arrays:
    """All arrays that are declared; ``where`` defines sizes by others, in this order."""

    shapes: Mapping[str, Shape] = field(default_factory=dict)
    where: tuple[tuple[str, Node], ...] = ()
    sizes: tuple[Sizes, ...] = ()
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    identity: bool = True
    """Whether ``I`` is the identity matrix."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """By what names an array's entries go, beside its own: ``x_{i,j}`` is an entry of ``X``."""

    def __bool__(self) -> bool:
        return bool(self.shapes)

    def stand_in(self, node: Node) -> bool:
        """Whether a tree mentions a declared array or an entry of one."""
        if not self.shapes:
            return False
        return any(name in self.shapes or name in self.entries for name in symbols(node))

    def of_entries(self, base: str) -> str | None:
        """The array whose entries have this name."""
        return base if base in self.shapes else self.entries.get(base)

    def meaning(self, sign: str) -> Meaning | None:
        """What a sign between two arrays means; None where nobody said. ``*_full`` goes all around, whatever ``*`` does."""
        plain_sign = sign.removesuffix(_IN_FULL)
        meaning = self.meanings.get(plain_sign) or USUAL.get(plain_sign)
        return _FULL.get(meaning) if meaning is not None and plain_sign != sign else meaning


NO_ARRAYS = Arrays()


def names_of_entries(shapes: Mapping[str, Shape], taken: frozenset[str]) -> Mapping[str, str]:
    """Small letters for the entries of arrays with capitals, where those names are free: ``x`` for ``X``, ``dy`` for ``dY``."""
    small = [(name.lower(), name) for name in shapes]
    once = {entry for entry, _ in small if [other for other, _ in small].count(entry) == 1}
    return {entry: name for entry, name in small if entry in once and entry not in taken and entry not in shapes}
