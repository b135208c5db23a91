"""A rubric of one item, made from a key: what ``check`` judges an answer by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from pydantic import ValidationError

from fullmarks.checkers.checker import Checker, CheckerOptions
from fullmarks.checkers.members import NOTHING
from fullmarks.checkers.registry import CHECKERS
from fullmarks.checkers.vectors import in_unit_vectors
from fullmarks.compare.arrays.equal_arrays import why_unfit
from fullmarks.compare.arrays.shapes import SIGNS, Arrays, Meaning
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.statements.builders import condition_of
from fullmarks.compare.workspace import lasting
from fullmarks.errors import ReadError, UnusableKeyError
from fullmarks.expr.domains import REAL
from fullmarks.expr.functions import FUNCTIONS
from fullmarks.expr.nodes import Add, Call, Indexed, Listing, Logic, Matrix, Multiply, Negate, Node, Relation, Symbol
from fullmarks.expr.plain import plain
from fullmarks.expr.walk import functions as functions_of
from fullmarks.expr.walk import symbols as symbols_of
from fullmarks.expr.walk import walk
from fullmarks.grade.closed_choices import CLOSED_CHOICES
from fullmarks.grade.kind_of_key import kind_of_key, option_of
from fullmarks.grade.spellings import key_as_usual, with_dependent_variable
from fullmarks.read.iterates import iterated_names
from fullmarks.read.reader import read
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.records import record
from fullmarks.regex import regex
from fullmarks.rubric.fingerprint import digest
from fullmarks.rubric.model import Item, Key
from fullmarks.rubric.schema import SymbolShape
from fullmarks.rubric.symbol_options import BadNameError, with_known_names
from fullmarks.rubric.symbols import BadSymbolsError, Declared, declare

OptionValue = str | int | float | bool | Fraction | Sequence[str] | None
FrozenOption = str | int | float | bool | Fraction | tuple[str, ...]

_SEVERAL = 2
_OF_UNITS = frozenset(("quantity", "measurement"))
"""Kinds whose letters beside a number are units, and no names that products are made of."""
_CALLED = regex(r"[\s$(]*[A-Za-z]\([A-Za-z]\)")
PREPARED_KEYS = 1_024
"""So many keys are kept read, as those of a loaded rubric are."""


@record
class Question:
    """A key with all that its author says about it; ``symbols`` is None where nothing is declared."""

    key: str
    checker: str
    symbols: tuple[tuple[str, str], ...] | None
    options: tuple[tuple[str, FrozenOption], ...]


def question(key: str, checker: str, symbols: Mapping[str, str] | None, options: Mapping[str, OptionValue]) -> Question:
    """The same question for the same meaning, whatever order its options are given in; raises UnusableKeyError."""
    declared = (
        None if symbols is None else tuple(sorted([(str(name), _words(domain)) for name, domain in symbols.items()]))
    )
    given = (
        tuple(sorted((name, _frozen(name, value)) for name, value in options.items() if value is not None))
        if options
        else ()
    )
    return Question(key, checker, declared, given)


def _words(domain: object) -> str:
    if not isinstance(domain, str):
        raise UnusableKeyError("bad_symbols", "A symbol's domain is given in words, such as “positive integer”.")
    return domain


def _frozen(name: str, value: OptionValue) -> FrozenOption:
    if isinstance(value, str | int | float | Fraction):
        return value
    if isinstance(value, Sequence) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    raise UnusableKeyError("bad_option", f"The option “{name}” takes a text, a number or several texts.")


@lru_cache(maxsize=PREPARED_KEYS)
def one_item(asked: Question) -> Item:
    """The item; raises UnusableKeyError for a key, symbols or options that cannot be used."""
    options = dict(asked.options)
    targets = _texts(options.pop("target", None))
    declared = _declared(asked.symbols or ())
    arrays = _arrays(declared, options.pop("operators", ""))
    known = replace(declared.vocabulary(arrays), iterated=iterated_names([asked.key]))
    tree = _read(asked.key, known)
    checker = _checker(asked, tree, options, arrays)
    vocabulary = known if checker.kind in _OF_UNITS else _vocabulary(tree, known)
    key = _key(asked.key, checker, options, vocabulary)
    seed = digest([asked.key, asked.checker, [list(pair) for pair in asked.symbols or ()], repr(asked.options)])
    assumptions = Assumptions(vocabulary.symbols if arrays else declared.symbols, seed, arrays=arrays)
    if arrays.stand_in(key.tree) and (unfit := why_unfit(key.tree, assumptions)):
        raise UnusableKeyError("unfit_arrays", f"The key has no value: {unfit}")
    return Item(
        id="answer",
        name="answer",
        title="",
        points=Fraction(1),
        optional=False,
        void=False,
        checker=checker,
        keys=(key,),
        known=(),
        conventions=(),
        near={},
        targets=targets,
        labels=(),
        vocabulary=vocabulary,
        assumptions=assumptions,
        say={},
        note=None,
        examples=(),
        follows=(),
        hash=seed,
        line=0,
        findings=lasting([key.tree]),
    )


def _texts(option: FrozenOption | None) -> tuple[str, ...]:
    if option is None:
        return ()
    return option if isinstance(option, tuple) else (str(option),)


@lru_cache(maxsize=PREPARED_KEYS)
def item_of_the_value(asked: Question) -> Item | None:
    """For a key ``x = 5`` the item whose key is ``5`` and whose target is ``x``; None for any other key."""
    match one_item(asked).keys[0].tree:
        case Relation((Symbol() | Call() as left, value), ("=",)) if _defines(left, value):
            return _item_of(value, _targets(left, value), asked)
        case Relation((Multiply((Symbol(), Symbol())) as left, value), ("=",)) if _CALLED.match(
            asked.key
        ) and not symbols_of(value):
            return _item_of(value, (plain(left),), asked)  # P(A) = 1/2
        case Relation((Multiply((Symbol("nabla"), Symbol())) as left, Listing() | Matrix() as value), ("=",)):
            return _item_of(value, (plain(left),), asked)
    return None


def _item_of(value: Node, targets: tuple[str, ...], asked: Question) -> Item:
    options = dict(asked.options) | {"target": targets}
    return one_item(Question(plain(value), "auto", asked.symbols, tuple(sorted(options.items()))))


def _targets(left: Node, value: Node) -> tuple[str, ...]:
    """What may stand before the value: of ``f(x) = …`` also y, the usual name of a function's values."""
    own = plain(left)
    is_function = isinstance(left, Call) and all(isinstance(argument, Symbol) for argument in left.arguments)
    return (own, "y") if is_function and "y" not in symbols_of(value) | symbols_of(left) else (own,)


@lru_cache(maxsize=PREPARED_KEYS)
def item_of_the_interval(asked: Question) -> Item | None:
    """For a key ``(0, 1)`` the item whose key is that interval; None for any other key."""
    match one_item(asked).keys[0].tree:
        case Listing("(", ")", (_, _)) if not asked.options:
            return one_item(Question(asked.key, "interval", asked.symbols, asked.options))
    return None


@lru_cache(maxsize=PREPARED_KEYS)
def item_of_nothing(asked: Question) -> Item | None:
    """For a key such as ``no solution`` the item whose key is the empty set; None for any other key."""
    is_empty = asked.checker == "auto" and not asked.options and " ".join(asked.key.casefold().split()) in NOTHING
    return one_item(Question(asked.key, "set", asked.symbols, asked.options)) if is_empty else None


@lru_cache(maxsize=PREPARED_KEYS)
def item_of_the_values(asked: Question) -> Item | None:
    """For a key ``x = 1, y = 2`` or ``(x, y) = (1, 2)`` the item whose key is the pair, in the key's order; None for any other key."""
    if asked.checker != "auto" or asked.options:
        return None
    match one_item(asked).keys[0].tree:
        case Relation((Listing("(", ")", names), Listing("(", ")", values)), ("=",)) if len(names) == len(values):
            pairs = tuple(zip(names, values, strict=True))
        case Listing("", "", parts) | Logic("and", parts):
            equations = [part.operands for part in parts if isinstance(part, Relation) and part.operators == ("=",)]
            pairs = tuple((left, value) for left, value in equations)
            if len(pairs) < len(parts):
                return None
        case _:
            return None
    called = tuple(name.name for name, _ in pairs if isinstance(name, Symbol))
    if (
        len(set(called)) < len(pairs)
        or len(pairs) < _SEVERAL
        or any(symbols_of(value) & set(called) for _, value in pairs)
    ):
        return None
    written = f"({', '.join(plain(value) for _, value in pairs)})"
    return one_item(Question(written, "tuple", asked.symbols, (("names", called),)))


@lru_cache(maxsize=PREPARED_KEYS)
def item_of_the_vector(asked: Question) -> Item | None:
    """For a key ``3i + 4j`` the item whose key is the vector (3, 4); None for any other key."""
    if asked.checker != "auto" or asked.options:
        return None
    tree = one_item(asked).keys[0].tree
    if not isinstance(tree, Add | Multiply | Negate) or not symbols_of(tree) & {"j", "k"} or asked.symbols:
        return None
    vector = in_unit_vectors(tree, 3 if "k" in symbols_of(tree) else 2)
    if vector is None or symbols_of(tree) - {"j", "k"}:
        return None
    return one_item(Question(f"({', '.join(plain(entry) for entry in vector)})", "tuple", None, ()))


def _defines(left: Node, value: Node) -> bool:
    """Whether a lone name, or the value of a function that is not one of mathematics' own, is said to be a value."""
    if isinstance(left, Call):
        return left.function not in FUNCTIONS and left.function not in functions_of(value)
    return not symbols_of(left) & symbols_of(value)


def _declared(symbols: Iterable[tuple[str, str]]) -> Declared:
    try:
        return declare({name: _shape(words) for name, words in symbols})
    except BadSymbolsError as error:
        raise UnusableKeyError("bad_symbols", " ".join(bad.sentence for bad in error.wrong)) from error


def _arrays(declared: Declared, operators: FrozenOption) -> Arrays:
    """The declared arrays, and what signs between them mean: ``* = valid correlation``, or several of these."""
    texts = operators if isinstance(operators, tuple) else str(operators).split(";")
    meanings: dict[str, Meaning] = {}
    for text in texts:
        sign, _, meaning = (part.strip() for part in text.partition("="))
        if not text.strip():
            continue
        if sign not in SIGNS or meaning not in [*Meaning]:
            signs, known = " ".join(SIGNS), ", ".join(Meaning)
            raise UnusableKeyError(
                "bad_operators",
                f"“{text.strip()}” gives no sign a meaning. Write one of {signs}, = and one of: {known}.",
            )
        meanings[sign] = Meaning(meaning)
    try:
        return declared.known_arrays(meanings)
    except ValueError as error:
        raise UnusableKeyError("bad_symbols", str(error)) from error


def _shape(words: str) -> SymbolShape:
    """A domain, or ``function of n``, or ``indexed by i j``, or the shape of an array: ``matrix(n, m)``."""
    for kind in ("function of", "indexed by"):
        if words.strip().startswith(f"{kind} "):
            return SymbolShape.model_validate({kind: words.strip().removeprefix(kind).split()})
    return SymbolShape(domain=words)


def _vocabulary(tree: Node, known: Vocabulary) -> Vocabulary:
    """What is declared, the key's own symbols as real ones, and names with indices where the key gives them some."""
    indexed = frozenset(node.base for node in walk(tree) if isinstance(node, Indexed))
    own = {name: REAL for name in sorted(symbols_of(tree)) if name not in known.symbols}
    return replace(known, symbols={**known.symbols, **own}, indexed=known.indexed | indexed)


def _checker(
    asked: Question, tree: Node, options: Mapping[str, FrozenOption], arrays: Arrays
) -> Checker[CheckerOptions]:
    kind = kind_of_key(asked.key, tree, frozenset(options)) if asked.checker == "auto" else asked.checker
    if asked.checker == "auto" and kind == "symbolic" and arrays.stand_in(tree):
        kind = "array"
    if kind not in CHECKERS:
        raise UnusableKeyError("unknown_checker", f"“{kind}” is no kind of checker. There are {', '.join(CHECKERS)}.")
    return CHECKERS[kind]


def _key(
    text: str, checker: Checker[CheckerOptions], options: Mapping[str, FrozenOption], vocabulary: Vocabulary
) -> Key:
    own = _own_options(checker, text)
    try:
        validated = with_known_names(checker.options.model_validate({**own, **options, "key": own.get("key", text)}))
    except ValidationError as error:
        raise UnusableKeyError("bad_option", _mistakes(checker, error)) from error
    except BadNameError as error:
        raise UnusableKeyError("bad_option", f"{error.option}: {error}") from error
    return Key(text, checker.expected(validated, lambda part: _read(part, vocabulary)), validated)


def _own_options(checker: Checker[CheckerOptions], text: str) -> Mapping[str, object]:
    """What a choice is between, where the key alone says it; a tuple may be the shape of something, ``28×28×10``."""
    if checker.kind == "tuple":
        return {"shape": True}
    if checker.kind != "choice":
        return {}
    key = option_of(text)
    choice = next((choice for choice in CLOSED_CHOICES if choice.offers(key)), None)
    return {"options": choice.options, "words": choice.words, "key": key} if choice is not None else {"options": ()}


def _mistakes(checker: Checker[CheckerOptions], error: ValidationError) -> str:
    """All that is wrong with the options, in one line."""
    known = ", ".join(sorted(name for name in checker.options.model_fields if name not in ("key", "options")))
    sentences = []
    for mistake in error.errors(include_url=False, include_context=False, include_input=False):
        name = " ".join(str(step) for step in mistake["loc"])
        if mistake["type"] == "extra_forbidden":
            sentences.append(f"“{name}” is no option of the checker {checker.kind}, which knows {known}.")
        else:
            sentences.append(f"{name}: {mistake['msg'].removeprefix('Value error, ')}".removeprefix(": "))
    return " ".join(sentences)


def _read(text: str, vocabulary: Vocabulary) -> Node:
    try:
        usual = key_as_usual(condition_of(read(text, vocabulary).tree), text, vocabulary.symbols)
        return with_dependent_variable(usual, text)
    except ReadError as error:
        raise UnusableKeyError("unreadable_key", f"The key cannot be read: {error.sentence}") from error
