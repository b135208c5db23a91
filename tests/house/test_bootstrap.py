"""What somebody reads whose machine lacks something that only they may install."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with the few programs that the scripts call, and an ``id`` that says: not root."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "cat", "dirname", "env", "mktemp", "rm", "xargs"):
        found = shutil.which(name)
        assert found, name
        (programs / name).symlink_to(found)
    (programs / "id").write_text("#!/usr/bin/env bash\necho 1000\n")
    (programs / "id").chmod(0o755)
    return programs


def run(script: str, *arguments: str, path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "bootstrap" / script, *arguments],
        env={"PATH": str(path), **variables},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_no_python_at_all(bare_path: Path, tmp_path: Path):
    done = run("python.sh", str(tmp_path / "venv"), path=bare_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Fullmarks needs Python 3.11 or newer, and found none as python3, python3.13, python3.12 or python3.11.",
        "Install one (on Debian 12: apt-get install python3 python3-venv), or name it: make PYTHON=path/to/python",
    ]


def test_the_python_that_was_named_is_not_there(bare_path: Path, tmp_path: Path):
    done = run("python.sh", str(tmp_path / "venv"), path=bare_path, PYTHON="python3.99")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "Fullmarks needs Python 3.11 or newer, and found none as python3.99."


def test_a_python_without_venv(bare_path: Path, tmp_path: Path):
    # Answers as Debian's Python does before its venv package is there: new enough, and no ensurepip to import.
    python = bare_path / "python3"
    python.write_text(
        '#!/usr/bin/env bash\ncase "$2" in *ensurepip*) exit 1 ;; *print*) echo python3.11-venv ;; esac\n'
    )
    python.chmod(0o755)
    done = run("python.sh", str(tmp_path / "venv"), path=bare_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "python3 cannot make a virtual environment: its 'venv' package is missing.",
        "Install it by hand, then run make again. On Debian and Ubuntu: sudo apt-get install python3.11-venv",
    ]


def test_no_redis(bare_path: Path):
    done = run("servers.sh", path=bare_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "The tests start their own servers, and these programs are not here: redis-server.",
        "Install them by hand, then run make again. On Debian and Ubuntu: sudo apt-get install redis-server",
    ]


def test_every_server_is_here():
    done = run("servers.sh", path=Path(os.environ["PATH"]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
