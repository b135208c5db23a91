"""The names that a rubric declares: what numbers they stand for, which are functions, which have indices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from fullmarks.errors import ReadError
from fullmarks.expr.domains import REAL, Domain, parse_domain
from fullmarks.expr.nodes import Symbol
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.rubric.schema import Symbols, SymbolShape

_NAME = re.compile(r"[^\W\d_]+(?:_[^\W_]+)*'{0,3}")


@dataclass(frozen=True, slots=True)
class Declared:
    """All names that hold at one place of a rubric; those of an item go before its part's, and they before the rubric's."""

    symbols: Mapping[str, Domain] = field(default_factory=dict)
    functions: frozenset[str] = frozenset()
    indexed: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All of them."""
        return self.functions | self.symbols.keys()

    def with_more(self, more: Declared) -> Declared:
        """These and more; where a name is declared again, the later one holds."""
        again = more.names
        kept = {name: domain for name, domain in self.symbols.items() if name not in again}
        return Declared(
            {**kept, **more.symbols}, (self.functions - again) | more.functions, (self.indexed - again) | more.indexed
        )

    def vocabulary(self, operators: Mapping[str, str], *, decimal_comma: bool) -> Vocabulary:
        """What the reader is told."""
        return Vocabulary(self.symbols, self.functions, operators, self.indexed, decimal_comma)


@dataclass(frozen=True, slots=True)
class BadSymbol:
    """A declaration by its names as written, whether its domain is wrong or they are, and a sentence."""

    names: str
    is_domain: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class BadSymbolsError(Exception):
    """Declarations that say nothing."""

    wrong: tuple[BadSymbol, ...]


def declare(written: Symbols) -> Declared:
    """What a ``symbols:`` block declares; raises BadSymbolsError with all its mistakes."""
    declared = Declared()
    wrong: list[BadSymbol] = []
    for names, shape in written.items():
        try:
            domain = parse_domain(shape.domain)
        except ValueError as error:
            wrong.append(BadSymbol(names, is_domain=True, sentence=str(error)))
            continue
        try:
            more = _declared(names, shape, domain)
            _check_new(more, declared)
        except ValueError as error:
            wrong.append(BadSymbol(names, is_domain=False, sentence=str(error)))
        else:
            declared = declared.with_more(more)
    if wrong:
        raise BadSymbolsError(tuple(wrong))
    return declared


def _declared(written: str, shape: SymbolShape, domain: Domain) -> Declared:
    """What one line declares, which may name several; raises ValueError."""
    listed = [canonical(name) for name in written.replace(",", " ").split()]
    names = frozenset(listed)
    if len(names) < len(listed):
        raise ValueError("A name stands twice in this line. Keep one of them.")
    if shape.function_of is None:
        return Declared(dict.fromkeys(listed, domain), indexed=names if shape.indexed_by else frozenset())
    if shape.indexed_by is not None:
        raise ValueError("A name is a function or has indices, not both. Remove “function of” or “indexed by”.")
    if domain != REAL:
        raise ValueError("The values of a function have no domain here. Remove “domain”.")
    return Declared(functions=names)


def _check_new(more: Declared, declared: Declared) -> None:
    twice = sorted(more.names & declared.names)
    if twice:
        raise ValueError(f"“{twice[0]}” is declared twice here. Keep one of them.")


def canonical(name: str) -> str:
    """The one spelling of a name under which the reader knows it; raises ValueError."""
    if _NAME.fullmatch(name) and name.isascii():
        return name
    try:
        tree = read(name).tree
    except ReadError:
        tree = None
    if isinstance(tree, Symbol):
        return tree.name
    raise ValueError(f"“{name}” cannot be the name of a symbol. Write a letter or a word, such as x, d_out or sigma_x.")
