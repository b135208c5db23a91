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
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.statements.roots import (
    LARGEST_DEGREE,
    ROOT_BITS,
    affine_root,
    distinct,
    near,
    possible,
    real_roots,
    shown,
    univariate,
)
from fullmarks.compare.statements.truth import holds_at
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Call, Negate, Node, Relation
from fullmarks.expr.walk import rebuild, symbols, walk

_MOST_ABSOLUTE_VALUES = 4


def on_the_line(
    answer: Node, expected: Node, relations: Sequence[Relation], name: str, assumptions: Assumptions
) -> Comparison | None:
    """Whether two statements about one symbol hold for the same real values; None where no roots cut the line."""
    workspace = assumptions.workspace or Workspace()
    gaps = [gap for relation in relations for gap in workspace.differences(relation) if symbols(gap)]
    plain_gaps = [variant for gap in gaps for variant in _without_absolute_values(gap)]
    polynomials: list[fmpq_mpoly] = []
    others: list[arb] = []
    for gap in plain_gaps:
        found = workspace.quotient(gap, assumptions.domains, frozenset(), assumptions.limits)
        if found is not None and not found.generators.opaque and found.generators.denominators.keys() <= {f"${name}"}:
            polynomials += found.quotient
        elif (root := affine_root(gap, name, {}, assumptions)) is not None:
            others.append(root)
        else:
            return None
    rational_roots = _roots(polynomials)
    if rational_roots is None:
        return None
    roots = distinct([*rational_roots, *others])
    exactly = len(plain_gaps) == len(gaps)
    domain = assumptions.domains.get(name, REAL)
    with precision(ROOT_BITS):
        for value in (*_between(roots), *roots):
            if not possible(value, domain):
                continue
            first, second = (holds_at(tree, {name: value}, assumptions, workspace) for tree in (answer, expected))
            if first is None or second is None:
                return None
            if first is not second:
                return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=((name, shown(value)),)))
    if exactly:
        return Comparison(True, Evidence(EvidenceKind.EXACT))
    return Comparison(True, Evidence(EvidenceKind.AGREED, points=2 * len(roots) + 1, bits=ROOT_BITS))


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


def _roots(polynomials: Sequence[fmpq_mpoly]) -> list[arb] | None:
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
    return real_roots(product)


def _between(roots: Sequence[arb]) -> Iterator[Value]:
    """A rational in each gap between the roots, and outside them."""
    if not roots:
        yield fmpq(1, 3)
        return
    ends = [near(root) for root in roots]
    yield ends[0] - 1
    for left, right in pairwise(ends):
        yield (left + right) / 2
    yield ends[-1] + 1
