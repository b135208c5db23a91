"""The folders of an autograder's container, as Gradescope lays them out (its documentation, "File hierarchy")."""

from __future__ import annotations

from pathlib import Path

from fullmarks.records import frozen

ROOT = "/autograder"
ROOT_VARIABLE = "AUTOGRADER_ROOT"
"""Names another root, where somebody tries a zip outside of a container."""


@frozen
class Container:
    """Where things are below the root."""

    root: Path

    @property
    def source(self) -> Path:
        """What the zip held."""
        return self.root / "source"

    @property
    def submission(self) -> Path:
        """What the student uploaded."""
        return self.root / "submission"

    @property
    def metadata(self) -> Path:
        return self.root / "submission_metadata.json"

    @property
    def results(self) -> Path:
        """The only file that Gradescope reads."""
        return self.root / "results" / "results.json"

    @property
    def rubric(self) -> Path:
        return self.source / "rubric.yaml"

    @property
    def settings(self) -> Path:
        """Only there if a server is to be asked."""
        return self.source / "autograder.json"
