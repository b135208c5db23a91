"""Growth: the same order of growth as the key, up to a constant factor.

Border: ``O(n)``, ``Θ(n)``, ``3n + 5``, ``linear in n`` and ``it grows like 3n`` are all the order of n; a bound that is not tight
(``O(n²)`` for ``n``) is not. A sentence whose words and formula name different orders goes to a person.
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
from fullmarks.expr.nodes import Call, Listing, Multiply, Node, Number, Power, Relation, Symbol, Text
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
    answer, words = _with_words(answer)
    variable = _variable(answer, expected, options)
    named = _in_words(words, Symbol(variable))
    given = _meant(answer, variable)
    if given is None and denies_another(answer, _bare(expected), variable):
        return undecided("The answer only says how it does not grow.")
    if given is None and isinstance(answer, Text) and len(_named(answer.value, Symbol(variable))) > 1:
        return undecided("The answer names several orders.")
    if given is not None and named is not None and same_order(_bare(given), named, variable) is not True:
        return undecided("The words and the formula of the answer say different things.")
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


def _with_words(answer: Node) -> tuple[Node, str]:
    """A formula with the sentence that it was taken from, if there is one."""
    match answer:
        case Listing("", "", (formula, Text(words))):
            return formula, words
    return answer, ""


def _bare(node: Node) -> Node:
    """What stands in ``O(…)`` or ``Θ(…)``."""
    return node.arguments[0] if isinstance(node, Call) and node.function in _BOUNDS and node.arguments else node


def _in_words(text: str, variable: Node) -> Node | None:
    """The one order that words name; None where they name none, or several."""
    meant = _named(text, variable)
    return meant.pop() if len(meant) == 1 else None


def _named(text: str, variable: Node) -> set[Node]:
    """The orders that words name and do not deny."""
    orders = {phrase_of(word): meant for word, meant in _orders(variable).items()}
    return {orders[hit.phrase] for hit in find_phrases(words_of(text), orders) if not hit.denied}


def denies_another(answer: Node, expected: Node, variable: str) -> bool:
    """Whether words only say how it does not grow, and not that it does not grow as expected."""
    orders = {phrase_of(word): meant for word, meant in _orders(Symbol(variable)).items()}
    text = answer.value if isinstance(answer, Text) else ""
    denied = [orders[hit.phrase] for hit in find_phrases(words_of(text), orders) if hit.denied]
    return bool(denied) and not any(same_order(order, expected, variable) for order in denied)


def _orders(variable: Node) -> dict[str, Node]:
    """The words for orders; an adverb says the same."""
    log = Call("log", (variable,))
    named: dict[str, Node] = {
        "constant": ONE,
        "logarithmic": log,
        "linear": variable,
        "linearithmic": Multiply((variable, log)),
        "quadratic": Power(variable, Number(ONE.value * 2)),
        "cubic": Power(variable, Number(ONE.value * 3)),
        "square root": Power(variable, Number(ONE.value / 2)),
        "exponential": Power(Number(ONE.value * 2), variable),
    }
    return {f"{word}*" if word[-1] == "c" or word == "exponential" else word: meant for word, meant in named.items()}


def _expected(options: GrowthOptions, read: ReadKey) -> Node:
    tree = read(options.key)
    if options.variable is None and len(symbols(_bare(tree))) > 1:
        names = ", ".join(sorted(symbols(_bare(tree))))
        raise UnusableKeyError(
            "growth_in_what", f"The key has several symbols ({names}). Say with “in” which one grows."
        )
    return tree


CHECKER = Checker("growth", GrowthOptions, Wants.GROWTH, _expected, check, SENTENCES)
