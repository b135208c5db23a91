r"""Raised indices in brackets: ``w^{(k+1)}`` is the next of several w, and no power of w.

Only a key can tell, since people also write brackets around an exponent. It declares a name as counted from above where it writes
``w^{(k)}`` in LaTeX and uses the letters of the index nowhere else as values: ``x^{(n+1)}/(n+1)`` is a power.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fullmarks.expr.nodes import Indexed, Node, Power, Symbol
from fullmarks.expr.walk import rebuild
from fullmarks.read.characters import GREEK_CHARACTERS
from fullmarks.regex import regex

_BASE = r"(?:\\(?:math\w+|boldsymbol|bm|vec|hat|bar|tilde)\s*\{?\s*)?\\?(?P<base>[A-Za-z]+|[α-ωΑ-Ω])\s*\}?"
_BELOW = r"(?:_(?:\{[^{}]{0,40}\}|[A-Za-z0-9]))?"
_INDEX = r"\(\s*(?P<index>[A-Za-z0-9]{1,3}(?:\s*[-+]\s*[A-Za-z0-9]{1,3})*)\s*\)"
_RAISED = regex(rf"(?<![A-Za-z]){_BASE}{_BELOW}\s*\^\s*\{{\s*{_INDEX}\s*\}}")
_IN_UNICODE = regex(r"(?P<base>[A-Za-zα-ω])⁽(?P<index>[ᵏᵗⁿⁱʲˡ⁰¹²³⁴-⁹⁺⁻]+)⁾")
_BELOW_OR_ABOVE = regex(r"[_^]\s*(?:\{[^{}]*\}|\w)|\\[A-Za-z]+|[A-Za-z]{2,}")
_NO_NAMES = frozenset(("e", "i", "pi"))
_FUNCTIONS = frozenset("fgh")
_CALLED = regex(r"\s*(?:\\left\s*)?\(")


def iterated_names(texts: Iterable[str]) -> frozenset[str]:
    """The names that keys count by a raised index in brackets."""
    return frozenset(name for text in texts if "(" in text or "⁽" in text for name in _in_text(text))


def _in_text(text: str) -> set[str]:
    found = [*_RAISED.finditer(text), *_IN_UNICODE.finditer(text)]
    if not found:
        return set()
    letters = {letter for match in found for letter in match["index"] if letter.isalpha() and letter.isascii()}
    values = _BELOW_OR_ABOVE.sub(" ", _RAISED.sub(" ", text))
    if any(letter in values for letter in letters):
        return set()
    names = {GREEK_CHARACTERS.get(match["base"], match["base"]) for match in found if not _is_derivative(text, match)}
    return names - _NO_NAMES


def _is_derivative(text: str, match: re.Match[str]) -> bool:
    """Whether a function is derived so many times: ``f^{(3)}(x)``."""
    return match["base"] in _FUNCTIONS and _CALLED.match(text, match.end()) is not None


def counted_above(base: Node, index: Node, names: frozenset[str]) -> Indexed | None:
    """The entry that a name with a raised index is; None where the name is not counted so."""
    match base:
        case Symbol(name) if name.partition("_")[0] in names or name in names:
            return Indexed(name, (index,))
        case Indexed(name, indices) if name in names:
            return Indexed(name, (*indices, index))
    return None


def with_powers_as_iterates(tree: Node, names: frozenset[str]) -> Node:
    """The tree with powers of such names as entries: what ``w^{k+1}`` says if it is meant so."""
    if isinstance(tree, Power) and (entry := counted_above(tree.base, tree.exponent, names)) is not None:
        return entry
    return rebuild(tree, lambda child: with_powers_as_iterates(child, names))
