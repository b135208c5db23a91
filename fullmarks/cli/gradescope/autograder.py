"""What an autograder's zip holds (Gradescope's documentation, "Autograder specifications")."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from fullmarks.cli.gradescope.own_wheel import Wheel, own_wheel
from fullmarks.cli.gradescope.pinned import lock_file, pinned_wheels
from fullmarks.cli.gradescope.remote import Settings
from fullmarks.cli.gradescope.zip_file import Entry, zipped
from fullmarks.cli.rubric_file import RubricFile


def autograder(rubric: RubricFile, settings: Settings | None) -> bytes:
    """The zip, the same for the same rubric, program and pinned packages; raises OperatorError where it cannot be made."""
    pinned = lock_file("engine.txt")
    own = own_wheel()
    return zipped(entries(rubric, settings, pinned, own, pinned_wheels(pinned)))


def entries(
    rubric: RubricFile, settings: Settings | None, pinned: bytes, own: Wheel, others: tuple[Wheel, ...]
) -> Iterator[Entry]:
    """What Gradescope asks for first; nothing stands in a folder but the wheels."""
    image = files(__package__).joinpath("image")
    for name in ("setup.sh", "run_autograder"):
        yield Entry(name, image.joinpath(name).read_bytes(), is_program=True)
    yield Entry("rubric.yaml", rubric.source.encode())
    if settings is not None:
        yield Entry("autograder.json", settings.model_dump_json(indent=2, exclude_none=True).encode())
    yield Entry("requirements.txt", pinned + own.requirement.encode())
    yield Entry("lock.txt", lock_file("lock.txt"))
    for wheel in (own, *others):
        yield Entry(f"wheels/{wheel.name}", wheel.content, is_packed=True)
