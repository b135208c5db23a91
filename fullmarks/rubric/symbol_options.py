"""Options that hold names of symbols, in the one spelling that the reader knows: ``σ_x`` is ``sigma_x``."""

from __future__ import annotations

from fullmarks.checkers.checker import CheckerOptions
from fullmarks.checkers.options import NamesOfSymbols
from fullmarks.rubric.symbols import canonical


class BadNameError(ValueError):
    """A name in an option that cannot be one; ``option`` is the option as a rubric writes it."""

    def __init__(self, option: str, sentence: str) -> None:
        super().__init__(sentence)
        self.option = option


def with_known_names(options: CheckerOptions) -> CheckerOptions:
    """The same options; raises BadNameError."""
    changed: dict[str, str | tuple[str, ...]] = {}
    for field, about in type(options).model_fields.items():
        value: object = getattr(options, field)
        if not value or not any(isinstance(mark, NamesOfSymbols) for mark in about.metadata):
            continue
        names = value if isinstance(value, tuple) else (value,)
        try:
            known = tuple(canonical(name) for text in names for name in str(text).replace(",", " ").split())
        except ValueError as error:
            raise BadNameError(about.alias or field, str(error)) from error
        changed[field] = known if isinstance(value, tuple) else known[0]
    return options.model_copy(update=changed) if changed else options
