"""A results file as Gradescope shows it: to the student, and to staff."""

from __future__ import annotations

from collections.abc import Iterator

from fullmarks.cli.gradescope.results_format import AcceptedResults, AcceptedTest, Visibility
from fullmarks.report.shown import shown

WHEN: dict[Visibility, str] = {
    "visible": "at once",
    "after_due_date": "after the due date",
    "after_published": "once grades are published",
    "hidden": "never",
}


def as_student(results: AcceptedResults) -> Iterator[str]:
    """What the student sees at once; then what only later, or never."""
    visible = [test for test in results.tests if _visibility(test, results) == "visible"]
    everything = len(visible) == len(results.tests) and results.visibility == "visible"
    if results.visibility == "visible" and results.output:
        yield from _lines(results.output)
    if everything:
        yield f"Total: {_points(results)}"
    for test in visible:
        yield from _test(test)
    for visibility, when in WHEN.items():
        names = [shown(test.name or "") for test in results.tests if _visibility(test, results) == visibility]
        if names and visibility != "visible":
            yield f"Shown {when}: {', '.join(names)}"
    if not everything:
        yield "While anything is not shown, neither is the total."


def as_staff(results: AcceptedResults, said: str) -> Iterator[str]:
    """What staff see beside all of that."""
    yield f"Total: {_points(results)}"
    for test in results.tests:
        when = WHEN[_visibility(test, results)]
        yield f"{shown(test.name or '')}: {_score(test)}, {_status(test)}, shown {when}; {', '.join(test.tags) or 'no tags'}"
    for name, value in results.extra_data.items():
        yield f"{name}: {shown(str(value))[:200]}"
    if said.strip():
        yield "It printed:"
        yield from _lines(said)


def _test(test: AcceptedTest) -> Iterator[str]:
    yield f"[{_status(test)}] {shown(test.name or '')}  {_score(test)}"
    yield from (f"  {line}" for line in _lines(test.output or ""))


def _lines(text: str) -> Iterator[str]:
    return (shown(line) for line in text.rstrip().splitlines())


def _visibility(test: AcceptedTest, results: AcceptedResults) -> Visibility:
    return test.visibility or results.visibility


def _status(test: AcceptedTest) -> str:
    return test.status or ("passed" if (test.score or 0) >= (test.max_score or 0) else "failed")


def _score(test: AcceptedTest) -> str:
    return f"{test.score or 0:g} / {test.max_score or 0:g}"


def _points(results: AcceptedResults) -> str:
    score = sum(test.score or 0 for test in results.tests) if results.score is None else results.score
    return f"{score:g} of {sum(test.max_score or 0 for test in results.tests):g}"
