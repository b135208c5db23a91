"""A memory of bounded size."""

from __future__ import annotations

from typing import TypeVar

Name = TypeVar("Name")
Thing = TypeVar("Thing")


class Bounded(dict[Name, Thing]):
    """A dict that forgets what it learnt first once it holds ``most`` things; it must only hold what can be found out again."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, name: Name, thing: Thing) -> None:
        if len(self) >= self._most and name not in self:
            del self[next(iter(self))]
        super().__setitem__(name, thing)
