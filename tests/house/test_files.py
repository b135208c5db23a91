"""Files stay small, are named after what they hold, and say nothing about the machine they were written on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("fullmarks", "service", "workers", "store", "demo", "benchmarks")
FILES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]

LINES_A_FILE = 350
# A function past 50 lines is tiring; one that lists the cases of a type may be, and few are.
LINES_A_FUNCTION = 80
TIRING = 50
SHARE_OF_TIRING = 0.02
# Path -> why it may be longer. Empty is what we want.
LONGER: dict[str, str] = {}
NOT_A_CONCEPT = {"common", "helpers", "helper", "lib", "misc", "tools", "util", "utils"}

# Written so that neither pattern finds itself: this file is searched as well.
REGISTRIES = re.compile(r"py[p]i[.]org|python[h]osted|npm[j]s[.]|registry[.]npm|astral[.]sh")
MACHINE_PATHS = re.compile(r"(?<![\w.:}$)])/(?:home|mnt|opt|root|srv|Users|work)/\w")


def tracked_texts() -> list[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [
        (str(path.relative_to(ROOT)), path.read_bytes().decode("utf-8", "replace")) for path in paths if path.is_file()
    ]


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_is_long():
    long = {
        name: lines
        for path in FILES
        if (lines := len(path.read_text("utf-8").splitlines())) > LINES_A_FILE
        and (name := str(path.relative_to(ROOT))) not in LONGER
    }
    assert FILES
    assert long == {}


def lengths() -> dict[str, int]:
    """Lines by function, all of them."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in FILES
        for node in functions(ast.parse(path.read_text("utf-8")))
    }


def test_no_function_is_long():
    assert {name: lines for name, lines in lengths().items() if lines > LINES_A_FUNCTION} == {}


def test_few_functions_are_tiring():
    all_lengths = lengths()
    tiring = {name: lines for name, lines in all_lengths.items() if lines > TIRING}
    assert len(tiring) <= SHARE_OF_TIRING * len(all_lengths), tiring


def test_every_file_is_named_after_a_concept():
    assert [str(path.relative_to(ROOT)) for path in FILES if NOT_A_CONCEPT & {path.stem, path.parent.name}] == []


@pytest.mark.parametrize(
    "pattern, line, is_found",
    [
        pytest.param(REGISTRIES, "see https://py~pi.org/project/x", True, id="registry"),
        pytest.param(REGISTRIES, "a registry of checkers", False, id="another registry"),
        pytest.param(MACHINE_PATHS, "open('/~home/ann/x')", True, id="somebody's home"),
        pytest.param(MACHINE_PATHS, "open('/~work/main')", True, id="a checkout"),
        pytest.param(MACHINE_PATHS, "/usr/lib/postgresql and $HOME/x and v1/work/3", False, id="no machine's own"),
    ],
)
def test_the_search_finds_machines_and_registries(pattern: re.Pattern[str], line: str, is_found: bool):
    # The tilde keeps the row itself from being found.
    assert bool(pattern.search(line.replace("~", ""))) is is_found


@pytest.mark.parametrize("pattern", [pytest.param(REGISTRIES, id="registry"), pytest.param(MACHINE_PATHS, id="path")])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]):
    texts = tracked_texts()
    assert texts
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []
