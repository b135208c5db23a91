"""What gets installed is pinned, hashed, the same everywhere, and up to date with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
BASE = PROJECT["project"]["dependencies"]
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "dev": [*BASE, *EXTRAS["service"], *EXTRAS["test"], *EXTRAS["check"], *GROUPS["build"]],
    "runtime": [*BASE, *EXTRAS["service"]],
    "engine": [*BASE, *GROUPS["autograder"]],
    "bench": [*BASE, *EXTRAS["bench"]],
    "build": GROUPS["build"],
    "lock": GROUPS["lock"],
}
PINNED = re.compile(r"[a-z0-9._-]+(\[[a-z0-9_,-]+\])?==[\w.!+]+( ; [^-]+?)?( --hash=sha256:[0-9a-f]{64})+")


def lines(name: str) -> list[str]:
    """The requirements of a lock file, each on one line, without its comments."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.strip().startswith("#")]


def pins(name: str) -> dict[str, set[str]]:
    """Package -> its pinned versions (more than one where they depend on the Python)."""
    pinned: dict[str, set[str]] = {}
    for line in lines(name):
        requirement = Requirement(line.split(" --hash")[0])
        pinned.setdefault(canonicalize_name(requirement.name), set()).add(str(requirement.specifier).removeprefix("=="))
    return pinned


def test_every_lock_is_tested():
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == set(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_every_requirement_is_pinned_with_its_hashes(name: str):
    assert lines(name)
    assert [line[:80] for line in lines(name) if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("name", ASKED)
def test_the_lock_holds_what_pyproject_asks_for(name: str):
    pinned = pins(name)
    unmet = [
        text
        for text in ASKED[name]
        if not (versions := pinned.get(canonicalize_name(Requirement(text).name)))
        or not all(Requirement(text).specifier.contains(version) for version in versions)
    ]
    assert unmet == [], "run `make lock`"


@pytest.mark.parametrize("name", ["runtime", "bench", "build"])
def test_a_package_has_one_version_everywhere(name: str):
    dev = pins("dev")
    assert {
        package: (dev[package], found) for package, found in pins(name).items() if dev.get(package, found) != found
    } == {}


def test_what_an_autograder_installs_is_what_is_tested():
    """For its one platform and Python, of whose versions dev.txt may have others beside."""
    dev = pins("dev")
    assert {package: found for package, found in pins("engine").items() if not found <= dev.get(package, found)} == {}
    assert not any(" ; " in line for line in lines("engine"))
