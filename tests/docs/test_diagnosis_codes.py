"""Every diagnosis that the engine can make has a heading in the reference, and its examples are diagnosed so."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from fullmarks import check
from fullmarks.checkers.registry import CHECKERS
from fullmarks.diagnose.catalogue import CODES
from fullmarks.outcome import Verdict
from tests.docs.pages import DOCS

ENGINE = Path(__file__).parents[2] / "fullmarks"
PAGE = (DOCS / "reference" / "diagnosis-codes.md").read_text("utf-8")
HEADINGS = re.findall(r"^### (\w+)$", PAGE, re.MULTILINE)
EXAMPLE = re.compile(
    r"^Example: key `(.+?)`, answer `(.+?)`((?:, (?:with )?`\w+: [\w ]+`)*)\. Says: “(.+)”$", re.MULTILINE
)
MAKERS = {"Diagnosis", "ReadError", "error", "_error"}


def codes(path):
    """The codes of the diagnoses and errors of reading that a file makes; those that are handed through are left out."""
    module = import_module(".".join(path.relative_to(ENGINE.parent).with_suffix("").parts))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            said = node.args[0]
            if called in MAKERS and isinstance(said, ast.Constant):
                yield said.value
            elif called in MAKERS and isinstance(said, ast.Name) and isinstance(getattr(module, said.id, None), str):
                yield getattr(module, said.id)


def made():
    rooms = ("read", "checkers", "diagnose", "grade")
    files = (path for room in rooms for path in (ENGINE / room).rglob("*.py"))
    said = {code for checker in CHECKERS.values() for code in checker.sentences if code not in set(Verdict)}
    return {code for path in files for code in codes(path)} | said | set(CODES)


def examples():
    for text in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        code = text.partition("\n")[0]
        for number, (key, answer, given, says) in enumerate(EXAMPLE.findall(text), 1):
            options = dict(re.findall(r"`(\w+): ([\w ]+)`", given))
            yield pytest.param(code, key, answer, options, says, id=f"{code} {number}")


def test_the_search_finds_codes_of_all_rooms():
    assert made() >= {"two_numbers", "control_character", "wrong_kind", "sign", "other_reading"}


def test_every_code_has_a_heading():
    assert made() - set(HEADINGS) == set()


def test_every_heading_is_a_code():
    assert sorted(HEADINGS) == sorted(set(HEADINGS) & made())


@pytest.mark.parametrize("code, key, answer, options, says", list(examples()))
def test_an_example(code, key, answer, options, says):
    options = {name: int(value) if value.isdigit() else value for name, value in options.items()}
    diagnosis = check(key, answer, **options).diagnosis
    assert diagnosis is not None
    assert (diagnosis.code, diagnosis.student.partition("\n")[0]) == (code, says)


def test_every_near_miss_has_an_example_in_the_order_in_which_it_is_tried():
    assert [code for code in HEADINGS if code in CODES] == list(CODES)
    assert set(CODES) <= {example.values[0] for example in examples()}
