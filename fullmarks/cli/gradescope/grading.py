"""The process that grades one submission on Gradescope: ``python -m fullmarks.cli.gradescope.grading ROOT RUBRIC SECONDS [ITEM…]``.

It names each item on standard output before it begins with it, and leaves the ITEMs open; “server” among them is not asked. The
results file is written whole after every part. The kernel ends this process where one answer takes longer than SECONDS, in the
middle of a computation too.
"""

from __future__ import annotations

import signal
import sys
import traceback
from pathlib import Path

from fullmarks.cli.gradescope.container import Container
from fullmarks.cli.gradescope.metadata import Metadata, read_metadata
from fullmarks.cli.gradescope.remote import NotGradedThereError, graded_there, read_settings, shown_by
from fullmarks.cli.gradescope.results_file import BROKEN, ResultsFile
from fullmarks.cli.gradescope.upload import Upload
from fullmarks.cli.handed_in import HandedIn
from fullmarks.cli.rubric_file import read_rubric
from fullmarks.cli.status import Status, status_of
from fullmarks.errors import FullmarksError, RubricError, SubmissionError
from fullmarks.find.find import find
from fullmarks.find.found import Answer
from fullmarks.grade.earlier import Earlier
from fullmarks.grade.grade import graded_parts, graded_so_far
from fullmarks.grade.graded import GradedPart
from fullmarks.grade.judge import Judged
from fullmarks.grade.judging import judge_answer
from fullmarks.grade.tried import tried_so_far
from fullmarks.outcome import undecided
from fullmarks.records import frozen
from fullmarks.report.as_gradescope import (
    UNFINISHED,
    ExtraData,
    GradescopeResults,
    GradescopeTest,
    TriedBefore,
    as_gradescope,
    remark,
)
from fullmarks.report.build import build
from fullmarks.report.shown import shown
from fullmarks.rubric.model import Item, Rubric
from fullmarks.submission import Submission

SERVER = "server"
"""What is begun where a server is asked; no item is called so."""


@frozen
class Bounds:
    """The seconds that one answer may take, and what took longer before."""

    seconds: float
    left_open: frozenset[str] = frozenset()


def grade(container: Container, rubric_path: Path, bounds: Bounds) -> Status:
    """One submission; whatever breaks, the results file is valid and says so."""
    results = ResultsFile(container.results)
    try:
        rubric = read_rubric(rubric_path).rubric
    except RubricError as error:
        results.write_stub(BROKEN)
        return _failed(error)
    grading = Grading(rubric, _metadata(container.metadata), results, bounds)
    if not bounds.left_open:
        grading.write(remark(UNFINISHED, grading.extra()))
    try:
        handed_in = Upload(container.submission, rubric.files).answers()
        if not (container.settings.exists() and grading.there(handed_in, container.settings)):
            grading.here(handed_in)
    except SubmissionError as error:
        grading.write(remark(error.sentence, grading.extra()))
        return _failed(error)
    return Status.DONE


@frozen
class Grading:
    """One submission under its rubric, and where its results go."""

    rubric: Rubric
    metadata: Metadata
    results: ResultsFile
    bounds: Bounds

    def write(self, results: GradescopeResults) -> None:
        self.results.write(results.model_dump_json(indent=2, exclude_none=True))

    def extra(self) -> ExtraData:
        return self.metadata.noted(self.rubric.id)

    def here(self, handed_in: HandedIn) -> None:
        """Part after part, the file whole after each; raises SubmissionError."""
        submission = self.metadata.told(self._submission(handed_in))
        found = find(submission, self.rubric.sought)
        parts: tuple[GradedPart, ...] = ()
        tests: tuple[GradescopeTest, ...] = ()
        for part in graded_parts(self.rubric, submission, found, self._judged):
            parts += (part,)
            report = build(graded_so_far(self.rubric, submission, found, parts), self.rubric)
            results = as_gradescope(report, self.rubric, self._extra_after(submission, parts), before=tests)
            tests = results.tests[: len(parts)]
            if len(parts) > self._held:
                self.write(results)
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _submission(self, handed_in: HandedIn) -> Submission:
        """What was handed in; raises SubmissionError, with the file and the place in it, and what to do."""
        try:
            return handed_in.submission(self.rubric)
        except SubmissionError as error:
            place = f", {error.where}" if error.where and error.where not in error.sentence else ""
            name = shown(handed_in.name).replace("\n", r"\u{a}")[:80]
            sentence = f"{name}{place}: {error.sentence} Put that right, and hand in again."
            raise SubmissionError(error.code, sentence, error.where) from error

    @property
    def _held(self) -> int:
        """How many parts the file holds already: all before the one that ended the process. Whatever happens, no fewer will stand there."""
        begun = [
            place for place, part in enumerate(self.rubric.parts) for item in part.items if self._is_left_open(item)
        ]
        return max(begun, default=0)

    def _is_left_open(self, item: Item) -> bool:
        return item.id in self.bounds.left_open

    def _extra_after(self, submission: Submission, parts: tuple[GradedPart, ...]) -> ExtraData:
        tried = {
            item: TriedBefore(submissions=one.submissions, last=one.last)
            for item, one in tried_so_far(submission, parts).items()
        }
        return self.extra().model_copy(update={"tried": tried})

    def _judged(self, answer: Answer, item: Item, earlier: Earlier, turn: int | None) -> Judged:
        if self._is_left_open(item):
            return Judged(undecided("Checking this took too long, or ended the process that did it."), None)
        self._begin(item.id, self.bounds.seconds)
        return judge_answer(answer, item, earlier, turn)

    def _begin(self, name: str, seconds: float) -> None:
        """Names what is begun, and starts its time: the kernel's own answer to that signal is the end of the process."""
        print(name, flush=True)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    def there(self, handed_in: HandedIn, settings: Path) -> bool:
        """Whether the server graded it; staff read why where it did not.

        It has its time as an item has. Raises SubmissionError for what no server could grade.
        """
        if SERVER in self.bounds.left_open:
            return False
        self._submission(handed_in)  # what is wrong with its form is found here, in the same words
        try:
            read = read_settings(settings)
            self._begin(SERVER, read.seconds)
            report = graded_there(handed_in, self.metadata, read, self.rubric)
        except NotGradedThereError as error:
            print(f"{error} It is graded here instead.", file=sys.stderr)
            return False
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        self.write(as_gradescope(report, shown_by(self.rubric, report), self.extra()))
        return True


def _failed(error: FullmarksError) -> Status:
    print(error.sentence, file=sys.stderr)
    return status_of(error)


def _metadata(path: Path) -> Metadata:
    """Without usable metadata the submission is graded all the same, as a first one."""
    try:
        return read_metadata(path)
    except ValueError as error:
        print(error, file=sys.stderr)
        return Metadata()


def main(root: str, rubric_path: str, seconds: str, *left_open: str) -> Status:
    """A mistake of ours leaves what was graded before it, and is shown to staff."""
    try:
        return grade(Container(Path(root)), Path(rubric_path), Bounds(float(seconds), frozenset(left_open)))
    except FullmarksError as error:
        return _failed(error)
    except Exception:  # noqa: BLE001 - it decides the status, and staff read it
        traceback.print_exc()
        return Status.FAILED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
