"""The two tables that the parser works from: what a token begins, and what it does behind an operand."""

from __future__ import annotations

from fullmarks.expr.nodes import Node
from fullmarks.read import (
    atoms,
    brackets,
    calls,
    derivatives,
    evaluated,
    fractions,
    integrals,
    limit,
    matrices,
    operators,
    powers,
    quantities,
    statements,
    subscripts,
    sums,
    system_values,
)
from fullmarks.read.parser import OR, POWER, PRODUCT, RELATION, SETS, SUM, Grammar, Infix, Parser, Prefix
from fullmarks.read.tokens import STARTS, Token


def _lone_bar(p: Parser, token: Token) -> Node:
    raise p.error("unclosed_bracket", f"The bar “{token.value}” has no partner.", token)


def _bar_behind(p: Parser, left: Node) -> Node:
    raise p.error("unclosed_bracket", f"The bar “{p.token.value}” has no partner.")


_PREFIXES: dict[str, Prefix] = {
    "number": atoms.number,
    "symbol": atoms.symbol,
    "constant": atoms.constant,
    "word": atoms.word,
    "below": atoms.below,
    "text": atoms.text,
    "unit": quantities.before_value,
    "function": calls.function,
    "sign": operators.signed,
    "times": operators.remainder,
    "logic": statements.negation,
    "open": brackets.bracket,
    "bar": _lone_bar,
    "frac": fractions.fraction,
    "binom": fractions.binomial,
    "sqrt": fractions.square_root,
    "cbrt": fractions.cube_root,
    "nthroot": fractions.nth_root,
    "group": fractions.group,
    "under": fractions.underbrace,
    "accent": fractions.conjugate,
    "big": sums.big_operator,
    "integral": integrals.integral,
    "limit": limit.limit,
    "diff": derivatives.difference,
    "begin": matrices.environment,
    "matrix": matrices.matrix_call,
    "piecewise": matrices.piecewise,
    "record": system_values.system_value,
}

_INFIXES: dict[str, tuple[int, Infix]] = {
    **dict.fromkeys(STARTS, (PRODUCT, operators.products)),
    "times": (PRODUCT, operators.products),
    "dots": (PRODUCT, operators.products),
    "sign": (SUM, operators.sums),
    "power": (POWER, powers.power),
    "postfix": (POWER, powers.postfix),
    "subscript": (POWER, subscripts.behind_bracket),
    "unit": (PRODUCT, quantities.unit),
    "text": (PRODUCT, quantities.words),
    "relation": (RELATION, statements.relations),
    "colon": (SETS, statements.ratios),
    "over": (SETS, operators.over),
    "sets": (SETS, statements.sets),
    "logic": (OR, statements.logic),
    "bar": (PRODUCT, _bar_behind),
    "evaluation": (SUM, evaluated.behind_bar),
}

GRAMMAR = Grammar(_PREFIXES, _INFIXES)
"""What every parser is given."""
