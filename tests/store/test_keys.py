from datetime import timedelta

import pytest

from store.keys import NewKey, add_first_key, add_key, key_of, key_shown, keys, revoke
from store.scope import Scope
from store.secret import ShownKey, new_secret, read_key

STAFF = NewKey(Scope.STAFF, "main", label="Grace")


def test_a_key_is_known_by_its_secret_alone(world):
    with world.database.writing() as connection:
        shown = add_key(connection, STAFF, world.now)
        assert key_shown(connection, shown).label == "Grace"
        assert key_shown(connection, ShownKey(shown.id, new_secret())) is None
        assert key_shown(connection, ShownKey(new_secret()[:26], shown.secret)) is None


def test_a_key_ends_when_it_says_so_and_when_it_is_revoked(world):
    ends = world.now + timedelta(hours=1)
    with world.database.writing() as connection:
        shown = add_key(connection, NewKey(Scope.SUBMIT, "main", expires_at=ends), world.now)
        key = key_shown(connection, shown)
        assert [key.is_good(world.now), key.is_good(ends)] == [True, False]
        assert [revoke(connection, shown.id, world.now) for _ in range(2)] == [True, False]
        assert key_of(connection, shown.id).is_good(world.now) is False
        assert revoke(connection, "no key", world.now) is False


def test_administrators_keys_are_of_no_course(world):
    with world.database.writing() as connection:
        admins, staffs = (add_key(connection, key, world.now) for key in (NewKey(Scope.ADMIN, None), STAFF))
        assert [key.id for key in keys(connection, "main", with_admins=False)] == [staffs.id]
        assert {key.id for key in keys(connection, "main", with_admins=True)} == {admins.id, staffs.id}


def test_the_first_key_is_made_once(world):
    with world.database.locked() as connection:
        first = add_first_key(connection, world.now)
        assert key_shown(connection, first).scope is Scope.ADMIN
        assert add_first_key(connection, world.now) is None


@pytest.mark.parametrize("least", Scope)
@pytest.mark.parametrize("scope", Scope)
def test_a_scope_covers_those_before_it(scope, least):
    order = [Scope.SUBMIT, Scope.STUDENT, Scope.STAFF, Scope.ADMIN]
    assert scope.covers(least) is (order.index(scope) >= order.index(least))


def test_a_key_is_read_as_it_is_written():
    shown = ShownKey("01m868g0cmq1q9nkye6rce805j", new_secret())
    assert read_key(shown.text) == shown
    assert shown.secret not in repr(shown)


GOOD = ShownKey("01m868g0cmq1q9nkye6rce805j", new_secret()).text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GOOD[3:], id="without its beginning"),
        pytest.param(f"{GOOD}0", id="too long"),
        pytest.param(GOOD[:-1], id="too short"),
        pytest.param(GOOD.upper(), id="in capitals"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_key(text):
    assert read_key(text) is None
