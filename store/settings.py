"""Where the data are kept."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class StoreSettings(BaseSettings):
    """Settings of the store, from ``FULLMARKS_…`` variables; ``docs/operating.md`` lists them all."""

    model_config = SettingsConfigDict(env_prefix="FULLMARKS_", frozen=True, extra="ignore")

    data: Path = Path("data")
    """Folder of everything this machine keeps."""
    database: str = ""
    """URL of the database; empty means a SQLite file in the data folder."""

    @property
    def database_url(self) -> str:
        """The URL as SQLAlchemy takes it, with the driver that we ship."""
        if not self.database:
            return f"sqlite:///{self.data.absolute() / 'fullmarks.sqlite3'}"
        for scheme in ("postgres://", "postgresql://"):
            if self.database.startswith(scheme):
                return "postgresql+psycopg://" + self.database.removeprefix(scheme)
        return self.database
