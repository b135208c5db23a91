"""Which checker an item names, and that checker's options as the item writes them.

The kind is the name of the option that an item is asked by: ``symbolic: 2x``. The checker's other options stand beside it
(``form: factored``), or together with the key under the kind: ``symbolic: {key: 2x, form: factored}``. A further key, a known
mistake or a convention has the same options with another key.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue, ValidationError

from fullmarks.checkers.checker import Checker, CheckerOptions
from fullmarks.checkers.registry import CHECKERS
from fullmarks.errors import Problem
from fullmarks.records import frozen
from fullmarks.rubric.field_names import field_names, nearest
from fullmarks.rubric.mistakes import missing_name, problem, problems, unknown_name
from fullmarks.rubric.schema import ItemShape
from fullmarks.rubric.written import (
    Path,
    Written,
    WrittenEntry,
    WrittenMapping,
    WrittenText,
    data,
    place_of_name,
    value_at,
)

ITEM_NAMES = frozenset(field_names(ItemShape))
"""What an item may hold whatever its checker."""


@frozen
class ItemChecker:
    """A checker with the options that an item writes for it; ``nested`` where they stand in a mapping under the kind."""

    checker: Checker[CheckerOptions]
    options: dict[str, JsonValue]
    nested: bool

    def validated(self) -> CheckerOptions:
        """The item's options; raises Pydantic's ValidationError."""
        return self.checker.options.model_validate(self.options)

    def with_key(self, key: JsonValue) -> CheckerOptions:
        """The same options with another key; raises Pydantic's ValidationError."""
        names = key_names(self.checker)
        others = {name: value for name, value in self.options.items() if name not in names}
        return self.checker.options.model_validate({**others, names[0]: key})

    def key_path(self) -> Path:
        """From the item to its key."""
        names = key_names(self.checker)
        if not self.nested:
            return (self.checker.kind,) if self.checker.kind in names else (names[0],)
        return (self.checker.kind, next((name for name in names if name in self.options), names[0]))

    def path(self, option: Path) -> Path:
        """From the item to an option of the checker."""
        if not option or (option[0] in asked_by(self.checker) and not self.nested):
            return (self.checker.kind, *option[1:])
        return (self.checker.kind, *option) if self.nested else option


def asked_by(checker: Checker[CheckerOptions]) -> tuple[str, str]:
    """The option that a kind is asked by, under both its names: the model's and the kind."""
    fields = checker.options.model_fields.items()
    return next((name, checker.kind) for name, field in fields if field.alias == checker.kind)


def key_names(checker: Checker[CheckerOptions]) -> tuple[str, ...]:
    """The option that holds the key, under all its names; a kind without ``key`` has its key where it is asked."""
    field = checker.options.model_fields.get("key")
    if field is None:
        return asked_by(checker)
    return ("key", field.alias) if field.alias not in (None, "key") else ("key",)


def option_names(checker: Checker[CheckerOptions]) -> tuple[str, ...]:
    """The options of a checker as they may stand beside its kind."""
    return tuple(name for name in field_names(checker.options) if name != checker.kind)


def find_checker(item: WrittenMapping, at: Path, root: Written) -> tuple[ItemChecker | None, tuple[Problem, ...]]:
    """The checker that an item names (None where it names none, or several), and the mistakes in how it is named."""
    kinds = [entry for entry in item.entries if entry.name.text in CHECKERS]
    if len(kinds) == 1:
        checker = CHECKERS[kinds[0].name.text]
        return _of_kind(checker, kinds[0], item), tuple(_unknown(item, option_names(checker)))
    if kinds:
        names = " and ".join(entry.name.text for entry in kinds)
        return None, (
            problem(kinds[1].name.place, f"An item has one checker; this one names {names}. Keep one of them."),
        )
    # A misspelt kind is one mistake, not two.
    unknown = tuple(_unknown(item, tuple(CHECKERS)))
    if any("Did you mean" in one.sentence for one in unknown):
        return None, unknown
    kinds_known = ", ".join(sorted(CHECKERS))
    missing = problem(place_of_name(root, at), f"This item names no checker. Give it one of: {kinds_known}.")
    return None, (missing, *_known_nowhere(item))


def option_problems(error: ValidationError, item: ItemChecker, at: Path, root: Written) -> Iterator[Problem]:
    """The mistakes in an item's own options, at their places; what is only misspelt is not missing as well."""
    options = option_names(item.checker)
    known = (*options, *ITEM_NAMES)
    holder = value_at(root, at)
    names = [entry.name.text for entry in holder.entries] if isinstance(holder, WrittenMapping) else []
    misspelt = {missing_name(meant) for name in names if name not in known and (meant := nearest(name, known))}
    found = problems(error, item.checker.options, root, lambda path: (*at, *item.path(path)))
    return (one for one in found if one.sentence not in misspelt)


def key_problems(error: ValidationError, item: ItemChecker, at: Path, root: Written) -> Iterator[Problem]:
    """The mistakes in another key, which stands at a place of its own."""
    names = key_names(item.checker)
    return problems(
        error, item.checker.options, root, lambda path: (*at, *path[1:]) if path and path[0] in names else at
    )


def _of_kind(checker: Checker[CheckerOptions], kind: WrittenEntry, item: WrittenMapping) -> ItemChecker:
    written = data(kind.value)
    names = {*asked_by(checker), *key_names(checker), *field_names(checker.options)}
    nested = isinstance(written, dict) and bool(names & set(written))
    beside = {entry.name.text: data(entry.value) for entry in item.entries if entry.name.text in option_names(checker)}
    own = written if nested and isinstance(written, dict) else {checker.kind: written}
    return ItemChecker(checker, {**own, **beside}, nested)


def _known_nowhere(item: WrittenMapping) -> Iterator[Problem]:
    """Names that no checker has: one of them is meant for one."""
    known = {name for checker in CHECKERS.values() for name in option_names(checker)} | ITEM_NAMES
    return (
        problem(entry.name.place, unknown_name(entry.name.text, ()))
        for entry in item.entries
        if entry.name.text not in known
    )


def _unknown(item: WrittenMapping, options: tuple[str, ...]) -> Iterator[Problem]:
    known = (*options, *sorted(ITEM_NAMES))
    for entry in item.entries:
        name: WrittenText = entry.name
        if name.text not in known and name.text not in CHECKERS:
            yield problem(name.place, unknown_name(name.text, known))
