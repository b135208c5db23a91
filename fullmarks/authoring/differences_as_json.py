"""What two rubrics say differently, for programs: schema ``fullmarks/rubric-diff@1``, one line."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fullmarks.rubric.differences import Difference, RubricDifferences
from fullmarks.rubric.model import Rubric


class DiffModel(BaseModel):
    """Base of the parts: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class DiffRubric(DiffModel):
    """One of the two."""

    id: str
    version: str


class DiffChange(DiffModel):
    """One facet: ``aspect`` is ``something else`` where there are no words for it, ``before`` or ``after`` null where it is not there."""

    aspect: str
    name: str
    before: str | None
    after: str | None


class DiffPlace(DiffModel):
    """An item, a part, or (empty) the whole; ``verdicts`` tells whether an answer may be judged otherwise."""

    place: str
    verdicts: bool
    changes: tuple[DiffChange, ...]


class DiffRename(DiffModel):
    """An item with the same keys and rules under another name."""

    before: str
    after: str


class RubricDiff(DiffModel):
    """The whole."""

    schema_: Literal["fullmarks/rubric-diff@1"] = Field("fullmarks/rubric-diff@1", alias="schema")
    old: DiffRubric
    new: DiffRubric
    changed: tuple[DiffPlace, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[DiffRename, ...]


UNNAMED = "something else"


def differences_as_json(found: RubricDifferences, old: Rubric, new: Rubric) -> str:
    """One line without its end."""
    diff = RubricDiff(
        old=DiffRubric(id=old.id, version=old.version),
        new=DiffRubric(id=new.id, version=new.version),
        changed=tuple(
            DiffPlace(place=one.place, verdicts=one.verdicts, changes=tuple(_change(each) for each in one.differences))
            for one in found.changed
        ),
        added=found.added,
        removed=found.removed,
        renamed=tuple(DiffRename(before=before, after=after) for before, after in found.renamed),
    )
    return diff.model_dump_json()


def _change(difference: Difference) -> DiffChange:
    aspect = difference.aspect.value if difference.aspect else UNNAMED
    return DiffChange(aspect=aspect, name=difference.name, before=difference.before, after=difference.after)
