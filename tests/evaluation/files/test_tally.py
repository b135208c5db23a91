import pytest

from fullmarks.evaluation.bounded import BoundedChecks, Bounds
from fullmarks.evaluation.checked import How
from fullmarks.evaluation.files.fields import Fields
from fullmarks.evaluation.files.score_lines import ScoreLine
from fullmarks.evaluation.files.summary import Scores
from fullmarks.evaluation.files.summary_as_text import summary_as_text
from fullmarks.evaluation.files.tally import Tally
from fullmarks.evaluation.statistics.paired import compared

FIELDS = Fields("output", "gold", "problem", ("level",))


def line(problem, verdict, answer="", level="1", **more):
    points = {"correct": 1.0}.get(verdict, 0.0)
    return ScoreLine(
        file="a.jsonl",
        row=1,
        digest="0",
        problem=problem,
        groups={"level": level},
        verdict=verdict,
        points=points,
        evidence="exact",
        answer=answer,
        **more,
    )


def tallied(*lines):
    tally = Tally("a.jsonl")
    for one in lines:
        tally.add(one)
    return tally


def test_one_answer_a_problem(checks):
    tally = tallied(
        *(line(f"p{number}", "correct", level="Level 2") for number in range(6)),
        *(line(f"q{number}", "incorrect", level="Level 10") for number in range(2)),
        line("r", "needs_review", level="Level 10"),
        line("s", "unreadable", level="Level 10"),
        ScoreLine(file="a.jsonl", row=9, digest="0", verdict="bad_row", why="This line is no JSON object."),
    )
    summary = tally.summary(FIELDS, checks)
    assert (summary.answers, summary.problems, summary.accuracy.value, summary.undecided) == (10, 10, 0.6, 1)
    assert (summary.pass_at, summary.majority, summary.method) == ({}, None, "Wilson's score interval")
    assert [(group.value, group.answers, group.undecided) for group in summary.groups] == [
        ("Level 2", 6, 0),
        ("Level 10", 4, 1),
    ]
    assert summary_as_text(Scores(files=(summary,))).splitlines() == [
        "a.jsonl",
        "  fields     output “output”; key “gold”; problem “problem”; groups by “level”",
        "  checked    10 answers",
        "  accuracy    60.0 % (31.3 to 83.2), Wilson's score interval",
        "  undecided  10.0 %; were all of these right, the accuracy would be 70.0 %",
        "  verdicts   correct 6, incorrect 2, needs_review 1, unreadable 1",
        "  known by   exact 10",
        "  by level",
        "    Level 2         6  100.0 % (61.0 to 100.0)",
        "    Level 10        4    0.0 % (0.0 to 49.0), 1 undecided",
        "  not scored 1",
        "    line 9: This line is no JSON object.",
    ]


def test_votes_are_grouped_by_meaning(checks):
    # By their texts 0.25 would win: 1/2 is written in three ways. What is missing has no vote.
    texts = ["1/2", "0.5", r"\frac12", "0.25", "0.25"]
    right = [line("p", "correct", text) for text in texts[:3]]
    wrong = [line("p", "incorrect", text) for text in texts[3:]]
    summary = tallied(*right, *wrong, line("p", "missing")).summary(FIELDS, checks)
    assert summary.majority.value == 1.0
    other = tallied(line("p", "correct", "3"), *(line("p", "incorrect", text) for text in texts[:2])).summary(
        FIELDS, checks
    )
    assert other.majority.value == 0.0


def test_votes_that_could_only_be_grouped_by_their_texts():
    lines = [line("p", "incorrect", f"x^{number} + sin({number} x)") for number in range(64)]
    with BoundedChecks(How(), Bounds(seconds=0.05, workers=1)) as hurried:
        summary = tallied(*lines).summary(FIELDS, hurried)
    text = summary_as_text(Scores(files=(summary,)))
    assert "votes grouped by meaning (by their texts in 1 of 1 problems, for want of time)" in text


def test_several_answers_a_problem(checks):
    lines = [
        line(problem, "correct" if number < right else "incorrect", str(number))
        for problem, right in (("p", 4), ("q", 1), ("r", 0))
        for number in range(4)
    ]
    summary = tallied(*lines).summary(FIELDS, checks)
    assert (summary.answers, summary.problems) == (12, 3)
    assert summary.accuracy.value == pytest.approx(5 / 12)
    assert {k: round(estimate.value, 4) for k, estimate in summary.pass_at.items()} == {1: 0.4167, 2: 0.5, 4: 0.6667}
    text = summary_as_text(Scores(files=(summary,)))
    assert "  checked    12 answers to 3 problems" in text
    assert "  pass@4      66.7 % (1.3 to 100.0)" in text


def test_nothing_was_scored(checks):
    summary = tallied(ScoreLine(file="a", row=1, digest="0", verdict="unusable_key", why="It is empty.")).summary(
        FIELDS, checks
    )
    assert summary.accuracy is None
    assert summary_as_text(Scores(files=(summary,))).splitlines()[2:] == [
        "  checked    0 answers",
        "  not scored 1",
        "    line 1: It is empty.",
    ]


def test_a_comparison_in_words(checks):
    first = tallied(line("p", "correct")).summary(FIELDS, checks)
    text = summary_as_text(
        Scores(files=(first, first.model_copy(update={"file": "b"})), comparison=compared([1.0], [1.0]))
    )
    assert text.splitlines()[-4:] == [
        "b less a.jsonl",
        "  problems   1 that both answer",
        "  difference +0.0 points (-79.3 to +79.3), p = 1.0000; McNemar's exact test, Newcombe's interval",
        "  better     first on 0, second on 0",
    ]
