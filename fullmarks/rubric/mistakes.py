"""What Pydantic finds wrong, said at its place in the file and in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fullmarks.checkers.options import OptionError
from fullmarks.errors import Problem
from fullmarks.rubric.amounts import quoted
from fullmarks.rubric.field_names import did_you_mean, names_at, nearest
from fullmarks.rubric.written import Path, Place, Written, existing, place_of_name, place_of_value

KEY = "[key]"
"""How Pydantic ends the way to a mapping's name."""

Where = Callable[[Path], Path]
"""From a place in the model that was validated to the path in the file."""


def problem(place: Place, sentence: str) -> Problem:
    """A mistake at a place."""
    return Problem(place.line, place.column, sentence)


def problems(
    error: ValidationError, model: type[BaseModel], root: Written, where: Where = lambda path: path
) -> Iterator[Problem]:
    """Each mistake that a validation found, one a place.

    Where a value may be one of several things, Pydantic tells the mistakes against each of them; only those of the thing that
    comes nearest to what was written are told here.
    """
    details = _nearest_kind(error.errors(include_url=False), root, where)
    paths = [_path(detail, root, where) for detail in details]
    misspelt = {
        (*path[:-1], meant)
        for detail, path in zip(details, paths, strict=True)
        if detail["type"] == "extra_forbidden"
        and (meant := nearest(str(path[-1]), names_at(model, detail["loc"][:-1])))
    }
    told: set[Path] = set()
    for detail, path in zip(details, paths, strict=True):
        deeper = any(len(other) > len(path) and other[: len(path)] == path for other in paths)
        if deeper or path in told or (detail["type"] == "missing" and path in misspelt):
            continue
        told.add(path)
        yield problem(_place(detail, path, root), _sentence(detail, model, detail["loc"]))


def in_order(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Mistakes in the order of the file, each once."""
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, one.column)))


def missing_name(name: str) -> str:
    """The sentence for a name that must stand where it does not."""
    return f"“{name}:” is missing here."


def unknown_name(name: str, known: Iterable[str]) -> str:
    """The sentence for a name that may not stand where it stands."""
    return f"“{name}” is not known here. {did_you_mean(name, known)}".rstrip()


def not_one_of(written: str, known: Iterable[str]) -> str:
    """The sentence for a value that is none of a few."""
    names = tuple(known)
    hint = did_you_mean(written, names)
    listed = f"Write one of: {', '.join(names)}."
    return f"“{written}” is not known here. {hint if hint.startswith('Did') else listed}"


def _nearest_kind(details: list[ErrorDetails], root: Written, where: Where) -> list[ErrorDetails]:
    """Without the mistakes against those kinds of a value that fail sooner than another kind does."""
    depth: dict[Path, dict[str | int, int]] = {}
    kinds = [_kind(detail, root, where) for detail in details]
    for detail, (value, kind) in zip(details, kinds, strict=True):
        of_value = depth.setdefault(value, {})
        of_value[kind] = max(of_value.get(kind, 0), len(_path(detail, root, where)))
    return [
        detail
        for detail, (value, kind) in zip(details, kinds, strict=True)
        if depth[value][kind] == max(depth[value].values())
    ]


def _kind(detail: ErrorDetails, root: Written, where: Where) -> tuple[Path, str | int]:
    """The value that may be of several kinds, and the one that a mistake is against; the mistake's own place if there are none.

    Pydantic names the kind in the path, where the file has nothing of that name.
    """
    path: Path = detail["loc"]
    for length in range(2, len(path)):
        if len(existing(root, where(path[:length]))) == len(existing(root, where(path[: length - 1]))):
            return path[: length - 1], path[length - 1]
    return path, ""


def _path(detail: ErrorDetails, root: Written, where: Where) -> Path:
    """The path in the file to what is wrong; of what is missing, to where it should stand."""
    path: Path = detail["loc"]
    if isinstance(error := detail.get("ctx", {}).get("error"), OptionError):
        path = (*path, *error.path)
    if detail["type"] == "missing":
        return (*existing(root, where(path[:-1])), path[-1])
    return (*existing(root, where(path[:-1])), KEY) if path and path[-1] == KEY else existing(root, where(path))


def _place(detail: ErrorDetails, path: Path, root: Written) -> Place:
    if detail["type"] == "missing" or (path and path[-1] == KEY):
        return place_of_name(root, path[:-1])
    is_name = detail["type"] == "extra_forbidden" or isinstance(detail.get("ctx", {}).get("error"), OptionError)
    return place_of_name(root, path) if is_name else place_of_value(root, path)


def _sentence(detail: ErrorDetails, model: type[BaseModel], path: Path) -> str:
    name = str(path[-1]) if path else ""
    match detail["type"]:
        case "missing":
            return missing_name(name)
        case "extra_forbidden":
            return unknown_name(name, names_at(model, path[:-1]))
        case "value_error" | "assertion_error":
            return str(detail["ctx"]["error"])
        case "literal_error" | "enum":
            return _not_a_choice(detail)
        case "too_short" if not isinstance(detail["input"], str):
            return "Nothing is listed here. At least one is needed."
        case "too_short" | "string_too_short":
            return "An empty text says nothing. Write something, or remove the line."
        case "too_long" | "string_too_long":
            return f"This is too long; the most is {detail['ctx']['max_length']:,}."
    return _of_wrong_type(detail)


def _not_a_choice(detail: ErrorDetails) -> str:
    written = detail["input"]
    expected = str(detail["ctx"]["expected"]).replace(" or ", ", ")
    names = [name.strip(" '") for name in expected.split(",")]
    if isinstance(written, str):
        return not_one_of(written, names)
    return f"{quoted(written)} cannot stand here. Write one of: {', '.join(names)}."


def _of_wrong_type(detail: ErrorDetails) -> str:
    written, kind = detail["input"], detail["type"]
    what = quoted(written)
    if kind == "string_type":
        return f"{what} stands where a text is expected. Put quotes around the whole text."
    if kind in ("list_type", "tuple_type", "set_type", "frozen_set_type"):
        return f"{what} stands where a list is expected. Write [first, second], or one a line with “- ”."
    if kind in ("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"):
        return f"{what} stands where “name: value” lines are expected."
    if kind.startswith(("int_", "float_", "decimal_", "fraction_")):
        return f"{what} is not a {'whole ' if kind.startswith('int_') else ''}number."
    bound = next((f"{word} {detail['ctx'][limit]}" for limit, word in _BOUNDS if limit in detail.get("ctx", {})), None)
    if bound is not None:
        return f"{what} is out of bounds: {bound}."
    return f"{what} cannot stand here: {detail['msg'][:1].lower()}{detail['msg'][1:]}."


_BOUNDS = (("ge", "at least"), ("gt", "more than"), ("le", "at most"), ("lt", "less than"))
