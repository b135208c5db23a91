from concurrent.futures import ThreadPoolExecutor

import pytest

from store.claims import GIVEN_UP
from store.reports import StoredReport
from store.state import State


@pytest.mark.parametrize(
    "state, claimed_by, seconds_later, is_taken",
    [
        pytest.param(State.RECEIVED, None, 0, True, id="received, its message not yet noted"),
        pytest.param(State.QUEUED, None, 0, True, id="queued"),
        pytest.param(State.QUEUED, None, 1000, True, id="queued long ago"),
        pytest.param(State.GRADING, "another message", 0, False, id="held by another"),
        pytest.param(State.GRADING, "another message", 31, True, id="held by another whose lease ran out"),
        pytest.param(State.GRADING, "this message", 0, True, id="held by this one, which came again"),
        pytest.param(State.GRADED, "another message", 1000, False, id="graded"),
        pytest.param(State.GRADED, "this message", 0, False, id="graded by this one"),
        pytest.param(State.FAILED, None, 1000, False, id="failed"),
    ],
)
def test_a_worker_takes_only_what_nobody_holds(world, state, claimed_by, seconds_later, is_taken):
    submission = world.receive()
    world.put(submission, state, claims=1, claimed_by=claimed_by)
    world.later(seconds_later)
    held = world.claim(submission, "this message")
    assert (held is not None) is is_taken
    assert world.standing(submission).state == (State.GRADING if is_taken else state)


def test_a_finished_submission_has_its_report(world):
    submission = world.receive()
    world.finish(world.claim(submission), StoredReport("engine 1", 1.5, 2, '{"score": 1.5}'))
    found = world.standing(submission)
    assert (found.state, found.score, found.max_score) == (State.GRADED, 1.5, 2)
    assert world.report(submission) == '{"score": 1.5}'


def test_a_failed_submission_has_its_cause(world):
    submission = world.receive()
    assert world.fail(world.claim(submission), "Its grading took longer than 10 s.")
    found = world.standing(submission)
    assert (found.state, found.cause) == (State.FAILED, "Its grading took longer than 10 s.")
    assert world.report(submission) is None


@pytest.mark.parametrize(
    "delivery", [pytest.param("message 1", id="same message"), pytest.param("message 2", id="another")]
)
def test_who_was_too_slow_stores_nothing(world, delivery):
    submission = world.receive()
    slow = world.claim(submission, "message 1")
    world.later(31)
    quick = world.claim(submission, delivery)
    world.finish(slow, StoredReport("engine 1", 0, 2, "slow"))
    assert world.fail(slow, "slow") is False
    assert world.report(submission) is None
    world.finish(quick, StoredReport("engine 1", 2, 2, "quick"))
    assert world.report(submission) == "quick"


def test_of_many_workers_one_takes_it(world):
    submission = world.receive()
    with ThreadPoolExecutor(8) as threads:
        held = list(threads.map(lambda number: world.claim(submission, f"message {number}"), range(16)))
    assert sum(claim is not None for claim in held) == 1


def test_a_submission_that_ends_its_workers_is_given_up(world):
    submission = world.receive()
    assert [world.claim(submission).number for _ in range(3)] == [1, 2, 3]
    assert world.claim(submission) is None
    found = world.standing(submission)
    assert (found.state, found.cause) == (State.FAILED, GIVEN_UP)


def test_the_third_try_may_still_succeed(world):
    submission = world.receive()
    held = [world.claim(submission) for _ in range(3)]
    assert world.claim(submission, "another message") is None
    world.finish(held[-1])
    assert world.standing(submission).state is State.GRADED


def test_several_that_are_fresh_are_taken_together_in_their_order(world):
    begun, second, first, graded = (world.receive() for _ in range(4))
    world.claim(begun, "another message")
    world.finish(world.claim(graded))
    held = world.claim_fresh(begun, first, graded, second)
    assert [one.id for one in held] == [first, second]
    assert world.claim_fresh(first, second) == []
    world.finish_all(*((one, StoredReport("engine 1", 1, 2, one.id)) for one in held))
    assert [world.report(submission) for submission in (first, second)] == [first, second]


def test_of_several_reports_only_those_still_held_are_stored(world):
    kept, lost = world.claim_fresh(world.receive(), world.receive())
    world.later(31)
    world.claim(lost.id, "message 2")
    world.finish_all((kept, StoredReport("engine 1", 1, 2, "kept")), (lost, StoredReport("engine 1", 1, 2, "lost")))
    assert (world.report(kept.id), world.report(lost.id)) == ("kept", None)


def test_reports_of_two_engines_may_be_stored_together(world):
    first, second = world.claim_fresh(world.receive(), world.receive())
    world.finish_all((first, StoredReport("engine 1", 1, 2, "one")), (second, StoredReport("engine 2", 1, 2, "two")))
    assert (world.report(first.id), world.report(second.id)) == ("one", "two")
