"""Names that a list of keys uses: what a first rubric declares, each as a real number, a function or a family with indices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fullmarks.authoring.listed_keys import ListedKey
from fullmarks.checkers.checker import Wants
from fullmarks.checkers.registry import CHECKERS
from fullmarks.errors import ReadError
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import Call, Indexed, Node, Symbol
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import symbols, walk
from fullmarks.grade.closed_choices import LETTERS
from fullmarks.grade.kind_of_key import option_of
from fullmarks.read.reader import read
from fullmarks.records import frozen
from fullmarks.regex import regex

INDICES = "ijkhl"
"""What the indices of a family are called in its declaration."""
NOT_DECLARED = frozenset({*FUNCTIONS, "O", "Theta", "Omega", "such_that", "derivative", "ratio"})
"""Calls that mean something without a declaration."""
_VALUE_OF = regex(r"\s*(?P<name>[A-Za-z]\w{0,30}'?)\((?P<of>\s*[A-Za-z]\w{0,30}(?:\s*,\s*[A-Za-z]\w{0,30})*\s*)\)\s*")
REAL = "real"


@frozen
class DefinedValue:
    """``y(n) = 2^n``: the name and the arguments on the left, the text on the right."""

    name: str
    arguments: str
    left: str
    right: str


def defined_value(text: str) -> DefinedValue | None:
    """What a key defines that gives the value of a function; None for any other key."""
    left, sign, right = text.strip().strip("$").partition("=")
    found = _VALUE_OF.fullmatch(left)
    if not sign or "=" in right or found is None or found["name"] in NOT_DECLARED:
        return None
    return DefinedValue(found["name"], found["of"].strip(), left.strip(), right.strip())


def tree_of(text: str) -> Node | None:
    """A key read without any declared name; None where it cannot be."""
    try:
        return read(text).tree
    except ReadError:
        return None


def letters_that_are_symbols(keys: Iterable[ListedKey]) -> frozenset[str]:
    """Letters such as A that stand in a longer key, and so are no options to choose from."""
    trees = (tree_of(key.key) for key in keys if not is_option(key.key))
    return frozenset[str]().union(*(symbols(tree) for tree in trees if tree is not None))


def is_option(text: str) -> bool:
    """Whether a key is a letter that may be an option of a multiple choice."""
    return option_of(text) in LETTERS


def declared_names(keys: Iterable[ListedKey], letters: frozenset[str]) -> Mapping[str, str]:
    """Every name of every key that is mathematics, with its declaration in YAML.

    A name that is a number in one key and a function in another can be one of them only: it is a number.
    """
    numbers: dict[str, str] = {}
    others: dict[str, str] = {}
    for key in keys:
        if _is_words(key) or (is_option(key.key) and key.key not in letters):
            continue
        for name, words in _names(key.key):
            (numbers if words == REAL else others)[name] = words
    functions = {name for name, words in others.items() if "function of" in words}
    return {**numbers, **{name: words for name, words in others.items() if not (name in functions and name in numbers)}}


def _is_words(key: ListedKey) -> bool:
    """Whether the list itself says that a key has no names: words, or a number with its unit."""
    return key.kind == "quantity" or (key.kind in CHECKERS and CHECKERS[key.kind].wants is Wants.WORDS)


def _names(text: str) -> Iterator[tuple[str, str]]:
    value = defined_value(text)
    if value is not None:
        yield value.name, f"{{function of: [{value.arguments}]}}"
        text = value.right
    tree = tree_of(text)
    if tree is None:
        return
    free = symbols(tree)
    for part in walk(tree):
        match part:
            case Symbol(name) if name in free:
                yield name, REAL
            case Indexed(base, indices):
                yield (
                    base,
                    f"{{indexed by: [{', '.join(INDICES[place % len(INDICES)] for place in range(len(indices)))}]}}",
                )
            case Call(function, arguments) if function not in NOT_DECLARED:
                inside = ", ".join(plain(one) if isinstance(one, Symbol) else "x" for one in arguments)
                yield function, f"{{function of: [{inside}]}}"
