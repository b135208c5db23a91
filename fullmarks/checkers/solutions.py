"""Solutions: all solutions of a linear system, given with free parameters.

Border: any parametrisation of the same points, line, plane … counts: another particular solution, other directions, other letters,
more parameters than are needed. It is written as one vector (``(1 + 2t, t)``), as a sum of vectors, as a set of either, or unknown by
unknown (``x = 1 + 2t, y = t``), where an unknown that nothing is said of is free. Letters of the answer are parameters, unless the
key has them and ``parameters`` does not list them. One solution alone has no parameters; ``no solution`` is a key and an answer
too. A parametrisation that is not linear goes to a person, unless one of its points is no solution.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.kinds import wrong_kind, wrong_shape
from fullmarks.checkers.members import NOTHING, members
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.parametric import coordinates
from fullmarks.checkers.vectors import Vector
from fullmarks.checkers.written import SeveralTexts, WrittenKey
from fullmarks.compare.algebra.spaces import Entries, Span, UnknownEntriesError
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Add, Constant, Listing, Multiply, Negate, Node, Number, Symbol, Text
from fullmarks.expr.walk import substitute, symbols
from fullmarks.outcome import Diagnosis, Outcome, correct, incorrect, undecided
from fullmarks.records import frozen

_ZERO = Number(Fraction(0))
_NONE = Constant("emptyset")
_MOST_PARAMETERS = 16
_TRIED = tuple(Number(Fraction(text)) for text in ("2", "-3", "1/2"))
"""Values of a parameter at which one that does not occur linearly is tried."""


class SolutionsOptions(NamedOptions):
    """All solutions of a linear system: ``solutions: (1 + 2t, t)``."""

    key: WrittenKey = Field(alias="solutions", description="All solutions, with parameters; or: no solution.")
    parameters: SeveralTexts | None = Field(
        None,
        description="The key's letters that may take any value; those that are not declared, if not said, or else all.",
    )
    unknowns: SeveralTexts = Field(
        (), description="The names of the unknowns, in the key's order, for answers such as x = 1 + 2t, y = t."
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "These are not the solutions.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "The solutions are expected here, as a vector.",
    "wrong_shape": "Another number of unknowns is expected.",
    "has_solutions": "This says that there is no solution, but there is one.",
    "no_solutions": "This is no solution.",
    "not_a_solution": "Put zero for every parameter: what is left does not solve the system.",
    "wrong_direction": "What stands with a parameter does not solve the homogeneous system.",
    "too_few_parameters": "All of these are solutions, but they are not all: something more is free.",
}


@frozen
class Flat:
    """A point and the directions from it: ``point + t·directions[0] + …``; ``names`` are those of the parameters."""

    point: Vector
    directions: tuple[Vector, ...]
    names: tuple[str, ...]


def check(answer: Node, expected: Node, options: SolutionsOptions, assumptions: Assumptions) -> Outcome:
    """Both as a point with directions: the same point up to them, and the same directions."""
    evidence = Evidence(EvidenceKind.EXACT)
    if expected == _NONE or _is_none(answer):
        if expected == _NONE and _is_none(answer):
            return correct(evidence)
        return incorrect(evidence, _explained("no_solutions" if expected == _NONE else "has_solutions"))
    wanted = expected.items if isinstance(expected, Listing) else ()
    given = coordinates(answer, len(wanted), options.unknowns)
    if given is None:
        return incorrect(evidence, wrong_kind(answer, "a vector of all solutions"))
    if len(given) != len(wanted):
        return incorrect(evidence, wrong_shape(f"a vector with {len(given)} entries", f"one with {len(wanted)}"))
    own = _parameters(wanted, options, assumptions)
    fixed = frozenset(name for entry in wanted for name in symbols(entry)) - frozenset(own)
    theirs = tuple(sorted(frozenset(name for entry in given for name in symbols(entry)) - fixed))
    if len(theirs) > _MOST_PARAMETERS:
        return undecided(f"More than {_MOST_PARAMETERS} parameters are not compared.")
    try:
        return _compare(given, theirs, _flat(wanted, own), assumptions)
    except UnknownEntriesError:
        return undecided("An entry is no number of which it is known whether it is zero.")


def _compare(given: Vector, names: tuple[str, ...], wanted: Flat, assumptions: Assumptions) -> Outcome:
    ours = _flat(given, names)
    linear = _is_linear(given, ours, assumptions)
    off = _difference(ours.point, wanted.point)
    tried = () if linear else tuple(_points(given, names))
    entries = Entries(
        (off, *ours.directions, *wanted.directions, *(_difference(p, wanted.point) for p in tried)), assumptions
    )
    space, own = Span(entries), Span(entries)
    for direction in wanted.directions:
        space.add(direction)
    if any(not space.holds(_difference(point, wanted.point)) for point in tried) or not space.holds(off):
        return _wrong("not_a_solution")
    if not linear:
        return undecided("The parameters do not occur linearly.")
    for name, direction in zip(ours.names, ours.directions, strict=True):
        if not space.holds(direction):
            return _wrong("wrong_direction", name)
        own.add(direction)
    if own.rank < space.rank:
        return _wrong("too_few_parameters")
    return correct(Evidence(EvidenceKind.EXACT, note="The same points: every point and direction lies in the other."))


def _flat(entries: Vector, names: tuple[str, ...]) -> Flat:
    """The point at which all parameters are 0, and how far each one alone leads to at 1."""
    at_zero = dict.fromkeys(names, _ZERO)
    point = tuple(substitute(entry, at_zero) for entry in entries)
    directions = tuple(
        _difference(tuple(substitute(entry, {**at_zero, name: Number(Fraction(1))}) for entry in entries), point)
        for name in names
    )
    return Flat(point, directions, names)


def _is_linear(entries: Vector, flat: Flat, assumptions: Assumptions) -> bool:
    """Whether the point and the directions say all about the entries."""
    for place, entry in enumerate(entries):
        terms = [Multiply((Symbol(name), way[place])) for name, way in zip(flat.names, flat.directions, strict=True)]
        if not equal(entry, Add((flat.point[place], *terms, _ZERO)), assumptions).equal:
            return False
    return True


def _points(entries: Vector, names: tuple[str, ...]) -> Sequence[Vector]:
    """Points of a parametrisation: each parameter at a few values, the others at 0."""
    return [
        tuple(substitute(entry, {**dict.fromkeys(names, _ZERO), name: value}) for entry in entries)
        for name in names
        for value in _TRIED
    ]


def _difference(one: Sequence[Node], other: Sequence[Node]) -> Vector:
    return tuple(Add((mine, Negate(theirs))) for mine, theirs in zip(one, other, strict=True))


def _is_none(node: Node) -> bool:
    return isinstance(node, Text | Constant | Listing) and members(node) == ()


def _parameters(wanted: Vector, options: SolutionsOptions, assumptions: Assumptions) -> tuple[str, ...]:
    """Those that are named; else what nothing declares, since a letter of the system is declared; else all."""
    if options.parameters is not None:
        return options.parameters
    letters = frozenset(name for entry in wanted for name in symbols(entry))
    return tuple(sorted(letters - frozenset(assumptions.domains) or letters))


def _explained(code: str, parameter: str = "") -> Diagnosis:
    sentence = SENTENCES[code] if not parameter else SENTENCES[code].replace("a parameter", parameter)
    return Diagnosis(code, sentence, sentence, (("parameter", parameter),) if parameter else ())


def _wrong(code: str, parameter: str = "") -> Outcome:
    return incorrect(Evidence(EvidenceKind.EXACT), _explained(code, parameter))


def _expected(options: SolutionsOptions, read: ReadKey) -> Node:
    words = " ".join(options.key.casefold().split())
    if words in NOTHING:
        return _NONE
    tree = read(options.key)
    if tree == _NONE:
        return tree
    found = coordinates(tree, 0, options.unknowns)
    if found is None:
        raise UnusableKeyError(
            "key_is_no_solution", f"The key “{options.key}” is no vector. Write the solutions as (1 + 2t, t)."
        )
    parameters = set(options.parameters or ())
    if missing := sorted(parameters - {name for entry in found for name in symbols(entry)}):
        raise UnusableKeyError("unused_parameter", f"The key does not use the parameter {missing[0]}.")
    return Listing("(", ")", found)


CHECKER = Checker(
    "solutions",
    SolutionsOptions,
    Wants.VECTORS,
    _expected,
    check,
    SENTENCES,
    lambda _: tuple(sorted(NOTHING)),
    own_letters=True,
)
