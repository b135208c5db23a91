"""A checker never imports a checker, nor a near miss a near miss; and each one is in its registry.

import-linter cannot say this: what such files share stands in the same folder.
"""

import ast
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "fullmarks"
# Folder, the record that makes a file one of them, and the file that lists them all.
CHECKERS = pytest.param("checkers", "Checker", "registry", id="checkers")
FORMS = pytest.param("checkers/forms", "WrittenForm", "registry", id="forms")
NEAR_MISSES = pytest.param("diagnose", "NearMiss", "catalogue", id="near misses")


def makes(tree: ast.Module, record: str) -> bool:
    """Whether the module's own lines make such a record: ``CHECKER = Checker(…)``."""
    values = (node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    return any(
        isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == record for value in values
    )


def members(room: str, record: str) -> dict[str, ast.Module]:
    trees = {path.stem: ast.parse(path.read_text("utf-8")) for path in (ENGINE / room).glob("*.py")}
    return {name: tree for name, tree in trees.items() if makes(tree, record)}


def imports(tree: ast.AST, room: str) -> set[str]:
    """The modules of this room that are imported, inside functions too."""
    package = "fullmarks." + room.replace("/", ".")
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.removeprefix(f"{package}."))
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix(f"{package}.") for alias in node.names}
    return found


@pytest.mark.parametrize(
    "source, made",
    [
        pytest.param("CHECKER = Checker('a')", True, id="made"),
        pytest.param("A: Checker = Checker('a')", True, id="made with its type"),
        pytest.param("def f(): return Checker('a')", False, id="not by the module"),
        pytest.param("A = NearMiss('a')", False, id="another record"),
    ],
)
def test_a_member_is_known_by_its_record(source: str, made: bool):
    assert makes(ast.parse(source), "Checker") is made


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("from fullmarks.checkers import set", id="from the room"),
        pytest.param("from fullmarks.checkers.set import check", id="from the file"),
        pytest.param("import fullmarks.checkers.set", id="the file"),
        pytest.param("def f():\n    from fullmarks.checkers import set", id="inside a function"),
    ],
)
def test_an_import_is_found_however_it_is_written(source: str):
    assert "set" in imports(ast.parse(source), "checkers")


@pytest.mark.parametrize("room, record, _registry", [CHECKERS, NEAR_MISSES])
def test_no_member_imports_another(room: str, record: str, _registry: str):
    all_members = members(room, record)
    assert len(all_members) > 1
    assert {
        name: found for name, tree in all_members.items() if (found := imports(tree, room) & set(all_members))
    } == {}


@pytest.mark.parametrize("room, record, registry", [CHECKERS, FORMS, NEAR_MISSES])
def test_every_member_is_registered(room: str, record: str, registry: str):
    listed = imports(ast.parse((ENGINE / room / f"{registry}.py").read_text("utf-8")), room)
    assert set(members(room, record)) - listed == set()
