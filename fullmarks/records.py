"""Records that are made dozens of times for every answer: frozen to the type checker, and cheap to make.

A frozen dataclass sets each field through ``object.__setattr__``, which takes three times as long as setting it plainly: of one
check that was a fifteenth. Nobody writes to a record; that is for mypy to say, and it does. What is given out
(``CheckResult``, a rubric's items) is frozen at run time too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[Kind]) -> type[Kind]:
    """The class as a dataclass with slots, whose instances are equal, and hashed, by their fields."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
