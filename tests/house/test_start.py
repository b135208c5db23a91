"""What a program loads: who only marks answers must not wait for a web server, a database or SymPy."""

import subprocess
import sys

import pytest

NAMES = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
SERVICE = ("alembic", "celery", "flask", "gunicorn", "kombu", "psycopg", "redis", "sqlalchemy", "werkzeug")
PROVER = ("mpmath", "sympy")


def loaded(program: str) -> set[str]:
    # -I: no variable and no folder of the one who runs the tests may add to what is loaded.
    command = [sys.executable, "-I", "-c", f"{program}; {NAMES}"]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize(
    "program, without",
    [
        pytest.param(
            "import fullmarks",
            {*SERVICE, *PROVER, "jinja2", "markdown_it", "numpy", "rich", "yaml"},
            id="the engine imported",
        ),
        pytest.param(
            "import fullmarks; fullmarks.check('x + 1', '1 + x')", {*SERVICE, *PROVER, "jinja2"}, id="an answer checked"
        ),
        pytest.param(
            "import fullmarks.evaluation.reward, fullmarks.evaluation.verl, fullmarks.evaluation.lm_eval",
            {*SERVICE, *PROVER, "anyio", "inspect_ai", "jinja2"},
            id="rewards",
        ),
        pytest.param(
            "import fullmarks.cli.main", {*SERVICE, *PROVER, "jinja2", "numpy"}, id="the command's list of commands"
        ),
        pytest.param("import service.app, workers.run", {*PROVER}, id="the service"),
    ],
)
def test_a_program_loads_only_what_it_needs(program: str, without: set[str]):
    found = loaded(program)
    assert "fullmarks" in found
    assert without & found == set()


def test_what_is_loaded_is_seen():
    assert {"flask", "sympy"} <= loaded("import fullmarks, flask, sympy")
