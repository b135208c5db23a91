"""What ``from fullmarks import …`` gives, and what loading it costs."""

import subprocess
import sys

import pytest

import fullmarks

LOADS = """
import sys
before = set(sys.modules)
import fullmarks
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))
"""


def test_the_names():
    assert fullmarks.__all__ == ["check", "grade", "load_rubric"]
    assert all(callable(getattr(fullmarks, name)) for name in fullmarks.__all__)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("import fullmarks.grade.grade", id="module first"),
        pytest.param("import fullmarks", id="package first"),
        pytest.param("from fullmarks.grade import judge", id="part of the module first"),
        pytest.param("import fullmarks; fullmarks.check('1', '1')", id="after a call"),
    ],
)
def test_grade_is_the_function_whatever_was_loaded_before(first):
    program = f"{first}\nimport fullmarks, types\nassert isinstance(fullmarks.grade, types.FunctionType)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_loading_it_loads_nothing_else():
    ended = subprocess.run([sys.executable, "-I", "-c", LOADS], check=True, capture_output=True, text=True)
    assert ended.stdout.split() == ["fullmarks"]
