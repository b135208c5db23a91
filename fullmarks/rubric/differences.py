"""What two rubrics say differently, place by place. Layout and tests do not count; a change of meaning is never passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fullmarks.records import frozen
from fullmarks.rubric.facets import Aspect, Facets, facets_of_item, facets_of_part, facets_of_rubric
from fullmarks.rubric.model import Item, Part, Rubric


@frozen
class Difference:
    """One facet that changed; None on the side where there is none. Without an aspect something changed that has no words here."""

    aspect: Aspect | None
    name: str
    before: str | None
    after: str | None


@frozen
class Changed:
    """One place, empty for the whole rubric, and all that differs there."""

    place: str
    differences: tuple[Difference, ...]
    verdicts: bool
    """Whether an answer to the item may be judged otherwise; of parts and rubrics never."""


@frozen
class RubricDifferences:
    """All that differs, the places in the new rubric's order."""

    changed: tuple[Changed, ...]
    added: tuple[str, ...]
    """Items that only the new rubric has."""
    removed: tuple[str, ...]
    """Items that only the old rubric has."""
    renamed: tuple[tuple[str, str], ...]
    """Items with the same keys and rules under another name: the old one and the new one."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed or self.renamed)


def rubric_differences(old: Rubric, new: Rubric) -> RubricDifferences:
    """All that differs in meaning; empty where both mean the same."""
    before, after = {item.id: item for item in old.items()}, {item.id: item for item in new.items()}
    renamed = tuple(_renamed(_without(before, after), _without(after, before)))
    pairs = {**{new_id: old_id for old_id, new_id in renamed}, **{name: name for name in after if name in before}}
    changed = (
        Changed("", facet_differences(_of_rubric(old, new), facets_of_rubric(new)), verdicts=False),
        *_parts(old, new),
        *(_item(before[pairs[name]], item) for name, item in after.items() if name in pairs),
    )
    found = RubricDifferences(
        tuple(one for one in changed if one.differences),
        tuple(name for name in after if name not in pairs),
        tuple(name for name in before if name not in pairs.values()),
        renamed,
    )
    if found or old.version == new.version:
        return found
    return RubricDifferences((Changed("", (_UNNAMED,), verdicts=False),), (), (), ())


RULES = frozenset(
    (
        *(Aspect.CHECKER, Aspect.KEY, Aspect.CRITERION, Aspect.ALSO, Aspect.OPTION, Aspect.KNOWN, Aspect.CONVENTION),
        *(Aspect.NEAR, Aspect.TARGET, Aspect.BOUND, Aspect.VOID, Aspect.FOLLOWS),
    )
)
_UNNAMED = Difference(None, "", None, None)


def item_differences(old: Item, new: Item) -> tuple[Difference, ...]:
    """All that two items say differently; never empty where an answer may be judged otherwise."""
    found = facet_differences(facets_of_item(old), facets_of_item(new))
    return found if found or old.hash == new.hash else (_UNNAMED,)


def facet_differences(old: Facets, new: Facets) -> tuple[Difference, ...]:
    """The facets that differ, in the new one's order and then those that are gone."""
    return tuple(
        Difference(*facet, old.get(facet), new.get(facet))
        for facet in dict.fromkeys((*new, *old))
        if old.get(facet) != new.get(facet)
    )


def _of_rubric(rubric: Rubric, other: Rubric) -> Facets:
    """A rubric's facets; its order counts only where the other has the same parts."""
    facets = facets_of_rubric(rubric)
    same = {part.id for part in rubric.parts} == {part.id for part in other.parts}
    return facets if same else {**facets, (Aspect.ORDER, ""): facets_of_rubric(other)[Aspect.ORDER, ""]}


def _parts(old: Rubric, new: Rubric) -> Iterator[Changed]:
    for part in new.parts:
        before = old.part(part.id)
        if before is not None:
            yield Changed(part.id, facet_differences(_of_part(before, part), facets_of_part(part)), verdicts=False)


def _of_part(part: Part, other: Part) -> Facets:
    """A part's facets; its order counts only where the other has the same items."""
    facets = facets_of_part(part)
    same = {item.name for item in part.items} == {item.name for item in other.items}
    return facets if same else {**facets, (Aspect.ORDER, ""): facets_of_part(other)[Aspect.ORDER, ""]}


def _item(old: Item, new: Item) -> Changed:
    return Changed(new.id, item_differences(old, new), verdicts=old.hash != new.hash)


def _without(items: dict[str, Item], others: dict[str, Item]) -> list[Item]:
    return [item for name, item in items.items() if name not in others]


def _renamed(gone: Sequence[Item], new: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Pairs of a lost and a new item with the same keys and rules, where only one pair is."""
    rules_of_new = {item.id: _rules(item) for item in new}
    rules_of_gone = {item.id: _rules(item) for item in gone}
    for name, rules in rules_of_new.items():
        twins = [other for other, its in rules_of_gone.items() if its == rules]
        if len(twins) == 1 and [*rules_of_new.values()].count(rules) == 1:
            yield twins[0], name


def _rules(item: Item) -> Facets:
    """What an item is known by when its name changes: how it is judged, but for the names that it knows."""
    return {facet: said for facet, said in facets_of_item(item).items() if facet[0] in RULES}
