"""Statements in one real symbol, by what satisfies them.

The real roots of all numerators and denominators cut the line into pieces; both statements are tried on every piece and at every
root, so that an end that belongs on one side only is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flint import arb, fmpq, fmpq_mpoly, fmpq_poly

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.statements.cuts import cuts, height
from fullmarks.compare.statements.roots import (
    LARGEST_DEGREE,
    ROOT_BITS,
    affine_root,
    distinct,
    exact,
    near,
    possible,
    real_roots,
    shown,
    too_tall,
    univariate,
)
from fullmarks.compare.statements.truth import Holds, certainly_holds, holds_at
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Call, Negate, Node, Relation
from fullmarks.expr.walk import rebuild, symbols, walk
from fullmarks.records import frozen

_MOST_ABSOLUTE_VALUES = 4


def on_the_line(
    answer: Node, expected: Node, relations: Sequence[Relation], name: str, assumptions: Assumptions
) -> Comparison | None:
    """Whether two statements about one symbol hold for the same real values; None where no roots cut the line."""
    workspace = assumptions.workspace or Workspace()
    line = cut_line(relations, name, assumptions, workspace)
    if line is None:
        return None
    domain = assumptions.domains.get(name, REAL)
    with precision(ROOT_BITS):
        places: list[tuple[fmpq | arb, Holds]] = [(value, certainly_holds) for value in line.between()]
        places += [(value, holds_at) for value in line.cuts]
        for value, holds in places:
            if not possible(value, domain):
                continue
            first, second = (holds(tree, {name: value}, assumptions, workspace) for tree in (answer, expected))
            if first is None or second is None:
                return None
            if first is not second:
                return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=((name, shown(value)),)))
    if line.exactly:
        return Comparison(True, Evidence(EvidenceKind.EXACT))
    return Comparison(True, Evidence(EvidenceKind.AGREED, points=2 * len(line.cuts) + 1, bits=ROOT_BITS))


@frozen
class CutLine:
    """Where the line is cut, from left to right; ``exactly``: all cuts are roots of the differences as they are written."""

    cuts: tuple[fmpq | arb, ...]
    exactly: bool

    def between(self) -> Iterator[fmpq]:
        """A rational in each gap between the cuts, and outside them."""
        if not self.cuts:
            yield fmpq(1, 3)
            return
        ends = [near(root) for root in self.cuts]
        yield ends[0] - 1
        for left, right in pairwise(ends):
            yield (left + right) / 2
        yield ends[-1] + 1


def cut_line(
    relations: Sequence[Relation], name: str, assumptions: Assumptions, workspace: Workspace
) -> CutLine | None:
    """The places where what relations say about one symbol may change; None where not all of them are known."""
    gaps = [gap for relation in relations for gap in workspace.differences(relation) if symbols(gap)]
    plain_gaps = [variant for gap in gaps for variant in _without_absolute_values(gap)]
    polynomials: list[fmpq_mpoly] = []
    others: list[fmpq | arb] = []
    exactly, tallest = len(plain_gaps) == len(gaps), 0
    for gap in plain_gaps:
        found = workspace.quotient(gap, assumptions.domains, frozenset(), assumptions.limits)
        if found is not None and not found.generators.opaque and found.generators.denominators in ({f"${name}": 1}, {}):
            polynomials += found.quotient
        elif (root := affine_root(gap, name, {}, assumptions)) is not None:
            others.append(root)
        else:
            with precision(ROOT_BITS):
                found_cuts = cuts(gap, name, assumptions)
            if found_cuts is None:
                return None
            others += found_cuts.places
            tallest = max(tallest, found_cuts.height)
            exactly = False
    roots = _roots(polynomials)
    if roots is None:
        return None
    tallest = max([tallest, *map(height, polynomials)])
    if too_tall(tallest) and any(isinstance(place, arb) for place in others):
        return None  # two places that are taken for one may be two
    return CutLine(tuple(distinct([*roots, *others])), exactly)


def _without_absolute_values(node: Node) -> list[Node]:
    """The node with every absolute value taken as its inside and as the negative of it, in all combinations."""
    inside = next((part for part in walk(node) if isinstance(part, Call) and part.function == "abs"), None)
    if inside is None:
        return [node]
    if sum(isinstance(part, Call) and part.function == "abs" for part in walk(node)) > _MOST_ABSOLUTE_VALUES:
        return [node]  # an opaque kernel: not for this way
    value = inside.arguments[0]
    variants = (_replaced(node, inside, value), _replaced(node, inside, Negate(value)), value)
    return [plain for variant in variants for plain in _without_absolute_values(variant)]


def _replaced(node: Node, old: Node, new: Node) -> Node:
    return new if node == old else rebuild(node, lambda child: _replaced(child, old, new))


def _roots(polynomials: Sequence[fmpq_mpoly]) -> list[fmpq | arb] | None:
    """All real roots, in order; None past the limits."""
    product = fmpq_poly([1])
    for polynomial in polynomials:
        dense = univariate(polynomial)
        if dense is None:
            return None
        if dense.degree() > 0:
            product = product * dense / product.gcd(dense)
        if product.degree() > LARGEST_DEGREE:
            return None
    return [exact(root, product) for root in real_roots(product)]
