"""What two rubrics say differently, in lines for an author. For staff: it shows keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fullmarks.report.facts import shortened
from fullmarks.report.shown import shown
from fullmarks.rubric.differences import Changed, Difference, RubricDifferences
from fullmarks.rubric.model import Rubric

LONGEST = 100
"""Characters of a value that are shown; JSON holds all of it."""
NAMED_ITEMS = 3
"""So many items are named that share a difference, such as a symbol of the whole rubric."""


def differences_as_text(found: RubricDifferences, old: Rubric, new: Rubric) -> Iterator[str]:
    """The lines, without their ends."""
    if not found:
        yield "No difference in meaning."
        return
    name = new.id if old.id == new.id else f"{old.id} → {new.id}"
    yield f"{name}  version {old.version[:12]} → {new.version[:12]}"
    for place, differences in _grouped(found).items():
        yield ""
        yield place
        yield from (f"  {_line(difference)}" for difference in differences)
    lists = (("added", found.added), ("removed", found.removed))
    renamed = tuple(f"{before} → {after}" for before, after in found.renamed)
    told = [f"{label:<9}{', '.join(names)}" for label, names in (*lists, ("renamed", renamed)) if names]
    yield from ("", *told) if told else ()
    yield ""
    yield _sum(found)


def _grouped(found: RubricDifferences) -> Mapping[str, list[Difference]]:
    """Differences by place; one that several items share, such as a symbol of the whole rubric, is told once."""
    where: dict[Difference, list[Changed]] = {}
    for changed in found.changed:
        for difference in changed.differences:
            where.setdefault(difference, []).append(changed)
    grouped: dict[str, list[Difference]] = {}
    for difference, places in where.items():
        grouped.setdefault(_heading(places), []).append(difference)
    return grouped


def _heading(places: list[Changed]) -> str:
    names = [one.place or "the whole rubric" for one in places]
    more = f" and {len(names) - NAMED_ITEMS} more" if len(names) > NAMED_ITEMS else ""
    return f"{', '.join(names[:NAMED_ITEMS])}{more}{' (verdicts may change)' if any(one.verdicts for one in places) else ''}"


def _line(difference: Difference) -> str:
    if difference.aspect is None:
        return "something else"
    what = f"{difference.aspect} {shown(shortened(difference.name, LONGEST))}".strip()
    return f"{what}: {_value(difference.before)} → {_value(difference.after)}"


def _value(text: str | None) -> str:
    return "–" if text is None else shown(shortened(text, LONGEST)) or "“”"


def _sum(found: RubricDifferences) -> str:
    items = [one for one in found.changed if "." in one.place]
    touched = sum(one.verdicts for one in items)
    differ = f"{len(items)} {'item differs' if len(items) == 1 else 'items differ'}"
    return (
        f"{differ}; answers to {touched or 'none'} of them may be judged otherwise."
        if items
        else "No item that both have differs."
    )
