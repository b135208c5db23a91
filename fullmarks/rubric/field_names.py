"""Which names may stand at a place of a shape: read from the models themselves, for “did you mean” and lists of what is known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from fullmarks.rubric.written import Path

_SHOWN = 12


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model as authors write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def names_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The names that the mapping at a path may hold; none where any may, or where nothing is known."""
    annotation: object = model
    for step in path:
        annotation = _inside(annotation, step)
    shape = _unwrapped(annotation)
    return field_names(shape) if isinstance(shape, type) and issubclass(shape, BaseModel) else ()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them, as a sentence; empty where nothing is known."""
    names = tuple(known)
    meant = nearest(word, names)
    if meant is not None:
        return f"Did you mean “{meant}”?"
    if not names:
        return ""
    return f"Known here: {', '.join(names[:_SHOWN])}{' …' if len(names) > _SHOWN else ''}."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; None where none is near."""
    found = difflib.get_close_matches(word.casefold(), tuple(known), n=1, cutoff=0.6)
    return found[0] if found else None


def _unwrapped(annotation: object) -> object:
    """The annotation without ``Annotated`` and ``None``; of several, the first model, or else the first."""
    if get_origin(annotation) is Annotated:
        return _unwrapped(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        choices = [_unwrapped(one) for one in get_args(annotation) if one is not NoneType]
        models = [one for one in choices if isinstance(one, type) and issubclass(one, BaseModel)]
        return (models or choices)[0]
    return annotation


def _inside(annotation: object, step: str | int) -> object:
    shape = _unwrapped(annotation)
    if isinstance(shape, type) and get_origin(shape) is None and issubclass(shape, BaseModel):
        for name, field in shape.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
        return None
    origin, arguments = get_origin(shape), get_args(shape)
    if not arguments:
        return shape
    return arguments[1] if isinstance(origin, type) and issubclass(origin, Mapping) else arguments[0]
