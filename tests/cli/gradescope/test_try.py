"""``fullmarks gradescope try``: what students and staff would see, and what is wrong with a zip."""

import json
import zipfile

import pytest

from tests.cli.conftest import RIGHT, RUBRIC
from tests.cli.gradescope.conftest import METADATA

RUN = '#!/bin/sh\n"$AUTOGRADER_ROOT/venv/bin/fullmarks" gradescope run\n'
WRITE = "#!/bin/sh\necho hello\nmkdir -p results\ncat >results/results.json <<E\n{}\nE\n"


@pytest.fixture
def tried(tmp_path, process):
    """Tries a zip of these files on a submission; its lines without indentation."""

    def run(files, *options, submission=("answers.md", RIGHT)):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        (tmp_path / submission[0]).write_text(submission[1], "utf-8")
        ended = process("gradescope", "try", "a.zip", submission[0], "--without-setup", *options, PATH="/usr/bin:/bin")
        return ended, [line.strip() for line in ended.out.splitlines()]

    return run


def files(run_autograder=RUN, rubric=RUBRIC):
    return {"setup.sh": "", "run_autograder": run_autograder, "rubric.yaml": rubric}


def seen(lines, heading):
    """What stands below a heading, up to the next empty line."""
    rest = lines[lines.index(heading) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


def test_what_the_student_and_staff_see(tried):
    ended, lines = tried(files())
    assert (ended.status, ended.err) == (0, "")
    assert lines[1] == "==> answers.md <=="
    student, staff = seen(lines, "The student sees:"), seen(lines, "Staff see also:")
    assert student[:2] == ["4 of 4 points", "Total: 4 of 4"]
    assert [line for line in student if line.startswith("[")] == [
        "[passed] 1a Cost  2 / 2",
        "[passed] 1b Size and direction  2 / 2",
    ]
    assert staff[:2] == ["Total: 4 of 4", "1a Cost: 2 / 2, passed, shown at once; correct"]
    assert "earlier_submissions: 0" in staff


def test_what_is_shown_later(tried):
    ended, lines = tried(files(rubric=f"release: {{verdicts: after due}}\n{RUBRIC}"))
    assert ended.status == 0
    assert seen(lines, "The student sees:") == [
        "Shown after the due date: 1a Cost, 1b Size and direction",
        "While anything is not shown, neither is the total.",
    ]


def test_as_late_as_the_metadata_say(tried, tmp_path):
    (tmp_path / "late.json").write_text(json.dumps(METADATA | {"created_at": "2026-03-02T11:00:00-08:00"}), "utf-8")
    _, lines = tried(files(rubric=f"late: {{cost: 50% a day}}\n{RUBRIC}"), "--metadata", "late.json")
    assert "Total: 2 of 4" in lines


def test_what_students_read_who_hand_in_something_else(tried):
    ended, lines = tried(files(), submission=("hw.pdf", "%PDF"))
    assert ended.status == 0
    assert seen(lines, "The student sees:")[0].startswith("A PDF cannot be read: hw.pdf.")


@pytest.mark.parametrize(
    "script, wrong",
    [
        pytest.param("#!/bin/sh\nexit 0\n", "there is no such file", id="no results"),
        pytest.param(
            WRITE.format("{"), "results.json: Invalid JSON: EOF while parsing an object at line 2 column 0", id="half"
        ),
        pytest.param(WRITE.format('{"tests": []}'), "must be a score, or tests that each have one", id="no points"),
        pytest.param(
            WRITE.format('{"score": 1, "visible": "hidden"}'), "visible: Extra inputs are not permitted", id="a slip"
        ),
    ],
)
def test_results_that_gradescope_would_not_take(tried, script, wrong):
    ended, lines = tried(files(script))
    assert ended.status == 1
    (told,) = seen(lines, "Gradescope would say “The autograder failed to execute correctly”; results.json:")
    assert told.endswith(wrong)


@pytest.mark.parametrize(
    "held, told",
    [
        pytest.param({}, "a.zip: setup.sh must stand at the root of the zip: there is none.", id="nothing in it"),
        pytest.param(
            {"hw/setup.sh": "", "hw/run_autograder": RUN},
            "a.zip: setup.sh must stand at the root of the zip: it stands in a folder, as hw/setup.sh. Zip the files, not "
            "the folder.",
            id="the folder was zipped",
        ),
        pytest.param(
            {"setup.sh": "", "run_autograder": "echo"},
            "a.zip: run_autograder does not begin with “#!” and a program.",
            id="no program",
        ),
    ],
)
def test_a_zip_that_is_no_autograder(tried, held, told):
    ended, _ = tried(held)
    assert (ended.status, ended.err) == (1, f"{told}\n")


@pytest.mark.parametrize(
    "content, told",
    [
        pytest.param(None, "a.zip: cannot be opened: No such file or directory.", id="missing"),
        pytest.param(b"no zip", "a.zip: this is no zip.", id="no zip"),
    ],
)
def test_a_zip_that_cannot_be_opened(tmp_path, fullmarks, content, told):
    if content is not None:
        (tmp_path / "a.zip").write_bytes(content)
    ended = fullmarks("gradescope", "try", "a.zip", "answers.md")
    assert (ended.status, ended.err) == (1, f"{told}\n")


def test_a_submission_that_is_not_there(tmp_path, tried, process):
    tried(files())
    ended = process("gradescope", "try", "a.zip", "gone.md", "--without-setup")
    assert ended.status == 1
    assert ended.err.startswith("gone.md: cannot be handed in: ")


def test_a_setup_that_fails(tmp_path, process):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("setup.sh", "echo no such package\nexit 7\n")
        archive.writestr("run_autograder", RUN)
    ended = process("gradescope", "try", "a.zip", "answers.md")
    assert (ended.status, ended.err) == (1, "setup.sh exits with 7:\nno such package\n")
