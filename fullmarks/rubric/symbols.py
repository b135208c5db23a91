"""The names that a rubric declares: what numbers they stand for, which are functions, which have indices, which are arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from fullmarks.compare.arrays.shapes import Arrays, Meaning, Shape
from fullmarks.errors import ReadError
from fullmarks.expr.domains import REAL, Domain, parse_domain
from fullmarks.expr.nodes import Node, Symbol
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.records import frozen
from fullmarks.regex import regex
from fullmarks.rubric.arrays import WHERE, arrays, definitions, shape_as_written, shape_of_domain, with_arrays
from fullmarks.rubric.schema import ArrayShapes, Symbols, SymbolShape

_NAME = regex(r"[^\W\d_]+(?:_[^\W_]+)*'{0,3}")


@frozen
class Declared:
    """All names that hold at one place of a rubric; those of an item go before its part's, and they before the rubric's."""

    symbols: Mapping[str, Domain] = field(default_factory=dict)
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each with the names of what it is a function of."""
    indexed: frozenset[str] = frozenset()
    arrays: Mapping[str, Shape] = field(default_factory=dict)
    where: tuple[tuple[str, Node], ...] = ()
    """Sizes of arrays that are defined by others."""

    @property
    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset((*self.functions, *self.symbols, *self.arrays, *(name for name, _ in self.where)))

    def with_more(self, more: Declared) -> Declared:
        """These and more; where a name is declared again, the later one holds."""
        again = more.names
        kept = {name: domain for name, domain in self.symbols.items() if name not in again}
        functions = {name: parameters for name, parameters in self.functions.items() if name not in again}
        shapes = {name: shape for name, shape in self.arrays.items() if name not in again}
        return Declared(
            {**kept, **more.symbols},
            {**functions, **more.functions},
            (self.indexed - again) | more.indexed,
            {**shapes, **more.arrays},
            (*(one for one in self.where if one[0] not in again), *more.where),
        )

    def known_arrays(self, meanings: Mapping[str, Meaning]) -> Arrays:
        """The arrays, with sizes to try them at and what signs between them mean; raises ValueError where there are no sizes."""
        return arrays(self.arrays, self.where, self.symbols, self.names - self.arrays.keys(), meanings)

    def vocabulary(self, known: Arrays, *, decimal_comma: bool = False) -> Vocabulary:
        """What the reader is told; ``known`` are these names' own arrays."""
        plain = Vocabulary(self.symbols, frozenset(self.functions), indexed=self.indexed, decimal_comma=decimal_comma)
        return with_arrays(plain, known)


@frozen
class BadSymbol:
    """A declaration by its names as written, whether its domain is wrong or they are, and a sentence."""

    names: str
    is_domain: bool
    sentence: str


@frozen
class BadSymbolsError(Exception):
    """Declarations that say nothing."""

    wrong: tuple[BadSymbol, ...]


def declare(written: Symbols) -> Declared:
    """What a ``symbols:`` block declares; raises BadSymbolsError with all its mistakes."""
    declared = Declared()
    wrong: list[BadSymbol] = []
    for names, shape in written.items():
        try:
            domain = shape_of_domain(shape.domain) or parse_domain(shape.domain)
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


def declare_arrays(written: ArrayShapes) -> Declared:
    """What an ``arrays:`` block declares; raises BadSymbolsError with all its mistakes."""
    declared = Declared()
    wrong: list[BadSymbol] = []
    for names, texts in written.items():
        try:
            more = _defined(texts) if names == WHERE else Declared(arrays=dict.fromkeys(_listed(names), _size(texts)))
            _check_new(more, declared)
        except _BadSizeError as error:
            wrong.append(BadSymbol(names, is_domain=True, sentence=str(error)))
        except ValueError as error:
            wrong.append(BadSymbol(names, is_domain=False, sentence=str(error)))
        else:
            declared = declared.with_more(more)
    if wrong:
        raise BadSymbolsError(tuple(wrong))
    return declared


class _BadSizeError(ValueError):
    """A size that says nothing: the mistake is in what stands behind the name."""


def _size(texts: tuple[str, ...]) -> Shape:
    try:
        return shape_as_written(texts)
    except ValueError as error:
        raise _BadSizeError(str(error)) from error


def _defined(texts: tuple[str, ...]) -> Declared:
    try:
        return Declared(where=tuple(definitions(texts)))
    except ValueError as error:
        raise _BadSizeError(str(error)) from error


def _listed(written: str) -> list[str]:
    """The names of one line, in their one spelling; raises ValueError."""
    listed = [canonical(name) for name in written.replace(",", " ").split()]
    if len(set(listed)) < len(listed):
        raise ValueError("A name stands twice in this line. Keep one of them.")
    return listed


def _declared(written: str, shape: SymbolShape, domain: Domain | Shape) -> Declared:
    """What one line declares, which may name several; raises ValueError."""
    listed = _listed(written)
    names = frozenset(listed)
    if isinstance(domain, Shape):
        if shape.function_of is not None or shape.indexed_by is not None:
            raise ValueError("An array is no function, and has indices anyway. Keep the shape alone.")
        return Declared(arrays=dict.fromkeys(listed, domain))
    if shape.function_of is None:
        return Declared(dict.fromkeys(listed, domain), indexed=names if shape.indexed_by else frozenset())
    if shape.indexed_by is not None:
        raise ValueError("A name is a function or has indices, not both. Remove “function of” or “indexed by”.")
    if domain != REAL:
        raise ValueError("The values of a function have no domain here. Remove “domain”.")
    parameters = tuple(name for text in shape.function_of for name in _listed(text))
    return Declared(functions=dict.fromkeys(listed, parameters))


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
