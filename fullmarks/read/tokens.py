"""Tokens: what the lexer makes of characters and the parser makes trees of."""

from __future__ import annotations

from typing import NamedTuple

from fullmarks.expr.nodes import Node


class Token(NamedTuple):
    """A piece of the text. ``kind`` decides how the parser treats it; ``value`` is its canonical name or sign.

    ========== ==========================================================================
    kind       value
    ========== ==========================================================================
    number     the literal's text; ``node`` holds the tree
    symbol     canonical name (``alpha``), one letter or declared
    constant   canonical name
    function   canonical name of a known or declared function
    word       a word that is nothing else, as written
    text       the words inside ``\\text{…}`` or quotes
    operator   ``+ - * · × / ^ _ ! % ± ∓ ' : mod``
    relation   the name used in ``Relation.operators``
    sets       union, intersection, difference
    logic      and, or, not
    keyword    if, otherwise, implies, dots
    open       the bracket: ``( [ { ⌊ ⌈ group``
    close      the bracket: ``) ] } ⌋ ⌉ group``
    bar        ``|`` or ``‖``
    separator  ``,`` ``;`` ``&`` ``row``
    command    a structure of its own: frac, sqrt, begin, sum …
    end        empty
    ========== ==========================================================================
    """

    kind: str
    value: str
    start: int
    end: int
    spaced: bool
    """Whether white space stands before it."""
    node: Node | None = None
