"""The rubric language as a JSON Schema, for editors: made of the same models that load a rubric, all kinds of checker included.

An editor sees YAML's own types (a key ``2`` is a number), where the loader sees texts; so wherever a text may stand a number may.
"""

from __future__ import annotations

import json

from pydantic import BaseModel, JsonValue
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from fullmarks.checkers.checker import Checker, CheckerOptions
from fullmarks.checkers.registry import CHECKERS
from fullmarks.rubric.item_checker import asked_by, option_names
from fullmarks.rubric.schema import ItemShape, RubricShape

Schema = dict[str, JsonValue]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: list[JsonValue] = ["string", "number", "boolean"]
_FLAG: list[JsonValue] = [True, False, "yes", "no"]
_MODE: JsonSchemaMode = "validation"


def rubric_schema() -> Schema:
    """The whole schema; the same for the same models."""
    models: list[tuple[type[BaseModel], JsonSchemaMode]] = [(RubricShape, _MODE)]
    models += [(checker.options, _MODE) for checker in CHECKERS.values()]
    _, whole = models_json_schema(models, by_alias=True, ref_template="#/$defs/{model}")
    definitions = _mapping(whole["$defs"])
    for checker in CHECKERS.values():
        name = checker.options.__name__
        definitions[name] = _options(checker, _mapping(definitions[name]))
    item = _mapping(definitions[ItemShape.__name__])
    definitions[ItemShape.__name__] = _item(item, definitions)
    top = _mapping(definitions.pop(RubricShape.__name__))
    return _mapping(_as_yaml({"$schema": DRAFT, **top, "title": "Fullmarks rubric", "$defs": definitions}))


def as_text(schema: Schema) -> str:
    """The schema as it is committed."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _options(checker: Checker[CheckerOptions], options: Schema) -> Schema:
    """A checker's options as they stand in a mapping under its kind: what it is asked by has its own name there."""
    asked, kind = asked_by(checker)
    properties = {(asked if name == kind else name): schema for name, schema in _mapping(options["properties"]).items()}
    required = [asked if name == kind else name for name in _texts(options.get("required", []))]
    return {**options, "properties": properties, "required": [*required]}


def _item(item: Schema, definitions: Schema) -> Schema:
    """An item: its own names, exactly one kind, and with each kind that kind's options."""
    own = _mapping(item["properties"])
    properties: Schema = {**own}
    conditions: list[JsonValue] = []
    for kind, checker in CHECKERS.items():
        model = checker.options.__name__
        options = f"#/$defs/{model}"
        asked, _ = asked_by(checker)
        beside: Schema = {name: {"$ref": f"{options}/properties/{name}"} for name in option_names(checker)}
        properties |= {name: {} for name in beside if name not in properties}
        properties[kind] = {"description": _mapping(definitions[model]).get("description", "")}
        names: list[JsonValue] = [*own, kind, *beside]
        under: Schema = {"anyOf": [{"$ref": f"{options}/properties/{asked}"}, {"$ref": options}]}
        then: Schema = {"propertyNames": {"enum": names}, "properties": {kind: under, **beside}}
        conditions.append({"if": {"required": [kind]}, "then": then})
    one_kind: list[JsonValue] = [{"required": [kind]} for kind in CHECKERS]
    return {**item, "properties": properties, "oneOf": one_kind, "allOf": conditions}


def _as_yaml(value: JsonValue) -> JsonValue:
    """The schema for what an editor sees: numbers where texts may stand, and the words for yes and no."""
    if isinstance(value, list):
        return [_as_yaml(one) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {name: _as_yaml(one) for name, one in value.items()}
    if value.get("type") == "string" and not {"enum", "pattern"} & value.keys():
        return {**inside, "type": _TEXT}
    if value.get("type") == "boolean":
        return {**{name: one for name, one in inside.items() if name != "type"}, "enum": _FLAG}
    if "patternProperties" in value:
        return {**inside, "additionalProperties": False}
    return inside


def _mapping(value: JsonValue) -> Schema:
    if not isinstance(value, dict):
        raise TypeError("a JSON Schema is a mapping at every level")
    return value


def _texts(value: JsonValue) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
