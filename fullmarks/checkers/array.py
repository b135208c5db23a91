"""Array: one expression in arrays that are declared, equal to the key for all arrays of their shapes.

Border: any expression that is equal counts, however its products are bracketed; the order of factors matters. Shapes that do not
fit are wrong, and the explanation says which. 0 is the zero matrix, and I the identity of any size that fits; a matrix of one
row and one column is a number. ``entry`` names the indices of a general entry, so that an answer may give the array entry by
entry; ``sums: no`` asks for an expression in whole arrays, without entries and indexed sums.
Equality is ``compare.arrays``'.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.factor_orders import other_orders
from fullmarks.checkers.kinds import WRONG_KIND, WRONG_SHAPE, is_expression, wrong_kind, wrong_shape
from fullmarks.checkers.options import SYMBOLS, NamedOptions
from fullmarks.checkers.written import SeveralWords, WrittenKey
from fullmarks.compare.arrays.equal_arrays import compare_arrays
from fullmarks.compare.arrays.glimpses import ArrayGlimpses
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.expr.nodes import BigOperator, Call, Indexed, Matrix, Node
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import walk
from fullmarks.outcome import Diagnosis, Outcome, incorrect

WRONG_FORM = "wrong_form"
TRANSPOSED = "transposed"
ORDER_OF_FACTORS = "order_of_factors"


class ArrayOptions(NamedOptions):
    """One expression in arrays: ``array: W (3 I - W^T W) / 2``."""

    key: WrittenKey = Field(alias="array", description="What the answer must be equal to.")
    entry: Annotated[SeveralWords, SYMBOLS] = Field(
        (), max_length=2, description="The names of the row and the column in an answer that gives a general entry."
    )
    sums: bool = Field(default=True, description="Whether entries and indexed sums count, or whole arrays alone.")


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This is not equal to what is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    WRONG_KIND: "An expression in arrays is expected here.",
    WRONG_SHAPE: "The shapes of the arrays do not fit.",
    TRANSPOSED: "Rows and columns are exchanged.",
    ORDER_OF_FACTORS: "The factors stand in another order.",
    WRONG_FORM: "This is equal to what is expected, but it should be written with whole arrays.",
}


def check(answer: Node, expected: Node, options: ArrayOptions, assumptions: Assumptions) -> Outcome:
    """Equality first, then how it is written."""
    if not is_expression(answer) and not isinstance(answer, Matrix):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an expression in arrays"))
    comparison = compare_arrays(answer, expected, assumptions, options.entry).comparison
    outcome = outcome_of(comparison)
    wrong_form = comparison.equal and not options.sums and _by_entries(answer)
    return incorrect(outcome.evidence, _wrong_form()) if wrong_form else outcome


def _by_entries(answer: Node) -> bool:
    return any(
        isinstance(part, BigOperator) or (isinstance(part, Indexed) and len(part.indices) > 1) for part in walk(answer)
    )


def _wrong_form() -> Diagnosis:
    return Diagnosis(WRONG_FORM, SENTENCES[WRONG_FORM], "Equal to the key, but written in entries or indexed sums.")


def explain(answer: Node, expected: Node, options: ArrayOptions, assumptions: Assumptions) -> Diagnosis | None:
    """The most particular explanation that is true: one of shapes, or of order."""
    glimpses = ArrayGlimpses(assumptions, assumptions.limits.evaluations)

    def is_key(tree: Node) -> bool:
        refuted = glimpses.refute_equality(tree, expected)
        return not refuted and compare_arrays(tree, expected, assumptions).comparison.equal is True

    if is_key(Call("transpose", (answer,))):
        return Diagnosis(TRANSPOSED, SENTENCES[TRANSPOSED], "The key transposed.")
    compared = compare_arrays(answer, expected, assumptions, options.entry)
    unfit = f" {compared.unfit}" if compared.unfit else ""
    right = next(filter(is_key, other_orders(answer)), None)
    if right is not None:
        student = f"{SENTENCES[ORDER_OF_FACTORS]} Arrays cannot change places in a product.{unfit}"
        return Diagnosis(ORDER_OF_FACTORS, student, f"Right with the factors as in {plain(right)}.{unfit}")
    if compared.unfit:
        return Diagnosis(WRONG_SHAPE, compared.unfit, compared.unfit, (("unfit", compared.unfit),))
    if compared.shapes:
        return wrong_shape(*map(_with_article, compared.shapes))
    return None


def _with_article(shape: str) -> str:
    return shape if shape.startswith("a ") else f"an array of {shape}"


def _expected(options: ArrayOptions, read: ReadKey) -> Node:
    return read(options.key)


CHECKER = Checker("array", ArrayOptions, Wants.EXPRESSION, _expected, check, SENTENCES, explain=explain)
