"""What a reader is told about an item before it reads: its symbols, functions, operators and conventions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fullmarks.expr.domains import Domain
from fullmarks.read.names import Names


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that an item's text may use.

    ``symbols`` maps canonical names (``d_out``) to domains; ``functions`` are names that the rubric declares as functions
    (``y(n - 5)`` is then a call, not a product); ``operators`` maps a spelling (``*``) to the name of the operation it stands
    for; ``indexed`` are names whose subscripts are indices (``x_{i,j}``) and not part of the name. With ``decimal_comma``,
    ``1,22`` is one number. ``iterated`` are names that the key counts by a raised index in brackets, ``w^{(k)}``.
    """

    symbols: Mapping[str, Domain] = field(default_factory=dict)
    functions: frozenset[str] = frozenset()
    operators: Mapping[str, str] = field(default_factory=dict)
    indexed: frozenset[str] = frozenset()
    decimal_comma: bool = False
    iterated: frozenset[str] = frozenset()
    names: Names = field(init=False, repr=False, compare=False)
    """The same names as the lexer looks them up; made from the others."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", Names(self.symbols, self.functions, self.indexed))
