"""What exact arithmetic knows of two trees on declared domains; what it finds out about an author's trees is kept."""

from __future__ import annotations

from collections.abc import Mapping

from fullmarks.compare.algebra.exact import exactly_equal
from fullmarks.compare.algebra.residues import equal_by_residues
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.domains import Domain
from fullmarks.expr.nodes import Node
from fullmarks.limits import Limits
from fullmarks.records import record


@record
class Algebra:
    """``counted`` says how the domains differ from the declared ones."""

    workspace: Workspace
    domains: Mapping[str, Domain]
    counted: frozenset[str]
    limits: Limits

    def equal(self, one: Node, other: Node) -> bool | None:
        """Whether two trees are equal wherever both are defined; None where algebra cannot tell."""
        theirs = self.workspace.quotient(other, self.domains, self.counted, self.limits)
        return exactly_equal(one, theirs, self.domains, self.limits)

    def equal_by_residues(self, one: Node, other: Node) -> bool:
        """The same for steps along one integer; False says nothing."""
        return equal_by_residues(one, other, self.domains, self.limits)

    def same_gaps(self, one: Node, other: Node) -> bool:
        """Whether the parts that are not defined everywhere are known to be the same."""
        first, second = (self.workspace.partial(tree, self.domains, self.counted) for tree in (one, other))
        return first is not None and first == second

    def same(self, one: Node, other: Node) -> bool:
        """Whether two trees are surely equal, with the same gaps."""
        return self.equal(one, other) is True and self.same_gaps(one, other)
