"""What gradings came to, added up by several processes in a real broker."""

import pytest

from store.reports import counted_report
from workers.clocked import Spent
from workers.grade import Grader
from workers.queue import QueueDownError, create_queue
from workers.settings import WorkerSettings
from workers.shelf import Shelf
from workers.tally import KEY, Counted, Tally, tallied


@pytest.fixture
def queue(broker, broker_url):
    """An empty broker."""
    assert not broker.exists(KEY)
    return create_queue(WorkerSettings(broker=broker_url))


def test_processes_add_up(queue):
    tallies = [Tally(), Tally()]
    for seconds, tally in zip((0.02, 0.2), tallies, strict=True):
        tally.graded("main", "algebra", (), seconds)
        tally.failed("main", "algebra", 20)
        tally.hand_over(queue)
        tally.hand_over(queue)
    assert tallied(queue) == {
        Counted("outcome", "main", "algebra", "graded"): 2,
        Counted("outcome", "main", "algebra", "failed"): 2,
        Counted("took", "main", "algebra", "0.03"): 1,
        Counted("took", "main", "algebra", "0.3"): 1,
        Counted("took", "main", "algebra", "+Inf"): 2,
        Counted("seconds", "main", "algebra", ""): pytest.approx(40.22),
    }


def test_a_grading_is_counted_with_its_verdicts(world, queue):
    grader = Grader(world.settings, world.database, Shelf())
    good = world.receive(answers={"1a": "x^2 - 1", "1b": {"sum": "3x", "difference": 0}})
    grader.grade([good, world.receive_bytes(b'{"rubric": "algebra", "answers": {"7": "x"}}')], "a message")
    grader.tally.hand_over(queue)
    found = {
        (one.name, one.value): count for one, count in tallied(queue).items() if one.name in {"outcome", "verdict"}
    }
    assert found == {
        ("outcome", "graded"): 1,
        ("outcome", "failed"): 1,
        ("verdict", "correct"): 2,
        ("verdict", "incorrect"): 1,
    }
    # Three answers, of which none was checked before.
    assert tallied(queue)[Counted("checked", "main", "algebra", "symbolic")] == 3
    with world.database.look() as connection:
        assert counted_report(connection, good) is not None


def test_without_a_broker_the_counts_wait(queue, tmp_path):
    down = create_queue(WorkerSettings(broker=f"redis+socket://{tmp_path}/nothing"))
    tally = Tally()
    tally.failed("main", "algebra", 1)
    tally.hand_over(down)
    with pytest.raises(QueueDownError):
        tallied(down)
    tally.hand_over(queue)
    assert tallied(queue)[Counted("outcome", "main", "algebra", "failed")] == 1


def test_checks_are_counted_by_checker_and_pieces_by_phase(queue):
    tally = Tally()
    for seconds in (0.5, 0.25):
        tally.checked("main", "algebra", {"symbolic": Spent(2, seconds)})
        tally.piece("main", "algebra", "judge", seconds)
    tally.hand_over(queue)
    assert tallied(queue) == {
        Counted("checked", "main", "algebra", "symbolic"): 4,
        Counted("checker_seconds", "main", "algebra", "symbolic"): 0.75,
        Counted("piece", "main", "algebra", "judge"): 2,
        Counted("piece_seconds", "main", "algebra", "judge"): 0.75,
    }
