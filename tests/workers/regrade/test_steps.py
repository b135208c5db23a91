"""Regrades one after the other, by several workers, and beside what people decide."""

from datetime import timedelta
from fractions import Fraction

import pytest

from fullmarks.outcome import Verdict
from fullmarks.report.model import Report
from store.clock import now
from store.judged import judged
from store.overrides import Decision, decide, overrides, refresh
from store.pieces import (
    MOST_CLAIMS,
    Left,
    LostPieceError,
    Phase,
    claim_piece,
    finish_piece,
    pieces_left,
    take_overdue_pieces,
)
from store.regrades import PHASES, RegradeState
from store.reports import report_under

KEY = ("n^2 / 2, points: 2", "n (n + 1) / 2, points: 2")
OTHER = ("choice: [up, down], key: up", "choice: [up, down], key: down")
READING = ("x: real}", "x: real, e: positive}")


def test_one_after_the_other_and_back(world, changed):
    """Each stands on the first report, with what differs by then; every earlier one is still there."""
    versions = [changed(), changed(*KEY), changed(*KEY, *OTHER), changed(*OTHER), changed()]
    first = world.publish(versions[0])
    world.grade(first, 30)
    seen = {first.version: world.served()}
    for text in versions[1:]:
        rubric = world.publish(text)
        assert world.regrade(rubric).state is RegradeState.APPLIED
        seen[rubric.version] = world.served()
        assert seen[rubric.version] == world.graded_anew(rubric)
    with world.database.transaction() as connection:
        for version, reports in seen.items():
            for submission, report in reports.items():
                engine = Report.model_validate_json(report).engine
                assert report_under(connection, submission, version, engine) == report


def test_what_is_regraded_already_is_no_matter_of_the_next(world, changed):
    world.grade(world.publish(changed()), 5)
    new = world.publish(changed(*KEY))
    world.regrade(new)
    again = world.begin(new)
    assert world.work(again).submissions == 0
    assert world.apply(again).state is RegradeState.APPLIED


def test_only_those_that_are_named(world, changed):
    old = world.publish(changed())
    ids = world.grade(old, 6)
    before = world.served()
    new = world.publish(changed(*KEY))
    regrade_id = world.begin(new, submissions=(ids[2],))
    world.work(regrade_id)
    world.apply(regrade_id)
    after = world.served()
    assert {one for one in ids if before[one] != after[one]} == {ids[2]}


def test_what_counts_under_another_version_by_then_keeps_it(world, changed):
    world.grade(world.publish(changed()), 10)
    slow, quick = changed(*KEY), changed(*OTHER)
    late = world.begin(world.publish(slow))
    world.work(late)
    rubric = world.publish(quick)
    world.regrade(rubric)
    before = world.served()
    world.apply(late)
    assert world.served() == before


def test_what_lowers_somebody_waits_to_be_applied(world, changed):
    world.hand_in(world.publish(changed()), {"answers": {"1.sum": "n^2/2"}})
    regrade_id = world.begin(world.publish(changed(*KEY)), applies_by_itself=True)
    assert world.work(regrade_id).state is RegradeState.COMPUTED


@pytest.mark.parametrize("phase", [Phase.JUDGE, Phase.COMPARE, Phase.APPLY])
def test_a_piece_whose_worker_died_is_done_by_another_and_the_first_too_late(world, changed, phase):
    world.grade(world.publish(changed()), 10)
    rubric = world.publish(changed(*KEY))
    regrade_id = world.begin(rubric)
    state = next(state for state, phases in PHASES.items() if phase in phases)
    if phase is Phase.APPLY:
        world.work(regrade_id)
        world.begin_applying(regrade_id)
    else:
        world.work(regrade_id, state)
    with world.database.transaction() as connection:
        lost = claim_piece(connection, regrade_id, [phase], "dead", now() - timedelta(hours=1), timedelta(minutes=1))
    assert lost is None
    with world.database.transaction() as connection:
        lost = claim_piece(connection, regrade_id, [phase], "dead", now(), timedelta(0))
    if phase is Phase.APPLY:
        world.work(regrade_id, RegradeState.APPLIED)
        assert world.served() == world.graded_anew(rubric)
    else:
        world.work(regrade_id)
    with pytest.raises(LostPieceError), world.database.transaction() as connection:
        finish_piece(connection, lost, "{}")


def test_a_piece_that_ends_its_process_again_and_again_fails_its_regrade(world, changed):
    world.grade(world.publish(changed()), 3)
    before = world.served()
    regrade_id = world.begin(world.publish(changed(*KEY)))
    for number in range(MOST_CLAIMS):
        with world.database.transaction() as connection:
            claim_piece(connection, regrade_id, [Phase.PLAN], f"dead {number}", now(), timedelta(0))
    found = world.work(regrade_id)
    assert found.state is RegradeState.FAILED
    assert found.cause.startswith("A piece of it was begun 5 times")
    assert world.served() == before


def test_a_regrade_that_nobody_has_a_message_for_gets_one(world, changed):
    world.grade(world.publish(changed()), 3)
    regrade_id = world.begin(world.publish(changed(*KEY)))
    overdue = lambda later: take(world, now() + timedelta(seconds=later))  # noqa: E731
    assert overdue(1) == {regrade_id: 1}
    assert overdue(2) == {}
    assert overdue(100) == {regrade_id: 1}


def take(world, moment):
    with world.database.transaction() as connection:
        return take_overdue_pieces(connection, PHASES, moment, timedelta(seconds=60))


def decided(world, rubric, submission, item, points):
    with world.database.transaction() as connection:
        (one,) = (one for one in judged(connection, [submission]) if one.item == item)
    verdict = Verdict.PARTIAL if points else Verdict.INCORRECT
    decision = Decision(submission, item, verdict, Fraction(points), "So.", "Look again.", one.group_key)
    with world.database.transaction() as connection:
        decide(connection, "main", "class", None, [decision], now())
        refresh(connection, [submission], lambda _: rubric)


def score(world, submission):
    report = Report.model_validate_json(world.served()[submission])
    assert report.score == sum(part.score for part in report.parts)
    return report.score


def stale(world, submission):
    with world.database.transaction() as connection:
        return [one.is_stale for one in overrides(connection, [submission])]


def test_a_decision_stays_through_a_regrade(world, changed):
    old = world.publish(changed())
    submission = world.hand_in(old, {"answers": {"1.sum": "n^2/2", "1.way": "down"}})
    decided(world, old, submission, "1.sum", "1/2")
    assert score(world, submission) == 0.5
    world.regrade(world.publish(changed(*KEY, *OTHER)))
    assert score(world, submission) == 1.5
    assert stale(world, submission) == [False]


def test_a_decision_on_an_answer_that_means_something_else_comes_back(world, changed):
    old = world.publish(changed())
    submission = world.hand_in(old, {"answers": {"1.sum": "e^2 n"}})
    decided(world, old, submission, "1.sum", "1/2")
    world.regrade(world.publish(changed(*READING)))
    assert score(world, submission) == 0.5
    assert stale(world, submission) == [True]


def test_a_void_item_gives_everybody_its_points_whatever_was_decided(world, changed):
    old = world.publish(changed())
    submission = world.hand_in(old, {"answers": {"1.sum": "n"}})
    decided(world, old, submission, "1.sum", 0)
    world.regrade(world.publish(changed("n^2 / 2, points: 2", "n^2 / 2, points: 2, void: yes")))
    assert score(world, submission) == 2


def test_what_is_left_is_told_while_it_goes_on(world, changed):
    world.grade(world.publish(changed()), 3)
    regrade = world.begin(world.publish(changed(*KEY)))

    def left() -> list[Left]:
        with world.database.look() as connection:
            return pieces_left(connection, PHASES)

    assert left() == [Left("main", world.look(regrade).rubric_id, Phase.PLAN, 1)]
    world.work(regrade)
    assert left() == []
