"""The quick half of comparing statements: points at which the key is known to hold, or not to, put to the answer.

They are found once for a key: on every zero of its differences that polynomials show, beside them, and at a few generic points. A
wrong answer mostly fails at the first. Only what is certain at a point counts; what agrees at all of them is still to be proved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from flint import arb, fmpq

from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.precision import precision
from fullmarks.compare.points.generic import Point, generic
from fullmarks.compare.statements.crossings import crossings
from fullmarks.compare.statements.on_the_line import cut_line
from fullmarks.compare.statements.roots import ROOT_BITS, exact, fixed_but, possible, real_roots, shown, univariate
from fullmarks.compare.statements.truth import certainly_holds, holds_at
from fullmarks.compare.workspace import KnownPoints, Workspace
from fullmarks.expr.domains import REAL, Domain
from fullmarks.expr.nodes import Node, Relation
from fullmarks.expr.walk import symbols, walk

_MOST_POINTS = 16
_MOST_TRIED = 6
_ENOUGH_SOLVED = 4
_GENERIC = 2
_MOST_LINKS = 4
_MOST_TRIED_FOR_SEVERAL = 48


def refuted(answer: Node, expected: Node, known: Node, assumptions: Assumptions) -> Comparison | None:
    """Different, where a known point of one statement (``known``) shows it; None where none does, which says nothing."""
    workspace = assumptions.workspace or Workspace()
    place = _parting_point(known, answer if known is expected else expected, assumptions, workspace)
    if place is None:
        return None
    at = tuple((name, shown(place[name])) for name in sorted(place))
    return Comparison(False, Evidence(EvidenceKind.COUNTEREXAMPLE, at=at))


def _parting_point(known: Node, asked: Node, assumptions: Assumptions, workspace: Workspace) -> Point | None:
    """A known point of one statement at which the other certainly says something else."""
    points = workspace.known_points(known, lambda statement: _known(statement, assumptions, workspace))
    if not points:
        return None
    more = tuple(sorted(symbols(asked) - points[0][0].keys()))
    domains = {name: assumptions.domains.get(name, REAL) for name in more}
    others = next(generic(more, domains, assumptions.seed)) if more else {}
    with precision(ROOT_BITS):
        for point, holds in points:
            at = {**point, **others}
            found = certainly_holds(asked, at, assumptions, workspace)
            if found is not None and found is not holds:
                return at
    return None


def _known(statement: Node, assumptions: Assumptions, workspace: Workspace) -> KnownPoints:
    """Some points of the domains, with whether the statement holds there."""
    found: list[tuple[Point, bool]] = []
    most = _MOST_POINTS * _links(statement)
    with precision(ROOT_BITS):
        for point, on_root in islice(_places(statement, assumptions, workspace), most):
            truth = (holds_at if on_root else certainly_holds)(statement, point, assumptions, workspace)
            if truth is not None:
                found.append((point, truth))
    return tuple(found)


def _places(statement: Node, assumptions: Assumptions, workspace: Workspace) -> Iterator[tuple[Point, bool]]:
    """Points on zeros of the differences, where a ball across zero is zero; then between them and at random."""
    names = tuple(sorted(symbols(statement)))
    domains = {name: assumptions.domains.get(name, REAL) for name in names}
    bases = _bases(statement, names, domains, assumptions, workspace)
    if len(names) == 1:
        yield from _on_the_line(statement, names[0], domains[names[0]], assumptions, workspace)
    else:
        yield from _solved(statement, bases, domains, assumptions, workspace)
    yield from ((point, False) for point in bases[:_GENERIC])


def _bases(
    statement: Node,
    names: tuple[str, ...],
    domains: Mapping[str, Domain],
    assumptions: Assumptions,
    workspace: Workspace,
) -> list[Point]:
    """Generic points to go from; where several things are said at once, those first at which all of them hold."""
    points = generic(names, domains, assumptions.seed)
    if _links(statement) == 1 or len(names) == 1:
        return list(islice(points, _MOST_TRIED))
    tried = list(islice(points, _MOST_TRIED_FOR_SEVERAL))
    inside = [point for point in tried if certainly_holds(statement, point, assumptions, workspace)][:_ENOUGH_SOLVED]
    return [*inside, *tried[:_MOST_TRIED]]


def _on_the_line(
    statement: Node, name: str, domain: Domain, assumptions: Assumptions, workspace: Workspace
) -> Iterator[tuple[Point, bool]]:
    line = cut_line(_relations(statement), name, assumptions, workspace)
    if line is None:
        for root in crossings(statement, name, domain, assumptions, workspace):
            yield {name: root}, True
        return
    for cuts, on_root in ((line.cuts, True), (tuple(line.between()), False)):
        for cut in cuts:
            if possible(cut, domain):
                point: Point = {name: cut}
                yield point, on_root


def _solved(
    statement: Node,
    bases: Sequence[Point],
    domains: Mapping[str, Domain],
    assumptions: Assumptions,
    workspace: Workspace,
) -> Iterator[tuple[Point, bool]]:
    """The statement solved for each of its symbols, the others as at some generic points."""
    solved = 0
    enough = _ENOUGH_SOLVED if _links(statement) == 1 else _MOST_POINTS * _links(statement)
    for base in bases:
        for name, domain in domains.items():
            for root in _roots_along(statement, name, base, assumptions, workspace):
                if possible(root, domain):
                    solved += 1
                    yield {**base, name: root}, True
        if solved >= enough:
            break


def _links(statement: Node) -> int:
    """How many things a statement says at once: each holds at few of the points that are made for another."""
    return min(_MOST_LINKS, max(1, sum(len(relation.operators) for relation in _relations(statement))))


def _relations(statement: Node) -> list[Relation]:
    return [part for part in walk(statement) if isinstance(part, Relation)]


def _roots_along(
    statement: Node, name: str, base: Point, assumptions: Assumptions, workspace: Workspace
) -> list[fmpq | arb]:
    """Zeros of the differences that are polynomials or quotients of such, along one symbol; rational ones exactly."""
    found: list[fmpq | arb] = []
    for relation in _relations(statement):
        for gap in workspace.differences(relation):
            in_own = workspace.quotient(gap, assumptions.domains, frozenset(), assumptions.limits)
            if in_own is None or in_own.generators.opaque:
                continue
            generators = tuple(in_own.generators.denominators)
            if any(not generator.startswith("$") for generator in generators):
                continue
            if any(in_own.generators.denominators[generator] != 1 for generator in generators):
                continue
            line = univariate(in_own.quotient[0].subs(fixed_but(generators, name, base)))
            found += [exact(root, line) for root in real_roots(line)] if line is not None else []
    return found
