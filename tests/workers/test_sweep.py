from datetime import timedelta

import pytest
from sqlalchemy import update

from store.clock import now
from store.patience import Patience
from store.state import State
from store.tables import SubmissionRow
from workers.queue import QueueDownError, create_queue
from workers.sweep import sweep

NONE = Patience(timedelta(0))


@pytest.fixture
def forgotten(world):
    """Submissions that were received before the process which should have sent them ended."""
    ids = [world.receive(answers={"1a": "x"}) for _ in range(25)]
    with world.database.transaction() as connection:
        connection.execute(update(SubmissionRow).values(lease_until=now() - timedelta(seconds=1)))
    return ids


def test_what_was_forgotten_is_queued_again(world, forgotten, broker_url, broker):
    queue = create_queue(world.settings.model_copy(update={"broker": broker_url}))
    patience = Patience(timedelta(hours=1))
    assert [sweep(world.database, queue, patience), sweep(world.database, queue, patience)] == [25, 0]
    assert broker.llen("grade") == 2
    assert {world.standing(submission).state for submission in forgotten} == {State.QUEUED}


def test_what_cannot_be_sent_is_swept_up_later(world, forgotten):
    with pytest.raises(QueueDownError):
        sweep(world.database, create_queue(world.settings), NONE)
    with pytest.raises(QueueDownError):
        sweep(world.database, create_queue(world.settings), NONE)
    assert {world.standing(submission).state for submission in forgotten} == {State.QUEUED}
