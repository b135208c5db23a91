"""What an item may look like whose key alone is known: its checker guessed from the key's form, the likeliest first.

A guess is no more than that: whoever asks tries the guesses on the key itself, and an author looks them over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullmarks.authoring.listed_keys import ListedKey
from fullmarks.authoring.listed_names import defined_value, is_option, tree_of
from fullmarks.authoring.yaml_values import value
from fullmarks.checkers.registry import CHECKERS
from fullmarks.expr.nodes import Call, Indexed, Node, Relation, Symbol, Text
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols, walk
from fullmarks.grade.closed_choices import CLOSED_CHOICES
from fullmarks.grade.kind_of_key import kind_of_key, option_of
from fullmarks.records import frozen
from fullmarks.regex import regex

WORDS_OF_A_CHOICE = 3
"""A key of more words is a text, to be judged by its phrases."""
_BETWEEN_CLAUSES = regex(r"[;,.:()\[\]\"“”]+")
LEAST_WORDS = 2
"""What cannot be read as mathematics is a text where it has so many words, and a slip where it has not."""
_WORD = regex(r"(?<![\\{])\b[^\W\d_]{3,}\b")
_SIZES = regex(r"[0-9]+(?:\s*[x×]\s*[0-9]+)+")
_GROWTH = frozenset({"O", "Theta", "Θ"})


@frozen
class GuessedItem:
    """The lines that make the item's checker, without their indentation; a remark for whoever looks it over."""

    lines: tuple[str, ...]
    remark: str = ""


def guessed_items(key: ListedKey, letters: frozenset[str]) -> Iterator[GuessedItem]:
    """The guesses; ``letters`` are those that are symbols in other keys, and so no options to choose from."""
    if key.kind in CHECKERS:
        yield from _of_kind(key.kind, key.key)
        return
    tree = tree_of(key.key)
    if isinstance(tree, Text) or (tree is None and len(_WORD.findall(key.key)) >= LEAST_WORDS):
        is_short = len(key.key.split()) <= WORDS_OF_A_CHOICE
        yield from (
            guess
            for kind in (("choice", "text") if is_short else ("text", "choice"))
            for guess in _of_kind(kind, key.key)
        )
        return
    if _SIZES.fullmatch(key.key):
        yield _shape(key.key)
    if tree is not None and not (is_option(key.key) and key.key in letters):
        yield from _of_kind(_kind(key.key, tree), key.key)
    yield from _of_kind("symbolic", key.key)


def _kind(text: str, tree: Node) -> str:
    if isinstance(tree, Call) and tree.function in _GROWTH:
        return "growth"
    kind = kind_of_key(text, tree, frozenset())
    has_names = symbols(tree) or any(isinstance(part, Indexed) for part in walk(tree))
    return "numeric" if kind == "symbolic" and not has_names else kind


def _of_kind(kind: str, text: str) -> Iterator[GuessedItem]:
    match kind:
        case "choice":
            yield _choice(text)
        case "text":
            yield _text(text)
        case "growth":
            grows = _what_grows(text)
            yield GuessedItem((f"growth: {value(text)}", *([f"in: {value(grows)}"] if grows else [])))
        case "numeric" if "." in text:
            yield GuessedItem((f"numeric: {value(text)}",), "exactly so; “relative: 1%” beside it allows for rounding")
        case "equation" | "symbolic":
            yield from _with_target(text)
            yield GuessedItem((f"{kind}: {value(text)}",))
        case _:
            yield GuessedItem((f"{kind}: {value(text)}",))


def _choice(text: str) -> GuessedItem:
    """One of the usual options, or the key alone: the author knows the others."""
    key = option_of(text)
    usual = next((one.options for one in CLOSED_CHOICES if key in one.options or key.lower() in one.options), ())
    if usual:
        return GuessedItem((f"choice: [{', '.join(usual)}]", f"key: {value(key if key in usual else key.lower())}"))
    remark = "add the other options, and other words for each"
    return GuessedItem((f"choice: [{value(text)}]", f"key: {value(text)}"), remark)


def _text(text: str) -> GuessedItem:
    """The key's clauses as phrases."""
    clauses = [clause for piece in _BETWEEN_CLAUSES.split(text) if (clause := piece.strip())]
    listed = ", ".join(map(value, clauses))
    remark = (
        "phrases that an answer must have; cut them short, and add other words. What has none of them goes to a person"
    )
    return GuessedItem(("text:", f"  - {'any' if len(clauses) == 1 else 'all'} of: [{listed}]"), remark)


def _shape(text: str) -> GuessedItem:
    sizes = ", ".join(re.findall(r"[0-9]+", text))
    return GuessedItem((f"tuple: {value(f'({sizes})')}", "shape: yes"), "with “shape” 4×5×3 counts as (4, 5, 3)")


def _with_target(text: str) -> Iterator[GuessedItem]:
    """``y = 2x`` asks for 2x, and says what may stand before it."""
    if defined := defined_value(text):
        yield GuessedItem((f"symbolic: {value(defined.right)}", f"target: {value(defined.left)}"))
    match tree_of(text):
        case Relation((Symbol() | Indexed() | Call() as left, right), ("=",)) if not symbols(left) & symbols(right):
            yield GuessedItem((f"symbolic: {value(plain(right))}", f"target: {value(plain(left))}"))


def _what_grows(text: str) -> str:
    """``n`` where it is there, else the first symbol; nothing where there is only one."""
    tree = tree_of(text)
    names = sorted(symbols(tree)) if tree is not None else []
    return "" if len(names) < 2 else "n" if "n" in names else names[0]
