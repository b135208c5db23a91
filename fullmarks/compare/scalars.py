"""Two scalar trees: the ladder of evidence, cheapest first.

identical → a counterexample at the first points → exact arithmetic → agreement at many points to many bits → undecided.
The order saves time and never changes a verdict: each step only claims what it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import islice

from flint import arb

from fullmarks.compare.algebra.claims import Algebra
from fullmarks.compare.algebra.monomials import constant
from fullmarks.compare.algebra.partial import are_smooth
from fullmarks.compare.algebra.series import with_closed_series
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Budget, rational_value
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.pieces.borders import Borders, Lies, at_borders, whole_domain
from fullmarks.compare.pieces.on_cells import OnCells, on_cells
from fullmarks.compare.pieces.ties import on_ties
from fullmarks.compare.points.generic import Point, generic, with_integers
from fullmarks.compare.points.glimpses import FIRST_BITS
from fullmarks.compare.points.look import Kind, Look
from fullmarks.compare.points.outside import is_outside
from fullmarks.compare.points.seen import Seen, both_shown
from fullmarks.compare.points.tally import Tally
from fullmarks.compare.proof.process import proved_equal
from fullmarks.compare.survey import Survey
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Node

_ENOUGH_POINTS = 4
_ENOUGH_INTEGERS = 9
"""Points over integers, of which some lie far out: an integer formula may vanish at many small ones."""
_ENOUGH_ROUGH_POINTS = 24
"""Points for functions that are not analytic: absolute values, floors, pieces."""
_FIRST_OF_ROUGH = (0, 1, 6)
"""Where functions with regions are looked at first: at two small points, and at one farther out, where steps differ."""
_BEFORE_BORDERS = 12
"""Generic points that are tried before borders are sought: small ones, and some far out."""
_MOST_TRIED = 10
"""How many points are tried for each that is wanted."""
_COMPARISONS_WORTH = 4
"""All comparisons of one judgement together may cost as much as so many that use up their budgets."""
_LOOKS = 8
"""Generic points at which two that are equal by algebra are looked at, until one shows it."""
_OWN_POINTS = 2
_MANY_INTEGERS = 6
"""So many integers among those that are tried are no isolated ones."""


def compare_scalars(answer: Node, expected: Node, assumptions: Assumptions, found: Survey | None = None) -> Comparison:
    """Whether two scalar expressions are equal on the declared domains, and how that is known.

    ``found`` is the survey of both, if there is one already.
    """
    if answer == expected:
        return _IDENTICAL
    found = found or _survey_of(answer, expected, assumptions)
    if found.calculus:
        closed, key = (with_closed_series(tree, assumptions.domains) for tree in (answer, expected))
        if closed is not answer or key is not expected:
            return compare_scalars(closed, key, assumptions)
    if not found.names and (mine := constant(answer)) is not None and (theirs := constant(expected)) is not None:
        values = None if mine == theirs else both_shown(rational_value(mine), rational_value(theirs))
        return Comparison(mine == theirs, Evidence(EvidenceKind.EXACT, values=values))
    return _Pair(answer, expected, assumptions, found).compare()


def _survey_of(answer: Node, expected: Node, assumptions: Assumptions) -> Survey:
    workspace = assumptions.workspace or Workspace()
    return workspace.survey(answer).with_other(workspace.survey(expected))


_IDENTICAL = Comparison(True, Evidence(EvidenceKind.IDENTICAL))


class _Pair:
    """One comparison."""

    def __init__(self, answer: Node, expected: Node, assumptions: Assumptions, found: Survey) -> None:
        self.answer, self.expected, self.assumptions = answer, expected, assumptions
        self.workspace = assumptions.workspace or Workspace()
        self.counted, self.summed = frozenset(found.counted), frozenset(found.summed)
        self.limits, self.seed, self.strict = assumptions.limits, assumptions.seed, assumptions.strict
        self.names = tuple(sorted(found.names))
        self.domains = with_integers(assumptions.domains, found.counted)
        in_complex = found.imaginary or any(
            domain.kind == "complex" for name in self.names if (domain := self.domains.get(name)) is not None
        )
        self.rough = found.rough or not are_smooth(found.radicands, self.domains)
        self.discrete = any(self.domains.get(name, REAL).kind == "integer" for name in self.names)
        self.patchy = self.rough or self.discrete
        """Whether a small term may be zero at one point and not at the next, so that every point is looked at sharply."""
        most = assumptions.limits.evaluations
        budget = Budget(max(0, min(most, most * _COMPARISONS_WORTH - self.workspace.spent)))
        self.look = Look(
            self.workspace,
            answer,
            expected,
            assumptions,
            Kind(self.counted, self.summed, in_complex=in_complex, patchy=self.patchy),
            budget,
        )
        self.calculus = found.calculus
        self.algebra = Algebra(self.workspace, self.domains, self.counted, self.limits)

    def compare(self) -> Comparison:
        """The verdict, its cost on the judgement's account."""
        before = self.look.budget.left
        try:
            return self._compare()
        finally:
            self.workspace.spent += before - self.look.budget.left

    def _compare(self) -> Comparison:
        points = self._generic()
        for number, point in enumerate(islice(points, _FIRST_OF_ROUGH[-1] + 1 if self.rough else 1)):
            if number and number not in _FIRST_OF_ROUGH:
                continue
            seen = self.look.at(point, FIRST_BITS, number)
            if seen.equal is False:
                return self._different(point, seen)
        bent = self._bent()
        if bent is not None and (parted := bent.parted()) is not None:
            return self._different(parted.point, parted.seen)
        if self.workspace.key(self.answer) == self.workspace.key(self.expected):
            return _IDENTICAL
        if self.strict and self.rough and (gap := self._parted_at(self._borders())) is not None:
            return gap  # before algebra, which sets single points aside
        if self.summed and self.workspace.same_sums(self.answer, self.expected, self.domains, self.counted):
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        if bent is not None and bent.equal():
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        exact = self.algebra.equal(self.answer, self.expected)
        if exact is None and self.rough:
            exact = self.algebra.equal_by_residues(self.answer, self.expected) or None
        if exact and self.algebra.same_gaps(self.answer, self.expected) and self._seen_somewhere():
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        sampled = self._sample()
        if exact is False and sampled.equal is not False:
            return Comparison(False, Evidence(EvidenceKind.EXACT))
        return self._proved() or sampled if sampled.equal is None else sampled

    def _borders(self) -> Borders:
        trees = (self.answer, self.expected)
        return at_borders(trees, self.names, self.domains, self.seed, self.limits, self.summed)

    def _seen_somewhere(self) -> bool:
        """Whether the two are seen to agree at one generic point, or cannot be looked at.

        Algebra divides by what vanishes through a relation that it does not know.
        """
        for number, point in enumerate(islice(self._generic(), _LOOKS)):
            seen = self.look.at(point, FIRST_BITS, number)
            if seen.equal or seen.beyond:
                return True
        return False

    def _proved(self) -> Comparison | None:
        """The last step, for what has no evaluation here; None where SymPy proves nothing in time."""
        if not self.calculus or self.limits.proof_seconds <= 0:
            return None
        equal = proved_equal(self.answer, self.expected, self.domains, self.limits.proof_seconds)
        if equal is None:
            return None
        return Comparison(
            equal, Evidence(EvidenceKind.PROVED if equal else EvidenceKind.EXACT, note="Worked out by SymPy.")
        )

    def _sample(self) -> Comparison:
        """Points until one parts the two, enough agree, or the tries run out."""
        whole = whole_domain(self.names, self.domains)
        if whole is not None:
            return self._everywhere(whole)
        complete = True
        if self.rough and self.names:
            if (found := self._soon_parted()) is not None:
                return found
            borders = self._borders()
            complete = borders.complete
            if (parted := self._parted_at(borders) or self._parted_on_ties(borders)) is not None:
                return parted
        tally = Tally(self._enough())
        tries = tally.wanted * _MOST_TRIED if self.names else 1
        for number, point in enumerate(islice(self._generic(), tries)):
            ended = self._count(point, tally, number)
            if ended is not None:
                return ended
            if tally.agreed >= tally.wanted:
                break
        if tally.agreed >= tally.wanted:
            for point in islice(generic(self.names, self.domains, self._own_seed(), self.summed), _OWN_POINTS):
                ended = self._count(point, tally)
                if ended is not None:
                    return ended
        claim = self._claim(tally)
        if claim.equal and not complete:
            return _undecided("A border lies too far out to be tried.")
        return claim

    def _soon_parted(self) -> Comparison | None:
        """A difference at one of the next generic points: steps that differ mostly do there, and no border is sought."""
        for number, point in enumerate(islice(self._generic(), _BEFORE_BORDERS)):
            seen = self.look.settled(point, number)  # as they will be counted, so that no point is worked out twice
            if seen.equal is False:
                return self._different(point, seen)
        return None

    def _bent(self) -> OnCells | None:
        """The two trees by their laws between borders, where they bend along one symbol and all borders are known."""
        if not self.rough or whole_domain(self.names, self.domains) is not None:
            return None
        return on_cells(self.answer, self.expected, self.algebra, next(self._generic()), self.look.settled)

    def _generic(self) -> Iterator[Point]:
        return self.workspace.generic(self.names, self.domains, self.seed, self.counted, self.summed)

    def _own_seed(self) -> str:
        """A seed that depends on both trees, so that nobody can write a formula that is right just where it will be tried."""
        trees = "|".join(sorted((self.workspace.key(self.answer), self.workspace.key(self.expected))))
        return f"{self.seed}|{blake2b(trees.encode(), digest_size=16).hexdigest()}"

    def _enough(self) -> int:
        if not self.names:
            return 1
        return _ENOUGH_ROUGH_POINTS if self.rough else _ENOUGH_INTEGERS if self.patchy else _ENOUGH_POINTS

    def _parted_at(self, borders: Borders) -> Comparison | None:
        """A difference on a border, or beside one, where a value that is lacking on one side is lacking in a region."""
        lacking = 0
        for point, lies in borders.points:
            seen = self.look.settled(point)
            if seen.equal is False:
                return self._different(point, seen)
            if seen.lacking and (self.strict or lies is not Lies.ON_BORDER):
                lacking += 1
                if self.strict or lies is Lies.BESIDE or lacking >= _MANY_INTEGERS:
                    return self._different(point, seen)
        return None

    def _parted_on_ties(self, borders: Borders) -> Comparison | None:
        """A difference on a border that is no rational number."""
        known = (point for point, _ in borders.points)
        trees = (self.answer, self.expected)
        for point in on_ties(trees, self.names, self.domains, next(self._generic()), known, self.limits):
            seen = self.look.on_border(point)
            if seen.equal is False:
                return self._different(point, seen)
        return None

    def _everywhere(self, points: list[Point]) -> Comparison:
        """All points of a small finite domain."""
        tally = Tally(len(points))
        for point in points:
            ended = self._count(point, tally)
            if ended is not None:
                return ended
        if tally.lacking:
            return self._different(*tally.lacking[0])
        if tally.exact and tally.agreed:
            return Comparison(True, Evidence(EvidenceKind.EXACT, points=tally.agreed))
        return self._claim(tally)

    def _count(self, point: Point, tally: Tally, number: int | None = None) -> Comparison | None:
        """Counts what a point shows; a verdict where it ends the comparison."""
        seen = self.look.settled(point, number)
        if seen.equal is False:
            return self._different(point, seen)
        if seen.beyond:
            far_out = tally.agreed >= _ENOUGH_POINTS and (self.patchy or self.discrete) and self.look.budget.left > 0
            tally.beyond += 1
            return None if far_out else _undecided("A value could not be computed within the limits.")
        if seen.lacking and self.discrete and is_outside((self.answer, self.expected), point, self.limits, self.seed):
            return None
        if seen.lacking:
            tally.lacking.append((point, seen))
            return self._different(*tally.lacking[0]) if tally.lacks_a_region(discrete=self.discrete) else None
        if not seen.equal:
            return None
        tally.agreed += 1
        tally.exact &= seen.values is None
        if not tally.exact and not tally.bits:
            deep, tally.bits = self.look.confirmed(point)
            if deep.equal is False:
                return self._different(point, deep)
        return None

    def _claim(self, tally: Tally) -> Comparison:
        """What the points say together: a few isolated ones without a value on one side don't count."""
        if tally.lacking and not tally.agreed:
            if (among_complex := self._among_complex(tally.lacking[0][1])) is not None:
                return among_complex
            return self._different(*tally.lacking[0])
        wanted = min(tally.wanted, _ENOUGH_POINTS) if tally.beyond else tally.wanted
        if tally.agreed < (max(1, wanted // 2) if tally.lacking else wanted):
            return _undecided("Too few points of the domain have a value on both sides.")
        if not tally.exact and not tally.bits:
            return _undecided("The values stayed too uncertain at the highest precision.")
        if not self.names and tally.exact:
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        return Comparison(True, Evidence(EvidenceKind.AGREED, points=tally.agreed, bits=tally.bits or None))

    def _among_complex(self, seen: Seen) -> Comparison | None:
        """What two numbers are among complex ones, of which one has no real value: ``√(-4) √(-9)`` and ``-6``; None if different."""
        if self.names or self.look.kind.in_complex or seen.lacking != "domain":
            return None
        found = replace(_survey_of(self.answer, self.expected, self.assumptions), imaginary=True)
        compared = _Pair(self.answer, self.expected, self.assumptions, found).compare()
        if compared.equal is False:
            return None
        note = "One side has no value among real numbers; they were compared as complex numbers."
        return replace(compared, evidence=replace(compared.evidence, note=note))

    def _different(self, point: Point, seen: Seen) -> Comparison:
        at = tuple((name, _at(point[name])) for name in self.names)
        if not self.names and seen.values is None:
            return Comparison(False, Evidence(EvidenceKind.EXACT))
        note = f"Only one side has a value there ({seen.lacking})." if seen.lacking else None
        return Comparison(
            False,
            Evidence(
                EvidenceKind.COUNTEREXAMPLE if self.names or seen.lacking else EvidenceKind.EXACT,
                at=at,
                values=None if seen.values is None else both_shown(*seen.values),
                note=note,
            ),
        )


def _at(value: Value) -> str:
    """A symbol's value at a point, exact but for a border that is no rational number."""
    return f"≈ {value.str(12, radius=False)}" if isinstance(value, arb) else str(value)


def _undecided(note: str) -> Comparison:
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
