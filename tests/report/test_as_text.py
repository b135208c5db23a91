"""The report for a terminal."""

import pytest

from fullmarks.report.as_text import as_text, part_as_text

WHOLE = """\
demo, version 0123456789ab
submission 5e1f

1a  Cost                                                           1 / 2
  attempt 1, message 1
  ◐ runtime  partial  0.5 / 1
    answer    $c d$
    read as   c*d
    evidence  different by exact arithmetic at c = 1, d = 2 (2 is not 4)
    feedback  About 1a.runtime.
  ✗ why  incorrect  0 / 1
    answer    [1, 2]
    evidence  different at x = 2
    entries   1 of 2 right
    feedback  About 1a.why.
  attempt 2, message 3, the one that counts
  ✓ runtime  correct  1 / 1
    answer    2cd
    evidence  written the same

1b                                                                 0 / 1
  ? y  unreadable  0 / 1
    answer    ((
    feedback  About 1b.y.
    open      1 point waits for a person

2  Why                                                             0 / 1
  – why  missing  0 / 1

Not graded
  message 7: Question 9 (no part has this name)
────────────────────────────────────────────────────────────────────────
1 of 4 points; 1 more may be given by a person
"""


def test_the_whole_report(report):
    assert as_text(report, width=72) == WHOLE


def test_no_line_is_wider_than_the_terminal(report):
    assert max(map(len, as_text(report, width=40).splitlines())) <= 40


def test_colours_only_where_they_are_wanted(report):
    assert "\x1b[" in as_text(report, color=True)
    assert "\x1b" not in as_text(report)


def test_one_part_is_shown_as_in_the_whole(report):
    assert part_as_text(report.parts[1], width=72) in as_text(report, width=72)


@pytest.mark.parametrize(
    "answer, line",
    [
        pytest.param("\x1b[2Jx", "answer    \\u{1b}[2Jx", id="a command to the terminal"),
        pytest.param("a\u202eb", "answer    a\\u{202e}b", id="a mark that turns the writing direction"),
        pytest.param("[bold]x[/bold]", "answer    [bold]x[/bold]", id="Rich's own markup"),
        pytest.param("a\nb", "answer    a b", id="a line end"),
        pytest.param(":smile:", "answer    :smile:", id="a name of an emoji"),
    ],
)
def test_an_answer_cannot_speak_to_the_terminal(report, answer, line):
    part = report.parts[1]
    attempt = part.attempts[0]
    item = attempt.items[0].model_copy(update={"answer": answer})
    changed = part.model_copy(update={"attempts": (attempt.model_copy(update={"items": (item,)}),)})
    assert line in part_as_text(changed)
