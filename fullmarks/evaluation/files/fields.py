"""Which fields of a line hold the model's output, the key and the rest, found by the names that datasets and programs use for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from fullmarks.errors import SubmissionError
from fullmarks.evaluation.completions import sound
from fullmarks.records import frozen

Line = Mapping[str, JsonValue]

GOLD_FIELDS = (
    *("gold", "gold_answer", "ground_truth", "target", "reference", "reference_answer", "expected", "expected_answer"),
    *(
        "correct_answer",
        "final_answer",
        "answer",
        "solution",
        "reward_model.ground_truth",
        "doc.answer",
        "doc.solution",
    ),
)
ANSWER_FIELDS = (
    *("completion", "completions", "response", "responses", "output", "outputs", "generation", "generations"),
    *("generated_text", "model_output", "model_answer", "model_response", "prediction", "predictions", "pred"),
    *("resps", "messages", "conversation", "answer"),
)
PROBLEM_FIELDS = (
    *("problem_id", "question_id", "unique_id", "task_id", "doc_id", "problem", "question", "prompt", "input", "query"),
    *("id", "idx", "index", "uid"),
)
DATASET = "dataset"
"""Where the line of a dataset stands in a line of outputs, when the keys are in a file of their own."""
GROUP_FIELDS = ("subject", "level", "difficulty", "category", "type", "domain", "data_source")


@frozen
class Fields:
    """The fields' names; a dot leads into an object. Without a field for the problem each line is a problem of its own."""

    answer: str
    gold: str
    problem: str | None
    groups: tuple[str, ...]


@frozen
class Asked:
    """What the user says about the fields; what is left out is looked for."""

    answer: str | None = None
    gold: str | None = None
    problem: str | None = None
    groups: tuple[str, ...] = ()
    dataset: str | None = None
    """The path of the file with the keys, where they are not beside the outputs."""


def fields_of(line: Line, asked: Asked) -> Fields:
    """The fields, from the first line; raises SubmissionError where the output's or the key's is not among them."""
    place = f"{DATASET}." if isinstance(line.get(DATASET), dict) else ""
    golds = (asked.gold,) if asked.gold else GOLD_FIELDS
    gold = _first(line, (f"{place}{name}" for name in golds if place or name != asked.answer)) or asked.gold
    answer = asked.answer or _first(line, (name for name in ANSWER_FIELDS if name != gold))
    for name, what, option in ((gold, "key", "--gold-field"), (answer, "model's output", "--answer-field")):
        if name is None:
            there = ", ".join(line) or "none"
            raise SubmissionError("no_field", f"No field is known to hold the {what}; say {option}. There are {there}.")
    taken = {answer, gold}
    problem = asked.problem or _first(line, (name for name in PROBLEM_FIELDS if name not in taken))
    known = (*GROUP_FIELDS, *(f"{place}{name}" for name in GROUP_FIELDS if place))
    groups = asked.groups or tuple(name for name in known if _is_label(line, name) and name not in taken)
    return Fields(answer or "", gold or "", problem, groups)


def is_there(line: Line, name: str) -> bool:
    """Whether a line has the field."""
    try:
        value_of(line, name)
    except KeyError:
        return False
    return True


def value_of(line: Line, name: str) -> JsonValue:
    """The value of a field; raises KeyError where there is none."""
    if name in line:
        return line[name]
    first, dot, rest = name.partition(".")
    inner = line[first] if dot else None
    if not isinstance(inner, dict):
        raise KeyError(name)
    return value_of(inner, rest)


def label(line: Line, name: str) -> str:
    """The value of a field as a text that is the same for the same value; empty where there is none."""
    if not is_there(line, name):
        return ""
    value = value_of(line, name)
    return sound(value) if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _first(line: Line, names: Iterable[str]) -> str | None:
    return next((name for name in names if is_there(line, name)), None)


def _is_label(line: Line, name: str) -> bool:
    return is_there(line, name) and isinstance(value_of(line, name), str | int | float)
