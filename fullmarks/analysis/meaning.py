"""Groups of answers by what they mean: those that are proven equal are one, however they were written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fullmarks.analysis.answers import AnswerGroup, joined
from fullmarks.analysis.statistics import ClassStatistics, ItemStatistics
from fullmarks.checkers.checker import Wants
from fullmarks.compare.canonical import key
from fullmarks.compare.equal import equal
from fullmarks.compare.evaluation.undefined import NoValueError
from fullmarks.compare.workspace import lasting
from fullmarks.errors import ReadError
from fullmarks.expr.nodes import Node
from fullmarks.grade.aim import Target
from fullmarks.grade.safely import decide_safely
from fullmarks.outcome import Verdict
from fullmarks.read.reader import read
from fullmarks.rubric.model import Item, Key, Rubric

MOST_COMPARED = 20
"""So many groups of an item, the commonest, are compared with each other; rarer ones stay as they were read."""


def by_meaning(statistics: ClassStatistics, rubric: Rubric) -> ClassStatistics:
    """The same statistics, with answers that are equal under the rubric's declarations in one group."""
    items = {item.id: item for item in rubric.items()}
    return replace(statistics, items=tuple(_joined(one, items.get(one.item)) for one in statistics.items))


def _joined(statistics: ItemStatistics, item: Item | None) -> ItemStatistics:
    if item is None or item.wants is Wants.WORDS:
        return statistics
    groups = sorted(_by_tree(statistics.groups, item), key=lambda one: (-one.count, one.reading, one.verdict))
    return replace(statistics, groups=tuple(groups))


def _by_tree(groups: Sequence[AnswerGroup], item: Item) -> list[AnswerGroup]:
    """Groups that are written the same but for order come together first, then those that are proven equal."""
    target = _target(item)
    alike: dict[tuple[object, ...], list[tuple[AnswerGroup, Node | None]]] = {}
    for group in groups:
        read_as = _tree(group.reading, item)
        tree = None if read_as is None else target.aim(read_as).tree
        same = group.reading if tree is None else key(tree)
        alike.setdefault((group.verdict, group.points, same), []).append((group, tree))
    families = [([group for group, _ in family], family[0][1]) for family in alike.values()]
    families.sort(key=lambda family: -sum(group.count for group in family[0]))
    kept: list[tuple[list[AnswerGroup], Node | None]] = []
    for number, (family, tree) in enumerate(families):
        twin = _twin(family[0], tree, kept, item) if number < MOST_COMPARED else None
        if twin is None:
            kept.append((family, tree))
        else:
            twin.extend(family)
    return [joined(family) for family, _ in kept]


def _twin(
    group: AnswerGroup, tree: Node | None, kept: Sequence[tuple[list[AnswerGroup], Node | None]], item: Item
) -> list[AnswerGroup] | None:
    """The group that an answer equals; one verdict and as many points besides."""
    if tree is None:
        return None
    for others, other in kept:
        first = others[0]
        if other is None or (first.verdict, first.points) != (group.verdict, group.points):
            continue
        if _equal(tree, other, item) or _answers(group.reading, first.reading, other, item):
            return others
    return None


def _equal(tree: Node, other: Node, item: Item) -> bool:
    try:
        return bool(equal(tree, other, item.assumptions).equal)
    except NoValueError:
        return False


def _answers(text: str, key_text: str, tree: Node, item: Item) -> bool:
    """Whether an answer would be right if the other one were the key: in any order, where the item does not ask for one."""
    asked = replace(
        item,
        keys=(Key(key_text, tree, item.keys[0].options),),
        known=(),
        conventions=(),
        near={},
        follows=(),
        findings=lasting([tree]),
    )
    return decide_safely(text, asked).outcome.verdict is Verdict.CORRECT


def _tree(text: str, item: Item) -> Node | None:
    """What a reading in plain text was the text of; None for what is no formula."""
    try:
        return read(text, item.vocabulary).tree
    except ReadError:
        return None


def _target(item: Item) -> Target:
    """What of an answer answers the item: of ``c = 1/√d`` the right side, where c is asked for."""
    names = tuple(tree for target in item.targets if (tree := _tree(target, item)) is not None)
    return Target(names, item.keys[0].tree, item.bound, item.named_key)
