"""Tokens: what the lexer makes of characters and the parser makes trees of."""

from __future__ import annotations

from typing import NamedTuple

from fullmarks.expr.nodes import Node


class Token(NamedTuple):
    r"""A piece of the text. ``kind`` decides how the parser treats it; ``value`` is its canonical name or sign.

    ============= ==========================================================================
    kind          value
    ============= ==========================================================================
    number        the literal's text; ``node`` holds the tree
    symbol        canonical name (``alpha``), one letter or declared
    constant      canonical name
    function      canonical name of a known or declared function
    word          a word that is nothing else, as written
    below         letters or digits right behind ``_``, as written
    text          the words inside ``\text{…}`` or quotes
    unit          a unit behind a value, as written
    sign          ``+ - ± ∓``
    times         ``* · × / mod choose``
    power         ``^``
    postfix       ``! % ' °``
    subscript     ``_``
    colon         ``:``
    over          over or choose, between all of a group
    relation      the name used in ``Relation.operators``
    sets          union, intersection, difference
    logic         and, or, not
    keyword       if, otherwise, implies
    dots          what is left out between terms, factors or items
    open, close   the bracket: ``( [ { ⌊ ⌈ | ‖ brace``
    bar           ``|`` or ``‖``, until ``pairing`` has told opening from closing ones
    evaluation    a bar with bounds behind it: ``x^2 |_0^1``
    begin, finish the environment
    separator     ``,`` ``;`` ``&`` ``row``, and ``|`` between a name and its condition
    differential  the variable of the integral that ends here
    end           empty
    ============= ==========================================================================

    Structures have kinds of their own: frac, sqrt, cbrt, nthroot, binom, group, under, accent, big (sum or product),
    integral, limit, diff, matrix, piecewise, record.
    """

    kind: str
    value: str
    start: int
    end: int
    spaced: bool
    """Whether white space stands before it."""
    node: Node | None = None


Meaning = tuple[str, str]
"""A token's kind and value."""

STRUCTURES = frozenset(
    "frac sqrt cbrt nthroot binom group under accent big integral limit diff matrix piecewise record begin".split()
)
"""Kinds of what begins a structure with arguments."""

STARTS = STRUCTURES | {"number", "symbol", "constant", "function", "word", "open"}
"""Kinds of what can stand beside a factor as another one."""

ENDS = frozenset(("number", "symbol", "constant", "word", "below", "text", "unit", "postfix", "close", "finish"))
"""Kinds of what an operand can end with, so that what follows stands behind a value."""
