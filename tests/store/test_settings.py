from pathlib import Path

import pytest

from store.settings import StoreSettings


@pytest.mark.parametrize(
    "given, url",
    [
        pytest.param("", "sqlite:////var/data/fullmarks.sqlite3", id="by default, in the data folder"),
        pytest.param("postgresql://ann@db/marks", "postgresql+psycopg://ann@db/marks", id="postgresql"),
        pytest.param("postgres://ann@db/marks", "postgresql+psycopg://ann@db/marks", id="postgres, as some hosts say"),
        pytest.param("postgresql+psycopg://db/marks", "postgresql+psycopg://db/marks", id="with its driver"),
        pytest.param("sqlite:///marks.sqlite3", "sqlite:///marks.sqlite3", id="a SQLite file elsewhere"),
    ],
)
def test_the_address_of_the_database(given, url):
    assert StoreSettings(data=Path("/var/data"), database=given).database_url == url


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("FULLMARKS_DATABASE", "postgresql://db/marks")
    assert StoreSettings().database == "postgresql://db/marks"
    assert StoreSettings(database="sqlite:///x").database == "sqlite:///x"
