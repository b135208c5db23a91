"""`fullmarks db` as an operator calls it, on a database file."""

import fcntl

import pytest

from store.migrate import SCHEMA


@pytest.fixture
def db(fullmarks, tmp_path):
    """Call it on a data folder of this test's; status, standard output and standard error."""

    def run(*words: str, data: str = "data") -> tuple[int, str, str]:
        ended = fullmarks("db", *words, "--data", str(tmp_path / data))
        return ended.status, ended.out, ended.err

    return run


def test_a_database_goes_into_a_file_and_out_of_it(db, fullmarks, tmp_path):
    key = fullmarks("keys", "add", "--scope", "admin", "--data", str(tmp_path / "data")).out
    copy = str(tmp_path / "copy")
    status, out, err = db("backup", copy)
    assert (status, err) == (0, "")
    assert out.startswith(f"{copy} holds the database, in ")
    assert db("restore", copy, data="new") == (0, f"The database holds what {copy} does.\n", "")
    assert key.split("_")[1] in fullmarks("keys", "list", "--data", str(tmp_path / "new")).out
    status, out, err = db("restore", copy, data="new")
    assert (status, out) == (1, "")
    assert err.startswith("A restore would remove all that this database holds: there are rows in audit, keys.")
    assert db("restore", copy, "--replace", data="new")[0] == 0


def test_nothing_is_restored_under_a_running_service(db, tmp_path):
    db("migrate")
    db("backup", str(tmp_path / "copy"))
    with (tmp_path / "data" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, out, err = db("restore", str(tmp_path / "copy"), "--replace")
    assert (status, out) == (1, "")
    assert err.startswith("Another `fullmarks serve` uses the folder")


def test_the_tables_go_up_and_where_that_is_meant_down(db):
    assert db("migrate", "--to", "0001") == (0, "The tables are at revision 0001; they were at base.\n", "")
    status, out, _ = db("check")
    assert (status, out.splitlines()[-1]) == (
        1,
        f"FAULT: The tables are at revision 0001, and this program needs {SCHEMA}: `fullmarks db migrate`.",
    )
    assert db("migrate") == (0, f"The tables are at revision {SCHEMA}; they were at 0001.\n", "")
    assert db("migrate") == (0, f"The tables are at revision {SCHEMA} already.\n", "")
    status, _, err = db("migrate", "--to", "base")
    assert status == 2
    assert "loses what only newer ones hold" in err
    assert db("migrate", "--to", "base", "--down")[0] == 0


def test_a_revision_that_does_not_exist(db):
    status, _, err = db("migrate", "--to", "1234")
    assert status == 2
    assert "There is no revision 1234. Known are base, 0001, " in err


def test_what_a_sound_database_says(db):
    db("migrate")
    assert db("check") == (
        0,
        f"revision    {SCHEMA}\nunfinished  none\nfailed      0\nThe database is sound.\n",
        "",
    )
