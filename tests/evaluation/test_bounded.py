import pytest

from fullmarks.evaluation.bounded import BoundedChecks, Bounds, read
from fullmarks.evaluation.checked import How, ToCheck, ToGroup
from fullmarks.pool.job import Died, OutOfTime


@pytest.mark.parametrize(
    "result, known",
    [
        pytest.param(OutOfTime(10.0), "the check took more than 10 s and was stopped", id="time"),
        pytest.param(Died(-6), "the check ended its process (status -6), mostly for want of memory", id="memory"),
    ],
)
def test_a_lost_process_leaves_the_answer_undecided(result, known):
    found = read(result)
    assert (found.verdict, found.points, found.evidence, found.known) == ("needs_review", 0, "undecided", known)


def test_each_in_order(checks):
    items = [("1/2", "0.5"), None, ("1/2", "0.6")]
    found = list(checks.each(items, lambda item: item and ToCheck(keys=(item[0],), answer=item[1])))
    assert [item for item, _ in found] == items
    assert [one and one.verdict.value for _, one in found] == ["correct", None, "incorrect"]


def test_no_key_asks_no_process(checks):
    assert checks.check(ToCheck(keys=(), answer="1")).verdict == "unusable_key"


def test_groups(checks):
    found = checks.groups([("1/2", "0.5", "3"), ()], lambda item: ToGroup(answers=item))
    assert [groups.numbers for _, groups in found] == [(0, 0, 1), ()]


def test_groups_by_text_where_time_is_up():
    # So many comparisons take longer than the least time there is.
    answers = tuple(f"x^{number} + sin({number} x)" for number in range(64))
    with BoundedChecks(How(), Bounds(seconds=0.05, workers=1)) as hurried:
        ((_, found),) = hurried.groups([(*answers, answers[3])], lambda item: ToGroup(answers=item))
    assert (found.numbers, found.by_text) == ((*range(64), 3), True)
