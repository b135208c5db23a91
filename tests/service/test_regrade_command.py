"""``fullmarks regrade --server`` against a running service."""

import subprocess

import pytest


@pytest.fixture
def course(service, course_in):
    return course_in(service)


@pytest.fixture
def regrade(course, fullmarks):
    """Run the command; its exit status and both its outputs."""

    def run(*options: str) -> tuple[int, str, str]:
        command = [fullmarks, "regrade", "--server", course.service.url, "--rubric", course.name, *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout, done.stderr

    return run


def test_it_shows_and_then_applies_what_lowers_nobody(course, regrade):
    course.publish("n^2 / 2")
    submission = course.hand_in("n(n+1)/2")
    course.publish("n (n + 1) / 2")
    shown = (
        f"{submission}  1.sum  0 incorrect → 2 correct  (the key was n^2 / 2 and is n (n + 1) / 2)\n"
        "1 of 1 submissions change: 1 up, 0 down, 0 with the same sum.\n"
        "All points together were 0 and are 2.\n"
    )
    assert regrade("--dry-run")[:2] == (0, shown)
    assert course.score(submission) == (0, "incorrect")
    assert regrade() == (0, shown, "1 submissions are graded by the new version.\n")
    assert course.score(submission) == (2, "correct")


def test_it_takes_no_points_unless_told_to(course, regrade):
    course.publish("n^2 / 2")
    submission = course.hand_in("n^2/2")
    course.publish("n (n + 1) / 2")
    status, _, said = regrade()
    assert (status, said) == (
        1,
        "1 submissions would lose points: nothing was changed. Give --allow-lower if that is right.\n",
    )
    assert course.score(submission) == (2, "correct")
    assert regrade("--allow-lower")[0] == 0
    assert course.score(submission) == (0, "incorrect")
