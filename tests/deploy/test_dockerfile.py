"""The Dockerfile installs only what is locked, copies only what is there, and does not run as root."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from service.settings import ServiceSettings

ROOT = Path(__file__).parents[2]
Instruction = tuple[str, str]


def instructions(text: str) -> list[Instruction]:
    """Each instruction with its arguments, continued lines joined, comments left out."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in joined.splitlines() if line)]


DOCKERFILE = instructions((ROOT / "Dockerfile").read_text("utf-8"))
LAST_STAGE = DOCKERFILE[max(place for place, (word, _) in enumerate(DOCKERFILE) if word == "FROM") :]
COPIED = [tuple(rest.split()) for word, rest in DOCKERFILE if word == "COPY" and not rest.startswith("--from")]


def test_the_instructions_are_read_as_written():
    assert instructions("# a\nFROM x AS y\nRUN one \\\n    && two\n\nUSER z\n") == [
        ("FROM", "x AS y"),
        ("RUN", "one && two"),
        ("USER", "z"),
    ]


def test_every_install_is_locked_or_offline():
    installs = re.findall(r"pip install [^&]+", "\n".join(rest for word, rest in DOCKERFILE if word == "RUN"))
    assert len(installs) == 3
    assert [line for line in installs if "--require-hashes" not in line and "--no-deps --no-index" not in line] == []


def test_the_wheel_is_built_as_the_tests_build_it():
    (build,) = (rest for word, rest in DOCKERFILE if word == "RUN" and "hatchling" in rest)
    assert build.startswith("tools/bin/python -m hatchling build --target wheel --directory dist && ")


@pytest.mark.parametrize("source", [source for *sources, _ in COPIED for source in sources])
def test_what_is_copied_is_there_and_sent_to_the_builder(source: str):
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert (ROOT / source).exists()
    assert source.partition("/")[0] in sent


def test_every_package_of_the_wheel_is_copied():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert [package for package in packages if (package, package) not in COPIED] == []


def test_the_container_does_not_run_as_root():
    users = [rest for word, rest in LAST_STAGE if word == "USER"]
    assert users == ["fullmarks"]
    (made,) = (rest for word, rest in LAST_STAGE if word == "RUN")
    assert "useradd --uid 10001 --gid fullmarks" in made


def test_every_setting_is_one():
    known = {f"FULLMARKS_{field.upper()}" for field in ServiceSettings.model_fields}
    environment = " ".join(rest for word, rest in DOCKERFILE if word == "ENV")
    named = set(re.findall(r"\bFULLMARKS_\w+", environment))
    assert named == {"FULLMARKS_HOST", "FULLMARKS_RUBRICS"}
    assert named <= known
    assert ("rubrics", "/app/rubrics") in COPIED
    assert "FULLMARKS_RUBRICS=/app/rubrics" in environment


def test_by_itself_the_image_is_the_api(services: dict[str, dict]):
    (command,) = (json.loads(rest) for word, rest in LAST_STAGE if word == "CMD")
    assert command == services["api"]["command"]
