"""What the service refuses for another reason than what a submission says: who asks, how often, on what condition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import ValidationError

from fullmarks.errors import FullmarksError

NOTHING: Mapping[str, str] = MappingProxyType({})


class RefusedError(FullmarksError):
    """A request that its sender must change; ``headers`` go with the answer."""

    def __init__(self, code: str, sentence: str, headers: Mapping[str, str] = NOTHING) -> None:
        super().__init__(code, sentence)
        self.headers = headers


class BadBodyError(Exception):
    """A body that is JSON and not what the operation takes."""

    def __init__(self, mistakes: ValidationError) -> None:
        super().__init__(str(mistakes))
        self.mistakes = mistakes
