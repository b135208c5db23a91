"""``fullmarks regrade``: what is shown, what is written, and what is refused."""

import json

import pytest

from fullmarks.cli.results import read_results

KEY = "symbolic: 2 c n"


@pytest.fixture
def results(fullmarks, homework):
    """Results of both submissions under the rubric as it was."""
    ended = fullmarks("grade", "rubric.yaml", "ann.md", "bob.md", "-o", "results.ndjson")
    assert ended.status == 0
    return homework / "results.ndjson"


def change(homework, old, new):
    """A changed rubric beside the old one."""
    text = (homework / "rubric.yaml").read_text("utf-8")
    assert old in text
    (homework / "changed.yaml").write_text(text.replace(old, new), "utf-8")


def scores(results):
    return [result.report.score for result in read_results(results).results]


def test_a_dry_run_shows_who_changes_and_why_and_writes_nothing(fullmarks, homework, results):
    change(homework, "numeric: 42", "numeric: 41")
    before = results.read_bytes()
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--dry-run")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "Submission  Item     Was          Is           Why",
        "ann.md      1b.size  1 correct    0 incorrect  the key was 42 and is 41",
        "bob.md      1b.size  0 incorrect  1 correct    the key was 42 and is 41",
        "",
        "2 of 2 submissions change: 1 up, 1 down, 0 with the same sum.",
        "All points together were 6 and are 6.",
    ]
    assert results.read_bytes() == before


@pytest.mark.parametrize(
    "old, new, reason",
    [
        pytest.param("points: 1, say", "points: 1.5, say", "known mistakes changed", id="credit of a known mistake"),
        pytest.param("points: 2", "points: 4", "worth 4, not 2", id="worth more"),
        pytest.param(KEY, "void: true\n        symbolic: 2 c n", "made void: everybody gets all points", id="void"),
        pytest.param(KEY, "symbolic: 2 c n\n        also: [c n]", "further accepted keys changed", id="another key"),
    ],
)
def test_reasons(fullmarks, homework, results, old, new, reason):
    change(homework, old, new)
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--dry-run")
    assert {line.split("  ")[-1] for line in ended.out.splitlines()[1:-3]} == {reason}


def test_nothing_changes_under_the_same_rubric(fullmarks, homework, results):
    before = results.read_bytes()
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "rubric.yaml")
    assert ended.status == 0
    assert ended.out.splitlines()[0] == "0 of 2 submissions change: 0 up, 0 down, 0 with the same sum."
    assert results.read_bytes() == before


def test_lower_points_are_refused_unless_asked_for(fullmarks, homework, results):
    change(homework, "numeric: 42", "numeric: 41")
    before = results.read_bytes()
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml")
    assert ended.status == 1
    assert ended.err == "Nothing was written: 1 submission would lose points. Say --allow-lower if they should.\n"
    assert results.read_bytes() == before
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--allow-lower")
    assert ended.status == 0
    assert ended.err.splitlines() == [
        "2 results written to results.ndjson.",
        "The former ones are in results.ndjson.before-1; --undo puts them back.",
    ]
    assert scores(results) == [3, 3]


def test_a_regrade_can_be_undone(fullmarks, homework, results):
    first = results.read_bytes()
    change(homework, "numeric: 42", "numeric: 41")
    fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--allow-lower")
    second = results.read_bytes()
    fullmarks("regrade", "results.ndjson", "--rubric", "rubric.yaml", "--allow-lower")
    ended = fullmarks("regrade", "results.ndjson", "--undo")
    assert (ended.status, ended.err) == (0, "results.ndjson is again what results.ndjson.before-2 was.\n")
    assert results.read_bytes() == second
    fullmarks("regrade", "results.ndjson", "--undo")
    assert results.read_bytes() == first
    ended = fullmarks("regrade", "results.ndjson", "--undo")
    assert (ended.status, ended.err) == (
        4,
        "results.ndjson: there are no former results of this file to go back to.\n",
    )


@pytest.mark.parametrize(
    "arguments, status",
    [
        pytest.param(["--dry-run"], 0, id="a dry run"),
        pytest.param(["--dry-run", "--exit-code"], 1, id="a dry run for a script"),
        pytest.param(["--exit-code", "--allow-lower"], 1, id="done, for a script"),
        pytest.param(["--allow-lower"], 0, id="done"),
        pytest.param([], 1, id="refused"),
    ],
)
def test_status(fullmarks, homework, results, arguments, status):
    change(homework, "numeric: 42", "numeric: 41")
    assert fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", *arguments).status == status
    if "--allow-lower" in arguments:  # a second time there is nothing left to change
        assert fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", *arguments).status == 0


def test_changes_for_programs(fullmarks, homework, results):
    change(homework, "numeric: 42", "numeric: 41")
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--dry-run", "--format", "json")
    assert json.loads(ended.out.splitlines()[0]) == {
        "submission": "ann.md",
        "change": {
            "place": "1b.size",
            "before": {"verdict": "correct", "points": 1},
            "after": {"verdict": "incorrect", "points": 0},
            "reasons": ["the key was 42 and is 41"],
        },
    }


def test_the_new_results_are_as_if_graded_by_the_new_rubric(fullmarks, homework, results):
    change(homework, "points: 1, say", "points: 1.5, say")
    assert fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml").status == 0
    fullmarks("grade", "changed.yaml", "ann.md", "bob.md", "-o", "fresh.ndjson")
    assert results.read_bytes() == (homework / "fresh.ndjson").read_bytes()


def test_results_may_go_elsewhere(fullmarks, homework, results):
    change(homework, "points: 1, say", "points: 1.5, say")
    before = results.read_bytes()
    assert fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "-o", "new.ndjson").status == 0
    assert results.read_bytes() == before
    assert scores(homework / "new.ndjson") == [4, 2.5]


def test_stored_marks_are_shown_not_marks_given_anew(fullmarks, homework, results):
    lines = results.read_text("utf-8").splitlines()
    stored = json.loads(lines[2])
    item = stored["report"]["parts"][1]["attempts"][0]["items"][0]
    item.update(verdict="correct", points=1)
    results.write_text("\n".join([*lines[:2], json.dumps(stored)]), "utf-8")
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "rubric.yaml", "--dry-run")
    (line,) = [line for line in ended.out.splitlines() if line.startswith("bob.md")]
    assert line.split()[1:6] == ["1b.size", "1", "correct", "0", "incorrect"]


@pytest.mark.parametrize(
    "text, status, error",
    [
        pytest.param("", 4, "results.ndjson: this file is empty. Make one with “fullmarks grade -o”.", id="empty"),
        pytest.param(
            "{}",
            4,
            "results.ndjson: this is no results file. “fullmarks grade RUBRIC PATH… -o RESULTS” makes one.",
            id="other",
        ),
        pytest.param("[", 4, "results.ndjson: this is no results file. ", id="no JSON"),
    ],
)
def test_bad_results(fullmarks, homework, text, status, error):
    (homework / "results.ndjson").write_text(text, "utf-8")
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "rubric.yaml")
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.startswith(error)


def test_a_bad_rubric_changes_nothing(fullmarks, homework, results):
    (homework / "changed.yaml").write_text("rubric: [", "utf-8")
    before = results.read_bytes()
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml")
    assert (ended.status, ended.out) == (3, "")
    assert results.read_bytes() == before


def test_a_submission_that_no_longer_fits_changes_nothing(fullmarks, homework):
    (homework / "cat.json").write_text('{"answers": {"1b.size": "42"}}', "utf-8")
    fullmarks("grade", "rubric.yaml", "cat.json", "-o", "results.ndjson")
    change(homework, "      size: {numeric: 42}\n", "")
    before = (homework / "results.ndjson").read_bytes()
    ended = fullmarks("regrade", "results.ndjson", "--rubric", "changed.yaml", "--allow-lower")
    assert ended.status == 1
    assert ended.err == (
        "cat.json: “size” is not an item of part 1b. Its items are direction.\n"
        "Nothing was written: some submissions do not fit the changed rubric.\n"
    )
    assert (homework / "results.ndjson").read_bytes() == before
