"""The results file: valid from the first moment on, and written whole each time."""

from __future__ import annotations

import json
from pathlib import Path

from fullmarks.cli.whole_file import write_whole
from fullmarks.errors import OperatorError
from fullmarks.records import frozen

UNFINISHED = "Grading was stopped before it was done. This is not your fault: please tell the course staff."
"""As in ``report/as_gradescope.py``, which takes long to load."""
BROKEN = "The autograder of this homework is not set up right. This is not your fault: please tell the course staff."


@frozen
class ResultsFile:
    """The file at a path; what cannot be written raises OperatorError."""

    path: Path

    def write(self, text: str) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, (text, "\n"))
        except OSError as error:
            raise OperatorError("cannot_write", f"{self.path}: cannot be written: {error.strerror}.") from error

    def write_stub(self, sentence: str = UNFINISHED) -> None:
        """What stands there before anything is known; made of nothing that takes long to load."""
        self.write(json.dumps({"score": 0, "output": sentence, "output_format": "text"}, indent=2))
