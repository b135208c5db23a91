import json
import time
from base64 import b64decode
from itertools import chain

import pytest

from workers.queue import QueueDownError, create_queue, ping, send
from workers.settings import WorkerSettings


@pytest.fixture
def queue(broker_url, broker):
    return create_queue(WorkerSettings(broker=broker_url))


@pytest.fixture
def no_queue(tmp_path):
    return create_queue(WorkerSettings(broker=f"redis+socket://{tmp_path}/nothing"))


def carried(broker) -> list[list[str]]:
    """The ids in each message that waits, the oldest first."""
    messages = [json.loads(message) for message in reversed(broker.lrange("grade", 0, -1))]
    return [json.loads(b64decode(message["body"]))[0][0] for message in messages]


@pytest.mark.parametrize(
    "count, sizes",
    [
        pytest.param(0, [], id="none"),
        pytest.param(1, [1], id="one"),
        pytest.param(2, [1, 1], id="two, each alone"),
        pytest.param(25, [13, 12], id="shared between two"),
        pytest.param(90, [20, 20, 20, 20, 10], id="as many as a message carries"),
    ],
)
def test_messages_carry_the_ids_in_their_order(queue, broker, count, sizes):
    ids = [f"id {number}" for number in range(count)]
    send(queue, ids)
    messages = carried(broker)
    assert [len(message) for message in messages] == sizes
    assert list(chain.from_iterable(messages)) == ids


def test_a_queue_that_is_there_answers(queue):
    ping(queue)


@pytest.mark.parametrize(
    "what", [pytest.param(ping, id="ping"), pytest.param(lambda app: send(app, ["id"]), id="send")]
)
def test_a_queue_that_is_not_there_is_said_so_soon(no_queue, what):
    began = time.monotonic()
    with pytest.raises(QueueDownError):
        what(no_queue)
    # Not how fast, but that it does not try for ever while a client waits.
    assert time.monotonic() - began < 20


def test_a_queue_that_takes_nothing_more_is_said_so(queue, broker):
    broker.config_set("maxmemory", 1)
    try:
        with pytest.raises(QueueDownError):
            send(queue, ["one", "another"])
    finally:
        broker.config_set("maxmemory", 0)
    assert carried(broker) == []
    send(queue, ["one", "another"])
    assert carried(broker) == [["one"], ["another"]]
