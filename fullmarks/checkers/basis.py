"""Basis: vectors that span the same space as the key's, none of them needless.

Border: any basis of the space counts, in any order and of any length of its vectors, decided exactly
(``compare/algebra/spaces.py``). Vectors are listed in any brackets, named one by one, or the columns of a matrix (its rows, where
only those are as long as the key's vectors); ``span{…}`` counts as the vectors inside. ``orthogonal`` and ``orthonormal`` ask for
more, by the standard inner product, that of complex numbers where there is an i. A zero vector, a vector outside of the space,
vectors that depend on each other and too few of them are wrong, and are told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Self

from pydantic import Field, model_validator

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of, together
from fullmarks.checkers.kinds import wrong_kind, wrong_shape
from fullmarks.checkers.options import NamedOptions
from fullmarks.checkers.products import inner_product
from fullmarks.checkers.vectors import Vector, vectors_of
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.algebra.spaces import Entries, Span, UnknownEntriesError
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Listing, Matrix, Node, Number
from fullmarks.outcome import Diagnosis, Outcome, correct, incorrect, undecided
from fullmarks.regex import regex


class BasisOptions(NamedOptions):
    """A basis of a space: ``basis: [[1, 0, 1], [0, 1, 2]]``, vector by vector, or their text."""

    key: WrittenKey | tuple[tuple[WrittenKey, ...] | WrittenKey, ...] = Field(
        alias="basis", min_length=1, description="The vectors of one basis."
    )
    orthogonal: bool = Field(default=False, description="The vectors must be orthogonal to each other.")
    orthonormal: bool = Field(default=False, description="They must be orthogonal, and of length 1.")

    @model_validator(mode="after")
    def _one_demand(self) -> Self:
        if self.orthogonal and self.orthonormal:
            raise ValueError("An orthonormal basis is orthogonal. Keep “orthonormal” alone.")
        return self


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not a basis of the space.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "Vectors are expected here.",
    "wrong_shape": "The vectors do not have as many entries as they should.",
    "zero_vector": "The zero vector is no part of any basis.",
    "linearly_dependent": "These vectors are linearly dependent.",
    "outside_the_space": "Not all of these vectors lie in the space.",
    "too_few_vectors": "These vectors lie in the space and are independent, but they do not span all of it.",
    "not_orthogonal": "This is a basis, but not all of its vectors are orthogonal to each other.",
    "not_normalised": "This is an orthogonal basis, but not all of its vectors have length 1.",
}
_NESTED = regex(r"\s*[\[(]\s*[\[(]")
"""Lists in a list, which are the vectors one by one; the vectors of a matrix drawn as one are its columns."""
_SPANNED = "They span the key's space, and are independent."
_UNKNOWN = "An entry is no number of which it is known whether it is zero."


def check(answer: Node, expected: Node, options: BasisOptions, assumptions: Assumptions) -> Outcome:
    """The shape, then the space, then what is asked of the vectors beside it."""
    wanted = _vectors(expected)
    length = len(wanted[0])
    given = vectors_of(answer, length)
    if given is None:
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "a list of vectors"))
    if other := next((vector for vector in given if len(vector) != length), None):
        found = wrong_shape(_entries(len(other)), _entries(length))
        return incorrect(Evidence(EvidenceKind.EXACT), found)
    try:
        mistake = _mistake(given, wanted, assumptions)
    except UnknownEntriesError:
        return undecided(_UNKNOWN)
    if mistake is not None:
        return incorrect(Evidence(EvidenceKind.EXACT, note=mistake.staff), mistake)
    if options.orthogonal or options.orthonormal:
        return _by_angles(given, options, assumptions)
    return correct(Evidence(EvidenceKind.EXACT, note=_SPANNED))


def _entries(count: int) -> str:
    return f"a vector with {count} entries" if count != 1 else "a vector with one entry"


def _mistake(given: tuple[Vector, ...], wanted: tuple[Vector, ...], assumptions: Assumptions) -> Diagnosis | None:
    """Why the vectors are no basis of the key's space; None where they are one. Raises UnknownEntriesError."""
    entries = Entries((*given, *wanted), assumptions)
    space, own = Span(entries), Span(entries)
    for vector in wanted:
        space.add(vector)
    for place, vector in enumerate(given, 1):
        if not space.holds(vector):
            return _explained("outside_the_space", f"Vector number {place} lies outside.", place)
        if Span(entries).holds(vector):
            return _explained("zero_vector", f"Vector number {place} is zero.", place)
        if not own.add(vector):
            return _explained("linearly_dependent", f"Vector number {place} is a combination of those before.", place)
    if own.rank < space.rank:
        return _explained("too_few_vectors", f"They span {own.rank} of {space.rank} dimensions.")
    return None


def _explained(code: str, staff: str, place: int | None = None) -> Diagnosis:
    where = f" Look at vector number {place}." if place is not None and code != "zero_vector" else ""
    detail = (("vector", str(place)),) if place is not None else ()
    return Diagnosis(code, SENTENCES[code] + where, staff, detail)


def _by_angles(given: tuple[Vector, ...], options: BasisOptions, assumptions: Assumptions) -> Outcome:
    """Whether all are orthogonal, and of length 1 where that is asked for."""
    one, zero = Number(Fraction(1)), Number(Fraction(0))
    demands = [("not_orthogonal", inner_product(*pair), zero) for pair in combinations(given, 2)]
    if options.orthonormal:
        demands += [("not_normalised", inner_product(vector, vector), one) for vector in given]
    compared = [equal(product, value, assumptions) for _, product, value in demands]
    whole = together(compared)
    if whole.equal is None:
        return outcome_of(whole)
    if not whole.equal:
        code = next(code for (code, _, _), one in zip(demands, compared, strict=True) if one.equal is False)
        return incorrect(whole.evidence, Diagnosis(code, SENTENCES[code], SENTENCES[code]))
    agreed = whole.evidence.kind is EvidenceKind.AGREED
    return correct(whole.evidence if agreed else Evidence(EvidenceKind.EXACT, note=_SPANNED))


def _vectors(expected: Node) -> tuple[Vector, ...]:
    items = expected.items if isinstance(expected, Listing) else ()
    return tuple(item.items for item in items if isinstance(item, Listing))


def _expected(options: BasisOptions, read: ReadKey) -> Node:
    vectors = tuple(_key_vectors(options.key, read))
    if len({len(vector) for vector in vectors}) != 1:
        raise UnusableKeyError("ragged_basis", "The vectors of the key do not all have the same number of entries.")
    return Listing("{", "}", tuple(Listing("(", ")", vector) for vector in vectors))


def _key_vectors(
    written: WrittenKey | tuple[tuple[WrittenKey, ...] | WrittenKey, ...], read: ReadKey
) -> Iterator[Vector]:
    if not isinstance(written, str):
        for one in written:
            yield from (_key_vectors(one, read) if isinstance(one, str) else (tuple(map(read, one)),))
        return
    tree = read(written)
    found = tree.rows if isinstance(tree, Matrix) and _NESTED.match(written) else vectors_of(tree, 0)
    if found is None:
        raise UnusableKeyError("key_is_no_basis", f"The key “{written}” lists no vectors. Write it as (1, 0), (0, 1).")
    yield from found


CHECKER = Checker("basis", BasisOptions, Wants.VECTORS, _expected, check, SENTENCES)
