"""What a checker is: one frozen record that each checker's file ends with, and that the registry maps its kind to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from fullmarks.compare.comparison import Assumptions
from fullmarks.expr.nodes import Node
from fullmarks.outcome import Diagnosis, Outcome
from fullmarks.records import frozen

KeyText = str
"""A key as its author wrote it, in any spelling that answers may have."""

ReadKey = Callable[[KeyText], Node]
"""Reads a key with the item's own symbols; raises UnusableKeyError."""


class Wants(StrEnum):
    """What kind of thing an answer must be: how it is read, and what is looked for in a document."""

    EXPRESSION = "expression"
    NUMBER = "number"
    MATRIX = "matrix"
    TUPLE = "tuple"
    VECTORS = "vectors"
    """Several vectors, or one, in any spelling."""
    SET = "set"
    INTERVAL = "interval"
    RELATION = "relation"
    PIECEWISE = "piecewise"
    TABLE = "table"
    """Read as a table: the checker gets a matrix of two columns, the names of the rows and their entries."""
    GROWTH = "growth"
    """Read as an expression; of a sentence the checker gets the formula in it with its words, or its words alone."""
    UNPOOLED = "unpooled"
    """Read with conditions such as “where the maximum is” as names: the checker gets the formula, and the words around it."""
    WORDS = "words"
    """Read as prose: the checker gets the answer as one ``Text`` node."""


class CheckerOptions(BaseModel):
    """Base of all options: frozen, unknown fields forbidden, texts bounded. The subclass is the rubric's schema for its kind."""

    # Only the options that a rubric uses are worth building a validator for.
    model_config = ConfigDict(frozen=True, extra="forbid", str_max_length=20_000, defer_build=True)


Options = TypeVar("Options", bound=CheckerOptions)


@frozen
class Checker(Generic[Options]):
    """A kind of checking.

    ``expected`` makes the key's tree from the options (a ``Text`` node for kinds that read words). ``check(answer, expected,
    options, assumptions)`` never raises on any answer. ``sentences`` holds the default feedback to the student by verdict or
    diagnosis code.
    """

    kind: str
    options: type[Options]
    wants: Wants
    expected: Callable[[Options, ReadKey], Node]
    check: Callable[[Node, Node, Options, Assumptions], Outcome]
    sentences: Mapping[str, str]
    whole_answers: Callable[[Options], tuple[str, ...]] = lambda _: ()
    """Answers in words that the options accept in place of mathematics; such an answer is not read but handed on as ``Text``."""
    explain: Callable[[Node, Node, Options, Assumptions], Diagnosis | None] = lambda *_: None
    """Why an answer is wrong, where ``check`` does not say it because it takes work: asked only if somebody wants to know."""
    own_letters: bool = False
    """Whether a key may use letters that nothing declares: parameters, constants of integration."""
    to_explain: Callable[[Node, Node], Node] = lambda answer, _: answer
    """What of a wrong answer near misses are looked for in, beside what is expected."""
