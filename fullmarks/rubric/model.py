"""A rubric as the engine uses it: every key read, every name resolved, points exact.

The YAML's own shape is in ``schema.py``; ``load.py`` goes from one to the other and finds the mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

from fullmarks.checkers.checker import Checker, CheckerOptions, Wants
from fullmarks.compare.comparison import Assumptions
from fullmarks.compare.workspace import Findings, Workspace
from fullmarks.expr.definitions import Definition
from fullmarks.expr.nodes import Node
from fullmarks.find.found import SoughtPart
from fullmarks.outcome import Verdict
from fullmarks.read.vocabulary import Vocabulary
from fullmarks.records import frozen
from fullmarks.rubric.times import Rate


@frozen
class Key:
    """One accepted answer: its text as written, its tree, its checker's options and its share of the item's points."""

    text: str
    tree: Node
    options: CheckerOptions
    share: Fraction = Fraction(1)
    say: str | None = None
    """Feedback to a student whose answer is this one."""


@frozen
class KnownMistake:
    """A wrong answer that staff have met: what it is, what it earns and what to say."""

    key: Key
    points: Fraction
    say: str | None
    note: str | None = None
    """For staff only."""


@frozen
class Convention:
    """A key under another convention (correlation for convolution), by name, with the sentence that explains it."""

    name: str
    key: Key
    points: Fraction
    say: str | None


@frozen
class Example:
    """An answer with the verdict, and if wanted the diagnosis code and points, that the author expects; ``line`` is its place."""

    answer: str
    verdict: Verdict
    code: str | None
    points: Fraction | None
    line: int
    given: Mapping[str, str] = field(default_factory=dict)
    """Answers to earlier items, by their ids."""


@frozen
class Followed:
    """A name in an item's key that stands for the answer to an earlier item.

    ``definition`` is what it stands for where the earlier answer is right. Another answer may be put in its place where it
    meets ``where``; what follows from it then earns at most ``share`` of the points.
    """

    name: str
    earlier: Item
    definition: Definition
    where: Node | None = None
    share: Fraction = Fraction(1)


@dataclass(frozen=True)
class Item:
    """One thing that is asked and marked; ``id`` is ``part.item``. Without slots, since it is copied for every answer."""

    id: str
    name: str
    title: str
    """What the item asks for, in words; empty when the author gave none."""
    points: Fraction
    optional: bool
    """Worth points only above the maximum: not counted in ``max_score``."""
    void: bool
    """Full points for everybody."""
    checker: Checker[CheckerOptions]
    keys: tuple[Key, ...]
    """What is put into them is what is right: earlier items' own keys. The key, then the further accepted ones (``also:``)."""
    known: tuple[KnownMistake, ...]
    conventions: tuple[Convention, ...]
    near: Mapping[str, Fraction]
    """Share of the points by diagnosis code."""
    targets: tuple[str, ...]
    """The left sides that an answer to this item may have, the usual one first: ``dw_{h,l}``."""
    labels: tuple[str, ...]
    """Words that name the item in a document: ``biases``, ``stride 2``."""
    vocabulary: Vocabulary
    assumptions: Assumptions
    say: Mapping[Verdict, str]
    """The author's own feedback by verdict."""
    note: str | None
    """For staff only."""
    examples: tuple[Example, ...]
    follows: tuple[Followed, ...]
    """The names in its keys that stand for earlier answers."""
    hash: str
    """Of all that decides this item's verdicts."""
    line: int
    named_key: Node | None = None
    """The key with names of earlier answers in it as they are written; None where it has none."""
    bound: str | None = None
    """``upper`` or ``lower`` where the item asks for a bound: then ``… ≤ key``, or ``… ≥ key``, gives it as well."""
    findings: Findings = field(default_factory=Findings, compare=False, repr=False)
    """What has been found out about the trees of its keys, known mistakes and conventions while answers were compared with them."""

    @property
    def wants(self) -> Wants:
        return self.checker.wants

    def in_workspace(self, workspace: Workspace) -> Item:
        """The same item while one answer is judged: all its fields at once, since ``replace`` takes many times as long."""
        judged = object.__new__(Item)
        fields = vars(judged)
        fields.update(vars(self))
        fields["assumptions"] = self.assumptions.in_workspace(workspace)
        return judged


@frozen
class Part:
    """A part of the homework as students name it: ``2g``."""

    id: str
    title: str
    items: tuple[Item, ...]
    aliases: tuple[str, ...] = ()
    """Further names that documents may use for the part."""
    stated_points: Fraction | None = None
    """What its items are worth together, as the author says; None where nothing is said."""


@frozen
class AttemptPolicy:
    """Which of several attempts counts (``last``, ``best``, ``first``), and what share of the points each further one, or hint, costs.

    ``submission_cost`` is what an earlier submission with another answer costs. All of them together cost no more than ``cap``.
    """

    counts: str = "last"
    cost: Fraction = Fraction(0)
    hint_cost: Fraction = Fraction(0)
    cap: Fraction = Fraction(1)
    submission_cost: Fraction = Fraction(0)


@frozen
class LatePolicy:
    """What share of the points a late submission costs, at most ``cap``; what comes within ``grace`` is not late.

    ``after`` is when the assignment is due for those whose submission does not say it.
    """

    cost: Rate
    after: datetime | None = None
    grace: timedelta = timedelta(0)
    cap: Fraction = Fraction(1)


@frozen
class RoundingPolicy:
    """To multiples of what the points that count are rounded, half up; None: not at all."""

    item: Fraction | None = None
    part: Fraction | None = None
    total: Fraction | None = None


@frozen
class ReleasePolicy:
    """What a student's view shows: verdicts and keys, each ``at once``, ``after due`` or ``never``."""

    verdicts: str = "at once"
    keys: str = "never"


@frozen
class Rubric:
    """A whole marking scheme; ``version`` is the hash of its meaning, not of its layout."""

    id: str
    title: str
    version: str
    parts: tuple[Part, ...]
    sought: tuple[SoughtPart, ...]
    """What the finder looks for, part by part."""
    attempts: AttemptPolicy = field(default_factory=AttemptPolicy)
    release: ReleasePolicy = field(default_factory=ReleasePolicy)
    late: LatePolicy | None = None
    rounding: RoundingPolicy = field(default_factory=RoundingPolicy)
    stated_points: Fraction | None = None
    """What all items are worth together, as the author says; None where nothing is said."""
    files: tuple[str, ...] = ()
    """Names of the file that holds the answers, the first that is there before the others; where none is named it is found."""

    def part(self, part_id: str) -> Part | None:
        """The part of that id."""
        return next((part for part in self.parts if part.id == part_id), None)

    def items(self) -> tuple[Item, ...]:
        """All items, in the rubric's order."""
        return tuple(item for part in self.parts for item in part.items)
