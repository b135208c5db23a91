"""Keys that an earlier answer has made trivial: with it put in, they would earn points for no step at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.equal import equal
from fullmarks.compare.points.anywhere import has_value
from fullmarks.compare.units.base_units import without_units
from fullmarks.expr.definitions import Definition
from fullmarks.expr.domains import REAL
from fullmarks.expr.nodes import Listing, Logic, Matrix, Node, Relation, Symbol
from fullmarks.expr.walk import children, substitute
from fullmarks.rubric.model import Followed

_OF_SEVERAL = (Listing, Logic, Matrix, Relation)


def why_degenerate(
    key: Node, right: Node, own: Iterable[str], put_in: Iterable[tuple[Followed, Definition]], assumptions: Assumptions
) -> str | None:
    """Why a key is trivial with earlier answers put in, where it was not with the right ones; None where it is not.

    ``right`` is the key with the right ones, ``own`` are the symbols that the key itself has.
    """
    if not _has_its_values(key, right, assumptions):
        return "the key has no value then"
    for name in sorted(own):
        if not _depends(key, name, assumptions) and _depends(right, name, assumptions):
            return f"the key does not depend on {name} then"
    for followed, definition in put_in:
        is_copy = equal(key, definition.value, assumptions).equal
        if is_copy and not equal(right, followed.definition.value, assumptions).equal:
            return f"the key is the answer to {followed.earlier.id} over again then"
    return None


def _has_its_values(key: Node, right: Node, assumptions: Assumptions) -> bool:
    """Whether the key has values wherever the right one has some: each entry of a list or matrix by itself."""
    if assumptions.arrays.stand_in(key):
        return why_unfit(key, assumptions) is None
    mine, theirs = list(_scalars(key)), list(_scalars(right))
    if len(mine) != len(theirs):
        return all(has_value(one, assumptions) for one in mine)
    return all(
        has_value(one, assumptions) or not has_value(other, assumptions)
        for one, other in zip(mine, theirs, strict=True)
    )


def _scalars(tree: Node) -> Iterator[Node]:
    if isinstance(tree, _OF_SEVERAL):
        for part in children(tree):
            yield from _scalars(part)
    else:
        yield without_units(tree)


def _depends(tree: Node, name: str, assumptions: Assumptions) -> bool:
    """Whether a tree changes with a symbol; a doubt counts as a change."""
    other = f"{name}'"
    renamed = substitute(tree, {name: Symbol(other)})
    if renamed == tree:
        return False
    domains = {**assumptions.domains, other: assumptions.domains.get(name, REAL)}
    alone = Assumptions(domains, assumptions.seed, assumptions.limits, assumptions.arrays)
    return equal(tree, renamed, alone).equal is not True
