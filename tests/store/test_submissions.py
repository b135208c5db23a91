from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from store.courses import add_course
from store.rubrics import RubricName, RubricSource, publish
from store.submissions import HandedIn, KeyReusedError, Outdated, Receipt, Standing
from store.tables import SubmissionRow


def test_a_submission_is_received_as_it_came(world):
    body = b'{"rubric":\t"algebra", "document": "\xce\xb1"}\r\n'
    submission = world.receive(body)
    assert world.standing(submission) == Standing(submission, "received", None, None, None)
    held = world.claim(submission)
    assert (held.body, held.rubric_id, held.rubric_version) == (body, "algebra", "v1")


def test_what_was_never_handed_in_stands_nowhere(world):
    assert world.standing("01m86400f2g364582bw8vnemwv") is None


def test_the_same_key_and_body_hand_in_once(world):
    first = world.receive(b"{}", key="homework 4 of Ann")
    assert world.receive(b"{}", key="homework 4 of Ann") == first
    assert world.receive(b"{}", key="homework 4 of Bob") != first
    assert world.receive(b"{}") != world.receive(b"{}")


def test_the_same_key_with_another_body_is_refused(world):
    world.receive(b"{}", key="k")
    with pytest.raises(KeyReusedError) as refused:
        world.receive(b"[]", key="k")
    assert str(refused.value) == (
        "The Idempotency-Key “k” came with another body before. A key stands for one submission; "
        "send a new key for a new one."
    )


def test_a_key_that_comes_from_many_at_once_hands_in_once(world):
    handed_in = HandedIn("main", "algebra", "v1", b"{}", idempotency_key="k")
    with ThreadPoolExecutor(8) as threads:
        receipts = [receipt for (receipt,) in threads.map(lambda _: world.take(handed_in), range(16))]
    assert len({receipt.id for receipt in receipts}) == 1
    assert sum(receipt.is_new for receipt in receipts) == 1


def test_several_are_stored_together_and_a_bad_key_costs_only_itself(world):
    world.receive(b"{}", key="first")

    def handed_in(body: bytes, key: str | None) -> HandedIn:
        return HandedIn("main", "algebra", "v1", body, idempotency_key=key)

    several = [
        *(handed_in(b"1", None), handed_in(b"{}", "first"), handed_in(b"[]", "first")),
        *(handed_in(b"2", "new"), handed_in(b"2", "new"), handed_in(b"3", "new"), handed_in(b"4", None)),
    ]
    found = world.take(*several)
    assert [one.is_new if isinstance(one, Receipt) else one.code for one in found] == [
        *(True, False, "idempotency_key_reused"),
        *(True, False, "idempotency_key_reused", True),
    ]
    assert found[3].id == found[4].id
    assert [world.claim(found[place].id).body for place in (0, 3, 6)] == [b"1", b"2", b"4"]


def test_the_same_key_in_another_course_is_another_key(world):
    with world.database.locked() as connection:
        add_course(connection, "other", "", world.now)
        publish(connection, "other", [RubricSource(RubricName("other", "algebra", "v1", ""), "")], world.now)
    first = world.receive(b"{}", key="k")
    (second,) = world.take(HandedIn("other", "algebra", "v1", b"[]", idempotency_key="k"))
    assert second.is_new
    assert second.id != first


def test_what_is_meant_for_an_older_version_is_not_stored(world):
    newer = RubricSource(RubricName("main", "algebra", "v2", "Algebra"), "rubric: algebra  # mended")
    with world.database.locked() as connection:
        publish(connection, "main", [newer], world.now)
    old, new = world.take(HandedIn("main", "algebra", "v1", b"old"), HandedIn("main", "algebra", "v2", b"new"))
    assert old == Outdated()
    assert world.claim(new.id).body == b"new"
    with world.database.look() as connection:
        assert connection.scalar(select(func.count()).select_from(SubmissionRow)) == 1
