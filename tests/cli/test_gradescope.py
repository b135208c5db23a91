"""``fullmarks gradescope run`` in the folders of an autograder's container."""

import json

import pytest

from fullmarks.report.as_gradescope import GradescopeResults

METADATA = {
    "id": 7,
    "created_at": "2026-03-01T10:00:00.123456-08:00",
    "assignment": {"due_date": "2026-03-02T10:00:00-08:00", "total_points": "4.0", "title": "Demo"},
    "submission_method": "upload",
    "users": [{"email": "ann@example.org", "id": 1, "name": "Ann"}],
    "previous_submissions": [
        {"submission_time": "2026-02-27T10:00:00-08:00", "score": 0.0, "autograder_error": True},
        {"submission_time": "2026-02-28T10:00:00-08:00", "score": 2.0, "autograder_error": False, "results": {}},
    ],
}
ADVICE = "Hand in one file answers.json, answers.md, answers.txt, answers.tex or answers.chat.json."


@pytest.fixture
def container(homework):
    """The container's root with the rubric in its place and nothing handed in."""
    for name in ("submission", "source"):
        (homework / name).mkdir()
    (homework / "rubric.yaml").rename(homework / "source" / "rubric.yaml")
    (homework / "submission_metadata.json").write_text(json.dumps(METADATA), "utf-8")
    return homework


@pytest.fixture
def graded(fullmarks, container):
    """Grades what was handed in and gives the process and the results."""

    def run():
        ended = fullmarks("gradescope", "run", "--root", container)
        written = (container / "results" / "results.json").read_text("utf-8")
        return ended, GradescopeResults.model_validate_json(written)

    return run


def hand_in(container, **files):
    for name, content in files.items():
        path = container / "submission" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_graded_submission(container, graded):
    hand_in(container, answers_md=(container / "bob.md").read_text("utf-8"))
    ended, results = graded()
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert (results.score, results.visibility, results.stdout_visibility) == (2, "visible", "hidden")
    assert [(test.number, test.name, test.score, test.max_score, test.visibility) for test in results.tests] == [
        ("1a", "1a Cost", 1, 2, "visible"),
        ("1b", "1b Size and direction", 1, 2, "visible"),
    ]
    assert "Count both products." in results.tests[0].output
    assert results.output == "2 of 4 points\n"


def test_what_staff_can_look_up(container, graded):
    hand_in(container, answers_md=(container / "ann.md").read_text("utf-8"))
    extra = graded()[1].extra_data
    assert (extra.rubric, extra.created_at) == ("demo", METADATA["created_at"])
    assert extra.earlier_submissions == 1  # the one whose grading failed is not held against the student
    assert extra.engine.startswith("fullmarks ")


def test_the_same_submission_gives_the_same_bytes(container, graded):
    hand_in(container, answers_md=(container / "ann.md").read_text("utf-8"))
    graded()
    first = (container / "results" / "results.json").read_bytes()
    graded()
    assert (container / "results" / "results.json").read_bytes() == first


@pytest.mark.parametrize(
    "said, visibility",
    [
        pytest.param("at once", "visible", id="at once"),
        pytest.param("after due", "after_due_date", id="after the due date"),
        pytest.param("never", "hidden", id="never"),
    ],
)
def test_verdicts_are_shown_when_the_rubric_says(container, graded, said, visibility):
    rubric = container / "source" / "rubric.yaml"
    rubric.write_text(f"{rubric.read_text('utf-8')}release: {{verdicts: {said}}}\n", "utf-8")
    hand_in(container, answers_md=(container / "ann.md").read_text("utf-8"))
    results = graded()[1]
    assert {results.visibility, *(test.visibility for test in results.tests)} == {visibility}


@pytest.mark.parametrize(
    "name, text",
    [
        pytest.param("answers.json", '{"answers": {"1a.runtime": "2cn"}}', id="JSON"),
        pytest.param("answers.md", "## 1a\n**Answer:** $2cn$\n", id="Markdown"),
        pytest.param("answers.txt", "1a\nAnswer: 2 c n\n", id="plain text"),
        pytest.param(
            "answers.chat.json",
            '{"messages": [{"role": "assistant", "content": "## 1a\\n**Answer:** 2 c n"}]}',
            id="chat",
        ),
        pytest.param("homework.md", "## 1a\n**Answer:** $2cn$\n", id="the only file that could be"),
        pytest.param("inner/answers.md", "## 1a\n**Answer:** $2cn$\n", id="in a folder"),
    ],
)
def test_the_file_that_holds_the_answers(container, graded, name, text):
    path = container / "submission" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    (container / "submission" / "plot.png").write_bytes(b"\x89PNG")
    ended, results = graded()
    assert (ended.status, results.score) == (0, 2)


def test_a_file_called_answers_goes_before_others(container, graded):
    hand_in(container, notes_md="## 1a\n**Answer:** $3cn$\n", answers_md="## 1a\n**Answer:** $2cn$\n")
    assert graded()[1].score == 2


def test_nothing_handed_in(container, graded):
    ended, results = graded()
    assert (ended.status, results.score) == (4, 0)
    assert results.output == f"No file was handed in that could be opened. {ADVICE}"


@pytest.mark.parametrize(
    "files, output",
    [
        pytest.param({"hw_pdf": b"%PDF-1.7"}, f"A PDF cannot be read: hw.pdf. {ADVICE}", id="nothing but a PDF"),
        pytest.param({"a_py": "print(1)"}, f"No file with answers was handed in, only a.py. {ADVICE}", id="code"),
        pytest.param(
            {"a_md": "1", "b_md": "2"}, f"Several files could hold the answers: a.md, b.md. {ADVICE}", id="two"
        ),
        pytest.param(
            {"answers_md": "Größe".encode("latin-1")},
            "This is not UTF-8 text: byte 2 belongs to no character. Save it as UTF-8 and hand it in again.",
            id="another encoding",
        ),
        pytest.param(
            {"answers_md": b"%PDF-1.7 \xff"},
            "This is a PDF, which cannot be read. Hand in Markdown (.md), plain text (.txt), LaTeX (.tex) or JSON.",
            id="a PDF by another name",
        ),
        pytest.param(
            {"answers_json": '{"answers": {"9z": "1"}}'},
            "“9z” is not a part of this homework. Its parts are 1a, 1b.",
            id="unknown part",
        ),
        pytest.param(
            {"answers_md": b"a" * 2_000_001},
            "This file has more than 2,000,000 bytes. Leave out what is no answer.",
            id="too large",
        ),
    ],
)
def test_what_cannot_be_graded_is_told_to_the_student(container, graded, files, output):
    hand_in(container, **files)
    ended, results = graded()
    assert (ended.status, results.score, results.tests) == (4, 0, ())
    assert results.output == output


def test_links_are_not_followed(container, graded):
    (container / "secret.md").write_text("## 1a\n**Answer:** $2cn$\n", "utf-8")
    (container / "submission" / "answers.md").symlink_to(container / "secret.md")
    (container / "submission" / "folder").symlink_to(container)
    ended, results = graded()
    assert (ended.status, results.score) == (4, 0)
    assert results.output == f"No file was handed in that could be opened. {ADVICE}"


def test_a_name_cannot_speak_to_a_terminal(container, graded):
    (container / "submission" / "a\x1b[2J.py").write_text("x", "utf-8")
    assert graded()[1].output == f"No file with answers was handed in, only a\\u{{1b}}[2J.py. {ADVICE}"


def test_thousands_of_files(container, graded):
    for number in range(2_001):
        (container / "submission" / f"{number}.txt").touch()
    assert graded()[1].output == f"More than 2,000 files were handed in. {ADVICE}"
    hand_in(container, answers_md="## 1a\n**Answer:** $2cn$\n")
    assert graded()[1].score == 2


@pytest.mark.parametrize(
    "metadata, message",
    [
        pytest.param(None, "submission_metadata.json cannot be opened: No such file or directory.", id="missing"),
        pytest.param("[1", "submission_metadata.json is not what Gradescope writes: Invalid JSON", id="broken"),
        pytest.param('{"created_at": "soon"}', "submission_metadata.json is not what Gradescope writes", id="no date"),
    ],
)
def test_without_metadata_it_is_graded_all_the_same(container, graded, metadata, message):
    path = container / "submission_metadata.json"
    path.unlink() if metadata is None else path.write_text(metadata, "utf-8")
    hand_in(container, answers_md=(container / "ann.md").read_text("utf-8"))
    ended, results = graded()
    assert (ended.status, results.score) == (0, 4)
    assert ended.err.startswith(message)


def test_a_bad_rubric_is_not_the_students_fault(container, graded):
    (container / "source" / "rubric.yaml").write_text("rubric: [", "utf-8")
    hand_in(container, answers_md="## 1a\n")
    ended, results = graded()
    assert ended.status == 3
    assert results.output == (
        "The autograder of this homework is not set up right. This is not your fault: please tell the course staff."
    )


def test_nothing_else_is_left_in_the_results_folder(container, graded):
    hand_in(container, answers_md=(container / "ann.md").read_text("utf-8"))
    graded()
    assert [path.name for path in (container / "results").iterdir()] == ["results.json"]


def test_what_being_late_costs_is_told_by_gradescopes_times_alone(container, graded):
    rubric = container / "source" / "rubric.yaml"
    rubric.write_text(f"late: {{cost: 50% a day}}\n{rubric.read_text('utf-8')}", "utf-8")
    answers = {"document": (container / "bob.md").read_text("utf-8"), "submitted_at": "2026-01-01T00:00:00Z"}
    hand_in(container, answers_json=json.dumps(answers))
    metadata = METADATA | {"created_at": "2026-03-02T11:00:00-08:00"}
    (container / "submission_metadata.json").write_text(json.dumps(metadata), "utf-8")
    _, late = graded()
    (container / "submission_metadata.json").write_text(json.dumps(METADATA), "utf-8")
    _, in_time = graded()
    assert (in_time.score, late.score) == (2, 1)
