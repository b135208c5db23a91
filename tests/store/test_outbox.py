from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from store.patience import Patience
from store.state import State


def test_what_was_sent_is_queued(world):
    sent, kept = world.receive(), world.receive()
    world.send(sent)
    assert (world.standing(sent).state, world.standing(kept).state) == (State.QUEUED, State.RECEIVED)


def test_a_worker_that_was_quicker_is_not_undone(world):
    submission = world.receive()
    world.claim(submission)
    world.send(submission)
    assert world.standing(submission).state is State.GRADING


@pytest.mark.parametrize(
    "state, seconds_later, is_overdue",
    [
        pytest.param(State.RECEIVED, 29, False, id="received just now"),
        pytest.param(State.RECEIVED, 31, True, id="received and never sent"),
        pytest.param(State.QUEUED, 29, False, id="queued just now"),
        pytest.param(State.QUEUED, 31, True, id="queued and forgotten"),
        pytest.param(State.GRADING, 29, False, id="being graded"),
        pytest.param(State.GRADING, 31, True, id="held by a worker that is gone"),
        pytest.param(State.GRADED, 1000, False, id="graded"),
        pytest.param(State.FAILED, 1000, False, id="failed"),
    ],
)
def test_what_nobody_is_at_is_sent_again(world, state, seconds_later, is_overdue):
    submission = world.receive()
    world.put(submission, state)
    world.later(seconds_later)
    assert world.overdue() == ([submission] if is_overdue else [])
    assert world.standing(submission).state == (State.QUEUED if is_overdue else state)


def test_a_row_is_sent_again_less_and_less_often(world):
    submission = world.receive()
    world.send(submission)
    waits = []
    for _ in range(9):
        waited = 0
        while world.overdue() != [submission]:
            world.later(30)
            waited += 30
        waits.append(waited)
    # A sweep comes every 30 s in this test, and the lease must be past.
    assert waits == [90, *(60 * 2**n + 30 for n in range(1, 7)), 3870, 3870]


def test_patience_doubles_up_to_a_bound():
    patience = Patience(timedelta(seconds=60))
    assert [patience.after(sends).total_seconds() / 60 for sends in (0, 1, 2, 6, 7, 1000)] == [1, 2, 4, 64, 64, 64]


def test_the_oldest_come_first_and_no_more_than_asked_for(world):
    first = world.receive()
    world.later(1)
    second = world.receive()
    world.later(1000)
    assert [world.overdue(limit=1), world.overdue(limit=1), world.overdue(limit=1)] == [[first], [second], []]


def test_of_many_sweepers_each_row_goes_to_one(world):
    ids = sorted(world.receive() for _ in range(40))
    world.later(1000)
    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: world.overdue(limit=10), range(8)))
    assert sorted(submission for batch in taken for submission in batch) == ids
