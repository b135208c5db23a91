"""``fullmarks stats`` and ``fullmarks marks``: what they print of kept results, and what they exit with."""

import csv
import json
from io import StringIO

import pytest


@pytest.fixture
def results(fullmarks, homework):
    """Results of eight people, of whom most answer 41 where the key says 42."""
    people = [("ann", "2cn", 41), ("bob", "2cn", 41), ("cat", "2 n c", 41), ("dan", "2cn", 41), ("eve", "c n", 42)]
    people += [("fay", "2cn", 41), ("gus", "c", 42), ("=hal", "2 c n +", 41)]
    lines = [
        json.dumps({"student": name, "answers": {"1a": cost, "1b": {"size": size, "direction": "up"}}})
        for name, cost, size in people
    ]
    (homework / "class.ndjson").write_text("\n".join(lines), "utf-8")
    ended = fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert (ended.status, ended.err) == (0, "")
    return homework / "results.ndjson"


def rows(out):
    return list(csv.reader(StringIO(out)))


def test_a_key_that_looks_wrong(fullmarks, results):
    ended = fullmarks("stats", "results.ndjson")
    assert (ended.status, ended.err) == (0, "")
    (line,) = [line for line in ended.out.splitlines() if line.startswith("  1b.size")]
    assert line.startswith(
        "  1b.size  6 of 8 answered 41, which is incorrect; they have 92% of the other points. 2 are right;"
    )
    assert fullmarks("stats", "results.ndjson", "--exit-code").status == 1


@pytest.mark.parametrize("form", ["text", "html", "json", "csv", "answers-csv"])
def test_every_form_is_the_same_each_time(fullmarks, results, form):
    one, other = (fullmarks("stats", "results.ndjson", "--format", form) for _ in range(2))
    assert (one.status, one.out) == (0, other.out)
    assert one.out


def test_tables_of_statistics(fullmarks, results):
    items = rows(fullmarks("stats", "results.ndjson", "--format", "csv").out)
    assert [row[:4] for row in items] == [
        ["item", "submissions", "right", "partly"],
        ["1a.runtime", "8", "0.625", "0.125"],
        ["1b.size", "8", "0.25", "0.0"],
        ["1b.direction", "8", "1.0", "0.0"],
    ]
    answers = rows(fullmarks("stats", "results.ndjson", "--format", "answers-csv").out)
    assert [row[:3] for row in answers if row[0] == "1b.size"] == [
        ["1b.size", "6", "incorrect"],
        ["1b.size", "2", "correct"],
    ]


def test_marks(fullmarks, results):
    ended = fullmarks("marks", "results.ndjson")
    assert ended.status == 0
    assert ended.err == "Of 1 submission points wait for a person.\n"
    found = rows(ended.out)
    assert found[0] == "submission name id email score max_score pending_points 1a.runtime 1b.size 1b.direction".split()
    assert found[1] == ["ann", "", "ann", "", "3", "4", "0", "2", "0", "1"]
    assert found[-1][:3] == ["'=hal", "", "'=hal"]


@pytest.mark.parametrize(
    "arguments, head, last",
    [
        pytest.param(
            ["--format", "gradescope-csv"],
            [
                [
                    "Name",
                    "SID",
                    "Email",
                    "Total Score",
                    "Max Points",
                    "Status",
                    "Submission ID",
                    "Submission Time",
                    "1a: Cost (2.0 pts)",
                    "1b: Size and direction (2.0 pts)",
                ]
            ],
            ["gus", "gus", "", "2", "4", "Graded", "gus", "", "0", "2"],
            id="Gradescope",
        ),
        pytest.param(
            ["--format", "canvas-csv", "--assignment", "Homework 1 (77)"],
            [
                ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Homework 1 (77)"],
                ["    Points Possible", "", "", "", "", "4"],
            ],
            ["gus", "", "gus", "", "", "2"],
            id="Canvas",
        ),
    ],
)
def test_marks_for_other_systems(fullmarks, results, arguments, head, last):
    found = rows(fullmarks("marks", "results.ndjson", *arguments).out)
    assert found[: len(head)] == head
    assert found[-2] == last


ROSTER = """\
Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77)
    Points Possible,,,,,4
"Ames, Ann",101,ann,ann@x.org,A,
"Gray, Gus",107,900107,GUS,B,
"Doe, Hal",108,,,B,
"Doe, Hal",109,,,B,
"""


def test_canvas_knows_people_by_its_own_ids(fullmarks, homework):
    (homework / "roster.csv").write_text(ROSTER, "utf-8")
    people = ["ann,,", ",gus@x.org,", ",,Hal Doe", ',,"Doe, Hal"']
    (homework / "class.csv").write_text("\n".join(["student,email,name,1a", *(f"{one},1" for one in people)]), "utf-8")
    fullmarks("grade", "rubric.yaml", "class.csv", "-q", "-o", "results.ndjson")
    ended = fullmarks("marks", "results.ndjson", "--format", "canvas-csv", "--roster", "roster.csv")
    assert [row[:5] for row in rows(ended.out)[2:4]] == [
        ["Ames, Ann", "101", "ann", "ann@x.org", "A"],
        ["Gray, Gus", "107", "900107", "GUS", "B"],
    ]
    # Nobody is called so, and two are called so.
    assert ended.err == "Hal Doe is not in roster.csv.\nDoe, Hal is not in roster.csv.\n"


@pytest.mark.parametrize(
    "roster, arguments, status, told",
    [
        pytest.param(
            "Name,Points\n",
            ["--format", "canvas-csv"],
            4,
            "roster.csv: the first row names no column “Student” and “ID”. Take what Canvas gives under Grades, Export.\n",
            id="another table",
        ),
        pytest.param(ROSTER, [], 2, "--roster is Canvas's: say --format canvas-csv as well.\n", id="another form"),
    ],
)
def test_a_roster_that_is_none(fullmarks, results, homework, roster, arguments, status, told):
    (homework / "roster.csv").write_text(roster, "utf-8")
    ended = fullmarks("marks", "results.ndjson", "--roster", "roster.csv", *arguments)
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.endswith(told)


def test_each_of_a_group_has_a_row(fullmarks, homework):
    folder = homework / "export"
    (folder / "submission_5").mkdir(parents=True)
    (folder / "submission_5" / "answers.md").write_bytes((homework / "ann.md").read_bytes())
    people = "".join(
        f"  - :name: {name}\n    :sid: '{sid}'\n    :email: {sid}@x.org\n" for name, sid in (("Ann", "1"), ("Bob", "2"))
    )
    text = f"submission_5:\n  :submitters:\n{people}  :created_at: 2026-11-20 09:15:00 Z\n"
    (folder / "submission_metadata.yml").write_text(text, "utf-8")
    assert fullmarks("grade", "rubric.yaml", "export", "-q", "-o", "results.ndjson").status == 0
    found = rows(fullmarks("marks", "results.ndjson", "--format", "gradescope-csv").out)
    assert [row[:8] for row in found[1:]] == [
        ["Ann", "1", "1@x.org", "4", "4", "Graded", "submission_5", "2026-11-20 09:15:00+00:00"],
        ["Bob", "2", "2@x.org", "4", "4", "Graded", "submission_5", "2026-11-20 09:15:00+00:00"],
    ]


def test_who_comes_twice_is_told(fullmarks, homework):
    (homework / "class.ndjson").write_text('{"student": "ann", "answers": {"1a": "1"}}\n' * 2, "utf-8")
    fullmarks("grade", "rubric.yaml", "class.ndjson", "-q", "-o", "results.ndjson")
    assert fullmarks("marks", "results.ndjson").err == "ann comes 2 times.\n"


@pytest.mark.parametrize("command", ["stats", "marks"])
def test_bad_results(fullmarks, homework, command):
    ended = fullmarks(command, "rubric.yaml")
    assert (ended.status, ended.out) == (4, "")
    assert ended.err.startswith(
        "rubric.yaml: this is no results file. “fullmarks grade RUBRIC PATH… -o RESULTS” makes one."
    )
