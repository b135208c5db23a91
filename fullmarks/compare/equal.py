"""Are two trees the same, and how do we know: the door to all comparing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fullmarks.compare.algebra.antiderivatives import antiderivative
from fullmarks.compare.arrays.equal_arrays import equal_arrays
from fullmarks.compare.arrays.ratio import proportional_arrays
from fullmarks.compare.canonical import key
from fullmarks.compare.comparison import Assumptions, Comparison, Evidence, EvidenceKind
from fullmarks.compare.evaluation.undefined import BeyondError
from fullmarks.compare.matching import different, distinct, in_any_order, in_order, weakest
from fullmarks.compare.matrices import as_matrix, shape
from fullmarks.compare.ratio import constant_sign, proportional
from fullmarks.compare.scalars import compare_scalars
from fullmarks.compare.signs import both_signs, has_plus_minus
from fullmarks.compare.special_forms import by_name, definitions, other_function, without_degree_sign
from fullmarks.compare.statements.intervals import compare_pieces, pieces
from fullmarks.compare.statements.links import conditions
from fullmarks.compare.statements.proportions import FLIPPED, by_proportion
from fullmarks.compare.statements.regions import as_conditions
from fullmarks.compare.statements.solutions import same_solutions, surely_different
from fullmarks.compare.survey import Survey, survey
from fullmarks.compare.units.base_units import domains_of_bases, in_base_units, spread, without_units
from fullmarks.compare.units.measured import has_units
from fullmarks.compare.units.quantities import Match, noted, side_by_side
from fullmarks.compare.workspace import Workspace
from fullmarks.expr.nodes import (
    Add,
    Call,
    Constant,
    Listing,
    Logic,
    Matrix,
    Multiply,
    Negate,
    Node,
    Number,
    Relation,
    SetOperation,
    Text,
)
from fullmarks.expr.walk import symbols, walk

_WHOLE = (Text, Relation, Logic, SetOperation)
_PAIR = 2
"""Two values are the same as two others exactly where their sum and their product are."""
_MOST_CONDITIONS = 8
_ZERO = Number(Fraction(0))
_NO_MORE = Survey()
"""What there is in a number, beside itself."""
_IDENTICAL = Comparison(True, Evidence(EvidenceKind.IDENTICAL))


def equal(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Whether the answer equals what was expected; never raises on any trees.

    Things of different kinds are different: a pair is not a set, an interval not a pair, a list not a matrix. Whether a list may
    stand for a set, or its order does not count, is for a checker to say before it asks.
    """
    if answer == expected:
        return _IDENTICAL
    if type(answer) is type(expected) is Number:
        return compare_scalars(answer, expected, assumptions, _NO_MORE)
    try:
        return _equal(answer, expected, assumptions)
    except BeyondError:
        return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note="The entries would grow past the limits."))


def _equal(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    workspace = assumptions.workspace or Workspace()
    mine, theirs = workspace.survey(answer), workspace.survey(expected)
    if mine.units or theirs.units:
        return _quantities(answer, expected, assumptions)
    return _by_kind(answer, expected, assumptions, mine, theirs)


def _by_kind(answer: Node, expected: Node, assumptions: Assumptions, mine: Survey, theirs: Survey) -> Comparison:
    if mine.plus_minus or theirs.plus_minus:
        return _either_sign(answer, expected, assumptions)
    if _of_declared_arrays(answer, expected, assumptions):
        return equal_arrays(answer, expected, assumptions)
    if mine.arrays or theirs.arrays:
        first, second = as_matrix(answer), as_matrix(expected)
        if second is not None:
            return different("not a matrix") if first is None else _matrices(first, second, assumptions)
        if first is not None:
            return different("a matrix")
    if (on_one_symbol := as_conditions(answer, expected)) is not None:
        return same_solutions(*on_one_symbol, assumptions) or different("not the same values")
    if isinstance(expected, Listing):
        return _listings(answer, expected, assumptions)
    if isinstance(answer, Listing) and (ours := pieces(answer)) is not None and (keys := pieces(expected)) is not None:
        return compare_pieces(ours, keys, assumptions)
    if isinstance(answer, Listing) and not isinstance(expected, SetOperation):
        return different("a list, where one expression is expected")
    if isinstance(expected, _WHOLE) or isinstance(answer, _WHOLE):
        return _said(answer, expected, assumptions)
    if isinstance(expected, (Constant, Call)) and (named := by_name(answer, expected, assumptions)) is not None:
        return named
    return _values(answer, expected, assumptions, mine, theirs)


def _values(answer: Node, expected: Node, assumptions: Assumptions, mine: Survey, theirs: Survey) -> Comparison:
    """What has a value, or certainly none."""
    if mine.infinite or theirs.infinite or mine.undefined or theirs.undefined:
        if key(answer) == key(expected):
            return _IDENTICAL
        if mine.calculus or theirs.calculus:  # a limit may well be infinite, or not exist
            note = "A limit, integral or endless sum is not worked out beside what is infinite or undefined."
            return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
        return different("infinite or undefined, and not in the same way")
    if mine.calculus != theirs.calculus and (one_of_many := antiderivative(answer, expected, assumptions)) is not None:
        return one_of_many
    compared = compare_scalars(answer, expected, assumptions, mine.with_other(theirs))
    return compared if compared.equal else without_degree_sign(answer, expected, assumptions) or compared


def _of_declared_arrays(answer: Node, expected: Node, assumptions: Assumptions) -> bool:
    """Whether two expressions, rather than statements or lists, are about arrays that are declared."""
    if not assumptions.arrays or isinstance(answer, (*_WHOLE, Listing)) or isinstance(expected, (*_WHOLE, Listing)):
        return False
    return assumptions.arrays.stand_in(answer) or assumptions.arrays.stand_in(expected)


def _quantities(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """The answer in the key's unit; a unit that the key has not is set aside, and one that it has may not be missing."""
    pair = side_by_side(answer, expected, assumptions.domains)
    if pair is None:
        return _units_inside(spread(answer), spread(expected), assumptions)
    if pair.match in (Match.MISSING, Match.OTHER):
        return different(pair.note or "")
    if isinstance(pair.expected, Call) and pair.expected.function == "degrees" and pair.measures_angle:
        compared = compare_scalars(pair.as_angle, pair.expected, assumptions)
        return replace(compared, evidence=noted(compared.evidence, pair))
    compared = equal(pair.value, pair.expected, assumptions)
    if not compared.equal and (angle := pair.in_radians) is not None:
        compared = equal(angle, pair.expected, assumptions)
    return replace(compared, evidence=noted(compared.evidence, pair))


def _units_inside(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Lists item by item; other things with units inside by algebra. All units are set aside where the key has none."""
    if not has_units(expected):
        return equal(without_units(answer), expected, assumptions)
    if isinstance(answer, (Listing, Matrix)) and isinstance(expected, (Listing, Matrix)):
        return _by_kind(answer, expected, assumptions, survey(answer), survey(expected))
    mine, theirs = in_base_units(answer), in_base_units(expected)
    if mine is None or theirs is None:
        note = "Temperatures that do not count from absolute zero are not calculated with."
        return Comparison(None, Evidence(EvidenceKind.UNDECIDED, note=note))
    domains = {**assumptions.domains, **domains_of_bases(mine, theirs)}
    return equal(mine, theirs, replace(assumptions, domains=domains))


def _either_sign(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    mine: tuple[Node, ...] = both_signs(answer) if has_plus_minus(answer) else (answer,)
    theirs: tuple[Node, ...] = both_signs(expected) if has_plus_minus(expected) else (expected,)
    if isinstance(answer, (Relation, Logic)) and isinstance(expected, (Relation, Logic)):
        return _said(_alternatives(mine), _alternatives(theirs), assumptions)
    if len(mine) == 1 and isinstance(mine[0], Listing) and len(mine[0].items) == len(theirs):
        mine = mine[0].items
    if len(theirs) == 1 and isinstance(theirs[0], Listing) and len(theirs[0].items) == len(mine):
        theirs = theirs[0].items

    def compare(one: Node, other: Node) -> Comparison:
        return equal(one, other, assumptions)

    one_by_one = in_any_order(distinct(mine, compare), distinct(theirs, compare), compare)
    if one_by_one.equal or len(mine) != _PAIR or len(theirs) != _PAIR:
        return one_by_one
    symmetric = weakest([compare(Add(mine), Add(theirs)), compare(Multiply(mine), Multiply(theirs))])
    return symmetric if symmetric.equal else one_by_one


def _alternatives(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else Logic("or", parts)


def _matrices(answer: Matrix, expected: Matrix, assumptions: Assumptions) -> Comparison:
    if shape(answer) != shape(expected):
        return different(f"{'×'.join(map(str, shape(answer)))}, not {'×'.join(map(str, shape(expected)))}")
    return weakest(
        [
            equal(mine, theirs, assumptions)
            for row, key_row in zip(answer.rows, expected.rows, strict=True)
            for mine, theirs in zip(row, key_row, strict=True)
        ]
    )


def _listings(answer: Node, expected: Listing, assumptions: Assumptions) -> Comparison:
    if not isinstance(answer, Listing):
        if (mine := pieces(answer)) is not None and (theirs := pieces(expected)) is not None:
            return compare_pieces(mine, theirs, assumptions)
        return different("not a list")
    if (answer.opening, answer.closing) != (expected.opening, expected.closing):
        if (
            _has_infinite_end(expected)
            and (ours := pieces(answer)) is not None
            and (keys := pieces(expected)) is not None
        ):
            return compare_pieces(ours, keys, assumptions)  # no end at infinity is closed, however it is written
        return different("other brackets")

    def compare(mine: Node, theirs: Node) -> Comparison:
        return equal(mine, theirs, assumptions)

    match expected.opening, expected.closing:
        case "{", "}":
            return in_any_order(distinct(answer.items, compare), distinct(expected.items, compare), compare)
        case "", "":
            return in_any_order(answer.items, expected.items, compare)
    return in_order(answer.items, expected.items, compare)


def _has_infinite_end(listing: Listing) -> bool:
    infinity = Constant("infinity")
    return any(item in (infinity, Negate(infinity)) for item in listing.items)


def _said(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    """Statements by their form, and where that differs by what satisfies them."""
    if not isinstance(answer, (Relation, Logic)) or not isinstance(expected, (Relation, Logic)):
        return _statements(answer, expected, assumptions)
    if assumptions.arrays.stand_in(answer) or assumptions.arrays.stand_in(expected):
        return _statements(answer, expected, assumptions)  # what satisfies an equation is sought among numbers
    if (values := definitions(answer, expected)) is not None:
        return equal(*values, assumptions)
    if other_function(answer, expected):
        return different("another function")
    same: Comparison | None = None
    if isinstance(answer, Relation) and isinstance(expected, Relation):
        same = by_proportion(answer, expected, assumptions)
        if same is not None and same.equal:
            return same
    if (different_there := surely_different(answer, expected, assumptions)) is not None:
        return different_there
    if same is None and (same := _statements(answer, expected, assumptions)).equal:
        return same
    if (link_by_link := _conditions(answer, expected, assumptions)) is not None:
        return link_by_link
    return same_solutions(answer, expected, assumptions) or _statements(answer, expected, assumptions)


def _conditions(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison | None:
    """Several conditions that must all hold, links of a chain among them, in any order; None where they are not the same ones."""
    mine, theirs = conditions(answer), conditions(expected)
    if len(theirs) < _PAIR or len(mine) != len(theirs) or len(theirs) > _MOST_CONDITIONS:
        return None
    found = in_any_order(mine, theirs, lambda one, other: equal(one, other, assumptions))
    return found if found.equal else None


def _statements(answer: Node, expected: Node, assumptions: Assumptions) -> Comparison:
    if type(answer) is not type(expected):
        if (mine := pieces(answer)) is not None and (theirs := pieces(expected)) is not None:
            return compare_pieces(mine, theirs, assumptions)
        return different("something of another kind")
    match answer, expected:
        case Text(mine_words), Text(their_words):
            same = " ".join(mine_words.casefold().split()) == " ".join(their_words.casefold().split())
            return _IDENTICAL if same else different("other words")
        case Relation() as mine_relation, Relation() as their_relation:
            return compare_relations(mine_relation, their_relation, assumptions)
        case Logic(connective, parts), Logic(other, expected_parts):
            if connective != other:
                return different("another connective")
            return in_any_order(parts, expected_parts, lambda a, b: equal(a, b, assumptions))
        case SetOperation() as mine_set, SetOperation() as their_set:
            first, second = pieces(mine_set), pieces(their_set)
            if first is not None and second is not None:
                compared = compare_pieces(first, second, assumptions)
                if compared.equal or not symbols(answer):
                    return compared
            if mine_set.operator != their_set.operator:
                return different("another operation on sets")
            return in_any_order(mine_set.parts, their_set.parts, lambda a, b: equal(a, b, assumptions))
    return _IDENTICAL if key(answer) == key(expected) else different("something else")


def compare_relations(answer: Relation, expected: Relation, assumptions: Assumptions) -> Comparison:
    """Equations up to a constant factor, inequalities up to a positive one and direction; chains link by link."""
    if len(answer.operators) != len(expected.operators):
        return different("another number of relations in the chain")
    if len(expected.operators) > 1:
        return _chains(answer, expected, assumptions)
    operator, wanted = answer.operators[0], expected.operators[0]
    if operator not in ("=", "!=", *FLIPPED) or wanted not in ("=", "!=", *FLIPPED):
        if operator != wanted:
            return different("another relation")
        return in_order(answer.operands, expected.operands, lambda a, b: equal(a, b, assumptions))
    if any(not _scalar(operand) for operand in (*answer.operands, *expected.operands)):
        if operator != wanted:
            return different("another relation")
        return in_order(answer.operands, expected.operands, lambda a, b: equal(a, b, assumptions))
    mine, theirs = _gap(answer), _gap(expected)
    if operator == wanted == "=" and _of_declared_arrays(mine, theirs, assumptions):
        return proportional_arrays(mine, theirs, assumptions)
    if operator in ("=", "!="):
        return proportional(mine, theirs, assumptions) if operator == wanted else different("another relation")
    if wanted in ("=", "!="):
        return different("another relation")
    return _inequalities(mine, operator, theirs, wanted, assumptions)


def _inequalities(mine: Node, operator: str, theirs: Node, wanted: str, assumptions: Assumptions) -> Comparison:
    """``a < b`` is ``q a < q b`` for a positive q, and ``q b < q a`` for a negative one."""
    compared = proportional(mine, theirs, assumptions)
    if not compared.equal:
        return compared
    sign = constant_sign(mine, theirs, assumptions)
    if sign is None:
        return Comparison(
            None, Evidence(EvidenceKind.UNDECIDED, note="The sign of the factor between the two sides is not known.")
        )
    same = operator == (wanted if sign > 0 else FLIPPED[wanted])
    return compared if same else different("another direction, or another kind of border")


def _chains(answer: Relation, expected: Relation, assumptions: Assumptions) -> Comparison:
    def compare(mine: Node, theirs: Node) -> Comparison:
        return equal(mine, theirs, assumptions)

    if answer.operators == expected.operators:
        return in_order(answer.operands, expected.operands, compare)
    turned = tuple(FLIPPED.get(operator, operator) for operator in reversed(answer.operators))
    if turned == expected.operators:
        return in_order(tuple(reversed(answer.operands)), expected.operands, compare)
    return different("other relations in the chain")


def _scalar(node: Node) -> bool:
    return not any(
        isinstance(part, (Listing, Matrix, Text, Relation, Logic, SetOperation)) or part == Constant("infinity")
        for part in walk(node)
    )


def _gap(relation: Relation) -> Node:
    left, right = relation.operands
    return left if right == _ZERO else Add((left, Negate(right)))
