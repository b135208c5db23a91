"""What has been worked out about trees while one answer is judged, so that nothing is worked out twice.

A wrong answer is compared with its key, with known mistakes and with many spoilt keys, mostly at the same points. A workspace
belongs to one judgement and is dropped with it; it holds its trees, so that their identities stay theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from fullmarks.compare.evaluation.evaluate import Evaluator
from fullmarks.compare.evaluation.program import Program, program
from fullmarks.compare.evaluation.special import Value
from fullmarks.compare.evaluation.undefined import NoValueError, UncertainError, UndefinedError
from fullmarks.compare.survey import Survey, survey
from fullmarks.expr.nodes import Node

_MOST_VALUES = 4_096


@dataclass(frozen=True, slots=True)
class Result:
    """What a tree came to at a point: its value, or why there is none; and what the evaluator noticed."""

    value: Value | None
    lacking: str | None
    height: int
    absorbed: bool
    needed_bits: int


def evaluated(made: Program, evaluator: Evaluator) -> Result:
    """What a program comes to at an evaluator's point."""
    value: Value | None = None
    lacking: str | None = None
    try:
        value = evaluator.run(made)
    except UndefinedError as error:
        lacking = error.kind
    except UncertainError:
        lacking = "uncertain"
    except NoValueError:
        lacking = "beyond"
    return Result(value, lacking, evaluator.height, evaluator.absorbed, evaluator.needed_bits)


Place = tuple[int, int, bool, frozenset[str], frozenset[str]]
"""Which generic point: its number, the precision, whether in complex arithmetic, and which symbols count, or bound sums."""


class Workspace:
    """Surveys, programs and values by tree."""

    __slots__ = ("_programs", "_surveys", "_trees", "_values", "spent")

    def __init__(self) -> None:
        self.spent = 0
        """Evaluations that comparisons have cost so far."""
        self._trees: dict[int, Node] = {}
        self._surveys: dict[int, Survey] = {}
        self._programs: dict[int, Program] = {}
        self._values: dict[tuple[int, Place], Result] = {}

    def survey(self, tree: Node) -> Survey:
        """What there is in the tree."""
        found = self._surveys.get(id(tree))
        if found is None:
            self._trees[id(tree)] = tree
            found = self._surveys[id(tree)] = survey(tree)
        return found

    def program(self, tree: Node) -> Program:
        """The tree's program."""
        made = self._programs.get(id(tree))
        if made is None:
            self._trees[id(tree)] = tree
            made = self._programs[id(tree)] = program(tree)
        return made

    def seen(self, tree: Node, place: Place) -> Result | None:
        """What the tree came to there, if it was asked before."""
        return self._values.get((id(tree), place))

    def keep(self, tree: Node, place: Place, result: Result) -> None:
        """Keeps what the tree came to."""
        if len(self._values) < _MOST_VALUES:
            self._trees[id(tree)] = tree
            self._values[id(tree), place] = result
