"""Arrays that a rubric declares: their shapes as written, what defines their sizes, and what signs between them mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from fullmarks.compare.arrays.operations import FUNCTIONS
from fullmarks.compare.arrays.shapes import IDENTITY, Arrays, Meaning, Shape, names_of_entries
from fullmarks.compare.arrays.sizes import find_sizes
from fullmarks.errors import ReadError
from fullmarks.expr.domains import POSITIVE_INTEGER, REAL, Domain
from fullmarks.expr.nodes import Add, Call, Divide, Listing, Multiply, Negate, Node, Number, Power, Relation, Symbol
from fullmarks.expr.walk import symbols, walk
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.regex import regex

WHERE = "where"
"""In a block of arrays, the name behind which sizes are defined by others."""
_BY = regex(r"\s+by\s+|\s*(?:×|\\times)\s*")
_DOMAIN = regex(r"(?P<kind>matrix|vector)\s*\((?P<sides>.+)\)", re.DOTALL)
_OF_SIZES = (Add, Call, Divide, Multiply, Negate, Number, Power, Symbol)
_ROUNDING = frozenset(("floor", "ceil", "min", "max"))
_ONE = read("1").tree


def shape_of_domain(words: str) -> Shape | None:
    """The shape that ``matrix(d_out, d_in)`` or ``vector(n)`` says; None for any other domain. Raises ValueError."""
    match = _DOMAIN.fullmatch(words.strip())
    if match is None:
        return None
    sides = _sides(match["sides"])
    if len(sides) != (2 if match["kind"] == "matrix" else 1):
        raise ValueError(f"“{words}” is not a shape. Write matrix(rows, columns) or vector(length).")
    return _shape(sides)


def shape_as_written(written: Iterable[str]) -> Shape:
    """The shape that ``n by m``, ``n × m``, a list of both, or ``n`` alone for a column says; raises ValueError."""
    texts = [text for one in written for text in _BY.split(one)]
    if len(texts) > 2:
        raise ValueError("An array has rows and columns: n by m. A vector has its length alone: n.")
    return _shape([side for text in texts for side in _sides(text)])


def _shape(sides: list[Node]) -> Shape:
    for side in sides:
        if any(
            not isinstance(part, _OF_SIZES) or (isinstance(part, Call) and part.function not in _ROUNDING)
            for part in walk(side)
        ):
            raise ValueError("A size is made of whole numbers and symbols, such as n - k + 1.")
    return Shape(*(sides if len(sides) == 2 else (sides[0], _ONE)))


def _sides(text: str) -> list[Node]:
    try:
        tree = read(text).tree
    except ReadError as error:
        raise ValueError(f"The size “{text.strip()}” cannot be read: {error.sentence}") from error
    return [*tree.items] if isinstance(tree, Listing) and not tree.opening else [tree]


def definitions(written: Iterable[str]) -> Iterator[tuple[str, Node]]:
    """The sizes that ``m = n - k + 1`` defines; raises ValueError."""
    for text in written:
        for part in _sides(text):
            match part:
                case Relation((Symbol(name), meaning), ("=",)):
                    yield name, meaning
                case _:
                    raise ValueError(f"“{text}” defines no size. Write m = n - k + 1.")


def arrays(
    shapes: Mapping[str, Shape],
    where: tuple[tuple[str, Node], ...],
    domains: Mapping[str, Domain],
    taken: frozenset[str],
    meanings: Mapping[str, Meaning],
) -> Arrays:
    """All that is known about arrays, sizes chosen; ``taken`` are the names that are declared as something else.

    Raises ValueError where no sizes can be chosen.
    """
    if not shapes:
        return Arrays(meanings=meanings)
    return Arrays(
        shapes,
        where,
        find_sizes(shapes, where, domains),
        meanings,
        identity=IDENTITY not in taken and IDENTITY not in shapes,
        entries=names_of_entries(shapes, taken),
    )


def with_arrays(vocabulary: Vocabulary, known: Arrays) -> Vocabulary:
    """What the reader is told where there are arrays: their names and those of their entries, sizes, functions and signs."""
    operators = {sign: meaning.value for sign, meaning in known.meanings.items()}
    if not known:
        return Vocabulary(
            vocabulary.symbols,
            vocabulary.functions,
            operators,
            vocabulary.indexed,
            vocabulary.decimal_comma,
            vocabulary.iterated,
        )
    identity = {IDENTITY} if known.identity else set[str]()
    sizes = {name for name in _names_of_sizes(known) if name not in vocabulary.symbols}
    names = {
        **vocabulary.symbols,
        **dict.fromkeys(sorted(sizes), POSITIVE_INTEGER),
        **dict.fromkeys((*known.shapes, *identity), REAL),
    }
    return Vocabulary(
        names,
        vocabulary.functions | (FUNCTIONS - names.keys()),
        operators,
        vocabulary.indexed | known.shapes.keys() | known.entries.keys() | identity,
        vocabulary.decimal_comma,
        vocabulary.iterated,
    )


def _names_of_sizes(known: Arrays) -> Iterator[str]:
    for shape in known.shapes.values():
        for side in shape.sides:
            yield from symbols(side)
    for name, meaning in known.where:
        yield name
        yield from symbols(meaning)
