"""What the service refuses for another reason than what a submission says: who asks, how often, on what condition."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import ValidationError

from fullmarks.errors import FullmarksError
from service.problem import ProblemPlace

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


class BadRubricError(Exception):
    """A rubric that was sent and is not taken; ``places`` say why, by line and column."""

    def __init__(self, sentence: str, places: tuple[ProblemPlace, ...]) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.places = places
