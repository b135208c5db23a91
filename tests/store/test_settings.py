from pathlib import Path

import pytest

from fullmarks.errors import OperatorError
from store.settings import StoreSettings


@pytest.mark.parametrize(
    "given, url",
    [
        pytest.param("", "sqlite:////var/data/fullmarks.sqlite3", id="by default, in the data folder"),
        pytest.param(
            "postgresql://ann:x%40y@db/marks", "postgresql+psycopg://ann:x%40y@db/marks", id="with a password"
        ),
        pytest.param("postgresql://ann@db/marks", "postgresql+psycopg://ann@db/marks", id="postgresql"),
        pytest.param("postgres://ann@db/marks", "postgresql+psycopg://ann@db/marks", id="postgres, as some hosts say"),
        pytest.param("postgresql+psycopg://db/marks", "postgresql+psycopg://db/marks", id="with its driver"),
        pytest.param("sqlite:///marks.sqlite3", "sqlite:///marks.sqlite3", id="a SQLite file elsewhere"),
    ],
)
def test_the_address_of_the_database(given, url):
    settings = StoreSettings(data=Path("/var/data"), database=given)
    assert settings.database_url.render_as_string(hide_password=False) == url


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("FULLMARKS_DATABASE", "postgresql://db/marks")
    assert StoreSettings().database == "postgresql://db/marks"
    assert StoreSettings(database="sqlite:///x").database == "sqlite:///x"


def test_what_is_no_address_is_refused_without_being_shown():
    with pytest.raises(OperatorError) as refused:
        _ = StoreSettings(database="secret@host").database_url
    assert str(refused.value) == (
        "--database or FULLMARKS_DATABASE is no address of a database, such as postgresql://user:password@host/name"
    )
