"""Growth: the same order of growth as the key, up to a constant factor.

Border: ``O(n)``, ``Θ(n)``, ``3n + 5`` and ``linear in n`` are all the order of n; a bound that is not tight (``O(n²)`` for ``n``) is not.
Further symbols count as positive constants. What the calculus of orders (``orders.py``) does not know goes to a person.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from fullmarks.checkers.checker import Checker, ReadKey, Wants
from fullmarks.checkers.compared import outcome_of
from fullmarks.checkers.kinds import is_expression, wrong_kind
from fullmarks.checkers.options import SYMBOLS, NamedOptions
from fullmarks.checkers.orders import same_order
from fullmarks.checkers.phrases import find_phrases, phrase_of
from fullmarks.checkers.scales import ONE
from fullmarks.checkers.words import words_of
from fullmarks.checkers.written import WrittenKey
from fullmarks.compare.comparison import Assumptions, Evidence, EvidenceKind
from fullmarks.compare.equal import equal
from fullmarks.errors import UnusableKeyError
from fullmarks.expr.nodes import Call, Multiply, Node, Number, Power, Relation, Symbol, Text
from fullmarks.expr.walk import symbols
from fullmarks.outcome import Outcome, correct, incorrect, undecided

_BOUNDS = frozenset({"O", "Theta", "Θ"})
_STATED = frozenset({"=", "approx", "proportional", "in", "to"})
_UNCLEAR = "How fast this grows could not be told."


class GrowthOptions(NamedOptions):
    """An order of growth: ``growth: n log n`` with ``in: n``."""

    key: WrittenKey = Field(alias="growth", description="Any expression of that order.")
    variable: Annotated[str | None, SYMBOLS] = Field(
        None, alias="in", description="What grows; the key's only symbol if not said."
    )


SENTENCES = {
    "correct": "Right.",
    "incorrect": "This does not grow like what is expected.",
    "needs_review": "It could not be decided by computation whether this is right; a person will look at it.",
    "wrong_kind": "An order of growth is expected here.",
}


def check(answer: Node, expected: Node, options: GrowthOptions, assumptions: Assumptions) -> Outcome:
    """Order against order; where one is not known, equality still counts."""
    variable = _variable(answer, expected, options)
    given = _meant(answer, variable)
    if given is None or not is_expression(given):
        return incorrect(Evidence(EvidenceKind.EXACT), wrong_kind(answer, "an order of growth"))
    same = same_order(given, _bare(expected), variable)
    if same is not None:
        return (correct if same else incorrect)(Evidence(EvidenceKind.EXACT))
    comparison = equal(given, _bare(expected), assumptions)
    return outcome_of(comparison) if comparison.equal else undecided(_UNCLEAR)


def _variable(answer: Node, expected: Node, options: GrowthOptions) -> str:
    """What grows: as said, else the key's only symbol, else the answer's first."""
    return options.variable or min(symbols(_bare(expected)) or symbols(_bare(answer)) or {"n"})


def _meant(answer: Node, variable: str) -> Node | None:
    """The expression whose order an answer states; None for words that name none."""
    if isinstance(answer, Text):
        return _in_words(answer.value, Symbol(variable))
    if isinstance(answer, Relation) and set(answer.operators) <= _STATED:
        return _bare(answer.operands[-1])
    return _bare(answer)


def _bare(node: Node) -> Node:
    """What stands in ``O(…)`` or ``Θ(…)``."""
    return node.arguments[0] if isinstance(node, Call) and node.function in _BOUNDS and node.arguments else node


def _in_words(text: str, variable: Node) -> Node | None:
    log = Call("log", (variable,))
    named: dict[str, Node] = {
        "constant": ONE,
        "logarithmic": log,
        "linear": variable,
        "linearithmic": Multiply((variable, log)),
        "quadratic": Power(variable, Number(ONE.value * 2)),
        "cubic": Power(variable, Number(ONE.value * 3)),
    }
    phrases = {phrase_of(word): meant for word, meant in named.items()}
    hits = [hit for hit in find_phrases(words_of(text), phrases) if not hit.denied]
    return phrases[hits[0].phrase] if len(hits) == 1 else None


def _expected(options: GrowthOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    if options.variable is None and len(symbols(_bare(tree))) > 1:
        names = ", ".join(sorted(symbols(_bare(tree))))
        raise UnusableKeyError(
            "growth_in_what", f"The key has several symbols ({names}). Say with “in” which one grows."
        )
    return tree


CHECKER = Checker("growth", GrowthOptions, Wants.EXPRESSION, _expected, check, SENTENCES)
