"""Where the data are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_settings import BaseSettings, SettingsConfigDict

from fullmarks.errors import OperatorError

if TYPE_CHECKING:
    from sqlalchemy import URL


class StoreSettings(BaseSettings):
    """Settings of the store, from ``FULLMARKS_…`` variables; ``docs/operating.md`` lists them all."""

    model_config = SettingsConfigDict(env_prefix="FULLMARKS_", frozen=True, extra="ignore")

    data: Path = Path("data")
    """Folder of everything this machine keeps."""
    database: str = ""
    """URL of the database; empty means a SQLite file in the data folder."""

    @property
    def database_url(self) -> URL:
        """The URL as SQLAlchemy takes it, with the driver that we ship.

        Raises ``OperatorError`` (``bad_database``).
        """
        # The supervisor of `fullmarks serve` reads settings and no database: it should not wait for SQLAlchemy to load.
        from sqlalchemy import URL, make_url  # noqa: PLC0415
        from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

        if not self.database:
            return URL.create("sqlite", database=str(self.data.absolute() / "fullmarks.sqlite3"))
        try:
            url = make_url(self.database)
        except ArgumentError as error:
            raise OperatorError(
                "bad_database",
                "--database or FULLMARKS_DATABASE is no address of a database, such as "
                "postgresql://user:password@host/name",
            ) from error
        return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url
