"""Hashes of meaning: of all that decides an item's verdicts, and of a whole rubric.

Both are SHA-256 over JSON of the models, in the models' order. Layout, comments, tests and options that are written out although
they hold anyway do not count; the order in which parts, items and pieces stand does.
"""

from __future__ import annotations

import hashlib
import json

from pydantic import BaseModel, JsonValue

from fullmarks.compare.arrays.shapes import Arrays
from fullmarks.expr.domains import Domain
from fullmarks.expr.plain import plain
from fullmarks.read.vocabulary import Vocabulary

_TESTS = {"parts": {"__all__": {"items": {"__all__": {"tests"}}}}}


def digest(meaning: JsonValue) -> str:
    """64 hexadecimal digits; the same for the same meaning on every machine."""
    text = json.dumps(meaning, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def meaning_of(model: BaseModel) -> JsonValue:
    """A model as JSON, with fractions as texts, without tests and without what only repeats a default."""
    dumped: JsonValue = model.model_dump(mode="json", exclude_defaults=True, exclude=_TESTS)
    return dumped


def meaning_of_vocabulary(vocabulary: Vocabulary) -> JsonValue:
    """What the reader is told, in a fixed order; what it sees in the keys themselves is not said again."""
    return {
        "symbols": [[name, _domain(domain)] for name, domain in sorted(vocabulary.symbols.items())],
        "functions": [*sorted(vocabulary.functions)],
        "indexed": [*sorted(vocabulary.indexed)],
        "operators": [[spelling, name] for spelling, name in sorted(vocabulary.operators.items())],
        "decimal_comma": vocabulary.decimal_comma,
    }


def meaning_of_arrays(arrays: Arrays) -> dict[str, JsonValue]:
    """The shapes of arrays and what defines their sizes; nothing where there are none."""
    if not arrays:
        return {}
    shapes: JsonValue = [[name, str(shape)] for name, shape in sorted(arrays.shapes.items())]
    where: JsonValue = [[name, plain(meaning)] for name, meaning in arrays.where]
    return {"arrays": shapes, "where": where}


def _domain(domain: Domain) -> JsonValue:
    bounds = [None if bound is None else str(bound) for bound in (domain.lower, domain.upper)]
    return [domain.kind, *bounds, domain.lower_open, domain.upper_open, domain.nonzero]
