"""Which rules of an item its own examples reach.

Rules are each accepted key, known mistake, convention and credit by diagnosis, and each option that may be chosen wrongly. A rule
that no example reaches is a rule that nobody has tried: it may earn points for the wrong answer, or never.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from fullmarks.authoring.examples import TriedExample
from fullmarks.checkers.choice import ChoiceOptions, named_options
from fullmarks.diagnose.convention import CODE as CONVENTION
from fullmarks.grade.follow_through import FOLLOW_THROUGH
from fullmarks.grade.judge import judge
from fullmarks.outcome import Diagnosis
from fullmarks.records import frozen
from fullmarks.rubric.model import Item


class RuleKind(StrEnum):
    """The kinds of rule that an example may reach."""

    KEY = "key"
    KNOWN = "known mistake"
    CONVENTION = "convention"
    NEAR = "credit for"
    OPTION = "option"
    FOLLOW = "follow-through from"


@frozen
class Rule:
    """One way in which an item marks an answer; ``name`` tells it from the others of its kind."""

    item: str
    kind: RuleKind
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@frozen
class Coverage:
    """How often each rule of an item was reached, in the item's order."""

    reached: tuple[tuple[Rule, int], ...]

    @property
    def unreached(self) -> tuple[Rule, ...]:
        """The rules that no example reaches."""
        return tuple(rule for rule, times in self.reached if not times)


def rules(item: Item) -> tuple[Rule, ...]:
    """All rules of an item: keys, known mistakes, conventions, credits, and the earlier items that it follows."""
    return (
        *(Rule(item.id, RuleKind.KEY, _key_name(item, place)) for place in range(len(item.keys))),
        *(Rule(item.id, RuleKind.KNOWN, _known_name(item, place)) for place in range(len(item.known))),
        *(Rule(item.id, RuleKind.CONVENTION, convention.name) for convention in item.conventions),
        *(Rule(item.id, RuleKind.NEAR, code) for code in item.near),
        *(Rule(item.id, RuleKind.OPTION, option) for option in _wrong_options(item)),
        *(Rule(item.id, RuleKind.FOLLOW, earlier) for earlier in _followed(item)),
    )


def coverage(item: Item, tried: Iterable[TriedExample]) -> Coverage:
    """Which rules the examples of one item reach."""
    counted = Counter(rule for one in tried if one.item.id == item.id for rule in _reached(one))
    return Coverage(tuple((rule, counted[rule]) for rule in rules(item)))


def _reached(tried: TriedExample) -> tuple[Rule, ...]:
    """The rules that decided an example; a step may go on from several earlier answers."""
    diagnosis = tried.judged.outcome.diagnosis
    if diagnosis is None or diagnosis.code != FOLLOW_THROUGH:
        rule = rule_of(tried)
        return () if rule is None else (rule,)
    followed = dict(diagnosis.detail).get("items", "").split(", ")
    return tuple(
        Rule(tried.item.id, RuleKind.FOLLOW, earlier) for earlier in _followed(tried.item) if earlier in followed
    )


def _followed(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(followed.earlier.id for followed in item.follows))


def rule_of(tried: TriedExample) -> Rule | None:
    """The rule that decided an example; None where nothing in the rubric but “not the key” did."""
    item, outcome = tried.item, tried.judged.outcome
    explained = _explained_by(item, outcome.diagnosis) if outcome.diagnosis else None
    if explained is not None:
        return explained
    if outcome.share == 0:
        return _option_named(item, tried.example.answer)
    place = _key_reached(item, tried.example.answer)
    return None if place is None else Rule(item.id, RuleKind.KEY, _key_name(item, place))


def _explained_by(item: Item, diagnosis: Diagnosis) -> Rule | None:
    detail = dict(diagnosis.detail)
    if diagnosis.code == "known_mistake":
        return Rule(item.id, RuleKind.KNOWN, _known_name(item, int(detail["known"])))
    if diagnosis.code == CONVENTION:
        return Rule(item.id, RuleKind.CONVENTION, detail["convention"])
    return Rule(item.id, RuleKind.NEAR, diagnosis.code) if diagnosis.code in item.near else None


def _key_reached(item: Item, answer: str) -> int | None:
    """The first key that by itself would have earned something."""
    for place, key in enumerate(item.keys):
        alone = replace(item, keys=(key,), known=(), conventions=(), near={})
        if judge(answer, alone).outcome.share > 0:
            return place
    return None


def _wrong_options(item: Item) -> tuple[str, ...]:
    """What may be chosen wrongly, where the item is a choice and no known mistake says more about it."""
    options = item.keys[0].options
    if not isinstance(options, ChoiceOptions):
        return ()
    keys = (*item.keys, *(known.key for known in item.known))
    told = {options.right() for key in keys if isinstance(options := key.options, ChoiceOptions)}
    return tuple(option for option in options.names() if option not in told)


def _option_named(item: Item, answer: str) -> Rule | None:
    options = item.keys[0].options
    if not isinstance(options, ChoiceOptions):
        return None
    named = named_options(answer, options)
    return next((Rule(item.id, RuleKind.OPTION, option) for option in _wrong_options(item) if named == {option}), None)


def _key_name(item: Item, place: int) -> str:
    return f"{place + 1} ({_short(item.keys[place].text)})"


def _known_name(item: Item, place: int) -> str:
    return f"{place + 1} ({_short(item.known[place].key.text)})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
