from concurrent.futures import ThreadPoolExecutor

import pytest

from store.submissions import HandedIn, KeyReusedError, Standing, receive


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
        receipts = list(threads.map(lambda _: receive(world.database, handed_in, world.now), range(16)))
    assert len({receipt.id for receipt in receipts}) == 1
    assert sum(receipt.is_new for receipt in receipts) == 1
