"""Records: dataclasses with slots, made in a fraction of the time that ``dataclass`` takes, and cheap to use.

A run of the program meets hundreds of them and uses few methods of most. ``dataclass`` writes and compiles all methods at once,
which came to a quarter of a second before the first answer was read. Here each is made by ``dataclass`` too, when it is first called.
``replace``, ``fields`` and ``match`` know a record as a dataclass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import Field, FrozenInstanceError, dataclass, field, fields, make_dataclass
from functools import partial
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")
Method = Callable[..., object]
Makers = Mapping[str, Callable[..., type]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[Kind]) -> type[Kind]:
    """For what is made dozens of times for every answer: frozen to the type checker, and cheap to make.

    A frozen dataclass sets each field through ``object.__setattr__``, which takes three times as long as setting it plainly: of
    one check that was a fifteenth. Nobody writes to a record; that is for mypy to say, and it does. Records are equal, and
    hashed, by their fields.
    """
    return _made(kind, _MADE_BY)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Kind]) -> type[Kind]:
    """For all else: the same as ``dataclass(frozen=True, slots=True)``, which also at run time lets nobody write to it."""
    made = _made(kind, {**_MADE_BY, "__init__": partial(make_dataclass, repr=False, eq=False, frozen=True)})
    for name, method in _NO_WRITING.items():
        setattr(made, name, method)
    return made


_MADE_BY: Makers = {
    "__init__": partial(make_dataclass, repr=False, eq=False),
    "__repr__": partial(make_dataclass, init=False, eq=False),
    "__eq__": partial(make_dataclass, init=False, repr=False),
    "__hash__": partial(make_dataclass, init=False, repr=False, eq=False, unsafe_hash=True),
}
"""What makes a class that has this method and, as far as can be, no other. It is given a docstring, else one is made of all fields."""


def _made(kind: type[Kind], makers: Makers) -> type[Kind]:
    """The class with slots and fields; methods that it has by itself stay."""
    if hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__qualname__} has a __post_init__: make it a dataclass")
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    for name, maker in makers.items():
        if vars(kind).get(name) is None:
            setattr(made, name, _made_when_called(made, name, maker))
    return made


def _made_when_called(kind: type, name: str, maker: Callable[..., type]) -> Method:
    def first(self: object, *given: object, **named: object) -> object:
        members = [(one.name, object, copy(one)) for one in _fields(kind)]
        likeness = maker(kind.__name__, members, namespace={"__doc__": kind.__doc__ or "A record."})
        method: Method = getattr(likeness, name)
        setattr(kind, name, method)
        return method(self, *given, **named)

    return first


def _fields(kind: type) -> tuple[Field[object], ...]:
    return fields(kind)


def _may_not_set(_: object, name: str, __: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _may_not_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, one.name) for one in _fields(type(self))]


def _set_state(self: object, state: list[object]) -> None:
    for one, value in zip(_fields(type(self)), state, strict=True):
        object.__setattr__(self, one.name, value)


_NO_WRITING: Mapping[str, Method] = {
    "__setattr__": _may_not_set,
    "__delattr__": _may_not_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
