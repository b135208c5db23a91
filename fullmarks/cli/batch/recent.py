"""A mapping that keeps what was asked for of late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, MutableMapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(MutableMapping[Key, Value]):
    """So many things at most; the one that was not asked for the longest time gives way."""

    __slots__ = ("_most", "_things")

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[Key, Value] = OrderedDict()

    def __getitem__(self, key: Key) -> Value:
        value = self._things[key]
        self._things.move_to_end(key)
        return value

    def __setitem__(self, key: Key, value: Value) -> None:
        self._things[key] = value
        self._things.move_to_end(key)
        if len(self._things) > self._most:
            self._things.popitem(last=False)

    def __delitem__(self, key: Key) -> None:
        del self._things[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)
