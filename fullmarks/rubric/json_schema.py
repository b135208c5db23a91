"""The rubric language as a JSON Schema, for editors: made of the same models that load a rubric, all kinds of checker included.

An editor sees YAML's own types (a key ``2`` is a number), where the loader sees texts; so wherever a text may stand a number may.
"""

from __future__ import annotations

import json

from pydantic import BaseModel, JsonValue
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from fullmarks.checkers.checker import Checker, CheckerOptions
from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric.item_checker import option_names
from fullmarks.rubric.schema import ItemShape, RubricShape

Schema = dict[str, JsonValue]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: list[JsonValue] = ["string", "number", "boolean"]
_MODE: JsonSchemaMode = "validation"


def rubric_schema() -> Schema:
    """The whole schema; the same for the same models."""
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [(RubricShape, _MODE)]
    models += [(checker.options, _MODE) for checker in CHECKERS.values()]
    names, whole = models_json_schema(models, by_alias=True, ref_template="#/$defs/{model}")
    definitions = _mapping(whole["$defs"])
    kinds = {kind: _referred(definitions, names[(checker.options, _MODE)]) for kind, checker in CHECKERS.items()}
    item = _mapping(definitions[ItemShape.__name__])
    definitions[ItemShape.__name__] = _item(item, kinds)
    for checker in CHECKERS.values():
        definitions.pop(checker.options.__name__, None)
    top = _mapping(definitions.pop(RubricShape.__name__))
    return _mapping(
        _with_numbers({"$schema": DRAFT, "title": "Fullmarks rubric", **_without(top, "title"), "$defs": definitions})
    )


def as_text(schema: Schema) -> str:
    """The schema as it is committed."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _item(item: Schema, kinds: dict[str, Schema]) -> Schema:
    """An item: its own names, exactly one kind, and with each kind that kind's options."""
    own = _mapping(item["properties"])
    anything: Schema = {}
    properties: Schema = {**own}
    conditions: list[JsonValue] = []
    for kind, options in kinds.items():
        checker = CHECKERS[kind]
        written = _mapping(options["properties"])
        beside = {name: written[name] for name in option_names(checker)}
        properties |= {name: anything for name in beside if name not in properties}
        properties[kind] = {"description": str(options.get("description", ""))}
        names: list[JsonValue] = [*own, kind, *beside]
        then: Schema = {"propertyNames": {"enum": names}, "properties": {kind: _asked(checker, options), **beside}}
        conditions.append({"if": {"required": [kind]}, "then": then})
    return {
        **item,
        "properties": properties,
        "oneOf": [{"required": [kind]} for kind in kinds],
        "allOf": conditions,
    }


def _asked(checker: Checker[CheckerOptions], options: Schema) -> Schema:
    """What may stand under a kind: what the kind is asked by, or a mapping of all its options."""
    written = _mapping(options["properties"])
    fields = checker.options.model_fields
    asked = next(name for name, field in fields.items() if field.alias == checker.kind)
    nested: Schema = {(asked if name == checker.kind else name): schema for name, schema in written.items()}
    whole: Schema = {"type": "object", "properties": nested, "required": [asked], "additionalProperties": False}
    return {"anyOf": [written[checker.kind], whole]}


def _referred(definitions: Schema, reference: Schema) -> Schema:
    return _mapping(definitions[str(reference["$ref"]).rpartition("/")[2]])


def _with_numbers(value: JsonValue) -> JsonValue:
    """The schema with numbers and truth values allowed wherever a text is."""
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {name: _with_numbers(one) for name, one in value.items()}
    return {**inside, "type": _TEXT} if value.get("type") == "string" and "enum" not in value else inside


def _without(schema: Schema, name: str) -> Schema:
    return {key: value for key, value in schema.items() if key != name}


def _mapping(value: JsonValue) -> Schema:
    if not isinstance(value, dict):
        raise TypeError("a JSON Schema is a mapping at every level")
    return value
