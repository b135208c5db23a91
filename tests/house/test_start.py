"""`import fullmarks` stays light: a grader embedded in somebody's program must not bring a web server along."""

import subprocess
import sys

import pytest

LOADED = "import sys, fullmarks; print(*sorted({name.split('.')[0] for name in sys.modules}))"


@pytest.mark.parametrize(
    "package", ["alembic", "celery", "flask", "kombu", "mpmath", "psycopg", "redis", "rich", "sqlalchemy", "sympy"]
)
def test_importing_the_engine_does_not_load(package: str, loaded_packages: set[str]):
    assert "fullmarks" in loaded_packages
    assert package not in loaded_packages


@pytest.fixture(scope="module")
def loaded_packages() -> set[str]:
    # -I: no variable and no folder of the one who runs the tests may add to what is loaded.
    shown = subprocess.run([sys.executable, "-I", "-c", LOADED], check=True, capture_output=True, text=True).stdout
    return set(shown.split())
