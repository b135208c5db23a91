"""Nothing that came from outside is ever run as code, and the engine depends on nothing but its arguments."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("fullmarks", "service", "workers", "store", "demo", "benchmarks")

# Python's own ways to run text, and those of packages that we have or might be tempted by.
NAMES = {"__import__", "compile", "eval", "exec"}
READERS_OF_CODE = {"lambdify", "parse_expr", "parse_latex", "parse_mathematica", "sympify"}
MEMBERS = READERS_OF_CODE | {
    *("full_load", "unsafe_load", "unsafe_load_all", "getoutput", "getstatusoutput", "popen", "system"),
}
QUALIFIED = {"yaml.load", "yaml.load_all", "builtins.eval", "builtins.exec"}
MODULES = {"cloudpickle", "dill", "joblib", "jsonpickle", "marshal", "pickle", "shelve"}
KEYWORDS = {("shell", True), ("typ", "unsafe")}
TEXTS = {"pickle", "application/x-python-serialize"}

# What makes two gradings of the same submission differ: the clock, the environment, unseeded chance.
IMPURE = {
    *("os.environ", "os.getenv", "time.time", "time.time_ns", "uuid.uuid1", "uuid.uuid4", "os.urandom"),
    *(
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "date.today",
        "datetime.datetime.now",
        "datetime.date.today",
    ),
    *("random.choice", "random.randint", "random.random", "random.randrange", "random.sample", "random.seed"),
    *("random.shuffle", "random.uniform", "secrets.choice", "secrets.token_bytes", "secrets.token_hex"),
}


def qualified(node: ast.expr) -> str:
    """``yaml.load`` for the expression that says so; empty for what is no dotted name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = qualified(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def imported(node: ast.AST) -> Iterator[str]:
    """Each module and each member that an import statement brings in."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.split(".")[0]
        yield from (f"{node.module.split('.')[0]}.{alias.name}" for alias in node.names)


def code_runners(node: ast.AST) -> Iterator[str]:
    """What in this one node may run text as code."""
    if isinstance(node, ast.Name) and node.id in NAMES | READERS_OF_CODE:
        yield node.id
    if isinstance(node, ast.Attribute) and (node.attr in MEMBERS or qualified(node) in QUALIFIED):
        yield qualified(node) or node.attr
    if (
        isinstance(node, ast.keyword)
        and isinstance(node.value, ast.Constant)
        and (node.arg, node.value.value) in KEYWORDS
    ):
        yield f"{node.arg}={node.value.value}"
    if isinstance(node, ast.Constant) and node.value in TEXTS:
        yield f'"{node.value}"'
    for name in imported(node):
        if name in MODULES | QUALIFIED or name.rpartition(".")[2] in MEMBERS:
            yield f"import {name}"


def impurities(node: ast.AST) -> Iterator[str]:
    """What in this one node depends on more than the arguments."""
    if isinstance(node, ast.Attribute) and qualified(node) in IMPURE:
        yield qualified(node)
    yield from (f"import {name}" for name in imported(node) if name in IMPURE)


def python_files(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize(
    "source, found",
    [
        pytest.param("eval(answer)", ["eval"], id="eval"),
        pytest.param("run = exec", ["exec"], id="exec under another name"),
        pytest.param("import builtins; builtins.eval(x)", ["builtins.eval"], id="eval by its module"),
        pytest.param("compile(x, '', 'eval')", ["compile"], id="compile"),
        pytest.param("import sympy; sympy.sympify(x)", ["sympy.sympify"], id="sympify"),
        pytest.param("from sympy.parsing.latex import parse_latex", ["import sympy.parse_latex"], id="parse_latex"),
        pytest.param("from sympy import lambdify as f", ["import sympy.lambdify"], id="renamed import"),
        pytest.param("door().sympify(x)", ["sympify"], id="member of a result"),
        pytest.param("import pickle", ["import pickle"], id="pickle"),
        pytest.param("from pickle import loads", ["import pickle"], id="part of pickle"),
        pytest.param("app.conf.task_serializer = 'pickle'", ['"pickle"'], id="pickle as a setting"),
        pytest.param("yaml.load(text)", ["yaml.load"], id="yaml.load"),
        pytest.param("from yaml import load", ["import yaml.load"], id="yaml.load imported"),
        pytest.param("YAML(typ='unsafe')", ["typ=unsafe"], id="unsafe YAML"),
        pytest.param("os.system('ls')", ["os.system"], id="os.system"),
        pytest.param("from os import system", ["import os.system"], id="os.system imported"),
        pytest.param("subprocess.run('ls', shell=True)", ["shell=True"], id="shell"),
        pytest.param(
            "re.compile('a'); json.load(f); YAML(typ='safe'); run(shell=False); system = 1", [], id="harmless namesakes"
        ),
        pytest.param("'never pickle or eval an answer'", [], id="mentioned in a sentence"),
    ],
)
def test_the_scan_finds_what_runs_text_as_code(source: str, found: list[str]):
    assert [what for node in ast.walk(ast.parse(source)) for what in code_runners(node)] == found


@pytest.mark.parametrize(
    "source, found",
    [
        pytest.param("time.time()", ["time.time"], id="clock"),
        pytest.param("from time import time", ["import time.time"], id="clock imported"),
        pytest.param("datetime.now(UTC)", ["datetime.now"], id="today"),
        pytest.param("os.environ['HOME']", ["os.environ"], id="environment"),
        pytest.param("random.random()", ["random.random"], id="chance"),
        pytest.param("random.Random(seed).random(); time.monotonic()", [], id="seeded chance, time budget"),
    ],
)
def test_the_scan_finds_what_is_no_argument(source: str, found: list[str]):
    assert [what for node in ast.walk(ast.parse(source)) for what in impurities(node)] == found


def findings(paths: list[Path], scan: Callable[[ast.AST], Iterator[str]]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', '?')}: {what}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8"), path))
        for what in scan(node)
    ]


def test_no_text_is_run_as_code():
    paths = python_files(*ROOMS)
    assert paths
    assert findings(paths, code_runners) == []


def test_the_engine_depends_on_its_arguments_alone():
    paths = [path for path in python_files("fullmarks") if "cli" not in path.relative_to(ROOT).parts]
    assert paths
    assert findings(paths, impurities) == []
