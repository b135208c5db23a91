import pytest

from benchmarks.confusion import Confusion, column, confusion, in_all


@pytest.mark.parametrize(
    "due, also, said, verdict, counted",
    [
        ("correct", (), "accepted", "correct", "right"),
        ("correct", (), "rejected", "incorrect", "false_rejects"),
        ("correct", (), "rejected", "partial", "false_rejects"),
        ("correct", (), "unreadable", "unreadable", "unreadable"),
        ("correct", (), "undecided", "needs_review", "undecided"),
        ("correct", (), "key refused", "The key is empty.", "key_refused"),
        ("incorrect", (), "rejected", "incorrect", "right"),
        ("incorrect", (), "accepted", "correct", "false_accepts"),
        ("incorrect", (), "unreadable", "unreadable", "other_verdict"),
        ("incorrect", ("unreadable",), "unreadable", "unreadable", "right"),
        ("incorrect", (), "undecided", "needs_review", "undecided"),
        ("needs_review", (), "undecided", "needs_review", "right"),
        ("several_answers", (), "rejected", "incorrect", "other_verdict"),
    ],
    ids=str,
)
def test_where_a_judgement_counts(question, row, due, also, said, verdict, counted):
    assert column(question("q", due, also), row("q", said, verdict)) == counted


def test_a_grader_without_verdicts_is_judged_by_acceptance_alone(question, row):
    assert column(question("q", "incorrect"), row("q", "rejected", "false"), in_words=False) == "right"


def test_the_columns_add_up(question, row):
    questions = [question("a"), question("b", "incorrect"), question("c"), question("unasked")]
    rows = {"a": row("a"), "b": row("b"), "c": row("c", "unreadable", "unreadable")}
    counts = confusion(questions, rows)
    assert counts == Confusion(asked=3, right=1, false_accepts=1, unreadable=1, wrong_answers=1)
    assert (counts.faults, counts.not_accepted) == (2, 1)
    assert in_all([counts, counts]).asked == 6
