"""Two scalar trees: the ladder of evidence, cheapest first.

identical → a counterexample at the first points → exact arithmetic → agreement at many points to many bits → undecided.
The order saves time and never changes a verdict: each step only claims what it knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice

from fullmarks.compare.borders import Borders, Lies, at_borders, whole_domain
from fullmarks.compare.bounds import surely_positive
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.evaluate import Budget, Evaluator, rational_value
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.exact import exactly_equal
from fullmarks.compare.glimpses import FIRST_BITS
from fullmarks.compare.monomials import constant, positive_monomial
from fullmarks.compare.points import Point, generic, with_integers
from fullmarks.compare.proof.process import proved_equal
from fullmarks.compare.seen import Seen, both_shown, related
from fullmarks.compare.survey import Survey
from fullmarks.compare.workspace import Result, Workspace, evaluated
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Node

_ENOUGH_POINTS = 4
_ENOUGH_INTEGERS = 9
"""Points over integers, of which some lie far out: an integer formula may vanish at many small ones."""
_ENOUGH_ROUGH_POINTS = 24
"""Points for functions that are not analytic: absolute values, floors, pieces."""
_MOST_TRIED = 10
"""How many points are tried for each that is wanted."""
_A_REGION = 2
"""So many generic points without a value on one side are no accident."""
_COMPARISONS_WORTH = 4
"""All comparisons of one judgement together may cost as much as so many that use up their budgets."""
_LOOKS = 8
"""Generic points at which two that are equal by algebra are looked at, until one shows it."""
_OWN_POINTS = 2
_MANY_INTEGERS = 6
"""So many integers among those that are tried are no isolated ones."""
_BITS_FOR_ONE = 16
"""A point at so many bits costs one evaluation more."""
_MOST_BITS = 16_384
_SECOND_BITS = 256


@dataclass(slots=True)
class _Tally:
    """What the points so far showed."""

    wanted: int
    agreed: int = 0
    exact: bool = True
    """Whether all agreed in exact arithmetic."""
    bits: int = 0
    """To how many bits one point agreed with every term counted."""
    beyond: int = 0
    """Points that lie too far out for an indexed sum."""
    lacking: list[tuple[Point, Seen]] = field(default_factory=list)
    """Points at which one side alone has a value."""


def compare_scalars(answer: Node, expected: Node, assumptions: Assumptions, found: Survey | None = None) -> Comparison:
    """Whether two scalar expressions are equal on the declared domains, and how that is known.

    ``found`` is the survey of both, if there is one already.
    """
    if answer == expected:
        return _IDENTICAL
    found = found or _survey_of(answer, expected, assumptions)
    if not found.names and (mine := constant(answer)) is not None and (theirs := constant(expected)) is not None:
        values = None if mine == theirs else both_shown(rational_value(mine), rational_value(theirs))
        return Comparison(mine == theirs, Evidence(EvidenceKind.EXACT, values=values))
    return _Pair(answer, expected, assumptions, found).compare()


def _survey_of(answer: Node, expected: Node, assumptions: Assumptions) -> Survey:
    workspace = assumptions.workspace or Workspace()
    return workspace.survey(answer).with_other(workspace.survey(expected))


_IDENTICAL = Comparison(True, Evidence(EvidenceKind.IDENTICAL))
_BEYOND = Result(None, "beyond", height=0, absorbed=False, needed_bits=0, cost=0)


def _is_smooth(radicand: Node, domains: Mapping[str, Domain]) -> bool:
    """Whether roots and logarithms of a tree are analytic wherever it has a value."""
    return positive_monomial(radicand, domains) is not None or surely_positive(radicand, domains)


class _Pair:
    """One comparison."""

    def __init__(self, answer: Node, expected: Node, assumptions: Assumptions, found: Survey) -> None:
        self.answer, self.expected = answer, expected
        self.workspace = assumptions.workspace or Workspace()
        self.counted, self.summed = frozenset(found.counted), frozenset(found.summed)
        self.limits, self.seed = assumptions.limits, assumptions.seed
        self.names = tuple(sorted(found.names))
        self.domains = with_integers(assumptions.domains, found.counted)
        self.in_complex = found.imaginary or any(
            domain.kind == "complex" for name in self.names if (domain := self.domains.get(name)) is not None
        )
        self.rough = found.rough or any(not _is_smooth(part, self.domains) for part in found.radicands)
        self.patchy = self.rough or any(self.domains.get(name, REAL).kind == "integer" for name in self.names)
        """Whether a small term may be zero at one point and not at the next, so that every point is looked at sharply."""
        most = assumptions.limits.evaluations
        self.budget = Budget(max(0, min(most, most * _COMPARISONS_WORTH - self.workspace.spent)))
        self.calculus = found.calculus
        self.height = 0
        self.absorbed = False
        self.needed_bits = 0

    def compare(self) -> Comparison:
        """The verdict, its cost on the judgement's account."""
        before = self.budget.left
        try:
            return self._compare()
        finally:
            self.workspace.spent += before - self.budget.left

    def _compare(self) -> Comparison:
        points = self._generic()
        for number, point in enumerate(islice(points, 1 if not self.rough else 2)):
            seen = self._at(point, FIRST_BITS, number)
            if seen.equal is False:
                return self._different(point, seen)
        if self.workspace.key(self.answer) == self.workspace.key(self.expected):
            return _IDENTICAL
        theirs = self.workspace.quotient(self.expected, self.domains, self.counted, self.limits)
        exact = exactly_equal(self.answer, self.expected, theirs, self.domains, self.limits)
        if exact and self._same_gaps() and self._seen_somewhere():
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        sampled = self._sample()
        if exact is False and sampled.equal is not False:
            return Comparison(False, Evidence(EvidenceKind.EXACT))
        return self._proved() or sampled if sampled.equal is None else sampled

    def _same_gaps(self) -> bool:
        """Whether the parts that are not defined everywhere are the same."""
        first, second = (
            self.workspace.partial(tree, self.domains, self.counted) for tree in (self.answer, self.expected)
        )
        return first is not None and first == second

    def _seen_somewhere(self) -> bool:
        """Whether the two are seen to agree at one generic point, or cannot be looked at.

        Algebra divides by what vanishes through a relation that it does not know.
        """
        for number, point in enumerate(islice(self._generic(), _LOOKS)):
            seen = self._at(point, FIRST_BITS, number)
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
        trees = (self.answer, self.expected)
        complete = True
        if self.rough:
            borders = at_borders(trees, self.names, self.domains, self.seed, self.limits, self.summed)
            complete = borders.complete
            parted = self._parted_at(borders)
            if parted is not None:
                return parted
        tally = _Tally(self._enough())
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
            seen = self._settled(point)
            if seen.equal is False:
                return self._different(point, seen)
            if seen.lacking and lies is not Lies.ON_BORDER:
                lacking += 1
                if lies is Lies.BESIDE or lacking >= _MANY_INTEGERS:
                    return self._different(point, seen)
        return None

    def _everywhere(self, points: list[Point]) -> Comparison:
        """All points of a small finite domain."""
        tally = _Tally(len(points))
        for point in points:
            ended = self._count(point, tally)
            if ended is not None:
                return ended
        if tally.lacking:
            return self._different(*tally.lacking[0])
        if tally.exact and tally.agreed:
            return Comparison(True, Evidence(EvidenceKind.EXACT, points=tally.agreed))
        return self._claim(tally)

    def _count(self, point: Point, tally: _Tally, number: int | None = None) -> Comparison | None:
        """Counts what a point shows; a verdict where it ends the comparison."""
        seen = self._settled(point, number)
        if seen.equal is False:
            return self._different(point, seen)
        if seen.beyond:
            far_out = tally.agreed >= _ENOUGH_POINTS and self.patchy and self.budget.left > 0
            tally.beyond += 1
            return None if far_out else _undecided("A value could not be computed within the limits.")
        if seen.lacking:
            tally.lacking.append((point, seen))
            return self._different(*tally.lacking[0]) if self._lacks_a_region(tally) else None
        if not seen.equal:
            return None
        tally.agreed += 1
        tally.exact &= seen.values is None
        if not tally.exact and not tally.bits:
            deep, tally.bits = self._confirmed(point)
            if deep.equal is False:
                return self._different(point, deep)
        return None

    def _lacks_a_region(self, tally: _Tally) -> bool:
        """Whether one side alone has values on more than isolated points: generic points never meet those by chance."""
        if len(tally.lacking) < _A_REGION:
            return False
        if any(seen.lacking != "pole" for _, seen in tally.lacking):
            return True
        discrete = any(self.domains.get(name, REAL).kind == "integer" for name in self.names)
        return not discrete or len(tally.lacking) > tally.agreed + _A_REGION

    def _claim(self, tally: _Tally) -> Comparison:
        """What the points say together: a few isolated ones without a value on one side don't count."""
        if tally.lacking and not tally.agreed:
            return self._different(*tally.lacking[0])
        wanted = min(tally.wanted, _ENOUGH_POINTS) if tally.beyond else tally.wanted
        if tally.agreed < (max(1, wanted // 2) if tally.lacking else wanted):
            return _undecided("Too few points of the domain have a value on both sides.")
        if not tally.exact and not tally.bits:
            return _undecided("The values stayed too uncertain at the highest precision.")
        if not self.names and tally.exact:
            return Comparison(True, Evidence(EvidenceKind.EXACT))
        return Comparison(True, Evidence(EvidenceKind.AGREED, points=tally.agreed, bits=tally.bits or None))

    def _confirmed(self, point: Point) -> tuple[Seen, int]:
        """The point at precisions at which every term counts, and the bits of agreement (0: there are none such)."""
        bits = max(self.limits.precision_bits, min(2 * self.height + 64, _MOST_BITS))
        while True:
            self.absorbed, self.needed_bits = False, 0
            seen = self._at(point, bits)
            enough = not self.absorbed and max(self.needed_bits, self.height + 64) <= bits
            if seen.equal and enough:
                return seen, bits
            if seen.equal is False or bits >= _MOST_BITS:
                return seen, 0
            bits = min(max(bits * 4, self.needed_bits), _MOST_BITS)

    def _settled(self, point: Point, number: int | None = None) -> Seen:
        """What a point shows at rising precision; ``number`` says which generic point it is."""
        self.height = 0  # of this point alone
        bits = _SECOND_BITS if self.patchy else FIRST_BITS
        seen = self._at(point, bits, number)
        looks_equal = bool(seen.equal) and seen.values is not None
        sharp_bits = min(max(_SECOND_BITS, 2 * self.height + 64), _MOST_BITS) if self.patchy else FIRST_BITS
        if seen.lacking or seen.beyond or (seen.equal is not None and not (looks_equal and sharp_bits > bits)):
            return seen
        for bits in (max(_SECOND_BITS, sharp_bits), max(self.limits.precision_bits, sharp_bits)):
            seen = self._at(point, bits, number)
            if seen.equal is not None or seen.lacking or seen.beyond:
                break
        return seen

    def _at(self, point: Point, bits: int, number: int | None = None) -> Seen:
        self.budget.left -= bits // _BITS_FOR_ONE
        with precision(bits):
            first = self._value(self.answer, point, bits, number)
            second = self._value(self.expected, point, bits, number)
            if "beyond" in (first.lacking, second.lacking):
                return Seen(None, beyond=True)
            if "uncertain" in (first.lacking, second.lacking):
                return Seen(None)
            if first.value is None or second.value is None:
                if first.value is None and second.value is None:
                    return Seen(None)
                return Seen(None, (first.value, second.value), first.lacking or second.lacking)
            return related(first.value, second.value, bits)

    def _value(self, tree: Node, point: Point, bits: int, number: int | None) -> Result:
        place = None if number is None else (number, bits, self.in_complex, self.counted, self.summed)
        found = None if place is None else self.workspace.seen(tree, place)
        if found is None:
            found = self._evaluated(tree, point)
            if place is not None and found.lacking != "beyond":
                self.workspace.keep(tree, place, found)
        elif not self._afford(found.cost):
            return _BEYOND
        self.height = max(self.height, found.height)
        self.absorbed |= found.absorbed
        self.needed_bits = max(self.needed_bits, found.needed_bits)
        return found

    def _afford(self, cost: int) -> bool:
        """Takes from the budget what something remembered did cost, so that no verdict depends on what was asked before."""
        self.budget.left -= cost
        return self.budget.left >= 0

    def _evaluated(self, tree: Node, point: Point) -> Result:
        evaluator = Evaluator(point, self.limits, self.seed, in_complex=self.in_complex, budget=self.budget)
        return evaluated(self.workspace.program(tree), evaluator)

    def _different(self, point: Point, seen: Seen) -> Comparison:
        at = tuple((name, str(point[name])) for name in self.names)
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


def _undecided(note: str) -> Comparison:
    return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
