"""Keys and the database as an operator handles them, with no service running."""

from datetime import timedelta

import pytest

from store.clock import now
from store.database import open_database
from store.keys import key_shown
from store.rubrics import RubricName, RubricSource, publish_one
from store.secret import read_key
from store.settings import StoreSettings
from store.submissions import HandedIn, receive


@pytest.fixture
def database(tmp_path):
    found = open_database(StoreSettings(data=tmp_path).database_url)
    yield found
    found.close()


def test_a_key_is_made_listed_and_revoked(fullmarks, tmp_path, database):
    made = fullmarks("keys", "add", "--scope", "staff", "--label", "Grace", "--data", str(tmp_path))
    assert (made.status, made.err) == (0, "")
    shown = read_key(made.out.strip())
    with database.look() as connection:
        assert key_shown(connection, shown).label == "Grace"
    listed = fullmarks("keys", "list", "--data", str(tmp_path)).out
    assert (shown.id in listed, "staff    good" in listed, shown.secret in listed) == (True, True, False)
    assert fullmarks("keys", "revoke", made.out.strip(), "--data", str(tmp_path)).status == 0
    assert "revoked" in fullmarks("keys", "list", "--data", str(tmp_path)).out


@pytest.mark.parametrize(
    "options, status, sentence",
    [
        pytest.param(["--scope", "student"], 2, "needs --student", id="nobody's"),
        pytest.param(["--scope", "staff", "--student", "ann"], 2, "needs --student", id="a student's that is none"),
        pytest.param(["--scope", "admin", "--course", "main"], 2, "opens every course", id="of a course"),
        pytest.param(["--scope", "staff", "--course", "physics"], 1, "There is no course “physics”", id="no course"),
    ],
)
def test_what_is_no_key(fullmarks, tmp_path, options, status, sentence):
    ended = fullmarks("keys", "add", *options, "--data", str(tmp_path))
    assert (ended.status, ended.out) == (status, "")
    assert sentence in ended.err


def test_a_key_that_is_not_there(fullmarks, tmp_path):
    ended = fullmarks("keys", "revoke", "01m868g0cmq1q9nkye6rce805j", "--data", str(tmp_path))
    assert (ended.status, ended.out) == (1, "")


@pytest.fixture
def old_submission(fullmarks, tmp_path, database):
    """Ann's, of ten days ago."""
    fullmarks("keys", "list", "--data", str(tmp_path))
    with database.writing() as connection:
        publish_one(connection, RubricSource(RubricName("main", "algebra", "v1", ""), "rubric: algebra"), now())
        handed_in = HandedIn("main", "algebra", "v1", b"{}", "ann")
        receive(connection, [handed_in], now() - timedelta(days=10))


@pytest.mark.usefixtures("old_submission")
def test_what_was_kept_long_enough_is_removed(fullmarks, tmp_path):
    def prune(*options: str) -> str:
        return fullmarks("db", "prune", *options, "--data", str(tmp_path)).out.strip()

    assert prune("--days", "11") == "0 submissions older than 11 days were removed."
    assert prune("--days", "9", "--dry-run") == "1 submissions are older than 9 days."
    assert prune("--days", "9") == "1 submissions older than 9 days were removed."
    assert prune("--days", "9") == "0 submissions older than 9 days were removed."


@pytest.mark.usefixtures("old_submission")
def test_a_student_is_forgotten(fullmarks, tmp_path):
    assert fullmarks("db", "forget", "ann", "--data", str(tmp_path)).out == "1 submissions and 0 keys were removed.\n"
    assert fullmarks("db", "forget", "ann", "--data", str(tmp_path)).out == "0 submissions and 0 keys were removed.\n"


def test_nothing_says_how_long_things_are_kept(fullmarks, tmp_path):
    assert fullmarks("db", "prune", "--data", str(tmp_path)).status == 2
