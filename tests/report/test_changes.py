"""What differs between two reports of one submission, and why."""

import pytest

from fullmarks.outcome import Verdict
from fullmarks.report.changes import Change, Standing, changes, lowered, regraded
from fullmarks.report.changes_as_text import changes_as_text
from fullmarks.rubric.load import load_rubric_text

RUBRIC = """\
rubric: demo
symbols: {c d: positive}
parts:
  1a:
    items:
      runtime: {symbolic: c d}
      why: {text: [{any of: [because]}]}
  1b:
    items:
      y: {symbolic: 2 c}
  2:
    items:
      why: {text: [{any of: [since]}]}
"""


def rubric(*replacements):
    text = RUBRIC
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return load_rubric_text(text)


def with_item(report, place, name, **update):
    """The report with one item of one part's last attempt changed."""
    part = report.parts[place]
    attempt = part.attempts[-1]
    items = tuple(item.model_copy(update=update) if item.id == name else item for item in attempt.items)
    attempts = (*part.attempts[:-1], attempt.model_copy(update={"items": items}))
    score = sum(item.points for item in items)
    changed = part.model_copy(update={"attempts": attempts, "score": score})
    return report.model_copy(update={"parts": (*report.parts[:place], changed, *report.parts[place + 1 :])})


def test_many_changes_are_told_by_item_and_by_points(report):
    after = with_item(report, 1, "1b.y", verdict=Verdict.CORRECT, points=1).model_copy(
        update={"score": report.score + 1}
    )
    new = rubric(("symbolic: 2 c", "symbolic: 3 c"))
    every = [regraded(f"s{number}", report, after, rubric(), new) for number in range(12)]
    text = changes_as_text(every)
    assert text.count("1b.y") == 13
    assert "1b.y           12  0 unreadable  1 correct  the key was 2 c and is 3 c\n" in text
    assert "    +1           12  ██████████████████████████████████████████████████\n" in text
    assert changes_as_text(every, summary=True) == text.partition("\n\n")[2]


@pytest.mark.parametrize(
    "old, new, reason",
    [
        pytest.param("symbolic: 2 c", "symbolic: 3 c", "the key was 2 c and is 3 c", id="key"),
        pytest.param(
            "{symbolic: 2 c}", "{symbolic: 2 c, also: [3 c]}", "further accepted keys changed", id="further key"
        ),
        pytest.param("{symbolic: 2 c}", "{numeric: 2}", "checked as numeric, not symbolic", id="checker"),
        pytest.param("{symbolic: 2 c}", "{symbolic: 2 c, form: expanded}", "options of the key changed", id="options"),
        pytest.param("{symbolic: 2 c}", "{symbolic: 2 c, points: 3}", "worth 3, not 1", id="points"),
        pytest.param(
            "{symbolic: 2 c}", "{symbolic: 2 c, void: true}", "made void: everybody gets all points", id="void"
        ),
        pytest.param("{symbolic: 2 c}", "{symbolic: 2 c, target: y}", "what marks its answer changed", id="target"),
        pytest.param("c d: positive", "c d: real", "symbols changed", id="symbols"),
        pytest.param(
            "{symbolic: 2 c}", "{symbolic: 2 c, near: {sign: 50%}}", "credit for near misses changed", id="near"
        ),
        pytest.param(
            "{symbolic: 2 c}",
            "{symbolic: 2 c, known: [{answer: c, points: 0.5}]}",
            "known mistakes changed",
            id="known",
        ),
        pytest.param(
            "{symbolic: 2 c}",
            "{symbolic: 2 c d, follows: {d: 1a.runtime}}",
            "what it follows changed",
            id="follows",
        ),
    ],
)
def test_the_reason_is_what_the_rubrics_say_differently(report, old, new, reason):
    after = with_item(report, 1, "1b.y", verdict=Verdict.CORRECT, points=1)
    (change,) = changes(report, after, rubric(), rubric((old, new)))
    assert change.place == "1b.y"
    assert (change.before, change.after) == (Standing(Verdict.UNREADABLE, 0), Standing(Verdict.CORRECT, 1))
    assert reason in change.reasons


def test_another_engine_is_a_reason(report):
    after = with_item(report, 1, "1b.y", verdict=Verdict.CORRECT, points=1).model_copy(update={"engine": "fullmarks 2"})
    (change,) = changes(report, after, rubric(), rubric())
    assert change.reasons == ("another version of the program graded",)


def test_without_a_reason_in_the_item_another_answer_was_found(report):
    after = with_item(report, 1, "1b.y", verdict=Verdict.CORRECT, points=1)
    (change,) = changes(report, after, rubric(), rubric())
    assert change.reasons == ("another answer was found, because parts or items are named differently",)


def test_what_does_not_count_is_no_change(report):
    attempt = report.parts[0].attempts[0]
    worse = attempt.model_copy(update={"items": (attempt.items[0].model_copy(update={"points": 0}), attempt.items[1])})
    part = report.parts[0].model_copy(update={"attempts": (worse, report.parts[0].attempts[1])})
    after = report.model_copy(update={"parts": (part, *report.parts[1:])})
    assert changes(report, after, rubric(), rubric()) == ()


@pytest.mark.parametrize(
    "policy, reason",
    [
        pytest.param("attempts: {cost: 10%}", "attempts count or cost differently", id="attempts"),
        pytest.param("late: {cost: 10%}", "being late costs differently", id="lateness"),
        pytest.param("rounding: {part: 0.1}", "points are rounded differently", id="rounding"),
    ],
)
def test_a_part_that_moves_without_its_items(report, policy, reason):
    part = report.parts[0].model_copy(update={"score": 0.9})
    after = report.model_copy(update={"parts": (part, *report.parts[1:])})
    costly = rubric(("parts:", f"{policy}\nparts:"))
    assert changes(report, after, rubric(), costly) == (
        Change("1a", Standing(None, 1), Standing(None, 0.9), (reason,)),
    )


def test_an_item_that_is_gone_and_one_that_is_new(report):
    part = report.parts[1]
    attempt = part.attempts[0]
    renamed = attempt.items[0].model_copy(update={"id": "1b.z"})
    part = part.model_copy(update={"attempts": (attempt.model_copy(update={"items": (renamed,)}),)})
    after = report.model_copy(update={"parts": (report.parts[0], part, report.parts[2])})
    found = changes(report, after, rubric(), rubric(("      y: {symbolic: 2 c}", "      z: {symbolic: 2 c}")))
    assert [(change.place, change.before, change.reasons) for change in found] == [
        ("1b.z", None, ("the item is new",)),
        ("1b.y", Standing(Verdict.UNREADABLE, 0), ("the item is gone",)),
    ]


def test_a_part_loses_points(report):
    after = with_item(report, 0, "1a.runtime", verdict=Verdict.INCORRECT, points=0)
    assert lowered(report, after) == ("1a",)
    assert lowered(after, report) == ()
    assert lowered(report, report.model_copy(update={"parts": ()})) == ("1a",)


def test_as_text(report):
    after = with_item(report, 1, "1b.y", verdict=Verdict.CORRECT, points=1)
    after = after.model_copy(update={"score": 2})
    new = rubric(("symbolic: 2 c", "symbolic: 3 c"))
    every = [regraded("ann.md", report, after, rubric(), new), regraded("bob.md", report, report, rubric(), new)]
    assert changes_as_text(every) == (
        "Submission  Item  Was           Is         Why\n"
        "ann.md      1b.y  0 unreadable  1 correct  the key was 2 c and is 3 c\n"
        "\n"
        "1 of 2 submissions change: 1 up, 0 down, 0 with the same sum.\n"
        "All points together were 2 and are 3.\n"
    )
    assert changes_as_text(every[1:]) == (
        "0 of 1 submissions change: 0 up, 0 down, 0 with the same sum.\nAll points together were 1 and are 1.\n"
    )
