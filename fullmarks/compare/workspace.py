"""What has been worked out about trees, so that nothing is worked out twice.

A wrong answer is compared with its key, with known mistakes and with many spoilt keys, mostly at the same points. A workspace
belongs to one judgement and is dropped with it; what it finds out about the author's own trees outlasts it, since the next
answer is compared with them again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import count, pairwise
from typing import TYPE_CHECKING

from fullmarks.compare.algebra.floors import with_plain_floors
from fullmarks.compare.algebra.partial import partial
from fullmarks.compare.algebra.quotients import InField, in_own_field
from fullmarks.compare.algebra.sums import Form, form_of_sums
from fullmarks.compare.canonical import key
from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.program import Program, program
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError, UncertainError, UndefinedError
from fullmarks.compare.pieces.bends import Bends, bends
from fullmarks.compare.points.generic import Point, generic_point
from fullmarks.compare.survey import Survey, survey
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Add, Negate, Node, Number, Relation
from fullmarks.expr.walk import walk
from fullmarks.limits import Limits
from fullmarks.records import record

if TYPE_CHECKING:
    from fullmarks.compare.arrays.prepared import Prepared

_MOST_VALUES = 4_096
_MOST_LASTING_VALUES = 512
_MOST_LASTING_BITS = 1_024
_MOST_LASTING_NAMES = 16
"""So many sets of symbols have their points kept: answers may bring any."""
_MOST_LASTING_POINTS = 64
_MOST_SPOILT = 256
"""So many spoilt keys are kept beside an author's trees."""


@record
class Result:
    """What a tree came to at a point: its value, or why there is none; and what the evaluator noticed."""

    value: Value | None
    lacking: str | None
    height: int
    absorbed: bool
    needed_bits: int
    cost: int
    """What it took from the budget."""


def evaluated(made: Program, evaluator: Evaluator) -> Result:
    """What a program comes to at an evaluator's point."""
    value: Value | None = None
    lacking: str | None = None
    before = evaluator.budget.left
    try:
        value = evaluator.run(made)
    except UndefinedError as error:
        lacking = error.kind
    except UncertainError:
        lacking = "uncertain"
    except NoValueError:
        lacking = "beyond"
    return Result(
        value, lacking, evaluator.height, evaluator.absorbed, evaluator.needed_bits, before - evaluator.budget.left
    )


Place = tuple[int, int, bool, frozenset[str], frozenset[str]]
"""Which generic point: its number, the precision, whether in complex arithmetic, and which symbols count, or bound sums."""

Names = tuple[tuple[str, ...], frozenset[str], frozenset[str]]
"""The symbols of two trees, and which of them count, or bound sums: what their generic points depend on."""


KnownPoints = tuple[tuple[Point, bool], ...]
"""Points at which it is known whether a statement holds."""


class Findings:
    """Surveys, programs, keys, quotients and values of trees, by the identity of each; it holds the trees, so that it stays theirs."""

    __slots__ = (
        "arrays",
        "bends",
        "differences",
        "forms",
        "keys",
        "known_points",
        "most_bits",
        "most_values",
        "partials",
        "points",
        "programs",
        "quotients",
        "spoilt",
        "spoilt_trees",
        "surveys",
        "targets",
        "trees",
        "values",
    )

    def __init__(self, most_values: int = _MOST_VALUES, most_bits: int | None = None) -> None:
        self.most_values, self.most_bits = most_values, most_bits
        self.trees: dict[int, Node] = {}
        self.surveys: dict[int, Survey] = {}
        self.programs: dict[int, Program] = {}
        self.keys: dict[int, str] = {}
        self.bends: dict[tuple[int, str], Bends | None] = {}
        self.arrays: dict[int, Prepared] = {}
        self.quotients: dict[tuple[int, frozenset[str]], InField | None] = {}
        self.partials: dict[tuple[int, frozenset[str]], frozenset[str] | None] = {}
        self.values: dict[tuple[int, Place], Result] = {}
        self.points: dict[Names, dict[int, Point]] = {}
        self.forms: dict[tuple[int, frozenset[str]], Form | None] = {}
        self.differences: dict[int, tuple[Node, ...]] = {}
        self.known_points: dict[int, KnownPoints] = {}
        self.spoilt: dict[tuple[int, Callable[..., Iterable[Node]], tuple[Hashable, ...]], tuple[Node, ...]] = {}
        self.spoilt_trees: dict[int, Node] = {}
        self.targets: dict[str, Node | None] = {}
        """What an author says stands to the left of an answer, as it was read."""

    def __reduce__(self) -> tuple[type[Findings], tuple[int, int | None]]:
        """A copy in another process finds out for itself, about trees of its own."""
        return Findings, (self.most_values, self.most_bits)


def lasting(trees: Iterable[Node]) -> Findings:
    """A place for what is found out about an author's trees and all their parts, for as long as these are held."""
    made = Findings(_MOST_LASTING_VALUES, _MOST_LASTING_BITS)
    made.trees = {id(part): part for tree in trees for part in walk(tree)}
    return made


def _difference(left: Node, right: Node) -> Node:
    """One side less the other; the side itself where the other is written as zero."""
    return left if isinstance(right, Number) and not right.value else Add((left, Negate(right)))


class Workspace:
    """What one judgement has found out; ``author`` outlasts it and knows the trees of the rubric."""

    __slots__ = ("_author", "_own", "spent")

    def __init__(self, author: Findings | None = None) -> None:
        self.spent = 0
        """Evaluations that comparisons have cost so far."""
        self._own = Findings()
        self._author = author or self._own

    def _about(self, tree: Node) -> Findings:
        if id(tree) in self._author.trees or id(tree) in self._author.spoilt_trees:
            return self._author
        self._own.trees[id(tree)] = tree
        return self._own

    def spoilt(self, tree: Node, spoil: Callable[..., Iterable[Node]], *how: Hashable) -> tuple[Node, ...]:
        """What ``spoil(tree, *how)`` makes of the tree; of an author's it is kept, and what is found out about it as well."""
        about = self._about(tree)
        made = about.spoilt.get((id(tree), spoil, how))
        if made is None:
            made = tuple(spoil(tree, *how))
            if len(about.spoilt_trees) + len(made) <= _MOST_SPOILT:
                about.spoilt[id(tree), spoil, how] = made
                about.spoilt_trees |= {id(one): one for one in made}
        return made

    def survey(self, tree: Node) -> Survey:
        """What there is in the tree."""
        surveys = self._about(tree).surveys
        found = surveys.get(id(tree))
        if found is None:
            found = surveys[id(tree)] = survey(tree)
        return found

    def program(self, tree: Node) -> Program:
        """The tree's program; that of a spoilt key is not kept, since its values are."""
        programs = (self._own if id(tree) in self._author.spoilt_trees else self._about(tree)).programs
        made = programs.get(id(tree))
        if made is None:
            made = programs[id(tree)] = program(tree)
        return made

    def key(self, tree: Node) -> str:
        """The tree's canonical key."""
        keys = self._about(tree).keys
        found = keys.get(id(tree))
        if found is None:
            found = keys[id(tree)] = key(tree)
        return found

    def differences(self, relation: Relation) -> tuple[Node, ...]:
        """The differences of neighbouring sides of a relation, always the same trees for the same relation."""
        about = self._about(relation)
        found = about.differences.get(id(relation))
        if found is None:
            found = tuple([_difference(left, right) for left, right in pairwise(relation.operands)])
            about.differences[id(relation)] = found
            about.trees.update((id(part), part) for part in found)
        return found

    def known_points(self, statement: Node, find: Callable[[Node], KnownPoints]) -> KnownPoints:
        """Where a statement holds and where it does not, at points that ``find`` chooses when it is first asked."""
        known_points = self._about(statement).known_points
        found = known_points.get(id(statement))
        if found is None:
            found = known_points[id(statement)] = find(statement)
        return found

    def quotient(
        self, tree: Node, domains: Mapping[str, Domain], counted: frozenset[str], limits: Limits
    ) -> InField | None:
        """The tree, its floors in one form, as a quotient of polynomials; None past the limits.

        ``counted`` says how the domains differ from the declared.
        """
        quotients = self._about(tree).quotients
        place = id(tree), counted
        if place not in quotients:
            quotients[place] = in_own_field(with_plain_floors(tree, domains, limits), domains, limits)
        return quotients[place]

    def partial(self, tree: Node, domains: Mapping[str, Domain], counted: frozenset[str]) -> frozenset[str] | None:
        """The parts of the tree that are not defined everywhere; None where these are not known."""
        partials = self._about(tree).partials
        place = id(tree), counted
        if place not in partials:
            partials[place] = partial(tree, domains)
        return partials[place]

    def same_sums(self, one: Node, other: Node, domains: Mapping[str, Domain], counted: frozenset[str]) -> bool:
        """Whether two trees are the same sums, however their indices are named and run."""
        theirs = self._sums(other, domains, counted)
        return theirs is not None and self._sums(one, domains, counted) == theirs

    def _sums(self, tree: Node, domains: Mapping[str, Domain], counted: frozenset[str]) -> Form | None:
        forms = self._about(tree).forms
        place = id(tree), counted
        if place not in forms:
            forms[place] = form_of_sums(tree, domains)
        return forms[place]

    def bends(self, tree: Node, name: str) -> Bends | None:
        """The tree's laws along a symbol; None where they are not known."""
        kept = self._about(tree).bends
        place = id(tree), name
        if place not in kept:
            kept[place] = bends(tree, name)
        return kept[place]

    def arrays(self, tree: Node) -> dict[int, Prepared]:
        """Where what is known of the tree as an array expression is kept, by its identity."""
        return self._about(tree).arrays

    def seen(self, tree: Node, place: Place) -> Result | None:
        """What the tree came to there, if it was asked before."""
        return self._about(tree).values.get((id(tree), place))

    def keep(self, tree: Node, place: Place, result: Result) -> None:
        """Keeps what the tree came to."""
        about = self._about(tree)
        if len(about.values) < about.most_values and (about.most_bits is None or place[1] <= about.most_bits):
            about.values[id(tree), place] = result

    def generic(
        self,
        names: tuple[str, ...],
        domains: Mapping[str, Domain],
        seed: str,
        counted: frozenset[str],
        summed: AbstractSet[str],
    ) -> Iterator[Point]:
        """The generic points of ``points.generic``, without end."""
        place = names, counted, frozenset(summed)
        kept = self._author.points.get(place)
        if kept is None:
            kept = {}
            if len(self._author.points) < _MOST_LASTING_NAMES:
                self._author.points[place] = kept
        for number in count():
            point = kept.get(number)
            if point is None:
                point = generic_point(names, domains, seed, summed, number)
                if number < _MOST_LASTING_POINTS:
                    kept[number] = point
            yield point
